"""Who a source is when the text says *he* or *Dillon*: the nearest fitting source before it, marked inferred."""

from __future__ import annotations

import msgspec

from sayso.core.claim import Kind, Source
from sayso.core.reading import Named, Reading, Said

_BODIES = ("office", "organisation", "state", "armed_group", "outlet", "agency")
LONGEST_NAME = 12  # words


class Known:
    """The sources met so far in one report, latest last."""

    def __init__(self) -> None:
        self._count = 0
        self._by_kind: dict[str, tuple[int, Named]] = {}  # the latest of each kind, and how late it was
        self._by_end: dict[
            tuple[str, ...], Named
        ] = {}  # the latest person whose name ends with these words and has more

    def _meet(self, named: Named) -> None:
        self._count += 1
        self._by_kind[named.kind] = (self._count, named)
        if named.kind == "person":
            for k in range(1, min(len(named.words), LONGEST_NAME)):
                self._by_end[named.words[-k:]] = named

    def resolve(self, named: Named) -> Source:
        """The source as the ledger keeps it; remembers it for what follows."""
        if named.pronoun is not None:
            return self._pronoun(named)
        fuller = self._fuller(named)
        self._meet(fuller or named)
        if fuller is None:
            return _source(named, named)
        return _source(fuller, named, inferred="short name")

    def _pronoun(self, named: Named) -> Source:
        assert named.pronoun is not None
        person, number, kind = named.pronoun
        if person == "3":
            fitting = [met for met in self._by_kind.values() if _fits(met[1], number, kind)]
            if fitting:
                _, latest = max(fitting, key=lambda met: met[0])
                self._meet(latest)
                return _source(latest, named, inferred="pronoun")
        return Source(name=named.name, kind="unnamed", span=(named.span,))

    def _fuller(self, named: Named) -> Named | None:
        """An earlier person whose last name this is: *Dillon* after *Colonel Ryan Dillon*."""
        if not named.words or named.kind not in ("person", "unnamed"):
            return None
        return self._by_end.get(named.words)


def _fits(met: Named, number: str, kind: str) -> bool:
    if number == "sg" and kind == "person":
        return met.kind in ("person", "witness", "unnamed")
    if number == "sg":
        return met.kind in (*_BODIES, "document")
    return met.kind in (*_BODIES, "unnamed", "witness")


def _source(known: Named, here: Named, inferred: str | None = None) -> Source:
    kind: Kind = msgspec.convert(known.kind, Kind)
    return Source(
        name=known.name, kind=kind, span=(here.span,), role=here.role or known.role,
        on_behalf_of=here.on_behalf_of or known.on_behalf_of,
        inferred=inferred or msgspec.UNSET,
    )  # fmt: skip


def resolve_all(reading: Reading) -> dict[tuple[int, int], Source]:
    """Every source phrase of a report, by its span, resolved in the order of the text."""
    known, out = Known(), {}
    named = [n for said in reading.said for n in _of(said)]
    for one in sorted(named, key=lambda n: n.span):
        key = (one.span.start, one.span.end)
        if key not in out:
            out[key] = known.resolve(one)
    return out


def _of(said: Said) -> list[Named]:
    return [n for n in (said.outlet, said.source, *(who for _, who in said.via)) if n is not None]
