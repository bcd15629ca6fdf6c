import io

import pypdf
import pytest
from pdfs import pdf, scan, stream, written
from taking import documents, errors, take

HEADING = [("Twelve killed in Selvik", 72, 770, 18)]
FIRST = ["At least twelve people were killed on Tuesday when shells hit the", "harbour in Selvik, a medic said."]
SECOND = ["The mayor said that the cease-fire of February was broken.", "He asked both sides to stop."]


def text(*pages, **about):
    (document,) = documents(pdf(*pages, **about), "report.pdf")
    return document.text


def test_paragraphs_by_their_distance():
    assert text([FIRST, SECOND]) == " ".join(FIRST) + "\n\n" + " ".join(SECOND)


def test_paragraphs_by_their_indentation():
    lines = [(FIRST[0], 84, 770, 11), (FIRST[1], 72, 756, 11), (SECOND[0], 84, 742, 11), (SECOND[1], 72, 728, 11)]
    assert text(lines) == " ".join(FIRST) + "\n\n" + " ".join(SECOND)


def test_a_heading_by_its_size():
    lines = [*HEADING, (FIRST[0], 72, 750, 11), (FIRST[1], 72, 736, 11)]
    assert text(lines) == "Twelve killed in Selvik\n\n" + " ".join(FIRST)


def test_columns_are_read_one_after_the_other():
    left = [(line, 72, 770 - 14 * k, 11) for k, line in enumerate(["At least twelve people", "were killed in"])]
    right = [(line, 320, 770 - 14 * k, 11) for k, line in enumerate(["Selvik on Tuesday,", "a medic said."])]
    assert text([*left, *right]) == "At least twelve people were killed in Selvik on Tuesday, a medic said."


def test_a_sentence_goes_on_over_the_page():
    assert text([[FIRST[0]]], [[FIRST[1]], SECOND]).startswith(" ".join(FIRST))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["It was an evacu\u00ad", "ation."], "It was an evacuation."),
        (["An evacuation: the evacu-", "ation of Selvik."], "An evacuation: the evacuation of Selvik."),
        (["A cease-fire, but the cease-", "fire broke."], "A cease-fire, but the cease-fire broke."),
        (["They were evacu-", "ated."], "They were evacu-\nated."),
        (["He flew to Dar-", "Semah."], "He flew to Dar- Semah."),
    ],
    ids=["soft", "whole elsewhere", "hyphen elsewhere", "nothing tells", "a name"],
)
def test_words_broken_at_the_end_of_a_line(lines, joined):
    assert text([lines]) == joined


def test_running_heads_and_page_numbers_are_left_out_and_told():
    pages = [
        [("The Harbour Post", 72, 820, 9), (f"Fact number {name} was told here.", 72, 700, 11), (f"{k}", 300, 30, 9)]
        for k, name in enumerate(["one", "two", "three", "four"], 1)
    ]
    (document,) = documents(pdf(*pages))
    assert "Harbour" not in document.text
    assert document.text.count("Fact number") == 4
    assert document.warnings == ("left out, as it recurs on most pages: The Harbour Post",)


def test_the_day_it_bears_where_the_file_was_made_then():
    page = [["The Harbour Post, 6 March 2024"], FIRST]
    (document,) = documents(pdf(page, title="Twelve killed", made="D:20240307101500Z"))
    assert (document.title, document.published) == ("Twelve killed", "2024-03-06")
    assert document.warnings == ()


def test_the_day_a_file_was_made_is_not_that_of_the_report():
    (document,) = documents(pdf([["The Harbour Post, 6 March 1994"], FIRST], made="D:20240307101500Z"))
    assert document.published is None
    assert document.warnings == (
        "no date of publication; the file was made on 2024-03-07, and no day near that is in its beginning",
    )


def test_a_scan_is_refused_and_told_what_to_do():
    (error,) = errors(scan(2), "scan.pdf")
    assert error == (
        "scan.pdf: a PDF with no text in it, 2 pages: pictures of pages, as a scan is; "
        "run OCR on it first (ocrmypdf does), and give the result"
    )


def test_pages_without_text_among_others_are_told():
    (document,) = documents(pdf([FIRST], [], [SECOND]))
    assert document.warnings == (
        "no text on 1 page (2); if pictures of pages, run OCR on it first (ocrmypdf does), and give the result",
    )


def locked(user):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([FIRST])))
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")  # noqa: S106 -- a password for a test
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_password_is_named():
    (error,) = errors(locked("secret"), "locked.pdf")
    assert error == "locked.pdf: protected by a password; open it with that and save a copy without"


def test_a_password_for_the_owner_alone_does_not_hinder_reading():
    assert documents(locked(""))[0].text == " ".join(FIRST)


RING = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
SELF = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>",
    stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"),
    stream(b"/X Do"),
]


@pytest.mark.parametrize(
    "raw",
    [
        pdf([FIRST])[:300],
        b"%PDF-1.7\n" + b"\xff" * 5000,
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF",
        written(RING, b"/Root 1 0 R"),
        written(SELF, b"/Root 1 0 R"),
        written([b"<< /Type /Catalog /Pages 1 0 R >>"], b"/Root 1 0 R"),
    ],
    ids=["cut off", "noise", "tables in a ring", "pages in a ring", "pictures in a ring", "no pages"],
)
def test_a_damaged_file_is_refused_by_name(raw):
    (error,) = errors(raw, "odd.pdf")
    assert error.startswith("odd.pdf: a")
    assert "PDF" in error


def test_a_page_that_unfolds_without_end():
    bomb = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        stream(b" " * 80_000_000),
    ]
    (error,) = errors(written(bomb, b"/Root 1 0 R"), "bomb.pdf")
    assert error.startswith("bomb.pdf: a damaged PDF")


def test_places_that_no_page_has():
    far = b"BT /F1 11 Tf 1e200 0 0 1e200 1e300 -1e300 Tm (Two were) Tj ET"
    wild = far + b" BT /F1 1e300 Tf 1e300 0 0 1e300 0 0 Tm (killed.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        stream(wild),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    (found,) = take(written(objects, b"/Root 1 0 R"), "wild.pdf")
    assert "Two were" in str(found.one) or "a damaged PDF" in str(found.one)


def test_a_long_paragraph_is_joined_in_one_go():
    from sayso.ingest.flow import Line, flowing

    pages = [[Line(f"line {k} of page {n}", 72 + k % 97, 800.0 - k, 11) for k in range(700)] for n in range(100)]
    assert len(flowing(pages).text) > 1_000_000
