"""What reading and reconciling reach on data beside the project, held to floors; skipped where it is absent."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
SAYSO = f"{sys.executable} -m sayso"

pytestmark = pytest.mark.skipif(
    not (SHARED / "score").is_dir(), reason=f"the scorers and data of {SHARED.name}/ are absent"
)


def score(scorer, gold, *options):
    """What a scorer prints for a gold file."""
    command = [sys.executable, str(SHARED / "score" / scorer), str(SHARED / gold), "--command", SAYSO, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_whole_claims_of_a_swedish_report():
    printed = score("claims.py", "gold/khasham-2018-02.sv.json")
    assert re.search(r"claims 16  found 16  beyond the gold [0-6]\b", printed), printed
    assert int(re.search(r"all right (\d+)/16", printed)[1]) >= 14, printed


def test_attributions_in_english_news():
    printed = score("attribution.py", "data/attribution.en.polnear.dev.jsonl.gz")
    precision, _, f1 = (float(n) for n in re.search(r"all overlap +P +(\S+) +R +(\S+) +F1 +(\S+)", printed).groups())
    assert "without a record 0" in printed, printed
    assert precision >= 70.0, printed
    assert f1 >= 51.0, printed


@pytest.mark.parametrize(
    ("gold", "floor"),
    [("data/incidents.en.isaf.dev.jsonl.gz", 0.90), ("data/clusters.en.gunviolence.dev.jsonl.gz", 0.75)],
    ids=["military press releases", "gun violence"],
)
def test_killed_in_single_reports(gold, floor):
    printed = score("casualties.py", gold, "--limit", "800")
    assert float(re.search(r"low exact (\S+)", printed)[1]) >= floor, printed


def test_events_of_many_reports():
    printed = score("events.py", "data/clusters.en.gunviolence.dev.jsonl.gz")
    assert float(re.search(r"B3 +P +\S+ +R +\S+ +F1 +(\S+)", printed)[1]) >= 85.0, printed
    best, within = re.search(r"best right (\S+)  within low..high (\S+)", printed).groups()
    assert float(best) >= 0.80, printed
    assert float(within) >= 0.90, printed
