"""The parts of `sayso judge` that go by words of the report: a field put right, a claim added."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from sayso.cli.judge import judge, recorded
from sayso.cli.ledger import record
from sayso.core.claim import Act, Certainty, Kind, Polarity

if TYPE_CHECKING:
    from sayso.core.row import Entry
    from sayso.ledger.entry import Stamp
    from sayso.ledger.store import Store


@judge.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("part", type=click.Choice(["source", "place", "date", "agent", "target", "figure"]))
@click.argument("words", metavar="WORDS")
@click.option("--means", default="", metavar="VALUE", help="The date (EDTF), number or kind of source that they mean.")
@click.option("--figure", type=click.IntRange(min=0), default=0, help="Which figure, counted from 0.")
@recorded
def mark(
    claim: str, part: str, words: str, *, means: str, figure: int, why: str, ledger: str, by: str, at: str | None
) -> None:
    """Put a part of a claim right by the words of the report that say it. They are looked for nearest to the claim.

    A number is 12, 12.. (at least), ..12 (at most), 10..15 or ~100 (about).

    \b
    Examples:
      sayso judge mark ac2bf1bf place "the harbour" --why "not the town"
      sayso judge mark ac2bf1bf date "on Tuesday" --means 2024-03-05 --why "the day before publication"
      sayso judge mark ac2bf1bf figure "a dozen" --means "~12" --why "misread"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.core.quote import Quote
    from sayso.ledger.decide import marked
    from sayso.ledger.fold import fold
    from sayso.ledger.mark import Marked

    given = Marked(part, Quote(words), means, figure)
    record(ledger, lambda store, stamp: marked(fold(store.rows()), claim, given, why, stamp), by, at)


@judge.command()
@click.argument("document", metavar="DOCUMENT")
@click.argument("words", metavar="WORDS")
@click.option("--source", metavar="WORDS", help="Who says it; the report itself if not given.")
@click.option("--kind", type=click.Choice(get_args(Kind)), default="organisation", show_default=True)
@click.option("--act", type=click.Choice(get_args(Act)), default="say", show_default=True)
@click.option("--certainty", type=click.Choice(get_args(Certainty)), default="certain", show_default=True)
@click.option("--polarity", type=click.Choice(get_args(Polarity)), default="positive", show_default=True)
@click.option("--type", default="killing", show_default=True, metavar="TYPE", help="The kind of event.")
@click.option("--date", metavar="EDTF", help="When: 2024-03-06, 2024-03, 2024-03-05/2024-03-06.")
@click.option("--place", metavar="WORDS", help="Where, in the report's words.")
@click.option("--figure", "figures", multiple=True, metavar="EFFECT=N", help="killed=12, injured=10.., killed=~100.")
@recorded
def add(
    document: str,
    words: str,
    *,
    figures: tuple[str, ...],
    why: str,
    ledger: str,
    by: str,
    at: str | None,
    **given: str | None,
) -> None:
    """Add a claim that the reader missed. DOCUMENT is a report's id, WORDS what is claimed, as it stands in the text.

    It stays whatever a newer reader finds, and is taken back as any row is.

    \b
    Example:
      sayso judge add post-0306 "shells hit the school" --source "a teacher" --kind witness \\
        --type shelling --date 2024-03-05 --figure injured=3.. --why "missed: the cue stands far off"
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.core.trouble import LedgerError
    from sayso.ledger.decide import drafted
    from sayso.ledger.fold import fold
    from sayso.ledger.written import draft_written

    counts = [dict(zip(("effect", "number"), one.split("=", 1), strict=False)) for one in figures]
    if unclear := [one for one, made in zip(figures, counts, strict=True) if len(made) < 2]:
        raise click.BadParameter(f"{unclear[0]!r}: write EFFECT=N, such as killed=12")
    try:
        draft = draft_written({"content": words, **{key: value or "" for key, value in given.items()}}, counts)
    except LedgerError as fault:
        raise click.UsageError(str(fault)) from None

    def make(store: Store, stamp: Stamp) -> Entry:
        return drafted(fold(store.rows()), document, draft, why, stamp)

    record(ledger, make, by, at)
