"""What no worked example touches: lines of word lists whose forms occur in none, rules that none applies."""

from __future__ import annotations

from textwrap import fill

from sayso.check.pack import cases, own_lists
from sayso.check.rules import applied
from sayso.check.worked import Case
from sayso.lang.pack import Pack
from sayso.read.words import Words

WIDTH = 110


def idle_words(pack: Pack, texts: list[str]) -> dict[str, list[str]]:
    """By word list of the pack's own, the lines none of whose forms occurs in a text, each by its first form."""
    touched = {(entry.list, entry.line) for text in texts for word in Words(text, pack).word for entry in word.entries}
    out: dict[str, dict[int, str]] = {name: {} for name in own_lists(pack)}
    for entry in pack.entries:
        if entry.list in out and (entry.list, entry.line) not in touched:
            out[entry.list][entry.line] = entry.lemma
    return {name: list(lines.values()) for name, lines in out.items()}


def idle_rules(pack: Pack, texts: list[str]) -> dict[str, list[str]]:
    """By kind, the rules that reading the texts applies nowhere, in the order of their files."""
    out: dict[str, list[str]] = {}
    for kind, rules in pack.rules.items():
        touched = {name for text in texts for name in applied(text, kind, pack)}
        out[kind] = [rule.name for rule in rules if rule.name not in touched]
    return out


def idle_summary(pack: Pack) -> str:
    """One line: how much of a pack no worked example touches."""
    texts = _texts(pack)
    words, rules = idle_words(pack, texts), idle_rules(pack, texts)
    lines = len({(entry.list, entry.line) for entry in pack.entries if entry.list in words})
    return (
        f"  touched by no worked example: {sum(map(len, words.values()))} of {lines} lines of word lists, "
        f"{sum(map(len, rules.values()))} of {sum(map(len, pack.rules.values()))} rules"
    )


def idle_report(pack: Pack) -> str:
    """Every word and rule of a pack that no worked example touches, for those who write its examples."""
    texts = _texts(pack)
    out = []
    for name, idle in idle_words(pack, texts).items():
        if idle:
            out.append(f"  {len(idle)} lines of words/{name} are touched by no worked example")
            out.append(fill("; ".join(idle), WIDTH, initial_indent="    ", subsequent_indent="    "))
    for kind, names in idle_rules(pack, texts).items():
        out.append(
            f"  {len(names)} of {len(pack.rules[kind])} rules of rules/{kind}.toml are touched by no worked example"
        )
        out += [f"    {name}" for name in names]
    return "\n".join(out)


def _texts(pack: Pack) -> list[str]:
    return [case.document.text for case in cases(pack) if isinstance(case, Case)]
