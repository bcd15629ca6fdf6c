"""The pictures of an event: what they hold, where things stand, and that no words from a report become markup."""

from itertools import pairwise

import msgspec
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.event import Voice
from sayso.publish.account.chains import Ways, chains
from sayso.publish.account.known import Known
from sayso.publish.chart.chains import WIDE, Item
from sayso.publish.chart.chains import chains as drawn
from sayso.publish.chart.fold import Named, Path, folded
from sayso.publish.chart.layers import Edge, laid
from sayso.publish.chart.svg import Labelled

SVG = "{http://www.w3.org/2000/svg}"
LABEL = Labelled("Chains", "3 reports, 2 voices")


def words(svg):
    """Every line of text in a picture."""
    return [one.text for one in fromstring(svg).iter(f"{SVG}text")]


def box_of(graph, name):
    return next(box for box in graph.boxes if any(item.text == name for item in box.items))


def test_three_reports_are_two_voices_and_the_wire_stands_between(release, event):
    graph = chains(Known(release, event))
    assert graph.heads == ("3 reports", "by way of", "2 voices")
    port, wire = box_of(graph, "port officials"), box_of(graph, "Meridian")
    assert (wire.node[0], port.node[0]) == (1, 2)
    copy = box_of(graph, "The Lantern, 5 March 2024")
    assert {(edge.start, edge.end) for edge in graph.edges if edge.start == copy.node} == {(copy.node, wire.node)}
    assert Edge(wire.node, port.node, 1) in graph.edges


def test_a_party_is_told_apart_and_boxes_lead_on(release, event):
    ways = Ways(report=lambda report: f"/report/{report.key}", voice=lambda voice: f"#{voice.id}")
    svg = drawn(chains(Known(release, event), ways=ways), LABEL)
    tree = fromstring(svg)
    kinds = [one.get("class") for one in tree.iter(f"{SVG}g") if one.get("class", "").startswith("box voice")]
    assert sorted(kinds) == ["box voice", "box voice party"]
    assert {one.get("href") for one in tree.iter(f"{SVG}a")} == {
        "/report/k-post", "/report/k-copy", "/report/k-nytt", "#v1", "#v2",
    }  # fmt: skip


def test_it_has_no_style_and_no_script_and_is_the_same_again(release, event):
    svg = drawn(chains(Known(release, event)), LABEL)
    assert all(key != "style" and not key.startswith("on") for one in fromstring(svg).iter() for key in one.attrib)
    assert svg == drawn(chains(Known(release, event)), LABEL)


def test_markup_in_a_name_stays_text(release, event):
    bad = '<script>alert("1")</script> &'
    voices = (msgspec.structs.replace(event.voices[0], name=bad), event.voices[1])
    svg = drawn(chains(Known(release, msgspec.structs.replace(event, voices=voices))), LABEL)
    assert "<script" not in svg
    assert "".join("".join(words(svg)).split()).count("".join(bad.split())) == 1


def twelve(carriers=12):
    """So many outlets that all carry one wire, which quotes one spokesman; one of them has a witness of its own."""
    keys = [f"r{k:02}" for k in range(carriers)]
    paths = [Path(key, ((1, "wire"), (2, "spokesman"))) for key in keys]
    paths.append(Path(keys[3], ((2, "witness"),)))
    named = Named(
        reports={key: Item(f"Outlet {key}") for key in keys},
        boxes={
            (1, "wire"): ("hand", (Item("Meridian"),)), (2, "spokesman"): ("voice", (Item("A spokesman"),)),
            (2, "witness"): ("voice", (Item("A witness"),)),
        },
        alone={(2, "witness"): (Item("A witness"), Item("Outlet r03", quiet=True))},
        more=lambda number: f"and {number} more",
    )  # fmt: skip
    return folded(paths, named, ("reports", "by way of", "voices"))


def test_twelve_articles_are_seen_to_be_two_sources():
    graph = twelve()
    assert [box.kind for box in graph.boxes] == ["report", "hand", "voice", "voice"]
    assert len(graph.boxes[0].items) == 12
    assert sorted(edge.weight for edge in graph.edges) == [1, 12, 12]
    assert box_of(graph, "A witness").items[-1].text == "Outlet r03"


def test_hundreds_of_copies_are_counted_not_listed():
    (reports, *_) = twelve(400).boxes
    assert len(reports.items) == 12
    assert reports.items[-1].text == "and 389 more"


def test_many_voices_that_one_report_alone_has_share_a_box(release, event):
    claims = ("a" * 16,)
    voices = tuple(
        Voice(id=f"v{k}", name=f"Person {k}", kind="person", party=False, documents=("post",), claims=claims)
        for k in range(3)
    )
    graph = chains(Known(release, msgspec.structs.replace(event, voices=voices)))
    (box,) = [box for box in graph.boxes if box.kind == "voice"]
    assert [item.text for item in box.items if item.strong] == ["Person 0", "Person 1", "Person 2"]


@pytest.mark.parametrize(
    "name", ["A" * 90, "Ministry of the Interior " * 4, "وزارة الدفاع في ليرينا " * 3, "防衛省" * 12]
)
def test_long_names_are_broken_and_not_cut(release, event, name):
    voices = (msgspec.structs.replace(event.voices[0], name=name), event.voices[1])
    graph = chains(Known(release, msgspec.structs.replace(event, voices=voices)))
    shown = words(drawn(graph, LABEL))
    assert "".join(name.split()) in "".join("".join(shown).split())
    assert max(map(len, shown)) * 7.6 <= WIDE


graphs = st.lists(
    st.tuples(st.integers(0, 5), st.lists(st.integers(0, 3), max_size=2), st.integers(0, 5)), min_size=1, max_size=25
)


@given(graphs)
def test_no_two_boxes_touch_and_none_stands_out(found):
    paths = [Path(f"r{a}", (*((k, f"h{b}") for k, b in enumerate(some, 1)), (3, f"v{c}"))) for a, some, c in found]
    heights = {node: 20.0 + 7 * (len(node[1]) % 3) for one in paths for node in ((0, one.report), *one.nodes)}
    edges = [Edge(a, b, 1) for one in paths for a, b in zip([(0, one.report), *one.nodes], one.nodes, strict=False)]
    place = laid(heights, edges)
    columns = {}
    for (column, _), spot in place.spots.items():
        columns.setdefault(column, []).append(spot)
    for some in columns.values():
        some.sort()
        assert some[0].top >= -0.01
        assert some[-1].top + some[-1].height <= place.height + 0.01
        assert all(a.top + a.height < b.top + 0.01 for a, b in pairwise(some))
    assert all(edge.end[0] == edge.start[0] + 1 for edge in place.edges)
