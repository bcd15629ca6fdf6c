from sayso.core.span import Span
from sayso.lang.passage import passages

SWEDISH = "Minst tolv människor dödades när raketer träffade marknaden, och polisen söker efter vittnen i hela staden."
ENGLISH = "We had no idea that the rockets were coming, and there was nothing that we could do about it."
RUSSIAN = "По словам военных, не менее двадцати человек погибли, когда снаряд упал рядом с остановкой в городе."


def found(*parts, language="sv"):
    spans, text = [], ""
    for part in parts:
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + "\n\n"
    return [(one.span.of(text), one.language) for one in passages(text, spans, language)]


def test_passages_in_other_languages_are_found_and_named():
    assert found(SWEDISH, ENGLISH, RUSSIAN, SWEDISH) == [(ENGLISH, "en"), (RUSSIAN, "ru")]


def test_the_other_way_round():
    assert found(SWEDISH, ENGLISH, language="en") == [(SWEDISH, "sv")]


def test_another_script_is_enough():
    arabic = "قُتل أربعة عشر شخصا عندما سقطت قذيفة قرب موقف للحافلات"
    assert found(SWEDISH, arabic) == [(arabic, "ar")]


def test_a_list_of_names_is_in_no_language():
    assert found(SWEDISH, "Marta Lenz, Yusuf Amrani, Karin Holst, Ola Rimstad, Mette Krag, Arman Dorsk") == []


def test_a_short_passage_is_left_alone():
    assert found(SWEDISH, "We will never give in.") == []


def test_a_language_that_nobody_knows_has_no_passages():
    assert found(SWEDISH, ENGLISH, language="qaa") == []


def test_a_quotation_is_told_apart_from_the_words_around_it():
    text = f"Polischefen sade i går, när hon hade talat med alla som var där: “{ENGLISH}”"
    quote = Span(text.index("“"), len(text))
    assert [one.span for one in passages(text, (quote, Span(0, len(text))), "sv")] == [quote]


def test_a_paragraph_with_a_quotation_may_be_in_another_language_all_through():
    text = f"“{ENGLISH}” she said when she was asked about it by those of us who were there."
    quote, whole = Span(0, len(ENGLISH) + 2), Span(0, len(text))
    assert whole in [one.span for one in passages(text, (quote, whole), "sv")]
