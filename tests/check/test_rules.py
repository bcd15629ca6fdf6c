"""Rules are held against the sentences they carry."""

import pytest

from sayso.check.rules import applied, check_rules
from sayso.lang.pack import load


def faults(folder, **changes):
    path = folder / "rules" / "quantity.toml"
    text = path.read_text("utf-8")
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return [str(fault) for found in check_rules(load(folder), "quantity") for fault in found]


def test_a_good_rule(folder, pack):
    assert list(check_rules(pack, "quantity")) == [[]]
    assert applied("At least twelve men fled.", "quantity", pack) == {"at least"}


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (('"At least 12', '"Some 12'), 6, "rule 'at least' does not match 'Some 12 men fled.'; matched by number"),
        (('"Not least', '"At least 3 fell'), 7, "which it must leave alone"),
        (('["At least 12 men fled."]', "[]"), 2, "carries no sentence"),
    ],
)
def test_a_bad_rule_is_told_with_file_and_line(folder, change, line, said):
    (fault,) = faults(folder, change=change)
    assert f"quantity.toml:{line}: " in fault
    assert said in fault


def test_names_are_given_once(folder):
    path = folder / "rules" / "quantity.toml"
    path.write_text(path.read_text("utf-8") * 2, "utf-8")
    (fault,) = faults(folder)
    assert "quantity.toml:9: rule 'at least': a second rule of this name" in fault


def test_that_very_rule_must_match(folder):
    path = folder / "rules" / "quantity.toml"
    text = path.read_text("utf-8")
    path.write_text(text + text.replace('"at least"', '"least"').replace("<at_least>", "least"), "utf-8")
    (fault,) = faults(folder)
    assert "quantity.toml:13: rule 'least' does not match 'At least 12 men fled.'; matched by at least" in fault
