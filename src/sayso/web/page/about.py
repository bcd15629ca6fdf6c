"""The ledger itself: how much it holds, its last row, its tags."""

from __future__ import annotations

from starlette.responses import Response

from sayso.web.draw import page
from sayso.web.visit import Visit


def ledger(visit: Visit) -> Response:
    """The page."""
    state = visit.snapshot.release.state
    tags = sorted(state.tags.items(), key=lambda pair: (pair[1], pair[0]))
    return page(visit, "about.html", ledger=visit.request.app.state.settings.ledger, tags=tags, state=state)
