import pytest

from sayso.publish.date import Calendar, day, in_words


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2018-02-07", "7 February 2018"),
        ("2018-02", "February 2018"),
        ("2018", "2018"),
        ("2018-21", "spring 2018"),
        ("2018-02-07/2018-02-08", "7–8 February 2018"),
        ("2018-02-07/2018-03-08", "7 February – 8 March 2018"),
        ("2018-02-07/2019-03-08", "7 February 2018 – 8 March 2019"),
        ("2018-02/2018-03", "February 2018 – March 2018"),
        ("2018-02-07/2018-02-07", "7 February 2018"),
        ("2018-02-07~", "about 7 February 2018"),
        ("2018?", "perhaps 2018"),
        ("2018%/2019", "perhaps about 2018 – 2019"),
        ("2018-02-07/..", "from 7 February 2018"),
        ("../2018-02", "until February 2018"),
        ("/2018-02", "until February 2018"),
        ("../..", "date not told"),
        (None, "date not told"),
        ("", "date not told"),
        ("last week", "last week"),
        ("2018-13", "2018-13"),
    ],
)
def test_in_words(edtf, shown):
    assert in_words(edtf) == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2018-02-07", "7 February 2018"),
        ("2018-02-07T23:10:00+01:00", "7 February 2018"),
        ("20T", "20T"),
        (None, "undated"),
    ],
)
def test_day(published, shown):
    assert day(published) == shown


SWEDISH = Calendar(
    months=tuple("januari februari mars april maj juni juli augusti september oktober november december".split()),
    seasons=("våren", "sommaren", "hösten", "vintern"), about="omkring", perhaps="kanske", until="till {date}",
    from_="från {date}", not_told="datum sägs inte", undated="odaterad",
)  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-02-07/2018-02-08", "7–8 februari 2018"),
        ("2018-21", "våren 2018"),
        ("2018-02~", "omkring februari 2018"),
        ("2018%", "kanske omkring 2018"),
        ("../2018-02", "till februari 2018"),
        ("2018-02/..", "från februari 2018"),
        (None, "datum sägs inte"),
    ],
)
def test_a_date_is_said_in_another_language(edtf, words):
    assert in_words(edtf, SWEDISH) == words
    assert day(None, SWEDISH) == "odaterad"
