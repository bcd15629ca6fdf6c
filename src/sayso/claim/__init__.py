"""From what is written to who says what: the claims of a report."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from sayso.claim import happening, stance
from sayso.claim.chain import covered_by_child, links, nest, plain, usable
from sayso.claim.draft import Draft, Index
from sayso.claim.own import asks, own_voice, runs_on, stays
from sayso.claim.sources import resolve_all
from sayso.core.claim import Casualty, Certainty, Claim, Effect, Status
from sayso.core.reading import Reading, Said, Toll
from sayso.core.span import Span, Spans
from sayso.core.value import digest

PASSING_ON = ("say", "report", "claim")  # acts that take over a sentence with the source it has


class Reason(NamedTuple):
    """Why a field of a claim is what it is: the rule or word-list entry, and the characters it rests on."""

    field: str
    rule: str
    spans: Spans


def claims(reading: Reading) -> list[tuple[Claim, tuple[Reason, ...]]]:
    """The claims of a report in the order of their content, each with its reasons; pure.

    What is only asked tells of nobody hurt: a question's tolls are no casualties.
    """
    index = Index(reading)
    drafts = [*_attributed(reading)]
    drafts += stays(reading, index, drafts)
    drafts += runs_on(reading, index, drafts)
    drafts += own_voice(reading, index, drafts)
    drafts.sort(key=lambda draft: (draft.content[0], -draft.content[-1].end, len(draft.links)))
    for draft in drafts:
        draft.tolls = tuple(
            t
            for k in index.sentences_of(draft.content)
            if not asks(reading, reading.sentences[k])
            for t in index.tolls.get(k, ())
            if draft.holds(t.span) or draft.holds(t.verb)
        )
    happening.settle(drafts, index)
    for draft in drafts:
        stance.settle(draft, index)
    of = (reading.document.id, reading.document.text_sha256)
    return [_claim(of, draft) for draft in drafts]


def _attributed(reading: Reading) -> list[Draft]:
    sources = resolve_all(reading)
    out: list[Draft] = []
    for node in nest([_pointed(reading, said) for said in usable(reading)]):
        said, content = node.said, node.said.content
        if not content or reading.sentences[said.sentence].heading or (node.children and covered_by_child(node)):
            continue
        chain = plain(links(node, sources, content), reading.document.publisher)
        if not chain and said.act in stance.UNSAID:
            continue  # the report's own outlet does not know: no claim, but a verdict on those before it
        draft = Draft(content, chain, said.sentence)
        draft.hearsay = msgspec.convert(said.certainty, Certainty) if said.certainty else None
        draft.reasons.append(("attribution", said.reason, (*said.cue, *((said.source.span,) if said.source else ()))))
        out.append(draft)
    return out


def _pointed(reading: Reading, said: Said) -> Said:
    """The attribution with what it points back to as its content: the sentence before (*Det uppger polisen*).

    Where that has a source of its own, and what it said is confirmed or denied (*The army denied this*), it is that
    alone, and it is looked for in the same paragraph only.
    """
    if not said.previous or said.sentence == 0 or reading.sentences[said.sentence - 1].heading:
        return said
    before = reading.sentences[said.sentence - 1]
    told = [one for one in reading.said if one.sentence == said.sentence - 1 and one.content]
    if told and said.act not in PASSING_ON:
        near = before.paragraph == reading.sentences[said.sentence].paragraph
        return msgspec.structs.replace(said, content=told[-1].content) if near else said
    end = before.span.end
    while end > before.body and reading.document.text[end - 1] in ".!?… \n":
        end -= 1
    return msgspec.structs.replace(said, content=(Span(before.body, end),) if end > before.body else ())


def _claim(of: tuple[str, str], draft: Draft) -> tuple[Claim, tuple[Reason, ...]]:
    chain = draft.links
    if draft.own_act is not None and chain:
        chain = (*chain[:-1], msgspec.structs.replace(chain[-1], act=draft.own_act))
    assert draft.event is not None
    casualties = tuple(_casualty(toll, draft) for toll in draft.tolls)
    body = (draft.content, chain, draft.polarity, draft.certainty, draft.confirmation, draft.event, casualties)
    claim = Claim(
        id=digest(*of, msgspec.to_builtins(body)),
        content=draft.content, attribution=chain, polarity=draft.polarity, certainty=draft.certainty,
        confirmation=draft.confirmation, event=draft.event, casualties=casualties,
    )  # fmt: skip
    return claim, tuple(Reason(*reason) for reason in draft.reasons)


def _casualty(toll: Toll, draft: Draft) -> Casualty:
    draft.reasons.append(("casualties", toll.reason, (toll.span, toll.verb)))
    quantity = toll.quantity
    return Casualty(
        effect=msgspec.convert(toll.effect, Effect), low=quantity.low, high=quantity.high,
        approximate=quantity.approximate,
        group=toll.group, status=msgspec.convert(toll.status, Status), span=(toll.span,),
    )  # fmt: skip
