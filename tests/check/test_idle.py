"""What no worked example touches is listed."""

from sayso.check.idle import idle_lists, idle_report, idle_rules

TEXT = "Ten men were killed."


def test_lists_and_rules_never_touched(pack):
    assert idle_lists(pack, [TEXT]) == {"at_least": 1, "event": 1, "unused": 2}
    assert idle_rules(pack, [TEXT]) == {"quantity": ["at least"]}
    assert idle_rules(pack, [TEXT, "At least ten."]) == {"quantity": []}


def test_report(folder, pack):
    (folder / "examples" / "one.md").write_text(f"# A\n{TEXT}\n=> certain\n", "utf-8")
    assert idle_report(pack).splitlines() == [
        "  3 of 7 word lists are touched by no worked example",
        "    words/at_least (1 entries)",
        "    words/event (1 entries)",
        "    words/unused (2 entries)",
        "  1 of 1 rules of rules/quantity.toml are touched by no worked example",
        "    at least",
    ]
