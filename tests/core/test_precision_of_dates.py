"""How exact a date is, as UCDP and ACLED code it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.precision import date_prec, time_precision
from sayso.core.trouble import DateError
from sayso.core.when import between


@pytest.mark.parametrize(
    ("edtf", "ucdp", "acled"),
    [
        ("2024-03-05", 1, 1),
        ("2024-03-05/2024-03-05", 1, 1),
        ("2024-03-05~", 2, 2),
        ("2024-03-05/2024-03-06", 2, 2),
        ("2024-03-02/2024-03-07", 2, 2),
        ("2024-03-04/2024-03-10", 3, 2),
        ("2024-03-03/2024-03-10", 4, 3),
        ("2024-03", 4, 3),
        ("2024-02", 4, 3),
        ("2024-03~", 5, None),
        ("2024-03-11~/2024-04-09~", 4, 3),
        ("2024-03/2024-04", 5, None),
        ("2024-21", 5, None),
        ("2024", 5, None),
        ("2024~", 5, None),
        ("2023/2024", None, None),
        ("1990/1999", None, None),
        ("2024-03-05/..", None, None),
        ("../2024-03-05", None, None),
    ],
)
def test_the_scales(edtf, ucdp, acled):
    assert (date_prec(edtf), time_precision(edtf)) == (ucdp, acled)


@pytest.mark.parametrize("scale", [date_prec, time_precision])
def test_what_is_no_date_is_refused(scale):
    with pytest.raises(DateError):
        scale("soon")


@given(st.dates(), st.dates(), st.dates())
def test_a_longer_span_is_never_more_exact(one, two, three):
    first, middle, last = sorted((one, two, three))
    shorter, longer = date_prec(between(first, middle)), date_prec(between(first, last))
    assert longer is None or (shorter is not None and shorter <= longer)
