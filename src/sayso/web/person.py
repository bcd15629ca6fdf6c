"""Who is at the workbench, and what each role may do."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["read", "review", "admin"]
ROLES: tuple[Role, ...] = ("read", "review", "admin")  # each may also do what those before it may


class Person(NamedTuple):
    """A name, as rows of the ledger have it under `by`, and a role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the person may do what takes this role."""
        return ROLES.index(self.role) >= ROLES.index(role)
