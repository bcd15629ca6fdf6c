"""What is measured on the data beside the project, and the least that each may be: tests/quality/floors.toml."""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
F1 = r" +P +\S+ +R +\S+ +F1 +(\S+)"
# what each scorer prints, by the name that a measure has in floors.toml
PRINTED = {
    "claims.py": {"found": r"found (\d+)", "all right": r"all right (\d+)/"},
    "attribution.py": {
        **{name: name + F1 for name in ("source exact", "cue exact", "all exact", "all overlap")},
        "precision": r"all overlap +P +(\S+)",
    },
    "casualties.py": {"low exact": r"low exact (\S+)"},
    "events.py": {"B3": "B3" + F1, "best right": r"best right (\S+)", "within": r"within low..high (\S+)"},
    "places.py": {"found": r"F1 (\S+)", "resolved": r"within 161 km (\S+)", "end to end": r"end to end (\S+)"},
}


class Floor(NamedTuple):
    """One corpus read by one reader: what it may not fall below, and what is asked of it."""

    corpus: str
    pack: str
    scorer: str
    gold: Path
    sha256: str
    limit: int | None
    reader: str
    least: dict[str, float]
    asked: dict[str, float]

    def __str__(self):
        return f"{self.corpus}, {self.reader}"


def floors():
    """Every floor of the file, by corpus and reader."""
    for row in tomllib.loads(FLOORS.read_text("utf-8"))["corpus"]:
        for reader, least in row["least"].items():
            yield Floor(
                row["name"], row["pack"], row["scorer"], SHARED / row["gold"], row["sha256"], row.get("limit"),
                reader, least, row.get("asked", {}),
            )  # fmt: skip


def same_corpus(floor):
    """Whether the corpus is the one that the floor was measured on."""
    return hashlib.sha256(floor.gold.read_bytes()).hexdigest() == floor.sha256


def reached(floor):
    """What a reader reaches on a corpus, by measure."""
    command = [sys.executable, str(SHARED / "score" / floor.scorer), str(floor.gold)]
    command += ["--command", f"{sys.executable} -m sayso"]
    if floor.scorer in {"claims.py", "attribution.py", "casualties.py"}:
        command += ["--options", f"--reader {floor.reader}"]
    command += ["--limit", str(floor.limit)] if floor.limit else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{floor}: {done.stderr}")
    return {name: float(re.search(shown, done.stdout)[1]) for name, shown in PRINTED[floor.scorer].items()}
