"""The events of a release as a table for a terminal: when, where, what, how many killed, who says so."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.core.event import Event
from sayso.core.release import Release
from sayso.publish import phrase
from sayso.publish.account.figures import high
from sayso.publish.account.heading import as_of, counted
from sayso.publish.ids import SHOWN, Ids
from sayso.publish.sheet import Line, Part, Sheet, Table, line

HEAD = ("date", "place", "type", "killed", "voices", "reports", "grade", "event")
_DAY = len("2018-02-07")


def events(release: Release, some: Sequence[Event]) -> Sheet:
    """A row for each of some events of the release, in the order given; killed as low–best–high."""
    of, ids = len(release.events), Ids(event.id for event in release.events)
    shown = counted(of, "event") if len(some) == of else f"{len(some)} of {counted(of, 'event')}"
    table = Table(head=HEAD, rows=tuple(_row(event, ids) for event in some), right=(3, 4, 5), soft=1)
    reports = counted(len(release.state.reports), "report")
    return Sheet(
        title=shown,
        about=(line(Part(reports, "quiet"), Part(as_of(release.state), "quiet")),),
        blocks=(table,) if some else (),
    )


def _row(event: Event, ids: Ids) -> tuple[Line, ...]:
    where = event.where.name if event.where is not None else "–"
    return (
        line(_date(event.when.edtf)), line(where), line(phrase.words(event.type)), line(_killed(event)),
        line(str(len(event.voices))), line(str(len(event.documents))), line(event.grade),
        line(Part(ids.short(event.id, 1 + SHOWN), "id")),
    )  # fmt: skip


def _date(edtf: str | None) -> str:
    """The date; of the second end of an interval only what differs, as ISO 8601 has it: *2018-02-07/08*."""
    start, slash, end = (edtf or "–").partition("/")
    if len(start) == len(end) == _DAY:
        end = end[len("2018-02-") :] if start[:7] == end[:7] else end[len("2018-") :] if start[:4] == end[:4] else end
    return start + slash + end


def _killed(event: Event) -> str:
    total = next((one for one in event.estimates if one.effect == "killed" and one.group is None), None)
    return f"{total.low}–{total.best}–{high(total.high)}" if total else ""
