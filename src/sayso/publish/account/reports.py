"""The reports an event is told in."""

from __future__ import annotations

from sayso.core.report import Report
from sayso.publish.account.known import Known
from sayso.publish.date import day
from sayso.publish.sheet import Line, Part, Section, Table, line

HEAD = ("published", "publisher", "language", "report")


def reports(known: Known) -> Section:
    """Each report, the earliest first; after its title the agencies it credits and the id under which it came in."""
    keys = {known.report(one).key for one in known.event.claims}
    found = [one for one in known.release.state.reports if one.key in keys]
    found.sort(key=lambda one: (one.published or "~", one.key))
    return Section(heading="Reports", blocks=(Table(head=HEAD, rows=tuple(map(_row, found))),))


def _row(report: Report) -> tuple[Line, ...]:
    credited = f"credits {', '.join(report.credits)}" if report.credits else None
    title = " ".join(report.title.split()) if report.title else None
    return (
        line(day(report.published)), line(report.publisher or "–"), line(report.language),
        line(title, credited, Part(report.id, "id")),
    )  # fmt: skip
