"""The forms that can be taken in, in the order in which an input is asked for them."""

from __future__ import annotations

from sayso.ingest.factiva import FACTIVA
from sayso.ingest.feed import FEED
from sayso.ingest.json_file import JSON
from sayso.ingest.jsonl import JSON_LINES
from sayso.ingest.mail import MAIL
from sayso.ingest.mbox import MBOX
from sayso.ingest.nexis import WORD
from sayso.ingest.packed import GZIP, ZSTD
from sayso.ingest.page import PAGE
from sayso.ingest.parquet import PARQUET
from sayso.ingest.pdf import PDF
from sayso.ingest.plain import PLAIN
from sayso.ingest.port import Ingestor
from sayso.ingest.table import TABLE
from sayso.ingest.tarred import TAR
from sayso.ingest.warc import WARC
from sayso.ingest.zipped import ZIP

INGESTORS: tuple[Ingestor, ...] = (
    WARC,
    WORD,  # before zip: a Word file is one
    ZIP,
    TAR,
    GZIP,
    ZSTD,
    PDF,
    PARQUET,
    FACTIVA,  # before pages: its export is one
    FEED,
    PAGE,
    JSON_LINES,
    JSON,
    MBOX,
    MAIL,
    TABLE,
    PLAIN,  # last: what is given by name and has no other form is read as this
)
