"""What no worked example touches: word lists none of whose entries occurs in one, rules that none applies."""

from __future__ import annotations

from collections import Counter

from sayso.check.pack import cases, own_lists
from sayso.check.rules import applied
from sayso.check.worked import Case
from sayso.lang.pack import Pack
from sayso.read.words import Words


def idle_lists(pack: Pack, texts: list[str]) -> dict[str, int]:
    """The pack's own word lists without an entry in any of the texts, and how many entries each has."""
    sizes = Counter(entry.list for entry in pack.entries)
    touched = {entry.list for text in texts for word in Words(text, pack).word for entry in word.entries}
    return {name: sizes[name] for name in own_lists(pack) if name not in touched}


def idle_rules(pack: Pack, texts: list[str]) -> dict[str, list[str]]:
    """By kind, the rules that reading the texts applies nowhere, in the order of their files."""
    out: dict[str, list[str]] = {}
    for kind, rules in pack.rules.items():
        touched = {name for text in texts for name in applied(text, kind, pack)}
        out[kind] = [rule.name for rule in rules if rule.name not in touched]
    return out


def idle_report(pack: Pack) -> str:
    """A report on a pack for those who write its examples."""
    texts = [case.document.text for case in cases(pack) if isinstance(case, Case)]
    lists, rules = idle_lists(pack, texts), idle_rules(pack, texts)
    lines = [f"  {len(lists)} of {len(own_lists(pack))} word lists are touched by no worked example"]
    lines += [f"    words/{name} ({size} entries)" for name, size in lists.items()]
    for kind, names in rules.items():
        lines.append(
            f"  {len(names)} of {len(pack.rules[kind])} rules of rules/{kind}.toml are touched by no worked example"
        )
        lines += [f"    {name}" for name in names]
    return "\n".join(lines)
