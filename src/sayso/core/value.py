"""The base of every value, and the digest that gives a value its id."""

from __future__ import annotations

import hashlib
from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A frozen, strict value: unknown fields are refused when one is read back.

    Values are built from the leaves up and never hold themselves, so the cycle collector need not walk them.
    """


def digest(*parts: object, length: int = 16) -> str:
    """The id of a value: the first `length` hexadecimal digits of the SHA-256 of its canonical JSON.

    Keys are sorted, so the id does not depend on the order in which fields were set.
    """
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()[:length]
