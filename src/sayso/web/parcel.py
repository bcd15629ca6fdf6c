"""A release on its way from one process to another: only what the other lacks, in pieces it can take in between pages.

Two releases of one ledger share nearly all their reports and events. Each such value travels under the digest of its
bytes, and not at all where the other side holds one of that digest; there it is the very same object in both releases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from sayso.core.release import Release, State
from sayso.run.release import Released

PIECE = 200_000  # bytes of values in a piece: a few milliseconds to take in
_DIGEST = 16
_GROUPS = "groups"
_STATE = "state."  # stands before the name of a field of the state


class Whole(msgspec.Struct):
    """A field that travels as it is."""

    value: msgspec.Raw


class Listed(msgspec.Struct):
    """A field that holds many values: their digests, one behind the other, and their keys where it is a mapping."""

    digests: bytes
    keys: list[str] | None = None


class Index(msgspec.Struct):
    """What a release is made of, field by field."""

    whole: dict[str, Whole]
    listed: dict[str, Listed]


class Piece(msgspec.Struct):
    """Some values of one field that the other side lacks."""

    field: str
    values: list[msgspec.Raw]


class Parcel(NamedTuple):
    """What travels: the pieces, then the index."""

    pieces: Iterator[Piece]
    contents: Index


Held = dict[bytes, object]  # values by their digest


def packed(made: Released, there: Collection[bytes]) -> Parcel:
    """A release and its groups as what to send to a side that holds values of the digests given."""
    index = Index({}, {})
    lacking: dict[str, dict[bytes, bytes]] = {}
    for field, value in _fields(made).items():
        if not isinstance(value, tuple | dict):
            index.whole[field] = Whole(msgspec.Raw(msgspec.msgpack.encode(value)))
            continue
        digests = []
        for one in value.values() if isinstance(value, dict) else value:
            raw = msgspec.msgpack.encode(one)
            digest = hashlib.blake2b(raw, digest_size=_DIGEST).digest()
            digests.append(digest)
            if digest not in there:
                lacking.setdefault(field, {})[digest] = raw
        index.listed[field] = Listed(b"".join(digests), list(value) if isinstance(value, dict) else None)
    return Parcel(_pieces(lacking), index)


def taken_in(piece: Piece) -> Iterator[tuple[bytes, object]]:
    """The values of a piece, each with its digest."""
    kind = _kind(piece.field)
    for raw in piece.values:
        yield hashlib.blake2b(raw, digest_size=_DIGEST).digest(), msgspec.msgpack.decode(raw, type=kind)


def unpacked(index: Index, held: Mapping[bytes, object]) -> tuple[Released, Held]:
    """The release, from its index and the values that are held, and those of them that it is made of."""
    fields: dict[str, Any] = {
        field: msgspec.msgpack.decode(one.value, type=_hint(field)) for field, one in index.whole.items()
    }
    own: Held = {}
    for field, one in index.listed.items():
        digests = [one.digests[k : k + _DIGEST] for k in range(0, len(one.digests), _DIGEST)]
        values = [held[digest] for digest in digests]
        own.update(zip(digests, values, strict=True))
        fields[field] = tuple(values) if one.keys is None else dict(zip(one.keys, values, strict=True))
    state = State(**{field.removeprefix(_STATE): fields.pop(field) for field in list(fields) if _of_state(field)})
    groups = fields.pop(_GROUPS)
    return Released(Release(state=state, **fields), groups), own


def _fields(made: Released) -> dict[str, object]:
    """The groups and every field of a release, and of its state under a name that says so."""
    release = made.release
    own = {name: getattr(release, name) for name in Release.__struct_fields__ if name != "state"}
    state = release.state
    return {
        _GROUPS: made.groups,
        **own,
        **{f"{_STATE}{name}": getattr(state, name) for name in State.__struct_fields__},
    }


def _of_state(field: str) -> bool:
    return field.startswith(_STATE)


def _hint(field: str) -> Any:  # noqa: ANN401 -- a type, as an annotation has it
    of = Released if field == _GROUPS else State if _of_state(field) else Release
    return get_type_hints(of)[field.removeprefix(_STATE)]


def _pieces(lacking: Mapping[str, Mapping[bytes, bytes]]) -> Iterator[Piece]:
    for field, raws in lacking.items():
        some: list[msgspec.Raw] = []
        size = 0
        for raw in raws.values():
            some.append(msgspec.Raw(raw))
            size += len(raw)
            if size >= PIECE:
                yield Piece(field, some)
                some, size = [], 0
        if some:
            yield Piece(field, some)


def _kind(field: str) -> Any:  # noqa: ANN401 -- a type, as an annotation has it
    """What the values of a field are: the items of a tuple, the values of a mapping."""
    hint = _hint(field)
    inner = get_args(hint)
    return inner[1] if get_origin(hint) is dict else inner[0]
