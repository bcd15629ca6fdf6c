"""A small gazetteer, and what is read with it."""

from pathlib import Path

import pytest

from sayso.core.document import Document
from sayso.reference.gazetteer import Gazetteer
from sayso.reference.gazetteer.write import Row, write
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

ATLAS = Path(__file__).parent / "atlas.tsv"


def rows():
    for line in ATLAS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            ident, kind, country, *inside, lat, lon, population, capital, names = line.split("\t")
            country, admin1, admin2 = (None if one == "-" else one for one in (country, *inside))
            named = tuple(name.strip() for name in names.split(","))
            point = float(lat), float(lon)
            yield Row(ident, *point, kind, country or "", admin1, admin2, int(population), named, capital == "yes")


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture(scope="session")
def atlas(tmp_path_factory):
    path = tmp_path_factory.mktemp("atlas") / "atlas.sqlite"
    write(rows(), path)
    gazetteer = Gazetteer([path])
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def read(packs, atlas):
    def read(text, language="en", *, gazetteer=atlas, **fields):
        document = Document(id="x", text=text, language=language, **fields)
        return read_document(document, packs, gazetteer=gazetteer, with_mentions=True)

    return read


@pytest.fixture(scope="session")
def places(read):
    """The places a report mentions: name as written, id, precision."""

    def places(text, language="en", **fields):
        mentions = read(text, language, **fields).record.mentions
        return [(one["span"][0].of(text), one["id"], one["precision"]) for one in mentions if one["kind"] == "place"]

    return places
