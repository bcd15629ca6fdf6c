"""The options of the test run, and what tests of several folders share."""

import os
import subprocess
import sys

import pytest
from hypothesis import settings

# An example may take as long as it takes: the first waits for tables to load, and tests run side by side
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew instead of comparing with them"
    )


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
