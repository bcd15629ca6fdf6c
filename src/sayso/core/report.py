"""A report as the ledger hands it to reconciling: its claims, and what is needed to tell a copy or a shared subject."""

from __future__ import annotations

from sayso.core.claim import Claim
from sayso.core.value import Value


class Name(Value):
    """A proper name that a report uses, folded for comparison, and how often."""

    name: str
    count: int


class Report(Value, kw_only=True):
    """What is known of one document as of a moment.

    `key` is the document's own in the ledger, `id` the name under which it came in. `names` are the proper names it
    uses; `sketch` is the MinHash of its text, empty where the text is too short for one; `particulars` are hashes of
    the names and numbers in it, by which two events told in the same sentences are kept apart; `credits` are the
    agencies that it says its text is from (*LIRENA (Meridian) —*, */TT/*), not those it quotes. `codes` pairs the names
    of participants and of groups of casualties in its claims with what they are in every language (`RU:army`,
    `children`). `shares` names the casualties that are some of those counted elsewhere, by claim and place in it
    (`1a2b….0`). Where one address had several texts, `page` is the key of the first of them and `version` says which
    one this is, counted from 0; both follow from what else was recorded, and stand in no row.
    """

    key: str
    id: str
    language: str
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    claims: tuple[Claim, ...] = ()
    names: tuple[Name, ...] = ()
    sketch: tuple[int, ...] = ()
    particulars: tuple[int, ...] = ()
    credits: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    shares: tuple[str, ...] = ()
    page: str | None = None
    version: int = 0


def share_id(claim: Claim, place: int) -> str:
    """How `shares` names the casualty at this place in a claim, counted from 0."""
    return f"{claim.id}.{place}"
