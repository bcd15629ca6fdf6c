"""Web archives (WARC): every page that was captured, under the address it was captured from."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from sayso.core.trouble import InputError
from sayso.ingest import fast
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.packed import GZIP_BEGINS, gunzipped
from sayso.ingest.page import Sent, read_page
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.unpack import refused
from sayso.ingest.warc_records import Capture, captures
from sayso.ingest.web import decoded

NAME = "warc"
REVISITS = "captures in web archives of what was captured before"
OTHERS = "captures in web archives that are no pages"
FAILURES = "captures in web archives of pages that were not there"
_BEGINS = b"WARC/"
_CHARSET = re.compile(r"charset\s*=\s*\"?([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_FINE = 200


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the bytes tell
    """Whether it begins as a web archive, packed by gzip or not."""
    if not head.startswith(GZIP_BEGINS):
        return head.startswith(_BEGINS)
    try:
        return zlib.decompressobj(wbits=31).decompress(head, len(_BEGINS)) == _BEGINS
    except zlib.error:
        return False


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The document of every page captured, in the order of the archive."""
    stream = gunzipped(given, tools) if given.head.startswith(GZIP_BEGINS) else given.stream
    pages = 0
    for one in _captures(tools)(stream, tools.limits):
        if one.revisit:
            tools.skip(given.place, REVISITS)
        elif not _is_page(one):
            tools.skip(given.place, OTHERS)
        elif one.status != _FINE:
            tools.skip(given.place, FAILURES)
        else:
            pages += 1
            yield _page(given.place.within(one.url), one, tools)
    if not pages:
        raise InputError("there is no page in this web archive")


def _captures(tools: Tools) -> Callable[[BinaryIO, Limits], Iterator[Capture]]:
    return fast.captures if tools.fast else captures


def _is_page(one: Capture) -> bool:
    return one.headers.get("content-type", "").partition(";")[0].strip().lower() in {
        "text/html",
        "application/xhtml+xml",
    }


def _page(place: Place, one: Capture, tools: Tools) -> Taken:
    most = tools.limits.page_bytes
    try:
        raw = decoded(one.body, one.headers, most + 1)
    except InputError as fault:
        return refused(place, str(fault), NAME)
    if len(raw) > most:
        return refused(place, f"larger than {amount(most)}, {named('page_bytes')}", NAME)
    said = _CHARSET.search(one.headers.get("content-type", ""))
    sent = Sent(one.url, said[1] if said else None)
    found = read_page(raw, place, sent, limits=tools.limits, fast=tools.fast)
    return Taken(found, place, NAME, raw)


WARC = Ingestor(NAME, "a web archive: every page captured", accepts, documents, known="WARC/ at its beginning")
