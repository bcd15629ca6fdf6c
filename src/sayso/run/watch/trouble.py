"""Why something could not be fetched, and whether to ask again."""

from __future__ import annotations

from sayso.core.trouble import SaysoError


class FetchError(SaysoError):
    """An address that gave nothing.

    `never` where asking again is of no use; `after` is the wait asked for, in seconds, `status` what was answered.
    """

    def __init__(self, why: str, *, never: bool = False, after: float | None = None, status: int | None = None) -> None:
        super().__init__(why)
        self.never = never
        self.after = after
        self.status = status


class StoppedError(SaysoError):
    """The watch is to stop, and what was being waited for stays to be done."""
