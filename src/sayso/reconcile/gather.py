"""The happenings that one report tells of: its claims gathered by what occurred when, history kept apart.

A claim of a known kind tells of a happening; so does one of no known kind that counts people harmed. What denies,
admits or accuses is of the happening told last. Other claims of no known kind tell of none. Talk, arrests and the like
need a date, a count, or a place and people of their own: without, nothing tells them apart from any other.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sayso.core.claim import Claim, Where
from sayso.core.fold import fold
from sayso.core.report import Report
from sayso.core.when import anchor
from sayso.reconcile.kind import HARM, alike, family
from sayso.reconcile.strand import DAY, HARMED, Count, Days, Strand
from sayso.reconcile.told import Told

PAST = 30  # days; what ended so long before the day a report is about is its history
TOLL_GROWS = 5  # days; a death told of so much later is of the event before it


class _Thread:
    """A strand while it is gathered; `claims` are places in the report."""

    __slots__ = ("claims", "days", "family", "history", "own", "types")

    def __init__(self, family_: str, days: Days | None = None, *, own: bool = False, history: bool = False) -> None:
        self.family = family_
        self.days = days
        self.own = own
        self.history = history
        self.claims: list[int] = []
        self.types: set[str] = set()


def strands(report: Report, alone: Collection[str] = ()) -> tuple[Strand, ...]:
    """The happenings of a report, in the order in which it tells them; the main one is the first that is no history.

    The claims named in `alone`, which a person has judged, are each a happening of their own.
    """
    told = [Told(claim) for claim in report.claims]
    published = anchor(report.published)
    latest = published.last.toordinal() if published is not None else None
    threads = _threads([one if one.claim.id not in alone else None for one in told], latest)
    main = _main(threads)
    for at, one in enumerate(told):
        if one.claim.id in alone:
            threads.append(_Thread(one.family or HARM, one.days, own=one.own))
            threads[-1].claims.append(at)
    threads.sort(key=lambda thread: thread.claims[0])
    return tuple(_strand(report, thread, told, is_main=thread is main) for thread in threads)


def _threads(told: Sequence[Told | None], latest: int | None) -> list[_Thread]:
    """The threads of all claims but those that stand alone; `latest` is the day of publication."""
    past = _past([one for one in told if one is not None], latest)
    threads: list[_Thread] = []
    undated: list[int] = []
    rest: list[tuple[int, Told]] = []
    for at, one in enumerate(told):
        if one is None:
            continue
        ahead = one.days is not None and latest is not None and one.days.first > latest + 1
        if ahead and not (one.family == HARM and one.claim.casualties):
            continue  # nothing that has occurred
        if one.family == HARM and (one.days is None or ahead):
            undated.append(at)
        elif one.family == HARM or (one.family is not None and one.stands and not one.hangs_on and not one.stance):
            _gather(threads, one, at, past)
        else:
            rest.append((at, one))
    _gather_undated(threads, undated, [(at, one.days) for at, one in rest if one.names_day and one.days is not None])
    _date(threads, [one for _, one in rest], past)
    _gather_rest(threads, rest, past)
    return threads


def _past(told: list[Told], latest: int | None) -> int | None:
    """What ended before this day is history: counted from the latest violence told near publication, else the first."""
    dated = [one.days for one in told if one.family == HARM and one.own and one.days is not None]
    if not dated:
        return latest - PAST if latest is not None else None
    newest = max((days.last for days in dated if latest is None or days.first <= latest), default=dated[0].last)
    near = latest is None or latest - newest <= PAST
    return (newest if near else dated[0].last) - PAST


def _gather(threads: list[_Thread], one: Told, at: int, past: int | None) -> None:
    """Put a claim to the thread it is of, or begin one."""
    history = one.days is not None and past is not None and one.days.last < past
    fitting = [thread for thread in threads if _is_of(one, thread, history=history)]
    home = min(fitting, key=lambda thread: _far(one, thread), default=None)
    if home is None:
        home = _Thread(one.family or HARM, one.days, own=one.own, history=history)
        threads.append(home)
    elif home.days is None or (one.own and one.days is not None and _narrows(one.days, home.days)):
        home.days = one.days
    home.own = home.own or one.own
    home.types.add(one.type)
    home.claims.append(at)


def _far(one: Told, thread: _Thread) -> int:
    """How many days a claim lies from a thread: deaths of the day itself are told before those of a day after."""
    return one.days.apart(thread.days) if one.days is not None and thread.days is not None else 0


def _narrows(days: Days, wide: Days) -> bool:
    return wide.first <= days.first and days.last <= wide.last


def _is_of(one: Told, thread: _Thread, *, history: bool) -> bool:
    if thread.family != one.family or thread.history != history:
        return False
    akin = any(alike(one.type, type_) for type_ in thread.types)
    if one.family != HARM and not akin:
        return False
    if one.days is None or thread.days is None:
        return True
    if one.days.apart(thread.days) == 0:
        return akin or max(days.last - days.first for days in (one.days, thread.days)) <= DAY
    return 0 < one.days.first - thread.days.last <= TOLL_GROWS and one.type == "killing"


def _gather_undated(threads: list[_Thread], undated: list[int], named: Sequence[tuple[int, Days]]) -> None:
    """Harm without any date is of the history told right before it where the report ends on that, else of today's.

    Where a claim of no kind has named a day before anything dated is told (*denied the shelling of Tuesday*), it is of
    that day.
    """
    for at in undated:
        home = _before(threads, at)
        today = next((thread for thread in threads if thread.family == HARM and not thread.history), None)
        if home is None and today is not None and today.days is not None and at < today.claims[0]:
            days = next((days for k, days in named if k < at and days.apart(today.days)), None)
            today = _Thread(HARM, days, own=True) if days is not None else today
        if home is None:
            home = today or _Thread(HARM)
        if home not in threads:
            threads.insert(0, home)
        insort(home.claims, at)


def _before(threads: list[_Thread], at: int) -> _Thread | None:
    """The history that a claim stands in: told before it, with nothing told after it that is not history."""
    past = [thread for thread in threads if thread.history and thread.claims[0] < at]
    if not past or any(thread.claims[-1] > at for thread in threads if not thread.history and thread.family == HARM):
        return None
    near = max(past, key=lambda thread: _last(thread, at))
    return near if near.family == HARM else None


def _last(thread: _Thread, at: int) -> int:
    """The last claim of a thread that is told before this one, if any is."""
    return thread.claims[bisect_left(thread.claims, at) - 1]


def _date(threads: list[_Thread], rest: list[Told], past: int | None) -> None:
    """Violence that the report does not date is of the first day and place it tells of anything else, history aside."""
    days = [one.days for one in rest if one.names_day and one.days is not None]
    first = next((found for found in days if past is None or found.last >= past), None)
    for thread in threads:
        if thread.family == HARM and thread.days is None:
            thread.days, thread.own = first, first is not None


def _gather_rest(threads: list[_Thread], rest: list[tuple[int, Told]], past: int | None) -> None:
    """What hangs on an event that the report tells is of the violence told last before it, else of the first.

    So is a claim of no known kind that tells the very day. Without any violence, what can stands by itself.
    """
    for at, one in rest:
        near = _nearest(threads, at)
        if near is not None and (one.hangs_on or one.shares(near.days if near.own else None)):
            insort(near.claims, at)
        elif one.family is not None and one.stands:
            _gather(threads, one, at, past)


def _nearest(threads: list[_Thread], at: int) -> _Thread | None:
    """The violence told last before a claim, else the first that is told."""
    harm = [thread for thread in threads if thread.family == HARM]
    before = [thread for thread in harm if thread.claims[0] < at]
    if before:
        return max(before, key=lambda thread: _last(thread, at))
    return min(harm, key=lambda thread: thread.claims[0], default=None)


def _main(threads: list[_Thread]) -> _Thread | None:
    """The first violence that is no history; without any, the first of the rest, then history."""
    return min(threads, key=lambda thread: (thread.history, thread.family != HARM, thread.claims[0]), default=None)


def _strand(report: Report, thread: _Thread, told: list[Told], *, is_main: bool) -> Strand:
    claims = [told[k].claim for k in thread.claims]
    types = Counter(claim.event.type for claim in claims if family(claim.event.type) == thread.family)
    return Strand(
        report=report.key,
        claims=tuple(claim.id for claim in claims),
        role="main" if is_main else "history" if thread.history else "aside",
        family=thread.family,
        types=tuple(sorted(types, key=lambda type_: (-types[type_], type_))) or ("killing",),
        days=thread.days,
        told=thread.own,
        places=tuple(_places(claims)),
        counts=tuple(sorted(set(_counts(claims)), key=lambda c: (c.effect, c.low, c.high is None, c.high or 0))),
    )


def _places(claims: list[Claim]) -> Iterator[Where]:
    """Every place once, the most told first, among equals the first told."""
    wheres = [claim.event.where for claim in claims if claim.event.where is not None]
    keys = [where.id or fold(where.name) for where in wheres]
    count = Counter(keys)
    first = dict(zip(reversed(keys), reversed(wheres), strict=True))
    yield from (first[key] for key in sorted(first, key=lambda key: (-count[key], keys.index(key))))


def _counts(claims: list[Claim]) -> Iterator[Count]:
    for claim in claims:
        for one in claim.casualties:
            if one.effect in HARMED or one.effect == "captured":
                low = one.low or 0
                yield Count(one.effect, low, None if one.high is None else max(one.high, low))
