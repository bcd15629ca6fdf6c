"""The ingestors there are: those of other distributions, by their entry points, and ours."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution, entry_points, requires

from sayso.core.trouble import InputError
from sayso.ingest.kinds import INGESTORS
from sayso.ingest.port import Ingestor

GROUP = "sayso.ingestors"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def ingestors() -> tuple[Ingestor, ...]:
    """All of them in the order in which they are asked; others come before ours, so that they may know a form better.

    Raises InputError where an entry point does not lead to one.
    """
    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return (*map(_loaded, points), *INGESTORS)


def missing(ingestor: Ingestor) -> tuple[str, ...]:
    """The packages of its extra that are not installed."""
    if ingestor.extra is None:
        return ()
    marker = re.compile(rf"extra\s*==\s*['\"]{re.escape(ingestor.extra)}['\"]")
    wanted = [one for one in requires("sayso") or () if marker.search(one)]
    return tuple(name[0] for one in wanted if (name := _NAME.match(one)) and not _installed(name[0]))


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _loaded(point: EntryPoint) -> Ingestor:
    owner = point.dist.name if point.dist is not None else "some distribution"
    try:
        found = point.load()
    except (ImportError, AttributeError) as fault:
        raise InputError(
            f"the ingestor {point.name!r} of {owner} cannot be loaded: {fault}; mend or remove it"
        ) from None
    if not isinstance(found, Ingestor):
        raise InputError(
            f"the ingestor {point.name!r} of {owner} is a {type(found).__name__} and no Ingestor; remove it"
        )
    return found
