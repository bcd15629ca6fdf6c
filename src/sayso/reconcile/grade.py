"""How well attested an event is, after Airwars' grading of alleged civilian harm (its published methodology).

Which sources are credible is the user's own matter: every voice counts alike here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.core.event import Conflict, Grade, Voice
from sayso.reconcile.member import Member
from sayso.reconcile.voice import Heard

FAIR = 2  # voices


def grade(members: Sequence[Member], heard: Heard, voices: Iterable[Voice], contested: Iterable[Conflict]) -> Grade:
    """The first that holds.

    confirmed: a party admits or confirms it. discounted: nobody asserts it any more. contested: voices disagree on who
    did it. fair: two voices or more assert it. weak: one does.
    """
    parties = {voice.id for voice in voices if voice.party}
    asserting = {heard[member.claim.id].id for member in members if _asserts(member)}
    if any(heard[member.claim.id].id in parties and _act(member) in ("admit", "confirm") for member in members):
        return "confirmed"
    if not asserting:
        return "discounted"
    if any(conflict.field == "agents" for conflict in contested):
        return "contested"
    return "fair" if len(asserting) >= FAIR else "weak"


def _act(member: Member) -> str:
    chain = member.claim.attribution
    return chain[-1].act if chain else "say"


def _asserts(member: Member) -> bool:
    return member.claim.polarity == "positive" and _act(member) not in ("deny", "retract", "doubt", "no_knowledge")
