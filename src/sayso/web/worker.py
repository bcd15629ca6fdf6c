"""The process that works out a state of a large ledger, so that the one that answers pages never waits for it.

    python -m sayso.web.worker

It reads one order from standard input and writes frames to standard output: pieces, then an index; or what is wrong.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from typing import IO, BinaryIO

import msgspec

from sayso.core.row import START
from sayso.core.trouble import LedgerError
from sayso.core.value import Value
from sayso.run.release import Released
from sayso.run.stores import open_store
from sayso.web.build import build
from sayso.web.parcel import Index, Piece, packed

NICE = 5  # how far it stands back behind whoever answers pages


class Order(Value):
    """Which ledger, as of which row, the user's list of outlets, and the digests of what need not be sent."""

    ledger: str
    row: int
    families: dict[str, str] | None
    there: tuple[bytes, ...]


class Done(msgspec.Struct, tag=True):
    """The last frame: what the release is made of, and the hash of the row it is as of."""

    index: Index
    hash: str


class Part(msgspec.Struct, tag=True):
    """Values on their way."""

    piece: Piece


class Failed(msgspec.Struct, tag=True):
    """The ledger cannot be read, or its rows make no sense."""

    text: str


Frame = Part | Done | Failed
_LENGTH = struct.Struct(">I")


def write_frames(order: Order, stream: BinaryIO) -> None:
    """Carry out an order."""
    try:
        with open_store(order.ledger, "read") as store:
            made = build(store, order.row, order.families)
    except LedgerError as fault:
        _write(Failed(str(fault)), stream)
        return
    parcel = packed(Released(made.release, made.groups), frozenset(order.there))
    for piece in parcel.pieces:
        _write(Part(piece), stream)
    _write(Done(parcel.contents, made.hash if made.row else START.hash), stream)


def read_frames(stream: IO[bytes]) -> Iterator[Frame]:
    """The frames that come."""
    decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame)
    while head := stream.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        yield decoder.decode(stream.read(length))


def _write(frame: Frame, stream: BinaryIO) -> None:
    raw = msgspec.msgpack.encode(frame)
    stream.write(_LENGTH.pack(len(raw)) + raw)
    stream.flush()


if __name__ == "__main__":
    os.nice(NICE)
    write_frames(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order), sys.stdout.buffer)
