"""The file of users: names, roles, and passwords as argon2 digests, in TOML. Read anew when it has changed.

Each entry is a table `[[user]]` with `name`, `role` and `password`; `sayso user add` writes them.
"""

from __future__ import annotations

import secrets
import threading
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from sayso.core.trouble import InputError
from sayso.core.value import Value
from sayso.web.person import Person, Role


class User(Value, kw_only=True):
    """One account; `password` is the argon2 digest of it."""

    name: str
    role: Role
    password: str

    @property
    def person(self) -> Person:
        """The user as one who judges."""
        return Person(self.name, self.role)


class _File(Value):
    user: tuple[User, ...] = ()


def read_users(path: Path) -> Mapping[str, User]:
    """The users of a file by name; raises InputError where it cannot be read or a name comes twice."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File)
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise InputError(f"{path}: {fault}") from None
    by_name = {one.name: one for one in found.user}
    if len(by_name) < len(found.user):
        raise InputError(f"{path}: a name comes twice")
    return MappingProxyType(by_name)


def write_users(path: Path, users: Iterable[User]) -> None:
    """Write a file of users, whole or not at all, for its owner's eyes only; raises InputError where that fails."""
    text = "# Who may use the workbench. `sayso user` writes this; passwords are argon2 digests.\n"
    for one in users:
        fields = (f"{key} = {_quoted(value)}" for key, value in msgspec.to_builtins(one).items())
        text += "\n[[user]]\n" + "\n".join(fields) + "\n"
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        beside.touch(0o600, exist_ok=False)
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise InputError(f"{path}: {fault.strerror}") from None


def _quoted(text: str) -> str:
    """A text as TOML has it in quotes: JSON's are the same, but for the delete character."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


class Users:
    """The users of a file as it is now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._users: Mapping[str, User] = {}
        self._lock = threading.Lock()

    def by_name(self) -> Mapping[str, User]:
        """Every user; raises InputError where the file cannot be read."""
        try:
            stat = self._path.stat()
        except OSError as fault:
            raise InputError(f"{self._path}: {fault.strerror}") from None
        now = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        with self._lock:
            if now != self._seen:
                self._users, self._seen = read_users(self._path), now
            return self._users
