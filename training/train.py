"""Train the tagger.

    python -m training.train ../shared/data training/work [--steps 2800] [--seed 0]

Takes up a run that was cut off where it stood (`state.pt` in the work folder). Same seed, same data, same
steps; sums of floating point differ between machines. Uses a GPU where there is one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import corpora, silver, vocabulary
from training.encoder_file import EncoderFile, installed, opened
from training.model import First, Second
from training.windows import PAD, UNMARKED, Window, disguised, windows

PIECES = 80_000
RATE, HEAD_RATE = 2.5e-4, 1.5e-3
BATCH = 580  # tokens
SAVE_EVERY = 200
WARM = 100


class Batch(NamedTuple):
    """Windows of like length as tensors; `owner` tells which window each cue stands in."""

    ids: Tensor
    mask: Tensor
    roles: Tensor
    names: Tensor
    owner: Tensor
    cue: Tensor
    links: Tensor

    def to(self, device: str) -> Batch:
        """The batch on a device."""
        return Batch(*(part.to(device) for part in self))


class Tagger(nn.Module):
    """Both passes and the word vectors, which training leaves as they are."""

    def __init__(self, encoder: EncoderFile, kept: list[int]) -> None:
        super().__init__()
        table = torch.from_numpy(encoder.matrix("emb.word", encoder.sizes.pieces)[kept])
        self.words = nn.Embedding.from_pretrained(table, freeze=True)
        self.first, self.second = First(encoder), Second(encoder)

    def loss(self, batch: Batch) -> Tensor:
        """How far the tags are from those marked."""
        x, tags, names = self.first(self.words(batch.ids), batch.mask)
        tags = tags.float()
        weight = torch.tensor([1.0, 1.3, 1.0], device=tags.device)
        total = 0.3 * _cross(tags[:, :, 0], batch.roles[:, 0]) + 0.3 * _cross(tags[:, :, 2], batch.roles[:, 2])
        total = total + 1.5 * _cross(tags[:, :, 1], batch.roles[:, 1], weight) + _cross(names.float(), batch.names)
        owner, cue, links = self._with_false(tags[:, :, 1].detach(), batch)
        if len(owner):
            out = self.second(x[owner], batch.mask[owner], cue).float()
            total = total + _cross(out[:, :, 0], links[:, 0]) + 1.5 * _cross(out[:, :, 1], links[:, 1])
        return total

    def _with_false(self, tags: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """The cues marked, and the model's surest false ones, which have neither source nor content."""
        sure = tags.softmax(-1)[..., 1].masked_fill(batch.roles[:, 1] != 0, 0)
        best, at = sure.max(1)
        wrong = torch.nonzero(best > 0.2).flatten()
        cue = torch.stack([at[wrong], at[wrong] + 1], 1)
        none = torch.where(batch.roles[wrong, 1:2] == UNMARKED, UNMARKED, 0).expand(-1, 2, -1)
        return torch.cat([batch.owner, wrong]), torch.cat([batch.cue, cue]), torch.cat([batch.links, none])


def _cross(scores: Tensor, tags: Tensor, weight: Tensor | None = None) -> Tensor:
    """Mean cross entropy over what is marked; 0 where nothing is."""
    if not bool((tags != UNMARKED).any()):
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), weight=weight, ignore_index=UNMARKED)


def tensors(group: list[Window]) -> Batch:
    """Windows as one batch."""
    longest = max(len(w.ids) for w in group)
    ids = torch.full((len(group), longest), PAD)
    mask = torch.zeros((len(group), longest), dtype=torch.bool)
    roles = torch.full((len(group), 3, longest), UNMARKED)
    names = torch.full((len(group), longest), UNMARKED)
    pairs = [(k, link) for k, w in enumerate(group) for link in w.links]
    links = torch.full((len(pairs), 2, longest), UNMARKED)
    for k, w in enumerate(group):
        n = len(w.ids)
        ids[k, :n] = torch.tensor(w.ids)
        mask[k, :n] = True
        roles[k, :, :n] = torch.from_numpy(w.roles)
        names[k, :n] = torch.from_numpy(w.names)
    for k, (_, link) in enumerate(pairs):
        n = len(link.source)
        links[k, 0, :n], links[k, 1, :n] = torch.from_numpy(link.source), torch.from_numpy(link.content)
    owner = torch.tensor([k for k, _ in pairs], dtype=torch.long)
    cue = torch.tensor([link.cue for _, link in pairs], dtype=torch.long).view(-1, 2)
    return Batch(ids, mask, roles, names, owner, cue, links)


def training_texts(data: Path, work: Path) -> list[corpora.Text]:
    """Everything trained on whose licence lets the weights ship."""
    english = corpora.attributed(data / "attribution.en.polnear.train.jsonl.gz")
    names = corpora.joined(corpora.named(data / "ner.en.pud.iob2.gz", word=1, column=2))
    swedish = corpora.joined(silver.read(work / "silver.sv.jsonl.gz"))
    return [*english, *names, *swedish]


def batches(texts: list[corpora.Text], tokenizer: vocabulary.Tokenizer, seed: int) -> Iterator[list[Window]]:
    """Batches without end: every pass has all texts in an order and a disguise of its own."""
    for turn in itertools.count():
        rng = random.Random(f"{seed} {turn}")
        all_windows = [w for text in texts for w in windows(tokenizer, disguised(text, rng))]
        all_windows.sort(key=lambda w: len(w.ids) + rng.random() * 8)
        groups: list[list[Window]] = [[]]
        for w in all_windows:
            if groups[-1] and (len(groups[-1]) + 1) * len(w.ids) > BATCH:
                groups.append([])
            groups[-1].append(w)
        rng.shuffle(groups)
        yield from groups


def parameters(model: Tagger) -> list[dict[str, object]]:
    """The encoder at one rate, what is new at a higher one."""
    new = ("first.tags", "first.names", "second.mark", "second.distance", "second.inner", "second.tags")
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    return [
        {"params": [p for name, p in named if not name.startswith(new)], "lr": RATE},
        {"params": [p for name, p in named if name.startswith(new)], "lr": HEAD_RATE},
    ]


def main() -> None:
    """Train and keep `model.pt` in the work folder."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("--steps", type=int, default=2800)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder = opened(installed())
    texts = training_texts(given.data, given.work)
    kept = chosen(encoder, texts, given.work)
    tokenizer = vocabulary.tokenizer([encoder.pieces[i] for i in kept], kept.index(encoder.unknown))
    model = Tagger(encoder, kept).to(device)
    run(model, batches(texts, tokenizer, given.seed), given.steps, given.work, device)


def chosen(encoder: EncoderFile, texts: list[corpora.Text], work: Path) -> list[int]:
    """The pieces kept, chosen once for a work folder."""
    path = work / "pieces.json"
    if not path.exists():
        path.write_text(json.dumps(vocabulary.kept(encoder, (text.text for text in texts), PIECES)))
    out: list[int] = json.loads(path.read_text())
    return out


def run(model: Tagger, source: Iterator[list[Window]], steps: int, work: Path, device: str) -> None:
    """The training loop."""
    optimizer = torch.optim.AdamW(parameters(model), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / WARM) * max(0.02, 1 - s / steps))
    state = work / "state.pt"
    done = 0
    if state.exists():
        saved = torch.load(state, weights_only=True)
        model.load_state_dict(saved["model"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["done"]
    began, mean = time.monotonic(), 0.0
    for number, group in enumerate(itertools.islice(source, steps)):
        if number < done:
            continue
        model.train()
        batch = tensors(group).to(device)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = model.loss(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        mean = 0.98 * mean + 0.02 * loss.item() if number > done else loss.item()
        if (number + 1) % 20 == 0:
            rate = (number + 1 - done) / (time.monotonic() - began)
            left = (steps - number - 1) / rate / 60
            print(
                f"step {number + 1} of {steps}  loss {mean:.3f}  {left:.0f} minutes left", file=sys.stderr, flush=True
            )
        if (number + 1) % SAVE_EVERY == 0 or number + 1 == steps:
            save(model, optimizer, schedule, number + 1, state)
    torch.save(trained(model), work / "model.pt")


def save(
    model: Tagger,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    done: int,
    path: Path,
) -> None:
    """Keep where the run stands, in one move."""
    new = path.with_suffix(".new")
    kept = {
        "model": trained(model),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "done": done,
    }
    torch.save(kept, new)
    new.replace(path)


def trained(model: Tagger) -> dict[str, Tensor]:
    """What training changes: all but the word vectors."""
    return {name: value for name, value in model.state_dict().items() if not name.startswith("words.")}


if __name__ == "__main__":
    main()
