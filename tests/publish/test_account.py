import msgspec
import pytest

from sayso.publish.account import account
from sayso.publish.sheet_markdown import markdown
from sayso.publish.sheet_text import text
from sayso.publish.terminal import Look, cells

EARLIER = "an earlier statement of the same voice"


@pytest.fixture
def sheet(release, event, steps):
    return account(release, event, steps)


def section(sheet, heading):
    return next(one for one in sheet.sections if one.heading == heading)


def words(blocks):
    """All that a section's blocks say, entry by entry."""
    lines = []
    for block in blocks:
        if hasattr(block, "rows"):
            lines += [" | ".join(" · ".join(part.text for part in cell) for cell in row) for row in block.rows]
        elif hasattr(block, "lines"):
            lines.append(" / ".join(" · ".join(part.text for part in line) for line in block.lines))
        else:
            lines.append(" · ".join(part.text for part in block))
    return lines


def test_the_heading_says_what_where_when(sheet):
    assert sheet.title == "Shelling, Port Lirena, 4–5 March 2024"
    about = words(sheet.about)
    assert about[0] == "3 reports · 2 voices, 1 of them a party to the event"
    assert about[1].startswith("killed: low 9, best 9, high open · grade: confirmed · ")
    assert about[2] == f"event e{'a' * 16} · as of row 12 of the ledger, recorded 8 March 2024"


def test_voices_fold_copies_and_show_the_chain(sheet):
    port, army = section(sheet, "What is said, and by whom").under
    assert [port.heading, army.heading] == ["port officials", "the army"]
    about, first, later = words(port.blocks)
    assert about == "office · in 3 reports"
    assert first.startswith("“at least three people were killed” / says · certain · killed at least 3 (people)")
    assert "also carried by The Lantern, 5 March 2024 · by way of Meridian ← port officials" in first
    assert port.blocks[1].lines[-1][0].mark == "c" * 8
    assert "killed 9 (personer) / Vest-Nytt, 7 March 2024 · called hamnen" in later
    assert words(army.blocks) == [
        "armed group · a party to the event · in 2 reports",
        "“it had not fired” / denies · certain / The Harbour Post, 5 March 2024",
        "“den sköt” / admits · certain / Vest-Nytt, 7 March 2024 · called Armén",
    ]


def test_figures_say_what_is_counted_and_what_is_not(sheet):
    figures = section(sheet, "Figures")
    assert words(figures.blocks) == ["killed, in all | 9 | 9 | open | 1 | most-voices | as below"]
    assert words(figures.under[0].blocks) == [
        "counted",
        "9 (personer) · port officials · Vest-Nytt, 7 March 2024",
        "left out",
        "at least 3 (people) · port officials · The Lantern, 5 March 2024 / a copy",
        f"at least 3 (people) · port officials · The Harbour Post, 5 March 2024 / {EARLIER}",
    ]


def test_the_course_leaves_out_days_on_which_nothing_moved(sheet):
    (killed,) = section(sheet, "How the figures moved").under
    assert words(killed.blocks) == [
        "5 March 2024 | 3 | 3 | open | port officials: at least 3 (people)",
        "7 March 2024 | 9 | 9 | 9 | port officials: 9 (personer)",
    ]


def test_contradictions_and_reversals(sheet):
    numbers, agents = section(sheet, "Contradictions").under
    assert (numbers.heading, agents.heading) == ("how many killed", "who did it")
    assert words(numbers.blocks)[0] == "at least 3; 9"
    assert "“den sköt”" in words(agents.blocks)[2]
    (army,) = section(sheet, "Reversals").under
    assert words(army.blocks)[0] == "5 March 2024 ← 7 March 2024"
    assert [line.split(" /")[0] for line in words(army.blocks)[1:]] == [
        "earlier", "“it had not fired”", "later", "“den sköt”",
    ]  # fmt: skip


def test_what_is_told_alongside_stands_apart(sheet):
    (old,) = section(sheet, "Told alongside").under
    assert old.heading == "Killing, place not told, 1994"
    assert words(old.blocks)[1].startswith("“År 1994 dödades två”")


def test_judgements_bear_on_it(sheet):
    entries = section(sheet, "Human judgements").blocks
    assert [entry.mark for entry in entries] == ["row 11", "row 12"]
    assert words(entries) == [
        f"same · {'a' * 8} · {'d' * 8} / Ada: one harbour",
        f'{"d" * 8} · event.type: "killing" → "shelling" / Bo: as told',
    ]


def test_reports_are_listed_in_order(sheet):
    rows = words(section(sheet, "Reports").blocks)
    assert [row.rsplit(" · ", 1)[1] for row in rows] == ["copy", "post", "nytt"]


def test_what_there_is_not_has_no_section(release, event):
    bare = msgspec.structs.replace(event, conflicts=(), reversals=(), estimates=())
    state = msgspec.structs.replace(release.state, judgements=(), corrections=())
    sheet = account(msgspec.structs.replace(release, state=state, events=(bare,)), bare, ())
    assert [one.heading for one in sheet.sections] == ["What is said, and by whom", "Figures", "Reports"]
    assert words(section(sheet, "Figures").blocks) == ["No figure is told."]


def test_a_claim_of_no_voice_is_shown_too(release, event):
    mute = msgspec.structs.replace(event, voices=event.voices[:1])
    last = account(release, mute, ()).sections[0].under[-1]
    assert last.heading == "Given to no voice"
    assert len(last.blocks) == 2


def test_every_claim_has_its_id_in_both_forms(sheet, event):
    for shown in (text(sheet, Look()), markdown(sheet)):
        assert all(claim[:8] in shown for claim in event.claims)


@pytest.mark.parametrize("width", [30, 50, 72, 100])
def test_no_line_is_wider_than_the_terminal(sheet, width):
    lines = text(sheet, Look(width)).splitlines()
    assert max(map(cells, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)


def test_the_same_release_gives_the_same_bytes(release, event, steps, sheet):
    assert markdown(account(release, event, steps)) == markdown(sheet)
    turned = msgspec.structs.replace(release.state, reports=release.state.reports[::-1])
    assert markdown(account(msgspec.structs.replace(release, state=turned), event, steps)) == markdown(sheet)
