"""Claims of a few words of report, for tests of what is concluded from them."""

import pytest

from sayso.claim import claims
from sayso.core.document import Document
from sayso.read import read
from sayso.run.packs import load_packs


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture(scope="session")
def told(packs):
    """The claims of a report; published on Thursday 7 March 2024 unless it is said when."""

    def tell(text, published="2024-03-07", language="en"):
        document = Document(id="x", text=text, published=published)
        return [claim for claim, _ in claims(read(document, packs[language]))]

    return tell
