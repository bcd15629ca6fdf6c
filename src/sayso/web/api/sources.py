"""Sources at the origin of claims, by their code or name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from starlette.exceptions import HTTPException

from sayso.core.claim import Claim
from sayso.web.api.some import moment, some
from sayso.web.api.values import SourceIn, SourceLine, Sources
from sayso.web.snapshot import Snapshot
from sayso.web.visit import Visit


def by_source(snapshot: Snapshot) -> Mapping[str, tuple[SourceLine, tuple[Claim, ...]]]:
    """Every source with its claims, those with most claims first."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for told in snapshot.claims.values():
        if told.claim.attribution and (name := _id(told.claim)) is not None:
            found[name].append(told.claim)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return {name: (_line(name, claims), tuple(claims)) for name, claims in ordered}


def listed(visit: Visit) -> Sources:
    """The sources."""
    lines = [line for line, _ in visit.snapshot.made(by_source).values()]
    part = some(visit, lines)
    return Sources(as_of=moment(visit), total=len(lines), next=part.next, sources=part.of)


def one(visit: Visit) -> SourceIn:
    """One source and its claims."""
    found = visit.snapshot.made(by_source).get(visit.part("id"))
    if found is None:
        raise HTTPException(404, f"no source {visit.part('id')!r} as of row {visit.snapshot.row}")
    return SourceIn(as_of=moment(visit), source=found[0], claims=found[1])


def _id(claim: Claim) -> str | None:
    origin = claim.attribution[-1].source
    return origin.id or origin.name


def _line(name: str, claims: list[Claim]) -> SourceLine:
    origin = claims[0].attribution[-1].source
    return SourceLine(id=name, name=origin.name or name, kind=origin.kind, claims=len(claims))
