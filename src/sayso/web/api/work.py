"""What the API gives of the work at hand: the review queue, coding forms, pastes, what others decided meanwhile."""

from __future__ import annotations

from typing import Literal

from sayso.core.claim import Claim
from sayso.core.decided import Reviewed
from sayso.core.document import Document
from sayso.core.judgement import Coding
from sayso.core.value import Value
from sayso.web.api.values import Moment


class Point(Value, kw_only=True):
    """Why something is worth a look: the points it has for that, the reason, and the claims behind it."""

    points: int
    reason: str
    claims: tuple[str, ...]


class QueueEntry(Value, kw_only=True):
    """An event, or two that may be one, by their ids; `claims` are those to look at first."""

    kind: Literal["event", "pair"]
    events: tuple[str, ...]
    points: int
    reasons: tuple[Point, ...]
    claims: tuple[str, ...]
    reviewed: Reviewed


class Queue(Value, kw_only=True):
    """Some of what is worth a human look, most points first: `next` is where the rest begins, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    entries: tuple[QueueEntry, ...]


class Filling(Value, kw_only=True):
    """A field as the account fills it, null where it is the coder's to find, and the claims that it rests on."""

    value: str | int | None
    claims: tuple[str, ...]


class CodingForm(Value, kw_only=True):
    """The coding form of an event: what the account says, what the coder saved, and how many have saved one.

    What others have is given once one's own is saved, so that two code apart from each other.
    """

    as_of: Moment
    event: str
    scheme: str
    account: dict[str, Filling]
    own: Coding | None
    others: tuple[Coding, ...]
    coders: int


class Agreed(Value, kw_only=True):
    """How far coders agree in a field: Krippendorff's alpha, null where it has no meaning.

    `events` is in how many two coders or more gave a value, `alike` in how many of them all the same one; `partings`
    has by event what each coder has where they differ.
    """

    field: str
    level: str
    events: int
    alike: int
    alpha: float | None
    partings: dict[str, dict[str, str | int]]


class Codings(Value, kw_only=True):
    """Every form that was saved, each coder's last on each event, and how far coders agree."""

    as_of: Moment
    forms: tuple[Coding, ...]
    agreement: tuple[Agreed, ...]


class PastedText(Value, kw_only=True):
    """A report read in what was pasted: its key, whether the ledger has it, the text, the claims, any warnings."""

    key: str
    there: bool
    document: Document
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


class PasteIn(Value, kw_only=True):
    """What was read in a paste, and what could not be. It waits under its name to be added to the ledger or dropped."""

    name: str
    read: tuple[PastedText, ...]
    unread: tuple[str, ...]


class Dropped(Value, kw_only=True):
    """The name of what does not wait any more."""

    name: str


class Between(Value, kw_only=True):
    """A row that somebody else recorded meanwhile: its number and moment, who, and what it says."""

    row: int
    at: str
    by: str
    said: str


class Stale(Value, kw_only=True):
    """Somebody else decided on the same since the row in `seen`: nothing was recorded; `between` is what came."""

    error: str
    more: str
    between: tuple[Between, ...]
