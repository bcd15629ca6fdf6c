"""What the commands about a ledger share: its options, opening it, and its state as of a moment."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.core.release import State
    from sayso.core.row import Entry
    from sayso.ledger.entry import Stamp
    from sayso.ledger.sqlite_file import Access
    from sayso.ledger.store import Store
    from sayso.run.record import When

DEFAULT = "sayso-ledger.db"

ledger_option = click.option(
    "--ledger",
    default=DEFAULT,
    show_default=True,
    envvar="SAYSO_LEDGER",
    show_envvar=True,
    metavar="FILE",
    help="The ledger: a file, or the address of a store that an installed package opens.",
)
as_of_option = click.option(
    "--as-of",
    metavar="DAY|ROW|TAG",
    help="What was known then: by the end of a day in UTC (2026-03-06), at a row (812), or at a tag.",
)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this user on this machine
        raise click.UsageError("--by: the system does not say who you are; give a name") from None


by_option = click.option(
    "--by",
    default=_user,
    show_default="your login name",
    envvar="SAYSO_BY",
    show_envvar=True,
    metavar="NAME",
    help="Who records this; it stands in every row.",
)


def _moment(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from sayso.core.trouble import LedgerError
    from sayso.run.moment import written

    try:
        return None if value is None else written(value)
    except LedgerError as fault:
        raise click.BadParameter(str(fault), ctx=context, param=parameter) from None


at_option = click.option(
    "--at",
    callback=_moment,
    metavar="MOMENT",
    help="The day or moment that is recorded, in UTC where it names no zone; now, if not given.",
)


def moments(at: str | None) -> When:
    """What gives each row its moment: the one given, or the clock."""
    from sayso.run.moment import after

    return after if at is None else lambda _: at


def record(ledger: str, make: Callable[[Store, Stamp], Entry], by: str, at: str | None) -> None:
    """Append the one row that `make` makes, and show it; ends the command where it is refused."""
    from sayso.cli.output import politely, show
    from sayso.ledger.describe import described
    from sayso.run.record import record as append

    with politely(), store_of(ledger, "append") as store, refusing():
        _, head = append(store, lambda stamp: [make(store, stamp)], by, moments(at))
        (row,) = store.rows(after=head.seq - 1, upto=head.seq)
        show(f"{ledger}: row {row.seq}, by {row.by}: {described(row)}\n")


def opened(ledger: str | Path, as_of: str | None) -> State:
    """What a ledger held at a moment, or holds now; ends the command, saying why, where that cannot be told."""
    from sayso.ledger.fold import fold

    with store_of(ledger, "read") as store, refusing():
        return fold(store.rows(upto=row_of(store, as_of)))


def row_of(store: Store, as_of: str | None) -> int | None:
    """The row that `--as-of` means, None where it was not given; ends the command where there is none."""
    from sayso.core.trouble import LedgerError
    from sayso.ledger.asof import as_of as row_at

    try:
        return None if as_of is None else row_at(store, as_of)
    except LedgerError as fault:
        raise click.UsageError(f"--as-of {as_of}: {fault}") from None


@contextmanager
def store_of(ledger: str | Path, access: Access) -> Iterator[Store]:
    """The ledger, closed at the end; ends the command where it cannot be opened."""
    from sayso.core.trouble import LedgerError
    from sayso.run.stores import open_store

    try:
        store = open_store(str(ledger), access)
    except LedgerError as fault:
        raise click.UsageError(f"--ledger {fault}") from None
    with store:
        yield store


@contextmanager
def refusing() -> Iterator[None]:
    """End the command with status 1 and a sober word where the ledger refuses."""
    from sayso.core.trouble import LedgerError

    try:
        yield
    except LedgerError as fault:
        raise click.ClickException(str(fault)) from None
