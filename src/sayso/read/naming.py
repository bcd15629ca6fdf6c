"""A name taken apart: which of its words say what somebody is, whose, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.core.fold import fold
from sayso.lang.lexicon import Lexicon, Word
from sayso.lang.pack import Pack
from sayso.lang.table import Entry
from sayso.lang.words import normal

_CODED = ("actor", "casualty_group", "actor_name")
_USES = ("region", "capital", "adjective", "people", "name")  # the more telling first, where a form has several
NOTHING = "-"


class Part(NamedTuple):
    """A word or phrase of a name, and what it does there.

    `role` is one of: actor (`value` is its code), country (that of a state or people, `use` how it is named), land (the
    stem of a land that no list knows), name (another capital), outlet, speaker (who speaks for others), preposition,
    and, indefinite (an article or number that leaves open which), word.
    """

    role: str
    value: str
    written: str = ""
    use: str = ""


FILLER, END, OWNER = Part("", ""), Part("end", ""), Part("owner", "")
_AND, _INDEFINITE = Part("and", ""), Part("indefinite", "")


def parts(pack: Pack, name: str, *, outlets: bool = False) -> list[Part]:
    """The parts of a name, up to the first comma or relative word; `outlets` where an outlet is what is looked for."""
    tokens = pack.split(name)
    cased = not name.isupper()
    out: list[Part] = []
    at = 0
    while at < len(tokens):
        size, word = _longest(pack.names, tokens, at, cased=cased)
        part = _listed(pack, word, " ".join(tokens[at : at + size]), outlets=outlets) if word.entries else None
        if part is None:
            size, part = 1, _other(pack, tokens, at, out)
        if part is END:
            if out:
                break
        elif part is OWNER:
            if out and out[-1].role == "word":
                out.pop()  # *the town's hospital*: whose it is, is told elsewhere
        elif part is not FILLER:
            out.append(part)
        at += size
    return out


def split(found: Sequence[Part], role: str) -> list[list[Part]]:
    """The parts between those of a role."""
    out: list[list[Part]] = [[]]
    for part in found:
        if part.role == role:
            out.append([])
        else:
            out[-1].append(part)
    return [group for group in out if group] or [[]]


def _longest(names: Lexicon, tokens: Sequence[str], at: int, *, cased: bool) -> tuple[int, Word]:
    """The longest form of the lists of names that begins here, and how many words it takes up."""
    one = names.word(tokens[at], cased=cased)
    second = normal(tokens[at + 1]) if at + 1 < len(tokens) else ""
    for phrase in one.phrases.get(second, ()):
        size = len(phrase.rest) + 1
        if at + size <= len(tokens) and all(
            expected in (tokens[k], tokens[k].lower()) or (not cased and expected.lower() == tokens[k].lower())
            for k, expected in enumerate(phrase.rest, at + 1)
        ):
            return size, phrase.word
    return 1, one


def _listed(pack: Pack, word: Word, written: str, *, outlets: bool) -> Part | None:
    """What the lists of names say of a form; None where they do not know it."""
    by_list: dict[str, Entry] = {}
    for entry in word.entries:
        by_list.setdefault(entry.list, entry)
    if "outlet" in by_list and (outlets or len(by_list) == 1):
        return Part("outlet", by_list["outlet"].lemma, written)
    for name in _CODED:
        if name in by_list:
            return Part("actor", by_list[name].values[0], written)
    uses = {entry.values[1]: entry for entry in word.entries if entry.list == "country"}
    for use in _USES:
        if use in uses:
            return Part("country", uses[use].values[0], written, use)
    if "state" in by_list:
        return Part("country", by_list["state"].values[0], written, "name")
    if "land_ending" in by_list and (written[0].isupper() or not pack.lexicon.word(written).entries):
        ending = by_list["land_ending"]
        return Part("land", _stem(ending, written), _without_genitive(pack, written), ending.values[1])
    return None


def _stem(ending: Entry, written: str) -> str:
    """A land that no list knows: *Tarvian*, *Tarvia* and *tarviska* are `tarv`."""
    for_it = "" if ending.values[0] == NOTHING else ending.values[0]
    return fold(written[: len(written) - len(ending.form) + 1] + for_it)


def _other(pack: Pack, tokens: Sequence[str], at: int, before: Sequence[Part]) -> Part:
    """What a word is that the lists of names do not know."""
    written, marks = tokens[at], pack.marks
    word = pack.lexicon.word(written)
    mask, capital = word.mask, word.mask & marks.capital
    if word.norm in pack.settings.genitive:
        return OWNER
    if mask & (marks.outlet_noun | marks.agency_noun) and at + 1 < len(tokens) and tokens[at + 1][0].isupper():
        return FILLER  # *the newspaper Fjordposten*
    if capital and "-" in written and written.rpartition("-")[2].islower():
        return FILLER  # *London-based*
    if not capital or not _is_name(pack, tokens, at):
        return _common(pack, word, written, before, last=at + 1 == len(tokens))
    if mask & pack.groups.speaker & ~marks.witness:
        return Part("speaker", "", written)
    return Part("name", "", _without_genitive(pack, written))


def _is_name(pack: Pack, tokens: Sequence[str], at: int) -> bool:
    """Whether a capital shows a name: inside a phrase, before another, or where no list has the word."""
    word, marks = pack.lexicon.word(tokens[at]), pack.marks
    if any(token[0].isalpha() for token in tokens[:at]):
        return True
    if at + 1 < len(tokens) and tokens[at + 1][0].isupper():
        return not word.mask & (marks.determiner | marks.preposition)
    return not any(entry.form == entry.form.lower() and "*" not in entry.form for entry in word.entries)


def _common(pack: Pack, word: Word, written: str, before: Sequence[Part], *, last: bool) -> Part:
    """What a common word or a mark is."""
    mask, marks, groups = word.mask, pack.marks, pack.groups
    if mask & groups.name_end:
        return END
    if mask & groups.joint:
        return _AND
    if mask & marks.preposition:
        return Part("preposition", word.norm, written, "origin" if mask & marks.origin else "")
    if mask & groups.speaker:
        return Part("speaker", "", written)
    if mask & groups.counted or (mask & marks.determiner and not mask & marks.definite):
        return FILLER if before else _INDEFINITE
    if mask & groups.name_filler or (not last and _without_genitive(pack, written) != written):
        return FILLER
    return Part("word", word.norm, written)


def _without_genitive(pack: Pack, written: str) -> str:
    if not pack.owner_endings or not written.endswith(pack.owner_endings):
        return written
    ending = next(ending for ending in pack.owner_endings if written.endswith(ending))
    return written[: len(written) - len(ending)] if len(written) > len(ending) + 2 else written
