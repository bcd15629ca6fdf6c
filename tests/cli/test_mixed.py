"""A folder with every form in it, taken in by one command."""

import re
import sys
from collections import Counter

import pytest
from mixed import mixed

from sayso.core.document import Document
from sayso.ingest.take import Intake

ROW = re.compile(r"^(\w+) +(\S+) +(read|known|not read) +(\d+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("mixed")


@pytest.fixture(scope="module")
def reports(folder):
    return mixed(folder)


def plain(text):
    return " ".join(text.split())


def test_there_are_five_hundred_of_eleven_forms(reports):
    assert len(reports.given) == 500
    assert len(reports.counts) == 11


def test_every_report_is_taken_in_whole_and_as_what_it_is(folder, reports):
    found = [taken for taken in Intake().all([str(folder)], sys.stdin.buffer) if isinstance(taken.one, Document)]
    assert Counter(taken.form for taken in found) == reports.counts
    texts = "\n".join(plain(taken.one.text) for taken in found)
    assert [made.number for made in reports.given if plain(made.text) not in texts] == []
    assert [made.title for made in reports.given if plain(made.paragraphs[0]) not in texts] == []


def test_titles_and_days_come_through_where_a_form_has_them(folder, reports):
    found = [taken for taken in Intake().all([str(folder)], sys.stdin.buffer) if isinstance(taken.one, Document)]
    days = {made.title: made.day for made in reports.given}
    bare = Counter(taken.form for taken in found if taken.one.title not in days)
    assert bare == {"text": 58, "docx": 4, "pdf": 5}  # plain texts, notes without a title, attachments
    dated = [taken for taken in found if taken.one.title in days]
    assert [taken.place for taken in dated if (taken.one.published or "")[:10] != days[taken.one.title]] == []


def test_one_command_adds_them_all_and_says_what_came_of_them(folder, reports, sayso, tmp_path):
    ledger = tmp_path / "mixed.db"
    result = sayso("add", "--ledger", ledger, folder)
    assert result.exit_code == 3
    assert re.search(r"500 documents new(, \d+ of them copies of others)?, 4 that could not be read", result.output)
    rows = ROW.findall(result.output)
    read, unread, languages = Counter(), Counter(), Counter()
    for form, language, outcome, count in rows:
        (read if outcome == "read" else unread)[form] += int(count)
        languages[language] += int(count)
    assert read == reports.counts
    assert unread == {"csv": 1, "feed": 1, "jsonl": 1, "pdf": 1}
    assert set(languages) == {"en", "sv", "nb", "–"}
    told = [line.removeprefix(f"sayso: {folder}/") for line in result.stderr.splitlines() if line.startswith("sayso: ")]
    assert [line.split(": ")[0] for line in told] == [
        "broken.jsonl:1",
        "feeds/post.rss!entry 21",
        "scan.pdf",
        "tables/a.csv:77",
    ]
    again = sayso("add", "--ledger", ledger, folder)
    assert "0 documents new, 500 known" in again.output
