"""When what is asked again: pure, given the clock and chance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

LONGEST = 6 * 3600.0  # seconds between two tries of what fails
LONGEST_ASKED = 24 * 3600.0  # seconds that a server is believed when it asks to be left alone


class Job(NamedTuple):
    """A feed to poll or a page to fetch, at its address, due at a moment in seconds."""

    kind: Literal["feed", "page"]
    address: str
    at: float


class Turn(NamedTuple):
    """What is next, and when it may be done: when it is due and its host free."""

    job: Job
    at: float


def turn(jobs: Iterable[Job], free_at: Callable[[str], float]) -> Turn | None:
    """The job that may be done first; of several that may be now, the one due the longest. None where there is none."""
    turns = (Turn(job, max(job.at, free_at(job.address))) for job in jobs)
    return min(turns, key=lambda one: (one.at, one.job.at, one.job.kind, one.job.address), default=None)


def next_poll(now: float, every: float, chance: float) -> float:
    """When a feed is polled next; up to a tenth sooner or later by chance (0 to 1), so that not all come at once."""
    return now + every * (0.9 + 0.2 * chance)


def next_try(now: float, failures: int, first: float, chance: float) -> float:
    """When what failed so often is tried again: the wait doubles each time, and half of it is left to chance."""
    wait = min(LONGEST, first * 2.0 ** min(failures - 1, 30))
    return now + wait * (0.5 + 0.5 * chance)


def retry_after(said: str | None, now: float) -> float | None:
    """The seconds that a Retry-After asks for, given as seconds or as a date; None where it says nothing of use."""
    if said is None:
        return None
    if said.strip().isdecimal():
        return min(float(said.strip()[:9]), LONGEST_ASKED)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return min(max(zoned.timestamp() - now, 0.0), LONGEST_ASKED)
