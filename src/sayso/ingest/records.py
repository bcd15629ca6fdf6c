"""The records of a table in text, one at a time: those that can be read, and in its place each that cannot."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from sayso.core.trouble import InputError
from sayso.ingest.decode import decode, marked
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.port import Input

_QUOTE = b'"'
_BLOCK = 1 << 16


class Record(NamedTuple):
    """A record: the line it begins on, its cells, the bytes it was read from, and what had to be done to them."""

    line: int
    cells: list[str]
    raw: bytes
    warnings: tuple[str, ...]


class Bad(NamedTuple):
    """A record that cannot be read: the line it begins on, and why."""

    line: int
    why: str


class _Line(NamedTuple):
    text: str
    raw: bytes
    quotes: int  # in all of it, also where it is cut off for being too long
    warnings: tuple[str, ...] = ()


class _TooLargeError(Exception):
    """A record larger than a page may be."""


class Records:
    """The records of a stream whose columns are parted by `delimiter`; empty ones are left out."""

    def __init__(self, given: Input, delimiter: str, limits: Limits) -> None:
        self._delimiter = delimiter
        self._limits = limits
        self._lines = _lines(given, limits)
        self._held: list[_Line] = []  # the lines of the record being read
        self._size = 0  # their bytes
        self._number = 0  # lines read so far
        self._ended = False  # whether more lines were asked for than there are

    def __iter__(self) -> Iterator[Record | Bad]:
        """Each in its order; what follows one that cannot be read is read."""
        reader = csv.reader(self._fed(), delimiter=self._delimiter)
        while True:
            begun, self._held, self._size = self._number + 1, [], 0
            try:
                with _wide(self._limits.page_bytes):
                    cells = next(reader)
            except StopIteration:
                return
            except (_TooLargeError, csv.Error) as fault:
                yield Bad(begun, self._said(fault))
                self._pass_over()
                reader = csv.reader(self._fed(), delimiter=self._delimiter)
                continue
            if self._ended:
                last = "" if self._number == begun else f", and all to line {self._number} stands in it"
                yield Bad(begun, f"a quote is never closed{last}; close it, or double it if it is meant as such")
            elif any(cell.strip() for cell in cells):
                raw = b"".join(line.raw for line in self._held)
                warnings = dict.fromkeys(warning for line in self._held for warning in line.warnings)
                yield Record(begun, cells, raw, tuple(warnings))

    def _fed(self) -> Iterator[str]:
        for line in self._lines:
            self._number += 1
            self._held.append(line)
            self._size += len(line.raw)
            if self._size > self._limits.page_bytes:
                raise _TooLargeError
            yield line.text
        self._ended = True

    def _said(self, fault: Exception) -> str:
        if isinstance(fault, _TooLargeError):
            limit = f"a row larger than {amount(self._limits.page_bytes)}, {named('page_bytes')}"
            return f"{limit}. If it is not so large, a quote in it is never closed"
        return f"not a row of a table ({fault}); save the table as CSV again"

    def _pass_over(self) -> None:
        """Leave the rest of a record that was given up: it ends where its quotes are even in number."""
        quotes = sum(line.quotes for line in self._held)
        while quotes % 2 and (line := next(self._lines, None)) is not None:
            self._number += 1
            quotes += line.quotes


@contextmanager
def _wide(size: int) -> Iterator[None]:
    """With cells that may be so large; the limit is csv's own, for all that read, so it is put back."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _lines(given: Input, limits: Limits) -> Iterator[_Line]:
    """The lines of a stream as text: by its byte-order mark, else each as UTF-8, or Windows-1252 if it is not."""
    encoding = marked(given.head)
    if encoding not in (None, "utf-8"):
        yield from _wide_lines(given.stream, encoding, limits)
        return
    while raw := given.stream.readline(limits.page_bytes + 1):
        quotes = raw.count(_QUOTE) + (_rest(given.stream) if len(raw) > limits.page_bytes else 0)
        plain = raw.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")
        try:
            yield _Line(plain.decode("utf-8"), raw, quotes)
        except UnicodeDecodeError:
            text, warnings = decode(plain)
            yield _Line(text, raw, quotes, warnings)


def _rest(stream: BinaryIO) -> int:
    """Pass over the rest of a line; how many quotes it has."""
    quotes = 0
    while part := stream.readline(_BLOCK):
        quotes += part.count(_QUOTE)
        if part.endswith(b"\n"):
            break
    return quotes


def _wide_lines(stream: BinaryIO, encoding: str, limits: Limits) -> Iterator[_Line]:
    """The lines of a stream in UTF-16 or UTF-32, as spreadsheets save it."""
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        while line := text.readline(limits.page_bytes + 1):
            yield _Line(line.removeprefix("\ufeff"), line.encode(encoding), line.count('"'))
    except UnicodeDecodeError as fault:
        raise InputError(f"marked as {encoding} but not {encoding} ({fault.reason}); save it as UTF-8") from None
    finally:
        text.detach()
