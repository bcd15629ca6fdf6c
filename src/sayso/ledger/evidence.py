"""The bytes that documents were taken from, kept beside the ledger under the hash that its rows name.

One file for each, `ab/abcd….zst`: compressed, written once, never changed, and named by the SHA-256 of what is in it.
So a copy that lacks some is mended by copying those again, and each can be checked with common tools alone.
Waiting for the disk is what takes time, so files wait for it together, a batch at a time.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.core.trouble import LedgerError

SUFFIX = ".zst"
if TYPE_CHECKING:
    from zstandard import ZstdCompressor

_HASH = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 18
_LEVEL = 6  # of compression; a page of 100 KB takes a millisecond
_TOGETHER = 32  # files that wait for the disk at the same time: it writes what several wait for at one go


class Evidence:
    """Bytes by their hash, in a folder that is made when the first are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: dict[Path, Path] = {}  # what is written but not on the disk for sure, by its name to be
        self._packer: ZstdCompressor | None = None  # making one takes longer than packing a page

    def path(self, name: str) -> Path:
        """Where the bytes of a hash stand, or would; raises LedgerError where it is none."""
        if not _HASH.fullmatch(name):
            raise LedgerError(f"{name!r} is not a SHA-256 in hexadecimal")
        return self.folder / name[:2] / (name + SUFFIX)

    def has(self, name: str) -> bool:
        """Whether there are bytes under a hash, whatever they are."""
        return self.path(name).is_file()

    def keep(self, raw: bytes) -> str:
        """Write bytes, and give their hash; they are kept once `settle` returns. Those that are there stay as they are.

        Raises LedgerError where they cannot be written.
        """
        name = hashlib.sha256(raw).hexdigest()
        path = self.path(name)
        if path not in self._written and not path.exists():
            packed = self._pack(raw)
            with _told(path):
                self._written[path] = _write(path, packed)
        return name

    def _pack(self, raw: bytes) -> bytes:
        if self._packer is None:
            import zstandard  # noqa: PLC0415 -- reading without a ledger does without

            self._packer = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
        return self._packer.compress(raw)

    def settle(self) -> None:
        """Have all that was written stand under its name and outlast a loss of power; raises LedgerError."""
        written, self._written = self._written, {}
        if not written:
            return
        with _told(self.folder):
            _wait_for(written.values())
            for path, beside in written.items():
                beside.replace(path)
            if os.name == "posix":  # elsewhere a folder cannot be waited for
                _wait_for({folder for path in written for folder in (path.parent, *self._above())})

    def _above(self) -> tuple[Path, Path]:
        """The folders whose names of folders must last too."""
        return self.folder, self.folder.absolute().parent

    def read(self, name: str) -> bytes:
        """The bytes of a hash; raises LedgerError where they are missing or are not those."""
        raw = b"".join(self._blocks(name))
        if hashlib.sha256(raw).hexdigest() != name:
            raise LedgerError(f"{self.path(name)}: its bytes are not those it is named for")
        return raw

    def wrong(self, name: str) -> str | None:
        """What is wrong with the bytes of a hash, None where they are there and hash so."""
        sha256 = hashlib.sha256()
        try:
            for block in self._blocks(name):
                sha256.update(block)
        except LedgerError as fault:
            return str(fault)
        return None if sha256.hexdigest() == name else f"{self.path(name)}: its bytes are not those it is named for"

    def _blocks(self, name: str) -> Iterator[bytes]:
        import zstandard  # noqa: PLC0415

        path = self.path(name)
        try:
            with path.open("rb") as stream:
                yield from zstandard.ZstdDecompressor().read_to_iter(stream, write_size=_BLOCK)
        except FileNotFoundError:
            raise LedgerError(
                f"{path}: is missing; copy it from where it still is, or add the document again"
            ) from None
        except (OSError, zstandard.ZstdError) as fault:
            raise LedgerError(f"{path}: cannot be read: {fault}") from None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise LedgerError(f"{path}: cannot be written: {fault.strerror or fault}") from None


def _write(path: Path, packed: bytes) -> Path:
    """Write what is to be a file beside it, under a hidden name."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            beside.write_bytes(packed)
        except FileNotFoundError:  # as a rule the folder is there
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(packed)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _wait_for(paths: Iterable[Path]) -> None:
    """Wait until the disk has all of some files or folders."""
    with ThreadPoolExecutor(_TOGETHER) as several:
        list(several.map(_settle, paths))


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
