"""A zip whose every byte follows from what is put in, with a manifest that `sha256sum -c` checks."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from typing import BinaryIO

MANIFEST = "manifest.sha256"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first a zip can name; when it was made is no part of what it holds
_UNIX = 3
_RIGHTS = 0o100644 << 16


def write_bundle(stream: BinaryIO, files: Mapping[str, Callable[[], bytes]]) -> None:
    """Write the files, each made when its turn comes, in the order of their names, and the manifest last.

    Nothing is packed: packing differs from one version of a library to another, and pages are small.
    """
    lines: list[str] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as bundle:
        for name in sorted(files):
            raw = files[name]()
            lines.append(f"{hashlib.sha256(raw).hexdigest()}  {name}\n")
            bundle.writestr(_entry(name), raw)
        bundle.writestr(_entry(MANIFEST), "".join(lines).encode())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.create_system = _UNIX
    entry.external_attr = _RIGHTS
    return entry
