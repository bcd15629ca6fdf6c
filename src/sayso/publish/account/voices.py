"""Who says what: every voice with its reports and its claims, copies of one statement folded into a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.core.claim import Claim, Source
from sayso.core.event import Event, Voice
from sayso.core.report import Report
from sayso.publish import phrase
from sayso.publish.account.known import Known, name, stance, told, toll
from sayso.publish.sheet import Block, Entry, Part, Section, line


def voices(known: Known) -> Section:
    """A section of each voice, in the order of the event; claims that are no voice's own come last."""
    under = [_voice(known, voice) for voice in known.event.voices]
    given = {one for voice in known.event.voices for one in voice.claims}
    if left := [one for one in known.event.claims if one not in given]:
        under.append(Section(heading="Given to no voice", blocks=tuple(_entries(known, left))))
    return Section(heading="What is said, and by whom", under=tuple(under))


def _voice(known: Known, voice: Voice) -> Section:
    reports = carriers(known, voice)
    kind = phrase.words(voice.kind) if voice.kind != "unspecified" else None
    party = Part("a party to the event", "strong") if voice.party else None
    several = len(reports) > 1
    where = f"in {len(reports)} reports" if several else f"in {told(reports[0])}"
    blocks: list[Block] = [line(kind, *beside(known, voice), party, Part(where, "quiet"))]
    blocks += _entries(known, voice.claims, several=several)
    return Section(heading=name(voice), blocks=tuple(blocks))


def beside(known: Known, voice: Voice) -> list[str]:
    """The role of a voice and for whom it speaks, as the first report that says so under this name has it."""
    for one in sorted(voice.claims, key=known.when):
        chain = known.claim(one).attribution
        if chain and _is(chain[-1].source.name, voice):
            role, on_behalf_of = phrase.beside(chain[-1].source)
            if role or on_behalf_of:
                return [part for part in (role, f"for {on_behalf_of}" if on_behalf_of else None) if part]
    return []


def _is(called: str | None, voice: Voice) -> bool:
    return (called or "").casefold() == (voice.name or "").casefold()


def carriers(known: Known, voice: Voice) -> list[Report]:
    """The reports that carry the voice, the earliest first."""
    found = {report.key: report for report in map(known.report, voice.claims)}
    return sorted(found.values(), key=lambda report: (report.published or "~", report.key))


def _entries(known: Known, claims: Iterable[str], *, several: bool = True) -> list[Entry]:
    """The claims, copies folded. Where there are `several` reports, each claim says in which it stands."""
    return [_entry(known, *some, several=several) for some in folded(known, claims)]


def folded(known: Known, claims: Iterable[str]) -> list[list[str]]:
    """The claims in the order of publication; those that repeat another report's stand behind that."""
    found: list[list[str]] = []
    alike: dict[object, list[list[str]]] = {}
    for one in sorted(claims, key=known.when):
        candidates = alike.setdefault(_key(known.claim(one)), [])
        same = next((some for some in candidates if _repeats(known, some, one)), None)
        if same is not None:
            same.append(one)
        else:
            found.append([one])
            candidates.append(found[-1])
    return [sorted(some, key=known.nearness) for some in found]


def _repeats(known: Known, some: list[str], one: str) -> bool:
    """Whether a claim repeats, in another report, the first of some that do the same with the same figures.

    It does where the words are the same, or the people counted are; in another language the figures are enough.
    """
    if known.report(one).key in {known.report(each).key for each in some}:
        return False
    first = some[0]
    if _bare(known.words(first)) == _bare(known.words(one)):
        return True
    if not known.claim(one).casualties:
        return False
    return known.report(first).language != known.report(one).language or _people(known, first) == _people(known, one)


def _people(known: Known, one: str) -> list[str]:
    return sorted((toll.group or "").casefold() for toll in known.claim(one).casualties)


def _key(claim: Claim) -> tuple[object, ...]:
    """What two tellings of one statement share: what is done with it, and its figures."""
    act = claim.attribution[-1].act if claim.attribution else "report"
    plain = "say" if act in phrase.PLAIN_ACTS else act
    figures = sorted(
        (one.effect, -1 if one.low is None else one.low, -1 if one.high is None else one.high, one.approximate)
        for one in claim.casualties
    )
    return (plain, claim.polarity, tuple(figures))


def _bare(text: str) -> list[str]:
    """The words alone, without case and marks."""
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _entry(known: Known, first: str, *copies: str, several: bool) -> Entry:
    claim = known.claim(first)
    lines = [line(Part(known.words(first), "quote")), line(*stance(claim), *_event(known, claim), *_tolls(claim))]
    if about := line(Part(known.told(first) if several else "", "quiet"), Part(_via(known, first), "quiet")):
        lines.append(about)
    for one in copies:
        carried = Part(f"also carried by {known.told(one)}", "quiet", known.short(one))
        lines.append(line(carried, Part(_via(known, one), "quiet")))
    return Entry(mark=known.short(first), lines=tuple(lines))


def _tolls(claim: Claim) -> list[Part]:
    return [Part(toll(one), "strong") for one in claim.casualties]


class Otherwise(NamedTuple):
    """What a claim itself says of the event where that is not what the heading says already: type, date, place."""

    type: str | None
    edtf: str | None
    place: str | None


def otherwise(event: Event, claim: Claim) -> Otherwise:
    """Where a claim differs from its event, in words about that very claim."""
    own = claim.event
    when = own.when.edtf if own.when is not None and own.when.basis in phrase.READ_HERE else None
    place = own.where.name if own.where is not None and own.where.basis in phrase.READ_HERE else None
    return Otherwise(
        own.type if own.type not in (event.type, "other") else None,
        when if when != event.when.edtf else None,
        place if event.where is None or place != event.where.name else None,
    )


def _event(known: Known, claim: Claim) -> list[str]:
    own = otherwise(known.event, claim)
    kind = phrase.words(own.type) if own.type else None
    return [*(part for part in (kind, own.edtf, own.place) if part), *phrase.parties(claim.event)]


def _via(known: Known, one: str) -> str:
    """The chain, where words passed through other hands; else what the report calls the voice, if not by its name."""
    if len(known.claim(one).attribution) > 1:
        return f"by way of {phrase.chain(known.claim(one))}"
    source = called(known, one)
    return f"called {phrase.who(source)}" if source is not None else ""


def called(known: Known, one: str) -> Source | None:
    """The origin as the report of a claim names it, where that is not the name of its voice."""
    chain, voice = known.claim(one).attribution, known.voice(one)
    return None if not chain or voice is None or _is(chain[-1].source.name, voice) else chain[-1].source
