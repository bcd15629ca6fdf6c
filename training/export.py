"""Put a trained tagger into the form that sayso reads with.

    python -m training.export training/work tagger FOLDER [--name sayso-tagger-1]

Writes `first.onnx`, `second.onnx` (weights in 8 bits), `tokenizer.json`, `words.bin` (word vectors in the
encoder's own 4 bits, exactly those trained with) and `manifest.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor

import sayso
from sayso.reference.tagger.windows import LENGTH
from training import lean, vocabulary
from training.encoder_file import EncoderFile, installed, opened
from training.model import First, Second
from training.tagger import near
from training.windows import END, START

REPORTS = Path(sayso.__file__).parent / "reports"
FILES = ("first.onnx", "second.onnx", "tokenizer.json", "words.bin")


def main() -> None:
    """Export and print the sizes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("work", type=Path)
    options.add_argument("trained", help="what it is called in the work folder")
    options.add_argument("folder", type=Path)
    options.add_argument("--name", default="sayso-tagger-1")
    given = options.parse_args()
    logging.disable(logging.WARNING)  # the quantisers tell of every node
    given.folder.mkdir(parents=True, exist_ok=True)
    encoder = opened(installed())
    kept = json.loads((given.work / "pieces.json").read_text())
    words(encoder, kept, given.folder)
    models(encoder, torch.load(given.work / f"{given.trained}.pt", weights_only=True), kept, given.folder)
    manifest = {
        "name": given.name,
        "row": encoder.blocks("emb.word", encoder.sizes.pieces).shape[1],
        "files": {name: hashlib.sha256((given.folder / name).read_bytes()).hexdigest() for name in FILES},
    }
    (given.folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for name in FILES:
        print(f"{name:16} {(given.folder / name).stat().st_size / 1e6:6.1f} MB")


def words(encoder: EncoderFile, kept: list[int], folder: Path) -> None:
    """The tokenizer and the word vectors of the pieces kept."""
    pieces = [encoder.pieces[i] for i in kept]
    vocabulary.tokenizer(pieces, kept.index(encoder.unknown)).save(str(folder / "tokenizer.json"), pretty=False)
    table = encoder.blocks("emb.word", encoder.sizes.pieces)[kept]
    np.ascontiguousarray(table).tofile(folder / "words.bin")


def models(encoder: EncoderFile, trained: dict[str, Tensor], kept: list[int], folder: Path) -> None:
    """Both passes, quantised; how large values get is measured on the bundled reports."""
    count = len({name.split(".")[2] for name in trained if name.startswith("first.layers.")})
    first, second = First(encoder, range(count)).eval(), Second(encoder).eval()
    first.load_state_dict(part(trained, "first."))
    second.load_state_dict(part(trained, "second."))
    tokenizer = vocabulary.tokenizer([encoder.pieces[i] for i in kept], kept.index(encoder.unknown))
    table = torch.from_numpy(encoder.matrix("emb.word", encoder.sizes.pieces)[kept])
    shown = [table[ids][None] for ids in _windows(tokenizer)]
    of_first = lean.sizes(first, lambda: [first(words, None) for words in shown])
    with torch.no_grad():
        read = [stretches(first(words, None)[0]) for words in shown]
    of_second = lean.sizes(second, lambda: [second(vectors, None, cues) for vectors, cues in read])
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        names = ["vectors", "tags", "names"]
        torch.onnx.export(
            lean.LeanFirst(first, of_first).eval(), (shown[0],), full, input_names=["words"], output_names=names,
            opset_version=17, dynamic_axes={"words": {1: "tokens"}, **{name: {1: "tokens"} for name in names}},
            dynamo=False,
        )  # fmt: skip
        quantize(full, folder / "first.onnx")
        torch.onnx.export(
            lean.LeanSecond(second, of_second).eval(), read[0], full,
            input_names=["vectors", "cues"], output_names=["scores"], opset_version=17,
            dynamic_axes={"vectors": {0: "cues", 1: "tokens"}, "cues": {0: "cues"}, "scores": {0: "cues", 1: "tokens"}},
            dynamo=False,
        )  # fmt: skip
        quantize(full, folder / "second.onnx")


def stretches(x: Tensor) -> tuple[Tensor, Tensor]:
    """Stretches of a window's token vectors, as the second pass sees them, each with a word that may be a cue."""
    total = x.shape[1]
    first = torch.arange(1, total, 9)
    cue = torch.stack([first, first + 1], 1)
    at = near(torch.ones(1, total, dtype=torch.bool), torch.zeros_like(first), cue)
    return x[0][at], cue - at[:, :1]


def _windows(tokenizer: Tokenizer) -> Iterator[list[int]]:
    """Windows of the bundled reports."""
    for path in sorted(REPORTS.rglob("*.md")):
        ids = tokenizer.encode(path.read_text(encoding="utf-8"), add_special_tokens=False).ids
        yield from ([START, *ids[k : k + LENGTH], END] for k in range(0, len(ids), LENGTH))


def quantize(full: Path, out: Path) -> None:
    """Products in 8 bits: weights with a scale for each output, values with one for all."""
    quantize_dynamic(
        full, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def part(trained: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """The weights under a prefix, without it."""
    return {name.removeprefix(prefix): value for name, value in trained.items() if name.startswith(prefix)}


if __name__ == "__main__":
    main()
