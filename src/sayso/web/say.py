"""What templates say with more than one word: dates, figures, headings, in the words of the visit's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from sayso.core.claim import Casualty, Claim, Source
from sayso.core.event import Event
from sayso.publish import phrase
from sayso.publish.account.heading import heading as titled
from sayso.publish.account.voices import called, otherwise
from sayso.publish.date import Calendar
from sayso.publish.date import day as day_of
from sayso.publish.date import in_words as date_of
from sayso.publish.decision import decided
from sayso.publish.phrase import Counts
from sayso.web.reasons import said
from sayso.web.words import Words, text

ACTS: Mapping[str, str] = {
    "say": text("says"), "report": text("tells"), "claim": text("asserts"), "confirm": text("confirms"),
    "deny": text("denies"), "admit": text("admits"), "accuse": text("accuses"), "doubt": text("doubts"),
    "no_knowledge": text("has no knowledge"), "decline": text("declines to say"),
    "declare_open": text("says it is open"), "retract": text("takes back"),
}  # fmt: skip
STARK = frozenset({"deny", "retract", "doubt"})
VERDICTS: Mapping[str, str] = {
    "confirmed": text("the report: confirmed"), "unconfirmed": text("the report: not confirmed"),
    "disputed": text("the report: disputed"),
}  # fmt: skip
GRADES: Mapping[str, str] = {
    "confirmed": text("a party to the event admits or confirms it"),
    "fair": text("two voices or more say so"),
    "weak": text("one voice alone says so"),
    "contested": text("voices disagree on who did it"),
    "discounted": text("nobody says so, or not any more"),
}
RULES: Mapping[str, str] = {
    "most-voices": text("every voice counts once: best is the figure that most of them support, low and high the ends"),
    "sum-of-sides": text("the figures of the sides, added up"),
}
SIDES: Mapping[str, str] = {"by": text("by"), "against": text("against"), "with": text("with")}
# Why an estimate leaves a claim out; what is not here is shown as reconciling says it.
LEFT_OUT = (
    text("an earlier statement of the same voice"), text("a part of the total"), text("a part of a side"),
    text("less than the sides come to"), text("denied or negated"), text("taken back by the same voice"),
    text("told as what had been said before"), text("its source does not assert it (deny)"),
    text("of an account that the same party has since admitted was wrong"),
    text("its source does not assert it (decline)"), text("its source does not assert it (no knowledge)"),
    text("its source does not assert it (retract)"), text("left open"),
)  # fmt: skip
FIELDS: Mapping[str, str] = {
    "agents": text("Who did it"), "event": text("Whether it is one event"), "when": text("When it was"),
    "where": text("Where it was"),
}  # fmt: skip


def calendar(say: Words) -> Calendar:
    """The words of dates in a language."""
    return Calendar(
        months=(
            say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"),
            say("August"), say("September"), say("October"), say("November"), say("December"),
        ),
        seasons=(say("spring"), say("summer"), say("autumn"), say("winter")),
        about=say("about"), perhaps=say("perhaps"), until=say("until {date}"), from_=say("from {date}"),
        not_told=say("date not told"), undated=say("undated"),
    )  # fmt: skip


def counts(say: Words) -> Counts:
    """The words of figures in a language."""
    return Counts(
        not_given=say("number not given"), none=say("none"), about=say("about {n}"), at_least=say("at least {n}"),
        at_most=say("at most {n}"),
    )  # fmt: skip


@pass_context
def day(context: Context, published: str | None) -> str:
    """When a report was published, or a row recorded, in words."""
    return day_of(published, calendar(context["_"]))


@pass_context
def in_words(context: Context, edtf: str | None) -> str:
    """A date in words."""
    return date_of(edtf, calendar(context["_"]))


@pass_context
def count(context: Context, one: Casualty) -> str:
    """How many: *at least 100*."""
    return phrase.count(one, counts(context["_"]))


@pass_context
def heading(context: Context, event: Event) -> str:
    """What an event is called: type, place, date."""
    return event_heading(event, context["_"])


def event_heading(event: Event, say: Words) -> str:
    """The same for Python."""
    say("event"), say("place not told")  # what it says in words of its own
    return titled(event, say, calendar(say))


@pass_context
def who(context: Context, source: Source) -> Markup:
    """A source by its name, and its role and for whom it speaks where the name does not say so."""
    say = context["_"]
    if source.name is None:
        return Markup("<i>{}</i>").format(say("source not named"))
    role, on_behalf_of = phrase.beside(source)
    more = [Markup("<bdi>{}</bdi>").format(role)] if role else []
    if on_behalf_of:
        more.append(Markup("{} <bdi>{}</bdi>").format(say("for"), on_behalf_of))
    beside = Markup(' <span class="role">({})</span>').format(Markup(", ").join(more)) if more else Markup()
    return Markup("<bdi>{}</bdi>{}").format(source.name, beside)


@pass_context
def reason(context: Context, why: str) -> str:
    """Why, as reconciling gives it."""
    return said(context["_"], why)


@pass_context
def with_reason(context: Context, values: Mapping[str, object]) -> dict[str, object]:
    """What goes into a text of the review queue, where `why` is what reconciling gives."""
    return {name: said(context["_"], str(one)) if name == "why" else one for name, one in values.items()}


def act(claim: Claim) -> str:
    """What is done with the content: the act of the origin, or of the report itself."""
    return claim.attribution[-1].act if claim.attribution else "report"


def sort_by(some: Iterable[str], key: Callable[[str], tuple[str, str, int]]) -> list[str]:
    """Claims in the order of a key."""
    return sorted(some, key=key)


FILTERS: Mapping[str, Callable[..., object]] = {
    "words": phrase.words, "day": day, "in_words": in_words, "count": count, "heading": heading, "who": who, "act": act,
    "sides": phrase.sides, "reason": reason, "with_reason": with_reason, "sort_by": sort_by,
}  # fmt: skip
GLOBALS: Mapping[str, object] = {
    "ACTS": ACTS, "STARK": STARK, "VERDICTS": VERDICTS, "GRADES": GRADES, "RULES": RULES, "SIDES": SIDES,
    "FIELDS": FIELDS, "READ_HERE": phrase.READ_HERE, "otherwise_of": otherwise, "called": called, "decided_of": decided,
}  # fmt: skip
