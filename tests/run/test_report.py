"""What the ledger keeps of a reading: its claims and names."""

from sayso.core.document import Document
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.report import report


def test_a_report_has_its_claims_and_names():
    document = Document(id="d", text="Three people were killed in Varsk, police said.", language="en", title="Varsk")
    found = report(read_document(document, load_packs(["en"])), "key")

    assert (found.key, found.id, found.title) == ("key", "d", "Varsk")
    assert [name.name for name in found.names] == ["varsk"]
    assert len(found.claims) == 1
