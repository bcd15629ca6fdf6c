"""What a coder wrote into a form, checked field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sayso.core.trouble import LedgerError
from sayso.reference.coding import Field, coding_fields

LONGEST = 4000  # characters of a field


def written(given: Mapping[str, str]) -> dict[str, str | int | None]:
    """The values of a form, None for fields left empty.

    Raises LedgerError where a value is none of its field's, or the figures contradict each other.
    """
    values = {name: _value(field, given.get(name, "").strip()) for name, field in coding_fields().items()}
    low, best, high = (values[name] for name in ("low", "best", "high"))
    numbers = [one for one in (low, best, high) if isinstance(one, int)]
    if numbers != sorted(numbers):
        raise LedgerError(f"low {low}, best {best}, high {high}: each must be at least the one before")
    first, last = values["date_start"], values["date_end"]
    if first and last and str(first) > str(last):
        raise LedgerError(f"date_start {first} is after date_end {last}")
    return values


def _value(field: Field, text: str) -> str | int | None:
    if not text:
        return None
    if len(text) > LONGEST:
        raise LedgerError(f"{field.name}: {len(text)} characters are too many; {LONGEST} fit")
    if field.kind == "date":
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            raise LedgerError(f"{field.name}: {text!r} is no day; write it as 2024-03-06") from None
    if field.kind == "text":
        return text
    if not (text.isascii() and text.isdecimal()):
        raise LedgerError(f"{field.name}: {text!r} is no number")
    number = int(text)
    if field.choices and number not in field.choices:
        raise LedgerError(f"{field.name}: {number} is none of {', '.join(map(str, field.choices))}")
    return number
