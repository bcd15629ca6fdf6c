"""What rows add up to."""

import msgspec
import pytest

from sayso.core.document import Document
from sayso.core.row import Entry
from sayso.core.trouble import LedgerError
from sayso.ledger.entry import Stamp, document_key
from sayso.ledger.fold import fold
from sayso.ledger.judge import Mend, Pair, compared, noted, put_right, retracted, tagged

AT = "2026-03-06T12:00:00Z"
ADA, BO = Stamp("ada", AT), Stamp("bo", AT)


@pytest.fixture
def append(filled):
    def one(entry):
        return filled.append([entry], after=filled.head()).seq

    return one


def ids(state):
    return [claim.id for report in state.reports for claim in report.claims]


def claim(state, one):
    return next(claim for report in state.reports for claim in report.claims if claim.id == one)


def test_nothing_adds_up_to_nothing(memory):
    state = fold(memory.rows())
    assert (state.head, state.at, state.documents, state.reports) == (0, None, {}, ())


def test_documents_reports_and_claims(filled):
    state = fold(filled.rows())
    assert state.head == filled.head().seq
    assert state.at == AT
    assert [one.id for one in state.documents.values()] == ["d0", "d1", "d2", "d3"]
    assert [report.key for report in state.reports] == list(state.documents)
    assert all(document_key(state.documents[report.key]) == report.key for report in state.reports)
    assert len(set(ids(state))) == len(ids(state)) > 4


def test_a_prefix_is_the_state_as_of_its_last_row(filled):
    rows = list(filled.rows())
    for n in range(len(rows) + 1):
        assert fold(rows[:n]) == fold(filled.rows(upto=n))


def test_a_newer_reading_takes_the_place_of_the_older(filled, append):
    row = list(filled.rows(kind="reading"))[-1]
    body = msgspec.json.decode(row.body)
    body["claims"] = body["claims"][:1]
    append(Entry(kind="reading", about=row.about, body=msgspec.json.encode(body).decode(), by="ada", at=AT))
    report = fold(filled.rows()).reports[-1]
    assert [one.id for one in report.claims] == body["claims"]


def test_other_particulars_take_the_place_of_the_document(filled, adding, document):
    adding(filled, document(0, title="Twelve dead in Orvelo"))
    state = fold(filled.rows())
    assert len(state.documents) == 4
    assert [one.title for one in state.documents.values() if one.id == "d0"] == ["Twelve dead in Orvelo"]
    assert len(set(ids(state))) == len(ids(state))


def test_another_text_under_an_id_is_another_document(filled, adding, document):
    adding(filled, document(0, text="Nine people were killed in Orvelo on 7 February 2018, the army said."))
    assert [one.id for one in fold(filled.rows()).documents.values()].count("d0") == 2


def test_the_later_of_two_judgements_counts(filled, append):
    state = fold(filled.rows())
    left, right, *_ = ids(state)
    append(compared(state, Pair(left, right), "same", "one", ADA))
    second = append(compared(state, Pair(right, "e" + left), "different", "two", BO))
    (judgement,) = fold(filled.rows()).judgements
    assert (judgement.left, judgement.right) == tuple(sorted((left, right)))
    assert (judgement.verdict, judgement.by, judgement.why, judgement.row) == ("different", "bo", "two", second)


def test_a_judgement_taken_back_is_as_if_never_made(filled, append):
    state = fold(filled.rows())
    left, right, *_ = ids(state)
    first = append(compared(state, Pair(left, right), "same", "one", ADA))
    second = append(compared(state, Pair(left, right), "different", "two", ADA))
    gone = append(retracted(filled, second, "wrong", BO))
    assert [one.row for one in fold(filled.rows()).judgements] == [first]
    with pytest.raises(LedgerError, match="taken back already"):
        retracted(filled, second, "again", BO)
    append(retracted(filled, gone, "right after all", BO))
    assert [one.row for one in fold(filled.rows()).judgements] == [second]
    assert [one.row for one in fold(filled.rows(upto=gone - 1)).judgements] == [second]
    assert [one.row for one in fold(filled.rows(upto=gone)).judgements] == [first]


def test_a_correction_is_seen_and_the_claim_as_read_kept(filled, append):
    state = fold(filled.rows())
    one = next(claim for report in state.reports for claim in report.claims if claim.casualties)
    first = append(put_right(state, Mend(one.id, "casualties.0.low", "3"), "misread", ADA))
    state = fold(filled.rows())
    assert claim(state, one.id).casualties[0].low == 3
    assert state.originals == {one.id: one}
    assert [(each.claim, each.field, each.value, each.row) for each in state.corrections] == [
        (one.id, "casualties.0.low", 3, first)
    ]
    append(retracted(filled, first, "it was right", ADA))
    state = fold(filled.rows())
    assert claim(state, one.id) == one
    assert (state.corrections, state.originals) == ((), {})


def test_a_correction_falls_with_the_one_it_rests_on_and_comes_back_with_it(filled, append):
    state = fold(filled.rows())
    one = next(claim for report in state.reports for claim in report.claims if claim.event.where is None)
    where = '{"name": "Orvelo", "span": null, "basis": "context"}'
    first = append(put_right(state, Mend(one.id, "event.where", where), "named in the title", ADA))
    second = append(put_right(fold(filled.rows()), Mend(one.id, "event.where.name", "Orvela"), "new name", ADA))
    assert claim(fold(filled.rows()), one.id).event.where.name == "Orvela"
    gone = append(retracted(filled, first, "it is not", ADA))
    assert fold(filled.rows()).corrections == ()
    assert claim(fold(filled.rows()), one.id) == one
    append(retracted(filled, gone, "it is", ADA))
    assert [each.row for each in fold(filled.rows()).corrections] == [first, second]


def test_tags_and_notes(filled, append):
    last = filled.head().seq
    append(tagged(filled, "draft", None, ADA))
    append(noted(fold(filled.rows()), ids(fold(filled.rows()))[0], "asked the ministry", ADA))
    assert fold(filled.rows()).tags == {"draft": last}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("claim", "{}"),
        ("reading", "no JSON"),
        ("document", '{"id": "a"}'),
        ("tag", '{"seq": "1"}'),
        ("judgement", "[]"),
    ],
)
def test_a_row_without_sense_is_named(filled, append, kind, body):
    seq = append(Entry(kind=kind, about="x", body=body, by="ada", at=AT))
    with pytest.raises(LedgerError, match=f"row {seq}: its body is not that of a {kind}"):
        fold(filled.rows())


def test_a_reading_without_its_claims_is_named(filled):
    rows = [row for row in filled.rows() if row.kind != "claim"]
    with pytest.raises(LedgerError, match="which no row before it holds"):
        fold(rows)


def test_a_document_may_stand_without_a_reading(memory):
    one = Document(id="a", text="…")
    memory.append([ADA.entry("document", document_key(one), one)], after=memory.head())
    state = fold(memory.rows())
    assert (list(state.documents), state.reports) == ([document_key(one)], ())


@pytest.fixture
def read_again(filled):
    """A newer reading of the first report, in which its first claim is another."""

    def again(*, keep=True, **changed):
        state = fold(filled.rows())
        report = state.reports[0]
        old = state.originals.get(report.claims[0].id, report.claims[0])
        new = msgspec.structs.replace(old, id="new", **changed)
        row = next(filled.rows(kind="reading", about=report.key))
        body = msgspec.json.decode(row.body)
        body["claims"] = ["new", *body["claims"][1:]] if keep else []
        entries = [ADA.entry("claim", "new", {"document": report.key, "claim": new})] if keep else []
        filled.append([*entries, ADA.entry("reading", report.key, body)], after=filled.head())
        return old, new

    return again


def test_a_judgement_follows_its_claims_into_a_newer_reading(filled, append, read_again):
    state = fold(filled.rows())
    first, *_, other = ids(state)
    row = append(compared(state, Pair(first, other), "same", "one", ADA))
    read_again(certainty="possible")
    (judgement,) = fold(filled.rows()).judgements
    assert sorted((judgement.left, judgement.right)) == sorted(("new", other))
    assert judgement.row == row
    read_again(keep=False)
    (judgement,) = fold(filled.rows()).judgements
    assert sorted((judgement.left, judgement.right)) == sorted((first, other)), "where nothing says it any more"


def test_two_claims_read_as_one_need_no_judgement(filled, append):
    state = fold(filled.rows())
    report = state.reports[0]
    one, other = report.claims[:2]
    append(compared(state, Pair(one.id, other.id), "same", "one", ADA))
    both = msgspec.structs.replace(one, id="both", content=(*one.content, *other.content))
    append(ADA.entry("claim", "both", {"document": report.key, "claim": both}))
    body = msgspec.json.decode(next(filled.rows(kind="reading", about=report.key)).body)
    append(ADA.entry("reading", report.key, {**body, "claims": ["both"]}))
    assert fold(filled.rows()).judgements == ()


def test_a_correction_follows_where_the_field_is_read_as_before(filled, append, read_again):
    state = fold(filled.rows())
    one = state.reports[0].claims[0]
    append(put_right(state, Mend(one.id, "event.type", "shelling"), "guns, not bombs", ADA))
    _, new = read_again(certainty="possible")
    state = fold(filled.rows())
    assert claim(state, "new").event.type == "shelling"
    assert claim(state, "new").certainty == "possible"
    assert state.originals == {"new": new}
    assert [each.claim for each in state.corrections] == ["new"]


def test_a_correction_falls_where_the_field_is_gone(filled, append, read_again):
    state = fold(filled.rows())
    one = next(iter(state.reports[0].claims))
    append(put_right(state, Mend(one.id, "casualties.0.group", "guards"), "named in the title", ADA))
    read_again(casualties=())
    assert fold(filled.rows()).corrections == ()


def test_a_correction_falls_where_the_reader_has_mended_it_itself(filled, append, read_again):
    state = fold(filled.rows())
    one = state.reports[0].claims[0]
    append(put_right(state, Mend(one.id, "event.type", "shelling"), "guns, not bombs", ADA))
    read_again(event=msgspec.structs.replace(one.event, type="drone_strike"))
    state = fold(filled.rows())
    assert claim(state, "new").event.type == "drone_strike"
    assert (state.corrections, state.originals) == ((), {})
