"""A claim as it stands beside its paragraph on a page: chain, act, certainty, what, figures."""

from __future__ import annotations

from html import escape

from sayso.core.claim import Casualty, Claim, Link, Source
from sayso.publish import phrase
from sayso.publish.terminal import visible

SHOWN_ID = 8
_DOT = '<span class="dot">&nbsp;· </span>'


def name(text: str) -> str:
    """A name from a report, escaped and kept from turning the direction of what stands around it."""
    return f"<bdi>{plain(text)}</bdi>"


def plain(text: str) -> str:
    """Text from a report, escaped; control characters, which no page may hold, are made visible."""
    return escape(visible(text))


def card(claim: Claim, number: int, anchor: str) -> str:
    """The card; `anchor` is its id on the page."""
    rows = [_DOT.join([*_how(claim), *_what(claim)]), *(_toll(one) for one in claim.casualties)]
    body = "".join(f"<p>{row}</p>" for row in rows)
    shown = f'<span class="id" title="sayso why {claim.id} FILE">{plain(claim.id[:SHOWN_ID])}</span>'
    link = f'<a class="no" href="#{anchor}" aria-label="claim {number}">{number}</a>'
    return f'<article class="claim n{number}" id="{anchor}">{link}{shown}{_chain(claim)}{body}</article>\n'


def _chain(claim: Claim) -> str:
    if not claim.attribution:
        return ""
    last = len(claim.attribution) - 1
    hands = "".join(f"<li>{_hand(link, last=k == last)}</li>" for k, link in enumerate(claim.attribution))
    return f'<ol class="chain">{hands}</ol>'


def _hand(link: Link, *, last: bool) -> str:
    act = "" if last or link.act in phrase.PLAIN_ACTS else f" <i>{phrase.words(link.act)}</i>"
    return _who(link.source) + act


def _who(source: Source) -> str:
    if source.name is None:
        return f"<i>{phrase.NOBODY}</i>"
    role_of, on_behalf_of = phrase.beside(source)
    more = [name(role_of)] if role_of else []
    if on_behalf_of:
        more.append(f"for {name(on_behalf_of)}")
    role = f' <span class="role">({", ".join(more)})</span>' if more else ""
    return f"{name(source.name)}{role}"


def _how(claim: Claim) -> list[str]:
    words = [f'<span class="{word}">{word}</span>' for word in phrase.stance(claim)]
    if not claim.attribution:
        return [f'<span class="own">{phrase.OWN_VOICE}</span>', *words]
    return [f"<span>{phrase.act(claim)}</span>", *words]


def _what(claim: Claim) -> list[str]:
    event = claim.event
    out = [f'<b class="type">{plain(phrase.words(event.type))}</b>'] if event.type != "other" else []
    if event.when is not None:
        out.append(f'<span class="date">{plain(event.when.edtf)}{_basis(event.when.basis)}</span>')
    if event.where is not None:
        out.append(f"<span>{name(event.where.name)}{_basis(event.where.basis)}</span>")
    for label, some in phrase.sides(event):
        out.append(f"{label} {', '.join(name(one.name) for one in some)}")
    return out


def _basis(basis: str) -> str:
    return "" if basis in phrase.READ_HERE else f' <span class="basis">({basis})</span>'


def _toll(one: Casualty) -> str:
    people = [name(one.group)] if one.group else []
    if one.status != "unknown":
        people.append(one.status)
    return f'<b class="toll">{one.effect} {phrase.count(one)}</b> {", ".join(people)}'.rstrip()
