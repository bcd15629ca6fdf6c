"""Low, best and high: each case is a small story and the figures a coder would write down."""

from made import claim, members, report

from sayso.reconcile.estimate import estimates
from sayso.reconcile.figure import figures
from sayso.reconcile.heard import heard
from sayso.reconcile.voice import Voices


def told(*reports):
    """Each estimate of the reports' claims as `killed 3 9 9..`: effect, group, low, best, high."""
    found = members(*reports)
    out = {}
    for one in estimates(*figures(found, heard(found, Voices(reports)))):
        high = ".." if one.high is None else one.high
        out[" ".join(filter(None, (one.effect, one.group)))] = (one.low, one.best, high)
    return out


def test_one_voice_one_number():
    assert told(report("Vesper", claim("office police", killed="12"))) == {"killed": (12, 12, 12)}


def test_at_least_is_open_ended():
    assert told(report("Vesper", claim("office police", killed="12.."))) == {"killed": (12, 12, "..")}


def test_up_to_names_its_upper_end():
    assert told(report("Vesper", claim("office police", killed="..80"))) == {"killed": (0, 80, 80)}


def test_an_updated_toll_replaces_the_earlier_one_and_does_not_add():
    first = report("Vesper", claim("office police", killed="3"), published="2024-03-07")
    second = report("Vesper", claim("office police", killed="9"), published="2024-03-08")

    assert told(first, second) == {"killed": (9, 9, 9)}


def test_a_toll_that_is_revised_down_is_the_lower_one():
    first = report("Vesper", claim("office police", killed="9"), published="2024-03-08")
    second = report("Inland", claim("office police", killed="8"), published="2024-03-10")

    assert told(first, second) == {"killed": (8, 8, 8)}


def test_the_best_is_what_most_voices_support_and_the_ends_are_those_of_all():
    reports = (
        report("Vesper", claim("office police", killed="12")),
        report("Inland", claim("organisation hospital", killed="12")),
        report("Nord", claim("armed_group Column", killed="30")),
    )

    assert told(*reports) == {"killed": (12, 12, 30)}


def test_nothing_is_averaged():
    reports = (
        report("Vesper", claim("office police", killed="10")),
        report("Inland", claim("organisation hospital", killed="20")),
    )

    assert told(*reports)["killed"][1] in (10, 20)


def test_at_least_supports_every_higher_number():
    reports = (
        report("Vesper", claim("office police", killed="3..")),
        report("Inland", claim("organisation hospital", killed="9")),
    )

    assert told(*reports) == {"killed": (3, 9, "..")}


def test_ten_outlets_that_quote_one_spokesman_are_one_voice():
    many = [report(f"Outlet {k}", claim("office police", killed="5")) for k in range(10)]
    two = [
        report("Vesper", claim("organisation hospital", killed="7")),
        report("Inland", claim("organisation Red Aid", killed="7")),
    ]

    assert told(*many, *two)["killed"] == (5, 7, 7)


def test_parts_singled_out_of_a_total_are_neither_lost_nor_added():
    one = report("Vesper", claim("office police", killed="100, 40 children/unknown"))

    assert told(one) == {"killed": (100, 100, 100), "killed children": (40, 40, 40)}


def test_parts_told_beside_each_other_make_up_the_total():
    one = report("Vesper", claim("office police", killed="2 adults/unknown, 3 children/unknown"))

    assert told(one)["killed"] == (5, 5, 5)


def test_civilians_and_combatants_add_up_where_nobody_gives_a_total():
    one = report(
        "Vesper",
        claim("office police", killed="2 soldiers/combatant"),
        claim("office police", killed="5 villagers/civilian", on="2024-03-05"),
    )

    assert told(one)["killed"] == (7, 7, 7)


def test_sides_that_different_voices_count_add_up():
    reports = (
        report("Vesper", claim("office army", killed="5 soldiers/combatant"), codes=(("soldiers", "soldiers"),)),
        report("Inland", claim("armed_group Column", killed="8 rebels/combatant"), codes=(("rebels", "rebels"),)),
    )

    assert told(*reports)["killed"] == (13, 13, 13)


def test_a_party_counts_its_enemys_dead_for_the_high_end_only():
    codes = (("rebels", "rebels"),)
    reports = (
        report("Vesper", claim("office army", by=("army",), killed="12 rebels/combatant"), codes=codes),
        report("Inland", claim("organisation Watch", killed="3 rebels/combatant"), codes=codes),
    )

    assert told(*reports)["killed rebels"] == (3, 3, 12)


def test_that_none_of_one_group_was_hurt_says_nothing_of_the_rest():
    reports = (
        report("Vesper", claim("office police", injured="0 policemen/combatant")),
        report("Inland", claim("organisation hospital", injured="6")),
    )

    assert told(*reports) == {"injured": (6, 6, 6), "injured policemen": (0, 0, 0)}


def test_denied_negated_and_unknown_counts_are_nobodys():
    reports = (
        report("Vesper", claim("office police", killed="12")),
        report("Inland", claim("office army", act="deny", killed="40")),
        report("Nord", claim("office ministry", polarity="negative", killed="7")),
        report("East", claim("office court", act="no_knowledge", killed="1")),
    )
    found = members(*reports)
    (total,) = estimates(*figures(found, heard(found, Voices(reports))))

    assert (total.low, total.best, total.high) == (12, 12, 12)
    assert sorted(why for _, why in ((one.claim, one.reason) for one in total.left_out)) == [
        "denied or negated",
        "its source does not assert it (deny)",
        "its source does not assert it (no knowledge)",
    ]


def test_every_claim_with_a_figure_is_used_or_left_out_with_a_reason():
    reports = (
        report("Vesper", claim("office police", killed="3"), published="2024-03-07"),
        report("Vesper", claim("office police", killed="9"), published="2024-03-08"),
        report("Inland", claim("organisation hospital", killed="40 children/unknown, 100")),
    )
    found = members(*reports)
    total = estimates(*figures(found, heard(found, Voices(reports))))[0]

    assert set(total.used) | {one.claim for one in total.left_out} == {member.claim.id for member in found}
    assert all(one.reason for one in total.left_out)
