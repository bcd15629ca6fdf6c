"""Every page is fit for a screen reader, a low light and a phone: axe finds nothing, and nothing sticks out."""

import shutil

import pytest
from argon2 import PasswordHasher
from axe_playwright_python.base import AXE_SCRIPT
from browsing import CLAIM, NARROW, REPORT, STRUCK, WIDE, opened, workbench
from people import PASSWORD
from playwright.sync_api import expect

from sayso.web.users import User, write_users

# Lists as they were at row 150: the rows are of the same make, and few are looked over sooner.
PAGES = (
    "/events?as_of=150", "/events?place=nowhere", f"/event/{CLAIM}", f"/event/{STRUCK}/joined", f"/report/{REPORT}",
    f"/claim/{CLAIM}", "/sources?as_of=150", "/source/tarv:defence-ministry", "/review?as_of=150",
    f"/judge/event/{STRUCK}", f"/judge/claim/{CLAIM}", f"/judge/report/{REPORT}", "/coding", f"/coding/{CLAIM}",
    "/paste", "/about", "/api", "/event/nothing",
)  # fmt: skip
# What axe asks of a page; its fetching of style sheets once more is left out.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
RUN = "options => axe.run(options).then(found => found.violations)"
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def shared(stories, tmp_path_factory):
    """A workbench where people log in."""
    folder = tmp_path_factory.mktemp("shared")
    digest = PasswordHasher(time_cost=1).hash(PASSWORD)
    write_users(folder / "people.toml", [User(name=name, role="review", password=digest) for name in ("Ada", "Siv")])
    with workbench(shutil.copy(stories, folder), "--users", folder / "people.toml") as started:
        yield started


def faults(page):
    """What axe finds wrong: the rule, where, and in which words."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, OPTIONS)
    return [(one["id"], node["target"], node["failureSummary"]) for one in found for node in one["nodes"]]


def check(page):
    """Nothing wrong in either theme, on a wide screen and on a phone, and nothing wider than the screen."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert faults(page) == [], theme
        assert page.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_either_theme(page, path):
    page.goto(path)
    page.evaluate(UNFOLD)
    check(page)


def test_axe_finds_nothing_in_the_table_of_keys(page):
    page.goto("/review?as_of=60")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check(page)


def test_axe_finds_nothing_in_what_was_pasted_decided_and_refused(page):
    page.goto("/paste")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page)
    page.get_by_label("text", exact=True).fill("Two people were killed in Orvelo on 5 March 2023, police said.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What is read in it")).to_be_visible()
    check(page)
    page.goto(f"/coding/{STRUCK}")
    page.get_by_label("date_start").fill("soon")
    page.get_by_role("button", name="Save my form").click()
    expect(page.get_by_role("heading", name="Not recorded")).to_be_visible()
    check(page)
    page.goto(f"/coding/{STRUCK}")
    page.get_by_role("button", name="Save my form").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded as row")
    check(page)
    page.goto("/coding")
    check(page)


def enter(page, name, password=PASSWORD):
    """Log in."""
    page.goto(f"/login?back=/judge/claim/{CLAIM}")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_axe_finds_nothing_at_the_login(browser, shared):
    with opened(browser, shared) as page:
        enter(page, "Ada", "a guess")
        expect(page.get_by_role("alert")).to_be_visible()
        check(page)


def test_axe_finds_nothing_where_somebody_was_first(browser, shared):
    with opened(browser, shared) as ada, opened(browser, shared) as siv:
        for page, name in ((ada, "Ada"), (siv, "Siv")):
            enter(page, name)
            page.get_by_label("reason or comment").first.fill(f"{name} has read it")
        siv.get_by_role("button", name="Accept").click()
        expect(siv.get_by_role("status")).to_contain_text("Siv has read it")
        ada.get_by_role("button", name="Reject").click()
        expect(ada.get_by_role("heading", name="Somebody was first")).to_be_visible()
        expect(ada.get_by_role("textbox")).to_have_value("Ada has read it")
        check(ada)


def test_axe_would_find_what_is_wrong(page):
    page.goto("/login")
    page.evaluate("document.querySelector('main').innerHTML = '<input><p class=pale>pale</p>'")
    page.evaluate("document.querySelector('.pale').setAttribute('class', 'rule'), document.body.style.color = '#ccc'")
    assert {rule for rule, _, _ in faults(page)} >= {"label", "color-contrast"}
