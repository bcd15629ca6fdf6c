import pytest

from sayso.publish.sheet import Entry, Part, Section, Sheet, Table, line
from sayso.publish.sheet_markdown import escaped, markdown
from sayso.publish.sheet_text import text
from sayso.publish.terminal import Look

TABLE = Table(
    head=("name", "number", "of"),
    rows=((line("one"), line("7"), line("a", Part("b", mark="id"))), (line("another | one"), line("12"), line("c"))),
    right=(1,),
)
SHEET = Sheet(
    title="Title",
    about=(line("first", Part("second", "strong")), line("- last")),
    blocks=(TABLE,),
    sections=(
        Section(
            heading="Heading",
            blocks=(
                line("words"),
                Entry(mark="0123abcd", lines=(line(Part("“quoted words”", "quote")), line("1. more", None, ""))),
                Entry(lines=(line("+ unmarked", Part("0123abcd", "id")),)),
            ),
            under=(Section(heading="Deeper"),),
        ),
    ),
)


def test_markdown():
    assert markdown(SHEET) == (
        "# Title\n"
        "\n"
        "first · **second**\\\n"
        "\\- last\n"
        "\n"
        "| name | number | of |\n"
        "| --- | ---: | --- |\n"
        "| one | 7 | a · `id` b |\n"
        "| another \\| one | 12 | c |\n"
        "\n"
        "## Heading\n"
        "\n"
        "words\n"
        "\n"
        "- `0123abcd` “quoted words”\\\n"
        "  1\\. more\n"
        "- \\+ unmarked · `0123abcd`\n"
        "\n"
        "### Deeper\n"
    )


def test_text():
    assert text(SHEET, Look(60)) == (
        "Title\n"
        "first · second\n"
        "- last\n"
        "──────────────\n"
        "name           number  of\n"
        "one                 7  a · id b\n"
        "another | one      12  c\n"
        "\n"
        "Heading\n"
        "words\n"
        "0123abcd  “quoted words”\n"
        "          1. more\n"
        "          + unmarked · 0123abcd\n"
        "\n"
        "Deeper\n"
    )


def test_a_narrow_terminal_gets_rows_written_out():
    assert text(Sheet(title="T", blocks=(TABLE,)), Look(12)).splitlines()[2:] == [
        "name one",
        "  number 7",
        "  of a · id",
        "  b",
        "name",
        "  another |",
        "  one",
        "  number 12",
        "  of c",
    ]


def test_a_soft_column_gives_way():
    wide = Table(head=("place", "id"), rows=((line("a place with a long name"), line("0123")),), soft=0)
    assert text(Sheet(title="T", blocks=(wide,)), Look(20)).splitlines()[-1] == "a place with…   0123"


def test_colours_only_where_asked():
    assert "\x1b" not in text(SHEET, Look(60))
    assert "\x1b[32m“quoted words”" in text(SHEET, Look(60, colour=True))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_"),
        ("[x](y) ![z]", "\\[x\\](y) !\\[z\\]"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("see https://example.org www.example.org a@example.org", "see https:\\// www\\.example.org a\\@example.org"),
        ("a\nb\x1b\u202e", "a b\ufffd"),
    ],
)
def test_words_of_a_report_cannot_mark_up(said, shown):
    if "https" in said:
        shown = "see https:\\//example.org www\\.example.org a\\@example.org"
    assert escaped(said) == shown
