"""The body of an answer of a web server, as it was sent, to the bytes of the page."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from importlib import import_module

from sayso.core.trouble import InputError


def decoded(body: bytes, headers: Mapping[str, str], most: int) -> bytes:
    """The body without the codings it was sent in, `most` bytes of it at most; names of headers are in small letters.

    Raises InputError where a coding is damaged or none that is known.
    """
    if headers.get("transfer-encoding", "").strip().lower() == "chunked":
        body = _joined(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _without(coding.strip(), body, most)
    return body


def _without(coding: str, body: bytes, most: int) -> bytes:
    if coding in {"", "identity"}:
        return body
    try:
        if coding in {"gzip", "x-gzip"}:
            # Some tools record a page already unpacked, and its headers as they came
            return zlib.decompressobj(wbits=31).decompress(body, most) if body.startswith(b"\x1f\x8b") else body
        if coding == "deflate":
            return _inflated(body, most)
    except zlib.error as fault:
        raise InputError(f"sent packed by {coding}, and that is damaged: {fault}") from None
    if coding == "br":
        return _brotli(body, most)
    raise InputError(f"sent in the coding {coding!r}, which is not read")


def _inflated(body: bytes, most: int) -> bytes:
    """Servers send deflate with its two bytes of header or without."""
    try:
        return zlib.decompressobj().decompress(body, most)
    except zlib.error:
        return zlib.decompressobj(wbits=-15).decompress(body, most)


def _brotli(body: bytes, most: int) -> bytes:
    try:
        brotli = import_module("brotli")
    except ImportError:
        raise InputError("sent packed by br; install the package brotli to read it") from None
    try:
        return bytes(brotli.Decompressor().process(body, output_buffer_limit=most))
    except brotli.error as fault:
        raise InputError(f"sent packed by br, and that is damaged: {fault}") from None


def _joined(body: bytes) -> bytes:
    """The chunks put together; a body that is none, since a tool has joined it before, is as it is."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 40)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or body
