"""Large crawls: records and the text of pages by libraries that are faster, where their extra is installed.

What a page says of itself is read as ever. Of its text fastness has a price: a line of a menu or a list of links may
stay, where `page.py` leaves it out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO

from sayso.core.trouble import InputError
from sayso.ingest.limits import Limits
from sayso.ingest.stream import some
from sayso.ingest.warc_records import KINDS, Capture, damaged

EXTRA = "scale"
_CUT = "it ends in the middle of a record"


class _Told(io.RawIOBase):
    """A stream that tells its place, which the library asks for; a fault ends it, and is kept till it is missed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.fault: Exception | None = None

    def read(self, size: int = -1, /) -> bytes:
        """At least one byte where there is one."""
        part = b""
        if self.fault is None:
            try:
                part = some(self._stream, size)
            except (InputError, OSError) as fault:
                self.fault = fault
        self._at += len(part)
        return part

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def installed() -> bool:
    """Whether the libraries of the extra are there."""
    return all(find_spec(name) is not None for name in ("fastwarc", "resiliparse"))


def captures(stream: BinaryIO, limits: Limits) -> Iterator[Capture]:
    """Every capture of an archive that is unpacked already; raises InputError where it is damaged."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 -- an extra

    told = _Told(stream)
    records = iter(ArchiveIterator(told, stream_detect=False))
    while (one := _next(records, told)) is not None:
        if (kind := one.headers["WARC-Type"]) in KINDS:
            yield _capture(one, told, limits, revisit=kind == "revisit")


def _next(records: Iterator[Any], told: _Told) -> Any:  # noqa: ANN401 -- a record of a library
    try:
        one = next(records, None)
    except Exception as fault:  # noqa: BLE001 -- on damaged archives the library fails in many ways
        raise damaged(told.fault or fault) from None
    if one is None and told.fault is not None:
        raise damaged(told.fault)
    if one is not None and one.headers.get("WARC-Type") is None:
        raise damaged(told.fault or _CUT)
    return one


def _capture(one: Any, told: _Told, limits: Limits, *, revisit: bool) -> Capture:  # noqa: ANN401
    url = one.headers.get("WARC-Target-URI") or ""
    if one.http_headers is None:  # a file that was put in by itself
        headers, status = {"content-type": one.headers.get("Content-Type") or ""}, 200
    else:
        headers = {name.lower(): value for name, value in one.http_headers.to_tuples()}
        status = one.http_headers.status_code or 0
    most = limits.page_bytes + 1
    body = b"" if revisit else one.reader.read(most)
    if told.fault is not None and not revisit and len(body) < min(one.content_length, most):
        raise damaged(told.fault)
    return Capture(url.strip("<>"), status, headers, body, revisit)


def paragraphs(html: str, leave_out: Iterable[str]) -> list[str]:
    """The paragraphs of a page's report, without the elements whose names are in `leave_out`."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 -- an extra

    found = extract_plain_text(
        html, main_content=True, list_bullets=False, alt_texts=False, form_fields=False, noscript=False,
        comments=False, post_meta=False, skip_elements=list(leave_out),
    )  # fmt: skip
    return [" ".join(line.split()) for line in found.split("\n") if line.strip()]
