"""The coding form in the browser: filled, saved by each coder, compared."""

import csv
import html
import io
import re

from judging import Coder, event_of

FIELDS = re.compile(r'<(?:input|textarea)[^>]* name="([a-z_]+)"(?: value="([^"]*)")?')


def form(coder, event, **changed):
    """The form as it stands on the page, with some fields changed."""
    page = html.unescape(coder.see(f"/coding/{event.id}"))
    given = {name: value for name, value in FIELDS.findall(page) if name not in ("token", "row", "back", "why")}
    for name, options in re.findall(r'<select[^>]* name="([a-z_]+)">(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r"<option selected>(\d+)", options)
        given[name] = chosen[1] if chosen else ""
    return {**given, **changed}


def test_the_form_is_filled_with_the_claims_behind_each_value(client, state):
    event = event_of(state(), "Orvelo")
    page = html.unescape(Coder(client).see(f"/coding/{event.id}"))
    given = form(Coder(client), event)
    assert (given["low"], given["best"], given["high"], given["date_start"]) == ("7", "7", "7", "2023-03-05")
    assert given["type_of_violence"] == ""
    used = next(one.used for one in event.estimates if one.effect == "killed" and one.group is None)
    assert f"/judge/claim/{used[0]}" in page


def test_a_form_is_saved_as_a_row_and_stands_there_again(client, state):
    ada, event = Coder(client), event_of(state(), "Orvelo")
    row = ada.done(f"/coding/{event.id}", **form(ada, event, type_of_violence="3", best="6", low="6"), why="as told")
    page = ada.see(f"/coding/{event.id}")
    assert f"as saved in row {row}" in page
    assert form(ada, event)["best"] == "6"
    (one,) = state().state.decisions
    assert (one.values["best"], one.values["type_of_violence"], one.by) == (6, 3, "Ada Brandt")
    assert one.evidence["best"]


def test_a_form_with_a_value_that_is_none_is_refused(client, state):
    ada, event = Coder(client), event_of(state(), "Orvelo")
    answer = ada.act(f"/coding/{event.id}", status=422, **form(ada, event, best="many"))
    assert "best: 'many' is no number" in html.unescape(answer.text)


def test_two_code_apart_and_see_how_far_they_agree(two, state):
    ada, bo, rut = two
    events = [event_of(state(), place) for place in ("Orvelo", "Kessa", "Veldhamn")]
    for event in events:
        ada.done(f"/coding/{event.id}", **form(ada, event, side_a="Ada's side"))
    page = bo.see(f"/coding/{events[0].id}")
    assert "1 other coder has saved a form" in page
    assert "Ada&#39;s side" not in page, "two code apart from each other"
    for k, event in enumerate(events):
        bo.done(f"/coding/{event.id}", **form(bo, event, side_a="Bo's side", deaths_a=str(k)))
    assert "Ada&#39;s side" in bo.see(f"/coding/{events[0].id}")
    page = html.unescape(rut.see("/coding"))
    assert "3 events coded" in page
    assert "Ada <b>Ada's side</b>, Bo <b>Bo's side</b>" in page
    assert re.search(
        r"<code>best</code></th><td>interval</td><td class=\"n\">\d</td><td class=\"n\">\d</td><td class=\"n\">1.000",
        page,
    )
    rows = list(csv.DictReader(io.StringIO(rut.client.get("/coding.csv").content.decode("utf-8-sig"))))
    assert {(row["coder"], row["side_a"]) for row in rows} == {("Ada", "Ada's side"), ("Bo", "Bo's side")}
    assert {row["id"] for row in rows} == {event.id for event in events}
