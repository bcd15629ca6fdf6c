"""The interface in every language: each text that a page uses is in each catalogue, and nothing else is."""

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import sayso.web
from sayso.core.claim import Act, Basis, Certainty, Confirmation, Effect, Kind, Polarity, Status
from sayso.core.event import Grade, GroupStatus
from sayso.core.trouble import InputError
from sayso.publish.queue import TEXTS
from sayso.reference.event_types import event_types
from sayso.web.po import read_po
from sayso.web.words import Words, catalogues, preferred

HOME = Path(sayso.web.__file__).parent
TEXT = r'"((?:[^"\\]|\\.)*)"'
IN_TEMPLATE = re.compile(rf"\b_n?\(\s*(?:{TEXT}|'([^']*)')(?:,\s*{TEXT})?")
MARKED = frozenset({"text", "say", "words", "number", "_", "_n"})  # calls whose texts are shown, in Python
OWN = frozenset({"English", ","})  # what a catalogue says of its language
TERMS = (
    frozenset(
        word.replace("_", " ")
        for some in (Act, Basis, Certainty, Confirmation, Effect, Kind, Polarity, Status, Grade, GroupStatus)
        for word in get_args(some)
    )
    | frozenset(TEXTS)
    | {name.replace("_", " ") for name in event_types()}
)


def in_templates():
    for path in HOME.rglob("*.html"):
        for double, single, _ in IN_TEMPLATE.findall(path.read_text("utf-8")):
            yield ast.literal_eval(f'"{double}"') if double else single


def in_source():
    for path in HOME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in MARKED:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def _name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


USED = frozenset(in_templates()) | frozenset(in_source())
OTHERS = [one for one in catalogues().values() if one.texts]


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_is_another_language():
    assert OTHERS


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.code)
def test_a_catalogue_is_complete_and_every_text_is_used(words):
    assert sorted((USED | TERMS | OWN) - set(words.texts)) == []
    assert sorted(set(words.texts) - (USED | TERMS | OWN)) == []


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.code)
def test_a_translation_puts_in_the_same_values(words):
    differing = [text for text, some in words.texts.items() for one in some if fields(one) != fields(text)]
    assert differing == []
    assert [text for text, some in words.texts.items() if not all(some)] == []


def test_a_text_with_its_values_and_numbers():
    words = Words("x", "X", {"{n} event": ("{n} händelse", "{n} händelser"), "at {place}": ("i {place}",), ",": (" ",)})
    assert words("at {place}", place="Orvelo") == "i Orvelo"
    assert [words.number("{n} event", "{n} events", n) for n in (1, 2, 12000)] == [
        "1 händelse", "2 händelser", "12 000 händelser",
    ]  # fmt: skip
    assert words("not translated") == "not translated"


@pytest.mark.parametrize(
    ("accepted", "chosen", "code"),
    [
        ("sv", None, "sv"),
        ("sv-FI, en;q=0.8", None, "sv"),
        ("de, en;q=0.5, sv;q=0.7", None, "sv"),
        ("sv;q=0, en", None, "en"),
        ("sv", "en", "en"),
        ("sv", "xx", "sv"),
        ("", None, "en"),
        (";;;,q=, *", None, "en"),
    ],
)
def test_the_language_is_the_one_chosen_or_the_first_accepted(accepted, chosen, code):
    assert preferred(accepted, chosen, ["en", "sv"]) == code


def test_a_catalogue_is_read():
    text = '# a remark\nmsgid ""\nmsgstr "Header: x\\n"\n\nmsgid "a "\n"b"\nmsgstr "c"\n\nmsgid "{n} x"\n'
    text += 'msgid_plural "{n} xs"\nmsgstr[0] "{n} y"\nmsgstr[1] "{n} ys"\n'
    assert read_po(text, "x.po") == {"a b": ("c",), "{n} x": ("{n} y", "{n} ys")}


@pytest.mark.parametrize(("text", "line"), [('msgid "a\n', 1), ('msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"', 3)])
def test_a_fault_in_a_catalogue_is_named(text, line):
    with pytest.raises(InputError, match=f"x.po:{line}:"):
        read_po(text, "x.po")


def test_the_interface_in_swedish(visitor):
    answer = visitor.get("/events", headers={"Accept-Language": "sv"})
    assert answer.headers["Content-Language"] == "sv"
    assert '<html lang="sv"' in answer.text
    assert "Händelser" in answer.text
