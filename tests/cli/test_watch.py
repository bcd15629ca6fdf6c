"""`sayso watch` as a user has it, over a server on this machine."""

import json
import signal
import time

import pytest
from misbehaving import ATOM, Misbehaving, feed, page

from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify

TEXT = "The army said at least {n} people were killed in Orvelo on 4 March 2026. A medic said that others were injured."
WAIT = 30


@pytest.fixture
def server():
    with Misbehaving() as running:
        yield running


@pytest.fixture
def site(server):
    """A feed of three reports; `site` is their texts, and may be changed."""
    texts = [TEXT.format(n=n) for n in (11, 12, 13)]

    def announce(one):
        said = [{"id": f"urn:{k}", "link": server.url(f"/{k}"), "title": text} for k, text in enumerate(texts)]
        one.say(200, feed(said), content_type=ATOM)

    server.ways["/feed"] = announce
    for k in range(3):
        server.ways[f"/{k}"] = lambda one, k=k: one.say(200, page(texts[k]))
    return texts


@pytest.fixture
def arguments(server, tmp_path):
    given = ("watch", server.url("/feed"), "--ledger", tmp_path / "a.db", "--by", "ada", "--allow-private")
    return (*given, "--delay", "0", "--language", "en", "--log", tmp_path / "log.jsonl")


@pytest.fixture
def watched(site, arguments, tmp_path):
    """What watches the site, and the ledger it adds to."""
    return arguments, tmp_path / "a.db"


@pytest.fixture
def log(tmp_path):
    def lines(event=None):
        path = tmp_path / "log.jsonl"
        found = [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []
        return [line for line in found if event in {None, line["event"]}]

    return lines


def test_once_takes_what_is_new_and_then_what_has_changed(sayso, site, arguments, log, tmp_path):
    done = sayso(*arguments, "--once")
    assert (done.exit_code, done.output) == (0, "")
    assert [line["event"] for line in log()] == ["started", "polled", "added", "added", "added", "done"]
    site[1] = TEXT.format(n=20)
    assert sayso(*arguments, "--once").exit_code == 0
    assert [line["event"] for line in log()[6:]] == ["started", "polled", "added", "done"]
    assert sayso("verify", "--ledger", tmp_path / "a.db").exit_code == 0
    address = log("added")[-1]["page"]
    assert "12 people were killed" in sayso("versions", address, "--ledger", tmp_path / "a.db").stdout


def test_a_page_that_is_no_report_of_ours_is_told_and_the_rest_are_in(sayso, site, server, arguments, log):
    server.ways["/0"] = lambda one: one.say(404)
    server.ways["/1"] = lambda one: one.say(200, b"\x00\x01\x02" * 400, content_type="application/octet-stream")
    assert sayso(*arguments, "--once").exit_code == 3
    assert [(line["page"], line["why"]) for line in log("lost")] == [(server.url("/0"), "answered 404 Not Found")]
    assert [line["page"] for line in log("unread")] == [server.url("/1")]
    assert [line["page"] for line in log("added")] == [server.url("/2")]


def test_what_fails_is_due_again_later(sayso, site, server, arguments, log):
    working = server.ways["/0"]
    server.ways["/0"] = lambda one: one.say(500)
    assert sayso(*arguments, "--once", "--retry", "100ms").exit_code == 3
    assert len(log("failed")) >= 1
    server.ways["/0"] = working
    time.sleep(0.5)
    assert sayso(*arguments, "--once").exit_code == 0
    assert len(log("added")) == 3


def test_a_new_ledger_gets_all_that_was_taken_before(sayso, site, arguments, log, tmp_path):
    assert sayso(*arguments, "--once").exit_code == 0
    (tmp_path / "a.db").unlink()
    assert sayso(*arguments, "--once").exit_code == 0
    assert len(log("added")) == 6
    assert sayso("verify", "--ledger", tmp_path / "a.db").exit_code == 0


def test_a_feed_that_is_none_is_told(sayso, server, arguments, log):
    server.ways["/feed"] = lambda one: one.say(200, page("Not a feed."))
    assert sayso(*arguments, "--once").exit_code == 3
    assert "feed" in log("failed")[0]["why"]


def test_private_addresses_are_refused_unless_allowed(sayso, site, server, arguments, log):
    assert sayso(*(one for one in arguments if one != "--allow-private"), "--once").exit_code == 3
    assert "in a private network; --allow-private lets it in" in log("failed")[0]["why"]
    assert not server.asked


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(process, watched, log, sent):
    arguments, ledger = watched
    running = process(*arguments, "--every", "1h")
    deadline = time.monotonic() + WAIT
    while len(log("added")) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    running.send_signal(sent)
    assert running.communicate(timeout=WAIT) == (b"", b"")
    assert running.returncode == 0
    assert log()[-1]["event"] == "stopped"
    with open_ledger(str(ledger), "read") as store:
        assert verify(store).broken is None


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--every", "soon"), "'soon' is no span of time; write it as 30s, 15m or 2h"),
        (("--contact", "dësk"), "--contact: give an address in plain ASCII"),
        (("nowhere.opml",), "nowhere.opml: no such file"),
    ],
)
def test_wrong_usage(sayso, arguments, more, told):
    done = sayso(*arguments, *more)
    assert done.exit_code == 2
    assert told in done.stderr
