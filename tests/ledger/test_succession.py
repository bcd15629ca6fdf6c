"""What a page says now takes the place of what it said before, which stays on record."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.document import Document
from sayso.ledger.fold import fold
from sayso.ledger.memory import MemoryStore
from sayso.ledger.succession import succession
from sayso.ledger.versions import versions
from sayso.reconcile import course
from sayso.run.release import release

URL = "https://harbourpost.example/market"
TEXT = "Police said {} people were killed when a bomb went off in the market of Orvelo on 7 February 2018."
DAY = "2018-02-08"


def said(killed, outlet="The Harbour Post", url=URL, **fields):
    """A report that gives a toll."""
    fields = {"publisher": outlet, "url": url, "published": DAY, **fields}
    return Document(id=f"{outlet} {killed}", text=TEXT.format(killed), **fields)


@pytest.fixture
def events(adding):
    """The state and the events of documents added one after the other."""

    def events(*documents):
        store = MemoryStore()
        for one in documents:
            adding(store, one)
        return release(fold(store.rows()))

    return events


def killed(made):
    """Low, best and high of the one event."""
    (event,) = made.events
    (total,) = [one for one in event.estimates if one.group is None and one.effect == "killed"]
    return total.low, total.best, total.high


@pytest.mark.parametrize("figures", [(14, 12), (12, 14)])
def test_a_page_that_was_corrected_counts_with_its_newest_figure(events, figures):
    made = events(*map(said, figures))
    assert killed(made) == (figures[1],) * 3
    (event,) = made.events
    assert [(one.low, one.best) for one in course(event, made.state.reports)] == [(one, one) for one in figures]
    assert event.conflicts == ()


def test_what_it_said_before_stays_on_record(memory, adding):
    adding(memory, said(14))
    head = memory.head().seq
    adding(memory, said(12))
    assert [one.text for one in versions(memory, lambda url: url == URL)] == [TEXT.format(14), TEXT.format(12)]
    assert killed(release(fold(memory.rows(upto=head)))) == (14, 14, 14), "as of then"
    (event,) = release(fold(memory.rows())).events
    (left,) = [one for total in event.estimates for one in total.left_out]
    assert left.reason == "an earlier statement of the same voice"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_where_pages_say_when_they_were_modified_that_decides(events, order):
    told = [
        said(14, modified="2018-02-08T09:00:00+01:00"),
        said(13, modified="2018-02-08T08:30:00Z"),
        said(12, modified="2018-02-09"),
    ]
    assert killed(events(*(told[k] for k in order))) == (12, 12, 12)


def test_a_page_that_was_published_earlier_is_not_newer_for_being_recorded_last(events):
    assert killed(events(said(12, published="2018-02-09"), said(14))) == (12, 12, 12)


def test_an_address_shared_with_other_tracking_is_one_page(events):
    assert killed(events(said(14), said(12, url=URL.replace("https", "http") + "/?utm_source=mail"))) == (12, 12, 12)


def test_a_page_without_an_outlet_is_one_voice_before_and_after(events):
    made = events(*(msgspec.structs.replace(said(n, outlet=None), text=f"At least {n} people were killed in Orvelo"
        " on 7 February 2018.") for n in (14, 12)))  # fmt: skip
    (event,) = made.events
    assert len(event.voices) == 1
    assert [(one.low, one.best) for one in event.estimates] == [(12, 12)]


def test_other_outlets_keep_their_figure(events):
    assert (
        killed(events(said(14), said(14, outlet="The Lantern", url="https://lantern.example/1"), said(12)))[0] == 14
    ), "of one voice on one day the larger figure stands, among what pages say now"


@pytest.mark.parametrize("place", range(4))
def test_when_another_outlet_is_added_changes_nothing(events, place):
    pages = [said(14), said(12), said(13)]
    other = Document(
        id="l", text=TEXT.format(11).replace("Police", "A medic"), publisher="The Lantern", published=DAY,
        url="https://lantern.example/1",
    )  # fmt: skip
    assert events(*pages[:place], other, *pages[place:]).events == events(other, *pages).events


def test_the_rows_hold_nothing_of_it(memory, adding):
    adding(memory, said(14), said(12))
    assert not any('"page"' in row.body or '"version":1' in row.body for row in memory.rows(kind="reading"))


moments = st.sampled_from(
    [None, "2018-02-08", "2018-02-08T09:00:00Z", "2018-02-08T09:00:00+03:00", "2018-02-10", "soon"]
)
pages = st.lists(st.tuples(st.sampled_from([None, URL, URL + "#top", "https://lantern.example/1"]), moments, moments))


@given(pages)
def test_versions_are_counted_through_and_the_last_recorded_of_one_day_is_the_newest(told):
    recorded = {
        f"k{k}": Document(id=str(k), text=str(k), url=url, published=published, modified=modified)
        for k, (url, published, modified) in enumerate(told)
    }
    found = succession(recorded)
    for page in {one.page for one in found.values()}:
        own = [key for key, one in found.items() if one.page == page]
        assert sorted(found[key].number for key in own) == list(range(len(own)))
        assert found[page].number == 0
        last = own[max(range(len(own)), key=lambda k: list(recorded).index(own[k]))]
        alike = {(recorded[key].published, recorded[key].modified) for key in own}
        if alike in [{(DAY, None)}, {(None, None)}]:
            assert found[last].number == len(own) - 1
