"""A party that admits what it denied, or takes back what it said: two claims, and no judgement of the party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from sayso.core.claim import Casualty
from sayso.core.event import Reversal
from sayso.reconcile.kind import BROAD, alike
from sayso.reconcile.member import Member, age
from sayso.reconcile.party import is_own, of
from sayso.reconcile.voice import UNNAMED, Heard

DENIES = frozenset({"deny", "no_knowledge"})
VAGUE = frozenset({"other", "involvement", *BROAD})  # kinds that say little of what is denied
ASSERTS = frozenset({"say", "report", "claim", "confirm", "admit"})


def reversals(members: Iterable[Member], heard: Heard, parties: Container[str]) -> tuple[Reversal, ...]:
    """What a voice denied and then admits, what a party put at none and then counts, what was said and is taken back.

    Each later claim is given with the last one before that it overturns, unless a claim between has done so. Those who
    share a nation (its army, a ministry of it) are one here. `parties` are the ids of the voices that are a party.
    """
    by_party: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        origin = heard[member.claim.id]
        if member.claim.attribution and origin.name is not None and origin.kind not in UNNAMED:
            by_party[of(origin.key)].append(member)
    out = []
    for party in sorted(by_party):
        said = sorted(by_party[party], key=_place)
        answers = any(heard[one.claim.id].id in parties for one in said)
        for earlier, later in _overturned(said, answers=answers):
            name = heard[later.claim.id].called
            out.append(Reversal(party=name, earlier=earlier.claim.id, later=later.claim.id))
    return tuple(out)


def _place(member: Member) -> tuple[object, ...]:
    return age(member.report), member.claim.content[0]


def _overturned(said: Sequence[Member], *, answers: bool) -> Iterator[tuple[Member, Member]]:
    """Each claim of a party that overturns another, after the one it overturns, in the order in which they were told.

    A denial told in the report of the admission is the older of the two, wherever it stands: nobody admits a thing and
    then denies it in one breath. `answers`: it is a party, so that to count its dead is no mere news of it.
    """
    done: set[str] = set()
    for at, later in enumerate(said):
        beside = said[at + 1 :] if _act(later) == "admit" else ()
        before = [*said[:at], *(one for one in beside if one.report.key == later.report.key)]
        fitting = [one for one in before if one.claim.id not in done and _fits(one, later, answers=answers)]
        if fitting:
            latest = max(age(one.report) for one in fitting)
            told_first = [one for one in fitting if age(one.report) == latest and _act(later) == "retract"]
            earlier = max(fitting, key=lambda one: (_likeness(one, later), one in told_first[:1], _place(one)))
            done.update(one.claim.id for one in fitting)
            yield earlier, later


def _fits(earlier: Member, later: Member, *, answers: bool) -> bool:
    """Whether one claim overturns the other."""
    act = _act(later)
    if act == "retract":
        return _act(earlier) in ASSERTS and earlier.claim.polarity == "positive"
    if answers and act in ASSERTS and _counts_after_none(earlier, later):
        return True
    return act == "admit" and _denies(earlier) and _may_be_of(earlier, later)


def _act(member: Member) -> str:
    return member.claim.attribution[-1].act


def _denies(member: Member) -> bool:
    return member.claim.polarity == "negative" or _act(member) in DENIES


def _may_be_of(earlier: Member, later: Member) -> bool:
    one, other = earlier.claim.event.type, later.claim.event.type
    return one in VAGUE or other in VAGUE or alike(one, other)


def _likeness(earlier: Member, later: Member) -> tuple[bool, bool, bool, bool]:
    """How surely it is the earlier claim that is overturned: by its numbers, its act, what it tells of."""
    return (
        _shares_a_count(earlier, later) or _counts_after_none(earlier, later),
        _act(earlier) == "deny" or is_own(earlier),
        earlier.claim.event.type == later.claim.event.type,
        later.claim.event.type != "other" and earlier.claim.event.type not in VAGUE,
    )


def _counts_after_none(earlier: Member, later: Member) -> bool:
    """Whether a party that put its dead, or those it had killed, at none counts some."""
    return (
        any(
            one.high == 0
            and one.effect == other.effect
            and (other.low or 0) > 0
            and _same_group(earlier, one, later, other)
            for one in earlier.claim.casualties
            for other in later.claim.casualties
        )
        and earlier.claim.polarity == later.claim.polarity == "positive"
    )


def _shares_a_count(earlier: Member, later: Member) -> bool:
    return any(
        (one.effect, one.low) == (other.effect, other.low)
        for one in earlier.claim.casualties
        for other in later.claim.casualties
    )


def _same_group(earlier: Member, one: Casualty, later: Member, other: Casualty) -> bool:
    """Whether two counts are of the same people, by their code or as civilians."""
    codes = dict(earlier.report.codes).get(one.group or ""), dict(later.report.codes).get(other.group or "")
    return (codes[0] is not None and codes[0] == codes[1]) or one.status == other.status == "civilian"
