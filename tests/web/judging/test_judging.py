"""Judging in the browser: every decision a row, seen at once, taken back, and never over somebody else's unseen."""

import html
import re
import threading

from judging import TOKEN, event_of

from sayso.core.decided import rejected, reviewed


def home(release, claim):
    return next((one for one in release.events if claim in one.claims), None)


def test_the_queue_shows_why_each_entry_is_in_it(ada):
    page = html.unescape(ada.see("/review"))
    assert re.search("[0-9]+ entries to review", page)
    assert "voices part on killed" in page
    assert "the rules nearly made these one event" in html.unescape(ada.see("/review?kind=pair"))
    assert "never how grave an event was" in page
    assert "Nothing waits" not in ada.see("/review?page=99"), "a page too far is the last one"


def test_a_claim_is_rejected_shown_as_rejected_and_taken_back(ada, state):
    claim = event_of(state(), "Orvelo").claims[0]
    row = ada.done("/judge/rule", claim=claim, verdict="reject", why="a film <b>is</b> meant")
    assert rejected(state().state) == {claim}
    assert home(state(), claim) is None
    page = ada.see(f"/judge/claim/{claim}")
    assert "rejected: Ada Brandt, <q>a film &lt;b&gt;is&lt;/b&gt; meant</q>" in page
    answer = ada.act("/judge/undo", undo=row)
    assert "taken back" in answer.text
    assert rejected(state().state) == frozenset()
    assert home(state(), claim) is not None


def test_what_was_just_done_can_be_taken_back_from_any_page(ada, state):
    claim = event_of(state(), "Orvelo").claims[0]
    answer = ada.act("/judge/rule", claim=claim, verdict="accept", on="/review?page=2")
    assert "page=2" in str(answer.url)
    assert 'data-key="u"' in answer.text
    assert "no reason given" in answer.text


def test_an_event_accepted_as_it_is_leaves_the_queue(ada, state):
    event = event_of(state(), "Veldhamn")
    assert event.id in ada.see("/review")
    ada.done("/judge/review", event=event.id, why="all reports read")
    assert reviewed(state().state, event) == "reviewed"
    assert event.id not in ada.see("/review")
    assert "reviewed" in ada.see(f"/judge/event/{event.id}")


def test_two_events_are_merged_and_parted_again(ada, state):
    one, other = event_of(state(), "Orvelo"), event_of(state(), "Kessa")
    ada.done("/judge/arrange", verdict="merge", event=[one.id, other.id], why="one story")
    merged = home(state(), one.claims[0])
    assert {*one.claims, *other.claims} <= {*merged.claims}
    ada.done("/judge/arrange", verdict="split", event=merged.id, claim=list(other.claims), why="two stories")
    assert home(state(), other.claims[0]).claims == other.claims
    assert home(state(), one.claims[0]).claims == one.claims


def test_a_pair_that_is_not_the_same_leaves_the_queue_and_stays_apart(ada, state):
    page = ada.see("/review?kind=pair")
    pair = re.findall(r'name="event" value="(e[0-9a-f]+)"', page)
    row = ada.done("/judge/arrange", verdict="apart", event=pair[:2], on="/review?kind=pair")
    assert pair[0] not in ada.see("/review?kind=pair")
    ada.done("/judge/undo", undo=row)
    left, right = (re.search(rf'name="{side}" value="([0-9a-f]+)"', page)[1] for side in ("left", "right"))
    ada.done("/judge/compare", left=left, right=right, on="/review?kind=pair")
    assert pair[0] not in ada.see("/review?kind=pair")


def test_a_field_is_put_right_by_marked_words_and_by_choosing(ada, state):
    event = event_of(state(), "Orvelo")
    claim = event.claims[0]
    page = ada.see(f"/judge/claim/{claim}")
    assert 'class="source-text"' in page
    fields = {
        "claim": claim,
        "part": "figure",
        "words": "at least three",
        "words_before": "",
        "means": "3..",
        "figure": "0",
    }
    ada.done("/judge/mark", on=f"/judge/claim/{claim}", **fields)
    ada.done("/judge/correct", on=f"/judge/claim/{claim}", claim=claim, field="certainty", value="probable")
    now = state().state
    put = next(one for report in now.reports for one in report.claims if one.id == claim)
    text = next(now.documents[report.key].text for report in now.reports if put in report.claims)
    assert put.casualties[0].span[0].of(text) == "at least three"
    assert put.certainty == "probable"
    assert "casualties.0" in ada.see(f"/judge/claim/{claim}")


REFUSED = (
    ("/judge/mark", {"part": "place", "words": "Nowhere at all"}, "does not stand in the report"),
    ("/judge/mark", {"part": "place", "words": ""}, "mark the words"),
    ("/judge/mark", {"part": "date", "words": "Orvelo"}, "give the date"),
    ("/judge/correct", {"field": "certainty", "value": "sure"}, "Invalid enum value"),
    ("/judge/correct", {"field": "id", "value": "x"}, "is not corrected"),
    ("/judge/rule", {"claim": "zzz"}, "no claim or event"),
    ("/judge/review", {"event": "zzz"}, "no event"),
    ("/judge/arrange", {"event": "zzz", "verdict": "merge"}, "no event"),
    ("/judge/arrange", {"verdict": "split"}, "nothing to put together"),
    ("/judge/note", {"why": " "}, "say why"),
    ("/judge/undo", {"undo": "1"}, "only a judgement"),
    ("/judge/undo", {"undo": "x"}, "say which row"),
    ("/judge/undo", {"undo": "999999"}, "no row 999999"),
    ("/judge/add", {"content": "Nowhere at all"}, "does not stand in the report"),
    ("/judge/add", {"content": ""}, "mark the words"),
)


def test_what_cannot_be_recorded_is_refused_with_the_reason(ada, state):
    before = state()
    claim = event_of(before, "Orvelo").claims[0]
    report = next(one for one in before.state.reports if any(claim == each.id for each in one.claims))
    for path, fields, message in REFUSED:
        answer = ada.act(path, status=422, on="/paste", **{"claim": claim, "document": report.key, **fields})
        assert message in html.unescape(answer.text), (path, fields)
    assert state().state.head == before.state.head


def test_a_claim_the_reader_missed_is_added_counted_and_taken_back(ada, state):
    report = next(one for one in state().state.reports if one.id == "orvelo-01-meridian")
    on = f"/judge/report/{report.key}"
    assert "A car bomb exploded" in ada.see(on)
    row = ada.done(
        "/judge/add", on=on, document=report.key, content="A car bomb exploded outside the bus station in Orvelo",
        source="police", kind="office", type="bombing", date="2023-03-05", place="Orvelo", why="missed",
        figure_0_effect="killed", figure_0_number="40..",
    )  # fmt: skip
    page = html.unescape(ada.see(on))
    assert "killed ≥ 40" in page
    assert [one.claim.casualties[0].low for one in state().state.decisions] == [40]
    ada.done("/judge/undo", on=on, undo=row)
    assert "≥ 40" not in html.unescape(ada.see(on))


def test_notes_stand_on_a_claim_and_on_an_event(ada, state):
    event = event_of(state(), "Orvelo")
    ada.done("/judge/note", event=event.id, why="asked the police")
    ada.done("/judge/note", claim=event.claims[0], why="asked the agency")
    page = ada.see(f"/judge/event/{event.id}")
    assert "asked the police" in page
    assert "asked the agency" in page


def test_a_form_older_than_somebody_elses_decision_is_shown_and_not_lost(two, state):
    ada, bo, _ = two
    claim = event_of(state(), "Orvelo").claims[0]
    row = state().state.head
    bo.done("/judge/rule", claim=claim, verdict="accept", why="read it twice")
    answer = ada.act("/judge/rule", status=409, row=row, claim=claim, verdict="reject", why="not what it says")
    assert "Somebody was first" in answer.text
    assert "read it twice" in answer.text
    assert "not what it says" in answer.text
    assert rejected(state().state) == frozenset()
    again = dict(re.findall(r'name="(row|claim|verdict)" value="([^"]*)"', answer.text))
    ada.done("/judge/rule", **again, why="not what it says, all the same")
    assert rejected(state().state) == {claim}
    ada.done("/judge/rule", row=row, claim=event_of(state(), "Kessa").claims[0], verdict="accept")


def test_a_merge_older_than_somebody_elses_split_is_held_back(two, state):
    ada, bo, _ = two
    one, other = event_of(state(), "Orvelo"), event_of(state(), "Kessa")
    row = state().state.head
    bo.done("/judge/arrange", verdict="apart", event=[one.id, other.id])
    ada.act("/judge/arrange", status=409, row=row, verdict="merge", event=[one.id, other.id])
    assert home(state(), one.claims[0]) != home(state(), other.claims[0])


def test_two_who_judge_at_once_lose_nothing(two, state):
    ada, bo, _ = two
    claims = [event.claims[0] for event in state().events][:8]
    before = state().state.head

    def judge(who, some):
        for claim in some:
            who.done("/judge/rule", claim=claim, verdict="accept")

    threads = [threading.Thread(target=judge, args=(who, some)) for who, some in ((ada, claims[:4]), (bo, claims[4:]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state().state.head == before + len(claims)
    assert {one.by for one in state().state.decisions} == {"Ada", "Bo"}


def test_somebody_who_may_only_read_decides_nothing(two, state):
    *_, rut = two
    before = state()
    page = rut.see("/review")
    assert "<button data-do" not in page
    assert 'action="/judge/' not in page
    for path in ("rule", "review", "arrange", "compare", "note", "correct", "mark", "add", "undo"):
        form = {"token": TOKEN.search(page)[1], "claim": event_of(before, "Orvelo").claims[0]}
        assert rut.client.post(f"/judge/{path}", data=form).status_code == 403, path
    assert state().state.head == before.state.head


def test_a_page_of_what_is_not_there_says_so(ada):
    for path in ("/judge/event/zzz", "/judge/claim/zzz", "/judge/report/zzz", "/coding/zzz", "/paste/zzz"):
        assert ada.client.get(path).status_code == 404
    assert ada.client.get("/review?done=99999&page=x&kind=none").status_code == 200


def test_every_page_of_judging_in_swedish(ada, state):
    event = event_of(state(), "Orvelo")
    ada.client.headers["Accept-Language"] = "sv"
    assert "Godta som den är" in ada.see("/review")
    assert "Slå ihop" in ada.see(f"/judge/event/{event.id}")
    assert "Rätta" in ada.see(f"/judge/claim/{event.claims[0]}")
    assert "Kodblankett" in ada.see(f"/coding/{event.id}")
    assert "Klistra in en rapport" in ada.see("/paste")
