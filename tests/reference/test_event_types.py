"""The table of event types, and that packs give no others."""

from typing import get_type_hints

import pytest

from sayso.reference.event_types import EventType, event_types
from sayso.run.packs import folders, load_packs

PLOVER = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
MUC = frozenset({"ARSON", "ATTACK", "BOMBING", "KIDNAPPING", "ROBBERY"})


def test_every_row_has_its_neighbours():
    assert get_type_hints(EventType).keys() == {"acled", "plover", "muc"}
    assert len(event_types()) == 37
    for one in event_types().values():
        assert one.acled is None or ": " in one.acled
        assert one.plover is None or one.plover in PLOVER
        assert one.muc is None or one.muc in MUC


def test_some_rows():
    assert event_types()["air_strike"] == ("Explosions/Remote violence: Air/drone strike", "ASSAULT", "BOMBING")
    assert event_types()["other"] == (None, None, None)


@pytest.mark.parametrize("code", sorted(folders()))
def test_packs_give_only_types_of_the_table(code):
    pack = load_packs([code])[code]
    given = {entry.values[0] for entry in pack.entries if entry.list == "event"}
    given |= {str(rule.gives["type"]) for rule in pack.rules.get("event", ())}
    assert given - event_types().keys() == set()
