"""What pages of a large ledger need is worked out before the first asks for it."""

from __future__ import annotations

from sayso.web.page.claim import installed_packs
from sayso.web.snapshot import Snapshot
from sayso.web.view.coding import forms
from sayso.web.view.event import by_place_and_day
from sayso.web.view.known import all_parties, choice, queued, rows


def work_ahead(snapshot: Snapshot) -> None:
    """Its indexes, lists, sources and review queue, and the packs by which the reasons of claims are found again."""
    snapshot.prepare()
    for make in (rows, choice, all_parties, queued, forms, by_place_and_day):
        snapshot.made(make)
    packs = installed_packs()
    for language in sorted({report.language for report in snapshot.release.state.reports}):
        packs.get(language)
