"""Reading in several processes: the order kept, so far ahead at most, and what happens where one is lost."""

import os
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import ident

from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError, SaysoError, WorkerError
from sayso.ingest.port import Place, Taken
from sayso.run.many import crew as crews
from sayso.run.many.crew import Crew
from sayso.run.many.inflow import Inflow
from sayso.run.many.line import LONG, TOGETHER, Line
from sayso.run.many.turn import Alone
from sayso.run.many.worker import Setup
from sayso.run.one import Done, With
from sayso.run.packs import packs_on_demand

WAIT = 30
TEXT = "The army said at least 12 people were killed in Orvelo on 7 February 2018."


posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def taken(name, text=TEXT):
    return Taken(Document(id=name, text=text, language="en"), Place("a.jsonl", 1), "jsonl")


def unread(name):
    return Taken(Unread(id=name, error="no text"), Place("a.jsonl", 1), "jsonl")


def never(_):
    return False


# --- the line ---


def through(line, batch):
    line.answer(batch, [Done("en", document.id) for document in batch.documents])


@given(st.data())
def test_whatever_is_answered_first_the_order_is_kept(data):
    kinds = data.draw(st.lists(st.sampled_from(["read", "skipped", "unread"]), max_size=40))
    line, sent, out = Line(), [], []
    for number, kind in enumerate(kinds):
        line.enter(unread(str(number)) if kind == "unread" else taken(str(number)), skipped=kind == "skipped")
    while batch := line.batch(hurry=True):
        sent.append(batch)
    for batch in data.draw(st.permutations(sent)):
        through(line, batch)
        while turn := line.next():
            out.append(turn)
    while turn := line.next():
        out.append(turn)
    assert [turn.taken.one.id for turn in out] == [str(number) for number in range(len(kinds))]
    assert [turn.skipped for turn in out] == [kind == "skipped" for kind in kinds]
    assert [turn.done().made for turn, kind in zip(out, kinds, strict=True) if kind == "read"] == [
        str(number) for number, kind in enumerate(kinds) if kind == "read"
    ]
    assert not line


def test_few_or_short_documents_are_sent_in_a_hurry_alone():
    line = Line()
    assert line.batch(hurry=True) is None
    line.enter(taken("a"))
    assert line.batch(hurry=False) is None
    assert [one.id for one in line.batch(hurry=True).documents] == ["a"]
    for number in range(TOGETHER + 1):
        line.enter(taken(str(number)))
    assert len(line.batch(hurry=False).documents) == TOGETHER
    assert line.batch(hurry=False) is None
    line.enter(taken("long", "x" * LONG))
    assert [one.id for one in line.batch(hurry=False).documents] == [str(TOGETHER), "long"]


def test_a_fault_in_a_pack_is_raised_at_its_turn():
    line = Line()
    line.enter(taken("a"))
    line.answer(line.batch(hurry=True), [PackError("words.tsv:3: no")])
    with pytest.raises(PackError, match="words"):
        line.next().done()


# --- taking in ---


def test_no_more_is_taken_in_than_there_is_room_for():
    given_out = []

    def endless():
        while True:
            given_out.append(taken(str(len(given_out)), "x" * 100))
            yield given_out[-1]

    for room in ({"documents": 3, "size": 10_000}, {"documents": 1000, "size": 350}):
        given_out.clear()
        inflow = Inflow(endless(), **room)
        time.sleep(0.1)
        come, ended = inflow.come()
        assert (len(come), ended) == (3, False)
        assert len(given_out) == 4  # one waits at the door
        inflow.leave(come[0])
        assert inflow.bell.poll(WAIT)
        assert inflow.come() == ([given_out[3]], False)
        inflow.close()


def test_one_document_alone_always_has_room():
    inflow = Inflow([taken("big", "x" * 100)], documents=1, size=10)
    assert inflow.bell.poll(WAIT)
    assert len(inflow.come()[0]) == 1
    inflow.close()


def test_what_taking_in_raises_comes_after_what_it_gave():
    def failing():
        yield taken("a")
        raise SaysoError("a fault")

    inflow = Inflow(failing(), documents=9, size=10_000)
    come, ended = [], False
    while not ended:
        assert inflow.bell.poll(WAIT)
        more, ended = inflow.come()
        come += more
    assert [one.one.id for one in come] == ["a"]
    with pytest.raises(SaysoError, match="a fault"):
        inflow.end()
    inflow.close()


def test_a_stream_that_lets_wait_holds_nobody_up():
    waiting = threading.Event()

    def slow():
        waiting.wait(WAIT)
        yield taken("a")

    inflow = Inflow(slow(), documents=9, size=10_000)
    begun = time.monotonic()
    inflow.close()
    assert time.monotonic() - begun < WAIT / 2
    waiting.set()


# --- processes ---


def setup(make=ident, reader="grammar"):
    return Setup((), reader, mentions=False, make=make)


def test_several_give_what_one_gives():
    found = [taken(f"d{number}", TEXT * (1 + number % 7)) for number in range(60)]
    found[20] = taken("fails")
    found[30] = unread("u")
    found[40] = taken("elsewhere", "Bonjour.")._replace(one=Document(id="e", text="Bonjour.", language="fr"))

    def skip(one):
        return one.id == "d50"

    alone = Alone(With(packs_on_demand()), ident)
    want = [(turn.taken, turn.done()) for turn in alone.each(found, skip) if not skip(turn.taken.one)]
    with Crew(2, setup()) as crew:
        assert crew.begin() == (alone.by, None)
        got = list(crew.each(iter(found), skip))
    assert [turn.taken for turn in got] == found
    assert [turn.taken.one.id for turn in got if turn.skipped] == ["d50"]
    assert [(turn.taken, turn.done()) for turn in got if not turn.skipped] == want
    assert "sayso failed on this text (IndexError: far out)" in got[20].done().error


@posix
def test_a_process_that_is_killed_is_told_and_not_waited_for():
    with Crew(2, setup()) as crew:
        crew.begin()
        turns = crew.each([taken("a"), taken("dies")], never)
        with pytest.raises(WorkerError, match=r"was killed by signal 9 somewhere from a.jsonl:1 to a.jsonl:1"):
            list(turns)


def test_a_process_that_ends_before_it_begins_is_told():
    with Crew(1, setup()) as crew:
        crew._workers[0].process.kill()
        with pytest.raises(WorkerError, match="before it began"):
            crew.begin()


def test_processes_that_cannot_be_started_are_told(monkeypatch):
    def full(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(crews.multiprocessing.get_context("spawn").Process, "start", full)
    with pytest.raises(WorkerError, match="use fewer --jobs"), Crew(2, setup()):
        pass


@posix
def test_nothing_is_left_where_reading_is_broken_off():
    with Crew(2, setup()) as crew:
        crew.begin()
        turns = crew.each((taken(str(number)) for number in range(1000)), never)
        next(turns)
        pids = [worker.process.pid for worker in crew._workers]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert "intake" not in [thread.name for thread in threading.enumerate()]
