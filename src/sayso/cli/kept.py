"""`sayso why` of what a ledger holds: a claim down to its rows, an event down to what joined its reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.core.release import Release
    from sayso.ledger.store import Store

LISTED = 20  # ids shown where several fit


def explained(wanted: str, ledger: str, as_of: str | None, families: Mapping[str, str] | None) -> None:
    """Show the one claim or event whose id begins so; ends the command where none does, or several."""
    from sayso.cli.ledger import refusing, row_of, store_of
    from sayso.cli.output import look, show
    from sayso.ledger.fold import fold
    from sayso.publish.sheet_text import text
    from sayso.run.find import event_named
    from sayso.run.joined import event_joined
    from sayso.run.release import release

    with store_of(ledger, "read") as store, refusing():
        whole = release(fold(store.rows(upto=row_of(store, as_of))), families)
        claims = _claims(whole, wanted)
        if not claims:
            _refuse_replaced(store, whole, wanted)
            show(text(event_joined(whole, event_named(whole, wanted)), look(None)))
        elif len(claims) == 1:
            show(_claim(store, whole, *claims))
        else:
            listed = "".join(f"\n  {one}  {label}" for one, label in list(claims.items())[:LISTED])
            raise click.ClickException(f"{wanted!r} fits {len(claims)} claims; give more of the id{listed}")


def _refuse_replaced(store: Store, release: Release, wanted: str) -> None:
    """Say so where it is a claim of an earlier reading alone."""
    for row in store.rows(upto=release.state.head, kind="claim", about=wanted):
        raise click.ClickException(f"claim {wanted} is in row {row.seq}, but a later reading of its document lacks it")


def _claims(release: Release, wanted: str) -> dict[str, str]:
    """The claims whose id begins so, each with its words; none where it is an event's id."""
    from sayso.publish.phrase import content
    from sayso.publish.terminal import clip, safe

    if any(event.id == wanted for event in release.events):
        return {}
    documents = release.state.documents
    return {
        claim.id: clip(safe(content(documents[report.key], claim)), 60)
        for report in release.state.reports
        for claim in report.claims
        if claim.id.startswith(wanted)
    }


def _claim(store: Store, release: Release, claim: str) -> str:
    from sayso.cli.output import look
    from sayso.cli.session import gazetteer_for, packs_for
    from sayso.publish.recorded import recorded
    from sayso.publish.why import derivation
    from sayso.run.readers import Readers
    from sayso.run.why import Tools, kept

    with gazetteer_for() as places:
        one = kept(store, release, Tools(packs_for(None), places, Readers()), claim)
    shown = derivation(one.document, one.language, one.claim, one.reasons, look(None))
    return f"{shown}\n{recorded(one.recorded, look(None))}"
