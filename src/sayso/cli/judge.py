"""`sayso judge`: what a person decides, above every rule, and reversible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from sayso.cli.ledger import at_option, by_option, ledger_option, record

if TYPE_CHECKING:
    from sayso.core.judgement import Verdict

Command = TypeVar("Command", bound=Callable[..., object])


@click.group()
def judge() -> None:
    """Record what you decide: what tells of one event and what does not, which claims stand, what is misread or missed.

    A judgement is a row like any other: it has an author, a moment and a reason, outranks every rule, and is taken back
    by a later row, never deleted. Claims are named by their ids, events by theirs, and both by a beginning of the id
    that no other has; an event stands for its first claim.

    \b
    Examples:
      sayso judge same ac2bf1bf 5a0d5994 --why "the same checkpoint, named in both"
      sayso judge different ac2bf1bf e77c0149 --why "the second is about the battle of 2015"
      sayso judge merge eac2bf1bf e5a0d5994 --why "two names of one village"
      sayso judge reject ac2bf1bf --why "a film is meant"
      sayso judge correct ac2bf1bf event.where.name Khasham --why "misspelt in the report"
      sayso judge retract 813 --why "read the second report again"

    Exit status: 0 done, 1 no such claim, field or row, or the ledger could not be written, 2 wrong usage or no ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are


def recorded(command: Command) -> Command:
    """The options of whatever records a judgement."""
    why = click.option("--why", required=True, metavar="TEXT", help="The reason, for whoever reads the ledger later.")
    for option in (at_option, by_option, ledger_option, why):
        command = option(command)
    return command


@judge.command()
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@recorded
def same(left: str, right: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that two claims, or two events, are one event.

    \b
    Example:
      sayso judge same ac2bf1bf 5a0d5994 --why "the same checkpoint, named in both"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _compared("same", (left, right), why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@recorded
def different(left: str, right: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that two claims, or two events, are not one event: whatever the rules say, they are kept apart.

    \b
    Example:
      sayso judge different ac2bf1bf e77c0149 --why "the second is about the battle of 2015"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _compared("different", (left, right), why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@recorded
def unsure(left: str, right: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Record that you looked and cannot tell; an earlier judgement on the two counts no more, and the rules decide.

    \b
    Example:
      sayso judge unsure ac2bf1bf e77c0149 --why "neither report names the village"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    _compared("unsure", (left, right), why=why, ledger=ledger, by=by, at=at)


@judge.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="VALUE")
@recorded
def correct(claim: str, field: str, value: str, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Put a field of a claim right. What was read stays in the ledger, and `sayso why` shows both.

    FIELD is the field's path in the claim as `sayso read --format jsonl` prints it, parted by dots, lists counted from
    0. VALUE is JSON or plain text, whichever fits; null empties a field that may be empty.

    \b
    Examples:
      sayso judge correct ac2bf1bf event.where.name Khasham --why "misspelt in the report"
      sayso judge correct ac2bf1bf casualties.0.high 120 --why "the figure is up to 120"
      sayso judge correct ac2bf1bf event.when \\
        '{"edtf": "2018-02-07", "span": null, "basis": "context"}' --why "the night of the battle"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.ledger.fold import fold
    from sayso.ledger.judge import Mend, put_right

    mend = Mend(claim, field, value)
    record(ledger, lambda store, stamp: put_right(fold(store.rows()), mend, why, stamp), by, at)


@judge.command()
@click.argument("row", type=click.IntRange(min=1), metavar="ROW")
@recorded
def retract(row: int, *, why: str, ledger: str, by: str, at: str | None) -> None:
    """Take back what a person recorded, or the taking back of that. ROW is its number, as `sayso log` shows it.

    \b
    Example:
      sayso judge retract 813 --why "read the second report again"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.ledger.judge import retracted

    record(ledger, lambda store, stamp: retracted(store, row, why, stamp), by, at)


@judge.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("text", metavar="TEXT")
@ledger_option
@by_option
@at_option
def note(claim: str, text: str, *, ledger: str, by: str, at: str | None) -> None:
    """Leave a remark on a claim or an event. It decides nothing; `sayso why` shows it.

    \b
    Example:
      sayso judge note ac2bf1bf "asked the ministry on 8 March, no answer yet"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.ledger.fold import fold
    from sayso.ledger.judge import noted

    record(ledger, lambda store, stamp: noted(fold(store.rows()), claim, text, stamp), by, at)


def _compared(verdict: Verdict, pair: tuple[str, str], *, why: str, ledger: str, by: str, at: str | None) -> None:
    from sayso.ledger.fold import fold
    from sayso.ledger.judge import Pair, compared

    record(ledger, lambda store, stamp: compared(fold(store.rows()), Pair(*pair), verdict, why, stamp), by, at)
