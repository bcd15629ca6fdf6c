"""The same ten things by keyboard alone: no test here touches the mouse."""

import re

from browsing import CLAIM, CLEAR, ORVELO, SEMAH, STRUCK, back, event
from playwright.sync_api import expect

RECORDED = re.compile(r"Recorded as row \d+")
FOCUSED = "one => one === document.activeElement"
REPORT = "Four people were injured when shells hit the ferry at Brenholm on Monday, the harbour master said."


def reach(page, locator, key="Tab"):
    """Press Tab until the focus stands on something; it must be reachable so."""
    locator.wait_for()
    for _ in range(150):
        page.keyboard.press(key)
        if locator.evaluate(FOCUSED):
            return
    raise AssertionError(f"{locator} cannot be reached with {key}")


def follow(page, locator, key="Tab"):
    """Reach it, and press Enter."""
    reach(page, locator, key)
    page.keyboard.press("Enter")


def press(page, *keys):
    """Press keys, once the page that stands there is whole."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def told(page):
    return page.get_by_role("status").filter(has_text=RECORDED)


def test_the_keys_are_shown_and_put_away(page):
    page.goto("/review")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("reject a claim")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_the_first_stop_leads_past_the_head_of_the_page(page):
    page.goto("/events")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("from")).to_be_focused()


def test_paste_a_report_and_add_it(page):
    page.goto("/sources")
    press(page, "g", "p")
    page.wait_for_url("**/paste")
    press(page, "/")
    expect(page.get_by_label("text", exact=True)).to_be_focused()
    page.keyboard.insert_text(REPORT)
    reach(page, page.get_by_label("published"))
    page.keyboard.type("2024-04-10")
    follow(page, page.get_by_role("button", name="Read it"))
    expect(page.locator("main")).to_contain_text("injured 4")
    press(page, "a")
    expect(page.get_by_role("heading", name="Add a claim")).to_be_visible()


def test_read_a_report(page):
    page.goto("/events")
    follow(page, page.get_by_role("link", name="Bombing, Orvelo"))
    follow(page, page.get_by_role("navigation", name="On this page").get_by_role("link", name="Reports", exact=True))
    follow(page, page.get_by_role("link", name="Unknown group says it planted Orvelo bomb"))
    words = page.locator("mark.c", has_text="any part in the").first
    before = back(words)
    follow(page, page.get_by_role("link", name="claim 6", exact=True).last)
    assert back(words) not in (before, CLEAR)


def test_follow_a_chain(page):
    page.goto(f"/event/{event(page, *ORVELO)}")
    follow(page, page.locator("#chains").get_by_role("link", name="police").first)
    voice = page.locator(".voice:target")
    follow(page, voice.locator(".statement a.id").first)
    follow(page, page.locator(".hands li").last.get_by_role("link"))
    expect(page.get_by_role("heading", level=2, name="What it has said, event by event")).to_be_visible()


def test_filter_on_the_map(page):
    page.goto("/events")
    follow(page, page.get_by_role("button", name="Karmen, 1 event"))
    expect(page.locator(".found")).to_have_text(re.compile(r"1 of \d+ events"))
    follow(page, page.get_by_role("link", name="any place"))
    expect(page.locator(".found")).to_have_text(re.compile(r"^\d+ events"))


def test_unfold_an_account(page):
    page.goto(f"/event/{event(page, *SEMAH)}")
    copies = page.locator(".copies").first
    follow(page, copies.locator("summary"))
    expect(copies.locator("ul")).to_be_visible()


def test_merge_two_events_and_take_it_back(page):
    page.goto("/sources")
    press(page, "g", "r")
    page.wait_for_url("**/review")
    follow(page, page.get_by_role("link", name="pairs of events"))
    page.wait_for_url("**/review?kind=pair")
    press(page, "j")
    pair = page.locator(".item.pair").first
    expect(pair).to_be_focused()
    press(page, "c")
    page.keyboard.type("the same depot")
    page.keyboard.press("Escape")
    follow(page, pair.get_by_role("button", name="Merge: one event"), "Shift+Tab")
    expect(told(page)).to_contain_text("the same depot")
    press(page, "u")
    expect(told(page)).to_be_visible()
    expect(told(page).get_by_role("button")).to_have_count(0)


def test_split_claims_off(page):
    page.goto(f"/judge/event/{STRUCK}")
    press(page, "s")
    reach(page, page.get_by_role("checkbox", name="split off").first)
    page.keyboard.press("Space")
    follow(page, page.get_by_role("button", name="Split off the claims marked"), "Shift+Tab")
    expect(told(page)).to_be_visible()


def test_correct_a_field(page):
    page.goto(f"/judge/claim/{CLAIM}")
    reach(page, page.get_by_role("combobox", name="what", exact=True))
    page.keyboard.type("place")
    reach(page, page.get_by_label("words of the report"))
    page.keyboard.type("the bus station")
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("the bus station")
    press(page, "u")
    expect(told(page).get_by_role("button")).to_have_count(0)


def test_reject_a_claim_and_take_it_back(page):
    page.goto(f"/judge/claim/{CLAIM}")
    press(page, "r")
    expect(page.locator(".ruling")).to_contain_text("rejected")
    press(page, "u")
    expect(page.locator(".ruling")).to_have_count(0)


def test_see_what_was_known_when(page):
    page.goto("/sources")
    follow(page, page.locator("summary", has_text="What was known when"))
    reach(page, page.get_by_role("slider", name="row"))
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("As it was known at row")).to_be_visible()
    follow(page, page.get_by_role("link", name="back to now"))
    expect(page.get_by_text("As of row")).to_be_visible()
