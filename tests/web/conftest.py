"""A real ledger of the bundled reports, and the workbench on it, served on loopback."""

import shutil
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from argon2 import PasswordHasher
from people import PASSWORD, ROLES, log_in

from sayso.core.document import Unread
from sayso.run.adding import Adding
from sayso.run.demo import bundled
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.stores import open_store
from sayso.web.app import application
from sayso.web.settings import Settings, loopback
from sayso.web.users import User, write_users

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


@contextmanager
def serving():
    """Start workbenches with some settings; gives the address of each. All are stopped at the end."""
    servers = []

    def start(**settings):
        listening = socket.create_server(("127.0.0.1", 0))
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
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
    for server, _, _ in servers:
        server.should_exit = True
    for _, thread, listening in servers:
        thread.join(10)
        listening.close()


@pytest.fixture
def serve():
    """Start a workbench with some settings; gives its address."""
    with serving() as start:
        yield start


@pytest.fixture(scope="session")
def serve_long():
    """The same, for workbenches that many tests share because none records anything."""
    with serving() as start:
        yield start


@pytest.fixture
def browse():
    """A client of an address that keeps cookies, as a browser does."""
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


@pytest.fixture(scope="session")
def digest():
    """That of everybody's password, quick to compare."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


def write_people(path, digest):
    """The file of users: Ada may review, Rut only read, Siv is admin."""
    write_users(path, [User(name=name, role=role, password=digest) for name, role in ROLES.items()])
    return path


@pytest.fixture
def users(tmp_path, digest):
    """The file of users, to write to."""
    return write_people(tmp_path / "people.toml", digest)


@pytest.fixture
def address(serve, ledger, users):
    """A workbench where people log in."""
    return serve(ledger=str(ledger), users=str(users))


@pytest.fixture(scope="session")
def open_workbench(serve_long, bundled_ledger):
    """A workbench with one user on the ledger of the bundled reports, for tests that record nothing."""
    return serve_long(ledger=str(bundled_ledger))


@pytest.fixture(scope="session")
def shared_workbench(serve_long, bundled_ledger, tmp_path_factory, digest):
    """A workbench where people log in, for tests that record nothing."""
    users = write_people(tmp_path_factory.mktemp("people") / "people.toml", digest)
    return serve_long(ledger=str(bundled_ledger), users=str(users))


@pytest.fixture
def visitor(open_workbench, browse):
    """A client of the workbench with one user, to look and to be refused."""
    return browse(open_workbench)


@pytest.fixture
def stranger(shared_workbench, browse):
    """A client of somebody who is not logged in."""
    return browse(shared_workbench)


@pytest.fixture
def reader(stranger):
    """A client of somebody who may only read."""
    log_in(stranger, "Rut")
    return stranger
