"""The forms that can be taken in, in the order in which an input is asked for them."""

from __future__ import annotations

from sayso.ingest.jsonl import JSON_LINES
from sayso.ingest.plain import PLAIN
from sayso.ingest.port import Ingestor

INGESTORS: tuple[Ingestor, ...] = (
    JSON_LINES,
    PLAIN,  # last: what is given by name and has no other form is read as this
)
