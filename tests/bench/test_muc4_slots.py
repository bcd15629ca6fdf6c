"""The marks that the scoring guidelines of MUC-4 give as examples, and the forms of fillers."""

import importlib.util
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "bench" / "muc4_slots.py"


@pytest.fixture(scope="module")
def slots():
    spec = importlib.util.spec_from_file_location("muc4_slots", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("key", "given", "mark"),
    [
        ("26 AUG 89", "26 AUG 89", "correct"),
        ("25 AUG 89 - 26 AUG 89", "26 AUG 89", "partial"),
        ("- 26 AUG 89", "26 AUG 89", "partial"),
        ("- 26 AUG 89", "25 AUG 89", "partial"),
        ("25 AUG 89 - 26 AUG 89", "- 26 AUG 89", "partial"),
        ("26 AUG 89", "- 26 AUG 89", "partial"),
        ("16 AUG 89", "- 26 AUG 89", "incorrect"),
        ("24 AUG 89 - 25 AUG 89", "- 26 AUG 89", "incorrect"),
        ("25 AUG 89", "26 AUG 89", "incorrect"),
        ("(25 AUG 89 - 26 AUG 89) / (25 AUG 89)", "25 AUG 89", "correct"),
        ("-", "26 AUG 89", "spurious"),
        ("26 AUG 89", "-", "missing"),
        ("-", "-", "null"),
    ],
)
def test_dates(slots, key, given, mark):
    (response,) = slots.read_dates(given)
    assert slots.best([slots.mark_dates(one, response) for one in slots.read_dates(key)]) == mark


@pytest.mark.parametrize(
    ("key", "given", "mark"),
    [
        ("COLOMBIA: MEDELLIN (CITY)", "COLOMBIA: MEDELLIN (CITY)", "correct"),
        ("COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)", "COLOMBIA: MEDELLIN (CITY)", "correct"),
        ("COLOMBIA: MEDELLIN (CITY) - CALI (CITY)", "COLOMBIA: MEDELLIN (CITY)", "partial"),
        ("COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)", "BOLIVIA: MEDELLIN (CITY)", "partial"),
        ("COLOMBIA: MEDELLIN (CITY)", "COLOMBIA", "partial"),
        ("COLOMBIA: MEDELLIN (CITY)", "COLOMBIA: CALI (CITY)", "partial"),
        ("COLOMBIA", "COLOMBIA: CALI (CITY)", "partial"),
        ("COLOMBIA", "BOLIVIA", "incorrect"),
        ("HONDURAS / EL SALVADOR", "EL SALVADOR", "correct"),
        ("EL SALVADOR: USULUTAN (CITY / COUNTY / DEPARTMENT)", "EL SALVADOR: USULUTAN (CITY)", "correct"),
        ("(EL SALVADOR: SAN SALVADOR (CITY)) / (EL SALVADOR)", "EL SALVADOR", "correct"),
        ("COLOMBIA", "-", "missing"),
    ],
)
def test_locations(slots, key, given, mark):
    (response,) = slots.read_locations(given)
    assert slots.best([slots.mark_locations(one, response) for one in slots.read_locations(key)]) == mark
