"""The server process: an application on a socket until a signal ends it."""

from __future__ import annotations

import logging
import signal
import socket
import threading
import webbrowser
from types import FrameType

import uvicorn

from sayso.web.app import application
from sayso.web.settings import Settings

GRACE = 3  # seconds that requests under way have to end
KEPT = 75  # seconds that a connection is kept open between requests: longer than clients do, so that they close first


def run(settings: Settings, bound: socket.socket, *, show: bool) -> None:
    """Serve until Ctrl-C or a signal to end, then let what is under way end, and return."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        application(settings), log_config=None, access_log=False, lifespan="on", server_header=False,
        timeout_graceful_shutdown=GRACE, timeout_keep_alive=KEPT, ws="none",
        proxy_headers=settings.secure,  # then a server that does https stands before it, and says who asks
    )  # fmt: skip
    server = uvicorn.Server(config)

    def end(_number: int, _frame: FrameType | None) -> None:
        """Called before the server has taken over the signals, and again when it hands them on at its end."""
        server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    if show:
        threading.Thread(target=webbrowser.open, args=(settings.url,), daemon=True).start()
    server.run(sockets=[bound])
