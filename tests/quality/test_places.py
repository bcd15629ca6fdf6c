"""Places found and resolved on data that lies beside the project, held to floors; skipped where either is absent."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.run.gazetteers import default_path

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = [
    pytest.mark.skipif(not (SHARED / "score").is_dir(), reason=f"the scorers and data of {SHARED.name}/ are absent"),
    pytest.mark.skipif(not default_path().exists(), reason="no gazetteer is built: sayso gazetteer"),
]


@pytest.mark.parametrize(
    ("gold", "found", "resolved", "both"),
    [("places.en.geovirus.jsonl.gz", 91.0, 0.90, 0.84), ("places.en.lgl.jsonl.gz", 79.0, 0.83, 0.63)],
    ids=["epidemics", "local papers"],
)
def test_places_in_english_news(gold, found, resolved, both):
    command = [sys.executable, str(SHARED / "score" / "places.py"), str(SHARED / "data" / gold)]
    done = subprocess.run(
        [*command, "--command", f"{sys.executable} -m sayso"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert float(re.search(r"F1 (\S+)", done.stdout)[1]) >= found, done.stdout
    assert float(re.search(r"within 161 km (\S+)", done.stdout)[1]) >= resolved, done.stdout
    assert float(re.search(r"end to end (\S+)", done.stdout)[1]) >= both, done.stdout
