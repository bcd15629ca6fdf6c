"""The few exceptions a caller should catch."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of every error that sayso raises on purpose; its text says what to do."""


class SpanError(SaysoError):
    """A span that does not slice its text."""


class PackError(SaysoError):
    """A language pack with a fault; the text names file and line."""


class InputError(SaysoError):
    """An input that cannot be read; the text names it."""


class DateError(SaysoError):
    """A date that is not EDTF as sayso writes it."""


class LedgerError(SaysoError):
    """A ledger that cannot be opened, read or added to, or is asked for what it does not hold."""


class HeadMovedError(LedgerError):
    """Another writer added rows between reading the head of a ledger and appending behind it; nothing was written."""


class WorkerError(SaysoError):
    """A process that reads for another is not there any more, or never was; the text says what to do."""
