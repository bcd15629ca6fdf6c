"""Take the pictures of the workbench that the documentation shows: `make pictures`.

Reads the bundled reports into a ledger of its own, serves it, and opens its pages in a chromium that must be installed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from browsing import CHROMIUM, CLAIM, NARROW, REPORT, launched, opened, workbench
from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
INTO = ROOT / "docs" / "pictures"
MOST = 200_000  # bytes of a picture
SIZE = {"width": 1280, "height": 740}
PASTED = (
    "Nine people were killed when a bridge at Aldmoor collapsed under shelling on Monday, the mayor said.\n\n"
    "The Northern Front denied that its guns had fired. “We have no positions in range,” a spokesman told The Lantern."
)


def still(page: Page) -> None:
    """Nothing more to do."""


def mapped(page: Page) -> None:
    """Wait until the dots stand on the map."""
    page.get_by_role("button", name="Tamura").wait_for()
    page.wait_for_load_state("networkidle")


def lit(page: Page) -> None:
    """Point at a claim, so that its words stand out."""
    page.locator("article.claim").first.hover()


def down(selector: str) -> Callable[[Page], None]:
    """Begin the picture at a part of the page."""
    return lambda page: page.locator(selector).evaluate("one => one.scrollIntoView()")


def paste(page: Page) -> None:
    """Read a text, and add it to no ledger."""
    page.get_by_label("text", exact=True).fill(PASTED)
    page.get_by_label("published").fill("2024-03-06")
    page.get_by_label("publisher").fill("The Harbour Post")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What is read in it").wait_for()


class Picture(NamedTuple):
    """A picture: the file's name, the page, what is done there first, and the screen."""

    name: str
    path: str
    first: Callable[[Page], None] = still
    scheme: str = "light"
    size: dict[str, int] = SIZE


PICTURES = (
    Picture("events", "/events", mapped),
    Picture("account", f"/event/{CLAIM}"),
    Picture("account-said", f"/event/{CLAIM}", down("#said")),
    Picture("account-moved", f"/event/{CLAIM}", down("#moved")),
    Picture("report", f"/report/{REPORT}", lit),
    Picture("review", "/review"),
    Picture("correct", f"/judge/claim/{CLAIM}"),
    Picture("coding", f"/coding/{CLAIM}"),
    Picture("paste", "/paste", paste),
    Picture("report-dark", f"/report/{REPORT}", lit, "dark"),
    Picture("events-phone", "/events", mapped, size=NARROW),
)


def take(browser: object, address: str, one: Picture) -> None:
    """Take one picture, and say how large it is."""
    with opened(browser, address, viewport=one.size, color_scheme=one.scheme) as page:
        page.goto(one.path)
        one.first(page)
        taken = page.screenshot(path=INTO / f"{one.name}.png", animations="disabled")
    print(f"docs/pictures/{one.name}.png  {len(taken) // 1000} kB")
    if len(taken) > MOST:
        raise SystemExit(f"{one.name}.png has more than {MOST // 1000} kB; make its window smaller")


def main() -> None:
    """Take them all."""
    if CHROMIUM is None:
        raise SystemExit("no chromium is installed (on Debian: apt-get install chromium)")
    INTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "stories.db"
        command = [sys.executable, "-m", "sayso", "add", "--ledger", str(ledger), "src/sayso/reports"]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        with workbench(ledger) as address, launched() as browser:
            for one in PICTURES:
                take(browser, address, one)


if __name__ == "__main__":
    main()
