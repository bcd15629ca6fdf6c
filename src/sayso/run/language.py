"""Which language a report is read in, and what in it is left unread because it is in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

import msgspec

from sayso.core.document import Document
from sayso.core.reading import Found, Reading, Said
from sayso.core.span import Span, Spans
from sayso.core.trouble import InputError
from sayso.lang.guess import guess
from sayso.lang.identify import identify
from sayso.lang.pack import Pack
from sayso.lang.passage import Passage, passages
from sayso.lang.tongue import tongues
from sayso.run.bare import is_known_script

F = TypeVar("F", bound=Found)
WITHOUT = "--reader auto finds who says what without one, where the tagger is installed"


def language_of(document: Document, packs: Mapping[str, Pack], *, tagged: bool = False) -> str:
    """The language to read in: the one stated, else the one recognised; `tagged` where a tagger reads too.

    Raises InputError, saying which packs there are, where there is none for it that a tagger could do without, or it
    is not recognised.
    """
    if document.language:
        code = document.language.replace("_", "-").partition("-")[0].lower()
        if code not in packs:
            _do_without(f"no language pack for {document.language!r}", document.text, packs, tagged=tagged)
        return code
    found = _recognised(document.text, packs)
    if found is None:
        message = f"its language was not recognised; give 'language', one of: {', '.join(sorted(packs))}"
        raise InputError(message)
    if found not in packs:
        trouble = f"it is in {name_of(found)} ({found}): no language pack for it"
        _do_without(trouble, document.text, packs, tagged=tagged)
    return found


def _do_without(trouble: str, text: str, packs: Mapping[str, Pack], *, tagged: bool) -> None:
    """Raise InputError where nothing can read a text that there is no pack for."""
    known = is_known_script(text)
    if not (tagged and known):
        hint = f"; {WITHOUT}" if known and not tagged else ""
        message = f"{trouble}; there are packs for: {', '.join(sorted(packs))}{hint}"
        raise InputError(message)


def name_of(code: str) -> str:
    """A language by its English name; its code where the table does not have it."""
    tongue = tongues().get(code)
    return tongue.name if tongue is not None else code


def _recognised(text: str, packs: Mapping[str, Pack]) -> str | None:
    """A text's language; one that only a pack knows, and the table does not, is told by the packs' words."""
    if any(code not in tongues() for code in packs):
        found = guess(text, packs)
        if found is not None and found not in tongues():
            return found
    return identify(text)


def in_one_language(reading: Reading) -> Reading:
    """The reading less what was found in passages of another language, with a warning that names them.

    Where one of these languages has most of the text, the language stated is in doubt: all is kept, and told.
    """
    text, code = reading.document.text, reading.language
    found = _outermost(passages(text, (*reading.quotes, *_paragraphs(reading)), code))
    if not found:
        return reading
    other = _mostly(found, len(text.strip()))
    if other is not None:
        told = f"read as {name_of(code)}, but most of it looks like {name_of(other)}; check 'language'"
        return msgspec.structs.replace(reading, warnings=(*reading.warnings, told))
    away = tuple(one.span for one in found)
    return msgspec.structs.replace(
        reading,
        said=tuple(said for said in reading.said if not _all_inside(said, away)),
        tolls=_outside(reading.tolls, away),
        triggers=_outside(reading.triggers, away),
        times=_outside(reading.times, away),
        places=_outside(reading.places, away),
        toponyms=_outside(reading.toponyms, away),
        signs=_outside(reading.signs, away),
        counts=_outside(reading.counts, away),
        warnings=(*reading.warnings, *_told(found)),
    )


def _outermost(found: Sequence[Passage]) -> list[Passage]:
    """Less those that lie inside another."""
    return [one for one in found if not any(other is not one and other.span.covers(one.span) for other in found)]


def _mostly(found: Iterable[Passage], length: int) -> str | None:
    """The other language that more than half of a text is in, if there is one."""
    characters: Counter[str] = Counter()
    for one in found:
        characters[one.language] += one.span.end - one.span.start
    code, most = characters.most_common(1)[0]
    return code if 2 * most > length else None


def _paragraphs(reading: Reading) -> Iterator[Span]:
    for _, group in groupby(reading.sentences, key=lambda sentence: sentence.paragraph):
        some = list(group)
        yield Span(some[0].span.start, some[-1].span.end)


def _outside(found: Iterable[F], away: Spans) -> tuple[F, ...]:
    return tuple(one for one in found if not any(span.covers(one.span) for span in away))


def _all_inside(said: Said, away: Spans) -> bool:
    """Whether the words that attribute stand in another language, not only what is attributed."""
    return all(any(span.covers(cue) for span in away) for cue in said.cue or (said.span,))


def _told(found: Iterable[Passage]) -> Iterator[str]:
    ordered = sorted(found, key=lambda one: (one.language, one.span))
    for code, group in groupby(ordered, key=lambda one: one.language):
        where = ", ".join(f"{one.span.start}..{one.span.end}" for one in group)
        yield f"not read for claims, since it is in {name_of(code)}: {where}"
