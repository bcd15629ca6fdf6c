"""What reading, reconciling and placing reach on data beside the project, held to floors; skipped without it."""

import pytest
from floors import SHARED, floors, reached, same_corpus

from sayso.run.gazetteers import default_path

pytestmark = pytest.mark.skipif(
    not (SHARED / "score").is_dir(), reason=f"the scorers and data of {SHARED.name}/ are absent"
)


@pytest.mark.parametrize("floor", list(floors()), ids=str)
def test_no_measure_falls_below_its_floor(floor):
    if floor.scorer == "places.py" and not default_path().exists():
        pytest.skip("no gazetteer is built: sayso gazetteer")
    assert same_corpus(floor), "the corpus has changed since its floors were set: measure anew and set them"
    found = reached(floor)
    assert {name: (found[name], least) for name, least in floor.least.items() if found[name] < least} == {}


def test_both_readers_together_are_never_below_the_better_one():
    """The floors of `auto` are never set below those of either reader alone."""
    by = {(floor.corpus, floor.reader): floor for floor in floors()}
    for (corpus, reader), floor in by.items():
        if reader == "auto":
            for name, least in floor.least.items():
                alone = [by[corpus, one].least.get(name, 0) for one in ("grammar", "neural")]
                assert least >= max(alone), (corpus, name)
