"""Which event is meant, and which events are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sayso.core.decided import rejected
from sayso.core.event import Event
from sayso.core.release import Release
from sayso.core.trouble import DateError, LedgerError
from sayso.core.when import bounds
from sayso.publish.account.heading import counted, heading
from sayso.publish.ids import SHOWN, Ids

NEAR = 5  # events named where none fits
_ALIKE = 3  # characters at the beginning of an id that make it a near one


def event_named(release: Release, name: str) -> Event:
    """The event of an id, of a claim's id, or of the unambiguous beginning of either; also of a former event id.

    An event's id is `e` and the id of its first claim; where that claim is now in another event, it leads there.
    Raises LedgerError, with what is near, where no event fits or more than one.
    """
    wanted = name.strip().lower()
    former = wanted.removeprefix("e")
    for fitting in (
        [event for event in release.events if event.id == wanted],
        [event for event in release.events if wanted in event.claims],
        _begun(release, wanted, ids=True),
        _begun(release, wanted, ids=False),
        _begun(release, former, ids=False) if wanted != former else [],
    ):
        if wanted and len(fitting) == 1:
            return fitting[0]
        if wanted and fitting:
            raise LedgerError(_listing(release, f"{name!r} fits {len(fitting)} events; give more of the id", fitting))
    raise LedgerError(_unknown(release, name, wanted))


def _begun(release: Release, wanted: str, *, ids: bool) -> list[Event]:
    """The events whose id, or one of whose claims' ids, begins so."""
    return [
        event
        for event in release.events
        if (event.id.startswith(wanted) if ids else any(claim.startswith(wanted) for claim in event.claims))
    ]


def _unknown(release: Release, name: str, wanted: str) -> str:
    inside = any(claim.id == wanted for report in release.state.reports for claim in report.claims)
    out = bool(wanted) and any(one.startswith(wanted) for one in rejected(release.state))
    what = (
        f"claim {name} is in no event{', since it was rejected' if out else ''}"
        if inside or out
        else f"no event, nor a claim in one, is called {name!r} as of row {release.state.head}"
    )
    near = [event for event in release.events if _near(event, wanted)]
    if near:
        return _listing(release, f"{what}; near it", near)
    return f"{what}; sayso events lists the {counted(len(release.events), 'event')} there are"


def _near(event: Event, wanted: str) -> bool:
    """Whether the id begins alike, or what was asked for stands in what the event is called."""
    beginning = wanted[:_ALIKE]
    alike = any(one.startswith(beginning) for one in (event.id, *event.claims)) if len(wanted) >= _ALIKE else False
    return alike or (bool(wanted) and wanted in heading(event).casefold())


def _listing(release: Release, message: str, events: list[Event]) -> str:
    ids = Ids(event.id for event in release.events)
    lines = [f"{message}:", *(f"  {ids.short(event.id, 1 + SHOWN)}  {heading(event)}" for event in events[:NEAR])]
    if more := len(events) - NEAR:
        lines += [f"  and {more} more; sayso events lists them"] if more > 0 else []
    return "\n".join(lines)


def chosen(
    events: Iterable[Event], *, since: str | None = None, until: str | None = None, place: str | None = None,
    types: Collection[str] = (),
) -> Iterator[Event]:  # fmt: skip
    """The events that may have been on or after `since` and on or before `until` (EDTF), at a place, of given types.

    A place fits that has the given words in its name, or them as its id. An event without a date fits no time.
    Raises DateError where a bound is no date.
    """
    first = bounds(since)[0] if since else None
    last = bounds(until)[1] if until else None
    for event in events:
        if types and event.type not in types:
            continue
        if place and not _is_at(event, place):
            continue
        if (first or last) and not _overlaps(event, str(first or ""), str(last or "")):
            continue
        yield event


def _is_at(event: Event, place: str) -> bool:
    return event.where is not None and (place.casefold() in event.where.name.casefold() or place == event.where.id)


def _overlaps(event: Event, first: str, last: str) -> bool:
    """Whether the event's days and those asked for meet; days as ISO 8601 has them, empty for an open end."""
    start, end = _days(event)
    return bool(start or end) and not (first and end and end < first) and not (last and start and start > last)


def by_date(events: Iterable[Event]) -> list[Event]:
    """The events in the order of their first day, undated ones last."""
    return sorted(events, key=lambda event: (_days(event)[0] or _days(event)[1] or "~", event.id))


def _days(event: Event) -> tuple[str, str]:
    """First and last day, each empty where it is open or not told."""
    try:
        start, end = bounds(event.when.edtf) if event.when.edtf else (None, None)
    except DateError:
        start, end = None, None
    return str(start or ""), str(end or "")
