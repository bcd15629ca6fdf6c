"""Word lists as a linguist writes them: `.txt` (forms) and `.tsv` (values, then forms in the last column)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.core.trouble import PackError


class Entry(NamedTuple):
    """One form of one line of a word list, with the place where it was written."""

    list: str
    values: tuple[str, ...]
    form: str
    lemma: str
    line: int


def read_table(path: Path) -> Iterator[Entry]:
    """The entries of one word list, a form at a time, in the order of the file.

    `#` starts a comment. Forms of one line are parted by commas; the first is the lemma.
    Raises PackError, naming file and line, where a line has no forms or not as many columns as the first.
    """
    columns = 0
    name, valued = path.stem, path.suffix == ".tsv"
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.split("#", 1)[0].rstrip()
        if not line.strip():
            continue
        *values, forms = line.split("\t") if valued else [line]
        columns = columns or len(values)
        words = [" ".join(form.split()) for form in forms.split(",") if form.strip()]
        if len(values) != columns or not words:
            message = f"{path}:{number}: expected {columns} value columns and at least one form, got {raw!r}"
            raise PackError(message)
        kept = tuple(value.strip() for value in values)
        for word in dict.fromkeys(words):
            yield Entry(name, kept, word, words[0], number)
