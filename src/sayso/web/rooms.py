"""The rooms of the workbench as the navigation has them."""

from __future__ import annotations

from typing import NamedTuple

from sayso.web.person import Role
from sayso.web.visit import Visit
from sayso.web.words import text


class Room(NamedTuple):
    """Its name in English, its address, the key that leads there after `g`, and who may enter."""

    name: str
    path: str
    key: str
    role: Role


ROOMS = (
    Room(text("Events"), "/events", "e", "read"),
    Room(text("Sources"), "/sources", "s", "read"),
    Room(text("Review"), "/review", "r", "read"),
    Room(text("Coding"), "/coding", "c", "read"),
    Room(text("Paste"), "/paste", "p", "review"),
    Room(text("About"), "/about", "a", "read"),
)


def rooms(visit: Visit) -> list[Room]:
    """The rooms that a visitor may enter."""
    return [one for one in ROOMS if visit.person is not None and visit.person.may(one.role)]
