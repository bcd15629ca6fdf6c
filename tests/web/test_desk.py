"""Snapshots: small ledgers worked out at once, large ones in another process; ledgers that go and come back."""

import sqlite3
import time

import pytest

from sayso.core.trouble import LedgerError
from sayso.ledger.fold import fold
from sayso.ledger.judge import noted, tagged
from sayso.run.release import released
from sayso.run.stores import open_store
from sayso.web.ahead import work_ahead
from sayso.web.background import Background
from sayso.web.desk import Desk, Waiting
from sayso.web.parcel import packed, taken_in, unpacked
from sayso.web.settings import Settings
from sayso.web.snapshot import Snapshot
from sayso.web.view.known import all_parties, queued, rows


@pytest.fixture
def desk(ledger):
    """A desk that works out every state while it is asked."""
    yield (made := Desk(Settings(str(ledger), "Ada", (), at_once=10**6)))
    made.close()


@pytest.fixture
def large(ledger):
    """A desk to which the same ledger is a large one."""
    yield (made := Desk(Settings(str(ledger), "Ada", (), at_once=0)))
    made.close()


def note(desk, text="a remark"):
    snapshot = desk.now()
    claim = next(iter(snapshot.claims))
    return desk.append(lambda _, stamp: [noted(snapshot.release.state, claim, text, stamp)], "Ada")[1].seq


def patiently(ask, seconds=30):
    """Ask again until it is worked out."""
    end = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except Waiting:
            assert time.monotonic() < end
            time.sleep(0.02)


def test_what_is_recorded_is_in_the_next_snapshot(desk):
    before = desk.now()
    assert desk.now() is before
    row = note(desk)
    assert desk.now().row == row == before.row + 1


def test_a_moment_is_a_row_a_day_or_a_tag(desk):
    last = desk.now().row
    desk.append(lambda store, stamp: [tagged(store, "draft", 100, stamp)], "Ada")
    assert desk.then("100").row == 100
    assert desk.then("draft") is desk.then("100")
    assert desk.then("2026-03-06").row == last
    with pytest.raises(LedgerError, match="no tag"):
        desk.then("nonsense")


def test_a_large_ledger_is_worked_out_elsewhere_and_comes_out_the_same(desk, large):
    with pytest.raises(Waiting):
        large.now()
    made = patiently(large.now)
    assert made.release == desk.now().release
    with pytest.raises(Waiting):
        large.then("300")
    assert patiently(lambda: large.then("300")).release == desk.then("300").release


def test_a_large_ledger_is_shown_when_what_pages_ask_for_is_worked_out(ledger):
    ahead = []
    large = Desk(Settings(str(ledger), "Ada", (), at_once=0), ahead.append)
    try:
        assert ahead == [patiently(large.now)]
    finally:
        large.close()


def test_what_is_worked_out_ahead_is_at_hand(desk):
    snapshot = desk.now()
    work_ahead(snapshot)
    there = [snapshot.made(make) for make in (rows, all_parties, queued)]
    assert all(len(one) > 10 for one in there)
    assert len(vars(snapshot)["_made"]) == 6  # and none was made only now


def test_pages_go_on_with_the_last_state_while_a_newer_one_is_worked_out(large):
    before = patiently(large.now)
    row = note(large)
    assert large.now() is before
    end = time.monotonic() + 30
    while large.now().row < row:
        assert time.monotonic() < end
        time.sleep(0.02)
    after = large.now()
    assert after.release.events == before.release.events
    assert after.release.events[0] is before.release.events[0]  # and not another copy


def test_what_the_other_side_has_is_not_sent_again(ledger):
    with open_store(str(ledger), "read") as store:
        older, newer = (released(fold(store.rows(upto=row))) for row in (600, store.head().seq))
    first = packed(older, ())
    held = dict(pair for piece in first.pieces for pair in taken_in(piece))
    made, own = unpacked(first.contents, held)
    assert made == older
    second = packed(newer, own)
    sent = dict(pair for piece in second.pieces for pair in taken_in(piece))
    assert 0 < len(sent) < len(own) / 2
    assert unpacked(second.contents, {**own, **sent})[0] == newer


def test_a_ledger_that_is_gone_comes_back(client, ledger):
    away = ledger.with_name("away.db")
    ledger.rename(away)
    answer = client.get("/events")
    assert answer.status_code == 503
    assert "there is no such ledger" in answer.text
    assert "Nothing is lost" in answer.text
    away.rename(ledger)
    assert client.get("/events").status_code == 200


def test_a_ledger_that_is_locked_can_still_be_read(client, ledger):
    client.get("/events")
    lock = sqlite3.connect(ledger, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    assert client.get("/events").status_code == 200
    lock.close()


def test_another_ledger_in_the_place_of_the_first_is_noticed(client, ledger, tmp_path):
    assert "Orvelo" in client.get("/events").text
    other = tmp_path / "other.db"
    with open_store(str(other), "create"):
        pass
    other.replace(ledger)
    answer = client.get("/events")
    assert answer.status_code == 200
    assert "Orvelo" not in answer.text


def test_a_file_that_is_no_ledger_is_told(client, ledger):
    ledger.write_bytes(b"x" * 5000)
    answer = client.get("/events")
    assert answer.status_code == 503
    assert "is not a ledger" in answer.text


def test_a_moment_that_is_none_is_not_found(client):
    answer = client.get("/events", params={"as_of": "yesterday"})
    assert answer.status_code == 404
    assert "No such moment" in answer.text
    assert 'href="/events?as_of=yesterday"' not in answer.text


def test_a_state_being_worked_out_brings_the_page_back_by_itself(serve, browse, ledger):
    client = browse(serve(ledger=str(ledger), at_once=0))
    answer = client.get("/events")
    assert answer.status_code == 202
    assert "being worked out" in answer.text
    assert answer.headers["Refresh"] == "2"
    end = time.monotonic() + 30
    while client.get("/events").status_code == 202:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert "Orvelo" in client.get("/events").text


def test_a_fault_in_the_other_process_is_told(tmp_path):
    outcomes = []
    gone = str(tmp_path / "gone.db")
    background = Background(
        Settings(gone, "Ada", ()), list, lambda *outcome: outcomes.append(outcome), Snapshot.prepare
    )
    background.want(1)
    end = time.monotonic() + 30
    while not outcomes:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert "there is no such ledger" in str(outcomes[0][1])


def test_tags_lead_to_what_was_known_then(client, ledger):
    desk = Desk(Settings(str(ledger), "Ada", ()))
    desk.append(lambda store, stamp: [tagged(store, "first draft", 300, stamp)], "Ada")
    page = client.get("/about").text
    assert "/events?as_of=first+draft" in page
    assert "As it was known at row 300" in client.get("/events?as_of=first+draft").text
