"""A report that means harm: script in every field. No page lets any of it become more than text."""

from html.parser import HTMLParser

import pytest

from sayso.core.document import Document
from sayso.run.adding import Adding
from sayso.run.moment import after
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.stores import open_store

HARM = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
TEXT = f"""\
At least 12 people were killed in Orvelo on 5 March 2023 when a car bomb exploded, said Jan {HARM} Berg, a spokesman.

"Some {HARM} fired shells at Selvik on Tuesday," the police said. According to the <script>alert(1)</script> Daily, the
army denies it. </textarea></pre></p></title><svg onload=alert(1)>
"""
PAGES = 120  # followed at most


class Tags(HTMLParser):
    """The tags of a page with their attributes, and where its links lead."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def tags_of(text):
    parser = Tags()
    parser.feed(text)
    return parser.found


@pytest.fixture
def hostile(ledger):
    """The ledger of the bundled reports, and the report that means harm."""
    packs = packs_on_demand()
    document = Document(
        id=HARM, text=TEXT, language="en", published="2023-03-07", publisher=HARM, title=HARM,
        url="javascript:alert(1)", warnings=(HARM,),
    )  # fmt: skip
    with open_store(str(ledger), "append") as store:
        adding = Adding(store, packs, HARM, after)
        adding.add(read_document(document, packs))
        adding.flush()
    return ledger


def test_no_page_lets_a_report_become_more_than_text(serve, browse, hostile):
    client = browse(serve(ledger=str(hostile), by=HARM))
    with_harm = client.get("/api/events", params={"limit": 1000}).json()["events"]
    events = [event for event in with_harm if HARM in event["documents"]]
    assert events
    key = client.get(f"/api/claims/{events[0]['claims'][0]}").json()["document"]
    waiting = ["/events", "/api", f"/events?place={HARM}&as_of=", f"/events?as_of={HARM}", f"/{HARM}", f"/report/{key}"]
    waiting += [f"/event/{event['id']}" for event in events]
    seen = set()
    while waiting and len(seen) < PAGES:
        path = waiting.pop(0)
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code < 500, path
        if "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        for tag, attributes in tags_of(answer.text):
            assert not [name for name in attributes if name.startswith("on") or name == "style"], path
            assert tag not in ("style", "iframe", "object", "embed", "base"), path
            assert tag != "script" or attributes.get("src", "").startswith("/static/"), path
            link = attributes.get("href") or attributes.get("src") or attributes.get("action") or "/"
            assert link.startswith(("/", "#", "?", "https://", "http://")), (path, link)
            assert not link.startswith("//"), (path, link)
            if tag == "a" and link.startswith("/") and link not in seen and link not in waiting:
                waiting.append(link)
    assert len(seen) >= 5
