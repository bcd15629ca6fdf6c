"""A report's text with every claim lit in it, paragraph by paragraph, its claims beside it. No offset is left in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.span import Span
from sayso.publish.card import plain
from sayso.publish.segments import Part, Segment, paragraphs, segments

LIT = 300  # claims of a document that light up their words; more rules would make a page slow
SHORT_LINE = 48  # a paragraph all of whose lines are shorter was broken on purpose
CLASS: dict[Part, str] = {"content": "c", "detail": "d", "source": "s", "cue": "q"}  # later ones win where they meet
_STRONG = {
    "c": "--back:var(--content-lit);--word:var(--ink)",
    "d": "--dots:var(--detail);color:var(--ink)",
    "s": "--word:var(--source);--deco:underline solid 2px",
    "q": "--word:var(--cue);--deco:underline dashed 1.5px",
}


def rows(
    document: Document, language: str, claims: tuple[Claim, ...], anchor: str, beside: Callable[[Claim, int, str], str]
) -> Iterator[str]:
    """The paragraphs as HTML, each with the claims that begin in it.

    `beside` draws a claim by its number, counted from 1, and its id on the page: `anchor` and the number. What it
    gives stands on the page as it is.
    """
    parts = paragraphs(document.text)
    homes = _homes(claims, parts)
    for k, some in enumerate(segments(claims, parts)):
        cards = "".join(beside(claim, n, f"{anchor}{n}") for n, claim in homes.get(k, ()))
        paragraph = _paragraph(document.text, language, parts[k], some, anchor)
        yield f'<div class="row">{paragraph}<div class="claims">{cards}</div></div>\n'


def lighting(most: int) -> Iterator[str]:
    """The rules by which a claim pointed at, or else followed to, lights up its words, and words their claim."""
    for n in range(1, most + 1):
        pointed = f".doc:has(.n{n}:hover)"
        followed = f".doc:not(:has(.claim:hover)):has(.n{n}:is(:target,:focus-within))"
        for part in CLASS.values():
            yield f"{pointed} .{part}{n},{followed} .{part}{n}{{{_STRONG[part]}}}"
        yield f".doc:has(.row>p .c{n}:hover) .n{n}{{background:var(--card)}}"


def _homes(claims: Sequence[Claim], parts: Sequence[Span]) -> dict[int, list[tuple[int, Claim]]]:
    """The claims by the paragraph in which their content begins."""
    out: dict[int, list[tuple[int, Claim]]] = {}
    k = 0
    for number, claim in sorted(enumerate(claims, 1), key=lambda pair: pair[1].content[0].start):
        while k + 1 < len(parts) and parts[k + 1].start <= claim.content[0].start:
            k += 1
        out.setdefault(k, []).append((number, claim))
    return out


def _paragraph(text: str, language: str, part: Span, some: Sequence[Segment], anchor: str) -> str:
    lines = part.of(text).splitlines()
    broken = ' class="broken"' if len(lines) > 1 and max(map(len, lines)) <= SHORT_LINE else ""
    body = "".join(_marked(text, segment, anchor) for segment in some)
    return f'<p{broken} dir="auto" lang="{escape(language)}">{body}</p>'


def _marked(text: str, segment: Segment, anchor: str) -> str:
    shown = plain(segment.span.of(text))
    links = "".join(f'<a class="ref" href="#{anchor}{n}" aria-label="claim {n}">{n}</a>' for n in segment.closing)
    if not segment.marks:
        return shown + links
    base = sorted({CLASS[mark.part] for mark in segment.marks})
    own = [f"{CLASS[mark.part]}{mark.claim}" for mark in segment.marks]
    tag = "mark" if base != [CLASS["detail"]] else "span"
    return f'<{tag} class="{" ".join([*base, *own])}">{shown}</{tag}>{links}'


def around(text: str, language: str, claim: Claim) -> str:
    """The paragraphs of a report that a claim's content stands in, as HTML, with that claim alone lit."""
    parts = [part for part in paragraphs(text) if any(part.touches(span) for span in claim.content)]
    out = []
    for part, some in zip(parts, segments((claim,), parts), strict=True):
        out.append(_paragraph(text, language, part, [one._replace(closing=()) for one in some], ""))
    return "".join(out)
