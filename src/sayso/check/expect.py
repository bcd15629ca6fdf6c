"""A result line of a worked example, `=> «content» | by A < B | killing | killed 12..`, and a claim held against it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple, get_args

from sayso.check.fault import MalformedError
from sayso.check.marks import QUANTITY, check_date
from sayso.core.claim import Act, Basis, Casualty, Certainty, Claim, Confirmation, Effect, Kind, Link, Manner, Polarity
from sayso.core.quantity import Quantity
from sayso.reference.event_types import event_types

ARROW = "=>"
OWN = "own voice"
NOTHING = "nothing"
UNNAMED = "?"
PART = " … "
_NO_CASUALTIES = "no casualties"
_EDGE = " \t\r\n\u00a0\u202f\u2009.,;:!?…–—-\"'“”„‟‘’‚»«›‹()"
# the fields of two words, and the values that are allowed where not all are
_NAMED: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "act": get_args(Act),
    "manner": get_args(Manner),
    "basis": get_args(Basis),
    "when": (),
    "where": (),
    "role": (),
    "for": (),
    "id": (),
    "group": (),
    "by": (),
}


class Expected(NamedTuple):
    """One result line: where it stands, as written, and what each field given must be, in the notation of `actual`."""

    line: int
    written: str
    fields: Mapping[str, str]


def parse_line(written: str, line: int) -> Expected:
    """Read one result line; raises MalformedError where a field is unknown or given twice."""
    fields: dict[str, str] = {}
    casualties: list[str] = []
    for raw in written.removeprefix(ARROW).split(" | "):
        key, value = _field(" ".join(raw.split()), line)
        if key == "casualties" and value != NOTHING:
            casualties.append(value)
        elif key in fields:
            raise MalformedError(line, f"two fields say what the {key} is: {fields[key]!r} and {value!r}")
        else:
            fields[key] = value
    if casualties and "casualties" in fields:
        raise MalformedError(line, f"'{_NO_CASUALTIES}' beside {casualties[0]!r}")
    if casualties:
        fields["casualties"] = ", ".join(sorted(casualties))
    return Expected(line, written, fields)


def _field(field: str, line: int) -> tuple[str, str]:
    """What a field speaks of, and the value it gives that."""
    if field.startswith("«") and field.endswith("»"):
        return "content", _plain(field)
    bare = next((key for key, values in _bare() if field in values), None)
    if bare is not None:
        return bare, NOTHING if field == _NO_CASUALTIES else field
    key, _, value = field.partition(" ")
    if key in get_args(Effect) and (QUANTITY.fullmatch(value) or value == UNNAMED):
        return "casualties", field
    if key not in _NAMED or not value:
        raise MalformedError(line, f"cannot read the field {field!r}; fields are parted by ' | '")
    _check_value(key, value, line)
    return key, value


def _bare() -> Iterator[tuple[str, Container[str]]]:
    """The fields that are a word alone."""
    yield "by", (OWN,)
    yield "casualties", (_NO_CASUALTIES,)
    yield "certainty", get_args(Certainty)
    yield "polarity", get_args(Polarity)
    yield "confirmation", get_args(Confirmation)
    yield "type", event_types()


def _check_value(key: str, value: str, line: int) -> None:
    allowed = _NAMED[key]
    for one in value.split(" < ") if key == "kind" else (value,):
        if allowed and one not in (*allowed, NOTHING):
            raise MalformedError(line, f"no {key} named {one!r}; there are: {', '.join(allowed)}")
    if key == "when" and value != NOTHING:
        check_date(value, line)


def differences(expected: Expected, claim: Claim, text: str) -> Iterator[str]:
    """For each field given that the claim has otherwise: what was expected and what came."""
    for key, wanted in expected.fields.items():
        came = actual(claim, text)[key]
        if came != wanted:
            yield f"{key}: expected {wanted!r}, came {came!r}"


def actual(claim: Claim, text: str) -> dict[str, str]:
    """Every field that a result line can speak of, as it would be written there."""
    event, chain = claim.event, claim.attribution
    return {
        "content": _plain(PART.join(span.of(text) for span in claim.content)),
        "by": " < ".join(link.source.name or UNNAMED for link in chain) or OWN,
        "kind": " < ".join(link.source.kind for link in chain) or NOTHING,
        "act": _last(chain, lambda link: link.act),
        "manner": _last(chain, lambda link: link.manner),
        "role": _last(chain, lambda link: link.source.role),
        "for": _last(chain, lambda link: link.source.on_behalf_of),
        "id": _last(chain, lambda link: link.source.id),
        "type": event.type,
        "when": event.when.edtf if event.when else NOTHING,
        "basis": event.when.basis if event.when else NOTHING,
        "where": event.where.name if event.where else NOTHING,
        "casualties": ", ".join(sorted(_casualty(one) for one in claim.casualties)) or NOTHING,
        "group": (claim.casualties[0].group if claim.casualties else None) or NOTHING,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "confirmation": claim.confirmation or NOTHING,
    }


def render(claim: Claim, text: str) -> str:
    """A claim as a result line, ready to be pasted into an example."""
    came = actual(claim, text)
    fields = [f"«{came['content']}»", came["by"] if came["by"] == OWN else f"by {came['by']}"]
    fields += [f"act {came['act']}"] if claim.attribution else []
    fields.append(came["type"])
    fields += [f"{key} {came[key]}" for key in ("when", "where") if came[key] != NOTHING]
    fields += [_casualty(one) for one in claim.casualties]
    fields.append(came["certainty"])
    fields += ["negative"] if claim.polarity == "negative" else []
    fields += [claim.confirmation] if claim.confirmation else []
    return f"{ARROW} {' | '.join(fields)}"


def _last(chain: tuple[Link, ...], of: Callable[[Link], str | None]) -> str:
    return (of(chain[-1]) if chain else None) or NOTHING


def _casualty(one: Casualty) -> str:
    return f"{one.effect} {Quantity(low=one.low, high=one.high, approximate=one.approximate)}"


def _plain(content: str) -> str:
    """Content with white space folded, and without the punctuation at the edges of its parts."""
    return PART.join(" ".join(part.split()).strip(_EDGE) for part in content.split(PART))
