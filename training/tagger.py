"""The tagger as it is trained: both passes over a batch of windows, and how far they are from what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reference.tagger.windows import NEAR
from training.encoder_file import EncoderFile
from training.model import First, Second
from training.windows import PAD, UNMARKED, Window

CUE = 1  # of the roles source, cue, content
FALSE = 0.2  # from here on a cue is taken to the second pass
TURNS = torch.tensor([1.0, 1.3, 1.0])  # the first word of a cue weighs more


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

    def __init__(self, encoder: EncoderFile, kept: Sequence[int], layers: Sequence[int]) -> None:
        super().__init__()
        table = torch.from_numpy(encoder.matrix("emb.word", encoder.sizes.pieces)[kept])
        self.words = nn.Embedding.from_pretrained(table, freeze=True)
        self.first, self.second = First(encoder, layers), Second(encoder)

    def read(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """The first pass: token vectors, scores of the roles (windows, tokens, 3, 3) and of the names."""
        x, tags, names = self.first(self.words(batch.ids), batch.mask)
        return x, tags.float(), names.float()

    def link(self, x: Tensor, mask: Tensor, owner: Tensor, cue: Tensor) -> Tensor:
        """The second pass for cues of a batch: scores (cues, tokens near, 2, 3)."""
        at = near(mask, owner, cue)
        vectors = x[owner[:, None], at]
        out: Tensor = self.second(vectors, mask[owner[:, None], at], cue - at[:, :1])
        return out.float()

    def loss(self, batch: Batch) -> Tensor:
        """How far the tags are from those marked."""
        return self.loss_of(batch, *self.read(batch))

    def loss_of(self, batch: Batch, x: Tensor, tags: Tensor, names: Tensor) -> Tensor:
        """As `loss`, where the first pass is done."""
        weight = TURNS.to(tags.device)
        total = 0.3 * _cross(tags[:, :, 0], batch.roles[:, 0]) + 0.3 * _cross(tags[:, :, 2], batch.roles[:, 2])
        total = total + 1.5 * _cross(tags[:, :, CUE], batch.roles[:, CUE], weight) + _cross(names, batch.names)
        owner, cue, links = _with_false(tags[:, :, CUE].detach(), batch)
        if len(owner):
            at = near(batch.mask, owner, cue)
            out = self.link(x, batch.mask, owner, cue)
            marked = links.gather(2, at[:, None].expand(-1, 2, -1))
            total = total + _cross(out[:, :, 0], marked[:, 0]) + 1.5 * _cross(out[:, :, 1], marked[:, 1])
        return total


def near(mask: Tensor, owner: Tensor, cue: Tensor) -> Tensor:
    """The tokens about each cue that the second pass sees, as `sayso.reference.tagger.windows.beside` has it."""
    total = mask.sum(1)[owner]
    width = min(NEAR, mask.shape[1])
    start = torch.minimum((cue.sum(1) - NEAR) // 2, total - NEAR).clamp(0)
    return start[:, None] + torch.arange(width, device=mask.device)[None]


def _with_false(tags: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The cues marked, and the model's surest false ones, which have neither source nor content."""
    sure = tags.softmax(-1)[..., 1].masked_fill(batch.roles[:, CUE] != 0, 0)
    best, at = sure.max(1)
    wrong = torch.nonzero(best > FALSE).flatten()
    cue = torch.stack([at[wrong], at[wrong] + 1], 1)
    none = torch.where(batch.roles[wrong, CUE : CUE + 1] == UNMARKED, UNMARKED, 0).expand(-1, 2, -1)
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
