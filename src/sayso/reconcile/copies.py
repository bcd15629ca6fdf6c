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
from typing import TYPE_CHECKING

from sayso.core.report import Report
from sayso.reconcile.member import age

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sketches = NDArray[np.uint32]
    Places = NDArray[np.int64]

ALIKE = 0.3  # share of shingles two texts have in common: a copy cut by two thirds, or one word in six replaced
NAMED = 0.7  # share of the names and numbers of the one with fewer that the other must have too
FEW = 4  # names and numbers; fewer tell nothing
NEAR = 1  # texts just before it that share a band of the sketch, with which a text is compared, beside the first
CHUNK = 20_000  # pairs compared at once


def resemblance(left: Report, right: Report) -> float:
    """The estimated share of word shingles that two reports have in common, 0 to 1; 0 where one is too short."""
    if not left.sketch or len(left.sketch) != len(right.sketch):
        return 0.0
    same: int = sum(map(eq, left.sketch, right.sketch))
    return same / len(left.sketch)


def same_matter(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts, by their particulars, name enough of the same people, places and figures to tell of one event.

    What an outlet writes by template is alike in all else: every week another place, in the same sentences.
    """
    fewer = min(len(one), len(other))
    return fewer < FEW or len(one & other) >= NAMED * fewer


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
        places = [at for at, report in enumerate(ordered) if len(report.sketch) == size]
        signs = chain.from_iterable(ordered[at].sketch for at in places)
        sketches = np.fromiter(signs, np.uint32, size * len(places)).reshape(-1, size)
        named = [frozenset(ordered[at].particulars) for at in places]
        own = None if of is None else np.flatnonzero(np.isin(places, of))
        if own is not None and not len(own):
            continue
        for later, earlier in _alike(sketches, own):
            if same_matter(named[later], named[earlier]):
                yield places[later], places[earlier]


def _alike(sketches: Sketches, own: Places | None) -> Iterator[tuple[int, int]]:
    """Rows that share a band and have enough in common, the later first, in the order of the later."""
    import numpy as np  # noqa: PLC0415 -- as above

    found = np.sort(
        np.concatenate([_near(band, len(sketches), own) for band in _bands(sketches)] or [np.empty(0, int)])
    )
    found = found[np.diff(found, prepend=-1) > 0]
    for at in range(0, len(found), CHUNK):
        later, earlier = np.divmod(found[at : at + CHUNK], len(sketches))
        alike = (sketches[later] == sketches[earlier]).mean(axis=1) >= ALIKE
        yield from zip(later[alike].tolist(), earlier[alike].tolist(), strict=True)


def _bands(sketches: Sketches) -> Iterator[NDArray[np.uint64]]:
    """Two neighbouring columns at a time, as one number a row."""
    import numpy as np  # noqa: PLC0415 -- as above

    for at in range(0, sketches.shape[1] - 1, 2):
        yield (sketches[:, at].astype(np.uint64) << np.uint64(32)) | sketches[:, at + 1]


def _near(band: NDArray[np.uint64], rows: int, own: Places | None) -> Places:
    """Pairs of rows with the same number, `later * rows + earlier`: each with those just before it and with the first.

    All pairs would be as many as the square of the copies of one text.
    """
    import numpy as np  # noqa: PLC0415 -- as above

    of = np.arange(rows) if own is None else np.flatnonzero(np.isin(band, band[own]))
    order = of[np.argsort(band[of], kind="stable")]
    ranked = band[order]
    begins = np.concatenate(([True], ranked[1:] != ranked[:-1]))
    first = order[np.maximum.accumulate(np.where(begins, np.arange(len(of)), 0))]
    found = [(order * rows + first)[~begins]]
    for back in range(1, min(NEAR + 1, len(of))):
        same = ranked[back:] == ranked[:-back]
        found.append((order[back:] * rows + order[:-back])[same])
    return np.concatenate(found)


def wires(reports: Iterable[Report], root: Mapping[str, Report]) -> dict[str, str]:
    """The agency that each text, by the key of its original, is credited to: the first named by its earliest report."""
    out: dict[str, str] = {}
    for report in sorted(reports, key=age):
        if report.credits:
            out.setdefault(root[report.key].key, report.credits[0])
    return out
