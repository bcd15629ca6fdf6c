"""How much is taken in at most, so that no input, however made, can fill the memory or the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from sayso.core.trouble import InputError
from sayso.core.value import Value

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": KIB, "mib": MIB, "gib": GIB}
_AMOUNT = re.compile(r"([0-9]{1,12})\s*([a-z]*)", re.IGNORECASE | re.ASCII)


class Limits(Value, kw_only=True):
    """Bytes and counts; what passes one is refused by name, and the rest go on."""

    page_bytes: int = 20 * MIB  # one page, message, feed or document
    tags: int = 200_000  # of one page: its text takes ten seconds and more to find then
    unpacked_bytes: int = 2048 * MIB  # all that comes out of one archive
    ratio: int = 200  # how many times larger than itself an archive's member may unpack
    members: int = 200_000  # of one archive
    depth: int = 3  # archives inside archives


def option(field: str) -> str:
    """A limit as a person writes it."""
    return field.replace("_", "-")


def named(field: str) -> str:
    """Which limit was passed, and how to raise it."""
    return f"the limit {option(field)}; if you trust it, raise that with --limit {option(field)}=…"


def amount(size: int) -> str:
    """A number of bytes in the largest unit that gives a whole number, as `--limit` takes it."""
    for unit, step in (("GiB", GIB), ("MiB", MIB), ("KiB", KIB)):
        if size >= step and size % step == 0:
            return f"{size // step} {unit}"
    return f"{size} {'byte' if size == 1 else 'bytes'}"


def limits_of(settings: Iterable[str]) -> Limits:
    """The limits with some set, each as `page-bytes=50MiB`; raises InputError where one is not written so."""
    names = {option(field): field for field in Limits.__struct_fields__}
    given: dict[str, int] = {}
    for setting in settings:
        name, _, value = setting.partition("=")
        field = names.get(name.strip().lower())
        if field is None:
            raise InputError(f"{setting!r}: no such limit; there are {', '.join(names)}")
        match = _AMOUNT.fullmatch(value.strip())
        unit = _UNITS.get(match[2].lower()) if match else None
        if match is None or unit is None or (match[2] and not field.endswith("bytes")):
            example = "page-bytes=50MiB" if field.endswith("bytes") else f"{name}=5"
            raise InputError(f"{setting!r}: not an amount; write it as {example}")
        given[field] = int(match[1]) * unit
    return msgspec.structs.replace(Limits(), **given)
