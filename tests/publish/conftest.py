"""Reading made short for the tests of what is published."""

import pytest

from sayso.core.document import Document
from sayso.run.demo import bundled
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture(scope="session")
def reading(packs):
    def read(text, **fields):
        return read_document(Document(**{"id": "x", "text": text, "language": "en", **fields}), packs)

    return read


@pytest.fixture(scope="session")
def reports(packs):
    return [read_document(one, packs, with_mentions=True) for one in bundled()]
