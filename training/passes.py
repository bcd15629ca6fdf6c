"""Batches without end out of texts: every pass has all of them in an order and a disguise of its own."""

from __future__ import annotations

import itertools
import random
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult
from typing import NamedTuple

from tokenizers import Tokenizer

from training.corpora import Text
from training.switched import Phrases, switched
from training.windows import Window, disguised, windows

Group = list[Window]
SHARES = 6  # into which a pass is cut


class Plan(NamedTuple):
    """How passes are made: the seed, tokens a batch, and the share of English texts that other words get into."""

    seed: int
    size: int
    share: float
    lists: Mapping[str, Phrases]


def batches(texts: Sequence[Text], tokenizer: Tokenizer, plan: Plan, workers: int) -> Generator[Group]:
    """Groups of windows with about `plan.size` tokens each; other processes, if any, prepare the shares to come.

    They are ended with the generator, whatever they are at.
    """
    turn = partial(share_of_pass, texts, tokenizer, plan)
    if not workers:
        for number in itertools.count():
            yield from turn(number)
    with get_context("spawn").Pool(workers) as pool:
        coming: deque[AsyncResult[list[Group]]] = deque(pool.apply_async(turn, (number,)) for number in range(workers))
        for number in itertools.count(workers):
            groups = coming.popleft().get()
            coming.append(pool.apply_async(turn, (number,)))
            yield from groups


def share_of_pass(texts: Sequence[Text], tokenizer: Tokenizer, plan: Plan, number: int) -> list[Group]:
    """The windows of one share of a pass, those of like length together: the first batch need not wait for a pass."""
    turn, share = divmod(number, SHARES)
    order = list(range(len(texts)))
    random.Random(f"{plan.seed} {turn}").shuffle(order)
    rng = random.Random(f"{plan.seed} {turn} {share}")
    drawn = (disguised(_switched(texts[k], plan, rng), rng) for k in order[share::SHARES])
    all_windows = [w for text in drawn for w in windows(tokenizer, text)]
    all_windows.sort(key=lambda w: len(w.ids) + rng.random() * 8)
    groups: list[Group] = [[]]
    for w in all_windows:
        if groups[-1] and (len(groups[-1]) + 1) * len(w.ids) > plan.size:
            groups.append([])
        groups[-1].append(w)
    rng.shuffle(groups)
    return groups


def _switched(text: Text, plan: Plan, rng: random.Random) -> Text:
    drawn = rng.random() < plan.share
    return switched(text, plan.lists, rng) if drawn and text.english else text
