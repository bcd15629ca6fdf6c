"""Where the workbench listens, and under which names it is reached."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.core.trouble import InputError
from sayso.web.settings import PORT, Settings, loopback
from sayso.web.users import read_users

TRIED = 20  # ports, from the usual one on


class Address(NamedTuple):
    """What was asked for: a host to listen at, a port or None for the next free one, the address people use."""

    host: str
    port: int | None
    origin: str | None = None


def listen(address: Address, users: Path | None) -> socket.socket:
    """A socket that listens; raises InputError where the port is taken, or others could come in without a login."""
    if users is None and not _is_loopback(address.host):
        raise InputError(
            f"--host {address.host}: whoever can reach it could read and judge without a login; name who may with"
            " --users FILE (sayso user add makes it), or leave --host out"
        )
    if users is not None and not read_users(users):
        raise InputError(f"{users}: there is nobody in it; sayso user add NAME --role review --users {users} adds one")
    ports = [address.port] if address.port is not None else list(range(PORT, PORT + TRIED))
    for port in ports:
        try:
            return _bound(address.host, port)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise InputError(f"{address.host}:{port}: {fault.strerror or fault}") from None
    taken = f"port {ports[0]} is" if len(ports) == 1 else f"ports {ports[0]} to {ports[-1]} are"
    raise InputError(f"{address.host}: {taken} taken by another program; give a free one with --port")


def settings_for(  # noqa: PLR0913 -- one argument for each thing the command is told
    address: Address, bound: socket.socket, *, ledger: str, by: str, users: Path | None,
    families: Mapping[str, str] | None,
) -> Settings:  # fmt: skip
    """The settings of a workbench on a socket; raises InputError where the origin is no address."""
    port = bound.getsockname()[1]
    hosts = [*loopback(port)] if _is_loopback(address.host) or _is_any(address.host) else []
    hosts += [] if _is_any(address.host) else [_with_port(address.host, port)]
    secure = False
    if address.origin is not None:
        parts = urlsplit(address.origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
            raise InputError(f"--origin {address.origin}: give scheme and name, such as https://sayso.example.org")
        secure = parts.scheme == "https"
        hosts.insert(0, parts.netloc.lower())
    return Settings(
        ledger=ledger, by=by, hosts=tuple(dict.fromkeys(hosts)), secure=secure,
        users=str(users) if users is not None else None, families=families,
    )  # fmt: skip


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.create_server((host.strip("[]"), port), family=family, backlog=512)
    # Connections inherit it: else the head of an answer is held back, some 40 ms, until the browser acknowledges.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_any(host: str) -> bool:
    return host.strip("[]") in ("0.0.0.0", "::")  # noqa: S104 -- asked about, not bound


def _with_port(host: str, port: int) -> str:
    bare = host.strip("[]").lower()
    return f"[{bare}]:{port}" if ":" in bare else f"{bare}:{port}"
