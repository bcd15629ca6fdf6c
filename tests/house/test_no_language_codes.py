"""The Python source names no language: what a language needs stands in its pack."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "sayso").rglob("*.py"))

ISO_639_1 = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)
# Codes that are also a field's name, an English word, a unit, a coding of HTTP, a mode of opening a file, or a mark of
# grammatical number.
ALSO_WORDS = frozenset("ab am an as be br he id in io is it km kg lo ms my no or pl sg so to".split())
CODES = ISO_639_1 - ALSO_WORDS

TAG = re.compile(r"([a-z]{2})[-_](?:[A-Z]{2}|[A-Z][a-z]{3})")  # such as pt-BR or zh-Hant
PACK = re.compile(r"languages/[a-z]{2,3}(?![a-z])")


def names_a_language(text: str) -> bool:
    tag = TAG.fullmatch(text)
    return text in CODES or bool(tag and tag[1] in ISO_639_1) or bool(PACK.search(text))


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that are docstrings, where an example may name a pack."""
    homes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, homes) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def language_codes(source: str) -> list[str]:
    tree = ast.parse(source)
    exempt = docstrings(tree)
    return [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in exempt
        and names_a_language(node.value)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_source_names_no_language(path):
    assert language_codes(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source", ['x = "sv"', "if lang in ('en', 'id'): pass", 'f("nb")', 'y = "pt-BR"', 'p = "languages/sv"']
)
def test_a_code_is_seen(source):
    assert len(language_codes(source)) == 1


@pytest.mark.parametrize("source", ['x = row["id"]', '"""Such as languages/sv."""', 'name = "svenska"', 'x = "ID-AB"'])
def test_what_is_no_code_is_left_alone(source):
    assert language_codes(source) == []
