"""A tagger that learns from taggers: it is to say what they say on the mean, and a little what is marked.

Knowledge distillation, Hinton et al. 2015; the student begins with some of a teacher's layers, as DistilBERT does
(Sanh et al. 2019). The teachers agree better with held-out articles than any one of them does, and what is not marked
by anybody, another language or an article on a war, teaches too.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.tagger import CUE, FALSE, Batch, Tagger, near
from training.windows import END

MARKED = 0.3  # what the marks weigh beside the teachers


class Student(nn.Module):
    """A tagger to train, with its teachers, which stay as they are."""

    def __init__(self, tagger: Tagger, teachers: Sequence[Tagger]) -> None:
        super().__init__()
        self.tagger = tagger
        self.teachers = nn.ModuleList(teachers).requires_grad_(requires_grad=False).eval()

    def loss(self, batch: Batch) -> Tensor:
        """How far the tagger is from its teachers, and from what is marked."""
        x, tags, names = self.tagger.read(batch)
        total = MARKED * self.tagger.loss_of(batch, x, tags, names)
        with torch.no_grad():
            read = [teacher.read(batch) for teacher in self.teachers]
            their_tags, their_names = (_mean([one[k] for one in read]) for k in (1, 2))
            tokens = batch.mask & (batch.ids > END)
            owner, cue = runs(1 - their_tags[:, :, CUE, 0], tokens)
            links = [t.link(one[0], batch.mask, owner, cue) for t, one in zip(self.teachers, read, strict=True)]
        for role, weight in enumerate((0.3, 1.5, 0.3)):
            total = total + weight * _apart(tags[:, :, role], their_tags[:, :, role], tokens)
        total = total + _apart(names, their_names, tokens)
        if len(owner):
            ours = self.tagger.link(x, batch.mask, owner, cue)
            theirs = _mean(links)
            seen = tokens[owner[:, None], near(batch.mask, owner, cue)]
            for role, weight in enumerate((1.0, 1.5)):
                total = total + weight * _apart(ours[:, :, role], theirs[:, :, role], seen)
        return total


def runs(inside: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Runs of tokens with a share of `FALSE` at least: which window each is in, and its first and past-last token."""
    here = (inside >= FALSE) & mask
    edge = torch.zeros_like(here[:, :1])
    before, after = torch.cat([edge, here[:, :-1]], 1), torch.cat([here[:, 1:], edge], 1)
    first, last = torch.nonzero(here & ~before), torch.nonzero(here & ~after)
    return first[:, 0], torch.stack([first[:, 1], last[:, 1] + 1], 1)


def _mean(scores: list[Tensor]) -> Tensor:
    """The mean of the shares."""
    return torch.stack([one.softmax(-1) for one in scores]).mean(0)


def _apart(scores: Tensor, shares: Tensor, where: Tensor) -> Tensor:
    """Mean cross entropy against shares, over the tokens of a mask."""
    each = -(shares * scores.log_softmax(-1)).sum(-1)
    return (each * where).sum() / where.sum().clamp(1)


def taken(teacher: dict[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """A teacher's weights with some of its layers only, numbered anew."""
    new = {f"first.layers.{old}.": f"first.layers.{k}." for k, old in enumerate(layers)}
    out: dict[str, Tensor] = {}
    for name, value in teacher.items():
        if not name.startswith("first.layers."):
            out[name] = value
        else:
            prefix = name[: name.index(".", len("first.layers.")) + 1]
            if prefix in new:
                out[new[prefix] + name.removeprefix(prefix)] = value
    return out
