"""A web server that does what servers do to a robot: each path behaves in its own way, and `asked` counts."""

import contextlib
import gzip
import html
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

ATOM = "application/atom+xml; charset=utf-8"
MOMENT = "2026-03-05T08:00:00Z"
HTML = "text/html; charset=utf-8"


def page(text: str, *, title: str = "A report", extra: str = "", charset: str = "utf-8") -> bytes:
    """A news page around a text."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{html.escape(title)}</title>'
        '<meta property="og:site_name" content="The Harbour Post">'
        '<meta property="article:published_time" content="2026-03-05T08:00:00Z"></head>'
        f"<body>{extra}<article><h1>{html.escape(title)}</h1><p>{html.escape(text)}</p></article></body></html>"
    ).encode(charset)


def feed(entries: list[dict[str, str]]) -> bytes:
    """An Atom feed; each entry has an id, a link, a title and the moment of its last change."""
    items = "".join(
        f"<entry><id>{html.escape(one['id'])}</id><title>{html.escape(one.get('title', 'A report'))}</title>"
        f'<link href="{html.escape(one["link"])}"/><updated>{one.get("updated", MOMENT)}</updated></entry>'
        for one in entries
    )
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:feed</id><title>The Harbour Post</title>'
    return f'<?xml version="1.0" encoding="utf-8"?>{head}<updated>{MOMENT}</updated>{items}</feed>'.encode()


class Misbehaving:
    """The server, in threads of its own, at `address`. `ways` maps a path to what answers there."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, dict[str, str]] = {}
        self.when: list[tuple[float, str]] = []
        self.ways: dict[str, Callable[[Answering], None]] = {}
        ours = self

        class Handler(Answering):
            server_of = ours

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.host = f"127.0.0.1:{self._http.server_port}"
        self.address = f"http://{self.host}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def url(self, path: str) -> str:
        return self.address + path


class Answering(BaseHTTPRequestHandler):
    """One answer; its methods are the ways in which servers answer."""

    server_of: Misbehaving
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        ours = self.server_of
        path = self.path.partition("?")[0]
        ours.asked[path] += 1
        ours.headers[path] = dict(self.headers.items())
        ours.when.append((time.monotonic(), path))
        self.close_connection = True
        with contextlib.suppress(OSError):  # where the other side has gone
            ours.ways.get(path, lambda one: one.say(404, b"there is no such page"))(self)

    def log_message(self, *_: object) -> None:
        pass

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        """A plain answer; underscores in names of headers are hyphens."""
        self.send_response(status)
        for name, value in {"content_type": HTML, "content_length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say_unless_known(self, body: bytes, etag: str, **headers: str) -> None:
        """304 to who has it already."""
        if self.headers.get("If-None-Match") == etag:
            self.say(304, etag=etag)
        else:
            self.say(200, body, etag=etag, **headers)

    def slowly(self, body: bytes, pause: float) -> None:
        """A byte at a time."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for k in range(len(body)):
            self.wfile.write(body[k : k + 1])
            self.wfile.flush()
            time.sleep(pause)

    def cut_off(self, body: bytes) -> None:
        """Half of what was announced."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])

    def chunked(self, body: bytes, size: int = 7) -> None:
        """In small chunks."""
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for k in range(0, len(body), size):
            part = body[k : k + size]
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def endless_headers(self) -> None:
        """Headers that never end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for k in range(1_000_000):
            self.wfile.write(f"X-{k}: {'x' * 200}\r\n".encode())

    def packed(self, body: bytes, *, cut: int | None = None) -> None:
        """Through gzip."""
        self.say(200, gzip.compress(body)[:cut], content_encoding="gzip")

    def told(self, value: object) -> None:
        """As JSON, for the tests."""
        self.say(200, json.dumps(value).encode())
