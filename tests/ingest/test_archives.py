"""Archives of any of the forms: what comes out of them, and what is refused."""

import gzip
import io
import os
import tarfile
import zipfile
import zlib

import pytest
import zstandard

from sayso.core.document import Document, Unread
from sayso.ingest import Intake
from sayso.ingest.limits import Limits

STORY = b"The army said at least 12 people were killed in Aleppo on Thursday."
PAGE = b"<!DOCTYPE html><html><head><title>A raid</title></head><body><p>%b</p></body></html>" % STORY
LINE = b'{"id": "line", "text": "The army denied it."}\n'
FILES = {"a.txt": STORY, "b.html": PAGE, "c/d.jsonl": LINE + LINE, "e.png": b"\x89PNG\r\n\x1a\n\0", ".hidden.txt": b"x"}


def zipped(files, **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def tarred(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return out.getvalue()


def taken(path_or_raw, limits=None, **more):
    intake = Intake(Limits(**(limits or {})), **more)
    stdin = io.BytesIO(path_or_raw if isinstance(path_or_raw, bytes) else b"")
    return list(intake.all(["-" if isinstance(path_or_raw, bytes) else str(path_or_raw)], stdin)), intake


def errors(raw, **limits):
    return [one.one.error for one in taken(raw, limits)[0] if isinstance(one.one, Unread)]


@pytest.mark.parametrize(
    "pack",
    [
        zipped, tarred, lambda f: gzip.compress(tarred(f)), lambda f: zstandard.compress(tarred(f)),
        lambda f: gzip.compress(zipped(f)),
    ],
    ids=["zip", "tar", "tar.gz", "tar.zst", "zip.gz"],
)  # fmt: skip
def test_every_form_comes_out_of_an_archive(tmp_path, pack):
    path = tmp_path / "reports.archive"
    path.write_bytes(pack(FILES))
    found, intake = taken(path)
    assert [one.one.text.strip() for one in found if isinstance(one.one, Document)] == [
        STORY.decode(), STORY.decode(), "The army denied it.", "The army denied it.",
    ]  # fmt: skip
    assert [one.form for one in found] == ["text", "page", "jsonl", "jsonl"]
    assert str(found[-1].place).endswith("!c/d.jsonl:2")
    assert intake.skipped == {"of no known form": 1}


@pytest.mark.parametrize("pack", [zipped, tarred, lambda f: gzip.compress(tarred(f))])
def test_an_archive_on_standard_input(pack):
    assert [one.form for one in taken(pack(FILES))[0]] == ["text", "page", "jsonl", "jsonl"]


@pytest.mark.parametrize(("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.zst", zstandard.compress)])
def test_a_single_packed_file(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(STORY))
    ((one,), _) = taken(tmp_path / name)
    assert one.one.text == STORY.decode()
    assert str(one.place) == f"{tmp_path / name}!a.txt"


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_text_packed_on_standard_input(pack):
    ((one,), _) = taken(pack(STORY))
    assert one.one.text == STORY.decode()


def test_the_digest_is_that_of_the_member():
    import hashlib

    ((one,), _) = taken(zipped({"b.html": PAGE}))
    assert one.raw == PAGE
    assert one.one.raw == hashlib.sha256(PAGE).hexdigest()


def test_archives_inside_archives_up_to_a_depth():
    inner = zipped({"a.txt": STORY})
    for _ in range(2):
        inner = zipped({"in.zip": inner})
    assert errors(inner) == []
    (error,) = errors(zipped({"in.zip": inner}))
    assert "in.zip!in.zip!in.zip: an archive in more archives than may be, the limit depth" in error
    assert "--limit depth=" in error


def test_an_archive_with_nothing_to_read_says_so():
    for raw in (zipped({}), zipped({"e.png": b"\x89PNG\0"})):
        assert "nothing in it has a form that is read" in errors(raw)[0]


def bomb():
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(60)) + packer.flush()


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html", "a.tar"])
def test_a_gzip_bomb_is_refused_by_its_ratio(tmp_path, name):
    path = tmp_path / f"{name}.gz"
    path.write_bytes(bomb())
    (found,) = taken(path)[0]
    assert isinstance(found.one, Unread)


def test_a_gzip_bomb_names_the_limit(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(bomb())
    (found,) = taken(tmp_path / "a.txt.gz", {"page_bytes": 1 << 40})[0]
    assert "unpacks to more than 200 times its size, the limit ratio; if you trust it" in found.one.error


def test_a_zip_bomb_costs_its_member_alone():
    raw = zipped({"a.txt": bytes(30 << 20), "b.txt": STORY})
    found, _ = taken(raw, {"page_bytes": 1 << 30})
    assert "the limit ratio" in found[0].one.error
    assert found[1].one.text == STORY.decode()


def test_all_that_comes_out_of_an_archive_is_limited():
    raw = tarred({f"{k}.txt": os.urandom(1 << 16).hex().encode() for k in range(20)})
    found = errors(raw, unpacked_bytes=1 << 20)
    assert "more than 1 MiB come out of this archive, the limit unpacked-bytes" in found[0]


def test_too_many_members():
    files = {f"{k}.txt": STORY for k in range(30)}
    assert "more than 20 members, the limit members" in errors(zipped(files), members=20)[-1]
    found, _ = taken(tarred(files), {"members": 20})
    assert sum(isinstance(one.one, Document) for one in found) == 20
    assert "more than 20 members" in found[-1].one.error


@pytest.mark.parametrize("name", ["../up.txt", "/etc/cron.txt", "a/../../up.txt", "..\\up.txt", "C:\\up.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leads_out_of_the_archive_is_refused(pack, name):
    found, _ = taken(pack({name: STORY, "z.txt": STORY}))
    refused, fine = sorted(found, key=lambda one: isinstance(one.one, Document))
    assert "its name leads out of the archive" in refused.one.error
    assert fine.one.text == STORY.decode()


def test_what_a_name_could_do_to_a_terminal_is_not_shown():
    ((one,), _) = taken(zipped({"\x1b[2J\u202etxt.exe": STORY + b"\0", "x.jsonl": b"{"}), {})[0][:1], None
    assert "\x1b" not in one.one.error
    assert "\u202e" not in one.one.error


def test_links_in_a_tar_are_passed_over():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwords.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        member = tarfile.TarInfo("a.txt")
        member.size = len(STORY)
        archive.addfile(member, io.BytesIO(STORY))
    found, intake = taken(out.getvalue())
    assert [one.one.text for one in found] == [STORY.decode()]
    assert intake.skipped == {"links and devices in archives": 1}


def test_a_name_in_a_tar_that_would_fill_the_memory():
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    (error,) = errors(header.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 20))
    assert "a name of more than a million characters" in error


def test_a_member_with_a_password():
    """The bit that says so is set by hand: the library writes no such archives."""
    raw = bytearray(zipped({"a.txt": STORY}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    (error,) = errors(bytes(raw))
    assert error.endswith("!a.txt: protected by a password; unpack the archive and give what is in it")


@pytest.mark.parametrize("pack", [zipped, lambda f: gzip.compress(tarred(f)), lambda f: zstandard.compress(tarred(f))])
def test_an_archive_cut_off(pack):
    raw = pack({f"{k}.txt": os.urandom(4000).hex().encode() for k in range(20)})
    found, _ = taken(raw[: len(raw) // 2])
    assert isinstance(found[-1].one, Unread)
    assert "get it anew" in found[-1].one.error


def test_a_member_whose_bytes_are_not_right():
    files = {"a.txt": os.urandom(4000).hex().encode(), "b.txt": STORY}
    raw = bytearray(zipped(files))
    raw[200:300] = bytes(100)
    found, _ = taken(bytes(raw))
    assert "cut off or damaged" in found[0].one.error
    assert found[1].one.text == STORY.decode()


SAVED = {
    "oslo.html": PAGE.replace(b"<p>", b'<img src="./oslo_files/a.png"><p>'),
    "oslo_files/frame.html": PAGE,
    "oslo_files/a.png": b"\x89PNG\0",
    "bergen.html": PAGE,
    "bergen_reports/other.html": PAGE,
}


@pytest.mark.parametrize("folder", [True, False])
def test_what_a_browser_saved_beside_a_page_is_left_aside(tmp_path, folder):
    if folder:
        for name, raw in SAVED.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(raw)
    found, intake = taken(tmp_path if folder else zipped(SAVED))
    names = [str(one.place).replace("!", "/").split("/", 1)[-1] for one in found]
    assert [name.rsplit("/", 1)[-1] for name in names] == ["bergen.html", "other.html", "oslo.html"][:3]
    assert intake.skipped == {"beside a saved page": 2}
