"""`sayso serve`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from sayso.cli.families import families_option
from sayso.cli.ledger import by_option, ledger_option

PORT = 8377


@click.command()
@ledger_option
@by_option
@families_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="NUMBER", help=f"The port; {PORT} or the next free one.")
@click.option(
    "--users",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Who may log in, made by `sayso user`; without it there is one user, and no login.",
)
def serve(
    *, ledger: str, by: str, families: Mapping[str, str] | None, host: str, port: int | None, users: Path | None
) -> None:
    """Read, judge and correct a ledger in the browser."""
    import uvicorn

    from sayso.web.app import application
    from sayso.web.settings import Settings, loopback

    number = port or PORT
    settings = Settings(
        ledger=ledger, by=by, hosts=loopback(number), users=str(users) if users else None, families=families
    )
    click.echo(f"sayso: http://{host}:{number}/")
    uvicorn.run(application(settings), host=host, port=number, log_level="warning")
