"""What each source has said over time."""

from made import claim, report

from sayso.core.release import Release, State
from sayso.reconcile import reconcile
from sayso.run.parties import parties


def of(*reports):
    """The sources of some reports, by their keys."""
    made = Release(state=State(head=1, at=None, documents={}, reports=reports), events=reconcile(reports))
    return parties(made, {one.id: (one, found) for found in reports for one in found.claims})


POST = report("Post", claim("organisation The Column", act="deny", polarity="negative"), published="2024-03-07")
NYTT = report("Nytt", claim("organisation the Column", act="admit"), published="2024-03-21")


def test_a_source_is_one_whatever_the_case_of_its_name():
    party = of(POST, NYTT)["the column"]
    assert (party.name, len(party.said), party.reports, party.events) == ("The Column", 2, 2, 1)
    assert (party.first, party.last) == ("2024-03-07", "2024-03-21")


def test_what_it_said_otherwise_later_stands_by_its_event():
    (turn,) = of(POST, NYTT)["the column"].reversals
    assert (turn.reversal.earlier, turn.reversal.later) == (POST.claims[0].id, NYTT.claims[0].id)
    assert turn.event == f"e{POST.claims[0].id}"


def test_what_is_said_comes_in_the_order_of_publication():
    said = of(NYTT, POST)["the column"].said
    assert [one for one, _ in said] == [POST.claims[0].id, NYTT.claims[0].id]


def test_an_outlet_is_a_source_of_what_it_says_itself():
    party = of(report("Post", claim(killed="3")))["post"]
    assert (party.name, party.kind) == ("Post", "outlet")


def test_who_is_not_named_is_no_source():
    assert (
        set(of(report("Post", claim("unnamed a doctor", killed="3"), claim("witness residents", killed="4")))) == set()
    )


def test_the_same_reports_in_another_order_give_the_same_sources():
    assert of(POST, NYTT) == of(NYTT, POST)
