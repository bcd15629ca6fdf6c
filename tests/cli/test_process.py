"""The command as its own process: pipes that close, Ctrl-C, terminals."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

TEXT = "The army said at least 12 people were killed in Aleppo on 7 February 2018. "
WAIT = 60

posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals as POSIX has them")


@pytest.fixture
def long(tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text("".join(json.dumps({"id": f"d{k}", "text": TEXT * 20}) + "\n" for k in range(20_000)), "utf-8")
    return path


@posix
@pytest.mark.parametrize(("output", "jobs"), [(False, 1), (True, 1), (False, 2)])
def test_ctrl_c_leaves_whole_lines(process, long, tmp_path, output, jobs):
    path = tmp_path / "out.jsonl"
    with path.open("wb") as stream:
        where = ["--output", path] if output else []
        command = ("read", long, "--format", "jsonl", "--jobs", jobs, *where)
        running = process(*command, stdout=stream, start_new_session=True)
        deadline = time.monotonic() + WAIT
        while path.stat().st_size < 50_000 and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: every process hears it
        _, told = running.communicate(timeout=WAIT)
    assert running.returncode == 130
    assert told.decode() == "sayso: stopped; what was written is whole\n"
    raw = path.read_bytes()
    assert raw.endswith(b"}\n")
    ids = [json.loads(line)["id"] for line in raw.splitlines()]
    assert ids == [f"d{k}" for k in range(len(ids))]
    assert 0 < len(ids) < 20_000


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_wait_for_standard_input(process, jobs):
    running = process("read", "-", "--format", "jsonl", "--jobs", jobs)
    running.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
    running.stdin.flush()
    assert running.stdout.readline().endswith(b"}\n")  # a line comes as soon as it is read
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=WAIT) == 130
    assert running.stdout.read() == b""
    assert running.stderr.read() == b"sayso: stopped; what was written is whole\n"


@posix
def test_ctrl_c_writes_no_page(process, long, tmp_path):
    page = tmp_path / "page.html"
    running = process("read", long, "--format", "html", "--output", page)
    deadline = time.monotonic() + WAIT
    while not list(tmp_path.glob(".page.html.*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=WAIT)
    assert running.returncode == 130
    assert told.decode() == "sayso: stopped; no page was written\n"
    assert [path.name for path in tmp_path.iterdir()] == ["long.jsonl"]


@pytest.mark.parametrize(
    "command", [["read", "--format", "jsonl"], ["read"], ["read", "--jobs", "2"], ["why", "--all"]]
)
def test_a_pipe_that_closes_ends_it_quietly(process, long, command):
    running = process(*command, long)
    assert running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(timeout=WAIT) == 0


@posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_command(process, long, how):
    running = process("read", "--jobs", "2", long, "--format", "jsonl")
    assert running.stdout.readline()
    running.send_signal(how)
    _, told = running.communicate(timeout=WAIT)  # both pipes end when nobody holds them any more
    assert (running.returncode, told) == (-how, b"")


def test_no_progress_where_standard_error_is_no_terminal(process, report):
    running = process("read", report)
    assert running.communicate(timeout=WAIT)[1] == b""
    assert running.returncode == 0


def through_terminal(start, *, out):
    """What a terminal is shown on standard error, and on standard output where that is one too."""
    import pty

    ours, theirs = pty.openpty()
    running = start(stderr=theirs, **({"stdout": theirs} if out else {}))
    os.close(theirs)
    shown, stopped = b"", False
    try:
        while part := os.read(ours, 65536):
            shown += part
            if not out and not stopped and b"left" in shown:
                running.send_signal(signal.SIGINT)
                stopped = True
    except OSError:  # Linux says so when the other end is gone
        pass
    os.close(ours)
    running.wait(timeout=WAIT)
    return shown.decode()


@posix
def test_progress_on_a_terminal(process, long):
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- a device, not a path
        shown = through_terminal(
            lambda **tty: process("read", long, "--format", "jsonl", **{"stdout": nowhere, **tty}), out=False
        )
    assert " of 20,000 documents · " in shown
    assert shown.rstrip().endswith("\x1b[Ksayso: stopped; what was written is whole")


@posix
def test_colours_on_a_terminal(process, report, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1;36mThe army\x1b[0m" in through_terminal(lambda **tty: process("read", report, **tty), out=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in through_terminal(lambda **tty: process("read", report, **tty), out=True)


@posix
def test_memory_stays_flat(tmp_path):
    """Five thousand documents more take no more memory."""
    peaks = []
    for count in (500, 5_500):
        path = tmp_path / f"{count}.jsonl"
        path.write_text("".join(json.dumps({"id": f"d{k}", "text": TEXT}) + "\n" for k in range(count)), "utf-8")
        code = (
            "import resource, sys; from sayso.cli import main\n"
            "try: main()\n"
            "except SystemExit: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, "read", "--format", "jsonl", str(path)], capture_output=True, check=True
        )
        assert done.stdout.count(b"\n") == count
        peaks.append(int(done.stderr))
    unit = 1 if sys.platform == "darwin" else 1024
    assert (peaks[1] - peaks[0]) * unit < 4_000_000
