"""One page for people: every report with its claims beside it. No script, nothing fetched, everything escaped."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from sayso.core.claim import Record
from sayso.core.document import Document, Unread
from sayso.publish import phrase
from sayso.publish.card import card, name, plain
from sayso.publish.lit import LIT, lighting, rows


class Page:
    """Documents are added one by one; `finish` gives the page."""

    def __init__(self, title: str = "sayso: who says so") -> None:
        self._title = title
        self._sections: list[str] = []
        self._contents: list[str] = []
        self._unread: list[str] = []
        self._claims = 0
        self._most = 0

    def add(self, document: Document, record: Record) -> None:
        """A document and what was read in it."""
        number = len(self._sections) + 1
        self._sections.append(_section(document, record, number))
        self._contents.append(_entry(document, record, number))
        self._claims += len(record.claims)
        self._most = max(self._most, len(record.claims))

    def unread(self, one: Unread) -> None:
        """An input that could not be read."""
        self._unread.append(f"<li>{name(one.error)}</li>")

    def finish(self) -> str:
        """The whole page; the same documents give the same page."""
        folder = files("sayso.publish")
        style = (folder / "page.css").read_text("utf-8") + "\n".join(lighting(min(self._most, LIT)))
        template = Template((folder / "page.html").read_text("utf-8"))
        reports = len(self._sections)
        return template.substitute(
            title=plain(self._title),
            style=style,
            counted=f"{_counted(self._claims, 'claim')} in {_counted(reports, 'report')}",
            unread=_list("section", "Could not be read", "ul", self._unread) if self._unread else "",
            contents=_list("nav", "Reports", "ol", self._contents) if reports > 1 else "",
            sections="\n".join(self._sections),
        )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _list(tag: str, label: str, kind: str, rows: list[str]) -> str:
    return f'<{tag} class="list"><h2>{label}</h2><{kind}>{"".join(rows)}</{kind}></{tag}>'


def _entry(document: Document, record: Record, number: int) -> str:
    about = [name(part) for part in (document.publisher, document.published) if part]
    about.append(_counted(len(record.claims), "claim"))
    title = f'<a href="#d{number}">{name(phrase.heading(document))}</a>'
    return f'<li>{title}<span class="meta">{" · ".join(about)}</span></li>'


def _section(document: Document, record: Record, number: int) -> str:
    body = "".join(rows(document, record.language, record.claims, f"d{number}c", card))
    warnings = "".join(f'<p class="warning">{name(warning)}</p>' for warning in record.warnings)
    title = f'<h2 dir="auto" lang="{escape(record.language)}">{plain(phrase.heading(document))}</h2>'
    about = f'<p class="meta">{_about(document, record)}</p>'
    return f'<section class="doc" id="d{number}">{title}{about}{warnings}\n{body}</section>'


def _about(document: Document, record: Record) -> str:
    parts = [name(part) for part in phrase.origin(document, record.language)]
    if document.url and document.url.lower().startswith(("https://", "http://")):
        parts.append(f'<a href="{plain(document.url)}" rel="noreferrer">as published</a>')
    return " · ".join(parts)
