"""Pages for reading, and judging too, in a browser that runs no script."""

import re

from browsing import CLAIM, ORVELO, REPORT, event
from playwright.sync_api import expect


def test_events_are_listed_and_filtered(plain):
    plain.goto("/events")
    expect(plain.get_by_role("link", name="Bombing, Orvelo")).to_be_visible()
    expect(plain.locator("#map")).to_be_hidden()
    plain.get_by_role("textbox", name="place").fill("orvelo")
    plain.get_by_role("button", name="Show", exact=True).last.click()
    expect(plain.locator(".found")).to_have_text(re.compile(r"\d of \d+ events"))
    plain.locator(".times a").first.click()
    expect(plain).to_have_url(re.compile("since=.*place=orvelo|place=orvelo.*since="))


def test_an_account_unfolds_and_leads_on(plain):
    plain.goto(f"/event/{event(plain, *ORVELO)}")
    plain.locator(".copies summary").first.click()
    expect(plain.locator(".copies ul").first).to_be_visible()
    plain.locator("#chains").get_by_role("link", name="police").first.click()
    expect(plain.locator(".voice:target")).to_contain_text("in 9 reports")
    plain.get_by_role("link", name="the points that joined each report").click()
    expect(plain.get_by_role("table").first).to_be_visible()


def test_a_claim_lights_up_in_its_report(plain):
    plain.goto(f"/report/{REPORT}")
    words = plain.locator("mark.c", has_text="any part in the").first
    shade = words.screenshot()
    plain.locator("article.claim", has_text="The Column").first.hover()
    assert words.screenshot() != shade
    plain.locator("article.claim", has_text="The Column").first.get_by_role("link", name="why").click()
    plain.locator(".hands a").click()
    expect(plain.get_by_role("heading", level=2, name="What it has said, event by event")).to_be_visible()


def test_sources_are_listed(plain):
    plain.goto("/sources")
    plain.get_by_label("name or code").fill("police")
    plain.get_by_role("button", name="Show", exact=True).last.click()
    expect(plain.get_by_role("table").get_by_role("link").first).to_be_visible()


def test_an_earlier_moment_is_asked_for_by_its_row(plain):
    plain.goto("/events")
    plain.get_by_text("What was known when").click()
    plain.get_by_label("row, day or tag").fill("200")
    plain.get_by_label("row, day or tag").press("Enter")
    expect(plain.get_by_text("As it was known at row 200")).to_be_visible()


def test_a_claim_is_rejected_and_that_taken_back(plain):
    plain.goto(f"/judge/claim/{CLAIM}")
    plain.get_by_role("button", name="Reject").click()
    expect(plain.get_by_role("status")).to_contain_text("Recorded as row")
    plain.get_by_role("status").get_by_role("button", name="Take back").click()
    expect(plain.locator(".ruling")).to_have_count(0)
