"""What a watch does, a line of JSON for each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

import msgspec


class Log:
    """Writes lines with the moment `now` gives, each whole and at once."""

    def __init__(self, stream: IO[bytes], now: Callable[[], str]) -> None:
        self._stream = stream
        self._now = now

    def __call__(self, event: str, **fields: object) -> None:
        """One line; fields that are None are left out."""
        said = {name: value for name, value in fields.items() if value is not None}
        self._stream.write(msgspec.json.encode({"at": self._now(), "event": event, **said}) + b"\n")
        self._stream.flush()
