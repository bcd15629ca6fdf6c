"""Where something stands in a text. Offsets are Unicode code points, half-open; nothing else slices text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.core.trouble import SpanError

EDGE = " \t\r\n\u00a0\u202f\u2009"


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A half-open range of Unicode code points; written `[start, end]` in JSON."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters this span covers; raises SpanError where it does not lie inside the text."""
        if not 0 <= self.start < self.end <= len(text):
            message = f"span {self.start}..{self.end} does not lie in a text of {len(text)} code points"
            raise SpanError(message)
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def trimmed(text: str, start: int, end: int, edge: str = EDGE) -> Span | None:
    """The span less the given characters at both ends; None where nothing is left."""
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end) if start < end else None


def joined(text: str, spans: Iterable[Span]) -> str:
    """The text of several spans, runs of white space folded, parted by a space."""
    return " ".join(" ".join(span.of(text) for span in spans).split())


def merged(text: str, spans: Iterable[Span], between: str = EDGE) -> Spans:
    """Spans in order, with neighbours made one where only the given characters stand between them."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip(between)):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
