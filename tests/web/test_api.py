"""The API: values of the contract, what is asked, what is recorded, what is refused, and its description."""

from base64 import b64encode

import jsonschema
import pytest
from people import PASSWORD

from sayso.run.stores import open_store
from sayso.web.api.table import TABLE


@pytest.fixture
def api(client):
    """Ask for JSON; gives the value."""

    def ask(path, **asked):
        answer = client.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


@pytest.fixture
def record(client):
    """Send a decision; gives the row that it became."""

    def send(path, **body):
        answer = client.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["row"]

    return send


def a_pair(api):
    first, second = api("/api/events", limit=2)["events"]
    return first["claims"][0], second["claims"][0]


def test_events_are_those_of_the_contract(api):
    found = api("/api/events", place="Orvelo", type="bombing", grade="confirmed")
    assert found["total"] == len(found["events"]) == 1
    assert list(found["events"][0])[:5] == ["id", "type", "when", "where", "documents"]
    account = api(f"/api/events/{found['events'][0]['id']}")
    assert [claim["id"] for claim in account["claims"]] == found["events"][0]["claims"]
    assert account["course"][0]["effect"] == "killed"


def test_an_event_is_also_found_by_the_beginning_of_its_id(api):
    event = api("/api/events", limit=1)["events"][0]["id"]
    assert api(f"/api/events/{event[:12]}")["event"]["id"] == event


def test_a_long_list_comes_in_parts(api):
    whole = api("/api/events", limit=1000)
    assert whole["next"] is None
    some = api("/api/events", limit=10)
    rest = api("/api/events", limit=1000, **{"from": some["next"]})
    assert [*some["events"], *rest["events"]] == whole["events"]


def test_a_claim_leads_to_its_document_and_its_event(api):
    event = api("/api/events", limit=1)["events"][0]
    claim = api(f"/api/claims/{event['claims'][0]}")
    assert claim["event"] == event["id"]
    document = api(f"/api/documents/{claim['document']}")
    assert claim["claim"] in document["claims"]
    [(start, end)] = claim["claim"]["content"][:1]
    assert document["document"]["text"][start:end].strip()
    assert claim["document"] in [one["key"] for one in api("/api/documents", limit=1000)["documents"]]


def test_a_source_has_what_it_said(api):
    line = api("/api/sources", limit=1)["sources"][0]
    source = api(f"/api/sources/{line['key']}", limit=1000)
    assert source["source"] == line
    assert len(source["said"]) == line["claims"]
    assert len({one["event"] for one in source["said"]}) == line["events"]


def test_sources_are_keyed_as_the_pages_key_them(client, api):
    for line in api("/api/sources", order="claims", limit=5)["sources"]:
        assert client.get(f"/source/{line['key']}").status_code == 200
    named = api("/api/sources", q=line["name"].upper(), kind=line["kind"])["sources"]
    assert line in named
    assert {one["kind"] for one in named} == {line["kind"]}


def test_events_are_filtered_as_on_the_page(client, api):
    asked = {"language": "sv", "order": "latest"}
    found = api("/api/events", limit=1000, **asked)
    page = client.get("/events", params=asked).text
    assert 0 < found["total"] < api("/api/events")["total"]
    assert all(f"/event/{one['id']}" in page for one in found["events"][:50])
    client.post("/api/reviews", json={"event": found["events"][0]["id"], "why": "well told"})
    assert api("/api/events", unreviewed="1", **asked)["total"] == found["total"] - 1


def test_moments_say_what_may_be_asked_for(api):
    found = api("/api/moments")
    assert found["first"] == {"row": 1, "at": "2026-03-06T09:00:00Z"}
    assert found["last"]["row"] == api("/api/ledger")["as_of"]["last"]
    assert found["tags"] == {}


def test_an_event_tells_why_its_reports_are_one(api):
    event = next(one for one in api("/api/events")["events"] if len(one["documents"]) > 1)
    made = api(f"/api/events/{event['id']}/joined")
    assert made["joined"]
    assert made["joined"][0]["by"] == "rule"
    assert all(name for name, _, _ in made["joined"][0]["features"])


def test_a_claim_tells_by_which_rules_it_was_read(api):
    event = api("/api/events", limit=1)["events"][0]
    found = api(f"/api/claims/{event['claims'][0]}/reasons")
    assert found["lacking"] == ""
    assert all(one["rule"] for one in found["reasons"])
    assert [one["kind"] for one in found["rows"]] == ["document", "reading", "claim"]


def test_the_queue_is_that_of_the_page(client, api):
    found = api("/api/review", kind="event", limit=20)
    page = client.get("/review", params={"kind": "event"}).text
    points = [one["points"] for one in found["entries"]]
    assert points == sorted(points, reverse=True)
    assert all(f"/judge/event/{one['events'][0]}" in page for one in found["entries"])
    assert "{" not in "".join(why["reason"] for one in found["entries"] for why in one["reasons"])


def test_what_was_known_then(api):
    then, now = api("/api/ledger", as_of=300), api("/api/ledger")
    assert then["as_of"] == {"row": 300, "at": "2026-03-06T09:00:00Z", "last": now["as_of"]["last"]}
    assert then["claims"] < now["claims"]


def test_a_judgement_is_a_row_and_can_be_taken_back(client, api, ledger):
    left, right = a_pair(api)
    last = api("/api/ledger")["as_of"]["last"]
    body = {"left": left, "right": right, "verdict": "same", "why": "one event, told twice"}
    row = client.post("/api/judgements", json=body).json()["row"]
    assert row == last + 1
    assert [one["row"] for one in api(f"/api/events/{left}")["judgements"]] == [row]
    client.post("/api/retractions", json={"row": row, "why": "read again"})
    assert api(f"/api/events/{left}")["judgements"] == []
    with open_store(str(ledger), "read") as store:
        assert [one.by for one in store.rows(after=last)] == ["Ada Brandt", "Ada Brandt"]


def test_a_correction_and_a_note(client, api):
    claim, _ = a_pair(api)
    body = {"claim": claim, "field": "event.type", "value": "shelling", "why": "shells, not bombs"}
    assert client.post("/api/corrections", json=body).status_code == 200
    assert client.post("/api/notes", json={"claim": claim, "text": "asked the ministry"}).status_code == 200
    found = api(f"/api/claims/{claim}")
    assert found["claim"]["event"]["type"] == "shelling"
    assert found["corrections"][0]["by"] == "Ada Brandt"


def test_claims_are_ruled_on_and_events_arranged_and_reviewed(record, api):
    one, other = (event["id"] for event in api("/api/events")["events"][:2])
    claims = api(f"/api/events/{other}")["event"]["claims"]
    record("/api/reviews", event=one, why="looked at it")
    record("/api/arrangements", events=[one, other], verdict="merge", why="one incident")
    assert set(claims) <= set(api(f"/api/events/{one}")["event"]["claims"])
    record("/api/arrangements", events=[one], claims=claims, verdict="split", why="two after all")
    assert set(api(f"/api/events/{claims[0]}")["event"]["claims"]) == set(claims)
    row = record("/api/rulings", claim=claims[0], verdict="reject", why="not said")
    assert api(f"/api/claims/{claims[0]}")["event"] is None
    record("/api/retractions", row=row, why="it is")
    assert api(f"/api/claims/{claims[0]}")["event"] is not None


@pytest.mark.parametrize(
    ("path", "body", "status", "word"),
    [
        ("/api/rulings", {"claim": "nosuchclaim", "verdict": "reject", "why": "x"}, 422, "no claim"),
        ("/api/arrangements", {"events": ["nosuch"], "verdict": "merge", "why": "x"}, 422, "no event"),
        ("/api/arrangements", {"events": [], "verdict": "split", "why": "x"}, 422, "nothing to put together"),
        ("/api/reviews", {"event": "nosuch", "why": "x"}, 422, "no event"),
        ("/api/notes", {"claim": "nosuchclaim", "text": "x"}, 422, "no claim"),
        ("/api/notes", {"claim": "e"}, 400, "text"),
        ("/api/notes", {"claim": "e", "text": "x", "by": "Somebody Else"}, 400, "by"),
        ("/api/judgements", {"left": "a", "right": "b", "verdict": "true", "why": "x"}, 400, "verdict"),
        ("/api/claims", {"document": "nosuch", "content": {"exact": "x"}, "why": "x"}, 422, "no document"),
        ("/api/claims", {"document": "nosuch", "content": {"exact": " "}, "why": "x"}, 422, "words of the report"),
        ("/api/marks", {"claim": "nosuch", "part": "place", "words": {"exact": "x"}, "why": "x"}, 422, "no claim"),
        ("/api/codings", {"event": "nosuch", "values": {}, "why": "x"}, 422, "no event"),
        ("/api/codings", {"event": "nosuch", "values": {"worst": 1}, "why": "x"}, 422, "no field 'worst'"),
        ("/api/pastes", {"text": " "}, 422, "Paste a text"),
        ("/api/pastes", {"text": "x", "published": "soon"}, 422, "date"),
        ("/api/pastes/add", {"name": "nosuch"}, 404, "nothing waits"),
        ("/api/retractions", {"row": 1, "why": "x", "seen": -1}, 400, "seen"),
        ("/api/retractions", {"row": 1, "why": "x"}, 422, "only a judgement"),
    ],
)
def test_what_does_not_fit_is_told_and_not_recorded(client, path, body, status, word):
    last = client.get("/api/ledger").json()["as_of"]["last"]
    answer = client.post(path, json=body)
    assert answer.status_code == status
    assert word in answer.json()["error"]
    assert client.get("/api/ledger").json()["as_of"]["last"] == last


def test_the_accounts_decisions_can_be_taken_back_one_by_one(record, api):
    event = api("/api/events", limit=1)["events"][0]
    claim = event["claims"][0]
    rows = [
        record("/api/reviews", event=event["id"], why="well told"),
        record("/api/notes", claim=f"e{claim}", text="asked the hospital"),
        record("/api/rulings", claim=claim, verdict="accept", why="as it says"),
    ]
    assert [one["row"] for one in api(f"/api/events/{claim}")["decisions"]] == rows
    for row in rows:
        record("/api/retractions", row=row, why="read again")
    assert api(f"/api/events/{claim}")["decisions"] == []


def test_a_claim_is_added_by_words_of_the_report_and_put_right_by_others(record, api):
    document = api("/api/documents", limit=1)["documents"][0]["key"]
    text = api(f"/api/documents/{document}")["document"]["text"]
    words = text.split(".")[1].strip()
    row = record(
        "/api/claims", document=document, content={"exact": words}, figures=[{"number": "3..", "effect": "injured"}],
        why="the reader missed it",
    )  # fmt: skip
    start = text.index(words)
    new = next(
        one for one in api(f"/api/documents/{document}")["claims"] if one["content"] == [[start, start + len(words)]]
    )
    assert [(one["effect"], one["low"], one["high"]) for one in new["casualties"]] == [("injured", 3, None)]
    name = words.split()[-1]
    record("/api/marks", claim=new["id"], part="place", words={"exact": name}, why="it is named there")
    put = api(f"/api/claims/{new['id']}")
    assert put["claim"]["event"]["where"]["name"] == name
    assert put["corrections"][0]["field"] == "event.where"
    record("/api/retractions", row=row, why="it was there already")
    assert new["id"] not in [one["id"] for one in api(f"/api/documents/{document}")["claims"]]


def test_a_stale_decision_is_told_what_came_in_between(address, browse):
    ada, siv = browse(address), browse(address)
    for client, name in ((ada, "Ada"), (siv, "Siv")):
        assert client.post("/api/login", json={"name": name, "password": PASSWORD}).status_code == 200
    event = ada.get("/api/events", params={"limit": 1}).json()["events"][0]
    seen = ada.get("/api/ledger").json()["as_of"]["row"]
    ruling = {"claim": event["claims"][0], "verdict": "reject", "why": "no such claim in it"}
    row = siv.post("/api/rulings", json={**ruling, "seen": seen}).json()["row"]
    answer = ada.post("/api/rulings", json={**ruling, "seen": seen})
    assert answer.status_code == 409
    between = answer.json()["between"]
    assert [(one["row"], one["by"]) for one in between] == [(row, "Siv")]
    assert ada.get("/api/ledger").json()["as_of"]["last"] == row
    assert ada.post("/api/rulings", json={**ruling, "seen": row}).status_code == 200


def test_a_form_is_coded_and_two_coders_agree(address, browse):
    ada, siv = browse(address), browse(address)
    for client, name in ((ada, "Ada"), (siv, "Siv")):
        client.post("/api/login", json={"name": name, "password": PASSWORD})
    events = [one["id"] for one in ada.get("/api/events", params={"limit": 2}).json()["events"]]
    for client, best in ((ada, 10), (siv, 12)):
        for event, more in zip(events, (0, 5), strict=True):
            form = client.get(f"/api/codings/{event}").json()
            assert form["others"] == []  # before one's own is saved
            values = {name: one["value"] for name, one in form["account"].items()} | {
                "low": None, "best": best + more, "high": None
            }  # fmt: skip
            body = {"event": event, "values": values, "why": "from the account"}
            assert client.post("/api/codings", json=body).status_code == 200
    form = siv.get(f"/api/codings/{events[0]}").json()
    assert (form["own"]["values"]["best"], form["others"][0]["values"]["best"], form["coders"]) == (12, 10, 2)
    found = siv.get("/api/codings").json()
    assert len(found["forms"]) == 4
    best = next(one for one in found["agreement"] if one["field"] == "best")
    assert (best["events"], best["alike"]) == (2, 0)
    assert best["partings"][events[0]] == {"Ada": 10, "Siv": 12}


REPORT = "Three people were killed in shelling of Orvelo on Tuesday, the governor said."


def test_a_text_is_pasted_looked_at_and_added_or_not(record, client, api):
    before = api("/api/ledger")
    paste = client.post("/api/pastes", json={"text": REPORT, "published": "2026-03-04", "language": "en"}).json()
    [read] = paste["read"]
    assert not read["there"]
    assert read["claims"]
    assert read["document"]["text"].strip() == REPORT
    assert api(f"/api/pastes/{paste['name']}") == paste
    assert api("/api/ledger") == before
    record("/api/pastes/add", name=paste["name"])
    assert api(f"/api/documents/{read['key']}")["claims"] == read["claims"]
    again = client.post("/api/pastes", json={"file": b64encode(REPORT.encode()).decode(), "name": "orvelo.txt"}).json()
    assert client.post("/api/pastes/drop", json={"name": again["name"]}).json() == {"name": again["name"]}
    assert client.get(f"/api/pastes/{again['name']}").status_code == 404


def test_who_logged_out_is_out(address, browse):
    client = browse(address)
    client.post("/api/login", json={"name": "Ada", "password": PASSWORD})
    assert client.get("/api/ledger").status_code == 200
    client.post("/api/logout", json={})
    assert client.get("/api/ledger").status_code == 401


def test_a_post_that_is_no_json_is_refused(client):
    body = '{"claim": "e", "text": "x"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert client.post("/api/notes", content=body, headers={"Content-Type": kind}).status_code == 415


@pytest.mark.parametrize("asked", [{"limit": "many"}, {"from": "-1"}, {"since": "soon"}])
def test_a_parameter_that_makes_no_sense_is_told(client, asked):
    answer = client.get("/api/events", params=asked)
    assert answer.status_code == 400
    assert next(iter(asked)) in answer.json()["error"]


@pytest.mark.parametrize("path", ["/api/events/x", "/api/claims/x", "/api/documents/x", "/api/sources/x", "/api/x"])
def test_what_is_not_there_is_told_as_json(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]


def test_the_description_fits_the_answers(client, api):
    description = api("/api/openapi.json")
    assert sum(map(len, description["paths"].values())) == len(TABLE)
    event = api("/api/events", limit=1)["events"][0]
    claim = event["claims"][0]
    given = {"id": event["id"], "key": api(f"/api/claims/{claim}")["document"]}
    for path in description["paths"]:
        if "get" in description["paths"][path] and "pastes" not in path:
            named = {**given, **({"id": claim} if "claims" in path else {})}
            named |= {"key": api("/api/sources")["sources"][0]["key"]} if "sources" in path else {}
            answers = description["paths"][path]["get"]["responses"]
            schema = answers["200"]["content"]["application/json"]["schema"]
            jsonschema.validate(api(path.format(**named), limit=3), {**schema, "components": description["components"]})
    page = client.get("/api").text
    assert all(path in page for path in description["paths"])
