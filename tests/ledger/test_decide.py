"""What a person decides of claims and events, and what the rows add up to: worked examples on a real reading."""

import msgspec
import pytest

from sayso.core.decided import codings_of, counted, notes_on, paired, rejected, reviewed, standings
from sayso.core.quote import Quote
from sayso.core.trouble import LedgerError
from sayso.ledger.correct import field_of
from sayso.ledger.decide import Form, added, arranged, coded, drafted, marked, parted, ruled
from sayso.ledger.decide import reviewed as review
from sayso.ledger.describe import described
from sayso.ledger.diff import difference
from sayso.ledger.draft import Draft, Figure
from sayso.ledger.entry import Stamp
from sayso.ledger.fold import fold
from sayso.ledger.judge import Pair, compared, noted, retracted
from sayso.ledger.mark import Marked
from sayso.ledger.verify import verify
from sayso.run.release import release

AT = "2026-03-06T12:00:00Z"
ADA, BO = Stamp("ada", AT), Stamp("bo", AT)


class Desk:
    """A ledger that decisions are written to, and what it adds up to after each."""

    def __init__(self, store):
        self.store = store

    def row(self, entry):
        return self.store.append([entry], after=self.store.head()).seq

    @property
    def state(self):
        return fold(self.store.rows())

    @property
    def release(self):
        return release(self.state)

    def event(self, claim):
        return next((one for one in self.release.events if claim in one.claims), None)

    def claim(self, one):
        return next(claim for report in self.state.reports for claim in report.claims if claim.id == one)

    def undo(self, seq, by=ADA):
        return self.row(retracted(self.store, seq, "taken back", by))


@pytest.fixture
def desk(filled):
    return Desk(filled)


@pytest.fixture
def told(desk):
    """One event's claim that counts people killed, from each of three reports."""
    return [
        next(claim.id for claim in report.claims if any(one.effect == "killed" for one in claim.casualties))
        for report in desk.state.reports
    ]


def bare(state):
    """A state but for the row it is as of."""
    return {field: getattr(state, field) for field in state.__struct_fields__ if field not in ("head", "at")}


def test_a_rejected_claim_enters_no_event_and_is_still_there(desk, told):
    assert desk.event(told[0]) is not None
    row = desk.row(ruled(desk.state, told[0], "reject", "a film is meant", ADA))
    state = desk.state
    assert desk.event(told[0]) is None
    assert told[0] in {claim.id for report in state.reports for claim in report.claims}
    assert told[0] not in {claim.id for report in counted(state) for claim in report.claims}
    assert (rejected(state), standings(state)[told[0]].why) == ({told[0]}, "a film is meant")
    assert described(list(desk.store.rows())[-1]) == f"{told[0]}: reject, because a film is meant"
    desk.undo(row)
    assert desk.event(told[0]) is not None


def test_the_later_ruling_on_a_claim_counts_and_undoing_it_brings_the_earlier_back(desk, told):
    desk.row(ruled(desk.state, told[0], "reject", "no", ADA))
    second = desk.row(ruled(desk.state, told[0], "accept", "yes", BO))
    assert (standings(desk.state)[told[0]].by, rejected(desk.state)) == ("bo", frozenset())
    desk.undo(second)
    assert rejected(desk.state) == {told[0]}


def test_events_are_merged_whole_and_parted_again(desk, told):
    one, other = desk.event(told[0]), desk.event(told[3])
    assert one != other
    merged = desk.row(arranged(desk.state, "merge", [one.claims, other.claims], "one attack", ADA))
    both = desk.event(told[0])
    assert set(both.claims) >= {*one.claims, *other.claims}
    apart = desk.row(arranged(desk.state, "apart", [one.claims, other.claims], "they are not", BO))
    assert desk.event(told[0]).claims == one.claims
    desk.undo(apart)
    assert desk.event(told[0]) == both
    desk.undo(merged)
    assert desk.event(told[0]) == one


def test_claims_are_split_off_as_an_event_of_their_own(desk, told):
    one, other = desk.event(told[0]), desk.event(told[3])
    desk.row(arranged(desk.state, "merge", [one.claims, other.claims], "one attack", ADA))
    whole = desk.event(told[0])
    stay, out = parted(whole, other.claims)
    row = desk.row(arranged(desk.state, "split", [stay, out], "two attacks", BO))
    assert desk.event(told[3]).claims == other.claims
    assert desk.event(told[0]).claims == one.claims
    desk.undo(row)
    assert desk.event(told[0]) == whole


def test_claims_of_one_sentence_are_split_and_stay_together_in_their_groups(desk):
    whole = next(one for one in desk.release.events if len(one.claims) > 1)
    stay, out = parted(whole, whole.claims[:1])
    desk.row(arranged(desk.state, "split", [stay, out], "two attacks", ADA))
    assert desk.event(out[0]).claims == out
    assert set(desk.event(stay[0]).claims) == set(stay)
    desk.row(arranged(desk.state, "merge", [stay, out], "one after all", ADA))
    assert set(desk.event(out[0]).claims) == set(whole.claims)


def test_a_merge_outlasts_the_rejection_of_any_of_its_claims(desk, told):
    one, other = desk.event(told[0]), desk.event(told[3])
    desk.row(arranged(desk.state, "merge", [[told[0]], [told[1]], [told[3]]], "one attack", ADA))
    desk.row(ruled(desk.state, told[0], "reject", "misread", ADA))
    assert desk.event(told[1]) == desk.event(told[3]), "though the first claim named held them together"
    assert one != other


def test_what_cannot_be_put_together_or_apart_is_refused(desk, told):
    event = desk.event(told[0])
    with pytest.raises(LedgerError, match="nothing to put together"):
        arranged(desk.state, "merge", [event.claims], "x", ADA)
    with pytest.raises(LedgerError, match="stands on both sides"):
        arranged(desk.state, "split", [event.claims, event.claims], "x", ADA)
    with pytest.raises(LedgerError, match="choose some of the claims"):
        parted(event, event.claims)
    with pytest.raises(LedgerError, match="is not in event"):
        parted(event, [told[3]])
    with pytest.raises(LedgerError, match="say why"):
        ruled(desk.state, told[0], "accept", " ", ADA)


def test_a_later_judgement_of_two_claims_goes_before_a_split_and_the_other_way_round(desk, told):
    desk.row(arranged(desk.state, "apart", [[told[0]], [told[1]]], "two", ADA))
    row = desk.row(compared(desk.state, Pair(told[0], told[1]), "same", "one", BO))
    assert [one.verdict for one in paired(desk.state)] == ["same"]
    desk.row(arranged(desk.state, "split", [[told[0]], [told[1]]], "two", ADA))
    assert [one.verdict for one in paired(desk.state)] == ["different"]
    desk.undo(row)
    assert [one.verdict for one in paired(desk.state)] == ["different"]


def test_an_event_is_reviewed_until_a_claim_comes_or_goes(desk):
    event = next(one for one in desk.release.events if len(one.claims) > 1)
    assert reviewed(desk.state, event) == "unreviewed"
    row = desk.row(review(event, "all read", ADA))
    assert reviewed(desk.state, desk.event(event.claims[0])) == "reviewed"
    desk.row(ruled(desk.state, event.claims[-1], "reject", "misread", BO))
    assert reviewed(desk.state, desk.event(event.claims[0])) == "changed"
    desk.undo(row)
    assert reviewed(desk.state, desk.event(event.claims[0])) == "unreviewed"


def test_each_coder_has_one_form_on_an_event_the_later_one(desk, told):
    event = desk.event(told[0])
    for stamp, best in ((ADA, 12), (BO, 13), (ADA, 14)):
        desk.row(coded(event, Form("ucdp", {"best": best}, {"best": (told[0],)}), "as told", stamp))
    found = codings_of(desk.state, event)
    assert [(one.by, one.values["best"]) for one in found] == [("bo", 13), ("ada", 14)]


def test_notes_stand_on_claims_and_on_events_and_are_taken_back(desk, told):
    event = desk.event(told[0])
    row = desk.row(noted(desk.state, event.id, "asked the mayor", ADA))
    desk.row(noted(desk.state, told[0], "see the film", BO))
    assert {(one.about, one.text) for one in notes_on(desk.state, event.claims)} == {
        (event.id, "asked the mayor"), (told[0], "see the film"),
    }  # fmt: skip
    desk.undo(row)
    assert [one.text for one in notes_on(desk.state, event.claims)] == ["see the film"]


def test_a_claim_the_reader_missed_counts_and_outlasts_another_reading(desk, told, adding, document):
    state = desk.state
    draft = Draft(
        content=Quote("The army said at least 12 people were killed"), source=Quote("The army"), kind="armed_group",
        type="shelling", date="2018-02-07", place=Quote("Orvelo"),
        figures=(Figure("killed", 12, None, words=Quote("at least 12")),),
    )  # fmt: skip
    row = desk.row(drafted(state, "d0", draft, "missed", ADA))
    new = next(iter(desk.store.rows(after=row - 1))).about
    claim = desk.claim(new)
    text = next(iter(state.documents.values())).text
    assert claim.content[0].of(text) == "The army said at least 12 people were killed"
    assert claim.attribution[0].source.span[0].of(text) == claim.attribution[0].source.name == "The army"
    assert claim.casualties[0].span[0].of(text) == "at least 12"
    assert desk.event(new) is not None
    reading = next(desk.store.rows(kind="reading"))
    body = msgspec.json.decode(reading.body)
    desk.row(ADA.entry("reading", reading.about, {**body, "claims": []}))
    assert [one.id for one in desk.state.reports[0].claims] == [new]
    with pytest.raises(LedgerError, match="added already"):
        added(desk.state, desk.state.reports[0].key, claim, "again", ADA)
    desk.undo(row)
    assert desk.state.reports[0].claims == ()


def test_a_claim_the_reader_found_is_rejected_and_not_taken_back(desk):
    row = next(desk.store.rows(kind="claim"))
    with pytest.raises(LedgerError, match="reject it instead"):
        retracted(desk.store, row.seq, "x", ADA)


@pytest.mark.parametrize(
    ("mark", "field", "value"),
    [
        (Marked("place", Quote("Orvelo")), "event.where.name", "Orvelo"),
        (Marked("source", Quote("A medic"), "witness"), "attribution.0.source.name", "A medic"),
        (Marked("date", Quote("7 February 2018"), "2018-02-07"), "event.when.edtf", "2018-02-07"),
        (Marked("figure", Quote("15 were injured"), "~15"), "casualties.0.approximate", True),
        (Marked("agent", Quote("The army")), "event.agents.0.name", "The army"),
    ],
)
def test_a_part_of_a_claim_is_put_right_by_words_of_the_report(desk, told, mark, field, value):
    desk.row(marked(desk.state, told[0], mark, "as it stands there", ADA))
    claim = desk.claim(told[0])
    assert field_of(claim, field) == value
    text = next(iter(desk.state.documents.values())).text
    spans = field_of(claim, field.rpartition(".")[0] + ".span")
    assert text[spans[0][0] : spans[0][1]] == mark.words.exact


def test_words_that_are_not_in_the_report_are_refused(desk, told):
    for words, message in (("Selvik", "does not stand in the report"), ("", "does not stand")):
        with pytest.raises(LedgerError, match=message):
            marked(desk.state, told[0], Marked("place", Quote(words)), "x", ADA)
    with pytest.raises(LedgerError, match="give the date"):
        marked(desk.state, told[0], Marked("date", Quote("Orvelo")), "x", ADA)
    with pytest.raises(LedgerError, match="no part 'mood'"):
        marked(desk.state, told[0], Marked("mood", Quote("Orvelo")), "x", ADA)


def test_undoing_a_decision_gives_back_the_very_state(desk, told):
    event = desk.event(told[0])
    before = bare(desk.state)
    entries = [
        ruled(desk.state, told[0], "reject", "x", ADA),
        arranged(desk.state, "merge", [[told[0]], [told[3]]], "x", ADA),
        review(event, "x", ADA),
        coded(event, Form("ucdp", {"best": 1}, {}), "x", ADA),
        noted(desk.state, told[0], "x", ADA),
        drafted(desk.state, "d0", Draft(content=Quote("A medic")), "x", ADA),
        marked(desk.state, told[0], Marked("place", Quote("Orvelo")), "x", ADA),
    ]
    for entry in entries:
        row = desk.row(entry)
        changed = bare(desk.state)
        assert changed != before
        back = desk.undo(row)
        assert bare(desk.state) == before
        desk.undo(back)
        assert bare(desk.state) == changed
        desk.undo(desk.store.head().seq)
        assert bare(desk.state) == before
    assert verify(desk.store).broken is None


def test_two_moments_differ_in_what_was_decided(desk, told):
    before = desk.release
    desk.row(ruled(desk.state, told[0], "reject", "x", ADA))
    found = difference(before, desk.release)
    assert [one.claim for one in found.decisions_new] == [told[0]]
    assert difference(desk.release, before).decisions_gone == found.decisions_new
