"""A real ledger of the bundled reports, and the workbench on it, served on loopback."""

import shutil
import socket
import threading
import time
from pathlib import Path

import httpx
import pytest
import uvicorn

from sayso.core.document import Unread
from sayso.run.adding import Adding
from sayso.run.demo import bundled
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.stores import open_store
from sayso.web.app import application
from sayso.web.settings import Settings, loopback

AT = "2026-03-06T09:00:00Z"


@pytest.fixture(scope="session")
def bundled_ledger(tmp_path_factory):
    """All bundled reports, read once for every test; do not write to it."""
    path = tmp_path_factory.mktemp("ledger") / "bundled.db"
    packs = packs_on_demand()
    with open_store(str(path), "create") as store:
        adding = Adding(store, packs, "test", lambda _: AT)
        for one in bundled():
            assert not isinstance(one, Unread)
            adding.add(read_document(one, packs))
        adding.flush()
    return path


@pytest.fixture
def ledger(bundled_ledger, tmp_path):
    """A copy of the ledger of the bundled reports, to write to."""
    return Path(shutil.copy(bundled_ledger, tmp_path / "ledger.db"))


@pytest.fixture
def serve():
    """Start a workbench with some settings; gives its address. All are stopped at the end."""
    servers = []

    def start(**settings):
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = application(Settings(**{"by": "Ada Brandt", "hosts": loopback(port), **settings}))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        servers.append((server, thread, listening))
        while not server.started:
            time.sleep(0.005)
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread, listening in servers:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def browse():
    """A client of an address that keeps cookies, as a browser does; `token` gives the token of the forms on a page."""
    clients = []

    def start(address):
        clients.append(httpx.Client(base_url=address, follow_redirects=True, headers={"Accept-Language": "en"}))
        return clients[-1]

    yield start
    for one in clients:
        one.close()


@pytest.fixture
def client(serve, browse, ledger):
    """A client of a workbench on the ledger of the bundled reports, with one user and no login."""
    return browse(serve(ledger=str(ledger)))
