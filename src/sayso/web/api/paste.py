"""Pasting: a text read and shown, then added to the ledger or let go."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException

from sayso.web.api.sent import Paste, Pasted
from sayso.web.api.values import Recorded
from sayso.web.api.work import Dropped, PastedText, PasteIn
from sayso.web.page.paste import GIVEN
from sayso.web.pasting import PASTED, NoReportError, let_go, put_in, take, waiting
from sayso.web.visit import Visit


def read(visit: Visit, taken: object) -> PasteIn:
    """What was handed in is read; nothing of it is in the ledger yet."""
    assert isinstance(taken, Paste)
    given = {name: getattr(taken, name).strip() for name in GIVEN}
    try:
        name = take(visit, taken.file or taken.text.encode("utf-8", "replace"), taken.name or PASTED, given)
    except NoReportError as fault:
        raise HTTPException(422, str(fault)) from None
    return _told(visit, name)


def shown(visit: Visit) -> PasteIn:
    """What was read of it."""
    return _told(visit, visit.part("name"))


def add(visit: Visit, taken: object) -> Recorded:
    """It goes into the ledger."""
    assert isinstance(taken, Pasted)
    return Recorded(row=put_in(visit, taken.name).seq)


def drop(visit: Visit, taken: object) -> Dropped:
    """It does not."""
    assert isinstance(taken, Pasted)
    let_go(visit, taken.name)
    return Dropped(name=taken.name)


def _told(visit: Visit, name: str) -> PasteIn:
    answer, there = waiting(visit, name).answer, visit.snapshot.reports
    return PasteIn(
        name=name, unread=answer.unread,
        read=tuple(
            PastedText(
                key=one.report.key, there=one.report.key in there, claims=one.record.claims,
                document=msgspec.structs.replace(one.document, raw=None), warnings=one.record.warnings,
            )
            for one in answer.found
        ),
    )  # fmt: skip
