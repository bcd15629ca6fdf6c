"""Files that go to the browser as they are: style sheets, scripts, map shapes. A digest in the address keeps them."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json"}
SQUEEZED = frozenset({".js", ".mjs", ".css", ".json", ".svg", ".txt"})
FOR_GOOD = "public, max-age=31536000, immutable"
ANEW = "no-cache"


class Asset(NamedTuple):
    """A file's bytes, the same gzipped where that helps, its type and digest."""

    plain: bytes
    squeezed: bytes | None
    type: str
    digest: str


@cache
def held(path: str) -> Asset | None:
    """The asset at a path below `static/`, None where there is none."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        return None
    at = files("sayso.web") / "static"
    for part in parts:  # only names that are there, whatever the system makes of others
        found = [one for one in at.iterdir() if one.name == part] if at.is_dir() else []
        if not found:
            return None
        at = found[0]
    if not at.is_file():
        return None
    plain = at.read_bytes()
    ending = "." + parts[-1].rpartition(".")[2]
    kind = KINDS.get(ending) or mimetypes.guess_type(parts[-1])[0] or "application/octet-stream"
    squeezed = gzip.compress(plain, 9, mtime=0) if ending in SQUEEZED else None
    return Asset(plain, squeezed, kind, hashlib.sha256(plain).hexdigest()[:16])


def asset(path: str) -> str:
    """The address of a file below `static/`, with its digest; a template that names one that is not there fails."""
    found = held(path)
    if found is None:
        raise LookupError(f"static/{path} is not there")
    return f"/static/{path}?{found.digest}"


def serve(request: Request) -> Response:
    """The file, or 304 where the browser has it, or 404."""
    found = held(request.path_params["path"])
    if found is None:
        return Response("no such file", 404, media_type="text/plain")
    tag = f'"{found.digest}"'
    lasting = FOR_GOOD if request.url.query == found.digest else ANEW
    headers = {"ETag": tag, "Cache-Control": lasting, "Vary": "Accept-Encoding"}
    if tag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    if found.squeezed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        return Response(found.squeezed, headers={**headers, "Content-Encoding": "gzip"}, media_type=found.type)
    return Response(found.plain, headers=headers, media_type=found.type)
