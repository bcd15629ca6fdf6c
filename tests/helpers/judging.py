"""Sending forms as a browser does: with the token, and the row the page knew of, that stand in the page."""

import re

TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')
ROW = re.compile(r'name="row" value="([0-9]+)"')
DONE = re.compile(r"[?&]done=([0-9]+)")


class Coder:
    """Somebody at the workbench, through a client that keeps cookies."""

    def __init__(self, client):
        self.client = client
        client.timeout = 60  # the first text handed in waits for the process that reads

    def see(self, path):
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def act(self, path, *, on="/review", status=200, files=None, **fields):
        """Post a form of the page `on`; a field `row` goes before the one that stands there."""
        page = self.client.get(on).text
        known = ROW.search(page)
        form = {"token": TOKEN.search(page)[1], "row": known[1] if known else "", "back": on, **fields}
        answer = self.client.post(
            path, data=form, files=files, headers={"Origin": str(self.client.base_url).rstrip("/")}
        )
        assert answer.status_code == status, answer.text
        return answer

    def done(self, *args, **fields):
        """Post a form that records a row, and give the row's number."""
        return int(DONE.search(str(self.act(*args, **fields).url))[1])


def event_of(release, place):
    """The first event at a place."""
    return next(one for one in release.events if one.where is not None and one.where.name == place)
