"""Web archives: which pages are taken from them, and what damage costs."""

import gzip
import io
import random
import subprocess
import sys
import uuid
import zipfile
import zlib

import pytest

from sayso.core.document import Document, Unread
from sayso.ingest import Intake
from sayso.ingest.limits import Limits

TEXT = "The army said at least 12 people were killed in Aleppo on Thursday."
PAGE = f'<!DOCTYPE html><html><head><title>A raid</title><link rel="canonical" href="https://other.example/"></head><body><p>{TEXT}</p></body></html>'.encode()
HTML = ("Content-Type", "text/html; charset=utf-8")
URL = "https://www.harbourpost.example/2024/03/07/raid"


def chunked(raw, size=40):
    parts = [raw[at : at + size] for at in range(0, len(raw), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def deflated(raw):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(raw) + packer.flush()


def archive(*records, packed=True):
    """Records of a type, an address, a status, headers and a body, written out by hand."""
    parts = [record("warcinfo", "", b"software: tests\r\n", "application/warc-fields")]
    for kind, url, status, headers, body in records:
        if kind == "resource":
            parts.append(record(kind, url, body, "text/html"))
            continue
        lines = (f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", "")
        parts.append(record(kind, url, "\r\n".join(lines).encode() + body, f"application/http; msgtype={kind}"))
    return b"".join(gzip.compress(part) if packed else part for part in parts)


def record(kind, url, block, form):
    lines = (
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Date: 2024-06-01T00:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{uuid.UUID(int=len(block))}>", f"Content-Type: {form}",
        f"Content-Length: {len(block)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


MIXED = [
    ("request", URL, "GET / HTTP/1.1", [], b""),
    ("response", URL, "200 OK", [HTML], PAGE),
    ("response", "https://h.example/a.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG"),
    ("response", "https://h.example/gone", "404 Not Found", [HTML], b"<html><p>Not here</p></html>"),
    ("response", "https://h.example/b", "200 OK", [HTML, ("Content-Encoding", "gzip")], gzip.compress(PAGE)),
    ("response", "https://h.example/c", "200 OK", [HTML, ("Transfer-Encoding", "chunked")], chunked(PAGE)),
    ("response", "https://h.example/d", "200 OK", [HTML, ("Content-Encoding", "deflate")], deflated(PAGE)),
    ("response", "https://h.example/e", "200 OK", [HTML, ("Content-Encoding", "gzip")], PAGE),
    ("revisit", URL, "200 OK", [HTML], b""),
    ("resource", "https://h.example/f", None, None, PAGE),
]
PAGES = [URL, *(f"https://h.example/{k}" for k in "bcdef")]


@pytest.fixture(params=[False, True], ids=["usual", "fast"])
def taken(request):
    """Bytes taken in by the usual libraries, and by those of the extra `scale`: all holds for both."""

    def take(raw, **limits):
        intake = Intake(Limits(**limits), fast=request.param)
        return list(intake.all(["-"], io.BytesIO(raw))), intake

    return take


@pytest.mark.parametrize("packed", [True, False])
def test_every_page_of_a_web_archive(taken, packed):
    found, intake = taken(archive(*MIXED, packed=packed))
    assert [one.one.url for one in found] == PAGES
    assert {one.one.text for one in found} == {TEXT}
    assert {one.form for one in found} == {"warc"}
    assert {one.raw for one in found} == {PAGE}
    assert str(found[0].place) == f"standard input!{URL}"
    assert intake.skipped == {
        "captures in web archives that are no pages": 1,
        "captures in web archives of pages that were not there": 1,
        "captures in web archives of what was captured before": 1,
    }


def test_the_day_of_capture_is_not_that_of_publication(taken):
    found, _ = taken(archive(("response", "https://h.example/x", "200 OK", [HTML], PAGE)))
    assert found[0].one.published is None
    assert taken(archive(*MIXED))[0][0].one.published == "2024-03-07"


def test_a_charset_that_the_server_names(taken):
    page = "<html><body><p>Två män dödades på torsdagen i en attack mot staden, säger polisen.</p></body></html>"
    head = ("Content-Type", "text/html; charset=iso-8859-1")
    found, _ = taken(archive(("response", URL, "200 OK", [head], page.encode("latin-1"))))
    assert found[0].one.text.startswith("Två män dödades")
    assert found[0].one.warnings == ("the day of publication is that in its address",)


def test_a_damaged_archive_gives_what_stands_before(taken):
    raw = archive(*[("response", f"https://h.example/{k}", "200 OK", [HTML], PAGE) for k in range(50)], packed=False)
    at = raw.index(b"https://h.example/30")
    at = raw.rindex(b"WARC/1.0", 0, at)
    found, _ = taken(raw[:at] + b"no record at all" + raw[at:])
    assert sum(isinstance(one.one, Document) for one in found) == 30
    assert "not a whole web archive" in found[-1].one.error
    assert "what stands before that was read" in found[-1].one.error


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_costs_more_than_the_archive(taken, seed, capfd):
    chance = random.Random(seed)  # noqa: S311 -- damage, no secrets
    raw = bytearray(archive(*MIXED, packed=False))
    for _ in range(4):
        at = chance.randrange(20, len(raw) - 60)
        if chance.random() < 0.5:
            raw[at] = chance.randrange(256)
        else:
            del raw[at : at + chance.randrange(1, 50)]
    taken(bytes(raw))
    assert capfd.readouterr() == ("", "")


def test_an_archive_whose_gzip_is_cut_off(taken):
    raw = archive(*[("response", f"https://h.example/{k}", "200 OK", [HTML], PAGE) for k in range(50)])
    found, _ = taken(raw[: len(raw) // 2])
    assert sum(isinstance(one.one, Document) for one in found) > 20
    assert "cut off or damaged" in found[-1].one.error


def test_a_page_too_large_costs_itself_alone(taken):
    large = PAGE + b" " * 5000
    found, _ = taken(
        archive(("response", URL, "200 OK", [HTML], large), ("response", URL, "200 OK", [HTML], PAGE)), page_bytes=4096
    )
    assert "larger than 4 KiB, the limit page-bytes" in found[0].one.error
    assert found[1].one.text == TEXT


def test_a_page_sent_as_a_bomb(taken):
    bomb = gzip.compress(bytes(40 << 20))
    found, _ = taken(archive(("response", URL, "200 OK", [HTML, ("Content-Encoding", "gzip")], bomb)))
    assert "larger than 20 MiB" in found[0].one.error


@pytest.mark.parametrize(
    ("coding", "said"),
    [("zstd9", "in the coding 'zstd9', which is not read"), ("gzip", "sent packed by gzip, and that is damaged")],
)
def test_a_coding_that_is_not_read(taken, coding, said):
    body = b"\x1f\x8b\x08\0" + b"\xff" * 30
    found, _ = taken(archive(("response", URL, "200 OK", [HTML, ("Content-Encoding", coding)], body)))
    assert said in found[0].one.error


def test_an_archive_without_pages_says_so(taken):
    (found,), _ = taken(archive(MIXED[2]))
    assert isinstance(found.one, Unread)
    assert "there is no page in this web archive" in found.one.error


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is told in other units elsewhere")
@pytest.mark.parametrize("fast", [False, True])
def test_memory_stays_flat_however_large_the_archive(tmp_path, fast):
    """Ten times as many pages take no more than 15 % more memory; bench/pages.py has whole news pages."""
    code = (
        "import io, resource, sys; from sayso.ingest import Intake\n"
        f"count = sum(1 for _ in Intake(fast={fast}).all(sys.argv[1:], io.BytesIO()))\n"
        "print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for count in (150, 1500):
        path = tmp_path / f"{count}.warc.gz"
        path.write_bytes(archive(*[("response", f"{URL}/{k}", "200 OK", [HTML], PAGE) for k in range(count)]))
        done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
        found, peak = map(int, done.stdout.split())
        assert found == count
        peaks.append(peak)
    assert peaks[1] < 1.15 * peaks[0]


def test_a_wacz_gives_the_pages_of_its_archives(taken):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("archive/data.warc.gz", archive(*MIXED))
        packed.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://h.example/"}\n')
        packed.writestr("datapackage.json", '{"profile": "data-package"}')
    found, _ = taken(out.getvalue())
    assert [one.one.url for one in found] == PAGES
    assert str(found[0].place) == f"standard input!archive/data.warc.gz!{URL}"
