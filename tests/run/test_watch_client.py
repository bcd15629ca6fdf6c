"""Asking politely, over a server that misbehaves in every way there is."""

import gzip
import itertools
import time

import pytest
from misbehaving import Misbehaving, page

from sayso.run.watch.client import Client, Settings
from sayso.run.watch.connect import is_public
from sayso.run.watch.pace import Pace
from sayso.run.watch.trouble import FetchError, StoppedError

NOWHERE = "0.0.0.0"  # noqa: S104 -- asked for, not listened on
BODY = page("Shots were heard in Orvelo on 4 March 2026.")


@pytest.fixture
def server():
    with Misbehaving() as running:
        yield running


@pytest.fixture
def client():
    made = []

    def make(*, delay=0.0, seconds=5.0, most=1 << 20, allow_private=True, wait=None):
        pace = Pace(delay, time.time)
        settings = Settings("sayso/test (+desk@example.org)", most, seconds, allow_private)
        made.append(Client(settings, pace, wait or sleep_until, time.time))
        return made[-1]

    yield make
    for one in made:
        one.close()


def sleep_until(moment):
    time.sleep(max(0.0, moment - time.time()))


def refused(client, url):
    with pytest.raises(FetchError) as told:
        client.get(url)
    return told.value


def test_says_who_asks_and_reads_robots_txt_once(server, client):
    server.ways["/a"] = lambda one: one.say(200, BODY)
    ours = client()
    assert ours.get(server.url("/a")).body == BODY
    ours.get(server.url("/a"))
    assert server.headers["/a"]["User-Agent"] == "sayso/test (+desk@example.org)"
    assert server.asked == {"/robots.txt": 1, "/a": 2}


def test_what_has_not_changed_is_not_sent_again(server, client):
    server.ways["/a"] = lambda one: one.say_unless_known(BODY, '"7"', last_modified="Thu, 05 Mar 2026 08:00:00 GMT")
    first = client().get(server.url("/a"))
    again = client().get(server.url("/a"), first.headers["etag"], first.headers["last-modified"])
    assert (again.status, again.body) == (304, None)
    assert server.headers["/a"]["If-Modified-Since"] == "Thu, 05 Mar 2026 08:00:00 GMT"


@pytest.mark.parametrize(
    "way", [lambda one: one.packed(BODY), lambda one: one.chunked(BODY), lambda one: one.slowly(BODY, 0)]
)
def test_however_it_comes_the_body_is_the_same(server, client, way):
    server.ways["/a"] = way
    assert client().get(server.url("/a")).body == BODY


def test_a_body_without_a_length_ends_with_the_connection(server, client):
    def close(one):
        one.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + BODY)

    server.ways["/a"] = close
    assert client().get(server.url("/a")).body == BODY


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (lambda one: one.cut_off(BODY), "peer closed connection"),
        (lambda one: one.packed(BODY, cut=40), "cut off in the middle"),
        (lambda one: one.say(200, b"not packed", content_encoding="gzip"), "not packed as it says"),
        (lambda one: one.say(200, BODY, content_encoding="br"), "packed as br, which was not asked for"),
        (lambda one: one.say(500, b"no"), "answered 500 Internal Server Error"),
        (lambda one: one.say(403, b"no"), "answered 403 Forbidden"),
        (lambda one: one.endless_headers(), "RemoteProtocolError"),
        (lambda one: one.wfile.write(b"SSH-2.0-OpenSSH_9\r\n"), "RemoteProtocolError"),
        (lambda one: one.wfile.write(b""), "RemoteProtocolError"),
        (lambda one: one.say(302, location="/a"), "redirects in a ring"),
        (lambda one: one.say(302, location=one.path + "x"), "redirects more than 6 times"),
    ],
)
def test_what_may_be_better_next_time(server, client, way, told):
    server.ways = dict.fromkeys(["/a" + "x" * k for k in range(9)], way)
    fault = refused(client(), server.url("/a"))
    assert told in str(fault)
    assert not fault.never


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (lambda one: one.say(404), "answered 404"),
        (lambda one: one.say(410), "answered 410"),
        (lambda one: one.say(200, b"x" * (2 << 20)), "larger than 1024 KiB"),
        (lambda one: one.say(200, gzip.compress(bytes(64 << 20)), content_encoding="gzip"), "larger than 1024 KiB"),
        (lambda one: one.chunked(b"x" * (2 << 20), 1 << 16), "larger than 1024 KiB"),
        (lambda one: one.say(302, location="file:///etc/passwd"), "no address of the web"),
    ],
)
def test_what_is_not_asked_for_again(server, client, way, told):
    server.ways["/a"] = way
    fault = refused(client(), server.url("/a"))
    assert told in str(fault)
    assert fault.never


@pytest.mark.parametrize("way", [lambda one: one.slowly(BODY, 0.05), lambda one: time.sleep(2)])
def test_what_is_slow_is_given_its_time_and_no_more(server, client, way):
    server.ways["/a"] = way
    began = time.monotonic()
    assert "took longer than 0.5 seconds" in str(refused(client(seconds=0.5), server.url("/a")))
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_be_left_alone_is(server, client, status):
    server.ways["/busy"] = lambda one: one.say(status, retry_after="1")
    server.ways["/a"] = lambda one: one.say(200, BODY)
    ours = client()
    assert refused(ours, server.url("/busy")).after == 1.0
    began = time.monotonic()
    ours.get(server.url("/a"))
    assert time.monotonic() - began > 0.8, "all of the host is left alone"


def test_a_host_is_asked_no_sooner_than_its_delay(server, client):
    server.ways["/a"] = lambda one: one.say(302, location="/b")
    server.ways["/b"] = lambda one: one.say(200, BODY)
    client(delay=0.2).get(server.url("/a"))
    moments = [moment for moment, _ in server.when]
    assert len(moments) == 3, "robots.txt, and a redirect, count too"
    assert min(b - a for a, b in itertools.pairwise(moments)) > 0.19


def test_robots_txt_is_obeyed_also_where_a_redirect_leads(server, client):
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /kept-out\nCrawl-delay: 0.3\n"
    server.ways["/robots.txt"] = lambda one: one.say(200, rules)
    server.ways["/a"] = lambda one: one.say(302, location="/kept-out/x")
    server.ways["/b"] = lambda one: one.say(200, BODY)
    ours = client()
    fault = refused(ours, server.url("/a"))
    assert fault.never
    assert str(fault) == "robots.txt keeps robots away from it"
    ours.get(server.url("/b"))
    assert server.asked["/kept-out/x"] == 0
    (asked_a, _), (asked_b, _) = server.when[-2:]
    assert asked_b - asked_a > 0.29, "its Crawl-delay counts"


@pytest.mark.parametrize(("status", "open_"), [(404, True), (403, True), (500, False), (429, False)])
def test_without_robots_txt_all_is_open_but_not_where_it_cannot_be_had(server, client, status, open_):
    server.ways["/robots.txt"] = lambda one: one.say(status)
    server.ways["/a"] = lambda one: one.say(200, BODY)
    if open_:
        assert client().get(server.url("/a")).body == BODY
    else:
        assert "robots.txt: answered" in str(refused(client(), server.url("/a")))
        assert server.asked["/a"] == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", NOWHERE, "[::ffff:127.0.0.1]", "2130706433"])
def test_private_networks_are_refused_before_anything_is_sent(server, client, host):
    port = server.host.rpartition(":")[2]
    fault = refused(client(allow_private=False), f"http://{host}:{port}/a")
    assert "in a private network" in str(fault)
    assert fault.never
    assert server.asked == {}


def test_the_address_connected_to_is_checked_whatever_the_name_said_before(server, client, monkeypatch):
    """A name that answers with an open address first and with a private one when it is connected to."""
    from sayso.run.watch import connect

    answers = [["93.184.215.14"], ["10.0.0.7", "169.254.169.254"]]
    asked = []
    monkeypatch.setattr(connect, "_addresses", lambda host, port: asked.append(host) or answers.pop())
    fault = refused(client(allow_private=False), "http://rebinding.example/a")
    assert str(fault) == "rebinding.example is at 10.0.0.7, in a private network; --allow-private lets it in"
    assert asked == ["rebinding.example"], "and it is looked up once, by what connects"


def test_a_redirect_into_a_private_network_is_refused(server, client, monkeypatch):
    from sayso.run.watch import connect

    plain = connect.is_public
    port = int(server.host.rpartition(":")[2])
    monkeypatch.setattr(connect, "is_public", lambda one: one == "127.0.0.1" or plain(one))
    server.ways["/a"] = lambda one: one.say(302, location=f"http://127.0.0.2:{port}/metadata")
    assert "127.0.0.2, in a private network" in str(refused(client(allow_private=False), server.url("/a")))
    assert server.asked["/metadata"] == 0


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", NOWHERE, "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)  # fmt: skip
def test_private(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_public(address):
    assert is_public(address)


def test_a_wait_that_is_stopped_asks_nothing(server, client):
    def stop(_):
        raise StoppedError("asked to stop")

    with pytest.raises(StoppedError):
        client(wait=stop).get(server.url("/a"))
    assert server.asked == {}
