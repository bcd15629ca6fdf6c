"""Every address of the workbench, in one table: the path, what answers, and who may."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from sayso.web.api import line
from sayso.web.api.table import TABLE
from sayso.web.asset import serve
from sayso.web.endpoint import Action, Page, route
from sayso.web.page import (
    about,
    api,
    claim,
    coding,
    event,
    events,
    judge,
    judged,
    login,
    look,
    paste,
    queue,
    report,
    sources,
)  # fmt: skip

PAGES: tuple[Page | Action, ...] = (
    Page("/", events.first),
    Page("/events", events.listed),
    Page("/events/points.json", events.points),
    Page("/event/{id}", event.account),
    Page("/event/{id}/joined", event.joined),
    Page("/report/{key}", report.lit),
    Page("/claim/{id}", claim.one),
    Page("/sources", sources.listed),
    Page("/source/{key:path}", sources.one),
    Page("/lit.css", report.lighting, None),
    Page("/about", about.ledger),
    Page("/api", api.told),
    Page("/api/openapi.json", api.openapi),
    Page("/review", queue.listed),
    Page("/judge/event/{id}", judged.event),
    Page("/judge/claim/{id}", judged.claim),
    Page("/judge/report/{key}", judged.report),
    Page("/paste", paste.ask, "review"),
    Action("/paste", paste.read, "review", paste.MOST),
    Page("/paste/{name}", paste.shown, "review"),
    Action("/paste/{name}/add", paste.add),
    Action("/paste/{name}/drop", paste.drop),
    Page("/coding", coding.compared),
    Page("/coding.csv", coding.export),
    Page("/coding/{id}", coding.form),
    Action("/coding/{id}", coding.save),
    Action("/judge/rule", judge.rule),
    Action("/judge/review", judge.review),
    Action("/judge/arrange", judge.arrange),
    Action("/judge/compare", judge.compare),
    Action("/judge/note", judge.note),
    Action("/judge/correct", judge.correct),
    Action("/judge/mark", judge.mark),
    Action("/judge/add", judge.add),
    Action("/judge/undo", judge.undo),
    Page("/login", login.ask, None),
    Action("/login", login.enter, None),
    Action("/logout", login.leave, None),
    Action("/look", look.choose, None),
)


def routes() -> list[BaseRoute]:
    """The table as starlette takes it."""
    return [Route("/static/{path:path}", serve), *map(route, PAGES), *map(line.route, TABLE)]
