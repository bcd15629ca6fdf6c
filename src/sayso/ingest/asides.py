"""Saved pages: a browser puts the pictures, styles and frames of a page into a folder beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import quote

from sayso.ingest.page import SUFFIXES

ASKED = 1 << 20  # bytes of a page in which it is looked for
ASIDE = "beside a saved page"
NOTE = "readme.md"  # what a folder or an archive says of itself is no report


def is_hidden(name: str) -> bool:
    """Whether a file or member is hidden, or is the note on its folder."""
    *folders, base = name.replace("\\", "/").removeprefix("./").split("/")
    return base.lower() == NOTE or any(_is_hidden(part) for part in (*folders, base))


def _is_hidden(part: str) -> bool:
    return part == "__MACOSX" or (part.startswith(".") and part.strip(".") != "")


def asides(names: Iterable[str], begin: Callable[[str], bytes]) -> tuple[str, ...]:
    """The folders, each with a `/` at its end, that belong to a page beside them.

    Such a folder is called as the page is and something more, which is a word of the browser's language, and the page
    refers to it. `begin` gives the bytes of a page.
    """
    every = list(names)
    pages = {name[: -len(suffix)]: name for name in every for suffix in SUFFIXES if name.lower().endswith(suffix)}
    folders = {name[: at + 1] for name in every for at in range(len(name)) if name[at] == "/"}
    beside = ((folder, stem) for folder in sorted(folders) for stem in _stems(folder) if stem in pages)
    return tuple(folder for folder, stem in beside if _refers(begin(pages[stem]), folder))


def _stems(folder: str) -> list[str]:
    """What a page would be called that the folder could belong to."""
    name = folder[:-1]
    return [name[:at] for at in range(name.rfind("/") + 2, len(name)) if name[at] in "_-."]


def _refers(page: bytes, folder: str) -> bool:
    base = folder[:-1].rpartition("/")[2]
    return any(f"{name}/".encode() in page for name in (base, quote(base)))
