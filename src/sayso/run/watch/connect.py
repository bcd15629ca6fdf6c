"""Connections that go to public addresses alone, and that end when their time is up.

The address is checked that is connected to, not one looked up before: a name that answers differently the second time,
and a redirect, come to the same check.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from sayso.run.watch.trouble import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open network, also where it carries another inside."""
    one = ipaddress.ip_address(address.partition("%")[0])
    inner = _inside(one)
    return _is_open(one if inner is None else inner)


def _is_open(one: Address) -> bool:
    return one.is_global and not one.is_multicast and not one.is_reserved


def _inside(one: Address) -> Address | None:
    """The IPv4 address that an IPv6 address is another way of writing."""
    if isinstance(one, ipaddress.IPv4Address):
        return None
    if one in _NAT64:
        return ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
    return one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)


class _Timed(httpcore.NetworkStream):
    """A connection that gives nothing more after its deadline, however slowly the other side goes on."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("its time is up")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come."""
        return self._inner.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Let go of it."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 -- httpcore's shape
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    def __init__(self, seconds: float, *, allow_private: bool) -> None:
        super().__init__()
        self._seconds = seconds
        self._allow_private = allow_private

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to one of a host's addresses that may be connected to."""
        deadline = time.monotonic() + self._seconds
        found = _addresses(host, port)
        open_ones = found if self._allow_private else [one for one in found if is_public(one)]
        if not open_ones:
            raise FetchError(f"{host} is at {found[0]}, in a private network; --allow-private lets it in", never=True)
        fault: Exception = httpcore.ConnectError("no address")
        for one in open_ones:
            try:
                made = super().connect_tcp(one, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as each:
                fault = each
            else:
                return _Timed(made, deadline)
        raise fault


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise httpcore.ConnectError(f"no such host ({fault})") from None
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


class Transport(httpx.HTTPTransport):
    """What httpx sends through: a connection for each request, of at most so many seconds, to public addresses."""

    def __init__(self, seconds: float, *, allow_private: bool) -> None:
        super().__init__(trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=_Backend(seconds, allow_private=allow_private),
        )
