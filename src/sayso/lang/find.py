"""Which packs there are: the folders beside this package, and those that other distributions bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sayso.core.trouble import PackError


def builtin_folder() -> Path:
    """The folder in which the packs that come with sayso lie."""
    return Path(__file__).parent.parent / "languages"


def pack_folders(others: Iterable[tuple[str, Path]] = ()) -> Mapping[str, Path]:
    """Code to folder: the folder's name for those here, the name given for the others.

    Raises PackError where two have the same code: which one read a text must not hang on what was installed last.
    """
    here = sorted(path for path in builtin_folder().iterdir() if (path / "pack.toml").is_file())
    found = {path.name: path for path in here}
    for code, path in sorted(others):
        if found.get(code, path) != path:
            message = f"there are two language packs named {code!r}, in {found[code]} and {path}; one must go"
            raise PackError(message)
        found[code] = path
    return found
