import pytest

from sayso.ingest.printed import printed, standard


@pytest.mark.parametrize(
    "written",
    [
        "6 March 2024", "March 6, 2024 Wednesday", "6 mars 2024 mercredi", "mercredi 6 mars 2024", "06. März 2024",
        "6 de marzo de 2024", "Mittwoch 6.März 2024", "mars 6 2024", "6 maart 2024 woensdag", "2024年3月6日",
        "6 марта 2024 г.", "٦ مارس ٢٠٢٤", "2024-03-06", "Mar. 6th, 2024", "Sunday March 6, 2024 Final edition",
    ],
)  # fmt: skip
def test_a_day_in_words_or_figures(written):
    assert printed(written) == "2024-03-06"


def test_a_month():
    assert printed("March 2024") == "2024-03"


@pytest.mark.parametrize("written", ["03/04/2024", "Wednesday", "", "31 Foo 2024", "Page 4 of 2024"])
def test_what_names_no_day_for_certain(written):
    assert printed(written) is None


@pytest.mark.parametrize(
    ("time", "found"),
    [
        ("14:32 GMT", "2024-03-06T14:32Z"),
        ("2:05 PM", "2024-03-06T14:05"),
        ("12.10 a.m.", "2024-03-06T00:10"),
        ("8:05 AM EST", "2024-03-06T08:05"),
        ("14:32 +0100", "2024-03-06T14:32+01:00"),
        ("25:10", "2024-03-06"),
        ("877 words", "2024-03-06"),
    ],
)
def test_a_time_with_the_zone_it_names(time, found):
    assert printed("6 March 2024", time) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-03", "2024-03"),
        ("2024-03-06/2024-03-07", "2024-03-06/2024-03-07"),
        ("2024-03-06 10:00:00", "2024-03-06T10:00:00"),
        ("Wed, 06 Mar 2024 06:15:00 +0100", "2024-03-06T06:15:00+01:00"),
        ("March 6, 2024, 10.15 PM", "2024-03-06T22:15"),
        ("6/3/2024", None),
        ("1709769600", None),
    ],
)
def test_a_date_of_a_table_or_message(written, found):
    assert standard(written) == found
