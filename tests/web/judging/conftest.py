"""People who judge a small ledger: two coders and a reader, or one alone without a login."""

import shutil

import pytest
from argon2 import PasswordHasher
from judging import TOKEN, Coder

from sayso.ledger.fold import fold
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify
from sayso.run.adding import Adding
from sayso.run.demo import bundled
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.release import release
from sayso.web.users import User, write_users

PASSWORD = "four words and then some"  # noqa: S105 -- of people who are not
STORIES = ("orvelo", "kessa", "veldhamn")
AT = "2026-03-06T09:00:00Z"


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """The first reports of some stories, read once; do not write to it."""
    path = tmp_path_factory.mktemp("ledger") / "stories.db"
    packs = packs_on_demand()
    with open_ledger(str(path), "create") as store:
        adding = Adding(store, packs, "test", lambda _: AT)
        for story in STORIES:
            for one in list(bundled(story))[:4]:
                adding.add(read_document(one, packs))
        adding.flush()
    return path


@pytest.fixture
def ledger(told, tmp_path):
    """A copy of it, to write to."""
    return shutil.copy(told, tmp_path / "ledger.db")


@pytest.fixture
def state(ledger):
    """What the ledger adds up to now."""

    def now():
        with open_ledger(str(ledger), "read") as store:
            assert verify(store).broken is None
            return release(fold(store.rows()))

    return now


@pytest.fixture
def ada(client):
    return Coder(client)


@pytest.fixture
def two(serve, browse, ledger, tmp_path):
    """Two coders and a reader at one workbench."""
    path = tmp_path / "people.toml"
    digest = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    roles = {"Ada": "review", "Bo": "review", "Rut": "read"}
    write_users(path, [User(name=name, role=role, password=digest) for name, role in roles.items()])
    address = serve(ledger=str(ledger), users=str(path))
    people = []
    for name in roles:
        client = browse(address)
        token = TOKEN.search(client.get("/login").text)[1]
        client.post("/login", data={"token": token, "name": name, "password": PASSWORD, "back": "/events"})
        people.append(Coder(client))
    return people
