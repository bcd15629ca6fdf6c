import io
import zipfile

import docx
import pytest
from exports import nexis, saved
from taking import documents, errors, take

from sayso.ingest.limits import Limits

BODY = ["At least 12 people were killed in Selvik, a medic said.", "The army did not comment."]
ARTICLE = {
    "title": "Twelve killed in Selvik harbour", "outlet": "The Harbour Post", "date": "March 6, 2024 Wednesday",
    "fields": {"Section": "WORLD; Pg. 4", "Length": "312 words", "Byline": "Ada Brandt", "Dateline": "SELVIK"},
    "body": BODY,
}  # fmt: skip


def packed(**parts):
    """An Office file of the parts given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def test_one_article():
    (document,) = documents(nexis(ARTICLE), "one.DOCX")
    assert (document.title, document.publisher) == ("Twelve killed in Selvik harbour", "The Harbour Post")
    assert (document.published, document.author, document.language) == ("2024-03-06", "Ada Brandt", "en")
    assert document.text == "\n\n".join(BODY)


def test_several_articles_behind_a_page_of_contents():
    cover = [
        "User Name: Ada Brandt", "Date and Time: Friday, March 8, 2024 2:10:00 PM EST", "Documents (2)",
        "1. Twelve killed in Selvik harbour", "Client/Matter: -None-", "2. Thirteen killed",
    ]  # fmt: skip
    second = ARTICLE | {"title": "Thirteen killed", "date": "7 mars 2024 jeudi 08:05 GMT", "outlet": "The Lantern"}
    found = take(nexis(ARTICLE, second, cover=cover), "two.docx")
    assert [str(taken.place) for taken in found] == ["two.docx!article 1", "two.docx!article 2"]
    assert [taken.one.title for taken in found] == ["Twelve killed in Selvik harbour", "Thirteen killed"]
    assert [taken.one.published for taken in found] == ["2024-03-06", "2024-03-07T08:05Z"]
    assert found[1].one.text == "\n\n".join(BODY)


LINE = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{label}:</w:t></w:r><w:r><w:t>\u00a0{value}</w:t></w:r></w:p>"


@pytest.mark.parametrize("date", ["March 6, 2024 Wednesday 10:36 EST", "Spring"])
def test_the_marks_that_nexis_itself_writes(date):
    """No styles, a headline in pieces that are links each, an empty line and a break before the line of rights."""
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Documents (1)</w:t></w:r></w:p>"
        '<w:p><w:bookmarkStart w:id="1" w:name="Bookmark_1"/><w:bookmarkEnd w:id="1"/></w:p>'
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:hyperlink><w:r><w:t xml:space="preserve">Twelve killed </w:t></w:r>'
        "</w:hyperlink><w:hyperlink><w:r><w:t>in Selvik</w:t></w:r></w:hyperlink></w:p>"
        '<w:p><w:r><w:t xml:space="preserve">The Harbour Post </w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{date}</w:t></w:r></w:p><w:p/>"
        "<w:p><w:r><w:br/></w:r><w:r><w:t>Copyright 2024 The Harbour Post All Rights Reserved</w:t></w:r></w:p>"
        + "".join(LINE.format(label=label, value=value) for label, value in ARTICLE["fields"].items())
        + "<w:p><w:r><w:t>Body</w:t></w:r></w:p><w:p><w:r><w:pict/></w:r></w:p><w:p/>"
        '<w:p><w:r><w:t xml:space="preserve">At least 12 people were </w:t></w:r><w:r><w:t>killed</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>End of Document</w:t></w:r></w:p></w:body></w:document>"
    )
    (document,) = documents(packed(word__document=xml), "one.docx")
    assert (document.title, document.publisher) == ("Twelve killed in Selvik", "The Harbour Post")
    assert document.published == ("2024-03-06T10:36" if date.startswith("March") else None)
    assert (document.author, document.text) == ("Ada Brandt", "At least 12 people were killed")


def test_labels_in_the_language_of_the_site():
    article = ARTICLE | {"fields": {"Länge": "312 Wörter", "Autor": "Mira Castor", "Rubrik": "Welt"}}
    after = ("Klassifizierung", "Sprache: GERMAN; DEUTSCH", "Load-Date: March 9, 2024")
    (document,) = documents(nexis(article | {"after": after}))
    assert (document.author, document.language) == ("Mira Castor", "de")
    assert document.text == "\n\n".join(BODY)


def test_an_article_without_a_date_is_read_and_says_so():
    (document,) = documents(nexis(ARTICLE | {"date": "Winter issue"}))
    assert document.published is None
    assert document.title == "Twelve killed in Selvik harbour"
    assert document.warnings == ("no date of publication could be told",)


def test_an_article_without_text_is_named_and_the_rest_go_on():
    first, second = take(nexis(ARTICLE | {"body": []}, ARTICLE), "x.docx")
    assert first.one.error.startswith("x.docx!article 1: article “Twelve killed in Selvik harbour” has no text")
    assert second.one.text


def test_a_word_file_that_is_no_export():
    word = docx.Document()
    word.core_properties.title = "Note from Selvik"
    word.core_properties.author = "Lena Aho"
    word.add_paragraph("Twelve people were\tkilled.")
    word.add_table(1, 2).cell(0, 1).text = "In a table."
    (document,) = documents(saved(word))
    assert (document.title, document.author) == ("Note from Selvik", "Lena Aho")
    assert document.text == "Twelve people were\tkilled.\n\nIn a table."


def test_what_was_deleted_with_changes_tracked_is_not_in_the_text():
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Twelve</w:t></w:r><w:del><w:r><w:delText> or more</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> people</w:t></w:r></w:ins>"
        "</w:p></w:body></w:document>"
    )
    (document,) = documents(packed(word__document=xml))
    assert document.text == "Twelve people"


def test_a_bomb_is_refused_before_it_unfolds():
    raw = packed(word__document="<w>" + " " * 15_000_000 + "</w>")
    assert len(raw) < 100_000
    (error,) = errors(raw, "bomb.docx")
    assert error == (
        "bomb.docx: word/document.xml in it unpacks to more than 200 times its size, the limit ratio; "
        "if you trust it, raise that with --limit ratio=…"
    )
    (error,) = errors(raw, "bomb.docx", Limits(page_bytes=1 << 20))
    assert "word/document.xml in it is larger than 1 MiB" in error


def test_entities_are_refused():
    laughs = "".join(f'<!ENTITY a{k} "&a{k - 1};&a{k - 1};">' for k in range(1, 40))
    xml = f'<!DOCTYPE w [<!ENTITY a0 "killed">{laughs}]><w>&a39;</w>'
    (error,) = errors(packed(word__document=xml), "laughs.docx")
    assert error.startswith("laughs.docx: its XML declares entities, which Word never does")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (packed(xl__workbook="<x/>"), "a workbook; save each sheet as CSV"),
        (packed(word__document="<w:p>"), "its XML is damaged"),
        (nexis(ARTICLE)[:-200], "a damaged Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "in the form of Word before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (packed(word__document="<w/>"), "a Word file with no text in it"),
        (b"{\\rtf1\\ansi Two were killed.}", "rich text (RTF); export it as HTML or DOCX"),
    ],
    ids=["workbook", "broken", "cut off", "old", "locked", "empty", "rich text"],
)  # fmt: skip
def test_what_cannot_be_read_says_why(raw, said):
    (error,) = errors(raw, "odd.docx")
    assert said in error
