"""What is due when, which feeds are meant, and what a watch remembers."""

import datetime as dt
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.trouble import InputError, LedgerError
from sayso.ingest.feed import Entry, Feed
from sayso.run.watch.feeds import feeds
from sayso.run.watch.pace import Pace, host_of
from sayso.run.watch.schedule import LONGEST, LONGEST_ASKED, Job, Turn, next_poll, next_try, retry_after, turn
from sayso.run.watch.state import Announced, FeedState, WatchState
from sayso.run.watch.take import announced

OPML = """<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Desk</title></head><body>
<outline text="South"><outline type="rss" text="Harbour Post" xmlUrl="https://harbourpost.example/feed"/></outline>
<outline type="rss" text="Meridian" xmlUrl=" https://meridian.example/rss?x=1&amp;y=2 "/>
<outline type="rss" text="Harbour Post again" xmlUrl="https://harbourpost.example/feed"/>
</body></opml>"""
FEED = FeedState("https://a.example/feed", '"1"', None, 50.0, 0)
chances = st.floats(0, 1)


def test_feeds_of_opml_of_a_list_and_addresses(tmp_path):
    opml, plain = tmp_path / "feeds.opml", tmp_path / "feeds.txt"
    opml.write_text(OPML, "utf-8")
    plain.write_text("# ours\nhttps://c.example/feed  # the third\n\nhttps://harbourpost.example/feed\n", "utf-8")
    assert feeds([str(opml), str(plain), "https://d.example/atom"]) == [
        "https://harbourpost.example/feed",
        "https://meridian.example/rss?x=1&y=2",
        "https://c.example/feed",
        "https://d.example/atom",
    ]


BOMB = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><opml><outline xmlUrl="&b;"/></opml>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<opml><body/></opml>", "no feed in it"),
        ("<opml><body>", "not OPML"),
        (BOMB, "not OPML"),
        ("", "no feed in it"),
        ("https://a.example/\nharbourpost.example\n", ":2: 'harbourpost.example' is no address of a feed"),
        ('<opml><outline xmlUrl="file:///etc/passwd"/></opml>', "is no address of a feed"),
    ],
)
def test_a_file_without_feeds_is_named(tmp_path, text, told):
    path = tmp_path / "feeds"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as fault:
        feeds([str(path)])
    assert str(fault.value).startswith(str(path))
    assert told in str(fault.value)


def test_a_file_that_is_not_there():
    with pytest.raises(InputError, match="no such file; check the path, or begin an address with https://"):
        feeds(["nowhere.opml"])


def test_the_next_turn_is_the_first_that_its_host_lets_happen():
    jobs = [Job("page", "https://busy.example/1", 1.0), Job("page", "https://free.example/1", 5.0)]
    assert turn(jobs, lambda address: 9.0 if "busy" in address else 0.0) == Turn(jobs[1], 5.0)
    assert turn([], lambda _: 0.0) is None


def test_of_turns_that_could_be_now_the_longest_due_comes_first():
    jobs = [Job("feed", "https://a.example/feed", 3.0), Job("page", "https://a.example/1", 2.0)]
    assert turn(jobs, lambda _: 7.0) == Turn(jobs[1], 7.0)


@given(failures=st.integers(1, 200), chance=chances, first=st.floats(0.1, 3600))
def test_waits_grow_up_to_a_limit(failures, chance, first):
    wait = next_try(0.0, failures, first, chance)
    assert min(first, LONGEST) * 0.5 <= wait <= LONGEST
    assert wait <= next_try(0.0, failures + 1, first, chance)


@given(chance=chances)
def test_polls_spread_around_their_interval(chance):
    assert 90 <= next_poll(0.0, 100.0, chance) <= 110.1


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("99999999999999999999", LONGEST_ASKED),
        ("Fri, 06 Mar 2026 12:01:00 GMT", 60.0),
        ("Fri, 06 Mar 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        (None, None),
    ],
)
def test_retry_after(said, seconds):
    assert retry_after(said, dt.datetime(2026, 3, 6, 12, 0, tzinfo=dt.UTC).timestamp()) == seconds


def test_a_host_has_its_own_delay_once_it_says_so():
    pace = Pace(2.0, lambda: 100.0)
    pace.asked("a.example")
    pace.slow("b.example", 30.0)
    pace.asked("b.example")
    pace.hold("a.example", 1.0)
    assert [pace.free_at(host) for host in ("a.example", "b.example", "c.example")] == [102.0, 130.0, 0.0]
    assert host_of("https://me:secret@A.example:8080/x") == "a.example:8080"


@pytest.fixture
def state(tmp_path):
    with WatchState(tmp_path / "a-watch.db") as made:
        yield made


def entry(name, mark="1", key=None):
    return Announced(name, mark, key or f"a.example/{name}", f"https://a.example/{name}", "{}")


def test_what_is_new_or_changed_is_due(state):
    assert state.polled(FEED, [entry("x"), entry("y")], 10.0) == (2, 0)
    assert state.polled(FEED, [entry("x"), entry("y", "2")], 20.0) == (0, 1)
    assert [(page.address, page.at) for page in state.pages("due")] == [
        ("https://a.example/x", 10.0),
        ("https://a.example/y", 20.0),
    ]


def test_a_page_in_two_feeds_is_due_once(state):
    state.polled(FEED, [entry("x")], 10.0)
    state.done(state.pages("due")[0], "taken")
    assert state.polled(FEED._replace(address="https://b.example/feed"), [entry("x", "other")], 20.0) == (0, 0)
    assert state.pages("due") == []


def test_from_due_to_held_to_taken(state):
    state.polled(FEED, [entry("x")], 10.0)
    (page,) = state.pages("due")
    state.put_off(page, 40.0)
    (page,) = state.pages("due")
    assert (page.at, page.failures) == (40.0, 1)
    held = page._replace(raw="0" * 64, final="https://a.example/y", charset="utf-8", etag='"2"')
    state.hold(held)
    assert state.pages("held") == [held._replace(stage="held")]
    state.done(held, "taken")
    assert [len(state.pages(stage)) for stage in ("due", "held", "taken")] == [0, 0, 1]


def test_it_remembers(tmp_path):
    for _ in range(2):
        with WatchState(tmp_path / "b-watch.db") as made:
            made.polled(FEED, [entry("x")], 10.0)
            assert made.feeds([FEED.address])[FEED.address] == FEED
            assert len(made.pages("due")) == 1


def test_two_watches_do_not_work_on_one_ledger(state, tmp_path):
    with pytest.raises(LedgerError, match="another watch works on it; stop that first"):
        WatchState(tmp_path / "a-watch.db")


def test_another_file_is_no_state(tmp_path):
    (tmp_path / "c-watch.db").write_bytes(b"something else entirely " * 20)
    with pytest.raises(LedgerError, match="is not the state of a watch"):
        WatchState(tmp_path / "c-watch.db")


def test_the_mark_of_an_entry_differs_when_anything_in_it_does():
    one = Entry(
        id="urn:1", link="https://a.example/x?utm_source=rss", title="A blast", published=None, updated="2026-03-05",
        author=None, summary="", content="",
    )  # fmt: skip
    other = msgspec.structs.replace(one, updated="2026-03-06")
    nowhere = msgspec.structs.replace(one, link=None)
    first, second = announced(Feed(title="The Harbour Post", link=None, entries=(one, other, nowhere)))
    assert first.mark != second.mark
    assert (first.key, first.address) == ("a.example/x", "https://a.example/x?utm_source=rss")
    assert json.loads(first.about)["publisher"] == "The Harbour Post"
