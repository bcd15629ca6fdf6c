"""`sayso user`: who may use a workbench."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.web.users import User

ROLES = ("read", "review", "admin")

users_option = click.option(
    "--users",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    envvar="SAYSO_USERS",
    show_envvar=True,
    metavar="FILE",
    help="The file of users.",
)


@click.group()
def user() -> None:
    """Say who may use a workbench that several people share.

    The file holds a name, a role and a digest of the password for each. A workbench that runs takes up changes at once.

    \b
    Roles, each with what those before it may:
      read    look at everything
      review  judge, correct, comment, paste
      admin   the same; kept for what only some may do

    \b
    Examples:
      sayso user add "Ada Brandt" --role review --users people.toml
      sayso user list --users people.toml
      sayso user remove "Ada Brandt" --users people.toml
      sayso serve --users people.toml

    Exit status: 0 done, 1 the file could not be read or written, or such a user is there already, or is not, 2 wrong
    usage.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are


@user.command()
@click.argument("name")
@users_option
@click.option("--role", type=click.Choice(ROLES), required=True, help="What the user may do.")
@click.option("--again", is_flag=True, help="Give a user who is there already this role and a new password.")
def add(name: str, *, users: Path, role: str, again: bool) -> None:
    """Add a user. The password is asked for, or taken from a line of standard input where that is no terminal."""
    import msgspec

    from sayso.web.guard.password import LEAST, MOST, Passwords
    from sayso.web.users import User

    name = name.strip()
    if not name or not name.isprintable():
        raise click.UsageError("NAME: give a name that can be read; it stands in every row the user records")
    with _refusing():
        there = _users(users)
        if name in there and not again:
            raise click.ClickException(f"{users}: {name} is there already; --again gives a new role and password")
        password = _password()
        if not LEAST <= len(password) <= MOST:
            raise click.UsageError(
                f"the password must have {LEAST} characters or more; four or five words make a good one"
            )
        made = msgspec.convert({"name": name, "role": role, "password": Passwords().digest(password)}, User)
        _write(users, {**there, name: made})
    click.echo(f"{users}: {name} may {role}")


@user.command()
@click.argument("name")
@users_option
def remove(name: str, *, users: Path) -> None:
    """Take a user out of the file. What they recorded stays in the ledger under their name."""
    with _refusing():
        there = dict(_users(users))
        if there.pop(name, None) is None:
            named = f"there are: {', '.join(sorted(there))}" if there else "there is none"
            raise click.ClickException(f"{users}: no user {name!r}; {named}")
        _write(users, there)
    click.echo(f"{users}: {name} is out")


@user.command("list")
@users_option
def listed(*, users: Path) -> None:
    """List the users and their roles."""
    with _refusing():
        for one in _users(users).values():
            click.echo(f"{one.role:8}{one.name}")


def _users(path: Path) -> Mapping[str, User]:
    from sayso.web.users import read_users

    return read_users(path) if path.exists() else {}


def _write(path: Path, users: Mapping[str, User]) -> None:
    from sayso.web.users import write_users

    write_users(path, users.values())


def _password() -> str:
    """What is typed, twice and unseen, at a terminal; else the first line of standard input."""
    import sys

    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _refusing() -> Iterator[None]:
    from sayso.cli.extra import needing
    from sayso.core.trouble import InputError

    with needing("web"):
        try:
            yield
        except InputError as fault:
            raise click.ClickException(str(fault)) from None
