"""The tagger's weights as they lie on disk, and both passes of the model over one window.

A folder holds `first.onnx` and `second.onnx` (8 bits), `tokenizer.json`, `words.bin` (a row of 4-bit blocks for each
piece: 32 weights share a 16-bit scale) and `manifest.json` with the digest of each. Rows of `words.bin` are read as
they are needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.core.trouble import SaysoError
from sayso.reference.tagger.windows import NEAR, Range, beside

START, END = 0, 2  # the pieces at either end of a window
BLOCK_BYTES = 18
Floats = NDArray[np.float32]


class Manifest(msgspec.Struct, frozen=True):
    """What the folder holds: the model's name, the bytes of a row of word vectors, and each file's SHA-256."""

    name: str
    row: int
    files: dict[str, str]

    def named(self) -> str:
        """The model's name, and a digest of all its files."""
        return f"{self.name} {hashlib.sha256(msgspec.json.encode(self.files, order='sorted')).hexdigest()[:16]}"


class Weights:
    """The model of one folder; SaysoError where a file is missing or not the one that was shipped."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.manifest = _checked(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # of windows this small two threads make it slower; see --jobs
        options.inter_op_num_threads = 1
        provider = ["CPUExecutionProvider"]
        self._first = onnxruntime.InferenceSession(str(folder / "first.onnx"), options, providers=provider)
        self._second = onnxruntime.InferenceSession(str(folder / "second.onnx"), options, providers=provider)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._words = np.memmap(folder / "words.bin", np.uint8, "r").reshape(-1, self.manifest.row)

    def tokens(self, text: str) -> tuple[list[int], list[Range]]:
        """The pieces of a text and the code points of each."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    def first(self, ids: Sequence[int]) -> tuple[Floats, Floats]:
        """The vectors of a window, with an end piece on either side, and its tokens' scores for O, B, I of a cue."""
        vectors, tags, _ = self._first.run(None, {"words": self._vectors([START, *ids, END])[None]})
        return vectors, tags[0, 1:-1, 1]

    def names(self, ids: Sequence[int]) -> Floats:
        """By token the scores for no name, and for the first and further tokens of a person, organisation and place."""
        _, _, names = self._first.run(None, {"words": self._vectors([START, *ids, END])[None]})
        out: Floats = names[0, 1:-1]
        return out

    def second(self, vectors: Floats, cues: Sequence[Range]) -> list[tuple[int, Floats]]:
        """By cue the first of the tokens near it, and for those the scores for O, B, I of its source and content.

        Cues count the window's tokens, without the end pieces that `vectors` holds.
        """
        total = vectors.shape[1]
        shifted = [(first + 1, last + 1) for first, last in cues]
        starts = [beside(cue, total) for cue in shifted]
        near = np.stack([vectors[0, at : at + NEAR] for at in starts])
        moved = [(first - at, last - at) for (first, last), at in zip(shifted, starts, strict=True)]
        (scores,) = self._second.run(None, {"vectors": near, "cues": np.array(moved, dtype=np.int64)})
        return [(max(0, at - 1), one[max(0, 1 - at) : total - 1 - at]) for at, one in zip(starts, scores, strict=True)]

    def _vectors(self, ids: Sequence[int]) -> Floats:
        """The word vectors of some pieces, unpacked."""
        blocks = np.ascontiguousarray(self._words[np.asarray(ids)]).reshape(-1, BLOCK_BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        low, high = (blocks[:, 2:] & 15).astype(np.int8) - 8, (blocks[:, 2:] >> 4).astype(np.int8) - 8
        weights = np.concatenate([low, high], axis=1).astype(np.float32) * scale
        return weights.reshape(len(ids), -1)


def _checked(folder: Path) -> Manifest:
    """The manifest of a folder whose files are all as it says."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        for name, digest in manifest.files.items():
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    raise SaysoError(f"{folder / name} is damaged: its digest is not the manifest's; install it anew")
    except OSError as fault:
        raise SaysoError(f"the tagger's weights cannot be read: {fault.filename}: {fault.strerror}") from None
    except msgspec.DecodeError as fault:
        raise SaysoError(f"{folder / 'manifest.json'} is damaged: {fault}; install the weights anew") from None
    return manifest
