"""Which packs there are: the folders beside this package, and those that other distributions bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path


def builtin_folder() -> Path:
    """The folder in which the packs that come with sayso lie."""
    return Path(__file__).parent.parent / "languages"


def pack_folders(others: Iterable[Path] = ()) -> Mapping[str, Path]:
    """Code to folder, built-in packs first; the folder's name (less a `sayso_` before it) is the code."""
    inside = sorted(path for path in builtin_folder().iterdir() if (path / "pack.toml").is_file())
    return {path.name.removeprefix("sayso_"): path for path in (*inside, *others)}
