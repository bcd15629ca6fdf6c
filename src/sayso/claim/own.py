"""What the report says in its own voice, and sentences that silently stay in the attribution above them."""

from __future__ import annotations

import msgspec

from sayso.claim.chain import usable
from sayso.claim.draft import Draft, Index
from sayso.core.reading import Rank, Reading, Sentence
from sayso.core.span import Span, trimmed

EDGE = ' \t\r\n\u00a0\u202f\u2009.,;:!?…–—-"“”»«'
ASSERTS = frozenset(Rank) - {Rank.KNOWN, Rank.HARM}  # what makes a sentence a claim: not harm alone, not the known
CLAUSE = frozenset((Rank.VERB, Rank.PREDICATE))  # and a clause beside an attributed one


def stays(reading: Reading, index: Index, attributed: list[Draft]) -> list[Draft]:
    """Sentences that open like *This because …* stay in the attribution of the sentence above them."""
    out: list[Draft] = []
    said_in = {said.sentence for said in reading.said}
    last = {k: draft for draft in attributed if draft.links for k in index.sentences_of(draft.content)}
    for k, sentence in enumerate(reading.sentences):
        sign = next(
            (s for s in index.signs.get(k, ()) if s.kind == "continues" and s.span.start == sentence.body), None
        )
        if sign is None or k in said_in or k == 0 or sentence.first:
            continue
        above = last.get(k - 1)
        content = trimmed(reading.document.text, sign.span.end, sentence.span.end, EDGE)
        if above is not None and content is not None:
            draft = Draft((content,), above.links, k, hearsay=above.hearsay)
            draft.reasons.append(
                ("attribution", f"{sign.reason} keeps the attribution of the sentence above", (sign.span,))
            )
            out.append(draft)
    return out


def runs_on(reading: Reading, index: Index, attributed: list[Draft]) -> list[Draft]:
    """A paragraph that is all quotation and has no cue goes on in the voice of the person quoted right before it."""
    out: list[Draft] = []
    said_in = {said.sentence for said in usable(reading)}
    last: Draft | None = None
    by_sentence = {draft.sentence: draft for draft in attributed if draft.links and not draft.hearsay}
    for k, sentence in enumerate(reading.sentences):
        if k in by_sentence:
            last = by_sentence[k]
        elif not sentence.first or k in said_in or last is None:
            continue
        elif (
            index.in_quote(sentence.body, sentence.span.end - 1)
            and reading.sentences[last.sentence].paragraph == sentence.paragraph - 1
        ):
            content = _paragraph_quote(reading, sentence)
            if content is not None and not any(content.touches(s) for draft in attributed for s in draft.content):
                source = msgspec.structs.replace(last.links[-1].source, inferred="previous sentence")
                link = msgspec.structs.replace(
                    last.links[-1], source=source, cue=None, act="say", manner="direct", content=msgspec.UNSET
                )
                draft = Draft((content,), (link,), k)
                draft.reasons.append(
                    ("attribution", "quotation goes on in the voice quoted before it", source.span or ())
                )
                out.append(draft)
                last = draft
    return out


def _paragraph_quote(reading: Reading, sentence: Sentence) -> Span | None:
    """The whole quotation that opens a paragraph, marks left out."""
    quote = next((q for q in reading.quotes if q.start <= sentence.body < q.end), None)
    return trimmed(reading.document.text, quote.start, quote.end, EDGE) if quote is not None else None


def own_voice(reading: Reading, index: Index, others: list[Draft]) -> list[Draft]:
    """Sentences, and clauses beside attributed ones, in which the report itself asserts an event or a toll."""
    taken: list[list[Span]] = [[] for _ in reading.sentences]
    for said in reading.said:
        if reading.sentences[said.sentence].heading:
            continue  # makes no claim, so takes no words
        spans = [
            *said.cue,
            *said.content,
            *([said.source.span] if said.source else ()),
            *(c for cue, _ in said.via for c in cue),
        ]
        for span in spans:
            for k in index.sentences_of((span,)):
                taken[k].append(span)
    for draft in others:
        for k in index.sentences_of(draft.content):
            taken[k] += draft.content
    out: list[Draft] = []
    for k, sentence in enumerate(reading.sentences):
        if sentence.heading or index.in_quote(sentence.body, sentence.span.end - 1) or asks(reading, sentence):
            continue
        span = _free(reading, index, k, sentence, taken[k])
        if span is not None:
            out.append(Draft((span,), (), k, reasons=[("attribution", "no source: the report's own voice", ())]))
    return out + _told_with_a_source(reading, index, others)


def _told_with_a_source(reading: Reading, index: Index, others: list[Draft]) -> list[Draft]:
    """*The family of a man killed by police said …*: a clause in a source's name the report takes for a fact."""
    out: list[Draft] = []
    for said in reading.said:
        span = said.source.span if said.source is not None else None
        if span is None or any(one.touches(span) for draft in others for one in draft.content):
            continue
        tolls = index.tolls.get(said.sentence, ())
        if any(span.covers(t.span) and span.covers(t.verb) and t.span.end <= t.verb.start for t in tolls):
            rule = "named by what befell people: the report's own voice"
            out.append(Draft((span,), (), said.sentence, reasons=[("attribution", rule, (span,))]))
    return out


def asks(reading: Reading, sentence: Sentence) -> bool:
    """A question asserts nothing."""
    return reading.document.text[sentence.span.start : sentence.span.end].rstrip('"”’»« ').endswith(("?", "؟"))


def _free(reading: Reading, index: Index, k: int, sentence: Sentence, taken: list[Span]) -> Span | None:
    """The part of a sentence that nobody else is made to say, where it asserts something."""
    text = reading.document.text
    if not taken:
        span = trimmed(text, sentence.body, sentence.span.end, EDGE)
        return span if span is not None and _asserts(index, k, span, ASSERTS) else None
    first, last = min(s.start for s in taken), max(s.end for s in taken)
    for start, end in ((sentence.body, first), (last, sentence.span.end)):
        span = trimmed(text, start, end, EDGE) if end > start else None
        if span is not None and span.end - span.start > 20 and _asserts(index, k, span, CLAUSE):
            return span
    return None


def _asserts(index: Index, k: int, span: Span, ranks: frozenset[Rank]) -> bool:
    if any(span.covers(toll.span) for toll in index.tolls.get(k, ())):
        return True
    if any(sign.kind == "declare_open" for sign in index.signs.get(k, ())) and index.triggers.get(k):
        return True
    return any(span.covers(trigger.span) and trigger.rank in ranks for trigger in index.triggers.get(k, ()))
