"""The gate: who is there, logging in and out. Without a file of users everybody who gets here is the one user."""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import NamedTuple

from sayso.web.guard.password import Passwords
from sayso.web.guard.session import Sessions
from sayso.web.guard.tries import Tries
from sayso.web.person import Person
from sayso.web.settings import Settings
from sayso.web.users import Users

OF_A_NAME = 10  # failures in a quarter of an hour
FROM_AN_ADDRESS = 50  # the same; a whole office may share one


class Login(NamedTuple):
    """What somebody gives to be let in, and the address they come from."""

    name: str
    password: str
    address: str


class Gate:
    """The people of one workbench. `secret` is what tokens of forms are made with."""

    def __init__(self, settings: Settings) -> None:
        self.secret = secrets.token_bytes(32)
        self._alone = Person(settings.by, "admin")
        self._users = Users(Path(settings.users)) if settings.users is not None else None
        self._sessions = Sessions(time.monotonic)
        self._by_name = Tries(OF_A_NAME, time.monotonic)
        self._by_address = Tries(FROM_AN_ADDRESS, time.monotonic)
        self._passwords = Passwords()

    @property
    def is_open(self) -> bool:
        """Whether there is one user and no login."""
        return self._users is None

    def person(self, cookie: str) -> Person | None:
        """Who is at the workbench under a cookie; their role is the one that the file of users has now."""
        if self._users is None:
            return self._alone
        name = self._sessions.name(cookie)
        user = self._users.by_name().get(name) if name is not None else None
        return None if user is None else user.person

    def wait(self, login: Login) -> float:
        """Seconds until a login may be tried; 0 where it may now."""
        return max(self._by_name.wait(login.name.casefold()), self._by_address.wait(login.address))

    def fits(self, login: Login) -> bool:
        """Whether name and password belong together; where not, it is counted."""
        user = self._users.by_name().get(login.name) if self._users is not None else None
        if self._passwords.fits(user.password if user else None, login.password):
            return True
        self._by_name.failed(login.name.casefold())
        self._by_address.failed(login.address)
        return False

    def begin(self, cookie: str, name: str) -> None:
        """Log somebody in under a new cookie."""
        self._sessions.begin(cookie, name)

    def end(self, cookie: str) -> None:
        """Log out."""
        self._sessions.end(cookie)
