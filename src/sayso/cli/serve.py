"""`sayso serve`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.families import families_option
from sayso.cli.ledger import by_option, ledger_option

if TYPE_CHECKING:
    from sayso.web.settings import Settings


@click.command()
@ledger_option
@by_option
@families_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="NUMBER", help="The port; 8377, or the next that is free."
)
@click.option(
    "--users",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="SAYSO_USERS",
    show_envvar=True,
    metavar="FILE",
    help="Who may log in, as `sayso user` writes it. Without it there is one user, and no login.",
)
@click.option(
    "--origin",
    metavar="URL",
    help="How people reach the workbench where that is not the address it listens at: https://sayso.example.org.",
)
@click.option("--open", "show", is_flag=True, help="Open a browser at it.")
def serve(
    *,
    ledger: str,
    by: str,
    families: Mapping[str, str] | None,
    host: str,
    port: int | None,
    users: Path | None,
    origin: str | None,
    show: bool,
) -> None:
    """Read, judge and correct a ledger in the browser. Ctrl-C ends it.

    It answers only on this machine unless --host says otherwise, and that takes --users: whoever can reach it could
    read every report and judge. Nothing that a page needs comes from elsewhere. What is decided in the browser is a row
    of the ledger like any other, by --by or by whoever logged in.

    \b
    Examples:
      sayso serve
      sayso serve --ledger syria.db --open
      sayso user add "Ada Brandt" --role review --users people.toml
      sayso serve --users people.toml --host 0.0.0.0 --origin https://sayso.example.org

    Exit status: 0 ended by Ctrl-C or a signal to end, 1 the port is taken or something is missing, 2 wrong usage or no
    ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.extra import needing
    from sayso.cli.ledger import store_of
    from sayso.core.trouble import InputError

    with needing("web"):
        from sayso.web.listen import Address, listen, settings_for
        from sayso.web.serving import run

        with store_of(ledger, "read"):  # so that a slip in its name is told here and not in the browser
            pass
        try:
            address = Address(host, port, origin)
            with listen(address, users) as socket:
                settings = settings_for(address, socket, ledger=ledger, by=by, users=users, families=families)
                click.echo(_told(settings, ledger))
                run(settings, socket, show=show)
        except InputError as fault:
            raise click.ClickException(str(fault)) from None


def _told(settings: Settings, ledger: str) -> str:
    who = "whoever logs in" if settings.users is not None else settings.by
    return f"sayso: {ledger} is at {settings.url}\nsayso: judged by {who}; press Ctrl-C to end"
