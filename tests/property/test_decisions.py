"""What must hold of decisions whatever people decide, in whatever order."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from made import claim, report

from sayso.core.claim import Reader
from sayso.core.decided import paired, rejected
from sayso.core.document import Document
from sayso.ledger.decide import arranged, ruled
from sayso.ledger.entry import Reported, Stamp, document_key, entries_of
from sayso.ledger.fold import fold
from sayso.ledger.judge import retracted
from sayso.ledger.memory import MemoryStore
from sayso.run.pipeline import NO_PACK
from sayso.run.release import release

ADA = Stamp("ada", "2026-03-06T12:00:00Z")
PLACES = ("Selvik", "Tavno", "Orvelo")
DAYS = ("2024-03-05", "2024-03-06", "2024-06-01")


def filled():
    """A ledger of nine reports, three for each of three events, each with two claims."""
    store, read = MemoryStore(), []
    for number in range(9):
        told = [
            claim("office police", type="shelling", on=DAYS[number % 3], at=PLACES[number % 3], killed=str(3 + number)),
            claim("organisation hospital", type="shelling", on=DAYS[number % 3], at=PLACES[number % 3], injured="2"),
        ]
        document = Document(id=f"Outlet {number}", text="Shells hit the town.", published="2024-06-02")
        one = report(f"Outlet {number}", *told, published="2024-06-02")
        one = msgspec.structs.replace(one, key=document_key(document))
        reader = Reader(version="1", mode="grammar", pack=NO_PACK)
        read.append(Reported(document=document, report=one, reader=reader, warnings=()))
    store.append(list(entries_of(store, read, ADA)), after=store.head())
    return store


FILLED = list(filled().rows())
IDS = [row.about for row in FILLED if row.kind == "claim"]


def ledger():
    store = MemoryStore()
    entries = [ADA.entry(row.kind, row.about, msgspec.json.decode(row.body)) for row in FILLED]
    store.append(entries, after=store.head())
    return store


@st.composite
def decisions(draw):
    """A ruling on a claim, or two groups of claims put together or apart."""
    if draw(st.booleans()):
        return ("rule", draw(st.sampled_from(IDS)), draw(st.sampled_from(["accept", "reject"])))
    chosen = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=8, unique=True))
    cut = draw(st.integers(1, len(chosen) - 1))
    return ("arrange", (chosen[:cut], chosen[cut:]), draw(st.sampled_from(["merge", "split", "apart"])))


def entry(state, decision):
    kind, what, verdict = decision
    return ruled(state, what, verdict, "x", ADA) if kind == "rule" else arranged(state, verdict, what, "x", ADA)


def appended(store, made):
    return store.append([made], after=store.head()).seq


def bare(state):
    """What a state says, but for the numbers of its rows."""
    return [msgspec.structs.replace(one, row=0) for one in (*state.decisions, *state.judgements)], state.reports


@settings(max_examples=40)
@given(st.lists(decisions(), max_size=5), decisions())
def test_undo_gives_back_the_very_state(before, more):
    store = ledger()
    for one in before:
        appended(store, entry(fold(store.rows()), one))
    state = fold(store.rows())
    row = appended(store, entry(state, more))
    appended(store, retracted(store, row, "x", ADA))
    assert msgspec.structs.replace(fold(store.rows()), head=state.head) == state


@settings(max_examples=40)
@given(st.lists(decisions(), max_size=6))
def test_what_is_rejected_enters_no_event_and_what_is_parted_never_meets(made):
    store = ledger()
    for one in made:
        appended(store, entry(fold(store.rows()), one))
    state = fold(store.rows())
    apart = [(one.left, one.right) for one in paired(state) if one.verdict == "different"]
    out = rejected(state)
    for event in release(state).events:
        told = set(event.claims)
        used = {claim for estimate in event.estimates for claim in estimate.used}
        assert not out & (told | used | {claim for voice in event.voices for claim in voice.claims})
        assert not any({left, right} <= told for left, right in apart)


@settings(max_examples=40)
@given(st.lists(decisions(), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_unrelated_decisions_may_come_in_any_order(made, random):
    def claims(one):
        return {one[1]} if one[0] == "rule" else {claim for group in one[1] for claim in group}

    unrelated = [one for k, one in enumerate(made) if not any(claims(one) & claims(other) for other in made[:k])]
    shuffled = random.sample(unrelated, len(unrelated))
    states = []
    for order in (unrelated, shuffled):
        store = ledger()
        for one in order:
            appended(store, entry(fold(store.rows()), one))
        states.append(fold(store.rows()))
    first, second = (bare(state) for state in states)
    assert sorted(map(repr, first[0])) == sorted(map(repr, second[0]))
    assert first[1] == second[1]
    assert release(states[0]).events == release(states[1]).events


@settings(max_examples=40)
@given(st.lists(st.sampled_from(IDS), min_size=2, max_size=8, unique=True))
def test_what_is_merged_with_nothing_against_it_is_one_event(chosen):
    store = ledger()
    appended(store, arranged(fold(store.rows()), "merge", [chosen[:1], chosen[1:]], "x", ADA))
    events = [event for event in release(fold(store.rows())).events if set(chosen) & set(event.claims)]
    assert len(events) == 1
