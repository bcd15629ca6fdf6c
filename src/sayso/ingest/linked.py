"""What a page says of itself in JSON-LD: the article, when, by whom, in which outlet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_ARTICLES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_DEEPEST = 8  # levels of objects in objects that are looked through


class Linked(NamedTuple):
    """The fields of the first article; None where it has none of the kind."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    publisher: str | None = None


def linked(scripts: Iterable[str]) -> Linked:
    """What the JSON-LD scripts of a page say of its first article; what is not JSON says nothing."""
    objects = [one for script in scripts for one in _objects(_read(script), 0)]
    by_id = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and len(one) > 1}
    article = next((one for one in objects if _is_article(one)), None)
    if article is None:
        return Linked()
    return Linked(
        _text(article.get("headline")) or _text(article.get("name")),
        _text(article.get("datePublished")),
        _text(article.get("dateModified")),
        "; ".join(dict.fromkeys(_names(article.get("author"), by_id))) or None,
        next(_names(article.get("publisher"), by_id), None),
    )


def _read(script: str) -> Any:  # noqa: ANN401 -- any JSON
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The objects in it, an outer one before those in it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"):
            yield from _objects(value.get(key), depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:  # noqa: ANN401
    """The names of persons or bodies, given as a name, an object, a reference to one, or a list of these."""
    if isinstance(value, list):
        for one in value:
            yield from _names(one, by_id)
    elif isinstance(value, dict):
        name = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
        yield from (text for text in [_text(name)] if text)
    elif (text := _text(value)) and "://" not in text:
        yield text


def _text(value: Any) -> str | None:  # noqa: ANN401
    """A string on one line, None for anything else and for an empty one."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return " ".join(value.split()) or None if isinstance(value, str) else None
