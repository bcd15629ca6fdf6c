"""Batches without end out of texts: every pass has all of them in an order and a disguise of its own."""

from __future__ import annotations

import itertools
import random
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from tokenizers import Tokenizer

from training.corpora import Text
from training.windows import Window, disguised, windows

Group = list[Window]


def batches(texts: Sequence[Text], tokenizer: Tokenizer, seed: int, size: int, workers: int) -> Iterator[Group]:
    """Groups of windows with about `size` tokens each; other processes, if any, prepare the passes to come."""
    turn = partial(one_pass, texts, tokenizer, seed, size)
    if not workers:
        for number in itertools.count():
            yield from turn(number)
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        coming: deque[Future[list[Group]]] = deque(pool.submit(turn, number) for number in range(workers))
        try:
            for number in itertools.count(workers):
                groups = coming.popleft().result()
                coming.append(pool.submit(turn, number))
                yield from groups
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def one_pass(texts: Sequence[Text], tokenizer: Tokenizer, seed: int, size: int, number: int) -> list[Group]:
    """All windows of one pass, those of like length together."""
    rng = random.Random(f"{seed} {number}")
    all_windows = [w for text in texts for w in windows(tokenizer, disguised(text, rng))]
    all_windows.sort(key=lambda w: len(w.ids) + rng.random() * 8)
    groups: list[Group] = [[]]
    for w in all_windows:
        if groups[-1] and (len(groups[-1]) + 1) * len(w.ids) > size:
            groups.append([])
        groups[-1].append(w)
    rng.shuffle(groups)
    return groups
