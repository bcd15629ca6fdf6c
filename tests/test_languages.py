"""Every language pack that is installed, also those of other distributions, keeps its own word."""

import pytest

from sayso.check.pack import cases
from sayso.check.rules import check_rules
from sayso.check.worked import Case, check_case
from sayso.run.packs import folders, load_packs


@pytest.fixture(scope="module", params=sorted(folders()))
def pack(request):
    return load_packs([request.param])[request.param]


def told(faults):
    return "\n".join(str(fault) for fault in faults)


def test_rules(pack):
    faults = [fault for kind in pack.rules for found in check_rules(pack, kind) for fault in found]
    assert not faults, told(faults)


def test_worked_examples(pack):
    outcomes = [check_case(case, pack) if isinstance(case, Case) else case for case in cases(pack)]
    faults = [fault for fault in outcomes if fault is not None]
    assert outcomes, "a pack has at least one worked example"
    assert not faults, told(faults)
