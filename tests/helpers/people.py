"""People who use a workbench in tests: names, roles, one password, and logging in as a browser does."""

import re

ROLES = {"Ada": "review", "Rut": "read", "Siv": "admin"}
PASSWORD = "four words and then some"  # noqa: S105 -- of people who are not
TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')


def token(client, path="/login"):
    """The token that forms carry in a client's session."""
    return TOKEN.search(client.get(path).text)[1]


def log_in(client, name="Ada", password=PASSWORD):
    """Log in; gives the page after that."""
    return client.post("/login", data={"token": token(client), "name": name, "password": password, "back": "/events"})
