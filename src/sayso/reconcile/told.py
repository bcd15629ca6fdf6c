"""A claim as reconciling sees it: what it says of when, where and what, and whether it can stand for a happening."""

from __future__ import annotations

from sayso.core.claim import Claim
from sayso.reconcile.kind import HARM, family
from sayso.reconcile.strand import DAY, HARMED, Days, days_of

STANCES = frozenset({"deny", "admit", "accuse", "retract", "no_knowledge", "declare_open"})
TOLD = frozenset({"explicit", "relative", "previous"})


class Told:
    """A claim, and what of it tells happenings apart.

    `own` and `placed` say whether it tells a day and a place of its own. `hangs_on`: it is of whatever event its report
    tells (a denial, people freed on no day of their own, *no one was hurt*). `days` None: no day is known.
    """

    __slots__ = ("claim", "days", "family", "hangs_on", "own", "placed", "stance", "type")

    def __init__(self, claim: Claim) -> None:
        event = claim.event
        counts = [one for one in claim.casualties if one.effect in HARMED]
        self.claim = claim
        self.days = days_of(event.when.edtf) if event.when is not None else None
        self.own = event.when is not None and event.when.basis in TOLD
        self.placed = event.where is not None and event.where.basis in TOLD
        self.family = family(event.type) or (HARM if any(one.high != 0 for one in counts) else None)
        self.type = "killing" if self.family == HARM and event.type == "other" else event.type
        self.stance = self.family != HARM and any(link.act in STANCES for link in claim.attribution)
        nameless = self.family is None and bool(counts)
        self.hangs_on = not self.own and (self.stance or nameless or event.type == "release")

    @property
    def stands(self) -> bool:
        """Whether a claim of talk, arrest and the like has something of its own to tell it apart by."""
        event = self.claim.event
        return self.own or bool(self.claim.casualties) or (self.placed and bool(event.agents or event.targets))

    @property
    def names_day(self) -> bool:
        """Whether it tells the day and the place of something whose kind it does not name."""
        return (self.family is None or self.stance) and self.own and self.placed and self.one_day

    @property
    def one_day(self) -> bool:
        """Whether its date names one day or one night."""
        return self.days is not None and self.days.last - self.days.first <= DAY

    def shares(self, days: Days | None) -> bool:
        """Whether it tells a day of its own that is one of these."""
        return self.own and self.one_day and days is not None and self.days is not None and not self.days.apart(days)
