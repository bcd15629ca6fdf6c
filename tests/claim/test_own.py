"""What the report is made to say itself, and what is only asked."""

import pytest

WANTED = '"We want answers," the mother said. '


def test_a_clause_in_the_name_of_a_source_is_the_reports_own(told):
    own, said = told("The widow, whose two sons were killed in the raid, said nobody had come.")
    assert not own.attribution
    assert [toll.low for toll in own.casualties] == [2]
    assert said.attribution
    assert not said.casualties


@pytest.mark.parametrize(
    ("quotation", "casualties"),
    [('"Were two men killed for nothing?"', []), ('"Two men were killed for nothing."', [2])],
)
def test_what_is_only_asked_counts_nobody(told, quotation, casualties):
    (claim,) = told(WANTED + quotation)
    assert [toll.low for toll in claim.casualties] == casualties
