"""What the API gives, beside the values of the contract."""

from __future__ import annotations

from sayso.core.claim import Claim, Kind
from sayso.core.document import Document
from sayso.core.event import Event, Step
from sayso.core.judgement import Correction, Decision, Judgement
from sayso.core.row import RowKind
from sayso.core.value import Value
from sayso.publish.joined import Pair
from sayso.run.parties import Turn


class Moment(Value, kw_only=True):
    """The row that what is given is as of, when that was recorded, and the last row there is."""

    row: int
    at: str | None
    last: int


class Ledger(Value, kw_only=True):
    """How much there is as of a row, and the tags."""

    as_of: Moment
    documents: int
    claims: int
    events: int
    tags: dict[str, int]


class Events(Value, kw_only=True):
    """Some of the events that fit: `total` of them fit, and `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    events: tuple[Event, ...]


class Account(Value, kw_only=True):
    """An event, the claims it is made of, how its figures moved, and what people decided that counts."""

    as_of: Moment
    event: Event
    claims: tuple[Claim, ...]
    course: tuple[Step, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[Decision, ...]


class ClaimIn(Value, kw_only=True):
    """A claim, the key of the document that makes it, its event, and what people put right in it."""

    as_of: Moment
    claim: Claim
    document: str
    event: str | None
    corrections: tuple[Correction, ...]


class DocumentLine(Value, kw_only=True):
    """A document without its text."""

    key: str
    id: str
    publisher: str | None
    published: str | None
    title: str | None
    language: str
    claims: int


class Documents(Value, kw_only=True):
    """Some of the documents: `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    documents: tuple[DocumentLine, ...]


class DocumentIn(Value, kw_only=True):
    """A document with its text, and its claims."""

    as_of: Moment
    key: str
    document: Document
    claims: tuple[Claim, ...]


class SourceLine(Value, kw_only=True):
    """A source that is named: its key (a code, else its name in lower case), what it is called most, what it said.

    `first` and `last` are when the first and the last report with a claim of it was published.
    """

    key: str
    name: str
    kind: Kind
    claims: int
    events: int
    reports: int
    first: str | None
    last: str | None


class Sources(Value, kw_only=True):
    """Some of the sources that fit: `total` of them fit, and `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    sources: tuple[SourceLine, ...]


class SaidOf(Value, kw_only=True):
    """A claim of a source, and the event that it is about."""

    event: str
    claim: Claim


class SourceIn(Value, kw_only=True):
    """A source, all its names, and some of what it is said to have said, by publication.

    `general` is whether it is no more than a kind of body (*the police*): reports may mean several by it.
    """

    as_of: Moment
    source: SourceLine
    called: tuple[str, ...]
    general: bool
    reversals: tuple[Turn, ...]
    next: int | None
    said: tuple[SaidOf, ...]


class At(Value, kw_only=True):
    """A row, and when it was recorded."""

    row: int
    at: str


class Moments(Value, kw_only=True):
    """What `as_of` may be: any row from the first to the last, any day of theirs, and these tags; null: none yet."""

    first: At | None
    last: At | None
    tags: dict[str, At]


class Because(Value, kw_only=True):
    """A field of a claim, the rule or entry of a word list that it was read by, and the words that it rests on."""

    field: str
    rule: str
    words: tuple[str, ...]


class RowOf(Value, kw_only=True):
    """A row of the ledger: its number, what it records, when, by whom, and its hash."""

    row: int
    kind: RowKind
    at: str
    by: str
    hash: str


class Reasons(Value, kw_only=True):
    """By what a claim was read, or in `lacking` why that cannot be told; and the rows behind it."""

    as_of: Moment
    reasons: tuple[Because, ...]
    lacking: str
    rows: tuple[RowOf, ...]


class Making(Value, kw_only=True):
    """Why an event's reports are taken to tell of one: the pairs that were joined, and those that were kept out."""

    as_of: Moment
    event: str
    joined: tuple[Pair, ...]
    kept_out: tuple[Pair, ...]


class Entered(Value, kw_only=True):
    """Who is in, and what they may."""

    name: str
    role: str


class Left(Value, kw_only=True):
    """Nobody is in under the cookie any more; the answer sets another."""


class Recorded(Value, kw_only=True):
    """The row in which something now stands."""

    row: int


class Fault(Value, kw_only=True):
    """Why a request got no answer, and what to do."""

    error: str
    more: str = ""
