"""Loading the packs that are installed, once, into a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from sayso.core.trouble import PackError
from sayso.lang.find import pack_folders
from sayso.lang.pack import Pack, load

GROUP = "sayso.languages"


def shared_lists() -> tuple[Path, ...]:
    """Word lists that every pack gets: names of outlets and agencies."""
    return (Path(str(files("sayso") / "reference" / "outlet.tsv")),)


def shared_names() -> tuple[Path, ...]:
    """Lists of names that every pack gets: bodies and armed groups, with their codes."""
    return (Path(str(files("sayso") / "reference" / "actor_name.tsv")),)


def folders() -> Mapping[str, Path]:
    """Code to folder of every pack there is, those of other distributions by their entry points."""
    return pack_folders((point.name, _folder(point)) for point in entry_points(group=GROUP))


def _folder(point: EntryPoint) -> Path:
    """The folder of the package an entry point names; a pack is data, so the package itself is not run."""
    try:
        spec = find_spec(point.module)
    except ImportError:
        spec = None
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        owner = point.dist.name if point.dist is not None else "some distribution"
        message = f"the language pack {point.name!r} of {owner} cannot be found: no package named {point.module!r}"
        raise PackError(message)
    return Path(places[0])


class Packs(Mapping[str, Pack]):
    """Packs by code, each read when it is first asked for: a run over one language does not wait for the others."""

    def __init__(self, there: Mapping[str, Path]) -> None:
        self._there = there
        self._loaded: dict[str, Pack] = {}

    def __getitem__(self, code: str) -> Pack:
        """The pack of a code; raises KeyError where there is none, PackError where it has a fault."""
        if code not in self._loaded:
            self._loaded[code] = _loaded(code, self._there[code])
        return self._loaded[code]

    def __iter__(self) -> Iterator[str]:
        """The codes in alphabetical order."""
        return iter(sorted(self._there))

    def __len__(self) -> int:
        """How many packs there are."""
        return len(self._there)

    def __contains__(self, code: object) -> bool:
        """Whether there is a pack of this code; it is not read for that."""
        return code in self._there


def packs_on_demand() -> Mapping[str, Pack]:
    """Every pack there is, each read when it is first asked for."""
    return Packs(folders())


def load_packs(codes: Iterable[str] | None = None) -> Mapping[str, Pack]:
    """The packs of the given codes, or all; raises PackError for a code without one and for a fault in a pack."""
    there = folders()
    wanted = sorted(there) if codes is None else list(codes)
    missing = [code for code in wanted if code not in there]
    if missing:
        message = f"no language pack named {missing[0]!r}; there are: {', '.join(sorted(there))}"
        raise PackError(message)
    return {code: _loaded(code, there[code]) for code in wanted}


def _loaded(code: str, folder: Path) -> Pack:
    pack = load(folder, shared_lists(), shared_names())
    if pack.code != code:
        message = f"{folder}/pack.toml: this pack is installed as {code!r}, but its code is {pack.code!r}"
        raise PackError(message)
    return pack
