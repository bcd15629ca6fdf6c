"""Pages from templates. Whatever a template is given is escaped unless it is Markup that we made ourselves."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from sayso import __version__
from sayso.web.asset import asset
from sayso.web.done import done, undone
from sayso.web.rooms import rooms
from sayso.web.say import FILTERS, GLOBALS
from sayso.web.visit import Visit
from sayso.web.words import catalogues


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates, with what all of them use."""
    found = Environment(
        loader=PackageLoader("sayso.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.globals.update(asset=asset, done=done, undone=undone, rooms=rooms, version=__version__)
    found.globals.update(GLOBALS)
    found.filters.update(FILTERS)
    return found


def page(visit: Visit, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page drawn for a visit. Every template also has `visit`, `_` and `_n` for texts, `to` for links."""
    body = drawn(visit, template, **values)
    return HTMLResponse(body, status, headers={"Content-Language": visit.words.code, "Vary": "HX-Request"})


def drawn(visit: Visit, template: str, **values: object) -> str:
    """The text of a page, or of a part of one."""
    return templates().get_template(template).render(
        visit=visit, _=visit.words, _n=visit.words.number, to=lambda *path, **query: to(visit, *path, **query),
        languages=list(catalogues().values()), **values,
    )  # fmt: skip


def to(visit: Visit, path: str, **query: object) -> str:
    """A link to a path of the workbench that stays at the moment of the ledger the visit is at.

    Parameters that are None or empty are left out; a list gives its parameter once for each.
    """
    asked = {"as_of": visit.as_of, **query}
    given = {key: value for key, value in asked.items() if value not in (None, "", [], ())}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path
