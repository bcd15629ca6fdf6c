"""The account of every bundled story, byte for byte.

After a change that is meant: pytest --update-golden, and read the diff.
"""

from pathlib import Path

import pytest

from sayso.core.document import Document
from sayso.ledger.memory import MemoryStore
from sayso.publish.events import events
from sayso.publish.sheet_markdown import markdown
from sayso.publish.sheet_text import text
from sayso.publish.terminal import Look
from sayso.run.account import account
from sayso.run.demo import bundled, released, stories
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

FOLDER = Path(__file__).parent
AT = "2026-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def packs():
    return load_packs()


@pytest.fixture(scope="module", params=stories())
def story(request, packs):
    documents = [one for one in bundled(request.param) if isinstance(one, Document)]
    reads = [read_document(one, packs) for one in documents]
    return request.param, released(reads, MemoryStore(), packs, lambda _: AT)


@pytest.fixture
def same(request):
    """Compare with a golden file, or write it."""

    def check(name, shown):
        path = FOLDER / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(shown.encode())
        assert path.is_file(), f"no {path.name} of this story yet: write it with pytest --update-golden, and read it"
        assert shown.encode() == path.read_bytes()

    return check


def test_events(story, same):
    name, release = story
    same(f"{name}/events.txt", text(events(release, release.events), Look()))


def test_account(story, same):
    name, release = story
    same(f"{name}/account.md", markdown(account(release, release.events[0].id)))


def test_nothing_stands_there_unasked():
    wanted = {f"{name}/{file}" for name in stories() for file in ("events.txt", "account.md")}
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*") if "__pycache__" not in path.parts}
    assert there <= wanted
