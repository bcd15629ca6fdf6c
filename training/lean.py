"""The trained layers in the shape they ship in: fewer and larger products, with inputs that 8 bits can hold.

Eight bits have one scale for all values that go into a product, and a few of the encoder's dimensions are far larger
than the rest: so each dimension is divided by a factor of its own before the product, and the weights are multiplied by
it (SmoothQuant, Xiao et al. 2023). Before a layer's last product single tokens are far larger too, so each token is
divided by its greatest value, and what comes out is multiplied by it. The outcome is the same but for rounding.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import ROLES, TAGS, First, Layer, Second

SHARE = 0.75  # of a dimension's size that moves into the weights
LEAST = 1e-5
Sizes = dict[str, Tensor]  # by product the greatest value of each dimension that went into it


class Scaled(nn.Module):
    """A product whose input is first divided, dimension by dimension; and token by token where `by_token`."""

    def __init__(self, linears: list[nn.Linear], greatest: Tensor, *, by_token: bool = False) -> None:
        super().__init__()
        self.by_token = by_token
        weight = torch.cat([one.weight for one in linears]).detach()
        factor = greatest.clamp_min(LEAST) ** SHARE / weight.abs().max(0).values.clamp_min(LEAST) ** (1 - SHARE)
        self.divisor = nn.Parameter(1 / factor, requires_grad=False)
        self.product = nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            self.product.weight.copy_(weight * factor)
            self.product.bias.copy_(torch.cat([one.bias for one in linears]))

    def forward(self, x: Tensor) -> Tensor:
        """What the products give, side by side."""
        x = x * self.divisor
        if not self.by_token:
            out: Tensor = self.product(x)
            return out
        greatest = x.abs().amax(-1, keepdim=True)
        return functional.linear(x / greatest, self.product.weight) * greatest + self.product.bias


class LeanLayer(nn.Module):
    """A layer over windows without padding; queries, keys and values come out of one product."""

    def __init__(self, layer: Layer, sizes: Sizes, name: str) -> None:
        super().__init__()
        self.heads, self.size = layer.heads, layer.q.out_features // layer.heads
        self.qkv = Scaled([layer.q, layer.k, layer.v], sizes[f"{name}q"])
        with torch.no_grad():  # queries come out scaled
            self.qkv.product.weight[: layer.q.out_features] *= self.size**-0.5
            self.qkv.product.bias[: layer.q.out_features] *= self.size**-0.5
        self.ao, self.fi = (Scaled([getattr(layer, part)], sizes[f"{name}{part}"]) for part in ("ao", "fi"))
        self.fo = Scaled([layer.fo], sizes[f"{name}fo"], by_token=True)
        self.aln, self.oln = layer.aln, layer.oln

    def forward(self, x: Tensor) -> Tensor:
        """`x` is (windows, tokens, width)."""
        n, t, w = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        seen = ((q @ k.transpose(-1, -2)).softmax(-1) @ v).transpose(1, 2).reshape(n, t, w)
        x = self.aln(x + self.ao(seen))
        inner: Tensor = self.oln(x + self.fo(functional.gelu(self.fi(x))))
        return inner


class LeanFirst(nn.Module):
    """The first pass over one window: word vectors (1, tokens, width) to token vectors, tags and names."""

    def __init__(self, first: First, sizes: Sizes) -> None:
        super().__init__()
        self.first = first
        self.layers = nn.Sequential(
            *(
                LeanLayer(layer, sizes, f"layers.{k}.")
                for k, layer in enumerate(first.layers)
                if isinstance(layer, Layer)
            )
        )

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As `First`."""
        first = self.first
        x = self.layers(first.norm(words + first.position[: words.shape[1]] + first.kind))
        return x, first.tags(x).unflatten(-1, (ROLES, TAGS)), first.names(x)


class LeanSecond(nn.Module):
    """The second pass for cues of one window: vectors near each (cues, tokens, width) and cues (cues, 2) to tags."""

    def __init__(self, second: Second, sizes: Sizes) -> None:
        super().__init__()
        self.second = second
        self.layer = LeanLayer(second.layer, sizes, "layer.")
        self.inner = Scaled([second.inner], sizes["inner"])

    def forward(self, vectors: Tensor, cues: Tensor) -> Tensor:
        """As `Second`."""
        x, inside = self.second.marked(vectors, cues)
        both = self.second.beside_cue(self.layer(x), inside)
        tags: Tensor = self.second.tags(functional.gelu(self.inner(both))).unflatten(-1, (2, TAGS))
        return tags


def sizes(module: nn.Module, run: Callable[[], object]) -> Sizes:
    """The greatest value of each dimension that goes into each product of a module while `run` is called."""
    out: Sizes = {}

    def seen(name: str) -> Callable[[nn.Module, tuple[Tensor], object], None]:
        def look(_: nn.Module, given: tuple[Tensor], __: object) -> None:
            greatest = given[0].detach().abs().flatten(0, -2).max(0).values
            out[name] = torch.maximum(out[name], greatest) if name in out else greatest

        return look

    hooks = [m.register_forward_hook(seen(n)) for n, m in module.named_modules() if isinstance(m, nn.Linear)]
    with torch.no_grad():
        run()
    for hook in hooks:
        hook.remove()
    return out
