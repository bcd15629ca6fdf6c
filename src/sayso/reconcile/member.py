"""A claim with the report it stands in, and the order in which reports were published."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from sayso.core.claim import Claim
from sayso.core.report import Report
from sayso.core.when import anchor

Age = tuple[str, str, int, str]  # day of publication, the date as written (it may hold an hour), version, the key


class Member(NamedTuple):
    """One claim of an event."""

    report: Report
    claim: Claim


def age(report: Report) -> Age:
    """What puts reports in the order of publication; one without a date stands last, since nothing is before it.

    Of versions of a page that give one date the earlier stands first.
    """
    day = _day(report.published)
    return (day.isoformat() if day else "9999", report.published or "", report.version, report.key)


@lru_cache(maxsize=65536)
def _day(published: str | None) -> dt.date | None:
    found = anchor(published)
    return found.last if found else None
