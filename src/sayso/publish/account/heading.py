"""What an event is called: what, where, when; and the lines that sum it up."""

from __future__ import annotations

from sayso.core.event import Event, Grade
from sayso.core.release import State
from sayso.publish import phrase
from sayso.publish.account.figures import high
from sayso.publish.date import ENGLISH, Calendar, day, in_words
from sayso.publish.sheet import Line, Part, line


def heading(event: Event, say: phrase.Say = str, calendar: Calendar = ENGLISH) -> str:
    """*Armed clash, Khasham, 7–8 February 2018*; `say` puts its words in another language, `calendar` its date."""
    what = say(phrase.words(event.type) if event.type != "other" else "event")
    where = event.where.name if event.where is not None else say("place not told")
    return f"{what[:1].upper()}{what[1:]}, {where}, {in_words(event.when.edtf, calendar)}"


def summary(event: Event, state: State) -> tuple[Line, ...]:
    """How much is told and by how many, the total killed, the grade, and the row all this is as of."""
    parties = sum(voice.party for voice in event.voices)
    own = f", {parties} of them {'a party' if parties == 1 else 'parties'} to the event" if parties else ""
    killed = next((one for one in event.estimates if one.effect == "killed" and one.group is None), None)
    figure = f"killed: low {killed.low}, best {killed.best}, high {high(killed.high)}" if killed else None
    return (
        line(counted(len(event.documents), "report"), counted(len(event.voices), "voice") + own),
        line(figure, Part(f"grade: {event.grade}", "strong"), GRADES[event.grade]),
        line(Part(f"event {event.id}", "quiet"), Part(as_of(state), "quiet")),
    )


def as_of(state: State) -> str:
    """The row of the ledger that all this is as of, and when it was recorded."""
    return f"as of row {state.head} of the ledger" + (f", recorded {day(state.at)}" if state.at else "")


def counted(number: int, what: str) -> str:
    """*1 report*, *2 reports*."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


# What `sayso.reconcile.grade` gives each grade for, in a few words.
GRADES: dict[Grade, str] = {
    "confirmed": "a party to the event admits or confirms it",
    "fair": "two voices or more say so",
    "weak": "one voice alone says so",
    "contested": "voices disagree on who did it",
    "discounted": "nobody says so, or not any more",
}
