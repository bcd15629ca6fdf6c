import msgspec
import pytest

from sayso.core.event import Event, EventWhen, EventWhere
from sayso.core.release import Release, State
from sayso.core.trouble import DateError, LedgerError
from sayso.run.find import by_date, chosen, event_named


def made(claims, type="shelling", when="2024-03-05", where="Port Lirena", **more):
    return Event(
        id=f"e{claims[0]}", type=type, when=EventWhen(edtf=when), where=EventWhere(name=where) if where else None,
        documents=("a",), claims=claims, voices=(), estimates=(), grade="weak", clarity=1, **more,
    )  # fmt: skip


FIRST = made(("1111222233334444", "aaaa000000000000", "aaaa111111111111"))
SECOND = made(("1111999933334444", "e222000000000000"), "armed_clash", "2024-02/2024-04", "Khasham")
OLD = made(("5555000000000000",), "killing", None, None)
RELEASE = Release(state=State(head=9, at=None, documents={}, reports=()), events=(FIRST, SECOND, OLD))


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("e1111222233334444", FIRST),
        ("e11112", FIRST),
        (" E11112 ", FIRST),
        ("11112", FIRST),
        ("aaaa", FIRST),
        ("aaaa111111111111", FIRST),
        ("eaaaa111111111111", FIRST),  # a former event, now part of this one
        ("eaaaa1", FIRST),
        ("e222", SECOND),
        ("e1111999933334444", SECOND),
        ("e5", OLD),
    ],
)
def test_an_event_by_its_own_or_a_claims_id(name, event):
    assert event_named(RELEASE, name) == event


def test_more_than_one_is_refused_with_those_it_fits():
    with pytest.raises(LedgerError, match="fits 2 events; give more of the id") as fault:
        event_named(RELEASE, "e1111")
    assert str(fault.value).splitlines()[1:] == [
        "  e11112222  Shelling, Port Lirena, 5 March 2024",
        "  e11119999  Armed clash, Khasham, February 2024 – April 2024",
    ]


@pytest.mark.parametrize("name", ["khasham", "armed clash", "e1111999933335555"])
def test_an_unknown_name_tells_what_is_near(name):
    with pytest.raises(LedgerError, match="as of row 9; near it") as fault:
        event_named(RELEASE, name)
    assert "e11119999  Armed clash, Khasham" in str(fault.value)


@pytest.mark.parametrize("name", ["", "zz", "nowhere"])
def test_nothing_near_says_how_to_list(name):
    with pytest.raises(LedgerError, match="sayso events lists the 3 events there are"):
        event_named(RELEASE, name)


def test_of_many_only_some_are_named():
    events = tuple(made((f"12{k:014d}",)) for k in range(9))
    with pytest.raises(LedgerError, match="fits 9 events") as fault:
        event_named(msgspec.structs.replace(RELEASE, events=events), "e12")
    assert str(fault.value).endswith("and 4 more; sayso events lists them")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [FIRST, SECOND, OLD]),
        ({"since": "2024-03"}, [FIRST, SECOND]),
        ({"since": "2024-03-06"}, [SECOND]),
        ({"until": "2024-02"}, [SECOND]),
        ({"until": "2024-01"}, []),
        ({"since": "2024-03-05", "until": "2024-03-05"}, [FIRST, SECOND]),
        ({"place": "lirena"}, [FIRST]),
        ({"types": ("armed_clash", "killing")}, [SECOND, OLD]),
        ({"types": ("armed_clash",), "place": "Port"}, []),
    ],
)
def test_chosen(asked, found):
    assert list(chosen(RELEASE.events, **asked)) == found


def test_a_place_by_its_id():
    placed = msgspec.structs.replace(FIRST, where=EventWhere(name="Port Lirena", id="geonames:1"))
    assert list(chosen([placed], place="geonames:1")) == [placed]
    assert list(chosen([placed], place="geonames")) == []


def test_a_bound_that_is_no_date():
    with pytest.raises(DateError):
        list(chosen(RELEASE.events, since="soon"))


def test_by_date():
    open_ended = made(("7777000000000000",), when="../2024-01")
    assert by_date([OLD, FIRST, SECOND, open_ended]) == [open_ended, SECOND, FIRST, OLD]
