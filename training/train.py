"""Train a tagger, or one that learns from several.

    python -m training.train ../shared/data training/work teacher-0 --seed 0
    python -m training.train ../shared/data training/work tagger --layers 8 --teachers teacher-0 teacher-1 teacher-2

Keeps NAME.pt in the work folder. Takes up a run that was cut off where it stood (`NAME.state.pt`). Same seed, same
data, same steps; sums of floating point differ between machines. Uses a GPU where there is one.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training import corpora, silver, switched, vocabulary
from training.encoder_file import EncoderFile, installed, opened
from training.passes import Group, Plan, batches
from training.student import Student, taken
from training.tagger import Tagger, tensors

PIECES = 80_000
RATE, HEAD_RATE = 2.5e-4, 1.5e-3
SAVE_AFTER = 120  # seconds
WARM = 100
HELD = 40  # the last articles of PolNeAR train: for choosing thresholds, and so not trained on
NEWS = (  # articles that nobody marked, for a student; every n-th
    ("places.en.lgl.jsonl.gz", 1),
    ("places.en.geovirus.jsonl.gz", 1),
    ("reports.en.syria.dev.jsonl.gz", 1),
    ("clusters.en.gunviolence.dev.jsonl.gz", 4),
)
Held = Tagger | Student
Schedule = torch.optim.lr_scheduler.LambdaLR


def main() -> None:
    """Train and keep what came of it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("name", help="what to call it in the work folder")
    options.add_argument("--steps", type=int, default=6600)
    options.add_argument("--batch", type=int, default=580, help="tokens a step")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--switched", type=float, default=0.4, help="share of English texts that other words get into")
    options.add_argument("--teachers", nargs="+", default=[], help="learn from these, trained before")
    options.add_argument("--layers", type=int, help="a student's layers; the encoder has 12")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--workers", type=int, default=0, help="processes beside that cut texts into windows")
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder = opened(installed())
    marked = marked_texts(given.data, given.work)
    kept = chosen(encoder, marked, given.work)
    texts = [*marked, *news(given.data)] if given.teachers else marked
    tokenizer = vocabulary.tokenizer([encoder.pieces[i] for i in kept], kept.index(encoder.unknown))
    plan = Plan(given.seed, given.batch, given.switched, switched.listed())
    taught = [torch.load(given.work / f"{name}.pt", weights_only=True) for name in given.teachers]
    model = built(encoder, kept, taught, given.layers or encoder.sizes.layers).to(device)
    with contextlib.closing(batches(texts, tokenizer, plan, given.workers)) as groups:
        run(model, groups, given.steps, given.work / f"{given.name}.state.pt", device)
    written(trained(tagger(model)), given.work / f"{given.name}.pt")
    (given.work / f"{given.name}.state.pt").unlink(missing_ok=True)


def marked_texts(data: Path, work: Path) -> list[corpora.Text]:
    """Every text with marks whose licence lets the weights ship."""
    english = list(corpora.attributed(data / "attribution.en.polnear.train.jsonl.gz"))[:-HELD]
    names = corpora.joined(corpora.named(data / "ner.en.pud.iob2.gz", word=1, column=2))
    return [*english, *names, *silver.texts(work / "silver.jsonl.gz")]


def news(data: Path) -> Iterator[corpora.Text]:
    """News that a student reads with its teachers."""
    for file, every in NEWS:
        yield from itertools.islice(corpora.plain(data / file), 0, None, every)


def chosen(encoder: EncoderFile, texts: list[corpora.Text], work: Path) -> list[int]:
    """The pieces kept, chosen once for a work folder."""
    path = work / "pieces.json"
    if not path.exists():
        new = path.with_suffix(f".{os.getpid()}")  # runs that begin at once choose the same
        new.write_text(json.dumps(vocabulary.kept(encoder, (text.text for text in texts), PIECES)))
        new.replace(path)
    out: list[int] = json.loads(path.read_text())
    return out


def built(encoder: EncoderFile, kept: list[int], taught: list[dict[str, Tensor]], layers: int) -> Held:
    """A tagger to train; where there are teachers it begins as the first of them, with layers spread over its."""
    all_layers = range(encoder.sizes.layers)
    spread = [round(k * (len(all_layers) - 1) / max(1, layers - 1)) for k in range(layers)]
    model = Tagger(encoder, kept, spread)
    if not taught:
        return model
    model.load_state_dict(taken(taught[0], spread), strict=False)
    teachers = [Tagger(encoder, kept, all_layers) for _ in taught]
    for teacher, weights in zip(teachers, taught, strict=True):
        teacher.load_state_dict(weights, strict=False)
    return Student(model, teachers)


def tagger(model: Held) -> Tagger:
    """What is trained."""
    return model.tagger if isinstance(model, Student) else model


def parameters(model: Tagger) -> list[dict[str, object]]:
    """The encoder at one rate, what is new at a higher one."""
    new = ("first.tags", "first.names", "second.mark", "second.distance", "second.inner", "second.tags")
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    return [
        {"params": [p for name, p in named if not name.startswith(new)], "lr": RATE},
        {"params": [p for name, p in named if name.startswith(new)], "lr": HEAD_RATE},
    ]


def run(model: Held, source: Iterator[Group], steps: int, state: Path, device: str) -> None:
    """The training loop."""
    ours = tagger(model)
    optimizer = torch.optim.AdamW(parameters(ours), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / WARM) * max(0.02, 1 - s / steps))
    done = taken_up(ours, optimizer, schedule, state)
    began = saved = time.monotonic()
    mean: Tensor | float = 0.0
    short = device != "cpu" or has_bfloat()
    for number, group in enumerate(itertools.islice(source, steps)):
        if number < done:
            continue
        ours.train()
        batch = tensors(group).to(device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=short):
            loss = model.loss(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(ours.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        mean = 0.98 * mean + 0.02 * loss.detach() if number > done else loss.detach()
        if (number + 1) % 20 == 0:
            told(number + 1, steps, (number + 1 - done) / (time.monotonic() - began), float(mean))
        if time.monotonic() - saved > SAVE_AFTER:
            save(ours, optimizer, schedule, number + 1, state)
            saved = time.monotonic()


def has_bfloat() -> bool:
    """Whether the processor multiplies in bfloat16; one that imitates it takes four times as long as in 32 bits."""
    cpu = torch.cpu
    return cpu._is_avx512_bf16_supported() or cpu._is_amx_tile_supported()  # noqa: SLF001 -- nothing else tells


def told(number: int, steps: int, rate: float, mean: float) -> None:
    """Say how far the run is."""
    left = (steps - number) / rate / 60
    print(f"step {number} of {steps}  loss {mean:.3f}  {left:.0f} minutes left", file=sys.stderr, flush=True)


def taken_up(model: Tagger, optimizer: torch.optim.Optimizer, schedule: Schedule, state: Path) -> int:
    """Go on where a run was cut off; how many steps it had made."""
    if not state.exists():
        return 0
    saved = torch.load(state, weights_only=True)
    model.load_state_dict(saved["model"], strict=False)
    optimizer.load_state_dict(saved["optimizer"])
    schedule.load_state_dict(saved["schedule"])
    done: int = saved["done"]
    return done


def save(model: Tagger, optimizer: torch.optim.Optimizer, schedule: Schedule, done: int, path: Path) -> None:
    """Keep where the run stands."""
    kept = {
        "model": trained(model),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "done": done,
    }
    written(kept, path)


def written(kept: dict[str, Any], path: Path) -> None:
    """Write a file in one move: what is there is whole."""
    new = path.with_suffix(".new")
    torch.save(kept, new)
    new.replace(path)


def trained(model: Tagger) -> dict[str, Tensor]:
    """What training changes: all but the word vectors."""
    return {name: value for name, value in model.state_dict().items() if not name.startswith("words.")}


if __name__ == "__main__":
    main()
