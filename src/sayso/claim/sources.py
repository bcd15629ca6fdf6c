"""Who a source is when the text says *he*, *Dillon* or *the ministry*: who fits best in the report, marked inferred."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.core.claim import Kind, Source
from sayso.core.fold import fold
from sayso.core.reading import Named, Reading, Said
from sayso.reference.actors import actors, fuller, is_a, loose

_BODIES = ("office", "organisation", "state", "armed_group", "outlet", "agency")
_NAMED = ("organisation", "armed_group")  # kinds of body that *the group* can mean
ENDING = 3  # letters that a land's name has more than its stem: *Tarvia*, *tarv*
LONGEST_NAME = 12  # words
_SHORT = "short name"


class Known:
    """The sources of one report: all of its bodies, and whom it has met so far, latest last."""

    def __init__(self, named: Sequence[Named], codes: Iterable[str]) -> None:
        self._bodies = {one.id: one for one in named if one.id is not None and _may_be_body(one)}
        self._ids = {*self._bodies, *codes}
        self._speakers = {
            one.words: one.id
            for one in named
            if one.kind == "person" and one.id is not None and not one.id.startswith("name:")
        }
        self._lands = {of for of, _, what in (code.rpartition(":") for code in self._ids) if of and loose(what)}
        self._met: list[str] = []  # the ids of the bodies met so far
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
        if named.id is not None and named.kind in _BODIES:
            self._met.append(named.id)

    def resolve(self, named: Named) -> Source:
        """The source as the ledger keeps it; remembers it for what follows."""
        if named.pronoun is not None:
            return self._pronoun(named)
        person = self._fuller(named)
        if person is not None:
            self._meet(person)
            return _source(person, named, inferred=_SHORT)
        body = self._body(named)
        if body is not None:
            named = msgspec.structs.replace(named, id=body)
        self._meet(named)
        return _source(named, named, inferred=_SHORT if body is not None else None)

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

    def _body(self, named: Named) -> str | None:
        """The id of the one body of the report that a short form can mean: *the ministry*, *the Brigade*."""
        code = named.id
        if code is None:
            return self._abbreviated(fold(named.name).split()[-1:]) if named.kind in _NAMED else None
        if named.kind == "person" and code.startswith("name:"):
            code = self._speakers.get(named.words, code)
        found = self._in_full(code, named)
        return found or (code if code != named.id else None)

    def _abbreviated(self, last: list[str]) -> str | None:
        return _only({code for code in self._ids if last and _abbreviates(last[0], code)})

    def _in_full(self, code: str, named: Named) -> str | None:
        """The code of which this one is the short form in this report."""
        of, _, what = code.rpartition(":")
        if of == "name":
            longer = set() if named.kind == "person" else {code for code in self._ids if _abbreviates(what, code)}
            return _only(longer or {land for land in self._lands if _is_land(what, land)})
        if of or not loose(what):
            return None
        if actors()[what].sort == "body":
            last = fold(named.name).split()[-1:]
            full = {code: body for code, body in self._bodies.items() if body.kind in _NAMED and not loose(code)}
            return _only({code for code, body in full.items() if {*last} & {*fold(body.name).split()}}) or _only(
                {*full}
            )
        return fuller(what, self._ids) or self._latest(what)

    def _latest(self, what: str) -> str | None:
        """The latest case of a kind of body met before: *the ministry* is the one that was spoken of last."""
        met = ((code, code.rpartition(":")[2]) for code in reversed(self._met))
        return next((code for code, kind in met if kind != what and is_a(kind, what)), None)


def _only(fitting: set[str]) -> str | None:
    """The one that fits; None where none or several do."""
    return fitting.pop() if len(fitting) == 1 else None


def _may_be_body(named: Named) -> bool:
    """Whether this can be a body: what is taken for a person or a document may be one where its name is one word."""
    return named.kind in (*_BODIES, "document") or (named.kind == "person" and len(named.words) == 1)


def _abbreviates(short: str, code: str) -> bool:
    """Whether a folded name is part of that in a code: *Brigade* of *Hill Brigade*, *Brigaden* of *Bergsbrigaden*."""
    of, _, long = code.rpartition(":")
    if of != "name" or long == short:
        return False
    parts = long.split("-")
    return {*short.split("-")} < {*parts} or (len(short) > ENDING and any(part.endswith(short) for part in parts))


def _is_land(name: str, stem: str) -> bool:
    """Whether a name is that of a land known by its stem."""
    return name.startswith(stem) and len(name) <= len(stem) + ENDING


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
        inferred=inferred or msgspec.UNSET, id=known.id,
    )  # fmt: skip


def resolve_all(reading: Reading) -> dict[tuple[int, int], Source]:
    """Every source phrase of a report, by its span, resolved in the order of the text."""
    named = sorted((n for said in reading.said for n in _of(said)), key=lambda n: n.span)
    known, out = Known(named, (code for _, code in reading.codes)), {}
    for one in named:
        key = (one.span.start, one.span.end)
        if key not in out:
            out[key] = known.resolve(one)
    return out


def _of(said: Said) -> list[Named]:
    return [n for n in (said.outlet, said.source, *(who for _, who in said.via)) if n is not None]
