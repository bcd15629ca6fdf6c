"""A text pasted or a file handed in: read aside, shown, added only when that is said."""

import pytest

from sayso.run.aside import Aside, AsideError, Order
from sayso.run.moment import today

TEXT = "At least 12 people were killed on Tuesday when shells hit the harbour in Selvik, the mayor said."
PAGE = (
    f"<html><head><title>Selvik</title></head><body><article><p>{TEXT}</p><p>{'So it was. ' * 9}</p></article></body>"
)


@pytest.fixture(scope="module")
def aside():
    made = Aside()
    yield made
    made.close()


def test_a_pasted_text_is_shown_and_added_only_when_that_is_said(ada, state):
    before = state().state.head
    answer = ada.act("/paste", on="/paste", text=TEXT, published="2024-03-07", publisher="The Harbour Post")
    assert "shells hit the harbour in Selvik" in answer.text
    assert "2024-03-05" in answer.text
    assert "Nothing of this is in the ledger yet" in answer.text
    path = answer.url.path
    assert state().state.head == before
    ada.act(f"{path}/add", on=path)
    assert "The Harbour Post" in [one.publisher for one in state().state.reports if one.published == "2024-03-07"]
    assert ada.client.get(path).status_code == 404, "it is in the ledger, and waits no more"
    again = ada.act("/paste", on="/paste", text=TEXT, published="2024-03-07", publisher="The Harbour Post")
    assert "already in the ledger" in again.text
    ada.act(f"{again.url.path}/drop", on=again.url.path)
    assert ada.client.get(again.url.path).status_code == 404


def test_a_web_page_is_handed_in_as_a_file(ada):
    answer = ada.act("/paste", on="/paste", files={"file": ("selvik.html", PAGE.encode(), "text/html")})
    assert "shells hit the harbour in Selvik" in answer.text
    assert "&lt;p&gt;" not in answer.text


UNREAD = (
    ({"text": " "}, None, "Paste a text or choose a file"),
    ({"text": TEXT, "published": "Tuesday"}, None, "The date is none"),
    ({"text": "Це зовсім інша мова, якої тут ніхто не читає сьогодні."}, None, "no language pack"),
    ({"text": TEXT, "language": "xx"}, None, "xx"),
    ({}, {"file": ("x.bin", bytes(range(256)) * 100)}, "x.bin"),
    ({}, {"file": ("x.pdf", b"%PDF-1.7 and then nothing")}, "x.pdf"),
    ({}, {"file": ("../../etc/passwd\n", b"\0" * 100)}, "etc/passwd"),
)


def test_what_cannot_be_read_comes_back_with_the_reason_and_nothing_is_lost(ada, state):
    before = state().state.head
    for fields, files, message in UNREAD:
        answer = ada.act("/paste", on="/paste", status=422, files=files, **fields)
        assert message in answer.text, (fields, files)
        assert fields.get("text", "").strip() in answer.text
    assert state().state.head == before


def test_twenty_megabytes_are_refused_with_a_clear_page(ada, state):
    before = state().state.head
    answer = ada.act("/paste", on="/paste", status=413, text="x" * 20_000_000)
    assert "Too large" in answer.text
    assert "sayso add" in answer.text
    assert state().state.head == before


def test_what_somebody_pasted_is_theirs_alone(ada):
    assert ada.client.get("/paste/AAAAAAAAAAAAAAAAAAAAAA").status_code == 404


def test_what_takes_too_long_is_ended_and_the_next_is_read(aside):
    slow = Aside(seconds=0.3)
    order = Order(raw=(TEXT * 20_000).encode(), name="long.txt", given={}, today=today())
    with pytest.raises(AsideError, match="takes longer"):
        slow.read(order)
    slow.close()
    answer = aside.read(Order(raw=TEXT.encode(), name="short.txt", given={"published": "2024-03-07"}, today=today()))
    assert [one.record.published for one in answer.found] == ["2024-03-07"]
    assert answer.found[0].record.claims
