"""Which reports are one text: copies and light rewrites, told by the MinHash of their word shingles.

Broder (1997), *On the resemblance and containment of documents*; banding after Leskovec, Rajaraman and Ullman,
*Mining of Massive Datasets*, section 3.4. Bands have two rows: 64 of them find a pair that is just alike with odds of
399 in 400.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import eq
from struct import Struct
from typing import TYPE_CHECKING

from sayso.core.report import Report
from sayso.reconcile.member import age

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sketches = NDArray[np.uint32]
    Named = NDArray[np.int64]
    Places = NDArray[np.int64]

ALIKE = 0.3  # share of shingles two texts have in common: a copy cut by two thirds, or one word in six replaced
NAMED = 0.7  # share of the names and numbers of the one with fewer that the other must have too
FEW = 4  # names and numbers; fewer tell nothing
NONE = -1  # where a text has no more particulars
CHUNK = 4000  # pairs compared at once: what they are compared by stays near the processor


def resemblance(left: Report, right: Report) -> float:
    """The estimated share of word shingles that two reports have in common, 0 to 1; 0 where one is too short."""
    if not left.sketch or len(left.sketch) != len(right.sketch):
        return 0.0
    same: int = sum(map(eq, left.sketch, right.sketch))
    return same / len(left.sketch)


def originals(reports: Iterable[Report]) -> dict[str, Report]:
    """For each report, by key, the one published first of those that are one text with it; itself where it is alone."""
    ordered = sorted({report.key: report for report in reports}.values(), key=age)
    root = list(range(len(ordered)))
    for later, earlier in pairs(ordered):
        root[later] = min(root[later], root[earlier])
    return {report.key: ordered[at] for report, at in zip(ordered, root, strict=True)}


def copies(reports: Iterable[Report], of: AbstractSet[str]) -> set[str]:
    """The keys, among those given, of reports that are one text with another that was published before them.

    Another text under the same id is no other. Only what shares a band of the sketch with one of them is compared, so
    that a few are told quickly among many.
    """
    ordered = sorted({report.key: report for report in reports}.values(), key=age)
    found = pairs(ordered, [at for at, report in enumerate(ordered) if report.key in of])
    return {ordered[later].key for later, earlier in found if ordered[later].id != ordered[earlier].id} & of


def pairs(ordered: Sequence[Report], of: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
    """The places of two reports that are one text, the later first, as the reports are ordered.

    With `of`, places of reports, those of other reports may be missing.
    """
    import numpy as np  # noqa: PLC0415 -- slow to load, and of no use where there is nothing to compare

    for size in sorted({len(report.sketch) for report in ordered if report.sketch}):
        at = np.array([place for place, report in enumerate(ordered) if len(report.sketch) == size])
        own = None if of is None else np.flatnonzero(np.isin(at, of))
        if own is not None and not len(own):
            continue
        pack = Struct(f"{size}I").pack  # a quarter of the time that numpy takes over numbers of Python
        packed = b"".join([pack(*ordered[place].sketch) for place in at])
        sketches = np.frombuffer(packed, np.uint32).reshape(-1, size)
        for later, earlier in _candidates(sketches, own):
            alike = _alike(sketches, later, earlier)
            two = at[np.stack((later[alike], earlier[alike]))]
            yield from two[:, _same_matter(ordered, two)].T.tolist()


def _alike(sketches: Sketches, later: Places, earlier: Places) -> NDArray[np.bool_]:
    """Of which pairs of rows the sketches have enough in common."""
    import numpy as np  # noqa: PLC0415 -- as above

    same = sketches.take(later, axis=0) == sketches.take(earlier, axis=0)
    shared = same.view(np.uint8).sum(axis=1, dtype=np.uint16)
    return np.asarray(shared / sketches.shape[1] >= ALIKE)


def _named(particulars: Sequence[tuple[int, ...]]) -> Named:
    """The particulars of each text in a row, each once and in order; a row is filled up with `NONE`."""
    import numpy as np  # noqa: PLC0415 -- as above

    counts = np.fromiter(map(len, particulars), int, len(particulars))
    rows = np.full((len(particulars), max(counts.max(initial=0), 1)), NONE)
    rows[np.arange(rows.shape[1]) < counts[:, None]] = np.fromiter(chain.from_iterable(particulars), np.int64)
    rows.sort(axis=1)
    rows[:, 1:][rows[:, 1:] == rows[:, :-1]] = NONE
    return rows


def _same_matter(ordered: Sequence[Report], two: Places) -> NDArray[np.bool_]:
    """Of which pairs, in two rows of places, enough people, places and figures are the same to tell of one event.

    What an outlet writes by template is alike in all else: every week another place, in the same sentences.
    """
    import numpy as np  # noqa: PLC0415 -- as above

    places, at = np.unique(two, return_inverse=True)
    one, other = _named([ordered[place].particulars for place in places])[at.reshape(two.shape)]
    fewer = np.minimum((one != NONE).sum(axis=1), (other != NONE).sum(axis=1))
    both = np.concatenate((one, other), axis=1)
    both.sort(axis=1)
    shared = ((both[:, 1:] == both[:, :-1]) & (both[:, 1:] != NONE)).sum(axis=1)
    return np.asarray((fewer < FEW) | (shared >= NAMED * fewer))


def _candidates(sketches: Sketches, own: Places | None) -> Iterator[tuple[Places, Places]]:
    """Rows that share a band, some at a time: the later of each pair and the earlier, in the order of the later."""
    import numpy as np  # noqa: PLC0415 -- as above

    found = np.concatenate([_near(band, own) for band in _bands(sketches)] or [np.empty(0, int)])
    found.sort()
    found = found[np.diff(found, prepend=-1) > 0]
    for at in range(0, len(found), CHUNK):
        yield np.divmod(found[at : at + CHUNK], len(sketches))


def _bands(sketches: Sketches) -> NDArray[np.uint64]:
    """Two neighbouring columns at a time, as one number a row."""
    import numpy as np  # noqa: PLC0415 -- as above

    even = sketches.shape[1] // 2 * 2
    return np.ascontiguousarray(np.ascontiguousarray(sketches[:, :even]).view(np.uint64).T)


def _near(band: NDArray[np.uint64], own: Places | None) -> Places:
    """Pairs of rows with the same number, `later * rows + earlier`: each with that just before it and with the first.

    All pairs would be as many as the square of the copies of one text.
    """
    import numpy as np  # noqa: PLC0415 -- as above

    rows = len(band)
    of = np.arange(rows) if own is None else np.flatnonzero(np.isin(band, band[own]))
    order = of[np.argsort(band[of], kind="stable")]
    ranked = band[order]
    at = np.flatnonzero(ranked[1:] == ranked[:-1])  # each is followed by another with its number
    later = order[at + 1] * rows
    on = np.diff(at, prepend=-2) == 1  # and follows one itself, which is not the first
    first = at[np.maximum.accumulate(np.where(on, 0, np.arange(len(at))))]
    return np.concatenate((later + order[at], (later + order[first])[on]))


def wires(reports: Iterable[Report], root: Mapping[str, Report]) -> dict[str, str]:
    """The agency that each text, by the key of its original, is credited to: the first named by its earliest report."""
    out: dict[str, str] = {}
    for report in sorted(reports, key=age):
        if report.credits:
            out.setdefault(root[report.key].key, report.credits[0])
    return out
