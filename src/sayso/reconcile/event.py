"""One event from the claims that tell of it: kind, day, place, voices, estimates, conflicts, reversals, grade."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sayso.core.claim import Where
from sayso.core.event import Conflict, Event, EventWhen, EventWhere, Voice
from sayso.core.fold import fold
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.reconcile import conflict, dispute
from sayso.reconcile.estimate import estimates
from sayso.reconcile.grade import grade
from sayso.reconcile.heard import heard as heard_in
from sayso.reconcile.kind import HARM, family
from sayso.reconcile.member import Member, age
from sayso.reconcile.outdated import counted
from sayso.reconcile.party import Parties
from sayso.reconcile.reversal import reversals
from sayso.reconcile.voice import Heard, Origin, Voices

TOLD = frozenset({"explicit", "relative"})
BROAD = frozenset({"killing", "other", "involvement"})  # kinds that say what came of an event, or who, not what it was
GENERAL = frozenset({"attack", "counterattack", "destruction", "occupation", "capture", "arrest"})
UNDATED = 10**6  # days: longer than any date that can be written


def event(members: Sequence[Member], voices: Voices, refused: Iterable[Conflict] = ()) -> Event:
    """The event that these claims, at least one, tell of; `refused` are joins that a person has ruled out."""
    ordered = sorted(members, key=lambda member: (age(member.report), member.claim.content[0], member.claim.id))
    heard = heard_in(ordered, voices)
    shown = tuple(_voices(ordered, heard))
    found, unsaid = counted(ordered, heard)
    type_, edtf, where = _type(ordered, voices), _when(ordered, voices), _where(ordered, voices)
    contested = (
        *conflict.of_figures(found, unsaid, heard), *dispute.of_agents(ordered, heard),
        *dispute.of_days(ordered, heard, type_), *dispute.of_places(ordered, heard, type_), *refused,
    )  # fmt: skip
    return Event(
        id="e" + ordered[0].claim.id,
        type=type_,
        when=EventWhen(edtf=edtf),
        where=where,
        documents=tuple(dict.fromkeys(member.report.id for member in ordered)),
        claims=tuple(dict.fromkeys(member.claim.id for member in ordered)),
        voices=shown,
        estimates=estimates(found, unsaid),
        conflicts=contested,
        reversals=reversals(ordered, heard, {voice.id for voice in shown if voice.party}),
        grade=grade(ordered, heard, shown, contested),
        clarity=_clarity(edtf, where),
    )


def _voices(members: Sequence[Member], heard: Heard) -> Iterator[Voice]:
    """Every origin heard, those that most reports carry first."""
    parties = Parties(members, heard)
    by_key: dict[str, list[tuple[Origin, Member]]] = defaultdict(list)
    for member in members:
        origin = heard[member.claim.id]
        by_key[origin.key].append((origin, member))
    out = []
    for said in by_key.values():
        origin, _ = said[0]
        out.append(
            Voice(
                id=origin.id,
                name=origin.name,
                kind=origin.kind,
                party=parties.has(origin),
                documents=tuple(dict.fromkeys(member.report.id for _, member in said)),
                claims=tuple(dict.fromkeys(member.claim.id for _, member in said)),
            )
        )
    yield from sorted(out, key=lambda voice: (-len(voice.documents), voice.id))


def _told(members: Iterable[Member], voices: Voices) -> Iterator[tuple[str, Member]]:
    """Each member with the text it stands in, copies being one: what is copied forty times is said once."""
    for member in members:
        yield voices.original(member.report).key, member


def _type(members: Sequence[Member], voices: Voices) -> str:
    """The kind most texts tell of; what says how it was done counts twice, what only says that people died stands last.

    *Attack* and *air strike* are often said of one thing, and the second says more. Violence comes before what followed
    it: that somebody was let out of hospital is told of the shooting.
    """
    seen = {(text, member.claim.event.type) for text, member in _told(members, voices)}
    texts = Counter(type_ for _, type_ in seen)
    weight = {type_: count if type_ in GENERAL else 2 * count for type_, count in texts.items()}
    violent = {type_ for type_ in texts if family(type_) == HARM} or set(texts)
    return min(violent, key=lambda type_: (type_ in BROAD, type_ == "other", -weight[type_], type_))


def _when(members: Sequence[Member], voices: Voices) -> str | None:
    """The date most texts give of their own; the narrowest, then the one told first, where as many give another."""
    seen: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for at, (text, member) in enumerate(_told(members, voices)):
        when = member.claim.event.when
        if when is not None and member.claim.event.type != "other":
            seen[when.edtf].add(text if when.basis in TOLD else "")
            first.setdefault(when.edtf, at)
    return min(seen, key=lambda edtf: (-len(seen[edtf] - {""}), _length(edtf), first[edtf]), default=None)


def _length(edtf: str) -> int:
    try:
        start, end = bounds(edtf)
    except DateError:
        return UNDATED
    return (end - start).days if start is not None and end is not None else UNDATED


def _where(members: Sequence[Member], voices: Voices) -> EventWhere | None:
    """The place most texts give; the most exact one where as many give another."""
    seen: dict[str, set[str]] = defaultdict(set)
    best: dict[str, Where] = {}
    for text, member in _told(members, voices):
        where = member.claim.event.where
        if where is not None:
            key = where.id or fold(where.name)
            seen[key].add(text)
            best.setdefault(key, where)
    if not seen:
        return None
    chosen = best[min(seen, key=lambda key: (-len(seen[key]), best[key].precision or 9, key))]
    return EventWhere(name=chosen.name, id=chosen.id, lat=chosen.lat, lon=chosen.lon, precision=chosen.precision)


def _clarity(edtf: str | None, where: EventWhere | None) -> Literal[1, 2]:
    """UCDP's event_clarity: 1 where the day and the place single the event out, 2 where it stands for several."""
    return 1 if edtf is not None and where is not None and _length(edtf) <= 1 else 2
