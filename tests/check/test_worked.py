"""Worked examples: read from Markdown, held against what comes, and clear about what is wrong."""

import pytest

from sayso.check.expect import render
from sayso.check.fault import Fault
from sayso.check.worked import check_case, difference, read_cases
from sayso.claim import claims
from sayso.read import read

PASSES = """# Ten killed
> 2024-03-07, Nordkuriren

[Ten]{quantity 10} men were killed.

=> «Ten men were killed.» | own voice | killing | when nothing | killed 10 | certain | positive
"""


def cases(folder, text):
    path = folder / "examples" / "case.md"
    path.write_text(text, "utf-8")
    return list(read_cases(path, "zz"))


def only(folder, text):
    (case,) = cases(folder, text)
    return case


def test_a_case_is_read_without_its_marks(folder):
    case = only(folder, PASSES)
    assert (case.name, case.line) == ("Ten killed", 1)
    assert (case.document.published, case.document.publisher) == ("2024-03-07", "Nordkuriren")
    assert case.document.text == "Ten men were killed."
    (mark,) = case.marks
    assert (mark.kind, mark.value, mark.line, mark.span.of(case.document.text)) == ("quantity", "10", 4, "Ten")
    assert case.expected[0].line == 6


@pytest.mark.parametrize(
    ("header", "published", "publisher"),
    [
        ("2024", "2024", None),
        ("Nordkuriren", None, "Nordkuriren"),
        ("2024-02, The Post, late", "2024-02", "The Post, late"),
    ],
)
def test_header_has_date_or_publisher(folder, header, published, publisher):
    document = only(folder, f"# A\n> {header}\n\nTen.\n\n=> nothing\n").document
    assert (document.published, document.publisher) == (published, publisher)


def test_marks_inside_one_another(folder):
    case = only(folder, "# A\nIn [[two]{quantity 2} days]{time ?}\nor [so]{place}.\n=> nothing")
    assert case.document.text == "In two days\nor so."
    found = [(mark.kind, mark.value, mark.line, mark.span.of(case.document.text)) for mark in case.marks]
    assert found == [("quantity", "2", 2, "two"), ("time", "?", 2, "two days"), ("place", "", 3, "so")]


def test_a_passing_case(folder, pack):
    assert check_case(only(folder, PASSES), pack) is None


def test_no_claim(folder, pack):
    assert check_case(only(folder, "# A\nIt is ten.\n\n=> nothing"), pack) is None
    assert "claims: expected 0, came 1" in difference(only(folder, "# A\nTen men were killed.\n=> nothing"), pack)


def test_a_failing_case_shows_the_difference(folder, pack):
    fault = check_case(only(folder, PASSES.replace("killed 10", "killed 11..")), pack)
    assert str(fault).endswith(
        "case.md:1: Ten killed\n"
        "  line 6: => «Ten men were killed.» | own voice | killing | when nothing | killed 11.. | certain | positive\n"
        "    casualties: expected 'killed 11..', came 'killed 10'\n"
        "  what came:\n"
        "    => «Ten men were killed» | own voice | killing | killed 10 | certain"
    )


def test_what_came_can_be_pasted(folder, pack):
    case = only(folder, PASSES)
    came = [render(claim, case.document.text) for claim, _ in claims(read(case.document, pack))]
    assert check_case(only(folder, f"# A\n{case.document.text}\n" + "\n".join(came)), pack) is None


def test_a_mark_that_is_not_met(folder, pack):
    text = PASSES.replace("{quantity 10}", "{quantity 11}").replace("[Ten]{quantity 11} men", "[Ten men]{quantity 11}")
    assert (
        difference(only(folder, text), pack)
        == "  line 4: expected [Ten men]{quantity 11}, found there: [Ten]{quantity 10}"
    )


def test_another_number_of_claims(folder, pack):
    wrong = difference(only(folder, PASSES + "=> by The Post\n"), pack)
    assert "claims: expected 2, came 1" in wrong
    assert "line 7: no claim is => by The Post" in wrong
    assert "line 6" not in wrong


def test_every_casualty_must_be_given_once_any_is(folder, pack):
    assert "came 'killed 10'" in difference(only(folder, PASSES.replace("killed 10", "no casualties")), pack)
    assert "casualties" in difference(only(folder, PASSES.replace("killed 10", "killed 10 | injured 3")), pack)


def test_not_yet_must_fail(folder, pack):
    failing = PASSES.replace("killed 10", "killed 11").replace("Ten killed", "Ten killed (not yet)")
    assert check_case(only(folder, failing), pack) is None
    passing = PASSES.replace("Ten killed", "Ten killed (not yet)")
    assert "it passes now" in check_case(only(folder, passing), pack).message


def test_a_reader_that_breaks_is_a_difference(folder, pack, monkeypatch):
    def broken(document, pack):
        raise KeyError(document.id)

    monkeypatch.setattr("sayso.check.worked.read", broken)
    assert "KeyError: 'case.md:1'" in difference(only(folder, PASSES), pack)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("\nhello\n", 2, "text before the first case"),
        ("# A\n\nTen.\n", 1, "has no result line"),
        ("# A\n\n=> nothing\n", 1, "has no text"),
        ("# A\n> 2024-13\n\nTen.\n\n=> nothing", 2, "2024-13"),
        ("# A\n\nTen [men.\n\n=> nothing", 3, "not closed"),
        ("# A\n\nTen\nmen].\n\n=> nothing", 4, "without a '['"),
        ("# A\n\n[Ten] men.\n\n=> nothing", 3, "without {kind value}"),
        ("# A\n\n[Ten]{number 10} men.\n\n=> nothing", 3, "no kind of mark named 'number'"),
        ("# A\n\n[Ten]{quantity ten} men.\n\n=> nothing", 3, "not a quantity"),
        ("# A\n\n[Ten]{quantity} men.\n\n=> nothing", 3, "needs a value"),
        ("# A\n\n[Ten]{time 2024-1} men.\n\n=> nothing", 3, "2024-1"),
        ("# A\n\n[say]{cue shout} it.\n\n=> nothing", 3, "no act named 'shout'"),
        ("# A\n\n[]{place}Ten.\n\n=> nothing", 3, "round no text"),
        ("# A\n\nTen.\n\n=> nothing\nmore", 6, "expected a result line"),
        ("# A\n\nTen.\n\n=> nothing\n=> certain", 5, "beside other result lines"),
        ("# A\n\nTen.\n\n=> certain | killed many", 5, "cannot read the field 'killed many'"),
        ("# A\n\nTen.\n\n=> certain | possible", 5, "two fields say what the certainty is"),
        ("# A\n\nTen.\n\n=> no casualties | killed 3", 5, "'no casualties' beside"),
        ("# A\n\nTen.\n\n=> act shout", 5, "no act named 'shout'"),
        ("# A\n\nTen.\n\n=> kind person < crowd", 5, "no kind named 'crowd'"),
        ("# A\n\nTen.\n\n=> when lately", 5, "lately"),
    ],
)
def test_malformed_is_told_with_file_and_line(folder, text, line, said):
    fault = next(case for case in cases(folder, text) if isinstance(case, Fault))
    assert (fault.path.name, fault.line) == ("case.md", line)
    assert said in fault.message


def test_one_malformed_case_does_not_hide_the_others(folder, pack):
    bad, good = cases(folder, "# Bad\nTen.\n" + PASSES)
    assert isinstance(bad, Fault)
    assert check_case(good, pack) is None


def test_a_file_that_is_not_utf8(folder):
    path = folder / "examples" / "case.md"
    path.write_bytes("# Å\n".encode("latin-1"))
    (fault,) = read_cases(path, "zz")
    assert str(fault).endswith("case.md:1: not UTF-8 at byte 2")
