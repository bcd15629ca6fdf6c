"""What a person has decided: rows of the ledger like any other, reversible by a later row, and above every rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from sayso.core.claim import Claim
from sayso.core.value import Value

Verdict = Literal["same", "different", "unsure"]
Ruling = Literal["accept", "reject"]
Arranged = Literal["merge", "split", "apart"]


class Judgement(Value, kw_only=True):
    """Whether two claims, named by their ids, speak of one event. `row` is where the ledger holds it."""

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    row: int = 0


class Correction(Value, kw_only=True):
    """One field of a claim put right: `field` is its path in the claim, parted by dots (`event.when.edtf`)."""

    claim: str
    field: str
    value: object
    by: str
    why: str
    row: int = 0


class Standing(Value, kw_only=True, tag=True):
    """Whether a person lets a claim stand. One that is rejected enters no event and no estimate, and is still shown."""

    claim: str
    verdict: Ruling
    by: str
    why: str
    row: int = 0


class Arrangement(Value, kw_only=True, tag=True):
    """Claims put together or apart, many at a time; `groups` holds their ids.

    `merge`: all tell of one event. `split`: those of each group tell of one, and no two groups of the same. `apart`: no
    two groups tell of the same, and nothing is said of the claims within a group.
    """

    verdict: Arranged
    groups: tuple[tuple[str, ...], ...]
    by: str
    why: str
    row: int = 0


class Review(Value, kw_only=True, tag=True):
    """A person has looked at an event and lets it stand as it is: `event` is its id then, `claims` are all it held."""

    event: str
    claims: tuple[str, ...]
    by: str
    why: str
    row: int = 0


class Coding(Value, kw_only=True, tag=True):
    """The fields of an event as one coder has them: `values` by the field's name, `evidence` the claims each rests on.

    `scheme` names the table of fields. A coder's later form on an event takes the place of the earlier.
    """

    event: str
    scheme: str
    values: Mapping[str, str | int | None]
    evidence: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    by: str
    why: str
    row: int = 0


class Note(Value, kw_only=True, tag=True):
    """A remark on a claim or, where `about` is one's id, an event. It decides nothing."""

    about: str
    text: str
    by: str
    row: int = 0


class Addition(Value, kw_only=True, tag=True):
    """A claim that the reader missed, as a person marked it in the text of a document named by its key."""

    document: str
    claim: Claim
    by: str
    why: str
    row: int = 0


Decision = Standing | Arrangement | Review | Coding | Note | Addition
