"""When each claim's event was: the date in its own words, counted where need be from an event told of before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from sayso.claim.draft import Draft, Index
from sayso.claim.published import explain
from sayso.claim.published import published as published_of
from sayso.claim.when import Anchors, Days, resolve
from sayso.core import when
from sayso.core.claim import When
from sayso.core.reading import Time

# events that a date and place told elsewhere in the report can be of: violence, not talk about it
LENT = frozenset(
    "attack counterattack armed_clash air_strike drone_strike shelling missile_strike bombing suicide_bombing "
    "mine_or_ied chemical_attack assassination killing execution abduction capture destruction arson occupation "
    "displacement".split()
)
BACKGROUND = dt.timedelta(days=30)  # an event that ended so long before what the report is about is its history
REACH = 200  # claims that a date told against an event is looked back over
BY = 2  # characters between words that stand side by side, with room for a comma
COARSE = frozenset({"month", "year", "season", "decade"})
LOOKS_BACK = frozenset({"before_event", "day_before_event"})


def settle(drafts: list[Draft], index: Index) -> frozenset[int]:
    """Date every claim that tells its own date and mark history; gives the claims, by position, that tell a date.

    A claim may tell a date that cannot be known (*on Tuesday*, in a report without a date): it borrows none.
    """
    published = published_of(index.reading)
    times = [list(_times(draft, index)) for draft in drafts]
    for draft, own in zip(drafts, times, strict=True):
        _set_own(draft, own, Anchors(published, None))
    about = _about(drafts, published)
    _mark_history(drafts, about)
    main = _main(drafts)
    back: set[int] = set()
    dated = False  # whether any claim before tells a date
    for k, draft in enumerate(drafts):
        dated = dated or (k > 0 and _date(drafts[k - 1]) is not None)
        if _date(draft) is None:
            for time in times[k]:
                event = _event_before(time, drafts, k, back, index)
                if _set_own(draft, [time], Anchors(published, event or (None if dated else main))):
                    back |= {k} if time.make in LOOKS_BACK else set()
                    break
    _mark_history(drafts, about)
    explain(drafts, times, index.reading)
    return frozenset(k for k, own in enumerate(times) if own)


def _times(draft: Draft, index: Index) -> Iterator[Time]:
    """The dates that stand in the content, nearest the event first; else a year or month that opens the sentence."""
    sentences = index.sentences_of(draft.content)
    inside = [time for k in sentences for time in index.times.get(k, ()) if draft.holds(time.span)]
    inside = [time for time in inside if not _of_saying(draft, time, index)]
    at = draft.trigger.span.start if draft.trigger else draft.content[0].start
    yield from sorted(inside, key=lambda time: (time.make in ("year", "decade"), abs(time.span.start - at)))
    if not inside:
        body = index.reading.sentences[draft.sentence].body
        before = draft.content[0].start
        yield from (
            time
            for time in index.times.get(draft.sentence, ())
            if time.make in COARSE and body <= time.span.start <= body + 4 and time.span.end <= before
        )


def _of_saying(draft: Draft, time: Time, index: Index) -> bool:
    """Whether a date in hearsay is that of the saying.

    It is by the cue and before the clause that is said: *It was reported on Tuesday that nine had died*.
    """
    cue = draft.links[-1].cue if draft.links and draft.links[-1].manner == "evidential" else None
    told = draft.trigger
    if not cue or told is None:
        return False
    first, last = cue[0].start, cue[-1].end
    if first <= time.span.start < last:
        return True
    reach = max(last, time.span.end) if time.span.start <= last + BY else last
    opens = any(reach <= one <= reach + BY and one <= told.span.start for one in index.reading.breaks)
    return opens and time.span.end <= reach


def _set_own(draft: Draft, times: list[Time], anchors: Anchors) -> bool:
    """Set the first date that can be known; says whether there was one."""
    for time in times:
        made = resolve(time, anchors)
        if made is not None and draft.event is not None:
            value = When(edtf=made[0], span=(time.span,), basis=made[1])
            draft.event = msgspec.structs.replace(draft.event, when=value)
            draft.reasons.append(("when", time.reason, (time.span,)))
            return True
    return False


def _date(draft: Draft) -> str | None:
    return draft.event.when.edtf if draft.event is not None and draft.event.when is not None else None


def days_of(draft: Draft) -> Days | None:
    """First and last day of a claim's event, where its days are known."""
    edtf = _date(draft)
    return when.days(edtf) if edtf is not None else None


def is_violence(draft: Draft) -> bool:
    """Whether a claim tells of an event that dates and places elsewhere in the report can belong to."""
    return draft.event is not None and draft.event.type in LENT


def _event_before(time: Time, drafts: list[Draft], at: int, back: set[int], index: Index) -> Days | None:
    """The days of the event that a date is told against: of the kind it names (*after the battle*), else the nearest.

    A look back (*two days earlier*) does not move the story, and one that a year dates has left it.
    """
    named = {t.type for t in index.triggers.get(time.sentence, ()) if time.span.covers(t.span)}
    found: Days | None = None
    for k in range(at - 1, max(-1, at - 1 - REACH), -1):
        edtf, days = _date(drafts[k]), days_of(drafts[k])
        event = drafts[k].event
        if days is not None and event is not None and event.type in named:
            return days
        if found is None and edtf is not None and k not in back:
            found = days
            if not named and (days is not None or when.is_coarse(edtf)):
                return days
    return found


def _about(drafts: list[Draft], published: when.Published | None) -> dt.date | None:
    """The day a report is about: the latest told, if near publication; else the first told; else publication."""
    told = [days_of(draft) for draft in drafts if is_violence(draft)]
    dated = [days for days in told if days is not None]
    newest = max((days[1] for days in dated), default=None)
    if published is None or (newest is not None and published.first - newest <= BACKGROUND):
        return newest
    return told[0][1] if told and told[0] is not None else published.first


def _mark_history(drafts: list[Draft], about: dt.date | None) -> None:
    for draft in drafts:
        edtf = _date(draft)
        if edtf is not None and about is not None:
            draft.history = _is_before(edtf, about)


def _is_before(edtf: str, about: dt.date) -> bool:
    """Clearly before what the report is about: by more than a month, or a whole year before its year.

    What still goes on (*since 2014*) is so by the day it began.
    """
    first, last = when.bounds(edtf)
    known = last or first
    return known is not None and (about - known > BACKGROUND or (when.is_coarse(edtf) and known.year < about.year))


def _main(drafts: list[Draft]) -> Days | None:
    """The days of the first event of violence that the report dates, history aside."""
    return next((days for d in drafts if is_violence(d) and not d.history and (days := days_of(d)) is not None), None)
