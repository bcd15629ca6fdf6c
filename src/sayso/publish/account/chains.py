"""Through whose hands an event's words came to its reports: what shows that twelve articles may be two sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.core.event import Voice
from sayso.core.fold import fold
from sayso.core.report import Report
from sayso.publish import phrase
from sayso.publish.account.heading import counted
from sayso.publish.account.known import Known
from sayso.publish.chart.chains import Chains, Item
from sayso.publish.chart.fold import Named, Path, folded
from sayso.publish.chart.layers import Node
from sayso.publish.date import day


class Words(NamedTuple):
    """What the picture says beside names: how many of a thing, over its columns and in its boxes."""

    reports: Callable[[int], str] = lambda number: counted(number, "report")
    voices: Callable[[int], str] = lambda number: counted(number, "voice")
    more: Callable[[int], str] = lambda number: f"and {number} more"
    day: Callable[[str | None], str] = day
    by_way_of: str = "by way of"
    party: str = "a party to the event"
    unnamed: str = phrase.NOBODY


class Ways(NamedTuple):
    """Where a report and a voice lead; by default nowhere."""

    report: Callable[[Report], str | None] = lambda _: None
    voice: Callable[[Voice], str | None] = lambda _: None


ENGLISH, NOWHERE = Words(), Ways()
Boxes = dict[Node, tuple[str, tuple[Item, ...]]]


def chains(known: Known, said: Words = ENGLISH, ways: Ways = NOWHERE) -> Chains:
    """The graph of an event: each report, the hands its words came through, the voices they began with."""
    found = sorted(
        ((one, voice) for voice in known.event.voices for one in voice.claims), key=lambda pair: known.when(pair[0])
    )
    last = max((len(known.claim(one).attribution[:-1]) for one, _ in found), default=0) + 1
    reports = {known.report(one).key: known.report(one) for one, _ in found}
    named = Named(
        reports={key: Item(_told(report, said), ways.report(report)) for key, report in reports.items()},
        boxes=_hands(known, [one for one, _ in found], said) | _voices(known, last, said, ways),
        alone=_alone(known, last, said, ways),
        more=said.more,
    )
    paths = [
        Path(known.report(one).key, (*(node for node, _ in _through(known, one, said)), (last, voice.id)))
        for one, voice in found
    ]
    heads = (said.reports(len(reports)), *[said.by_way_of] * (last - 1), said.voices(len(known.event.voices)))
    return folded(paths, named, heads)


def _through(known: Known, one: str, said: Words) -> list[tuple[Node, str]]:
    """The hands between the report and the voice; the same one at the same place in a chain is one node."""
    return [
        ((k, f"{fold(link.source.name or '')} {link.source.kind}"), link.source.name or said.unnamed)
        for k, link in enumerate(known.claim(one).attribution[:-1], 1)
    ]


def _hands(known: Known, claims: list[str], said: Words) -> Boxes:
    return {
        node: ("hand", (Item(called, strong=True),)) for one in claims for node, called in _through(known, one, said)
    }


def _voices(known: Known, column: int, said: Words, ways: Ways) -> Boxes:
    out: Boxes = {}
    for voice in known.event.voices:
        carried = len({known.report(one).key for one in voice.claims})
        items = [_called(voice, said, ways), Item(said.reports(carried), quiet=True)]
        if voice.party:
            items.append(Item(said.party, quiet=True))
        out[column, voice.id] = ("voice party" if voice.party else "voice", tuple(items))
    return out


def _alone(known: Known, column: int, said: Words, ways: Ways) -> dict[Node, tuple[Item, ...]]:
    """Voices that are no party, as they stand in a box with others: the name, and in which report, if not its own."""
    out: dict[Node, tuple[Item, ...]] = {}
    for voice in known.event.voices:
        if voice.claims and not voice.party:
            report = known.report(voice.claims[0])
            own = fold(voice.name or "") == fold(report.publisher or "")
            told = () if own else (Item(_told(report, said), quiet=True),)
            out[column, voice.id] = (_called(voice, said, ways), *told)
    return out


def _called(voice: Voice, said: Words, ways: Ways) -> Item:
    return Item(voice.name or said.unnamed, ways.voice(voice), strong=True)


def _told(report: Report, said: Words) -> str:
    return f"{report.publisher or report.id}, {said.day(report.published)}"
