"""The account of an event as its page has it: voices with copies folded, how figures moved, what is told beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso import reconcile
from sayso.core.event import Estimate, Event, Step, Voice
from sayso.core.report import Report
from sayso.publish.account.known import Known
from sayso.publish.account.voices import beside, carriers, folded
from sayso.run.parties import key_of
from sayso.web.snapshot import Snapshot
from sayso.web.view.known import known


class Spoken(NamedTuple):
    """A voice, the key of the source it is, its role, its reports, and what it says: each claim before its copies."""

    voice: Voice
    key: str | None
    beside: list[str]
    reports: list[Report]
    statements: list[list[str]]


class Moved(NamedTuple):
    """How the total of one effect moved."""

    effect: str
    steps: tuple[Step, ...]


class Beside(NamedTuple):
    """Another event that the same reports tell of, and how many of their claims are about it."""

    event: Event
    claims: int


class Account(NamedTuple):
    """The page's content. `killed` is the total killed; `unvoiced` are the claims of no voice, copies folded."""

    event: Event
    known: Known
    voices: list[Spoken]
    unvoiced: list[list[str]]
    killed: Estimate | None
    moved: list[Moved]
    reports: list[Report]
    alongside: list[Beside]

    @property
    def parties(self) -> int:
        """How many of the voices are a party to the event."""
        return sum(one.voice.party for one in self.voices)


def account(snapshot: Snapshot, event: Event, families: Mapping[str, str] | None) -> Account:
    """The account of an event of the snapshot."""
    of = known(snapshot, event)
    keys = {of.report(one).key for one in event.claims}
    reports = sorted((snapshot.reports[key] for key in keys), key=lambda one: (one.published or "~", one.key))
    given = {one for voice in event.voices for one in voice.claims}
    return Account(
        event=event,
        known=of,
        voices=[_spoken(snapshot, of, voice) for voice in event.voices],
        unvoiced=folded(of, [one for one in event.claims if one not in given]),
        killed=next((one for one in event.estimates if one.effect == "killed" and one.group is None), None),
        moved=_moved(reconcile.course(event, reports, families)),
        reports=reports,
        alongside=_alongside(snapshot, event, reports),
    )


def _spoken(snapshot: Snapshot, of: Known, voice: Voice) -> Spoken:
    return Spoken(
        voice, key_of(voice, snapshot.claims), beside(of, voice), carriers(of, voice), folded(of, voice.claims)
    )  # fmt: skip


def _moved(steps: tuple[Step, ...]) -> list[Moved]:
    by_effect: dict[str, list[Step]] = {}
    for step in steps:
        by_effect.setdefault(step.effect, []).append(step)
    return [Moved(effect, tuple(some)) for effect, some in by_effect.items()]


def _alongside(snapshot: Snapshot, event: Event, reports: list[Report]) -> list[Beside]:
    """Those most told of first."""
    counts: dict[str, int] = {}
    for report in reports:
        for claim in report.claims:
            other = snapshot.event_of.get(claim.id, event.id)
            if other != event.id:
                counts[other] = counts.get(other, 0) + 1
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [Beside(snapshot.events[one], count) for one, count in ordered]
