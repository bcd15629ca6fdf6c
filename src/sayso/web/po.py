"""Catalogues of translations: as much of the .po form as they use. `msgid`, `msgid_plural`, `msgstr`, comments."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from sayso.core.trouble import InputError

_LINE = re.compile(r'(msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*("(?:[^"\\]|\\.)*")')


def read_po(text: str, name: str) -> dict[str, tuple[str, ...]]:
    """Each text's translations by the text: one, or, where it has a plural, that of one and that of many.

    Raises InputError, naming the file and line, where a line is not of the form or a text comes twice.
    """
    out: dict[str, tuple[str, ...]] = {}
    for line, fields in _entries(text, name):
        source = fields.get("msgid", "")
        if not source:  # what the file says of itself
            continue
        if source in out:
            raise InputError(f"{name}:{line}: {source!r} comes twice")
        out[source] = tuple(value for key, value in fields.items() if key.startswith("msgstr"))
    return out


def _entries(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each entry's first line and its fields in the order they come."""
    fields: dict[str, str] = {}
    begun, last = 1, ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None or not (found[1] or last):
            raise InputError(f'{name}:{number}: expected msgid or msgstr and a text in "quotes"')
        if found[1] == "msgid":
            if fields:
                yield begun, fields
            fields, begun = {}, number
        last = found[1] or last
        fields[last] = fields.get(last, "") + ast.literal_eval(found[2])
    if fields:
        yield begun, fields
