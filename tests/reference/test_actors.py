"""The codes of actors: every one used is in the table, and a loose one stands for another only where one alone fits."""

import pytest

from sayso.reference.actors import actors, fuller, is_a, loose

SORTS = {"state", "local", "body", "group", "people"}


def test_every_class_and_broader_code_is_known():
    assert {actor.sort for actor in actors().values()} == SORTS
    assert {actor.broader for actor in actors().values()} <= {*actors(), None}


def test_a_ministry_of_defence_is_a_ministry():
    assert is_a("defence-ministry", "ministry")
    assert not is_a("ministry", "defence-ministry")


@pytest.mark.parametrize(
    ("code", "among", "full"),
    [
        ("army", ["SY:army", "rebels"], "SY:army"),
        ("army", ["SY:army", "RU:army"], None),
        ("army", ["army"], None),
        ("ministry", ["RU:defence-ministry"], "RU:defence-ministry"),
        ("ministry", ["defence-ministry", "RU:defence-ministry"], "RU:defence-ministry"),
        ("RU:army", ["SY:army"], None),
        ("children", ["SY:children"], None),
    ],
)
def test_what_a_loose_code_can_stand_for(code, among, full):
    assert fuller(code, among) == full


def test_people_are_never_loose():
    assert loose("army")
    assert not loose("children")
    assert not loose("SY:army")
