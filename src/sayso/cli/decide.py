"""The parts of `sayso judge` about single claims and whole events: accept, reject, merge, split, apart, review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.judge import judge, recorded
from sayso.cli.ledger import record

if TYPE_CHECKING:
    from sayso.core.event import Event
    from sayso.core.judgement import Arranged, Ruling
    from sayso.core.release import Release
    from sayso.core.row import Entry
    from sayso.ledger.entry import Stamp
    from sayso.ledger.store import Store


@judge.command()
@click.argument("claim", metavar="CLAIM")
@recorded
def accept(claim: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that a claim is as the report has it. It changes no figure; whoever looks later sees that you looked.

    \b
    Example:
      sayso judge accept ac2bf1bf --why "read against the report"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _ruled(claim, "accept", why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("claim", metavar="CLAIM")
@recorded
def reject(claim: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that a claim is not what the report says. It enters no event and no estimate; it is still shown.

    It is about reading, not about truth: a claim that the report makes and that is false stays in.

    \b
    Example:
      sayso judge reject ac2bf1bf --why "a film is meant"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _ruled(claim, "reject", why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@recorded
def merge(events: tuple[str, ...], *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that events are one: all claims of them, whatever the rules say.

    \b
    Example:
      sayso judge merge eac2bf1bf e5a0d5994 --why "two names of one village"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _arranged(events, "merge", why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@recorded
def apart(events: tuple[str, ...], *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that events are not the same: no claim of one ever meets a claim of another.

    \b
    Example:
      sayso judge apart eac2bf1bf e5a0d5994 --why "two bridges, a week between"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _arranged(events, "apart", why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("event", metavar="EVENT")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@recorded
def split(event: str, claims: tuple[str, ...], *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that some claims of an event are of another: they become an event of their own, the rest stay together.

    A later report joins either of the two as the rules have it, and never both.

    \b
    Example:
      sayso judge split eac2bf1bf 5a0d5994 91d03e22 --why "the second strike, two hours later"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.ledger.decide import arranged, parted
    from sayso.ledger.find import claim_of
    from sayso.run.find import event_named

    def make(store: Store, stamp: Stamp) -> Entry:
        whole = _release(store)
        groups = parted(event_named(whole, event), [claim_of(whole.state, one).id for one in claims])
        return arranged(whole.state, "split", groups, why, stamp)

    record(ledger, make, by, at)


@judge.command()
@click.argument("event", metavar="EVENT")
@recorded
def review(event: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that you have looked at an event and let it stand. The mark lasts until a claim comes or goes.

    \b
    Example:
      sayso judge review eac2bf1bf --why "all reports read"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.ledger.decide import reviewed
    from sayso.run.find import event_named

    record(ledger, lambda store, stamp: reviewed(event_named(_release(store), event), why, stamp), by, at)


def _ruled(claim: str, verdict: Ruling, *, why: str, ledger: str, by: str, at: str | None) -> None:
    from sayso.ledger.decide import ruled
    from sayso.ledger.fold import fold

    record(ledger, lambda store, stamp: ruled(fold(store.rows()), claim, verdict, why, stamp), by, at)


def _arranged(names: tuple[str, ...], verdict: Arranged, *, why: str, ledger: str, by: str, at: str | None) -> None:
    from sayso.ledger.decide import arranged
    from sayso.run.find import event_named

    def make(store: Store, stamp: Stamp) -> Entry:
        whole = _release(store)
        found: dict[str, Event] = {}
        for name in names:
            event = event_named(whole, name)
            found[event.id] = event
        return arranged(whole.state, verdict, [event.claims for event in found.values()], why, stamp)

    record(ledger, make, by, at)


def _release(store: Store) -> Release:
    from sayso.ledger.fold import fold
    from sayso.run.release import release

    return release(fold(store.rows()))
