"""Addresses of the web as they are compared: two that lead to one page are one, whoever shared the link."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_PORTS = {"http": 80, "https": 443}
_SAFE = "!$&'()*+,;=:@/~%"
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")


class Tracking(NamedTuple):
    """Names of parameters that do not change what an address leads to, and beginnings of such names."""

    names: frozenset[str]
    begins: tuple[str, ...]


@cache
def tracking() -> Tracking:
    """The parameters of tracking.tsv."""
    rows = (files("sayso.reference") / "tracking.tsv").read_text("utf-8").splitlines()
    names = [row.partition("\t")[0] for row in rows if row and not row.startswith("#")]
    begins = tuple(name[:-1] for name in names if name.endswith("*"))
    return Tracking(frozenset(name for name in names if not name.endswith("*")), begins)


def compared(address: str) -> str:
    """An address as it is compared, without its scheme; what is no address of the web comes back as it is.

    Left out are the fragment, a port that goes without saying, parameters of tracking.tsv and a slash at the end; http
    and https are one. Other parameters stay, in their order.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return address
    if parts.scheme not in _PORTS or not host:
        return address
    where = host if port in {None, _PORTS[parts.scheme]} else f"{host}:{port}"
    return _written(where, parts.path.rstrip("/"), parts.query)


def _written(where: str, path: str, query: str) -> str:
    ours = tracking()
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name.lower() not in ours.names and not name.lower().startswith(ours.begins)
    ]
    plain = quote(_ESCAPED.sub(_plainer, path), safe=_SAFE)
    return f"{where}{plain}{'?' + urlencode(kept) if kept else ''}"


def _plainer(escaped: re.Match[str]) -> str:
    """A character that need not be escaped as itself, an escape that must stand in capital letters."""
    meant = unquote(escaped[0], errors="replace")
    return meant if meant.isascii() and (meant.isalnum() or meant in "-._~") else escaped[0].upper()
