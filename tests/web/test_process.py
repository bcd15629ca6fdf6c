"""The command as a user starts it: where it is, how it ends, what it refuses."""

import os
import pty
import re
import select
import signal
import socket
import time

import httpx
import pytest

ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/")


@pytest.fixture
def sayso(process):
    """Start the command."""
    return process


def address_of(process):
    return ADDRESS.search(process.stdout.readline())[0].decode()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_quietly(sayso, ledger, ending):
    process = sayso("serve", "--ledger", ledger)
    address = address_of(process)
    assert "Orvelo" in httpx.get(address, follow_redirects=True).text
    process.send_signal(ending)
    assert b"Ctrl-C" in process.stdout.readline()
    assert process.wait(timeout=20) == 0
    assert process.stdout.read() == b""
    assert process.stderr.read() == b""


def test_the_next_free_port_is_taken_unless_one_is_asked_for(sayso, ledger):
    first, second = (sayso("serve", "--ledger", ledger) for _ in range(2))
    addresses = {address_of(first), address_of(second)}
    assert len(addresses) == 2
    port = httpx.URL(addresses.pop()).port
    third = sayso("serve", "--ledger", ledger, "--port", port)
    _, err = third.communicate(timeout=20)
    assert third.returncode == 1
    assert f"port {port} is taken".encode() in err


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 -- refused
def test_others_are_not_let_in_without_a_login(sayso, ledger, host):
    process = sayso("serve", "--ledger", ledger, "--host", host)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 1
    assert b"--users" in err


def test_a_ledger_that_is_not_there_is_told_at_once(sayso, tmp_path):
    process = sayso("serve", "--ledger", tmp_path / "none.db")
    _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert b"there is no such ledger" in err


def test_a_shared_workbench_is_reached_under_its_own_name(sayso, ledger, tmp_path):
    users = tmp_path / "people.toml"
    adding = sayso("user", "add", "Ada Brandt", "--role", "review", "--users", users)
    out, _ = adding.communicate(b"four words and then some\n", timeout=20)
    assert adding.returncode == 0
    assert b"Ada Brandt may review" in out
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--users", users, "--port", port, "--origin", "https://sayso.example.org")
    process = sayso("serve", "--ledger", ledger, *options)
    assert b"https://sayso.example.org/" in process.stdout.readline()
    answer = httpx.get(f"http://127.0.0.1:{port}/login", headers={"Host": "sayso.example.org"})
    assert answer.status_code == 200
    assert "Secure" in answer.headers["Set-Cookie"]


def test_the_demo_ends_in_the_workbench_at_a_terminal(sayso, tmp_path):
    outer, inner = pty.openpty()
    try:
        process = sayso("demo", "--output", tmp_path / "demo.html", stdin=inner, stdout=inner)
        seen = b""
        end = time.monotonic() + 120
        while not (found := ADDRESS.search(seen)):
            assert time.monotonic() < end
            if select.select([outer], [], [], 1)[0]:
                seen += os.read(outer, 65536)
        assert "Orvelo" in httpx.get(found[0].decode(), follow_redirects=True).text
        process.send_signal(signal.SIGINT)
        while process.poll() is None:
            assert time.monotonic() < end
            if select.select([outer], [], [], 0.1)[0]:
                os.read(outer, 65536)
        assert process.returncode == 0
        assert process.stderr.read() == b""
    finally:
        os.close(outer)
        os.close(inner)
