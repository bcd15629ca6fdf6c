"""The pages that are read, on the ledger of the bundled reports: each stands, leads on, and keeps its moment."""

import re
from html.parser import HTMLParser

import pytest

from sayso.core.document import Document
from sayso.run.adding import Adding
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.stores import open_store

ORVELO = "/event/e588cdd950aba3ffa"
DENIED = "/claim/bbeaa8fb"


class Seen(HTMLParser):
    """What a page links to, its ids and its headings."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.levels = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if "id" in found:
            self.ids.append(found["id"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


def visible(text):
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def ours(seen, start="/"):
    return sorted({link for link in seen.links if link.startswith(start)})


def test_an_account_says_who_how_many_and_what_changed(client):
    page = client.get(ORVELO)
    shown = visible(page.text)
    for words in (
        "Bombing, Orvelo, 5 March 2023", "10 reports · 19 voices · 2 of them parties to the event",
        "Who has it from whom", "a party to the event admits or confirms it", "carried by 2 more reports",
        "an earlier statement of the same voice", "How the figures moved", "Told alongside",
        "one of its units had planted the car bomb",
    ):  # fmt: skip
        assert words in shown
    assert page.text.count("<svg") == 3  # the chains, killed, injured


@pytest.mark.parametrize(
    "path", ["/events", ORVELO, f"{ORVELO}/joined", DENIED, "/sources", "/source/tarv:defence-ministry"]
)
def test_a_page_is_in_order(client, path):
    page = client.get(path)
    assert page.status_code == 200
    seen = Seen(page.text)
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(seen.levels, seen.levels[1:], strict=False))
    assert " style=" not in page.text
    assert not re.search(r"<[^>]+\son[a-z]+=", page.text)
    for link in [link for link in seen.links if link.startswith("#")]:
        assert link[1:] in seen.ids


def test_every_report_is_lit_and_leads_to_its_claims_and_events(client):
    reports = ours(Seen(client.get(ORVELO).text), "/report/")
    assert len({link.partition("#")[0] for link in reports}) == 10
    page = client.get(reports[0].partition("#")[0])
    seen = Seen(page.text)
    assert "<mark" in page.text
    assert ours(seen, "/claim/")
    assert ours(seen, "/event/")
    assert {link.partition("#")[2] for link in reports if link.startswith(reports[0].partition("#")[0])} - {""} <= set(
        seen.ids
    )


def test_from_a_claim_it_is_one_click_to_its_sentence_and_its_event(client):
    page = client.get(DENIED)
    assert page.url.path.startswith(DENIED)
    assert len(page.url.path) > len(DENIED)  # to its lasting address
    seen = Seen(page.text)
    (sentence,) = [link for link in ours(seen, "/report/") if "#" in link]
    assert sentence.partition("#")[2] in Seen(client.get(sentence.partition("#")[0]).text).ids
    (event,) = ours(seen, "/event/")
    assert event.partition("#")[2] in Seen(client.get(event.partition("#")[0]).text).ids
    assert "any part in the attack" in visible(page.text)
    assert "rule or word" in page.text


def test_a_card_in_the_report_gets_the_rules_alone(client):
    part = client.get(DENIED, headers={"HX-Request": "true"}).text
    assert "rule or word" in part
    assert "<h1" not in part


def test_all_that_an_account_leads_to_is_there(client):
    links = {link.partition("#")[0] for link in ours(Seen(client.get(ORVELO).text))}
    some = sorted(links)[:: max(len(links) // 25, 1)]
    assert {client.get(link).status_code for link in some} == {200}


def test_a_source_is_shown_with_what_it_said_otherwise_later(client):
    page = visible(client.get("/source/tarv:defence-ministry").text)
    assert "What it said otherwise later" in page
    assert "score" not in page
    listed = client.get("/sources", params={"kind": "armed_group", "q": "ARMY"})
    armies = ours(Seen(listed.text), "/source/")
    assert "/source/zahr%3Aarmy" in armies
    assert len(armies) < len(ours(Seen(client.get("/sources").text), "/source/"))
    assert client.get("/source/The Lantern").url.path == "/source/the lantern"


def listed(page):
    """How many events a page lists."""
    return len(re.findall(r'<td><a href="/event/', page.text))


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "air_strike"},
        {"place": "orvelo"},
        {"since": "2023-03-05", "until": "2023-03-05"},
        {"language": "nb"},
        {"grade": "confirmed", "order": "latest"},
        {"place": "nowhere at all"},
    ],
)
def test_the_list_shows_what_is_asked_for(client, asked):
    total = listed(client.get("/events"))
    page = client.get("/events", params=asked)
    assert f"{listed(page)} of {total} events" in visible(page.text)
    assert listed(page) < total
    assert ("No event fits." in page.text) == (listed(page) == 0)
    points = client.get("/events/points.json", params=asked).json()
    assert sum(point[4] for point in points) <= listed(page)


def test_nothing_is_reviewed_yet(client):
    assert listed(client.get("/events", params={"unreviewed": "1"})) == listed(client.get("/events"))


def test_a_bar_of_the_timeline_keeps_the_other_filters(client):
    bars = [link for link in Seen(client.get("/events", params={"place": "Orvelo"}).text).links if "since=" in link]
    assert bars
    assert all("place=Orvelo" in link for link in bars)
    assert 1 <= listed(client.get(bars[0])) < listed(client.get("/events"))


def test_htmx_gets_the_part_that_changes(client):
    part = client.get("/events", params={"place": "Orvelo"}, headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div id="found"')
    assert "<html" not in part


@pytest.mark.parametrize(
    "asked", [{"since": "soon"}, {"page": "9999999"}, {"page": "-1"}, {"box": "1,2"}, {"order": "x"}]
)
def test_what_makes_no_sense_in_a_filter_is_told_or_passed_over(client, asked):
    page = client.get("/events", params=asked)
    assert page.status_code == 200
    assert "Air strike, Dar Semah" in visible(page.text)
    assert ("not a date" in page.text) == ("since" in asked)


@pytest.mark.parametrize("path", ["/event/nothing", "/claim/nothing", "/report/nothing", "/source/nobody", "/event/e"])
def test_what_is_not_there_is_said_not_to_be(client, path):
    assert client.get(path).status_code == 404


def test_an_event_is_found_by_any_of_its_claims(client):
    assert client.get("/event/bbeaa8fb").url.path == ORVELO


def test_an_earlier_moment_is_kept_from_page_to_page(client):
    page = client.get("/events", params={"as_of": "200"})
    links = ours(Seen(page.text), "/event/")
    assert links
    assert all("as_of=200" in link for link in links)
    there = Seen(client.get(links[0]).text)
    assert all("as_of=200" in link for link in ours(there, "/report/") + ours(there, "/claim/"))
    assert client.get(ORVELO, params={"as_of": "3"}).status_code == 404


def test_the_pages_in_swedish(client):
    page = visible(client.get(ORVELO, headers={"Accept-Language": "sv"}).text)
    assert "Bombdåd, Orvelo, 5 mars 2023" in page
    assert "minst 3" in page
    assert "10 rapporter · 19 röster" in page


BAD = '<script>alert("x")</script>'


@pytest.fixture
def hostile(tmp_path, serve, browse):
    """A workbench on a ledger with one report that has markup, and Arabic, wherever there may be text."""
    path = tmp_path / "hostile.db"
    text = (
        f"Officials in {BAD} said 12 people were killed in Orvelo on 5 March 2023.\n\n"
        f"وزارة الدفاع في ليرينا said three soldiers were injured in the attack, {BAD} said."
    )
    fields = {field: f"{field} {BAD}" for field in ("title", "publisher")}
    document = Document(
        id=f"id {BAD}", text=text, published="2023-03-06", language="en", url=f"javascript:{BAD}", **fields
    )
    packs = packs_on_demand()
    with open_store(str(path), "create") as store:
        adding = Adding(store, packs, "test", lambda _: "2026-03-06T09:00:00Z")
        adding.add(read_document(document, packs))
        adding.flush()
    return browse(serve(ledger=str(path)))


def test_markup_in_a_report_stays_text_on_every_page(hostile):
    paths = {"/events", "/sources"}
    for _ in range(3):
        pages = {path: hostile.get(path) for path in paths}
        paths |= {link.partition("#")[0] for page in pages.values() for link in ours(Seen(page.text))}
        paths = {path for path in paths if not path.startswith("/static")}
    assert any(path.startswith("/report/") for path in paths)
    assert any(path.startswith("/claim/") for path in paths)
    for path, page in pages.items():
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text, path
        assert 'href="javascript:' not in page.text, path


def test_text_of_either_direction_finds_its_own(hostile):
    (report,) = {link.partition("#")[0] for link in ours(Seen(hostile.get("/events").text), "/event/")}
    page = hostile.get(next(link for link in ours(Seen(hostile.get(report).text), "/report/")))
    paragraphs = re.findall(r'<p(?: class="broken")? dir="(\w+)" lang="en">', page.text)
    assert paragraphs == ["auto", "auto"]
