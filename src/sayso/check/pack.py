"""A whole pack checked: its rules, then its worked examples."""

from __future__ import annotations

from typing import NamedTuple

from sayso.check.fault import Fault
from sayso.check.names import check_names
from sayso.check.rules import check_rules
from sayso.check.worked import Case, check_case, example_files, read_cases
from sayso.lang.pack import Pack


class Checked(NamedTuple):
    """How many rules and worked examples of a pack are as they should be, and the faults."""

    code: str
    rules: int
    examples: int
    not_yet: int
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        """The line that sums up a pack."""
        failed = f", {len(self.faults)} failed" if self.faults else ""
        return f"{self.code}: {self.rules} rules ok, {self.examples} worked examples ok, {self.not_yet} not yet{failed}"


def cases(pack: Pack) -> list[Case | Fault]:
    """All worked examples of a pack in order, malformed ones as faults."""
    return [case for path in example_files(pack.folder) for case in read_cases(path, pack.code)]


def own_lists(pack: Pack) -> tuple[str, ...]:
    """The names of the word lists with an entry that stand in the pack's own folder, sorted."""
    written = {path.stem for path in pack.folder.glob("words/*.t[xs][tv]")}
    return tuple(sorted(written & {entry.list for entry in pack.entries}))


def check_pack(pack: Pack) -> Checked:
    """Run every rule and every worked example of a pack, each line of its table of names as one."""
    by_rule = [found for kind in pack.rules for found in check_rules(pack, kind)]
    faults = [fault for found in by_rule for fault in found]
    named = list(check_names(pack))
    faults += [fault for fault in named if fault is not None]
    examples, not_yet = named.count(None), 0
    for case in cases(pack):
        fault = case if isinstance(case, Fault) else check_case(case, pack)
        if fault is not None:
            faults.append(fault)
        elif isinstance(case, Case) and case.not_yet:
            not_yet += 1
        else:
            examples += 1
    return Checked(pack.code, by_rule.count([]), examples, not_yet, tuple(faults))
