"""Passwords: only their argon2 digests are kept, and comparing takes as long for a name that nobody has."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

LEAST = 10  # characters of a password
MOST = 1000
_AT_ONCE = 2  # each takes 64 MiB for a moment


class Passwords:
    """Makes digests and compares."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._nobody = ""
        self._room = threading.Semaphore(_AT_ONCE)

    def digest(self, password: str) -> str:
        """The digest to keep of a password."""
        with self._room:
            return self._hasher.hash(password)

    def fits(self, digest: str | None, password: str) -> bool:
        """Whether a password is the one of a digest; None stands for a name that nobody has."""
        if len(password) > MOST:
            return False
        if digest is None:
            self._nobody = self._nobody or self.digest("nobody has this password")
        try:
            with self._room:
                self._hasher.verify(digest or self._nobody, password)
        except (Argon2Error, InvalidHashError):
            return False
        return digest is not None
