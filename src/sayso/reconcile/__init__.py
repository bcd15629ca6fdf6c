"""From claims to events: which claims speak of one thing, in how many independent voices, and what they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.core.event import Conflict, Doubt, Event, Step
from sayso.core.judgement import Judgement
from sayso.core.report import Report
from sayso.reconcile.doubt import doubts
from sayso.reconcile.estimate import estimates
from sayso.reconcile.event import event
from sayso.reconcile.group import Group, groups
from sayso.reconcile.heard import heard
from sayso.reconcile.member import Member, age
from sayso.reconcile.outdated import counted
from sayso.reconcile.voice import Voices


class Weighed(NamedTuple):
    """The events, the joins that were made or refused on little, and the groups that the events were made of."""

    events: tuple[Event, ...]
    doubts: tuple[Doubt, ...]
    groups: tuple[Group, ...]


def reconcile(
    reports: Iterable[Report], judgements: Iterable[Judgement] = (), families: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """The events that the reports tell of, those that most are about first; the same in whatever order they come.

    `families` maps names of outlets to their publisher, and of other sources to the name they go by: each is one voice.
    """
    return weighed(reports, judgements, families).events


def weighed(
    reports: Iterable[Report], judgements: Iterable[Judgement] = (), families: Mapping[str, str] | None = None
) -> Weighed:
    """The events, and where the rules were least sure."""
    known = sorted({report.key: report for report in reports}.values(), key=age)
    voices = Voices(known, families)
    by_key = {report.key: report for report in known}
    made = groups(known, judgements)
    found = [(_about(group), event(_members(group, by_key), voices, _refused(group))) for group in made]
    found.sort(key=lambda each: (-each[0], -len(each[1].documents), each[1].when.edtf or "9999", each[1].id))
    return Weighed(tuple(one for _, one in found), doubts(made), made)


def course(one: Event, reports: Iterable[Report], families: Mapping[str, str] | None = None) -> tuple[Step, ...]:
    """How each total of an event stood after every day on which a report of it was published, where it had changed.

    A page that was changed on the day of its publication counts as first published, then as changed.

    Only claims of the event count, so that what is shown is how its figures moved and not how its bounds were drawn.
    """
    wanted = set(one.claims)
    known = sorted((report for report in reports if any(claim.id in wanted for claim in report.claims)), key=age)
    out: list[Step] = []
    stood: dict[str, tuple[int, int, int | None]] = {}
    for last in sorted({_stage(report) for report in known}):
        until = [report for report in known if _stage(report) <= last]
        voices = Voices(until, families)
        members = [Member(report, claim) for report in until for claim in report.claims if claim.id in wanted]
        new = {claim.id for report in until if _stage(report) == last for claim in report.claims}
        for total in estimates(*counted(members, heard(members, voices))):
            now = (total.low, total.best, total.high)
            if total.group is None and stood.get(total.effect) != now:
                stood[total.effect] = now
                moved = tuple(claim for claim in total.used if claim in new)
                out.append(
                    Step(
                        published=until[-1].published, effect=total.effect, low=now[0], best=now[1], high=now[2],
                        claims=moved,
                    )
                )  # fmt: skip
    return tuple(out)


def _stage(report: Report) -> tuple[str, int]:
    """The day of publication, and how often the page had been changed before."""
    return age(report)[0], report.version


def _about(group: Group) -> int:
    """How many reports are about this event, and do not only tell of it beside another."""
    return len({strand.report for strand in group.strands if strand.role == "main"})


def _members(group: Group, reports: Mapping[str, Report]) -> list[Member]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for strand in group.strands:
        wanted[strand.report].update(strand.claims)
    return [Member(reports[key], claim) for key in wanted for claim in reports[key].claims if claim.id in wanted[key]]


def _refused(group: Group) -> list[Conflict]:
    """Joins that people have ruled out, where the features spoke for them."""
    return [
        Conflict(field="event", claims=tuple(sorted((one.left, one.right))), reason=one.reason)
        for one in group.refused
        if one.by != "rule"
    ]


__all__: Sequence[str] = ("Weighed", "course", "reconcile", "weighed")
