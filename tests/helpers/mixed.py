"""A folder of reports in every form that is taken in, made up: `python tests/helpers/mixed.py FOLDER`.

500 documents in three languages, and beside them four inputs that cannot be read and two that are no reports.
"""

import csv
import gzip
import io
import json
import mailbox
import random
import sys
import tarfile
import zipfile
from collections import Counter
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from exports import factiva, factiva_lines, nexis, saved
from pdfs import pdf, scan

SEED = 20240306
OUTLETS = ("The Harbour Post", "Nordkuriren", "Vest-Nytt")
PLACES = ("Selvik", "Kessa", "Orvelo", "Dar Semah", "Veldhamn", "Tavno")
NAMES = ("Lena Aho", "Tomas Rell", "Mira Castor", "Nils Ekmo")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
# For each outlet what it writes: {n} killed, {m} injured, in {place}, says {name}; {k} makes every report another
WORDS = (
    (
        "At least {n} people were killed and {m} injured when shells hit the market in {place}, police said.",
        "The mayor, {name}, said that the search for survivors went on in the ruins through the night.",
        "The army did not comment on report number {k}, and nobody has claimed responsibility for the attack.",
    ),
    (
        "Minst {n} människor dödades och {m} skadades när granater slog ner på torget i {place}, uppger polisen.",
        "Borgmästaren {name} säger att sökandet efter överlevande fortsatte i ruinerna hela natten.",
        "Armén har inte kommenterat uppgift nummer {k}, och ingen har tagit på sig ansvaret för angreppet.",
    ),
    (
        "Minst {n} mennesker ble drept og {m} såret da granater slo ned på torget i {place}, opplyser politiet.",
        "Ordføreren, {name}, sier at letingen etter overlevende fortsatte i ruinene gjennom hele natten.",
        "Hæren har ikke kommentert opplysning nummer {k}, og ingen har påtatt seg ansvaret for angrepet.",
    ),
)


class Made(NamedTuple):
    """A report made up."""

    number: int
    outlet: str
    title: str
    day: str
    paragraphs: tuple[str, ...]

    @property
    def text(self):
        return "\n\n".join(self.paragraphs)


class Reports:
    """Gives as many reports as are asked for, each another, and keeps them by the form they are given for."""

    def __init__(self):
        self.counts = Counter()
        self.given = []

    def __call__(self, form, count, outlet=None):
        made = [report(len(self.given) + k, outlet) for k in range(count)]
        self.counts[form] += count
        self.given += made
        return made


def report(number, outlet=None):
    """One report, the same for the same number; of a certain outlet and so in its language, or of each in turn."""
    chance = random.Random(SEED + number)  # noqa: S311 -- reports made up, no secrets
    at = number % len(OUTLETS) if outlet is None else outlet
    place = chance.choice(PLACES)
    facts = {"n": chance.randrange(2, 40), "m": chance.randrange(2, 90), "place": place, "name": chance.choice(NAMES)}
    paragraphs = tuple(line.format(k=number, **facts) for line in WORDS[at])
    return Made(number, OUTLETS[at], f"{place} {number}", f"2024-03-{1 + number % 28:02d}", paragraphs)


def mixed(folder):
    """Fill a folder; the reports in it, and how many of each form."""
    give = Reports()
    for make in (_plain, _lines, _pages, _feeds, _archives, _exports, _tables, _mail, _packed, _unreadable):
        make(folder, give)
    return give


def _header(made):
    return f"---\ntitle: {made.title}\npublisher: {made.outlet}\npublished: {made.day}\n---\n{made.text}"


def _plain(folder, give):
    (folder / "texts").mkdir(parents=True)
    for k, made in enumerate(give("text", 65)):
        name, text = (f"{k:03d}.md", _header(made)) if k % 2 else (f"{k:03d}.txt", made.text)
        encoding = "cp1252" if k % 10 == 0 else "utf-8"
        (folder / "texts" / name).write_bytes(text.encode(encoding))


def _lines(folder, give):
    rows = [{"text": one.text, "title": one.title, "published": one.day} for one in give("jsonl", 40)]
    other = [
        {"body": one.text, "headline": one.title, "date": one.day, "outlet": one.outlet} for one in give("jsonl", 20)
    ]
    for name, given in (("reports.jsonl", rows), ("other-names.ndjson", other)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in given), "utf-8")


def page(made):
    """A page as a site shows it."""
    body = "".join(f"<p>{escape(one)}</p>" for one in made.paragraphs)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{made.title} | {made.outlet}</title>'
        f'<meta property="og:site_name" content="{made.outlet}"><meta property="og:title" content="{made.title}">'
        f'<meta property="article:published_time" content="{made.day}T06:15:00+01:00"></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>{made.title}</h1>{body}</article><footer>Imprint</footer>"
        "<script>let seen = 1;</script></body></html>"
    )


def _pages(folder, give):
    (folder / "pages").mkdir()
    for k, made in enumerate(give("page", 40)):
        (folder / "pages" / f"{k:03d}.html").write_text(page(made), "utf-8")
    for k, made in enumerate(give("page", 10)):
        beside = folder / "pages" / f"saved-{k}_files"
        beside.mkdir()
        (beside / "style.css").write_text("p { margin: 0 }", "utf-8")
        (beside / "frame.html").write_text(
            "<html><body><p>Subscribe to our newsletter today.</p></body></html>", "utf-8"
        )
        linked = page(made).replace("</head>", f'<link rel="stylesheet" href="saved-{k}_files/style.css"></head>')
        (folder / "pages" / f"saved-{k}.html").write_text(linked, "utf-8")


def _feeds(folder, give):
    (folder / "feeds").mkdir()
    items = "".join(
        f"<item><title>{one.title}</title><link>https://post.example/{one.number}</link><guid>p-{one.number}</guid>"
        f"<pubDate>{one.day}T06:15:00+01:00</pubDate><description>{escape(one.paragraphs[0])}</description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{part}</p>' for part in one.paragraphs)}]]></content:encoded></item>"
        for one in give("feed", 20, 0)
    )
    link = "<item><title>Only a link</title><link>https://post.example/only</link></item>"
    (folder / "feeds" / "post.rss").write_text(
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour Post</title>'
        f"{items}{link}</channel></rss>",
        "utf-8",
    )
    entries = "".join(
        f"<entry><id>urn:nk:{one.number}</id><title>{one.title}</title><updated>{one.day}T06:15:00+01:00</updated>"
        f'<link href="https://nk.example/{one.number}"/><summary>{escape(one.text)}</summary></entry>'
        for one in give("feed", 15, 1)
    )
    (folder / "feeds" / "nordkuriren.atom").write_text(
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Nordkuriren</title>{entries}</feed>', "utf-8"
    )


def warc(reports):
    """A web archive of pages, each record packed by itself."""
    return b"".join(gzip.compress(_record(made), mtime=0) for made in reports)


def _record(made):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(made).encode()
    lines = (
        "WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: https://post.example/{made.number}",
        "WARC-Date: 2024-06-01T00:00:00Z", f"WARC-Record-ID: <urn:uuid:{UUID(int=made.number)}>",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(block)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def _archives(folder, give):
    (folder / "captures.warc.gz").write_bytes(warc(give("warc", 30)))
    with zipfile.ZipFile(folder / "captures.wacz", "w") as wacz:
        wacz.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        wacz.writestr("archive/data.warc.gz", warc(give("warc", 20)))
        wacz.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages"}\n')


def _exports(folder, give):
    (folder / "exports").mkdir()
    coded = [
        {
            "HD": one.title, "WC": "61 words", "PD": f"{int(one.day[-2:])} March 2024", "ET": "06:15 GMT",
            "SN": one.outlet, "SC": "X", "LA": "English", "LP": [one.paragraphs[0]], "TD": list(one.paragraphs[1:]),
            "AN": f"Document X{one.number}",
        }
        for one in give("factiva", 20, 0)
    ]  # fmt: skip
    lines = "".join(
        factiva_lines(
            f"Y{one.number}", one.title, ["61 words", f"{int(one.day[-2:])} mars 2024", one.outlet, "Y"],
            one.paragraphs, "Nils Ekmo",
        )
        for one in give("factiva", 10, 1)
    )  # fmt: skip
    (folder / "exports" / "factiva.html").write_bytes(factiva(*coded))
    (folder / "exports" / "factiva-2.html").write_bytes(factiva().replace(b"</body>", lines.encode() + b"</body>"))
    articles = [
        {
            "title": one.title, "outlet": one.outlet, "date": f"March {int(one.day[-2:])}, 2024 {DAYS[k % 5]}",
            "fields": {"Section": "WORLD", "Length": "61 words"}, "body": one.paragraphs,
        }
        for k, one in enumerate(give("docx", 31, 0))
    ]  # fmt: skip
    (folder / "exports" / "nexis.DOCX").write_bytes(nexis(*articles[:-1], cover=("Documents (30)", "1. A list")))
    (folder / "exports" / "nexis-one.DOCX").write_bytes(nexis(articles[-1]))
    for k, made in enumerate(give("docx", 4)):
        (folder / "exports" / f"note-{k}.docx").write_bytes(_word(made))
    for k, made in enumerate(give("pdf", 15)):
        raw = pdf(
            [[f"{made.outlet}, {made.day}"], *_wrapped(made)], title=made.title, made=f"D:{made.day.replace('-', '')}"
        )
        (folder / "exports" / f"report-{k}.pdf").write_bytes(raw)


def _word(made):
    import docx

    word = docx.Document()
    for part in made.paragraphs:
        word.add_paragraph(part)
    return saved(word)


def _wrapped(made):
    """The paragraphs of a report as lines of a page."""
    import textwrap

    return [textwrap.wrap(part, 80) for part in made.paragraphs]


def _tables(folder, give):
    import duckdb

    (folder / "tables").mkdir()
    for name, delimiter, encoding in (("a.csv", ",", "utf-8"), ("b.csv", ";", "cp1252"), ("c.tsv", "\t", "utf-16")):
        with (folder / "tables" / name).open("w", encoding=encoding, newline="") as stream:
            writer = csv.writer(stream, delimiter=delimiter)
            writer.writerow(("headline", "body", "date", "source"))
            writer.writerows((one.title, one.text, one.day, one.outlet) for one in give("csv", 15))
            if name == "a.csv":
                writer.writerow(("No text", "", "2024-03-06", "The Harbour Post"))
    rows = [(one.title, one.text, one.day) for one in give("parquet", 30)]
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE t (title VARCHAR, content VARCHAR, published DATE)")
        engine.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        engine.execute(f"COPY t TO '{folder / 'tables' / 'd.parquet'}' (FORMAT parquet)")


def message(made, page_too=False):
    """A newsletter."""
    mail = EmailMessage()
    mail["From"] = f"{made.outlet} <news@post.example>"
    mail["Date"] = f"{DAYS[0][:3]}, {made.day[-2:]} Mar 2024 06:15:00 +0100"
    mail["Subject"] = made.title
    mail["Message-ID"] = f"<{made.number}@post.example>"
    mail.set_content(made.text)
    if page_too:
        mail.add_alternative(page(made), subtype="html")
    return mail


def _mail(folder, give):
    (folder / "mail").mkdir()
    attached = give("pdf", 5)
    for k, made in enumerate(give("mail", 20)):
        mail = message(made, page_too=k % 2 == 0)
        if k < len(attached):
            raw = pdf(_wrapped(attached[k]))
            mail.add_attachment(raw, maintype="application", subtype="pdf", filename="report.pdf")
        (folder / "mail" / f"{k:02d}.eml").write_bytes(bytes(mail))
    box = mailbox.mbox(folder / "mail" / "all.mbox")
    for made in give("mail", 15):
        box.add(mailbox.mboxMessage(message(made)))
    box.close()


def _packed(folder, give):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for k, made in enumerate(give("page", 10)):
            archive.writestr(f"inner/{k}.html", page(made))
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for k, made in enumerate(give("text", 15)):
            archive.writestr(f"texts/{k}.txt", made.text)
        archive.writestr("inner.zip", inner.getvalue())
    for k, made in enumerate(give("text", 10)):
        (folder / f"text-{k}.txt.gz").write_bytes(gzip.compress(made.text.encode(), mtime=0))
    with tarfile.open(folder / "all.tar.gz", "w:gz") as archive:
        for k, made in enumerate(give("text", 10)):
            member = tarfile.TarInfo(f"texts/{k}.md")
            raw = _header(made).encode()
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))


def _unreadable(folder, give):
    """A scan and a broken line, beside the link and the empty row above; a picture and a note on the folder."""
    (folder / "scan.pdf").write_bytes(scan())
    (folder / "broken.jsonl").write_text('{"text": \n', "utf-8")
    (folder / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    (folder / "README.md").write_text("Reports made up for a test.", "utf-8")


if __name__ == "__main__":
    for form, count in sorted(mixed(Path(sys.argv[1])).counts.items()):
        print(f"{form:10}{count:5}")  # noqa: T201 -- its answer is what it prints
