"""Whose word a claim is, once copies are folded: the origin at the end of its chain.

A named origin is one voice whoever carries it. A spokesman is the voice of the body he speaks for. What a report says
on its own is the voice of its outlet, or of the agency that its text is credited to, or, in a copy, of the outlet that
had the text first. An unnamed origin is one voice for each outlet that relies on it; so is a person who is told of
only by what he is (*a doctor*).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.core.claim import Kind, Link, Source
from sayso.core.fold import fold
from sayso.core.report import Report
from sayso.core.value import digest
from sayso.reconcile.copies import originals, wires
from sayso.reconcile.member import Member
from sayso.reference.actors import actors

UNNAMED = frozenset({"unnamed", "witness", "unspecified"})
SOURCE = "source"  # what stands before the name in the key of a voice that has no code
HOUSE = "house"  # and in that of an outlet or agency
BODIES = frozenset({"state", "local"})  # sorts of code of which a land or a place has one
OUTLETS = frozenset({"outlet", "agency"})


class Origin(NamedTuple):
    """A voice: what tells it from others, what it is called in this claim, and what kind of source it is."""

    key: str
    name: str | None
    kind: Kind

    @property
    def called(self) -> str:
        """Its name, or its kind where it has none."""
        return self.name or self.kind

    @property
    def id(self) -> str:
        """The id under which the voice is shown."""
        return voice_id(self.key)


Heard = Mapping[str, Origin]  # by the id of a claim: whose word it is


class Voices:
    """Tells the origin of any claim of a set of reports.

    `families` maps the name of an outlet to that of its publisher, and another name of a source to the one that it is
    to go by, as the user's own list has them; the names are compared folded.
    """

    def __init__(self, reports: Iterable[Report], families: Mapping[str, str] | None = None) -> None:
        every = list(reports)
        self._root = originals(every)
        self._wire = wires(every, self._root)
        self._family = {fold(name): family for name, family in (families or {}).items()}
        self._houses = {fold(name) for report in every for name in (report.publisher, *report.credits) if name}

    def original(self, report: Report) -> Report:
        """The report that had this text first; itself where it is no copy."""
        return self._root.get(report.key, report)

    def origin(self, member: Member) -> Origin:
        """The voice behind a claim."""
        chain = member.claim.attribution
        if not chain:
            return self.outlet(member.report)
        last = chain[-1].source
        if self.is_house(last):
            return self.house(last)
        if not self.is_nameless(last):
            return self._named(last)
        carrier = self._carrier(chain[:-1], member.report)
        who = f" {fold(last.name).split()[-1]}" if last.name and last.kind == "person" else ""
        return Origin(f"unnamed {carrier.key}{who}", last.name, last.kind)

    def is_house(self, source: Source) -> bool:
        """Whether a source is an outlet or an agency: by its kind, or because a report is of that name."""
        return source.name is not None and (source.kind in OUTLETS or fold(source.name) in self._houses)

    def house(self, source: Source) -> Origin:
        """The voice of an outlet or an agency that is a source."""
        return self._house(source.name or "", source.kind if source.kind in OUTLETS else "outlet")

    @staticmethod
    def is_nameless(source: Source) -> bool:
        """Whether a source has no name and is no body of which its place or land has one: *a doctor*, *officials*."""
        if source.name is None:
            return True
        if source.kind in UNNAMED:
            what = (source.id or "").rpartition(":")[2]
            return what not in actors() or actors()[what].sort not in BODIES
        return source.kind == "person" and source.id is None and not is_proper(source)

    def _carrier(self, hands: tuple[Link, ...], report: Report) -> Origin:
        """The outlet that relies on an unnamed origin: the last one named before it, else the report's own."""
        for link in reversed(hands):
            if self.is_house(link.source):
                return self.house(link.source)
        return self.outlet(report)

    def outlet(self, report: Report) -> Origin:
        """The voice of what a report says on its own."""
        root = self.original(report)
        wire = self._wire.get(root.key)
        if wire is not None:
            return self._house(wire, "agency")
        if root.publisher:
            return self._house(root.publisher, "outlet")
        return Origin(f"report {root.page or root.key}", None, "outlet")

    def _named(self, source: Source) -> Origin:
        """A source by the name the user's list gives it, else by its own."""
        family = self._family.get(fold(source.name or ""))
        key = f"{SOURCE} {fold(family)}" if family else key_of(source)
        return Origin(key, family or source.name, "office" if source.kind in UNNAMED else source.kind)

    def _house(self, name: str, kind: Kind) -> Origin:
        family = self._family.get(fold(name))
        return Origin(f"{HOUSE} {fold(family or name)}", family or name, kind)


def is_proper(source: Source) -> bool:
    """Whether a source is called by a name of its own, so far as its last word's capital tells."""
    return (source.name or "").rpartition(" ")[2][:1].isupper()


def key_of(source: Source) -> str:
    """What tells a named source from others: its id where the reader knows one, else its name."""
    return source.id or f"{SOURCE} {fold(source.name or '')}"


def voice_id(key: str) -> str:
    """The id of the voice of a key, the same in every event."""
    return "v" + digest(key)


def keys_named(name: str) -> tuple[str, str]:
    """The keys that a voice of this name may have where no code is known for it: as a source, and as an outlet."""
    return f"{SOURCE} {fold(name)}", f"{HOUSE} {fold(name)}"
