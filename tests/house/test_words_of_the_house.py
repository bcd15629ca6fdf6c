"""The project speaks of itself alone: no path of the machine that somebody happened to write on."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:work|tmp|root|home)/")
THIS = Path(__file__)
REPORTS = ROOT / "src" / "sayso" / "reports"  # what a report says is its own affair


def tracked_files() -> list[Path]:
    """What git tracks, and what it would be asked to: new files that it does not ignore."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not in a git checkout")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip(f"git cannot list the files: {listed.stderr.strip()}")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:  # not text
        return ""


def test_no_machine_paths():
    files = [path for path in tracked_files() if path.is_file() and path != THIS and REPORTS not in path.parents]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("line", ["see /tmp/x", 'open("/work/a")', "(/root/.cache)"])
def test_a_machine_path_is_seen(line):
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize("line", ["src/work/a", "example.org/home/", "../tmp/", "/path/to/wheels"])
def test_other_paths_are_left_alone(line):
    assert not MACHINE_PATH.search(line)
