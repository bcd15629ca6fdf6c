"""The whole way to the weights in one command: silver, three teachers, a student, its export, and its scores.

    python -m training.whole ../shared training/work FOLDER [--command .venv/bin/sayso]

What is done is not done again, so after a cut it goes on where it stood. On a GPU the teachers train side by side and
in larger batches, in minutes; without one each in turn, in some five hours on two cores. What a run tells goes to
NAME.log in the work folder.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from training.silver import HELD

TEACHERS = ("teacher-0", "teacher-1", "teacher-2")
STUDENT = "tagger"
LOOK = 10  # seconds between two looks at the runs
ATTRIBUTIONS = ("attribution.en.polnear.dev.jsonl.gz", "attribution.de.wikinews.dev.jsonl.gz")
NAMES = (("ner.sv.talbanken.dev.iob2.gz", 0), ("ner.sv.talbanken.train.iob2.gz", HELD))  # and of how many at its end


class Scale(NamedTuple):
    """Tokens a step, steps of a teacher and of the student, teachers at once, processes that cut the texts of each."""

    batch: int
    steps: int
    student: int
    at_once: int
    workers: int


ON_GPU, ON_CPU = Scale(4096, 2000, 3000, 3, 4), Scale(580, 6600, 6600, 1, 0)


class Place(NamedTuple):
    """Where the data beside the project lies, where the runs are kept, where the weights go, and the grammar reader."""

    shared: Path
    work: Path
    folder: Path
    command: str


def main() -> None:
    """Do what is left to do."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("shared", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--command", default=".venv/bin/sayso", help="reads the Swedish sentences for silver.jsonl.gz")
    options.add_argument("--layers", default="8", help="of the student")
    options.add_argument("--steps", type=int, help="of a teacher, where not as usual")
    options.add_argument("--student-steps", type=int, help="of the student, where not as usual")
    given = options.parse_args()
    place = Place(given.shared, given.work, given.folder, given.command)
    usual = ON_GPU if torch.cuda.is_available() else ON_CPU
    scale = usual._replace(steps=given.steps or usual.steps, student=given.student_steps or usual.student)
    place.work.mkdir(parents=True, exist_ok=True)
    if not (place.work / "silver.jsonl.gz").exists():
        silver = str(place.work / "silver.jsonl.gz")
        _done("training.silver", str(place.shared / "data"), silver, "--command", place.command)
    teachers = [_train(place, scale, name, ["--seed", str(k), "--steps", str(scale.steps)])
                for k, name in enumerate(TEACHERS)]  # fmt: skip
    _run(place, [one for one in teachers if one], scale.at_once)
    taught = ["--teachers", *TEACHERS, "--layers", given.layers, "--seed", "7", "--steps", str(scale.student)]
    _run(place, [one for one in [_train(place, scale, STUDENT, taught)] if one], 1)
    _done("training.export", str(place.work), STUDENT, str(place.folder))
    for line in scores(place):
        print(line, flush=True)


def _train(place: Place, scale: Scale, name: str, more: Sequence[str]) -> tuple[str, list[str]] | None:
    """The command of one run; None where it is done."""
    if (place.work / f"{name}.pt").exists():
        return None
    size = ["--batch", str(scale.batch), "--workers", str(scale.workers)]
    return name, ["training.train", str(place.shared / "data"), str(place.work), name, *size, *more]


def _run(place: Place, runs: list[tuple[str, list[str]]], at_once: int) -> None:
    """Run commands, so many at once, and tell how far they are; SystemExit, naming its log, where one fails."""
    waiting = list(runs)
    going: dict[str, subprocess.Popen[bytes]] = {}
    try:
        while waiting or going:
            while waiting and len(going) < at_once:
                name, command = waiting.pop(0)
                with (place.work / f"{name}.log").open("ab") as log:
                    going[name] = subprocess.Popen([sys.executable, "-m", *command], stdout=log, stderr=log)
            time.sleep(LOOK)
            for name, run in list(going.items()):
                print(f"{name}: {_last(place.work / f'{name}.log')}", flush=True)
                if run.poll() is not None:
                    del going[name]
                    if run.returncode:
                        raise SystemExit(f"{name} failed: see {place.work / f'{name}.log'}")
    finally:
        for run in going.values():
            run.terminate()


def _last(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[-1] if lines else "starting"


def _done(*command: str) -> None:
    subprocess.run([sys.executable, "-m", *command], check=True)


def scores(place: Place) -> Iterator[str]:
    """What the weights reach, a line each."""
    for file in ATTRIBUTIONS:
        gold, found = place.shared / "data" / file, place.work / f"{file.removesuffix('.gz')}"
        _done("training.propose", str(gold), str(place.folder), str(found))
        scorer = str(place.shared / "score" / "attribution.py")
        command = [sys.executable, scorer, str(gold), "--predictions", str(found)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        yield from (f"{file}: {line}" for line in told.splitlines() if " F1 " in line)
    for file, last in NAMES:
        gold = str(place.shared / "data" / file)
        command = [sys.executable, "-m", "training.names", gold, str(place.folder), "--last", str(last)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        yield f"{file}: {told.splitlines()[-1]}"


if __name__ == "__main__":
    main()
