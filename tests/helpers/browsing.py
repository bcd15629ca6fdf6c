"""A real browser for tests: Debian's chromium, and pages that tell what they asked for and what went wrong."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager

ARGUMENTS = (
    "--no-sandbox",  # tests run as root in a container; every page they open is our own
    "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run",
    "--enable-unsafe-swiftshader",  # the map draws without a graphics card
)  # fmt: skip
CHROMIUM = shutil.which("chromium")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ORVELO = ("Orvelo", "bombing")  # the event that ten of the bundled reports tell of
SEMAH = ("Dar Semah", "air_strike")  # the one on which voices part most
STRUCK = "e9dfe1d8218efe8ae"  # an air strike that two other reports tell of
REPORT = "0ef60dbda73dd70b"  # one of them
CLAIM = "bbeaa8fb871a01a3"  # a denial in it; any claim of an event leads to the event
CLEAR = "rgba(0, 0, 0, 0)"  # words that stand on nothing
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def workbench(ledger, *options):
    """`sayso serve` on a ledger, as a user starts it; gives its address."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), *map(str, options)]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield ADDRESS.search(process.stdout.readline())[0]
        finally:
            process.terminate()


@contextmanager
def launched():
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """What a context's pages asked others for, and what they complained of."""

    def __init__(self, context, address):
        self.outside, self.missing, self.complaints = [], [], []
        self._address = address
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _asked(self, request):
        if not request.url.startswith((f"{self._address}/", f"blob:{self._address}/", "data:")):
            self.outside.append(request.url)

    def _answered(self, response):
        if response.status >= 400 and response.request.resource_type != "document":
            self.missing.append(f"{response.status} {response.url}")

    def _said(self, message):
        # A page that answers 404 or 409 is told of as a failed load too; parts of pages that fail are in `missing`.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def trouble(self):
        """Everything that should not have been; empty when all was well."""
        return self.outside + self.missing + self.complaints


@contextmanager
def opened(browser, address, **options):
    """A page of a workbench, in a context of its own; fails at the end if anything went astray."""
    context = browser.new_context(**{"base_url": address, "locale": "en-GB", "viewport": WIDE, **options})
    context.set_default_timeout(15_000)
    watched = Watched(context, address)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert watched.trouble() == []


def event(page, place, kind):
    """The id of the event of a kind at a place."""
    return page.request.get(f"/api/events?place={place}&type={kind}&limit=1").json()["events"][0]["id"]


def back(words):
    """What words stand on, as the browser paints it."""
    return words.evaluate("one => getComputedStyle(one).backgroundColor")


PLACE = """words => {
  const walker = document.createTreeWalker(document.querySelector(".source-text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    node.parentElement.scrollIntoView({block: "center"});
    const [first] = range.getClientRects();
    return [first.left, first.top + first.height / 2, first.right, first.top + first.height / 2];
  }
}"""


def mark(page, words):
    """Select words of the report on a page with the mouse, from their left to their right."""
    left, top, right, bottom = page.evaluate(PLACE, words)
    page.mouse.move(left + 0.5, top)
    page.mouse.down()
    page.mouse.move(right - 0.5, bottom, steps=4)
    page.mouse.up()
