"""The tagger: an encoder that reads a window once, tags on its tokens, and a light second pass for each cue.

First pass: source, cue and content as three layers of O/B/I, and names (O, and B/I of person, organisation, place).
Second pass: the encoder's output with one cue's words marked goes through one more layer, which says for every token
whether it is of the source or of the content of *that* cue; it sees the `NEAR` tokens about the cue. So each content
comes with its cue and source, and contents may overlap or lie in one another.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder_file import EncoderFile

ROLES = 3
TAGS = 3
NAMES = 7
DROPPED = 0.1  # of the values between layers while training, as BERT was trained
FAR = 64  # a token farther from the cue than this is only *far*


class Layer(nn.Module):
    """One transformer layer, normalised behind each step as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` is (windows, tokens, width), `mask` (windows, tokens), true where there is a token; None: everywhere."""
        n, t, w = x.shape
        q, k, v = (part(x).view(n, t, self.heads, w // self.heads).transpose(1, 2) for part in (self.q, self.k, self.v))
        seen = _attended(q, k, v, mask).transpose(1, 2).reshape(n, t, w)
        x = self.aln(x + self.drop(self.ao(seen)))
        inner: Tensor = self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))
        return inner

    def load(self, encoder: EncoderFile, number: int) -> None:
        """Take the encoder's weights of one layer."""
        width, inner = encoder.sizes.width, encoder.sizes.inner
        rows = {"q": width, "k": width, "v": width, "ao": width, "fi": inner, "fo": width}
        with torch.no_grad():
            for name, count in rows.items():
                part = getattr(self, name)
                part.weight.copy_(torch.from_numpy(encoder.matrix(f"l{number}.{name}.w", count)))
                part.bias.copy_(torch.from_numpy(encoder.vector(f"l{number}.{name}.b")))
            for name in ("aln", "oln"):
                part = getattr(self, name)
                part.weight.copy_(torch.from_numpy(encoder.vector(f"l{number}.{name}.w")))
                part.bias.copy_(torch.from_numpy(encoder.vector(f"l{number}.{name}.b")))


def _attended(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Attention; spelt out on a CPU, whose fused kernel is slower backwards."""
    if q.is_cuda:
        whole = None if mask is None else mask[:, None, None, :]
        fused: Tensor = functional.scaled_dot_product_attention(q, k, v, attn_mask=whole)
        return fused
    scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
    if mask is not None:
        scores = scores.masked_fill(~mask[:, None, None, :], float("-inf"))
    return scores.softmax(-1).to(v.dtype) @ v


class First(nn.Module):
    """The first pass: word vectors to token vectors, tags and names."""

    def __init__(self, encoder: EncoderFile, layers: Sequence[int]) -> None:
        """`layers` are the numbers of the encoder's layers to take."""
        super().__init__()
        s = encoder.sizes
        self.position = nn.Parameter(torch.from_numpy(encoder.vector("emb.pos")).view(-1, s.width).clone())
        self.kind = nn.Parameter(torch.from_numpy(encoder.vector("emb.type")[: s.width]).clone())
        self.norm = nn.LayerNorm(s.width, eps=encoder.epsilon)
        with torch.no_grad():
            self.norm.weight.copy_(torch.from_numpy(encoder.vector("emb.ln.w")))
            self.norm.bias.copy_(torch.from_numpy(encoder.vector("emb.ln.b")))
        self.layers = nn.ModuleList(Layer(s.width, s.heads, s.inner, encoder.epsilon) for _ in layers)
        for number, layer in zip(layers, self.layers, strict=True):
            layer.load(encoder, number)
        self.tags = nn.Linear(s.width, ROLES * TAGS)
        self.names = nn.Linear(s.width, NAMES)

    def forward(self, vectors: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """`vectors` (windows, tokens, width) and `mask` (windows, tokens) to token vectors, tags and names."""
        x = self.norm(vectors + self.position[: vectors.shape[1]] + self.kind)
        for layer in self.layers:
            x = layer(x, mask)
        return x, self.tags(x).unflatten(-1, (ROLES, TAGS)), self.names(x)


class Second(nn.Module):
    """The second pass: token vectors and one cue to the tags of its source and its content."""

    def __init__(self, encoder: EncoderFile) -> None:
        super().__init__()
        s = encoder.sizes
        self.mark = nn.Embedding(2, s.width)
        self.distance = nn.Embedding(2 * FAR + 1, s.width)
        self.layer = Layer(s.width, s.heads, s.inner, encoder.epsilon)
        self.layer.load(encoder, s.layers - 1)
        self.inner = nn.Linear(2 * s.width, s.width)
        self.tags = nn.Linear(s.width, 2 * TAGS)
        nn.init.zeros_(self.distance.weight)
        nn.init.normal_(self.mark.weight, std=0.3)

    def forward(self, x: Tensor, mask: Tensor | None, cue: Tensor) -> Tensor:
        """Scores (cues, tokens, 2, 3).

        `x` is (cues, tokens, width), `mask` (cues, tokens), `cue` (cues, 2) has first and past-last tokens.
        """
        x, inside = self.marked(x, cue)
        both = self.beside_cue(self.layer(x, mask), inside)
        tags: Tensor = self.tags(functional.gelu(self.inner(both))).unflatten(-1, (2, TAGS))
        return tags

    def marked(self, x: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
        """The token vectors with the cue marked in them, and which tokens it is."""
        at = torch.arange(x.shape[1], device=x.device)[None, :]
        first, last = cue[:, :1], cue[:, 1:]
        inside = ((at >= first) & (at < last)).long()
        away = (at - first).clamp(max=0) + (at - last + 1).clamp(min=0)
        return x + self.mark(inside) + self.distance(away.clamp(-FAR, FAR) + FAR), inside

    def beside_cue(self, x: Tensor, inside: Tensor) -> Tensor:
        """Each token's vector, and beside it how it goes with the cue's."""
        weight = inside.to(x.dtype)[..., None]
        middle = (x * weight).sum(1, keepdim=True) / weight.sum(1, keepdim=True)
        return torch.cat([x, x * middle], -1)
