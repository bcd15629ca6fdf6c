"""Taking bytes in as a file of some name would be."""

import io

from sayso.core.document import Document, Unread
from sayso.ingest.port import Place
from sayso.ingest.stream import opened
from sayso.ingest.take import Intake


def take(raw, name="given", limits=None, **columns):
    """All that comes of some bytes in a file of that name."""
    given = opened(Place(name), io.BytesIO(raw))
    return list(Intake(limits, columns).take(given, named=True))


def documents(raw, name="given", limits=None, **columns):
    """The documents that come of some bytes, where every one can be read."""
    found = [taken.one for taken in take(raw, name, limits, **columns)]
    assert all(isinstance(one, Document) for one in found), found
    return found


def errors(raw, name="given", limits=None, **columns):
    """The errors that come of some bytes, where nothing can be read."""
    found = [taken.one for taken in take(raw, name, limits, **columns)]
    assert all(isinstance(one, Unread) for one in found), found
    return [one.error for one in found]
