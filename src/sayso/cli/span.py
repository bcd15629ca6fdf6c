"""Spans of time as a person gives them."""

from __future__ import annotations

import re
from collections.abc import Callable

import click

_SPAN = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(ms|s|m|h|d|)")
_SECONDS = {"ms": 0.001, "s": 1, "": 1, "m": 60, "h": 3600, "d": 86400}


def _span(context: click.Context, parameter: click.Parameter, value: str) -> float:
    match = _SPAN.fullmatch(value.strip().lower())
    if match is None:
        raise click.BadParameter(f"{value!r} is no span of time; write it as 30s, 15m or 2h", context, parameter)
    return float(match[1]) * _SECONDS[match[2]]


def span_option(name: str, default: str, about: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option for a span of time, handed to the command in seconds."""
    return click.option(name, default=default, show_default=True, metavar="SPAN", callback=_span, help=about)
