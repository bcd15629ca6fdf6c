"""The parts of a name put together into a code: what somebody is, and whose or where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.core.fold import fold
from sayso.read.naming import Part, split
from sayso.reference.actors import actors, is_a
from sayso.reference.spelling import common_spelling

EVERYBODY = "people"
_GROUPS = ("group", "body")
_INHABIT = ("people", "adjective")
_HOLDER = "office-holder"
_MINISTRY = "ministry"  # one whose field is not said
_MEMBERS = "supporters"  # members of what stands behind them


def slug(name: str) -> str:
    """A proper name in folded, common spelling: *Sergej Lavrov* is `sergey-lavrov`."""
    words = (common_spelling(word) for word in fold(name).split())
    return "-".join(word for word in words if word)


def together(found: Sequence[Part]) -> str | None:
    """The code of one name, or of several that *and* joins; what has no head of its own shares that of the last."""
    groups = split(found, "and")
    if len(groups) == 1:
        return one(found)
    last = _head(_core(groups[-1])[0])
    codes: set[str] = set()
    for group in groups:
        shared = [*group, last] if last is not None and _head(group) is None else group
        code = one(shared)
        if code is None:
            return None
        codes.add(code)
    return "+".join(sorted(codes))


def one(found: Sequence[Part]) -> str | None:
    """The code of one name."""
    core, tail = _core(found)
    head = _head(core)
    if head is None:
        if any(part.role == "speaker" for part in core) and tail:
            return one(tail[1:])
        return _headless(core, tail)
    if head.value == _MEMBERS and tail:
        return one(tail[1:]) or head.value
    at = core.index(head)
    before, behind = core[:at], core[at + 1 :]
    if any(part.role == "word" for part in behind[: _own(behind)]):
        return None  # the head is another word: *army vehicle*
    known = next((part.value for part in reversed(before) if part.role == "actor" and _is_named(part.value)), None)
    if _is_named(head.value):
        return head.value
    sort = actors()[head.value].sort
    if known is not None:
        return known if sort in (EVERYBODY, *_GROUPS) else f"{known}:{head.value}"
    if sort in ("state", "local") and any(part.role == "word" for part in before):
        return None  # *the port police*, some other body than those that have a code
    if head.value == _MINISTRY and any(part.role == "word" for part in tail):
        return None  # *the ministry of fisheries*
    return _whose(head.value, sort, before, behind, tail)


def _own(behind: Sequence[Part]) -> int:
    """Where a proper name begins behind the head: *the rebel group Northern Front*."""
    return next((k for k, part in enumerate(behind) if part.role in ("name", "land")), len(behind))


def _is_named(code: str) -> bool:
    """Whether a code is that of one body and not of a kind of them."""
    return code not in actors()


def _whose(what: str, sort: str, before: Sequence[Part], behind: Sequence[Part], tail: Sequence[Part]) -> str | None:
    """The code of a kind of body or people, with whose it is, or where, where that is said."""
    name = behind[_own(behind) :]
    if name and (sort == EVERYBODY or is_a(what, _HOLDER)):
        return f"name:{slug(' '.join(part.written for part in name))}"  # *President Jan Kolar*
    if sort in _GROUPS and name:
        return f"name:{slug(' '.join(part.written for part in name))}"
    of = _nation((*before, *behind))
    if sort == EVERYBODY:
        of = of or _nation(_origin(tail)) or _land(before)
    elif sort == "state":
        of = of or _nation(tail) or _land((*before, *name)) or place(before) or _region(tail)
    elif sort == "local":
        of = place((*before, *name)) or place(tail) or of or _nation(tail)
    elif sort in _GROUPS:
        of = of or _region((*before, *tail))
        proper = [part.written for part in before if part.role in ("name", "land")]
        if of is None and proper:
            return f"name:{slug(' '.join(proper))}"
    if of is not None and what == "government":
        return of
    return f"{of}:{what}" if of is not None else what


def _headless(core: Sequence[Part], tail: Sequence[Part]) -> str | None:
    """A country, a people, or a name that no list knows."""
    if any(part.role in ("word", "speaker") for part in core):
        return None
    telling = [part for part in core if part.role != "indefinite"]
    lands = {part.value: part.use for part in telling if part.role in ("country", "land")}
    if len(lands) == len(telling) == 1:
        ((land, use),) = lands.items()
        if telling[0].role == "country" or use in _INHABIT:
            return f"{land}:people" if use in _INHABIT else land
    return None if tail else named(core)


def named(found: Sequence[Part]) -> str | None:
    """A name that no list knows: capitals and no other words."""
    telling = [part for part in found if part.role not in ("indefinite", "owner", "speaker")]
    if not telling or any(part.role not in ("name", "land", "country", "outlet") for part in telling):
        return None
    return f"name:{slug(' '.join(part.written for part in telling))}"


def _core(found: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """What stands before the first preposition, and that with all behind it."""
    at = next((k for k, part in enumerate(found) if part.role == "preposition"), len(found))
    return list(found[:at]), list(found[at:])


def _head(core: Sequence[Part]) -> Part | None:
    heads = [part for part in core if part.role == "actor"]
    return heads[-1] if heads else None


def _nation(found: Iterable[Part]) -> str | None:
    return next((part.value for part in found if part.role == "country" and part.use != "region"), None)


def _region(found: Iterable[Part]) -> str | None:
    return next((part.value for part in found if part.role == "country" and part.use == "region"), None)


def _land(found: Iterable[Part]) -> str | None:
    return next((part.value for part in found if part.role == "land"), None)


def place(found: Sequence[Part]) -> str | None:
    """The place that tells one of many; a capital is told from its country."""
    capital = next((part for part in found if part.role == "country" and part.use == "capital"), None)
    if capital is not None:
        return f"{capital.value}.capital"
    name = [part for part in found if part.role in ("name", "land")]
    return slug(" ".join(part.written for part in name)) if name else _region(found)


def _origin(tail: Sequence[Part]) -> Sequence[Part]:
    return tail if tail and tail[0].use == "origin" else ()
