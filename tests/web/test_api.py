"""The API: values of the contract, what is asked, what is recorded, what is refused, and its description."""

import jsonschema
import pytest

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
    source = api(f"/api/sources/{line['id']}")
    assert source["source"] == line
    assert len(source["claims"]) == line["claims"]


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


def test_claims_are_ruled_on_and_events_arranged_and_reviewed(client, api):
    one, other = (event["id"] for event in api("/api/events")["events"][:2])
    claims = api(f"/api/events/{other}")["event"]["claims"]

    def record(path, **body):
        answer = client.post(path, json={**body, "why": "looked at it"})
        assert answer.status_code == 200, answer.text
        return answer.json()["row"]

    record("/api/reviews", event=one)
    record("/api/arrangements", events=[one, other], verdict="merge")
    assert set(claims) <= set(api(f"/api/events/{one}")["event"]["claims"])
    record("/api/arrangements", events=[one], claims=claims, verdict="split")
    assert set(api(f"/api/events/{claims[0]}")["event"]["claims"]) == set(claims)
    row = record("/api/rulings", claim=claims[0], verdict="reject")
    assert api(f"/api/claims/{claims[0]}")["event"] is None
    record("/api/retractions", row=row)
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
        ("/api/retractions", {"row": 1, "why": "x"}, 422, "only a judgement"),
    ],
)
def test_what_does_not_fit_is_told_and_not_recorded(client, path, body, status, word):
    last = client.get("/api/ledger").json()["as_of"]["last"]
    answer = client.post(path, json=body)
    assert answer.status_code == status
    assert word in answer.json()["error"]
    assert client.get("/api/ledger").json()["as_of"]["last"] == last


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
    assert len(description["paths"]) == len(TABLE)
    schema = description["paths"]["/api/events/{id}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    event = api("/api/events", limit=1)["events"][0]["id"]
    jsonschema.validate(api(f"/api/events/{event}"), {**schema, "components": description["components"]})
    page = client.get("/api").text
    assert all(path in page for path in description["paths"])
