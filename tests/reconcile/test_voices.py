"""Whose word a claim is: copies folded, wires named, spokesmen joined to their bodies, unnamed origins kept apart."""

import msgspec
from copies import VOICES, everything
from made import claim, members, report

from sayso.core.claim import Link
from sayso.reconcile import reconcile
from sayso.reconcile.heard import heard
from sayso.reconcile.voice import Voices
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.report import report as report_of


def voices(*reports, families=None):
    """How many voices the claims of the reports are."""
    return len({origin.key for origin in heard(members(*reports), Voices(reports, families)).values()})


def spokesman(name, body):
    """A claim by a person who speaks for a body."""
    one = claim(f"person {name}", killed="3")
    link = one.attribution[0]
    source = msgspec.structs.replace(link.source, role="spokesman", on_behalf_of=body)
    return msgspec.structs.replace(
        one, attribution=(Link(source=source, cue=link.cue, act=link.act, manner=link.manner),)
    )


def test_outlets_that_carry_one_origin_are_one_voice():
    assert voices(report("Vesper", claim("office police")), report("Inland", claim("office the Police"))) == 2
    assert voices(report("Vesper", claim("office police")), report("Inland", claim("office Police"))) == 1


def test_the_hands_between_do_not_matter():
    assert (
        voices(
            report("Vesper", claim("outlet Inland", "office police")),
            report("Nord", claim("agency Wire", "office police")),
        )
        == 1
    )


def test_an_unnamed_origin_is_one_voice_for_each_outlet():
    one, other = claim("unnamed a medic"), claim("witness residents")

    assert voices(report("Vesper", one, other)) == 1
    assert voices(report("Vesper", one), report("Inland", one)) == 2


def test_an_unnamed_origin_is_that_of_the_outlet_which_relies_on_it():
    assert (
        voices(report("Vesper", claim("outlet Inland", "unnamed a medic")), report("Inland", claim("unnamed a doctor")))
        == 1
    )


def test_a_spokesman_speaks_with_the_voice_of_his_body():
    reports = report("Vesper", spokesman("Jan Kolar", "the police")), report("Inland", claim("office the police"))

    assert voices(*reports) == 1


def test_outlets_of_one_publisher_are_one_voice_where_the_user_says_so():
    reports = report("Vesper", claim()), report("Vesper Kväll", claim())

    assert voices(*reports) == 2
    assert voices(*reports, families={"Vesper": "Vesper Group", "VESPER KVÄLL": "Vesper Group"}) == 1


def test_what_a_report_credits_to_an_agency_is_the_agencys_voice():
    reports = report("Vesper", claim(), credits=("Wire",)), report("Inland", claim("agency Wire"))

    assert voices(*reports) == 1


def test_who_quotes_an_agency_quotes_the_source_that_the_agency_names():
    wire = report("Wire", claim("office police", killed="12"))
    rewrite = report("Vesper", claim("agency Wire", killed="12"))

    assert voices(wire, rewrite) == 1


def test_forty_copies_and_rewrites_of_a_wire_story_and_three_own_reports_are_four_voices():
    packs = load_packs()
    read = [read_document(document, packs) for document in everything()]
    events = reconcile([report_of(one, one.record.id) for one in read])

    assert len(events[0].documents) == len(read)
    assert len(events[0].voices) == VOICES
