import io
import os
from pathlib import Path

import pytest

from sayso.core.document import Document, Unread
from sayso.ingest import documents
from sayso.ingest.files import files


def read(*paths, stdin=b""):
    return list(documents([str(path) for path in paths], io.BytesIO(stdin)))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("B", "utf-8")
    (tmp_path / "a.MD").write_text("---\nid: a\ntitle: T\n---\nA", "utf-8")
    (tmp_path / "README.md").write_text("no report", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.jsonl").write_text('{"id": "c", "text": "C"}\n', "utf-8")
    return tmp_path


def test_a_folder_gives_its_files_in_order(folder):
    assert [Path(path).name for path in files([str(folder)])] == ["a.MD", "b.txt", "picture.png", "c.jsonl"]
    assert [document.text for document in read(folder)] == ["A", "B", "C"]


def test_a_folder_without_readable_files_is_told(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")
    (found,) = read(tmp_path)
    assert found.error == (
        f"{tmp_path}: nothing to read in this folder; `sayso ingestors` lists the forms that are read"
    )


def test_a_missing_file_and_the_rest(tmp_path, folder):
    missing = tmp_path / "missing.txt"
    found = read(missing, folder / "b.txt")
    assert found[0] == Unread(id=str(missing), error=f"{missing}: no such file; check the path")
    assert isinstance(found[1], Document)


def test_a_name_too_long_for_a_file(tmp_path):
    (found,) = read(tmp_path / ("x" * 5000))
    assert "cannot be read" in found.error


@pytest.mark.parametrize("name", ["b.txt", "sub/c.jsonl"])
def test_a_file_without_the_right_to_read(folder, monkeypatch, name):
    real = Path.open

    def refuse(self, *args, **more):
        if self.name == Path(name).name:
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **more)

    monkeypatch.setattr(Path, "open", refuse)
    found = read(folder / name, folder / "a.MD")
    assert found[0].error == f"{folder / name}: cannot be read: Permission denied"
    assert found[1].id == "a"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_for_real(folder):
    (folder / "b.txt").chmod(0)
    assert "Permission denied" in read(folder / "b.txt")[0].error


def test_a_folder_that_looks_like_a_file(tmp_path):
    (tmp_path / "odd.jsonl").mkdir()
    (found,) = read(tmp_path / "odd.jsonl")
    assert "nothing to read in this folder" in found.error


@pytest.mark.parametrize("name", ["e.txt", "e.md"])
def test_an_empty_file_is_a_document(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    (found,) = read(tmp_path / name)
    assert found.text == ""


def test_an_empty_file_of_json_lines_holds_none(tmp_path):
    (tmp_path / "e.jsonl").write_bytes(b"")
    assert read(tmp_path / "e.jsonl") == []


def test_a_line_of_ten_megabytes(tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"id": "a", "text": "' + b"x" * 10_000_000 + b'"}\n{"id": "b", "text": "y"}\n')
    assert [len(document.text) for document in read(path)] == [10_000_000, 1]


@pytest.mark.parametrize("stdin", [b"", b"\n\n", b"Two men died.\n", b'\n{"text": "Two men died."}\n'])
def test_standard_input(stdin):
    (found,) = read("-", stdin=stdin)
    assert found.text.strip() in {"", "Two men died."}


def test_binary_on_standard_input():
    (found,) = read("-", stdin=b"\x7fELF\0\0\0")
    assert found.error.startswith("standard input: holds a NUL byte")


@pytest.mark.parametrize(
    ("raw", "text", "title"),
    [
        ("---\ntitle: T\n---\nA\n", "A\n", "T"),
        ('---\r\ntitle: "T"\r\n---\r\nA', "A", "T"),
        ("---\ntitle: T\nA\n", "---\ntitle: T\nA\n", None),
        ("---\n", "---\n", None),
        ("---\nno pair\n---\nA", "---\nno pair\n---\nA", None),
    ],
)
def test_headers(tmp_path, raw, text, title):
    (tmp_path / "a.md").write_bytes(raw.encode())
    (found,) = read(tmp_path / "a.md")
    assert (found.text, found.title) == (text, title)
