"""The bytes that documents were taken from, kept beside the ledger under the hash that its rows name.

One file for each, `ab/abcd….zst`: compressed, written once, never changed, and named by the SHA-256 of what is in it.
So a copy that lacks some is mended by copying those again, and each can be checked with common tools alone.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from sayso.core.trouble import LedgerError

SUFFIX = ".zst"
_HASH = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 18
_LEVEL = 6  # of compression; a page of 100 KB takes a millisecond


class Evidence:
    """Bytes by their hash, in a folder that is made when the first are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the bytes of a hash stand, or would; raises LedgerError where it is none."""
        if not _HASH.fullmatch(name):
            raise LedgerError(f"{name!r} is not a SHA-256 in hexadecimal")
        return self.folder / name[:2] / (name + SUFFIX)

    def has(self, name: str) -> bool:
        """Whether there are bytes under a hash, whatever they are."""
        return self.path(name).is_file()

    def keep(self, raw: bytes) -> str:
        """Keep bytes, and give their hash once they outlast a loss of power; those that are there stay as they are.

        Raises LedgerError where they cannot be written.
        """
        import zstandard  # noqa: PLC0415 -- reading without a ledger does without

        name = hashlib.sha256(raw).hexdigest()
        path = self.path(name)
        if not path.exists():
            try:
                _write(path, zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(raw))
            except OSError as fault:
                raise LedgerError(f"{path}: cannot be written: {fault.strerror or fault}") from None
        return name

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


def _write(path: Path, packed: bytes) -> None:
    """Write a file that appears under its name only once it is whole and on the disk."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        _settle(path.parent.parent)
        _settle(path.parent.parent.parent)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(packed)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the names in a folder outlast a loss of power, where the system can do that for folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
