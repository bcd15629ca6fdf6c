"""Which event a place and a date belong to, where it takes more than one sentence of a worked example to show."""

import pytest


def where(claim):
    """A place by its name, and what it rests on."""
    return (claim.event.where.name, claim.event.where.basis) if claim.event.where is not None else None


def when(claim):
    """A date as EDTF."""
    return claim.event.when.edtf if claim.event.when is not None else None


def test_the_spans_of_a_place_go_on_to_the_areas_it_lies_in(told):
    text = "Two men were killed in Maku district, Kunar province, on Monday."
    (claim,) = told(text)
    assert claim.event.where.name == "Maku"
    assert [span.of(text) for span in claim.event.where.span] == ["Maku", "Kunar"]


def test_a_place_listed_with_another_does_not_lie_in_it(told):
    text = "Two men were killed in Karsal and Lirena on Monday."
    (claim,) = told(text)
    assert [span.of(text) for span in claim.event.where.span] == ["Karsal"]


def test_a_count_up_to_now_lends_no_day(told):
    today, total = told("Two soldiers were killed at the border. In all, 48 soldiers have been killed since 8 October.")
    assert (when(today), when(total)) == (None, "2023-10-08/..")


def test_a_scene_ends_with_its_paragraph(told):
    scene = "In Karsal on Monday, a patrol went to a house."
    *_, inside = told(f"{scene} Two men were detained.")
    assert (where(inside), when(inside)) == (("Karsal", "context"), "2024-03-04")
    *_, outside = told(f"{scene}\n\nTwo men were detained.")
    assert outside.event.type == "arrest"
    assert (where(outside), when(outside)) == (("Karsal", "context"), "2024-03-04")  # in the course of the patrol
    *_, outside = told("In Karsal on Monday, the rains came.\n\nTwo men were detained.")
    assert (where(outside), when(outside)) == (None, None)


def test_what_is_put_first_before_a_cue_sets_no_scene(told):
    *_, later = told("On Monday the army said the town was calm. Two men were detained.")
    assert when(later) is None


def test_deaths_in_the_course_of_an_operation_are_a_killing(told):
    (claim,) = told("Soldiers killed two men during an operation in Karsal.")
    assert claim.event.type == "killing"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\u2028\u00a0\u2028"])
def test_a_line_ends_with_any_of_the_signs_for_it(told, end):
    head = end.join(("Bomb in Karsal", "Army command – Tarvia", "For release", ""))
    claims = told(f"{head}LIRENA (March 6, 2024){end}Two men were killed in Mursk yesterday.", published=None)
    assert [(when(claim), where(claim)) for claim in claims] == [("2024-03-05", ("Mursk", "explicit"))]


@pytest.mark.parametrize(
    "filed",
    [
        "LIRENA (March 6, 2024) — ",
        "LIRENA, Tarvia (March 6, 2024) -- ",
        "LIRENA, March 6, 2024 (Meridian) — ",
        "LIRENA, Tarvia (March 6, 2024)\n",
        "LIRENA, 6 Mar 2024 (Meridian - TT) -- ",
    ],
)
def test_a_dateline_dates_the_report_and_is_no_part_of_it(told, filed):
    text = f"{filed}Two men were killed in Karsal yesterday."
    (claim,) = told(text, published=None)
    assert (when(claim), where(claim)) == ("2024-03-05", ("Karsal", "explicit"))
    assert claim.content[0].start == len(filed)


def test_in_a_text_all_in_capitals_words_of_the_lists_are_no_names(told):
    text = "LIRENA, 6 MAR 90 (MERIDIAN) -- REBELS TODAY KILLED NINE PEOPLE IN A MARKET IN EL SALVADOR."
    (claim,) = told(text, published=None)
    assert (when(claim), where(claim)) == ("1990-03-06", ("EL SALVADOR", "explicit"))
    assert [toll.low for toll in claim.casualties] == [9]


def test_a_few_small_letters_leave_a_text_all_in_capitals(told):
    text = "REBELS KILLED NINE PEOPLE IN SAN SALVADOR ON MONDAY AND STOLE 40 kg OF POWDER."
    assert {where(claim) for claim in told(text)} == {("SAN SALVADOR", "explicit")}
