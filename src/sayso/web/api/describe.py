"""The API as OpenAPI 3.1 describes it, from its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from sayso import __version__
from sayso.web.api.line import JSON, Asked, Data, Deed
from sayso.web.api.sent import Deciding
from sayso.web.api.values import Fault
from sayso.web.api.work import Stale

_REF = "#/components/schemas/{name}"
_PART = re.compile(r"\{(\w+)(?::\w+)?\}")
Json = dict[str, object]


def described(table: Sequence[Data | Deed]) -> Json:
    """The description."""
    kinds: dict[type, None] = {Fault: None, Stale: None}
    for one in table:
        kinds[one.gives] = None
        if isinstance(one, Deed):
            kinds[one.takes] = None
    found, schemas = msgspec.json.schema_components(list(kinds), schema_hook=_anything, ref_template=_REF)
    refs = dict(zip(kinds, found, strict=True))
    paths: dict[str, Json] = {}
    for one in table:
        paths.setdefault(plain(one.path), {})["get" if isinstance(one, Data) else "post"] = _operation(one, refs)
    about = "Values are those of the contract. 202 says that a state is being worked out: ask again."
    return {
        "openapi": "3.1.0",
        "info": {"title": "sayso", "version": __version__, "description": about},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _anything(kind: type) -> Json:
    """The schema of a field that holds JSON of any shape."""
    assert kind is object
    return {"description": "JSON of any shape"}


def plain(path: str) -> str:
    """A path as OpenAPI has it: `{id}` whatever may stand there."""
    return _PART.sub(r"{\1}", path)


def _operation(one: Data | Deed, refs: dict[type, Json]) -> Json:
    parts = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in _parts(one.path)]
    asks = [_parameter(asked) for asked in one.asks] if isinstance(one, Data) else []
    answers: Json = {
        "200": {"description": "what was asked for", "content": {JSON: {"schema": refs[one.gives]}}},
        "default": {"description": "why there is none", "content": {JSON: {"schema": refs[Fault]}}},
    }
    out: Json = {"summary": one.what, "parameters": [*parts, *asks], "responses": answers}
    if isinstance(one, Deed) and issubclass(one.takes, Deciding):
        answers["409"] = {"description": "somebody else was first", "content": {JSON: {"schema": refs[Stale]}}}
    if isinstance(one, Deed):
        out["requestBody"] = {"required": True, "content": {JSON: {"schema": refs[one.takes]}}}
    return out


def _parts(path: str) -> list[str]:
    return [found[1] for found in _PART.finditer(path)]


def _parameter(asked: Asked) -> Json:
    return {
        "name": asked.name, "in": "query", "description": asked.what, "schema": {"type": "string"},
        "example": asked.example,
    }  # fmt: skip
