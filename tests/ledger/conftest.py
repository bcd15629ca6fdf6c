"""What the tests of the ledger share: reports of our own, and stores that hold them."""

import pytest

from sayso.core.document import Document
from sayso.core.row import START
from sayso.ledger.memory import MemoryStore
from sayso.ledger.sqlite import open_ledger
from sayso.run.adding import Adding
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

AT = "2026-03-06T12:00:00Z"
TEXTS = (
    "The army said at least 12 people were killed in Orvelo on 7 February 2018. A medic said 15 were injured.",
    "Police in Veldhamn said that two soldiers were killed on Sunday. The ministry denied it.",
    "The mayor said nobody was killed when the bridge was shelled on 3 March 2018.",
    "According to the governor, 40 people were killed in Port Lirena on 1 May 2017.",
)


def _document(number, **given):
    """One of four texts under the id of its number."""
    text = f"{TEXTS[number % 4]} Report {number}.".replace("12", str(12 + number // 4))
    return Document(
        **{"id": f"d{number}", "text": text, "published": "2018-03-05", "publisher": "Orvelo Post", **given}
    )


@pytest.fixture(scope="session")
def document():
    return _document


@pytest.fixture(scope="session")
def packs():
    return load_packs(["en"])


@pytest.fixture
def memory():
    return MemoryStore()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


@pytest.fixture
def sqlite(path):
    with open_ledger(str(path), "create") as store:
        yield store


@pytest.fixture
def adding(packs):
    """Add documents to a store, as `sayso add` does."""

    def add(store, *documents, at=AT, by="ada", every=None):
        run = Adding(store, packs, by, lambda last: max(at, last))
        for k, one in enumerate(documents):
            if run.knows(one):
                run.pass_over(one)
            else:
                run.add(read_document(one, packs))
            if every and k % every == 0:
                run.flush()
        run.flush()
        return run

    return add


@pytest.fixture
def filled(memory, adding, document):
    """A ledger of four reports."""
    adding(memory, *(document(k) for k in range(4)))
    assert memory.head() != START
    return memory
