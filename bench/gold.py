"""What the scorers here share: gold files, and what `sayso read` prints for their texts."""

from __future__ import annotations

import gzip
import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]

TAKEN = ("id", "text", "language", "published", "publisher", "title")  # what sayso is given; nothing of the gold


def read_lines(path: Path) -> list[Record]:
    """The objects of a JSON Lines file that may be compressed."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def read_reports(documents: Iterable[Record], command: str) -> dict[str, Record]:
    """What `command read --format jsonl` prints for each document, by id; ends the run where the command fails."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "documents.jsonl")
        lines = ({key: one[key] for key in TAKEN if one.get(key) is not None} for one in documents)
        source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
        call = [*shlex.split(command), "read", str(source), "--format", "jsonl"]
        done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{shlex.join(call)} ended with {done.returncode}: {done.stderr.strip()}")
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {record["id"]: record for record in records}
