"""What the tests of the commands share."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from sayso.cli import main, session
from sayso.run.packs import load_packs


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture
def sayso(packs, monkeypatch):
    """Run the command in this process, with packs that are loaded once for all tests."""
    monkeypatch.setattr(session, "packs_on_demand", lambda: packs)

    def run(*args, stdin=None):
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return run


@pytest.fixture
def process():
    """Start the command as a user would; ended at the end, whatever comes."""
    started = []

    def start(*args, **more):
        env = {**os.environ, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "sayso", *map(str, args)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        started.append(subprocess.Popen(command, env=env, **pipes))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.wait()
        for pipe in (one.stdin, one.stdout, one.stderr):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("The army said at least 12 people were killed in Aleppo on 7 February 2018.\n", "utf-8")
    return path
