"""How much is taken in at most, so that no input, however made, can fill the memory or the disk."""

from __future__ import annotations

from sayso.core.value import Value

MIB = 1 << 20


class Limits(Value, kw_only=True):
    """Bytes and counts; what passes one is refused by name, and the rest go on."""

    page_bytes: int = 20 * MIB  # one page, message, feed or document
    unpacked_bytes: int = 2048 * MIB  # all that comes out of one archive
    ratio: int = 200  # how many times larger than itself an archive's member may unpack
    members: int = 200_000  # of one archive
    depth: int = 3  # archives inside archives
