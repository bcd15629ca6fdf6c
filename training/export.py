"""Put a trained tagger into the form that sayso reads with.

    python -m training.export training/work FOLDER [--name sayso-tagger-1]

Writes `first.onnx`, `second.onnx` (weights in 8 bits), `tokenizer.json`, `words.bin` (word vectors in the
encoder's own 4 bits, exactly those trained with) and `manifest.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from training import vocabulary
from training.encoder_file import EncoderFile, installed, opened
from training.model import First, Second

FILES = ("first.onnx", "second.onnx", "tokenizer.json", "words.bin")


class OneFirst(nn.Module):
    """The first pass over one window."""

    def __init__(self, first: First) -> None:
        super().__init__()
        self.first = first

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Word vectors (1, tokens, width) to token vectors, tags and names."""
        out: tuple[Tensor, Tensor, Tensor] = self.first(words, None)
        return out


class OneSecond(nn.Module):
    """The second pass for all cues of one window."""

    def __init__(self, second: Second) -> None:
        super().__init__()
        self.second = second

    def forward(self, vectors: Tensor, cues: Tensor) -> Tensor:
        """Token vectors (1, tokens, width) and cues (cues, 2) to tags."""
        out: Tensor = self.second(vectors.expand(cues.shape[0], -1, -1), None, cues)
        return out


def main() -> None:
    """Export and print the sizes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("work", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--name", default="sayso-tagger-1")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    encoder = opened(installed())
    kept = json.loads((given.work / "pieces.json").read_text())
    words(encoder, kept, given.folder)
    models(encoder, weights(given.work), given.folder)
    manifest = {
        "name": given.name,
        "row": encoder.blocks("emb.word", encoder.sizes.pieces).shape[1],
        "files": {name: hashlib.sha256((given.folder / name).read_bytes()).hexdigest() for name in FILES},
    }
    (given.folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for name in FILES:
        print(f"{name:16} {(given.folder / name).stat().st_size / 1e6:6.1f} MB")


def weights(work: Path) -> dict[str, Tensor]:
    """What was trained; of a run that still goes on, where it stood last."""
    done = work / "model.pt"
    out: dict[str, Tensor] = (
        torch.load(done, weights_only=True)
        if done.exists()
        else torch.load(work / "state.pt", weights_only=True, map_location="cpu")["model"]
    )
    return out


def words(encoder: EncoderFile, kept: list[int], folder: Path) -> None:
    """The tokenizer and the word vectors of the pieces kept."""
    pieces = [encoder.pieces[i] for i in kept]
    vocabulary.tokenizer(pieces, kept.index(encoder.unknown)).save(str(folder / "tokenizer.json"), pretty=False)
    table = encoder.blocks("emb.word", encoder.sizes.pieces)[kept]
    np.ascontiguousarray(table).tofile(folder / "words.bin")


def models(encoder: EncoderFile, trained: dict[str, Tensor], folder: Path) -> None:
    """Both passes, quantised."""
    first, second = First(encoder), Second(encoder)
    first.load_state_dict(part(trained, "first."))
    second.load_state_dict(part(trained, "second."))
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        width = encoder.sizes.width
        inputs = (torch.randn(1, 40, width),)
        names = ["vectors", "tags", "names"]
        torch.onnx.export(
            OneFirst(first).eval(), inputs, full, input_names=["words"], output_names=names, opset_version=17,
            dynamic_axes={"words": {1: "tokens"}, **{name: {1: "tokens"} for name in names}}, dynamo=False,
        )  # fmt: skip
        quantize(full, folder / "first.onnx")
        cues = torch.tensor([[3, 5], [7, 8]])
        torch.onnx.export(
            OneSecond(second).eval(), (torch.randn(1, 40, width), cues), full,
            input_names=["vectors", "cues"], output_names=["scores"], opset_version=17,
            dynamic_axes={"vectors": {1: "tokens"}, "cues": {0: "cues"}, "scores": {0: "cues", 1: "tokens"}},
            dynamo=False,
        )  # fmt: skip
        quantize(full, folder / "second.onnx")


def quantize(full: Path, out: Path) -> None:
    """Weights in 8 bits, a scale for each 32; values in between likewise, row by row.

    One scale for all of a layer's values ruins them: a few of the encoder's dimensions are far larger than the rest.
    """
    quantizer = MatMulNBitsQuantizer(str(full), bits=8, block_size=32, is_symmetric=True, accuracy_level=4)
    quantizer.process()
    quantizer.model.save_model_to_file(str(out))


def part(trained: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """The weights under a prefix, without it."""
    return {name.removeprefix(prefix): value for name, value in trained.items() if name.startswith(prefix)}


if __name__ == "__main__":
    main()
