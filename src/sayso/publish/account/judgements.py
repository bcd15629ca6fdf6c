"""What people have decided that bears on an event: same, different, unsure; fields put right; all else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.core.decided import rejected, touched
from sayso.core.judgement import Correction, Decision, Judgement, Standing
from sayso.publish.account.known import Known
from sayso.publish.decision import decided, reason
from sayso.publish.sheet import Entry, Part, Section, line


def judgements(known: Known) -> Iterator[Section]:
    """A section of the rows that bear on the event, in the order of the ledger; none where there are none."""
    state, own = known.release.state, set(known.event.claims)
    bearing: list[Judgement | Correction | Decision] = [
        one for one in state.judgements if one.left in own or one.right in own
    ]
    bearing += [one for one in state.corrections if one.claim in own]
    bearing += [one for one in state.decisions if not own.isdisjoint(touched(one))]
    bearing += _rejected(known)
    if bearing:
        entries = tuple(_entry(known, one) for one in sorted(bearing, key=lambda one: one.row))
        yield Section(heading="Human judgements", blocks=entries)


def _entry(known: Known, one: Judgement | Correction | Decision) -> Entry:
    if isinstance(one, Standing):
        said = line(Part(known.words(one.claim), "quote"), Part(known.told(one.claim), "quiet"))
        return Entry(mark=f"row {one.row}", lines=(line(decided(one, known.short)), said, line(f"{one.by}: {one.why}")))
    if not isinstance(one, Judgement | Correction):
        return Entry(mark=f"row {one.row}", lines=(line(decided(one, known.short)), line(f"{one.by}: {reason(one)}")))
    by = f"{one.by}: {one.why}" if one.why else one.by
    if isinstance(one, Judgement):
        what = line(Part(one.verdict, "strong"), *(Part(known.short(each), "id") for each in (one.left, one.right)))
    else:
        before, after = (_json(value) for value in (_before(known, one), one.value))
        what = line(Part(known.short(one.claim), "id"), f"{one.field}: {before} → {after}")
    return Entry(mark=f"row {one.row}", lines=(what, line(by)))


def _rejected(known: Known) -> Iterator[Standing]:
    """The claims of the event's reports that somebody rejected: they are in no event, so they are shown here."""
    state, keys = known.release.state, set(known.event.documents)
    there = {claim.id for report in state.reports if report.id in keys for claim in report.claims}
    out = rejected(state)
    yield from (one for one in state.decisions if isinstance(one, Standing) and one.claim in out & there)


def _before(known: Known, correction: Correction) -> object:
    """What the field held as it was read; None where the claim as it was read is not kept."""
    at: object = msgspec.to_builtins(known.release.state.originals.get(correction.claim))
    for key in correction.field.split("."):
        if isinstance(at, dict):
            at = at.get(key)
        elif isinstance(at, list | tuple) and key.isdigit() and int(key) < len(at):
            at = at[int(key)]
        else:
            return None
    return at


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
