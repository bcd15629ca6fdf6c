"""Loading the packs that are installed, once, into a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

from sayso.core.trouble import PackError
from sayso.lang.find import pack_folders
from sayso.lang.pack import Pack, load

GROUP = "sayso.languages"


def shared_lists() -> tuple[Path, ...]:
    """Word lists that every pack gets: names of outlets and agencies."""
    return (Path(str(files("sayso") / "reference" / "outlet.tsv")),)


def folders() -> Mapping[str, Path]:
    """Code to folder of every pack there is, those of other distributions by their entry points."""
    others = []
    for point in entry_points(group=GROUP):
        try:
            others.append(Path(str(files(point.value))))
        except ModuleNotFoundError as fault:
            message = f"the language pack {point.name!r} of {point.dist and point.dist.name} cannot be found: {fault}"
            raise PackError(message) from None
    return pack_folders(others)


def load_packs(codes: Iterable[str] | None = None) -> Mapping[str, Pack]:
    """The packs of the given codes, or all; raises PackError for a code without one."""
    there = folders()
    wanted = sorted(there) if codes is None else list(codes)
    missing = [code for code in wanted if code not in there]
    if missing:
        message = f"no language pack named {missing[0]!r}; there are: {', '.join(sorted(there))}"
        raise PackError(message)
    return {code: load(there[code], shared_lists()) for code in wanted}
