"""The records of a web archive that hold what was captured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from sayso.core.trouble import InputError
from sayso.ingest.limits import Limits
from sayso.ingest.stream import some

KINDS = frozenset({"response", "resource", "revisit"})


class _Prompt:
    """A stream that gives what it has, and so all that stands before a fault."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        """At least one byte where there is one."""
        return some(self._stream, size)


class Capture(NamedTuple):
    """What was had from an address: headers with names in small letters, and the body as it was sent.

    Of a page too large, the body is one byte longer than one may be. A revisit has no body.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    revisit: bool


def captures(stream: BinaryIO, limits: Limits) -> Iterator[Capture]:
    """Every capture of an archive; raises InputError where it is damaged."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 -- only web archives wait for it

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # what it would write to standard error

    records = iter(Quiet(_Prompt(stream)))
    while (record := _next(records)) is not None:
        if record.rec_type in KINDS:
            yield _capture(record, limits)


def _next(records: Iterator[Any]) -> Any:  # noqa: ANN401 -- a record of a library without types
    try:
        return next(records, None)
    except Exception as fault:  # noqa: BLE001 -- on damaged archives the library fails in many ways
        raise damaged(fault) from None


def damaged(fault: Exception | str) -> InputError:
    """What is raised for an archive that is not whole; what our own streams have said already is said so."""
    if isinstance(fault, InputError):
        return fault
    said = " ".join(str(fault).split()) or type(fault).__name__
    return InputError(f"not a whole web archive: {said}; what stands before that was read")


def _capture(one: Any, limits: Limits) -> Capture:  # noqa: ANN401 -- a record of a library without types
    url = one.rec_headers.get_header("WARC-Target-URI") or ""
    revisit = one.rec_type == "revisit"
    if one.http_headers is None:  # a file that was put in by itself
        headers, status = {"content-type": one.content_type or ""}, 200
    else:
        headers = {name.lower(): value for name, value in one.http_headers.headers}
        code = one.http_headers.get_statuscode()
        status = int(code) if code.isascii() and code.isdigit() else 0
    body = b"" if revisit else one.raw_stream.read(limits.page_bytes + 1)
    return Capture(url.strip("<>"), status, headers, body, revisit)
