"""Asking for an address politely: robots.txt, a pace for each host, limits on size, time and redirects."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from sayso.run.watch.connect import Transport
from sayso.run.watch.pace import Pace, host_of
from sayso.run.watch.schedule import retry_after
from sayso.run.watch.trouble import FetchError

ROBOT = "sayso"  # what we are called in robots.txt
HOPS = 6  # redirects that are followed
ROBOTS_BYTES = 500 << 10  # RFC 9309 asks for at least as much
ROBOTS_KEPT = 24 * 3600.0  # seconds
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf;q=0.9, */*;q=0.5"
)
_ENCODED = {"", "identity", "gzip", "x-gzip", "deflate"}
_BLOCK = 1 << 16
_UNCHANGED = 304


class Answer(NamedTuple):
    """What an address gave: where it was had in the end, and None for a body that has not changed."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes | None


class Settings(NamedTuple):
    """How to ask: who says so, bytes and seconds that an answer may take, and whether private networks are let in."""

    agent: str
    most: int
    seconds: float = 60.0
    allow_private: bool = False


class Client:
    """Asks. `wait` is given a moment in seconds of `clock` and returns then, or raises StoppedError."""

    def __init__(
        self, settings: Settings, pace: Pace, wait: Callable[[float], None], clock: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._pace = pace
        self._wait = wait
        self._clock = clock
        self._robots: dict[str, tuple[float, Protego | None]] = {}
        timeout = httpx.Timeout(settings.seconds, connect=min(settings.seconds, 20.0))
        transport = Transport(settings.seconds, allow_private=settings.allow_private)
        headers = {"User-Agent": settings.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
        self._http = httpx.Client(transport=transport, headers=headers, timeout=timeout, trust_env=False)

    def close(self) -> None:
        """Let go of what it holds."""
        self._http.close()

    def get(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """What an address gives, by way of redirects; raises FetchError, saying why, where that is nothing."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        return self._follow(address, headers, self._settings.most, self._ask_robots)

    def _follow(
        self, address: str, headers: Mapping[str, str], most: int, allowed: Callable[[str], None] | None
    ) -> Answer:
        been: list[str] = []
        while True:
            _refuse_scheme(address)
            if allowed is not None:
                allowed(address)
            answer = self._ask(address, headers, most)
            where = answer.headers.get("location")
            if answer.status not in {301, 302, 303, 307, 308} or where is None:
                return answer
            been.append(address)
            address = urljoin(address, where).partition("#")[0]
            if address in been:
                raise FetchError(f"redirects in a ring, back to {address}")
            if len(been) > HOPS:
                raise FetchError(f"redirects more than {HOPS} times")

    def _ask_robots(self, address: str) -> None:
        """Raise FetchError where the robots.txt of its host keeps us out."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        until, rules = self._robots.get(origin, (0.0, None))
        if self._clock() >= until:
            rules = self._robots_of(origin)
            self._robots[origin] = (self._clock() + ROBOTS_KEPT, rules)
            delay = rules.crawl_delay(ROBOT) if rules is not None else None
            if delay is not None:
                self._pace.slow(host_of(address), float(delay))
        if rules is not None and not rules.can_fetch(address, ROBOT):
            raise FetchError("robots.txt keeps robots away from it", never=True)

    def _robots_of(self, origin: str) -> Protego | None:
        """The rules of a host; None where it has none. Where they cannot be had, nothing may be asked (RFC 9309)."""
        try:
            answer = self._follow(f"{origin}/robots.txt", {}, ROBOTS_BYTES, None)
        except FetchError as fault:
            if fault.status is not None and 400 <= fault.status < 500 and fault.status != httpx.codes.TOO_MANY_REQUESTS:
                return None
            if fault.never:
                raise
            raise FetchError(f"robots.txt: {fault}", after=fault.after) from None
        return Protego.parse((answer.body or b"").decode("utf-8", "replace"))

    def _ask(self, address: str, headers: Mapping[str, str], most: int) -> Answer:
        """One question and its answer; raises FetchError."""
        host = host_of(address)
        self._wait(self._pace.free_at(host))
        deadline = time.monotonic() + self._settings.seconds
        try:
            with self._http.stream("GET", address, headers=headers) as response:
                self._refuse(response, host)
                body = None
                if response.status_code == httpx.codes.OK:
                    body = _body(response, most, deadline)
        except httpx.TimeoutException:
            raise FetchError(f"took longer than {self._settings.seconds:g} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as fault:
            raise FetchError(f"{type(fault).__name__}: {fault}") from None
        finally:
            self._pace.asked(host)
        kept = {name.lower(): value for name, value in response.headers.items()}
        return Answer(address, response.status_code, kept, body)

    def _refuse(self, response: httpx.Response, host: str) -> None:
        """Raise FetchError for an answer that is none."""
        status = response.status_code
        if status in {httpx.codes.OK, _UNCHANGED} or response.is_redirect:
            return
        after = retry_after(response.headers.get("retry-after"), time.time())
        if status in {429, 503} and after is not None:
            self._pace.hold(host, after)
        told = f"answered {status} {response.reason_phrase}".strip()
        raise FetchError(told, never=status in {404, 410}, after=after, status=status)


def _refuse_scheme(address: str) -> None:
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).hostname:
        raise FetchError(f"{address} is no address of the web", never=True)


def _body(response: httpx.Response, most: int, deadline: float) -> bytes:
    """The body, unpacked here and in pieces, so that no answer grows beyond the limit; raises FetchError."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODED:
        raise FetchError(f"packed as {encoding}, which was not asked for")
    unpacked = zlib.decompressobj(47) if encoding not in {"", "identity"} else None
    out = bytearray()
    for part in response.iter_raw(_BLOCK):
        piece = part
        if unpacked is not None:
            try:
                piece = unpacked.decompress(part, most + 1 - len(out))
            except zlib.error as fault:
                raise FetchError(f"not packed as it says ({fault})") from None
        out += piece
        if len(out) > most:
            raise FetchError(f"larger than {most >> 10} KiB; --limit page-bytes=… raises that", never=True)
        if time.monotonic() > deadline:
            raise FetchError("took too long")
    if unpacked is not None and not unpacked.eof:
        raise FetchError("cut off in the middle")
    return bytes(out)
