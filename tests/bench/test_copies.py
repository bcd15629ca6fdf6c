"""The generated reports of `bench/copies.py`: rewritten copies are found, and a template makes no copies."""

import hashlib
import importlib.util
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.reconcile.copies import originals

FILE = Path(__file__).parents[2] / "bench" / "copies.py"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_copies", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # msgspec looks the module of a value up by name
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize(("rewriting", "recall"), [("light", 0.98), ("middle", 0.98), ("heavy", 0.5)])
def test_copies_among_two_thousand_documents(bench, rewriting, recall):
    made = bench.documents(2000, 400, rewriting)
    kept = bench.reports(one.text for one in made)
    root = {int(key): int(report.key) for key, report in originals(kept).items()}
    reached, precision, _ = bench.measured(made, root.__getitem__)
    assert reached >= recall
    assert precision >= 0.98


def test_the_same_documents_on_every_run(bench):
    assert bench.documents(50, 10, "middle") == bench.documents(50, 10, "middle")


def test_ledgers_written_before_hold_the_same_sketches(bench):
    kept = bench.reports(one.text for one in bench.documents(2000, 400, "middle"))
    held = msgspec.json.encode([(report.sketch, report.particulars) for report in kept])
    assert hashlib.sha256(held).hexdigest() == "741e12ada73b98a62da388c9c2f09282d8ca5fd6c21dc3833a609127b640bfe8"
