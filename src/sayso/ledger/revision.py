"""What one version of a text changed against another: sentences, and the claims they make. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from sayso.core.span import joined
from sayso.core.version import Edit, Revised, Revision, Said, Version

ALIKE = 0.5  # the share of words that two claims must have in common to be one that was put otherwise
_ENDS = re.compile(r"(?<=[.!?…؟۔。])[\"'”’»)]*\s+|\n+")  # a cut for the eye: an abbreviation may be cut too


def revision(before: Version, after: Version) -> Revision:
    """The difference, sentence by sentence and claim by claim; the other way round it says the opposite."""
    was, now = _said(before), _said(after)
    gone, new = _without(was, now), _without(now, was)
    pairs = list(_pairs(gone, new))
    paired = {one.id for pair in pairs for one in pair}
    return Revision(
        before=before.row,
        after=after.row,
        title=Edit(before=before.title, after=after.title) if before.title != after.title else None,
        text=tuple(edits(before.text, after.text)),
        claims_new=tuple(one for one in new if one.id not in paired),
        claims_gone=tuple(one for one in gone if one.id not in paired),
        claims_changed=tuple(Revised(what=_what(old, young), before=old, after=young) for old, young in pairs),
    )


def edits(before: str, after: str) -> Iterator[Edit]:
    """The sentences that differ, in the order of the text; a difference in white space alone is none."""
    old, new = sentences(before), sentences(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(before=" ".join(old[a:b]) or None, after=" ".join(new[c:d]) or None)


def sentences(text: str) -> list[str]:
    """The sentences of a text, with white space folded."""
    return [" ".join(one.split()) for one in _cut(text) if one.strip()]


def _cut(text: str) -> Iterator[str]:
    at = 0
    for end in _ENDS.finditer(text):
        yield text[at : end.end()]
        at = end.end()
    yield text[at:]


def _said(version: Version) -> list[Said]:
    return [
        Said(
            id=one.id, content=joined(version.text, one.content), origin=last.source.name if last else None,
            act=last.act if last else None, polarity=one.polarity, certainty=one.certainty, casualties=one.casualties,
        )
        for one, last in ((one, one.attribution[-1] if one.attribution else None) for one in version.claims)
    ]  # fmt: skip


def _what(old: Said, young: Said) -> Literal["figure", "stance", "words"]:
    if _figures(old) != _figures(young):
        return "figure"
    return "words" if _stance(old) == _stance(young) else "stance"


def _stance(said: Said) -> tuple[str | None, str, str]:
    return said.act, said.polarity, said.certainty


def _figures(said: Said) -> list[tuple[object, ...]]:
    return [(one.effect, one.low, one.high, one.approximate) for one in said.casualties]


def _without(these: Sequence[Said], others: Sequence[Said]) -> list[Said]:
    """Those that the others do not say in the same words, by the same source, as surely, with the same figures."""
    there = {_all_of(one) for one in others}
    return [one for one in these if _all_of(one) not in there]


def _all_of(said: Said) -> tuple[object, ...]:
    return said.content, said.origin, _stance(said), tuple(_figures(said))


def _pairs(gone: Sequence[Said], new: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Each claim that is gone with the new one it became, the most alike first; each is in one pair at most."""
    scores = ((_alike(old, young), j, k) for j, old in enumerate(gone) for k, young in enumerate(new))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for score, j, k in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if score >= ALIKE and j not in taken_old and k not in taken_new:
            taken_old.add(j)
            taken_new.add(k)
            yield gone[j], new[k]


def _alike(old: Said, young: Said) -> float:
    """The share of words in common; claims of different sources are never one."""
    if (old.origin or "").casefold() != (young.origin or "").casefold():
        return 0.0
    return SequenceMatcher(None, old.content.casefold().split(), young.content.casefold().split()).ratio()
