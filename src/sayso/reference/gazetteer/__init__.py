"""The gazetteer: names of places in every language, in one SQLite file."""

from sayso.reference.gazetteer.key import key
from sayso.reference.gazetteer.store import Gazetteer

__all__ = ["Gazetteer", "key"]
