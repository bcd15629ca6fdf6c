"""The short forms in which people see a claim: chain, act, certainty, figures, date, place. Plain words, no layout."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from sayso.core.claim import Casualty, Claim, Happening, Link, Participant, Source, When, Where
from sayso.core.document import Document
from sayso.core.span import joined

OWN_VOICE = "own voice"
NOBODY = "source not named"
ARROW = " ← "
QUOTES = frozenset('“”„"»«')
PLAIN_ACTS = frozenset({"say", "report"})
READ_HERE = frozenset({"explicit", "relative"})  # a basis that rests on words about this very claim


def who(source: Source) -> str:
    """A source as *name (role, for whom)*."""
    if source.name is None:
        return NOBODY
    role, on_behalf_of = beside(source)
    more = [part for part in (role, f"for {on_behalf_of}" if on_behalf_of else None) if part]
    return f"{source.name} ({', '.join(more)})" if more else source.name


def beside(source: Source) -> tuple[str | None, str | None]:
    """Role and *for whom*, each only where the name does not say it already."""
    name = (source.name or "").casefold()
    role, on_behalf_of = (
        part if part and part.casefold() not in name else None for part in (source.role, source.on_behalf_of)
    )
    return role, on_behalf_of


def hand(link: Link, *, last: bool) -> str:
    """A link of a chain; an outer hand that does more than pass words on shows what it does."""
    name = who(link.source)
    return name if last or link.act in PLAIN_ACTS else f"{name} [{words(link.act)}]"


def chain(claim: Claim) -> str:
    """The hands a claim came through, nearest the reader first."""
    return ARROW.join(hands(claim)) or OWN_VOICE


def hands(claim: Claim) -> list[str]:
    """Each hand of the chain, nearest the reader first; empty for the report's own voice."""
    last = len(claim.attribution) - 1
    return [hand(link, last=k == last) for k, link in enumerate(claim.attribution)]


def act(claim: Claim) -> str:
    """What the origin does with the content; a dash where the report speaks itself."""
    return words(claim.attribution[-1].act) if claim.attribution else "–"


def stance(claim: Claim) -> list[str]:
    """Certainty, polarity where it is negative, and confirmation where the report gives one."""
    out: list[str] = [claim.certainty]
    if claim.polarity == "negative":
        out.append("negative")
    if claim.confirmation is not None:
        out.append(claim.confirmation)
    return out


def words(name: str) -> str:
    """A name of the contract as words."""
    return name.replace("_", " ")


def when(date: When) -> str:
    """A date, and what it rests on where that is not its own words."""
    return date.edtf if date.basis in READ_HERE else f"{date.edtf} ({date.basis})"


def where(place: Where) -> str:
    """A place, and what it rests on where that is not its own words."""
    return place.name if place.basis in READ_HERE else f"{place.name} ({place.basis})"


class Say(Protocol):
    """Puts words in another language."""

    def __call__(self, english: str, /) -> str:
        """The words in that language."""
        ...


class Counts(NamedTuple):
    """The words that figures are told with; each has a place for the number."""

    not_given: str = "number not given"
    none: str = "none"
    about: str = "about {n}"
    at_least: str = "at least {n}"
    at_most: str = "at most {n}"


ENGLISH = Counts()


def count(one: Casualty, said: Counts = ENGLISH) -> str:
    """How many, with bounds: *at least 100*, *30–40*, *about 50*, *none*."""
    low, high = one.low, one.high
    about = said.about if one.approximate else "{n}"
    if low is None and high is None:
        return said.not_given
    if low == high:
        return said.none if low == 0 else about.format(n=low)
    if high is None:
        return said.at_least.format(n=about.format(n=low))
    if low is None:
        return said.at_most.format(n=about.format(n=high))
    return about.format(n=f"{low}–{high}")


def people(one: Casualty) -> str:
    """Who came to harm; empty where the text does not say."""
    said = [one.group] if one.group else []
    if one.status != "unknown":
        said.append(one.status)
    return ", ".join(said)


def sides(event: Happening) -> list[tuple[str, tuple[Participant, ...]]]:
    """Who did it, to whom, with what, as far as the text says."""
    rows = (("by", event.agents), ("against", event.targets), ("with", event.instruments))
    return [(label, some) for label, some in rows if some]


def parties(event: Happening) -> list[str]:
    """The sides in words."""
    return [f"{label} {', '.join(one.name for one in some)}" for label, some in sides(event)]


def content(document: Document, claim: Claim) -> str:
    """What a claim says, as the report has it; a gap is shown as an ellipsis."""
    return " … ".join(joined(document.text, (span,)) for span in claim.content)


def quoted(text: str) -> str:
    """The text in quotation marks, unless it brings its own."""
    return text if text[:1] in QUOTES or text[-1:] in QUOTES else f"“{text}”"


def heading(document: Document) -> str:
    """What to call a report: its title, or else its id."""
    return " ".join((document.title or document.id).split())


def origin(document: Document, language: str) -> list[str]:
    """Publisher, date, language and id, as far as they are known."""
    return [part for part in (document.publisher, document.published, language, document.id) if part]
