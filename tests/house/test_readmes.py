"""Each room has a short note on the door."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(init.parent for init in (ROOT / "src" / "sayso").glob("*/__init__.py"))
FOLDERS = [*PACKAGES, *(ROOT / name for name in ("tests", "bench", "docs"))]
LINES = 20


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_folder_has_a_short_readme(folder):
    readme = folder / "README.md"
    assert readme.is_file(), "what lives here, what may not, where to go instead"
    lines = readme.read_text("utf-8").splitlines()
    assert 1 <= len(lines) <= LINES
