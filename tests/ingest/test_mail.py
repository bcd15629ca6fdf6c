from email import policy
from email.message import EmailMessage

import pytest
from exports import nexis
from pdfs import pdf
from taking import documents, errors, take

PLAIN = "Two men were killed in Selvik on Wednesday, a medic said.\n"
PAGE = (
    "<html><body><h1>Selvik</h1><p>Two men were killed in Selvik on Wednesday, a medic said.</p>"
    "<p>The mayor said that the search was going on, and that the harbour would be closed for a week.</p></body></html>"
)


def mail(plain=PLAIN, page=None, sender="The Harbour Post <news@harbour.example>", **more):
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = sender
    message["Subject"] = more.pop("subject", "Two killed in Selvik – evening edition")
    message["Date"] = "Wed, 06 Mar 2024 22:15:00 +0200"
    message["Message-ID"] = "<a17@harbour.example>"
    if plain is not None:
        message.set_content(plain, cte=more.pop("cte", None))
    if page is not None:
        (message.add_alternative if plain is not None else message.set_content)(page, subtype="html")
    return message


def test_a_message_of_plain_text():
    (document,) = documents(bytes(mail()), "a.eml")
    assert document.text == PLAIN
    assert (document.publisher, document.title) == ("The Harbour Post", "Two killed in Selvik – evening edition")
    assert (document.published, document.id) == ("2024-03-06T22:15:00+02:00", "a17@harbour.example")


def test_plain_text_comes_before_the_page():
    assert documents(bytes(mail(page=PAGE)))[0].text == PLAIN


@pytest.mark.parametrize("plain", [None, "View this in your browser.\n"])
def test_the_page_where_there_is_no_text_or_only_a_word_of_it(plain):
    (document,) = documents(bytes(mail(plain, PAGE)))
    assert "the harbour would be closed" in document.text
    assert "View" not in document.text
    assert document.publisher == "The Harbour Post"
    assert document.title == "Two killed in Selvik – evening edition"


def test_a_sender_without_a_name_is_known_by_the_address():
    assert documents(bytes(mail(sender="news@harbour.example")))[0].publisher == "harbour.example"


def test_what_is_attached_is_read_in_its_own_form():
    message = mail()
    article = {"title": "Twelve", "outlet": "The Lantern", "date": "6 March 2024", "body": ["Twelve were killed."]}
    message.add_attachment(nexis(article), maintype="application", subtype="octet-stream", filename="export.DOCX")
    message.add_attachment(pdf([["One was hurt."]]), maintype="application", subtype="pdf", filename="note.pdf")
    message.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="map.png")
    message.add_attachment(mail("Three fled.\n"))
    found = take(bytes(message), "a.eml")
    assert [(str(taken.place), taken.form, taken.one.text) for taken in found] == [
        ("a.eml", "mail", PLAIN),
        ("a.eml!export.DOCX!article 1", "docx", "Twelve were killed."),
        ("a.eml!note.pdf", "pdf", "One was hurt."),
        ("a.eml!message 4", "mail", "Three fled.\n"),
    ]


@pytest.mark.parametrize(
    ("charset", "told"), [("utf-8", 1), ("x-unheard-of", 1), ("us-ascii", 0), ("windows-1252", 0), ("base64", 1)]
)
def test_a_wrong_charset_loses_nothing_and_is_told(charset, told):
    raw = bytes(mail("TEXT\n")).replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    (document,) = documents(raw.replace(b"TEXT", "Två män dödades.".encode("cp1252")))
    assert document.text == "Två män dödades.\n"
    assert len(document.warnings) == told


def test_utf_8_is_known_whatever_is_said():
    raw = bytes(mail("Två män dödades.\n", cte="8bit")).replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert documents(raw)[0].text == "Två män dödades.\n"


def test_an_empty_message():
    assert errors(bytes(mail("")), "a.eml") == ["a.eml: a message without text, and nothing is attached"]


def test_an_empty_message_with_a_picture():
    message = mail("")
    message.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="map.png")
    assert errors(bytes(message), "a.eml") == [
        "a.eml: a message without text, and what is attached has no form that is read"
    ]


@pytest.mark.parametrize("value", [b"(" * 5000, b"=?utf-8?q?a?= " * 4000, b"x; a=b" * 9000], ids=["((", "=?", "; a"])
@pytest.mark.parametrize("name", [b"From", b"Subject", b"Content-Type", b"Content-Transfer-Encoding"])
def test_headers_that_take_the_standard_library_long_or_too_deep(name, value):
    raw = b"From: a@b.example\nDate: Wed, 06 Mar 2024 22:15:00 +0200\nSubject: x\n\nTwo were killed.\n"
    raw = b"\n".join(line for line in raw.split(b"\n") if not line.startswith(name + b":"))
    (found,) = take(name + b": " + value + b"\n" + raw, "a.eml")
    assert found.form == "mail"


@pytest.mark.parametrize("depth", [200, 1000])
def test_parts_a_thousand_deep(depth):
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (k, k) for k in range(depth))
    raw = b"From: a@b.example\nDate: Wed, 06 Mar 2024 22:15:00 +0200\nSubject: x\n" + opened + b"\nTwo were killed."
    (found,) = take(raw, "deep.eml")
    assert found.form == "mail"


def test_many_lines_in_many_parts_are_refused_before_they_take_minutes():
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (k, k) for k in range(300))
    raw = b"From: a@b.example\nDate: Wed, 06 Mar 2024 22:15:00 +0200\nSubject: x\n" + opened + b"x\n" * 1_000_000
    (error,) = errors(raw, "deep.eml")
    assert error.startswith("deep.eml: parts inside parts, more than any mail program writes")


def test_messages_inside_messages_have_an_end():
    message = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    assert (
        "a message inside more messages and archives than may be, the limit depth"
        in take(bytes(message), "a.eml")[-1].one.error
    )


def test_broken_headers():
    raw = b"From: =?utf-8?B?////?= <>\nDate: yesterday\nSubject: =?x?Q?a?=\nMessage-ID: <\n\nTwo were killed.\n"
    (document,) = documents(raw, "a.eml")
    assert document.published == "yesterday"
    assert document.text == "Two were killed.\n"


def test_a_text_with_a_colon_is_no_message():
    assert take(b"From: the front\nTwo were killed.\n", "x.txt")[0].form == "text"


def test_a_mailbox():
    second = bytes(mail("From the front:\nThree fled.\n", subject="Three fled"))
    raw = b"".join(
        b"From news@harbour.example Wed Mar  6 22:15:00 2024\n" + one + b"\n" for one in (bytes(mail()), second)
    )
    found = take(raw.replace(b"\nFrom the", b"\n>From the").replace(b"\r\n", b"\n"), "box.mbox")
    assert [str(taken.place) for taken in found] == ["box.mbox!message 1", "box.mbox!message 2"]
    assert [taken.one.text for taken in found] == [PLAIN, "From the front:\nThree fled.\n"]


def test_a_message_too_large_in_a_mailbox_costs_itself_alone():
    from sayso.ingest.limits import Limits

    large = bytes(mail("killed\n" * 10_000))
    raw = b"".join(b"From x@y.example Wed Mar  6\n" + one + b"\n" for one in (large, bytes(mail())))
    first, second = take(raw, "box.mbox", Limits(page_bytes=20_000))
    assert first.one.error.startswith("box.mbox!message 1: larger than 20000 bytes, the limit page-bytes")
    assert second.one.text == PLAIN
