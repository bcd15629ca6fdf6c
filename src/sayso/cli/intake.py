"""The options of every command that takes in reports, and what takes them in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from sayso.ingest import Intake
    from sayso.ingest.limits import Limits
    from sayso.publish.tally import Tally

FIELDS = ("text", "title", "published", "publisher", "author", "url", "id", "language")


class Taking(NamedTuple):
    """How reports are taken in."""

    limits: Limits
    columns: dict[str, str]
    fast: bool


def intake_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--columns`, `--limit` and `--fast-pages`, handed to the command as one Taking called `taking`."""

    @wraps(command)
    def with_taking(*, limits: Limits, columns: dict[str, str], fast_pages: bool, **rest: Any) -> None:  # noqa: ANN401
        command(taking=Taking(limits, columns, fast_pages), **rest)

    return _columns_option(_limit_option(_fast_option(with_taking)))


def intake_for(taking: Taking) -> Intake:
    """What takes in every form that is installed; ends the command where one of them cannot be loaded."""
    from sayso.core.trouble import InputError
    from sayso.ingest import Intake
    from sayso.run.ingestors import ingestors

    try:
        return Intake(taking.limits, taking.columns, ingestors(), fast=taking.fast)
    except InputError as fault:
        raise click.ClickException(str(fault)) from None


def summed(tally: Tally, intake: Intake) -> str:
    """The table of what came of the documents, for a terminal or a file."""
    from sayso.cli.output import look
    from sayso.publish.sheet_text import text

    return text(tally.sheet(intake.skipped), look(None))


def _limits(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> Limits:
    from sayso.core.trouble import InputError
    from sayso.ingest.limits import limits_of

    try:
        return limits_of(value)
    except InputError as fault:
        raise click.BadParameter(str(fault), ctx=context, param=parameter) from None


def _fast(context: click.Context, parameter: click.Parameter, value: bool) -> bool:
    if value:
        from sayso.ingest import fast

        if not fast.installed():
            told = f"it needs more packages; pip install 'sayso[{fast.EXTRA}]'"
            raise click.BadParameter(told, ctx=context, param=parameter)
    return value


def _columns(context: click.Context, parameter: click.Parameter, value: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in (value or "").split(","):
        field, parted, column = (part.strip() for part in pair.partition("="))
        if not pair.strip():
            continue
        if field not in FIELDS or not parted or not column:
            told = f"{pair.strip()!r}: write FIELD=COLUMN; the fields are {', '.join(FIELDS)}"
            raise click.BadParameter(told, ctx=context, param=parameter)
        found[field] = column
    return found


_columns_option = click.option(
    "--columns",
    callback=_columns,
    metavar="FIELD=COLUMN,...",
    help="How the columns of tables are called, as in text=body,published=date; common names are known.",
)
_limit_option = click.option(
    "--limit",
    "limits",
    multiple=True,
    callback=_limits,
    metavar="NAME=AMOUNT",
    help="Take in more or less than is usual: page-bytes=50MiB, unpacked-bytes=8GiB, members, ratio, depth, tags.",
)
_fast_option = click.option(
    "--fast-pages",
    is_flag=True,
    callback=_fast,
    help="For large crawls: find the text of web pages about twice as fast; a line of a menu may stay in it.",
)
