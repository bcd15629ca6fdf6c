"""Adding: what is known is not read or added again, whatever the batches, and however many add at once."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.core.row import START
from sayso.core.trouble import HeadMovedError, LedgerError
from sayso.ledger.entry import Stamp, document_key, last_reading
from sayso.ledger.fold import fold
from sayso.ledger.memory import MemoryStore
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify
from sayso.run import adding as adding_module
from sayso.run import readers
from sayso.run.adding import Adding
from sayso.run.pipeline import read_document
from sayso.run.record import TRIES, record

AT = "2026-03-06T12:00:00Z"
slow = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


def test_rows_of_a_document_stand_together(filled):
    kinds = [row.kind for row in filled.rows()]
    parts = " ".join(kinds).split("reading")
    assert parts.pop() == ""
    assert len(parts) == 4
    assert all(part.split()[0] == "document" and set(part.split()[1:]) == {"claim"} for part in parts)
    assert {row.by for row in filled.rows()} == {"ada"}
    assert {row.at for row in filled.rows()} == {AT}


@slow
@given(numbers=st.lists(st.integers(0, 11), min_size=1, max_size=12), every=st.integers(1, 5))
def test_adding_twice_appends_nothing_and_batches_do_not_matter(adding, document, numbers, every):
    documents = [document(k) for k in numbers]
    whole, parted = MemoryStore(), MemoryStore()
    adding(whole, *documents)
    run = adding(parted, *documents, every=every)
    assert list(whole.rows()) == list(parted.rows())
    assert (run.new, run.again) == (len(set(numbers)), 0)
    assert run.known == len(numbers) - len(set(numbers))
    head = whole.head()
    run = adding(whole, *documents, at="2026-03-07T00:00:00Z")
    assert whole.head() == head == run.head
    assert (run.new, run.again, run.claims, run.known) == (0, 0, 0, len(numbers))
    rows = list(whole.rows())
    for upto in range(0, len(rows) + 1, 3):
        assert fold(whole.rows(upto=upto)) == fold(rows[:upto])


def test_what_is_known_is_not_read_again(filled, packs, document):
    run = Adding(filled, packs, "ada", lambda last: last)
    assert run.knows(document(0))
    assert not run.knows(document(0, text="Another text, with police and soldiers killed."))
    assert not run.knows(document(0, published="2018-03-06"))
    assert not run.knows(document(99))


def test_another_reader_reads_again(filled, adding, packs, document, monkeypatch):
    monkeypatch.setattr(readers, "__version__", "99.0")
    run = Adding(filled, packs, "ada", lambda last: last)
    assert not run.knows(document(0))
    before = len(list(filled.rows()))
    run.add(read_document(document(0), packs))
    run.flush()
    assert [row.kind for row in filled.rows()][before:] == ["reading"], "the claims are the same; who read them is not"
    assert run.knows(document(0))


def test_a_reading_that_differs_is_added(filled, packs, document):
    one = document(0)
    read = read_document(one, packs)
    other = read._replace(record=msgspec_replace(read.record, warnings=("something new",)))
    run = Adding(filled, packs, "bo", lambda last: last)
    head = filled.head()
    run.add(other)
    run.flush()
    assert (run.new, run.again, run.known, run.claims) == (0, 1, 0, 0)
    assert [row.kind for row in filled.rows(after=head.seq)] == ["reading"]
    assert last_reading(filled, document_key(one)).warnings == ("something new",)


def msgspec_replace(value, **given):
    import msgspec

    return msgspec.structs.replace(value, **given)


def test_batches_end_by_number_and_by_time(packs, document, monkeypatch):
    monkeypatch.setattr(adding_module, "BATCH", 3)
    store = MemoryStore()
    run = Adding(store, packs, "ada", lambda last: max(last, AT))
    run.add(read_document(document(0), packs))
    run.add(read_document(document(4), packs))
    assert store.head().seq > 0, "enough claims were waiting"
    monkeypatch.setattr(adding_module, "BATCH", 1000)
    monkeypatch.setattr(adding_module, "WAIT", -1.0)
    run.flush()
    head = store.head()
    run.add(read_document(document(1), packs))
    assert store.head().seq > head.seq, "a document waits only so long"


def test_two_add_at_once_and_nothing_is_lost(path, packs, document):
    def add(numbers):
        try:
            with open_ledger(str(path), "create") as store:
                run = Adding(store, packs, "ada", lambda last: max(last, AT))
                for k in numbers:
                    one = document(k)
                    if not run.knows(one):
                        run.add(read_document(one, packs))
                    run.flush()
        except BaseException as fault:  # noqa: BLE001 -- told below
            faults.append(fault)

    faults = []
    threads = [threading.Thread(target=add, args=(numbers,)) for numbers in (range(20), range(10, 30), range(30))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with open_ledger(str(path), "read") as store:
        assert verify(store).broken is None
        state = fold(store.rows())
        assert sorted(one.id for one in state.documents.values()) == sorted(f"d{k}" for k in range(30))
        abouts = [(row.kind, row.about) for row in store.rows()]
        assert len(set(abouts)) == len(abouts), "nothing is there twice"


class Busy(MemoryStore):
    """Another writer always comes first."""

    def append(self, entries, *, after):
        raise HeadMovedError("again")


def test_a_writer_gives_up_in_the_end():
    tried = []
    with pytest.raises(LedgerError, match="other writers came first"):
        record(Busy(), lambda stamp: tried.append(stamp) or [], "ada", lambda last: last or AT)
    assert tried == [Stamp("ada", AT)] * TRIES
    assert Busy().head() == START
