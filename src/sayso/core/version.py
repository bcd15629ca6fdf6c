"""The versions of one address, and what each changed."""

from __future__ import annotations

from typing import Literal

from sayso.core.claim import Act, Casualty, Certainty, Claim, Polarity
from sayso.core.value import Value


class Version(Value, kw_only=True):
    """What stood at an address: the document by its key, the row that recorded it and when, and the claims in it.

    `raw` is the hash of the bytes kept of it, `text` what was read.
    """

    document: str
    id: str
    row: int
    recorded: str
    url: str
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    title: str | None = None
    raw: str | None = None
    text: str
    claims: tuple[Claim, ...] = ()


class Edit(Value, kw_only=True):
    """Sentences that stand where others stood; None before for new ones, None after for those that are gone."""

    before: str | None
    after: str | None


class Said(Value, kw_only=True):
    """A claim as a version has it: its id, its words, whose they are and what these do with them, the figures in it.

    `origin` and `act` are null where the report speaks in its own voice, `origin` also where nobody is named.
    """

    id: str
    content: str
    origin: str | None
    act: Act | None
    polarity: Polarity
    certainty: Certainty
    casualties: tuple[Casualty, ...] = ()


class Revised(Value, kw_only=True):
    """A claim that both versions make: with other figures, another stance (denied, less sure) or in other words."""

    what: Literal["figure", "stance", "words"]
    before: Said
    after: Said


class Revision(Value, kw_only=True):
    """What a version changed against the one before it, by the rows that recorded them."""

    before: int
    after: int
    title: Edit | None
    text: tuple[Edit, ...]
    claims_new: tuple[Said, ...]
    claims_gone: tuple[Said, ...]
    claims_changed: tuple[Revised, ...]
