"""The forms that can be taken in, in the order in which an input is asked for them."""

from __future__ import annotations

from sayso.ingest.jsonl import JSON_LINES
from sayso.ingest.packed import GZIP, ZSTD
from sayso.ingest.page import PAGE
from sayso.ingest.plain import PLAIN
from sayso.ingest.port import Ingestor
from sayso.ingest.tarred import TAR
from sayso.ingest.warc import WARC
from sayso.ingest.zipped import ZIP

INGESTORS: tuple[Ingestor, ...] = (
    WARC,
    ZIP,
    TAR,
    GZIP,
    ZSTD,
    PAGE,
    JSON_LINES,
    PLAIN,  # last: what is given by name and has no other form is read as this
)
