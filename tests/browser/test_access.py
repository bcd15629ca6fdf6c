"""Every page is fit for a screen reader, a low light and a phone: axe finds nothing, and nothing sticks out."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browsing import CLAIM, NARROW, ORVELO, REPORT, STRUCK

# Lists as they were at row 150: the rows are of the same make, and few are looked over sooner.
PAGES = (
    "/events?as_of=150", "/events?place=nowhere", f"/event/{ORVELO}", f"/event/{STRUCK}/joined", f"/report/{REPORT}",
    f"/claim/{CLAIM}", "/sources?as_of=150", "/source/tarv:defence-ministry", "/review?as_of=150",
    f"/judge/event/{STRUCK}", f"/judge/claim/{CLAIM}", f"/judge/report/{REPORT}", "/coding", f"/coding/{ORVELO}",
    "/paste", "/api", "/event/nothing",
)  # fmt: skip
# What axe asks of a page; its fetching of style sheets once more is left out.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
RUN = "options => axe.run(options).then(found => found.violations)"
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page):
    """What axe finds wrong: the rule, where, and in which words."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, OPTIONS)
    return [(one["id"], node["target"], node["failureSummary"]) for one in found for node in one["nodes"]]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_either_theme(page, path):
    page.goto(path)
    page.evaluate(UNFOLD)
    assert faults(page) == []
    assert page.evaluate(TOO_WIDE) == 0
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    assert faults(page) == []
    assert page.evaluate(TOO_WIDE) == 0


def test_axe_would_find_what_is_wrong(page):
    page.goto("/login")
    page.evaluate("document.querySelector('main').innerHTML = '<input><p class=pale>pale</p>'")
    page.evaluate("document.querySelector('.pale').setAttribute('class', 'rule'), document.body.style.color = '#ccc'")
    assert {rule for rule, _, _ in faults(page)} >= {"label", "color-contrast"}
