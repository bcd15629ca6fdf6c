"""The pictures on pages, in the words of the interface and with links that stay at the visit's moment of the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from sayso.core.event import Voice
from sayso.core.report import Report
from sayso.core.when import anchor
from sayso.publish.account.chains import Ways, Words, chains
from sayso.publish.account.known import Known
from sayso.publish.chart import chains as graph
from sayso.publish.chart import course as plot
from sayso.publish.chart import timeline as times
from sayso.publish.chart.svg import Labelled
from sayso.publish.date import day
from sayso.run.listing import Listed
from sayso.web import words
from sayso.web.say import calendar
from sayso.web.view.account import Moved


def chains_of(known: Known, say: words.Words, report: Callable[[Report], str]) -> Markup:
    """The graph of an event's chains; voices lead to where they stand on the page, reports where `report` says."""
    reports = len({known.report(one).key for one in known.event.claims})
    said = Words(
        reports=lambda n: say.number("{n} report", "{n} reports", n),
        voices=lambda n: say.number("{n} voice", "{n} voices", n),
        more=lambda n: say.number("and {n} more", "and {n} more", n),
        day=lambda published: day(published, calendar(say)),
        by_way_of=say("by way of"), party=say("a party to the event"), unnamed=say("source not named"),
    )  # fmt: skip
    ways = Ways(report=report, voice=_voice)
    what = f"{said.reports(reports)}, {said.voices(len(known.event.voices))}"
    return Markup(graph.chains(chains(known, said, ways), Labelled(say("Who has it from whom"), what)))  # noqa: S704 -- its words are escaped in publish.chart.svg


def _voice(voice: Voice) -> str:
    return f"#{voice.id}"


def course_of(moved: Moved, say: words.Words) -> Markup:
    """How one total moved; empty where it did not."""
    stands = [plot.Stand(_day(one.published), one.low, one.best, one.high) for one in moved.steps]
    label = Labelled(say("How the figure moved: {effect}", effect=say(moved.effect)))
    return Markup(plot.course(stands, label, plot.Says(open=say("open"), undated=say("undated"))))  # noqa: S704 -- the same


def timeline_of(
    rows: Iterable[Listed], say: words.Words, href: Callable[[times.Bar], str], chosen: Callable[[times.Bar], bool]
) -> Markup:
    """How many of the events began when; each bar leads to those of its time."""
    bars = times.bars(first for row in rows if (first := row.first or row.last) is not None)
    return Markup(times.timeline(_shown(bars, say, href, chosen), Labelled(say("Events over time"))))  # noqa: S704 -- the same


def _shown(
    bars: Sequence[times.Bar], say: words.Words, href: Callable[[times.Bar], str], chosen: Callable[[times.Bar], bool]
) -> list[times.Shown]:
    return [
        times.Shown(
            bar, href(bar), f"{day(bar.edtf, calendar(say))}: {say.number('{n} event', '{n} events', bar.events)}",
            chosen(bar),
        )
        for bar in bars
    ]  # fmt: skip


def _day(published: str | None) -> dt.date | None:
    found = anchor(published)
    return found.last if found is not None else None
