"""What an event rests on, put together so that somebody else can check it without sayso."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

import msgspec

from sayso.core.document import Document
from sayso.core.event import Event
from sayso.core.release import Release
from sayso.core.report import Report
from sayso.core.row import Row, canonical
from sayso.ledger.evidence import Evidence
from sayso.ledger.store import Store
from sayso.publish.account.heading import heading
from sayso.publish.sheet_markdown import markdown
from sayso.run.account import account
from sayso.run.find import event_named

_SUFFIXES = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".zip"), (b"{", ".json"), (b"<", ".html"))
_README = """\
{title}
{line}

What this folder holds was put together by sayso from a ledger of claims, as of row {row}.

raw/             the bytes each report was taken from, named by their SHA-256
texts/           the text read in each, in UTF-8, named by the report's key in the ledger
documents.jsonl  what is known of each report: where and when it was published, its raw/ and texts/ file
claims.jsonl     what each report claims about this event, with the characters that say it
account.md       the account of the event
rows.jsonl       the rows of the ledger that record all this, each with its hash
manifest.sha256  the SHA-256 of every file but this list itself

To check that no file was changed since, unpack it and run, in the folder,

    sha256sum -c manifest.sha256

To check that a report's bytes are those the ledger recorded: the name of its file in raw/ is their SHA-256, and so is
"raw" in its row of rows.jsonl. The "hash" of a row is the SHA-256 of the JSON array [prev, seq, kind, about, body, by,
at] without white space, in UTF-8; who has the ledger, or noted a later hash of it, can tell that no row was changed.

Numbers in "content" and "span" count the characters (Unicode code points) of the file in texts/, from 0.
A claim is what somebody said. That it stands here does not mean that it is so.
{missing}"""


class Bundle(NamedTuple):
    """The files to be, by name, and the ids of documents whose bytes are not among them, with why."""

    event: Event
    files: Mapping[str, Callable[[], bytes]]
    missing: tuple[tuple[str, str], ...]


def bundle(
    store: Store, release: Release, name: str, evidence: Evidence | None, families: Mapping[str, str] | None = None
) -> Bundle:
    """All that is kept of an event; raises LedgerError as `event_named` does."""
    event = event_named(release, name)
    reports = [one for one in release.state.reports if any(claim.id in event.claims for claim in one.claims)]
    reports.sort(key=lambda one: one.key)
    documents = release.state.documents
    rows = {one.key: _rows(store, one, event, release.state.head) for one in reports}
    raw = {one.key: _raw_of(documents[one.key], evidence) for one in reports}
    missing = tuple((documents[key].id, found) for key, found in raw.items() if isinstance(found, str))
    files: dict[str, Callable[[], bytes]] = {f"texts/{one.key}.txt": partial(_text, documents, one) for one in reports}
    names: dict[str, str] = {}
    for key, found in raw.items():
        if not isinstance(found, str):
            names[key] = f"raw/{documents[key].raw}{_suffix(found())}"
            files[names[key]] = found
    about = [_document(documents[one.key], rows[one.key][0], names.get(one.key)) for one in reports]
    sheets = {
        "account.md": markdown(account(release, event.id, families)).encode(),
        "claims.jsonl": b"".join(_claims(reports, event)),
        "documents.jsonl": b"".join(about),
        "rows.jsonl": b"".join(_line(row) for row in sorted(_flat(rows), key=lambda row: row.seq)),
        "README.txt": _readme(event, release, missing).encode(),
    }
    return Bundle(event, {**files, **{name: partial(bytes, made) for name, made in sheets.items()}}, missing)


def _raw_of(document: Document, evidence: Evidence | None) -> Callable[[], bytes] | str:
    """What gives the bytes of a document, or why there are none."""
    if document.raw is None:
        return "its bytes were not kept"
    if evidence is None:
        return "the folder of the evidence was not given"
    return evidence.wrong(document.raw) or partial(evidence.read, document.raw)


def _rows(store: Store, report: Report, event: Event, upto: int) -> list[Row]:
    """The rows of a document, its readings, and its claims about the event."""
    found = list(store.rows(kind="document", about=report.key, upto=upto))
    found += store.rows(kind="reading", about=report.key, upto=upto)
    for claim in report.claims:
        if claim.id in event.claims:
            found += store.rows(kind="claim", about=claim.id, upto=upto)
    return found


def _flat(rows: Mapping[str, list[Row]]) -> list[Row]:
    return list({row.seq: row for some in rows.values() for row in some}.values())


def _text(documents: Mapping[str, Document], report: Report) -> bytes:
    return documents[report.key].text.encode()


def _claims(reports: list[Report], event: Event) -> Iterator[bytes]:
    for one in reports:
        for claim in one.claims:
            if claim.id in event.claims:
                yield _line({"document": one.key, "claim": claim})


def _document(document: Document, row: Row, raw_file: str | None) -> bytes:
    fields = {name: value for name, value in msgspec.structs.asdict(document).items() if name != "text"}
    return _line({
        "key": row.about, **fields, "text_sha256": document.text_sha256, "text_file": f"texts/{row.about}.txt",
        "raw_file": raw_file, "row": row.seq, "recorded": row.at, "row_hash": row.hash,
    })  # fmt: skip


def _line(value: object) -> bytes:
    return canonical(value).encode() + b"\n"


def _readme(event: Event, release: Release, missing: tuple[tuple[str, str], ...]) -> str:
    title = f"{heading(event)} (event {event.id})"
    lost = "".join(f"  {one}: {why}\n" for one, why in missing)
    return _README.format(
        title=title, line="=" * len(title), row=release.state.head,
        missing=f"\nNot in raw/, since\n{lost}" if lost else "",
    )  # fmt: skip


def _suffix(raw: bytes) -> str:
    """An end for the name of a file, so that it opens with what shows it."""
    return next((suffix for begin, suffix in _SUFFIXES if raw.lstrip()[:8].startswith(begin)), ".txt")
