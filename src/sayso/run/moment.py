"""Moments as rows of the ledger have them, and the clock: it is read here and handed down."""

from __future__ import annotations

import datetime as dt

from sayso.core.trouble import LedgerError


def now() -> str:
    """The moment it is, in UTC, to the second."""
    return stamp(dt.datetime.now(dt.UTC))


def today() -> dt.date:
    """The day it is, in UTC."""
    return dt.datetime.now(dt.UTC).date()


def stamp(moment: dt.datetime) -> str:
    """A moment in UTC, as ISO 8601 writes it: `2026-03-07T09:30:00Z`."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def written(moment: str) -> str:
    """A day or moment that somebody wrote in ISO 8601, in UTC; one without a zone is taken to be in UTC.

    Raises LedgerError where it is none.
    """
    try:
        found = dt.datetime.fromisoformat(moment)
        return stamp(found if found.tzinfo else found.replace(tzinfo=dt.UTC))
    except (ValueError, OverflowError):
        raise LedgerError(
            f"{moment!r} is not a day or moment as ISO 8601 writes it, such as 2026-03-07T09:30Z"
        ) from None


def after(last: str) -> str:
    """The moment it is, or that of the last row where the clock stands behind it: those of a ledger never go back."""
    return max(now(), last)
