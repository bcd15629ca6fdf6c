import msgspec
import pytest

from sayso.core.event import Event, EventWhen, EventWhere
from sayso.core.release import Release, State
from sayso.core.trouble import DateError
from sayso.run.listing import Asked, choices, chosen, listing, points


def event(number, edtf=None, at=None, kind="shelling", grade="fair"):
    where = EventWhere(name=at[0], id=at[0].lower(), lat=at[1], lon=at[2]) if at else None
    return Event(
        id=f"e{number}", type=kind, when=EventWhen(edtf=edtf), where=where, documents=("d",), claims=(), voices=(),
        estimates=(), grade=grade, clarity=1,
    )  # fmt: skip


SELVIK, FIJI = ("Selvik", 60.0, 10.0), ("Suva", -18.1, 178.4)
EVENTS = (
    event(1, "2018-02-07/2018-02-08", SELVIK),
    event(2, "2018-02", FIJI, "bombing"),
    event(3, None, None, grade="weak"),
    event(4, "2017/..", SELVIK),
    event(5, "2019-01-01", ("Østre Selvik", None, None)),
)


@pytest.fixture(scope="module")
def rows():
    state = State(head=1, at=None, documents={}, reports=())
    return listing(Release(state=state, events=EVENTS), {"e2"})


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, "1 2 3 4 5"),
        ({"since": "2018-02-08"}, "1 2 4 5"),
        ({"since": "2018-02-09", "until": "2018-02"}, "2 4"),
        ({"until": "2017-12"}, "4"),
        ({"place": "selvik"}, "1 4 5"),
        ({"types": ("bombing",)}, "2"),
        ({"grades": ("weak", "confirmed")}, "3"),
        ({"unreviewed": True}, "1 3 4 5"),
        ({"box": (5.0, 55.0, 15.0, 65.0)}, "1 4"),
        ({"box": (170.0, -30.0, -170.0, 0.0)}, "2"),
        ({"languages": ("xx",)}, ""),
        ({"order": "earliest"}, "4 2 1 5 3"),
        ({"order": "latest"}, "5 2 1 4 3"),
        ({"order": "place"}, "1 4 2 5 3"),
        ({"order": "type"}, "2 1 3 4 5"),
    ],
)
def test_events_are_chosen_and_put_in_order(rows, asked, ids):
    assert [row.event.id for row in chosen(rows, Asked(**asked))] == [f"e{one}" for one in ids.split()]


def test_a_bound_that_is_no_date_is_refused(rows):
    with pytest.raises(DateError, match="soon"):
        chosen(rows, Asked(since="soon"))


def test_choices_are_counted(rows):
    found = choices(rows)
    assert found.types == (("bombing", 1), ("shelling", 4))
    assert found.grades == (("fair", 4), ("weak", 1))


def test_points_are_places_with_how_many_events(rows):
    assert points(rows) == [("selvik", "Selvik", 10.0, 60.0, 2), ("suva", "Suva", 178.4, -18.1, 1)]


@pytest.mark.parametrize("order", ["reports", "earliest", "latest", "place", "type", "voices"])
def test_every_order_has_all_events(rows, order):
    asked = msgspec.structs.replace(Asked(), order=order)
    assert sorted(row.event.id for row in chosen(rows, asked)) == ["e1", "e2", "e3", "e4", "e5"]
