"""What each source has said over time, across events: facts, in the order they were published, and no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.core.claim import Claim, Kind
from sayso.core.event import Event, Reversal, Voice
from sayso.core.fold import fold
from sayso.core.release import Release
from sayso.core.report import Report
from sayso.core.value import Value
from sayso.reconcile.voice import UNNAMED, keys_named, voice_id
from sayso.reference.actors import actors

Told = Mapping[str, tuple[Claim, Report]]


class Turn(Value, kw_only=True):
    """A reversal of a source, and the event it is about."""

    event: str
    reversal: Reversal


class Party(Value, kw_only=True):
    """One source: its key (a code, else its name folded), what it is called, and what it said, by ids.

    `called` are its names, the most used first and a body's own before its spokesmen's. `said` pairs each claim with
    its event, by publication; `reports` is how many carry them; `first` and `last` are when the first and last of
    those were published.
    """

    key: str
    called: tuple[str, ...]
    kind: Kind
    said: tuple[tuple[str, str], ...]
    events: int
    reports: int
    first: str | None
    last: str | None
    reversals: tuple[Turn, ...] = ()

    @property
    def general(self) -> bool:
        """Whether it is named as no more than a kind of body (*the police*): reports may mean several by it."""
        return self.key in actors()

    @property
    def name(self) -> str:
        """What it is called most."""
        return self.called[0] if self.called else self.key


class _Gathered:
    """What was gathered of one source."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.names: Counter[tuple[bool, str]] = Counter()
        self.kinds: Counter[Kind] = Counter()
        self.turns: list[Turn] = []


def parties(release: Release, told: Told) -> dict[str, Party]:
    """Every source that has a name, by its key, in the order of their names; `told` has each claim with its report.

    Who is not named (*a doctor*, *officials*) is somebody else in every report, and no source here.
    """
    gathered: dict[str, _Gathered] = {}
    known: dict[str, str] = {}
    for event in release.events:
        for voice in event.voices:
            key = known.get(voice.id) or key_of(voice, told)
            if key is not None:
                known[voice.id] = key
                _take(gathered.setdefault(key, _Gathered()), event, voice, told)
    found = [_party(key, one, told) for key, one in gathered.items()]
    return {one.key: one for one in sorted(found, key=lambda one: (fold(one.name), one.key))}


def key_of(voice: Voice, told: Told) -> str | None:
    """The key of the source that a voice is: its code, else its name folded; None where it is somebody unnamed.

    Where none of these made the voice (a person who speaks for a body that only one report names), it is the code that
    most of its claims have.
    """
    own: Counter[str] = Counter()
    for one in voice.claims:
        claim, report = told[one]
        code = claim.attribution[-1].source.id if claim.attribution else None
        own.update([code] if code else [])
        for found in (code, *(other for _, other in report.codes)):
            if found and voice_id(found) == voice.id:
                return found
    if voice.name is not None and any(voice_id(key) == voice.id for key in keys_named(voice.name)):
        return fold(voice.name)
    if voice.kind in UNNAMED or not own:
        return None
    return min(own, key=lambda code: (-own[code], code))


def _take(one: _Gathered, event: Event, voice: Voice, told: Told) -> None:
    one.said += [(claim, event.id) for claim in voice.claims]
    one.kinds[voice.kind] += len(voice.claims)
    one.names.update(_names(voice, told))
    own = set(voice.claims)
    one.turns += [Turn(event=event.id, reversal=turn) for turn in event.reversals if turn.later in own]


def _names(voice: Voice, told: Told) -> Iterable[tuple[bool, str]]:
    """What the reports call it, once for each claim, and whether that is a person who speaks for a body."""
    for one in voice.claims:
        chain = told[one][0].attribution
        name = chain[-1].source.name if chain else voice.name
        if name and not (chain and isinstance(chain[-1].source.inferred, str)):
            yield bool(chain) and chain[-1].source.kind == "person" and voice.kind != "person", name


def _called(one: _Gathered) -> tuple[str, ...]:
    """Its names, the most used first, a body's own before those of its spokesmen."""
    ordered = sorted(one.names.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1]))
    return tuple(dict.fromkeys(name for (_, name), _ in ordered))


def _party(key: str, one: _Gathered, told: Told) -> Party:
    said = sorted(one.said, key=lambda pair: (told[pair[0]][1].published or "~", told[pair[0]][1].key, pair))
    days = sorted(day for day in (told[claim][1].published for claim, _ in said) if day)
    return Party(
        key=key,
        called=_called(one),
        kind=min(one.kinds, key=lambda kind: (-one.kinds[kind], kind)),
        said=tuple(said),
        events=len({event for _, event in said}),
        reports=len({told[claim][1].key for claim, _ in said}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reversals=tuple(one.turns),
    )
