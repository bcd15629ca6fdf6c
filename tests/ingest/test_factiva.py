import pytest
from exports import factiva, factiva_lines
from taking import documents, errors, take

from sayso.ingest.limits import Limits

LEAD = "At least 12 people were killed on Tuesday when shells hit the harbour in Selvik, a medic said."
MORE = ["The mayor, Lena Aho, said that the search was going on.", "The army did not comment."]
ARTICLE = {
    "SE": "World", "HD": "Twelve killed in Selvik harbour", "BY": "By Ada Brandt", "WC": "312 words",
    "PD": "6 March 2024", "ET": "14:32 GMT", "SN": "Nordland Daily", "SC": "NRDLD", "ED": "Final", "PG": "4",
    "LA": "English", "CY": "(c) 2024 Nordland Press", "LP": [LEAD], "TD": MORE,
    "CO": "nrdprs : Nordland Press", "NS": "gcat : Political/General News | gvio : Military Action",
    "RE": "nordl : Nordland", "AN": "Document NRDLD00020240306ek360001x",
}  # fmt: skip


def test_an_article_with_codes():
    (document,) = documents(factiva(ARTICLE), "export.html")
    assert document.id == "NRDLD00020240306ek360001x"
    assert document.title == "Twelve killed in Selvik harbour"
    assert document.publisher == "Nordland Daily"
    assert document.published == "2024-03-06T14:32Z"
    assert document.author == "By Ada Brandt"
    assert document.language == "en"
    assert document.text == "\n\n".join([LEAD, *MORE])


def test_every_article_of_a_file_in_order_with_its_place():
    second = ARTICLE | {"HD": "Thirteen", "AN": "Document B", "ET": "", "LA": "Swedish"}
    found = take(factiva(ARTICLE, second), "export.html")
    assert [str(taken.place) for taken in found] == ["export.html!article 1", "export.html!article 2"]
    assert [taken.one.title for taken in found] == ["Twelve killed in Selvik harbour", "Thirteen"]
    assert found[1].one.published == "2024-03-06"
    assert found[0].raw == found[1].raw


@pytest.mark.parametrize(
    ("day", "language"), [("6 mars 2024", "Anglais"), ("6 März 2024", "Englisch"), ("6 марта 2024", "Английский")]
)
def test_an_export_in_another_language_of_the_site(day, language):
    (document,) = documents(factiva(ARTICLE | {"PD": day, "LA": language, "ET": ""}))
    assert (document.published, document.language) == ("2024-03-06", "en")


def test_an_article_without_codes():
    lines = ["Special to The Lantern", "877 Wörter", "9 Januar 2024", "08:15", "The Lantern", "LNTRN", "4", "Englisch"]
    article = factiva_lines("LNTRN01", "Shells hit Selvik", lines, [LEAD, *MORE], author="By Nils Ekmo")
    page = factiva().replace(b"</body>", article.encode() + b"</body>")
    (document,) = documents(page)
    assert (document.id, document.title, document.author) == ("LNTRN01", "Shells hit Selvik", "By Nils Ekmo")
    assert (document.publisher, document.published, document.language) == ("The Lantern", "2024-01-09T08:15", "en")
    assert document.text == "\n\n".join([LEAD, *MORE])


def test_a_table_that_no_class_marks_as_an_article():
    page = factiva(ARTICLE).replace(b'class="article enArticle"', b"").replace(b'class="article"', b"")
    assert [document.title for document in documents(page)] == ["Twelve killed in Selvik harbour"]


def test_an_article_without_text_is_named_and_the_rest_go_on():
    bare = {code: value for code, value in ARTICLE.items() if code not in ("LP", "TD")}
    first, second = take(factiva(bare, ARTICLE), "export.html")
    assert first.one.error == (
        "export.html!article 1: article Document NRDLD00020240306ek360001x has no text (no LP or TD); "
        "export it from Factiva again with the display option for full articles with indexing"
    )
    assert second.one.text


def test_a_page_of_headlines_alone():
    (error,) = errors(factiva(), "list.html")
    assert error.startswith("list.html: a page of Factiva with no article in it; export it")


def test_styles_before_the_articles_may_be_long():
    page = factiva(ARTICLE, head=f"<style>{'p{margin:0}' * 20_000}</style>")
    assert len(documents(page)) == 1


def test_words_marked_in_the_text_and_scripts():
    page = factiva(ARTICLE).replace(b"shells hit", b"<b>shells</b> hit<script>alert(1)</script>")
    assert documents(page)[0].text.startswith(LEAD)


def test_a_page_larger_than_the_limit():
    (error,) = errors(factiva(ARTICLE), "big.html", Limits(page_bytes=100))
    assert "larger than 100 bytes, the limit page-bytes" in error


def test_elements_ten_thousand_deep():
    page = factiva(ARTICLE).replace(b"The mayor", b"<div>" * 10_000 + b"The mayor")
    assert len(take(page, "deep.html")) == 1
