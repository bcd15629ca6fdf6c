"""Who took part in an event, and with what."""

import pytest


def names(participants):
    return [one.name for one in participants]


@pytest.mark.parametrize(
    ("text", "agents", "instruments"),
    [
        ("A car bomb exploded outside the station in Karsal.", [], ["car bomb"]),
        ("The station was hit by two missiles.", [], ["missiles"]),
        ("Turkish warplanes bombed a village.", ["Turkish warplanes"], ["warplanes"]),
        ("A village was shelled by government forces.", ["government forces"], []),
    ],
)
def test_what_was_used_does_not_act_unless_it_is_told_whose_it_is(told, text, agents, instruments):
    (claim,) = told(text)
    assert (names(claim.event.agents), names(claim.event.instruments)) == (agents, instruments)
