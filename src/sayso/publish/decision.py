"""What a person decided, in a few words, other than of two claims or of a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.core.judgement import Addition, Arrangement, Coding, Decision, Note, Review, Standing

LISTED = 4  # claims of a group that are named one by one
_RULED = {"accept": "accepted", "reject": "rejected"}
_ARRANGED = {"merge": "one event", "split": "two events", "apart": "not the same event"}


def decided(one: Decision, short: Callable[[str], str] = str) -> str:
    """The decision without its author; `short` makes the id of a claim as long as it need be."""
    match one:
        case Standing():
            return f"{short(one.claim)}: {_RULED[one.verdict]}"
        case Arrangement():
            return f"{_ARRANGED[one.verdict]}: {' | '.join(_group(group, short) for group in one.groups)}"
        case Review():
            return f"{one.event}: reviewed, with {_counted(len(one.claims))}"
        case Coding():
            return f"{one.event}: coded by {one.scheme}"
        case Note():
            return f"{one.about}: note"
        case Addition():
            return f"{short(one.claim.id)}: added by hand"


def reason(one: Decision) -> str:
    """Why, or what a note says."""
    return one.text if isinstance(one, Note) else one.why


def _group(group: Sequence[str], short: Callable[[str], str]) -> str:
    """The claims of a group, a large one by its first."""
    if len(group) > LISTED:
        return f"{short(group[0])} and {len(group) - 1} more claims"
    return ", ".join(short(claim) for claim in group)


def _counted(number: int) -> str:
    return f"{number} {'claim' if number == 1 else 'claims'}"
