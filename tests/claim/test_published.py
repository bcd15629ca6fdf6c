"""When a report was published: as it came with it, by the clocks where it was filed, or as its head says."""

import pytest

from sayso.claim import claims
from sayso.claim.published import published
from sayso.core.document import Document
from sayso.read import read


@pytest.fixture(scope="module")
def day(packs):
    """The day a report is counted from, as text; None where there is none."""

    def tell(text, came_with=None, language="en"):
        found = published(read(Document(id="x", text=text, published=came_with), packs[language]))
        return found.last.isoformat() if found else None

    return tell


@pytest.mark.parametrize(
    "head",
    [
        "SELVIK, Meridian (March 7, 2024)\n",
        "SELVIK, 7 Mar 24 (Meridian) -- ",
        "Selvik, 7 March 2024 – ",
        "7 March 2024\n",
        "For immediate release\n\nMarch 7, 2024\n\n",
        "2024-03-A-017\nSELVIK (March 7) — ",
    ],
)
def test_a_head_gives_the_day_where_none_came_with_the_report(day, head):
    text = head + "A convoy was attacked yesterday."
    assert day(text) == "2024-03-07"
    assert day(text, "2024-03-09") == "2024-03-09"


@pytest.mark.parametrize(
    "text",
    [
        "A convoy was attacked on March 5, 2024. Nine people were killed.",
        "Convoy attacked on 5 March 2024\n\nNine people were killed.",
        "On 5 March 2024, a convoy was attacked.",
        "SELVIK (March 7) — A convoy was attacked yesterday.",
        "",
    ],
)
def test_a_date_that_is_told_is_no_head(day, text):
    assert day(text) is None


@pytest.mark.parametrize(
    ("dateline", "counted"),
    [
        ("KABUL (Reuters) — ", "2024-03-08"),
        ("Beirut, Lebanon — ", "2024-03-08"),
        ("WASHINGTON (AP) — ", "2024-03-07"),  # clocks there differ too much to tell
        ("", "2024-03-07"),
    ],
)
def test_the_clocks_at_the_dateline_decide_the_day(day, dateline, counted):
    text = f"{dateline}A convoy was attacked early today."
    assert day(text, "2024-03-07T22:30:00Z") == counted
    assert day(text, "2024-03-07") == "2024-03-07"


@pytest.mark.parametrize(
    ("text", "came_with", "reason"),
    [
        (
            "SELVIK (March 7, 2024)\nA convoy was attacked yesterday.",
            None,
            "counted from 2024-03-07, the date at the head of the report",
        ),
        (
            "KABUL (Reuters) — A convoy was attacked yesterday.",
            "2024-03-07T22:30:00Z",
            "counted from 2024-03-08, the day it was where the report was filed (AF)",
        ),
        ("A convoy was attacked yesterday.", "2024-03-07", None),
        ("SELVIK (March 7, 2024)\nA convoy was attacked on 2 March.", None, None),
    ],
)
def test_why_tells_what_was_counted_from_unless_it_is_as_it_came(packs, text, came_with, reason):
    reading = read(Document(id="x", text=text, published=came_with), packs["en"])
    ((_, reasons),) = claims(reading)
    told = [why.rule for why in reasons if why.field == "when" and why.rule.startswith("counted")]
    assert told == ([reason] if reason else [])
