"""A language pack: one folder of data, read into a lexicon and rulebooks. Nothing else knows a language."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from sayso.core.trouble import PackError
from sayso.core.value import Value
from sayso.lang.lexicon import Lexicon
from sayso.lang.marks import Groups, Marks
from sayso.lang.rule import Rule, Rulebook, literals, read_rules
from sayso.lang.table import Entry, read_table
from sayso.lang.words import splitter, word_pattern

NAMING = frozenset({"state", "outlet"})  # word lists that also say whom a name means


class Settings(Value, kw_only=True):
    """What `pack.toml` says: the language, and the few switches the engine asks about."""

    code: str
    name: str
    own_name: str
    script: str
    direction: str = "ltr"
    decimal: str = "."
    thousands: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()
    progressive: str = ""  # the ending of participles that share the subject of the clause before (*saying*)
    participles: tuple[str, ...] = ()  # the endings of what stands behind a form of *be* in a verb group
    passive: tuple[str, ...] = ()  # the endings of a verb that is passive by itself (*dödades*)
    definite_endings: tuple[str, ...] = ()  # endings of definite nouns where the article is postposed
    dialogue_dash: bool = False
    verb_second: bool = False
    tagger_leads: bool = False  # its words for source, cue and content before the grammar's, where both read
    postposed_article: bool = False
    licence: str
    authors: tuple[str, ...]


class Pack:
    """A loaded pack. `digest` covers every byte of its settings, words, names and rules.

    `lexicon` holds the lists by which a text is read, `names` those by which a name that was read gets its code.
    """

    def __init__(
        self, folder: Path, settings: Settings, entries: list[Entry], rules: dict[str, tuple[Rule, ...]],
        names: Iterable[Entry] = (),
    ) -> None:  # fmt: skip
        self.folder = folder
        self.settings = settings
        self.code = settings.code
        self.rules = rules
        self.pattern: re.Pattern[str] = word_pattern(settings.clitics, settings.thousands, settings.decimal)
        self.split: Callable[[str], tuple[str, ...]] = splitter(self.pattern)
        every = [rule for file in rules.values() for rule in file]
        self.entries = entries
        self.lexicon = Lexicon(entries, self.split, literals(every))
        self.naming = tuple(names)
        self.names = Lexicon((*self.naming, *(entry for entry in entries if entry.list in NAMING)), self.split)
        self.codes: dict[tuple[str, ...], str | None] = {}  # those found before; `read.identity` keeps them
        self.owner_endings = tuple(ending for ending in settings.genitive if ending.isalpha())
        self.marks = Marks.of(self.lexicon)
        self.groups = Groups.of(self.marks)
        self._books = {
            kind: Rulebook(found, self.lexicon.bits, self.lexicon.literal, f"{folder}/rules/{kind}.toml")
            for kind, found in rules.items()
        }
        self._empty = Rulebook((), {}, 0, "")
        self.digest = folder_digest(folder)
        self._abbreviations = frozenset(
            entry.form.rstrip(".").lower() for entry in entries if entry.list == "abbreviation"
        )

    def is_abbreviation(self, norm: str) -> bool:
        """Whether a full stop behind this word belongs to the word and does not end the sentence."""
        return norm in self._abbreviations or (norm.endswith(".") and norm.count(".") > 1)

    def book(self, kind: str) -> Rulebook:
        """The rules of one kind; an empty book where the pack has none (a missing drawer is allowed)."""
        return self._books.get(kind, self._empty)


def load(folder: Path, shared: Iterable[Path] = (), shared_names: Iterable[Path] = ()) -> Pack:
    """Read the pack in a folder, with word lists and lists of names that all packs share.

    Raises PackError, naming file and line, where something in it is wrong.
    """
    path = folder / "pack.toml"
    try:
        settings = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except FileNotFoundError:
        message = f"{folder}: no pack.toml here; a language pack is a folder with pack.toml, words/ and rules/"
        raise PackError(message) from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        message = f"{path}: {fault}"
        raise PackError(message) from None
    lists = sorted([*(folder / "words").glob("*.txt"), *(folder / "words").glob("*.tsv")])
    lists += shared
    entries = [entry for table in lists for entry in read_table(table)]
    rules = {file.stem: read_rules(file) for file in sorted((folder / "rules").glob("*.toml"))}
    naming = (*sorted((folder / "names").glob("*.tsv")), *shared_names)
    names = [entry for table in naming for entry in read_table(table)]
    return Pack(folder, settings, entries, rules, names)


def folder_digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all that decides how a pack reads."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in {".toml", ".txt", ".tsv"}:
            total.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
            total.update(path.read_bytes())
    return total.hexdigest()
