"""One page for people: every report with its claims beside it. No script, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template

from sayso.core.claim import Claim, Record
from sayso.core.document import Document, Unread
from sayso.core.span import Span
from sayso.publish import phrase
from sayso.publish.card import card, name, plain
from sayso.publish.segments import Part, Segment, paragraphs, segments

LIT = 300  # claims of a document that light up their words; more rules would make a page slow
SHORT_LINE = 48  # a paragraph all of whose lines are shorter was broken on purpose
_CLASS: dict[Part, str] = {"content": "c", "detail": "d", "source": "s", "cue": "q"}  # later ones win where they meet
_STRONG = {
    "c": "--back:var(--content-lit);--word:var(--ink)",
    "d": "--dots:var(--detail);color:var(--ink)",
    "s": "--word:var(--source);--deco:underline solid 2px",
    "q": "--word:var(--cue);--deco:underline dashed 1.5px",
}


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
        style = (folder / "page.css").read_text("utf-8") + "\n".join(_lighting(min(self._most, LIT)))
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
    parts = paragraphs(document.text)
    beside = _beside(record.claims, parts)
    rows = []
    for k, some in enumerate(segments(record.claims, parts)):
        cards = "".join(card(claim, n, f"d{number}c{n}") for n, claim in beside.get(k, ()))
        paragraph = _paragraph(document, record.language, parts[k], some, number)
        rows.append(f'<div class="row">{paragraph}<div class="claims">{cards}</div></div>\n')
    warnings = "".join(f'<p class="warning">{name(warning)}</p>' for warning in record.warnings)
    title = f'<h2 dir="auto" lang="{escape(record.language)}">{plain(phrase.heading(document))}</h2>'
    about = f'<p class="meta">{_about(document, record)}</p>'
    return f'<section class="doc" id="d{number}">{title}{about}{warnings}\n{"".join(rows)}</section>'


def _about(document: Document, record: Record) -> str:
    parts = [name(part) for part in phrase.origin(document, record.language)]
    if document.url and document.url.lower().startswith(("https://", "http://")):
        parts.append(f'<a href="{plain(document.url)}" rel="noreferrer">as published</a>')
    return " · ".join(parts)


def _beside(claims: tuple[Claim, ...], parts: list[Span]) -> dict[int, list[tuple[int, Claim]]]:
    """The claims by the paragraph in which their content begins."""
    out: dict[int, list[tuple[int, Claim]]] = {}
    k = 0
    for number, claim in sorted(enumerate(claims, 1), key=lambda pair: pair[1].content[0].start):
        while k + 1 < len(parts) and parts[k + 1].start <= claim.content[0].start:
            k += 1
        out.setdefault(k, []).append((number, claim))
    return out


def _paragraph(document: Document, language: str, part: Span, some: list[Segment], number: int) -> str:
    lines = part.of(document.text).splitlines()
    broken = ' class="broken"' if len(lines) > 1 and max(map(len, lines)) <= SHORT_LINE else ""
    body = "".join(_marked(document.text, segment, number) for segment in some)
    return f'<p{broken} dir="auto" lang="{escape(language)}">{body}</p>'


def _marked(text: str, segment: Segment, number: int) -> str:
    shown = plain(segment.span.of(text))
    links = "".join(f'<a class="ref" href="#d{number}c{n}" aria-label="claim {n}">{n}</a>' for n in segment.closing)
    if not segment.marks:
        return shown + links
    base = sorted({_CLASS[mark.part] for mark in segment.marks})
    own = [f"{_CLASS[mark.part]}{mark.claim}" for mark in segment.marks]
    tag = "mark" if base != [_CLASS["detail"]] else "span"
    return f'<{tag} class="{" ".join([*base, *own])}">{shown}</{tag}>{links}'


def _lighting(most: int) -> Iterator[str]:
    """The rules by which a claim pointed at, or else followed to, lights up its words, and words their claim."""
    for n in range(1, most + 1):
        pointed = f".doc:has(.n{n}:hover)"
        followed = f".doc:not(:has(.claim:hover)):has(.n{n}:is(:target,:focus-within))"
        for part in _CLASS.values():
            yield f"{pointed} .{part}{n},{followed} .{part}{n}{{{_STRONG[part]}}}"
        yield f".doc:has(.row>p .c{n}:hover) .n{n}{{background:var(--card)}}"
