"""Where a claim of an event stands: its report, its words, its voice, and how short its id may be."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.core.claim import Casualty, Claim
from sayso.core.document import Document
from sayso.core.event import Event, Voice
from sayso.core.release import Release
from sayso.core.report import Report
from sayso.publish import phrase
from sayso.publish.date import day
from sayso.publish.ids import Ids
from sayso.publish.sheet import Entry, Part, Style, line

Told = Mapping[str, tuple[Claim, Report]]  # by its id each claim, and the report that it stands in


class Known:
    """The claims of a release by id, seen from one event. A claim of two reports is that of the first.

    Whoever shows many events has the `told` of a release made once, with the ids that may be shown.
    """

    def __init__(self, release: Release, event: Event, told: Told | None = None, ids: Ids | None = None) -> None:
        self.release = release
        self.event = event
        self._claims = told if told is not None else _told(release)
        self._ids = ids if ids is not None else Ids(self._claims)
        self._voices = {one: voice for voice in event.voices for one in voice.claims}

    def claim(self, one: str) -> Claim:
        """The claim of an id."""
        return self._claims[one][0]

    def report(self, one: str) -> Report:
        """The report a claim stands in."""
        return self._claims[one][1]

    def voice(self, one: str) -> Voice | None:
        """Whose claim it is; None where the event gives it to no voice."""
        return self._voices.get(one)

    def document(self, one: str) -> Document:
        """The text a claim was read in."""
        return self.release.state.documents[self.report(one).key]

    def when(self, one: str) -> tuple[str, str, int]:
        """Publication date (undated last), report and place in it, to put claims in order."""
        claim, report = self._claims[one]
        return (report.published or "~", report.key, claim.content[0].start)

    def nearness(self, one: str) -> tuple[str, int, str]:
        """What puts a statement before its copies: of one day, the report that has it through the fewest hands."""
        claim, report = self._claims[one]
        return (report.published or "~", len(claim.attribution), report.key)

    def short(self, one: str) -> str:
        """The beginning of a claim's id that no other claim of the release shares."""
        return self._ids.short(one)

    def words(self, one: str) -> str:
        """What the claim says, in quotation marks."""
        return phrase.quoted(phrase.content(self.document(one), self.claim(one)))

    def told(self, one: str) -> str:
        """In which report it stands, and when that was published."""
        return told(self.report(one))

    def speaker(self, one: str) -> str:
        """Whose claim it is, in words; empty where that is the outlet of its report, which is named anyway."""
        voice = self.voice(one)
        called = name(voice) if voice is not None else phrase.chain(self.claim(one))
        return "" if called.casefold() == (self.report(one).publisher or "").casefold() else called

    def entry(self, one: str) -> Entry:
        """The claim by its id: its words, then whose they are and where they stand."""
        about = line(self.speaker(one), *stance(self.claim(one)), Part(self.told(one), "quiet"))
        return Entry(mark=self.short(one), lines=(line(Part(self.words(one), "quote")), about))


def _told(release: Release) -> Told:
    found: dict[str, tuple[Claim, Report]] = {}
    for report in release.state.reports:
        for claim in report.claims:
            found.setdefault(claim.id, (claim, report))
    return found


def told(report: Report) -> str:
    """A report as *publisher, date*."""
    return f"{report.publisher or report.id}, {day(report.published)}"


def name(voice: Voice) -> str:
    """A voice's name, or what stands for it where nobody is named."""
    return voice.name or phrase.NOBODY


_SAID = {
    "say": "says", "report": "reports", "claim": "claims", "confirm": "confirms", "deny": "denies", "admit": "admits",
    "accuse": "accuses", "doubt": "doubts", "no_knowledge": "has no knowledge", "decline": "declines to say",
    "declare_open": "says it is open", "retract": "takes back",
}  # fmt: skip
_STARK_ACTS = frozenset({"deny", "retract", "doubt"})
_VERDICTS: dict[str, tuple[str, Style]] = {
    "confirmed": ("the report: confirmed", "plain"),
    "unconfirmed": ("the report: not confirmed", "pale"),
    "disputed": ("the report: disputed", "stark"),
}


def stance(claim: Claim) -> list[Part]:
    """What is done with the content, and how sure: *says · certain*, *denies · certain*."""
    act = claim.attribution[-1].act if claim.attribution else "report"
    out = [Part(_SAID[act], "stark" if act in _STARK_ACTS else "plain")]
    out.append(Part(claim.certainty, "plain" if claim.certainty == "certain" else "pale"))
    if claim.polarity == "negative" and act != "deny":
        out.append(Part("in the negative", "stark"))
    if claim.confirmation is not None:
        out.append(Part(*_VERDICTS[claim.confirmation]))
    return out


def toll(one: Casualty) -> str:
    """A figure in words: *killed about 100 (attackers, combatant)*."""
    people = phrase.people(one)
    return f"{one.effect} {phrase.count(one)}" + (f" ({people})" if people else "")
