"""The account of one event: what is said to have happened, by whom, how many, and what changed when."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.event import Event, Step
from sayso.core.release import Release
from sayso.publish.account.alongside import alongside
from sayso.publish.account.course import course
from sayso.publish.account.disputes import contradictions, reversals
from sayso.publish.account.figures import figures
from sayso.publish.account.heading import heading, summary
from sayso.publish.account.judgements import judgements
from sayso.publish.account.known import Known
from sayso.publish.account.reports import reports
from sayso.publish.account.voices import voices
from sayso.publish.sheet import Sheet


def account(release: Release, event: Event, steps: Iterable[Step]) -> Sheet:
    """The account of an event of the release; `steps` are how its totals moved from day to day."""
    known = Known(release, event)
    return Sheet(
        title=heading(event),
        about=summary(event, release.state),
        sections=(
            voices(known), figures(known), *course(known, steps), *contradictions(known), *reversals(known),
            *judgements(known), *alongside(known), reports(known),
        ),
    )  # fmt: skip
