"""Ten things that people do in the workbench, in a real browser with a mouse, as the tour in the README has them."""

import re

from browsing import CLAIM, CLEAR, ORVELO, SEMAH, STRUCK, back, event, mark
from playwright.sync_api import expect

RECORDED = re.compile(r"Recorded as row \d+")
REPORT = "Nine people were killed when a bridge at Aldmoor collapsed under shelling on Monday, the mayor said."


def told(page):
    """The note on what was just recorded."""
    return page.get_by_role("status").filter(has_text=RECORDED)


def total(page):
    """How many events there are."""
    return page.request.get("/api/events?limit=1").json()["total"]


def test_paste_a_report_see_its_claims_and_add_it(page):
    page.goto("/events")
    page.get_by_role("link", name="Paste").click()
    page.get_by_label("text", exact=True).fill(REPORT)
    page.get_by_label("published").fill("2024-03-06")
    page.get_by_label("publisher").fill("The Harbour Post")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("Nothing of this is in the ledger yet.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("killed 9")
    page.get_by_role("button", name="Add to the ledger").click()
    expect(page.locator("main")).to_contain_text("The Harbour Post")
    page.goto("/events?since=2024-03-04&until=2024-03-04")
    page.get_by_role("table").get_by_role("link").click()
    expect(page.locator(".voices")).to_contain_text("a bridge at Aldmoor collapsed")


def test_read_a_report_with_its_claims_lit(page):
    page.goto(f"/event/{event(page, *ORVELO)}")
    page.locator("#reports").get_by_role("link", name="Unknown group says it planted Orvelo bomb").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("toll reaches seven")
    words = page.locator("mark.c", has_text="any part in the").first
    before = back(words)
    page.locator("article.claim", has_text="The Column").first.hover()
    assert back(words) not in (before, CLEAR)
    assert back(page.locator(".row mark.c").first) == CLEAR


def test_follow_a_chain_from_an_outlet_to_the_one_who_said_it(page):
    page.goto(f"/event/{event(page, *ORVELO)}")
    chains = page.locator("#chains")
    expect(chains.locator("svg")).to_contain_text("19 voices")
    chains.get_by_role("link", name="police").first.click()
    voice = page.locator(".voice:target")
    expect(voice).to_contain_text("in 9 reports")
    voice.locator(".statement a.id").first.click()
    hands = page.locator(".hands li")
    expect(hands.first).to_contain_text("the report itself")
    hands.last.get_by_role("link").click()
    expect(page.get_by_role("heading", level=2, name="What it has said, event by event")).to_be_visible()


def test_filter_the_events_on_the_map(page):
    every = total(page)
    page.goto("/events")
    page.get_by_role("button", name="Tamura, 1 event").click()
    expect(page.locator(".found")).to_have_text(f"1 of {every} events")
    expect(page).to_have_url(re.compile("place=Tamura"))
    expect(page.get_by_label("place", exact=True)).to_have_value("Tamura")
    page.get_by_role("link", name="any place").click()
    expect(page.locator(".found")).to_have_text(f"{every} events")
    page.get_by_role("button", name="Only what the map shows").click()
    expect(page.locator(".found")).to_have_text(re.compile(rf"\d of {every} events"))
    page.get_by_role("button", name="Everywhere").click()
    expect(page.locator(".found")).to_have_text(f"{every} events")


def test_an_account_tells_who_says_what_and_how_the_figures_moved(page):
    page.goto(f"/event/{event(page, *SEMAH)}")
    expect(page.locator(".facts")).to_contain_text("85")
    copies = page.locator(".copies").first
    expect(copies.locator("ul")).to_be_hidden()
    copies.locator("summary").click()
    expect(copies.locator("ul")).to_be_visible()
    expect(page.locator("#contradictions .side-by-side li").first).to_be_visible()
    expect(page.locator("#moved svg").first).to_be_visible()
    page.get_by_role("link", name="the points that joined each report").click()
    expect(page.locator("#joined-here table").first).to_be_visible()


def test_merge_a_pair_of_events(page):
    every = total(page)
    page.goto("/sources")
    page.get_by_role("link", name="Review").click()
    page.get_by_role("link", name="pairs of events").click()
    pair = page.get_by_role("listitem").filter(has_text="Khasham").filter(has_text="Deir ez-Zor").first
    pair.get_by_label("reason", exact=True).fill("the same night at the same bridge")
    pair.get_by_role("button", name="Merge: one event").click()
    expect(told(page)).to_be_visible()
    told(page).get_by_role("button", name="Take back").click()
    assert total(page) == every


def test_split_claims_off_an_event(page):
    every = total(page)
    page.goto(f"/judge/event/{STRUCK}")
    page.get_by_role("checkbox", name="split off").nth(1).check()
    page.get_by_label("reason", exact=True).first.fill("another strike, a day later")
    page.get_by_role("button", name="Split off the claims marked").click()
    expect(told(page)).to_be_visible()
    assert total(page) == every + 1


def test_correct_a_field_by_selecting_text(page):
    page.goto(f"/judge/claim/{CLAIM}")
    mark(page, "the bus station")
    page.get_by_role("combobox", name="what", exact=True).select_option("place")
    expect(page.get_by_label("words of the report")).to_have_value("the bus station")
    page.get_by_label("reason", exact=True).fill("where the fire was set")
    page.get_by_role("button", name="Correct").first.click()
    expect(told(page)).to_be_visible()
    page.goto(f"/claim/{CLAIM}")
    expect(page.locator(".fields-of")).to_contain_text("the bus station")
    page.goto(f"/judge/claim/{CLAIM}")
    page.get_by_role("button", name="Take back").click()


def test_take_back_what_was_decided(page):
    page.goto(f"/judge/claim/{CLAIM}")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".ruling")).to_contain_text("rejected")
    page.goto(f"/event/{event(page, *ORVELO)}")
    expect(page.locator(".voices")).not_to_contain_text("any part in the attack")
    page.goto(f"/judge/claim/{CLAIM}")
    page.get_by_role("listitem").filter(has_text="reject").get_by_role("button", name="Take back").click()
    expect(page.locator(".ruling")).to_have_count(0)
    page.goto(f"/event/{event(page, *ORVELO)}")
    expect(page.locator(".voices")).to_contain_text("any part in the attack")


def test_see_what_was_known_when(page):
    page.goto("/events")
    page.get_by_text("What was known when").click()
    page.get_by_role("slider", name="row").fill("200")
    expect(page.get_by_text("As it was known at row 200")).to_be_visible()
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("as_of=200"))
    page.get_by_role("link", name="back to now").click()
    expect(page.get_by_text("As of row")).to_be_visible()
