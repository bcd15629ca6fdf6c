"""The bytes documents were taken from: kept before the row that names them, under the hash it names."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.document import Document
from sayso.core.trouble import LedgerError
from sayso.ledger.body import body_of
from sayso.ledger.evidence import Evidence
from sayso.ledger.proof import named
from sayso.run.adding import Adding
from sayso.run.pipeline import read_document
from sayso.run.stores import evidence_of

AT = "2026-03-06T12:00:00Z"
SEED = 20180207
KILLS = 30


@pytest.fixture
def evidence(tmp_path):
    return Evidence(tmp_path / "a-evidence")


@pytest.fixture
def add(memory, packs, evidence):
    def add(document, raw, store=memory):
        run = Adding(store, packs, "ada", lambda last: max(AT, last), evidence=evidence)
        known = msgspec.structs.replace(document, raw=hashlib.sha256(raw).hexdigest())
        if run.knows(known):
            run.pass_over(known, raw)
            run.flush()
        else:
            run.add(read_document(known, packs), raw)
            run.flush()
        return run

    return add


@settings(max_examples=10)  # each waits for the disk
@given(raw=st.binary(max_size=4000))
def test_what_is_kept_comes_back_whatever_it_is(tmp_path_factory, raw):
    evidence = Evidence(tmp_path_factory.getbasetemp() / "any-evidence")
    name = evidence.keep(raw)
    evidence.settle()
    assert name == hashlib.sha256(raw).hexdigest()
    assert evidence.read(name) == raw
    assert evidence.wrong(name) is None


@pytest.mark.skipif(shutil.which("zstd") is None, reason="needs the command zstd")
def test_its_files_are_checked_with_common_tools(evidence):
    name = evidence.keep(b"<p>Shots were heard in Orvelo.</p>" * 50)
    evidence.settle()
    path = evidence.path(name)
    assert path.relative_to(evidence.folder).as_posix() == f"{name[:2]}/{name}.zst"
    unpacked = subprocess.run(["zstd", "-dc", path], capture_output=True, check=True).stdout
    assert hashlib.sha256(unpacked).hexdigest() == name


def test_keeping_the_same_bytes_again_touches_nothing(evidence):
    path = evidence.path(evidence.keep(b"once"))
    evidence.settle()
    before = path.stat()
    evidence.keep(b"once")
    evidence.settle()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_row_names_the_bytes(add, memory, document, evidence):
    add(document(0), b"as it came")
    (row,) = memory.rows(kind="document")
    assert evidence.read(body_of(row, Document).raw) == b"as it came"
    assert [one.wrong for one in named(memory, evidence)] == [None]


def test_without_evidence_the_row_names_none(memory, packs, document):
    run = Adding(memory, packs, "ada", lambda _: AT)
    run.add(read_document(msgspec.structs.replace(document(0), raw="0" * 64), packs), b"as it came")
    run.flush()
    (row,) = memory.rows(kind="document")
    assert body_of(row, Document).raw is None


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.unlink(), "is missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:-9]), "not those it is named for"),
        (lambda path: path.write_bytes(b""), "not those it is named for"),
        (lambda path: path.write_bytes(b"no such form"), "cannot be read"),
    ],
)
def test_bytes_that_are_lost_or_changed_are_named(add, memory, document, spoil, told):
    evidence = add(document(0), b"as it came").evidence
    add(document(1), b"another " * 9)
    lost = hashlib.sha256(b"as it came").hexdigest()
    spoil(evidence.path(lost))
    found = [(one.document.id, one.wrong) for one in named(memory, evidence)]
    assert found[1] == ("d1", None)
    assert found[0][0] == "d0"
    assert told in found[0][1]
    with pytest.raises(LedgerError, match=told):
        evidence.read(lost)


def test_lost_bytes_come_back_when_the_document_is_added_again(add, memory, document, evidence):
    add(document(0), b"as it came")
    evidence.path(hashlib.sha256(b"as it came").hexdigest()).unlink()
    assert add(document(0), b"with another advertisement").known == 1
    assert [one.wrong is None for one in named(memory, evidence)] == [False], "other bytes do not stand in for it"
    assert add(document(0), b"as it came").known == 1
    assert [one.wrong for one in named(memory, evidence)] == [None]


def test_bytes_that_cannot_be_kept_add_no_row(add, memory, document, evidence):
    evidence.folder.write_text("a file where the folder should be")
    with pytest.raises(LedgerError, match="cannot be written"):
        add(document(0), b"as it came")
    assert list(memory.rows()) == []


def whole(evidence):
    """The files that stand under their names."""
    return sorted(evidence.folder.rglob("[!.]*.zst"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that start at once")
def test_killed_while_it_writes_there_is_never_half_a_file(tmp_path):
    chance = random.Random(SEED)  # noqa: S311 -- no secret
    evidence = Evidence(tmp_path / "killed-evidence")
    for kill in range(KILLS):
        before = len(whole(evidence))
        child = os.fork()
        if not child:
            for k in range(100_000):
                evidence.keep(f"{kill} {k} ".encode() * 500)
                if k % 5 == 4:
                    evidence.settle()
            os._exit(0)
        deadline = time.monotonic() + 30
        while len(whole(evidence)) == before and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    there = whole(evidence)
    assert len(there) >= KILLS
    assert [path for path in there if evidence.wrong(path.stem) is not None] == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "0" * 63])
def test_only_a_hash_names_bytes(evidence, name):
    with pytest.raises(LedgerError, match="not a SHA-256"):
        evidence.path(name)


@pytest.mark.parametrize(
    ("ledger", "folder"), [("x/syria.db", "x/syria-evidence"), ("syria", "syria-evidence"), ("a.b", "a.b-evidence")]
)
def test_evidence_stands_beside_the_ledger(ledger, folder):
    assert evidence_of(ledger).folder.as_posix() == folder


def test_a_ledger_that_is_no_file_has_evidence_only_where_it_is_told(tmp_path):
    assert evidence_of("postgresql://host/name") is None
    assert evidence_of("postgresql://host/name", tmp_path).folder == tmp_path
