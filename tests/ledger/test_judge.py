"""What may be judged, and what is put right in a claim."""

import msgspec
import pytest

from sayso.core.claim import Casualty, Claim, Happening, Link, Source, When
from sayso.core.release import State
from sayso.core.report import Report
from sayso.core.span import Span
from sayso.core.trouble import LedgerError
from sayso.ledger.correct import corrected, field_of, value_of
from sayso.ledger.entry import Stamp
from sayso.ledger.find import claim_of
from sayso.ledger.fold import fold
from sayso.ledger.judge import Pair, compared, noted, retracted

ADA = Stamp("ada", "2026-03-06T12:00:00Z")
SPAN = (Span(0, 3),)


def claim(one="c1"):
    return Claim(
        id=one,
        content=SPAN,
        attribution=(
            Link(
                source=Source(name="the army", kind="organisation", span=SPAN), cue=SPAN, act="say", manner="indirect"
            ),
        ),
        polarity="positive",
        certainty="certain",
        confirmation=None,
        event=Happening(type="attack", span=SPAN, when=When(edtf="2018-02-07", span=SPAN, basis="explicit")),
        casualties=(
            Casualty(
                effect="killed", low=12, high=None, approximate=False, group="people", status="unknown", span=SPAN
            ),
        ),
    )


def state(*ids):
    report = Report(key="k", id="d", language="en", claims=tuple(claim(one) for one in ids))
    return State(head=1, at=None, documents={}, reports=(report,))


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("event.type", "shelling", "shelling"),
        ("event.when.edtf", "2018-02-08", "2018-02-08"),
        ("event.when.edtf", "2018", "2018"),
        ("event.when", "null", None),
        ("event.where", '{"name": "Orvelo", "span": null, "basis": "context"}', {"name": "Orvelo", "basis": "context"}),
        ("casualties.0.low", "13", 13),
        ("casualties.0.group", "12", "12"),
        ("casualties.0.group", "null", None),
        ("casualties.0.approximate", "true", True),
        ("attribution.0.source.name", "the navy", "the navy"),
        ("certainty", "probable", "probable"),
        ("confirmation", "disputed", "disputed"),
        ("casualties", "[]", []),
    ],
)  # fmt: skip
def test_a_field_is_put_right(field, written, value):
    given = value_of(claim(), field, written)
    put = corrected(claim(), field, given)
    at = msgspec.json.decode(msgspec.json.encode(put))
    for step in field.split("."):
        at = at[int(step) if isinstance(at, list) else step]
    assert at == value if not isinstance(value, dict) else value.items() <= at.items()
    assert corrected(put, field, given) == put


@pytest.mark.parametrize(
    ("field", "written", "message"),
    [
        ("id", "c2", "what names a claim is not corrected"),
        ("content", "[[0, 4]]", "what names a claim is not corrected"),
        ("", "x", "a claim has no field ''"),
        ("event.typ", "x", "event has no field 'typ'; it has type, span"),
        ("event.where.name", "Orvelo", "event.where is empty in this claim; give all of it at once"),
        ("event.type.x", "x", "event.type has no parts"),
        ("casualties.1.low", "3", "casualties has no '1'; it holds 1"),
        ("casualties.-1.low", "3", "casualties has no '-1'"),
        ("casualties.0.low", "many", "Expected `int | null`, got `str`"),
        ("casualties.0.low", "-1", "are no count of people"),
        ("casualties.0.high", "3", "are no count of people"),
        ("certainty", "sure", "Invalid enum value 'sure'"),
        ("event.type", "quarrel", "no event type 'quarrel'"),
        ("event.when.edtf", "Tuesday", "is not a date as EDTF writes it"),
        ("event.when", "{}", "missing required field"),
    ],
)
def test_what_does_not_fit_is_refused(field, written, message):
    with pytest.raises(LedgerError) as refused:
        value_of(claim(), field, written)
    assert message in str(refused.value)


def test_claims_by_what_a_person_types():
    there = state("abc123", "abd456", "e0abc9")
    assert claim_of(there, "abc123").id == "abc123"
    assert claim_of(there, "ABC").id == "abc123"
    assert claim_of(there, "eabd").id == "abd456"
    assert claim_of(there, "ee0abc9").id == "e0abc9"
    with pytest.raises(LedgerError, match=r"'ab' fits 2 claims \(abc123, abd456\)"):
        claim_of(there, "ab")
    with pytest.raises(LedgerError, match="fits 2 claims"):
        claim_of(state("abc", "eabd"), "eab")
    for nobody in ("x", "", "e", "abc1234"):
        with pytest.raises(LedgerError):
            claim_of(state("abc123", "f00"), nobody if nobody != "e" else "e9")


def test_a_judgement_is_about_two_claims_there_are():
    there = state("abc123", "abd456")
    entry = compared(there, Pair("abd", "eabc"), "same", " the same bridge ", ADA)
    assert entry.about == "abc123 abd456"
    assert msgspec.json.decode(entry.body)["why"] == "the same bridge"
    for pair, why in ((("abc", "xyz"), "x"), (("abc", "abc123"), "x"), (("abc", "abd"), " ")):
        with pytest.raises(LedgerError):
            compared(there, Pair(*pair), "same", why, ADA)


def test_what_is_taken_back_must_be_there(filled):
    with pytest.raises(LedgerError, match="no row 999"):
        retracted(filled, 999, "x", ADA)
    with pytest.raises(LedgerError, match="row 1 is a document; only a judgement or a correction"):
        retracted(filled, 1, "x", ADA)
    with pytest.raises(LedgerError, match="no row 0"):
        retracted(filled, 0, "x", ADA)


def test_a_note_is_about_a_claim_there_is(filled):
    with pytest.raises(LedgerError, match="no claim or event 'xyz'"):
        noted(fold(filled.rows()), "xyz", "hello", ADA)


def test_what_a_field_holds():
    assert field_of(claim(), "event.when.edtf") == "2018-02-07"
    assert field_of(claim(), "casualties.0.low") == 12
    assert field_of(claim(), "event.where.name") is None
    with pytest.raises(LedgerError, match="has no field"):
        field_of(claim(), "event.kind")
