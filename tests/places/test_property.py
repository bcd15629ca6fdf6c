"""Whatever the text: spans slice it, points are on the globe, and the same text gives the same places."""

from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    "Paris Texas Georgia Syria Gary Karsal Deir Ezzor province of in near , . ( ) - and the County River Ind. US "
    "Syriens norr om Svarta havet Paris-based \n\n — “ ” 's St. Гори دير الزور İ ß 12".split(" ")
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["en", "sv", "nb"]))
def test_places_of_any_text(read, pieces, language):
    text = " ".join(pieces)
    first, again = read(text, language), read(text, language)
    assert first.record == again.record
    last = 0
    for one in first.reading.toponyms:
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert one.span.start >= last
        last = one.span.end
    for one in first.record.mentions:
        if one["kind"] == "place" and one["lat"] is not None:
            assert -90 <= one["lat"] <= 90
            assert -180 <= one["lon"] <= 180
            assert one["precision"] in {None, 1, 2, 3, 4, 5, 6, 7}
