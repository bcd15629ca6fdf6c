"""What the workbench is told when it starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

PORT = 8377


class Settings(NamedTuple):
    """The ledger's address, the name under which a single user judges, and the addresses that the server answers to.

    `hosts` are the values of the Host header that are served, in lower case; `secure` says that people reach it by
    https. `users` is the path of the file of users, None for one user without a login. `families` maps outlets to
    their publisher, as in `sayso events`. A ledger of at most `at_once` rows is worked out while a page waits for it.
    """

    ledger: str
    by: str
    hosts: tuple[str, ...]
    secure: bool = False
    users: str | None = None
    families: Mapping[str, str] | None = None
    at_once: int = 5_000

    @property
    def url(self) -> str:
        """How people reach it."""
        return f"{'https' if self.secure else 'http'}://{self.hosts[0]}/"


def loopback(port: int) -> tuple[str, ...]:
    """The Host headers of a browser on the same machine."""
    return tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
