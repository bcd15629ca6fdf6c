"""What no worked example touches is listed."""

from sayso.check.idle import idle_report, idle_rules, idle_summary, idle_words

TEXT = "Ten men were killed."


def test_words_and_rules_never_touched(pack):
    words = {name: idle for name, idle in idle_words(pack, [TEXT]).items() if idle}
    assert set(words) >= {"at_least", "event", "unused"}
    assert words["at_least"] == ["at least"]
    assert "at_least" not in {name for name, idle in idle_words(pack, [TEXT, "At least ten."]).items() if idle}
    assert idle_rules(pack, [TEXT]) == {"quantity": ["at least"]}
    assert idle_rules(pack, [TEXT, "At least ten."]) == {"quantity": []}


def test_report(folder, pack):
    (folder / "examples" / "one.md").write_text(f"# A\n{TEXT}\n=> certain\n", "utf-8")
    report = idle_report(pack)
    assert "  1 lines of words/at_least are touched by no worked example\n    at least\n" in report
    assert report.endswith("  1 of 1 rules of rules/quantity.toml are touched by no worked example\n    at least")


def test_summary(folder, pack):
    (folder / "examples" / "one.md").write_text(f"# A\n{TEXT}\n=> certain\n", "utf-8")
    assert idle_summary(pack).startswith("  touched by no worked example: ")
    assert idle_summary(pack).endswith(" lines of word lists, 1 of 1 rules")
