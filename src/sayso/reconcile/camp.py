"""Who among those who came to harm can be told apart from the rest, so that their numbers may be added."""

from __future__ import annotations

from sayso.core.event import GroupStatus
from sayso.reconcile.party import of
from sayso.reconcile.voice import Origin

CIVILIANS, FORCES, REBELS = "civilians", "forces", "rebels"
ATTACKERS = "attackers"  # whichever of the two sides they are of
ONE = {
    **dict.fromkeys(("fighters", "militants", "terrorists", "guerrillas", "separatists", "armed-group"), "rebels"),
    "army": "soldiers",
    "civilian": "civilians",
}
OF_FORCES = frozenset({"soldiers", "army", "police", "guards", "coast-guard", "peacekeepers", "pilots", "navy"})
OF_REBELS = frozenset({
    "rebels", "fighters", ATTACKERS, "militants", "terrorists", "separatists", "guerrillas", "militia", "armed-group",
    "gang", "opposition", "mercenaries", "volunteers",
})  # fmt: skip


def plain(code: str) -> str:
    """The code of a group by which one side calls what the other calls something else: *terrorists*, *rebels*."""
    return ONE.get(code, code)


def camp(code: str | None, status: GroupStatus) -> str | None:
    """The side that a group is of: civilians, a nation, the forces of a state or those who fight it; else None.

    Women, students, passengers and people who are named are of no side.
    """
    if status == "civilian":
        return CIVILIANS
    nation = of(code) if code is not None else None
    if code is not None and nation != code:
        return nation
    if code in OF_REBELS:
        return REBELS
    return FORCES if status == "combatant" or code in OF_FORCES else None


def counts_its_enemy(party: Origin, side: str | None) -> bool:
    """Whether a party that counts the dead of this side counts those of its enemy."""
    own = _own(party)
    if side == REBELS:
        return own != REBELS
    if side == FORCES:
        return own == REBELS
    return side not in (None, CIVILIANS, own) and own not in (FORCES, REBELS)


def _own(party: Origin) -> str:
    """The side on which a party stands: its nation where that is known, else the state's, or that of who fights it."""
    nation, body = of(party.key), party.key.rpartition(":")[2]
    if nation != party.key:
        return nation
    return FORCES if party.kind in ("state", "office") or body in OF_FORCES or body.endswith("ministry") else REBELS
