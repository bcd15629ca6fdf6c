"""The versions of one address and what each changed, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.core.version import Edit, Revised, Revision, Said, Version
from sayso.publish import phrase
from sayso.publish.account.heading import counted
from sayso.publish.ids import Ids
from sayso.publish.sheet import Block, Entry, Part, Section, Sheet, Table, line

HASH = 12  # digits of a hash that are shown


def versions_sheet(address: str, versions: Sequence[Version], revisions: Sequence[Revision]) -> Sheet:
    """The page: every version in a table, then what each changed against the one before."""
    head = ("version", "recorded", "published", "modified", "claims", "evidence", "document")
    rows = tuple(
        (
            line(str(number)), line(one.recorded), line(one.published), line(one.modified), line(str(len(one.claims))),
            line(one.raw[:HASH] if one.raw else "not kept"), line(Part(one.document, "id")),
        )
        for number, one in enumerate(versions, 1)
    )  # fmt: skip
    last = versions[-1]
    ids = Ids(claim.id for one in versions for claim in one.claims)
    return Sheet(
        title=address,
        about=(line(counted(len(versions), "version"), last.publisher, last.title),),
        blocks=(Table(head=head, rows=rows, right=(0, 4)),),
        sections=tuple(_section(number, one, ids) for number, one in enumerate(revisions, 2)),
    )


def _section(number: int, one: Revision, ids: Ids) -> Section:
    kept = [
        Section(heading=f"{heading}: {len(blocks)}", blocks=blocks)
        for heading, blocks in (
            ("Text", tuple(_edits(one))),
            ("Claims with other figures", tuple(_revised(one.claims_changed, "figure", ids))),
            ("Claims with another stance", tuple(_revised(one.claims_changed, "stance", ids))),
            ("Claims in other words", tuple(_revised(one.claims_changed, "words", ids))),
            ("Claims new", tuple(_said(each, ids) for each in one.claims_new)),
            ("Claims gone", tuple(_said(each, ids) for each in one.claims_gone)),
        )
        if blocks
    ]
    blocks: tuple[Block, ...] = () if kept else (line("Neither the text nor a claim differs; other particulars do."),)
    return Section(heading=f"Version {number}", blocks=blocks, under=tuple(kept))


def _edits(one: Revision) -> Iterator[Entry]:
    title = [Edit(before=one.title.before, after=one.title.after)] if one.title is not None else []
    for edit in (*title, *one.text):
        lines = [line(f"{sign} {text}") for sign, text in (("-", edit.before), ("+", edit.after)) if text is not None]
        yield Entry(lines=tuple(lines))


def _said(one: Said, ids: Ids) -> Entry:
    figures = ", ".join(f"{each.effect} {phrase.count(each)}" for each in one.casualties)
    whose = (one.origin or phrase.NOBODY) if one.act is not None else phrase.OWN_VOICE
    negative = "negative" if one.polarity == "negative" else None
    about = line(whose, phrase.words(one.act) if one.act else None, one.certainty, negative, figures)
    return Entry(mark=ids.short(one.id), lines=(line(Part(phrase.quoted(one.content), "quote")), about))


def _revised(changed: Iterable[Revised], what: str, ids: Ids) -> Iterator[Entry]:
    for one in changed:
        if one.what == what:
            before, after = _said(one.before, ids), _said(one.after, ids)
            yield Entry(mark=after.mark, lines=(*after.lines, line("before:"), *before.lines))
