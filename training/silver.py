"""Swedish silver data: what the grammar reader finds in Swedish sentences that others have marked for names.

    python -m training.silver ../shared/data OUT.jsonl.gz [--command .venv/bin/sayso]

Each sentence is read alone. The licences of the sentences are in the data's README.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Attribution, Text, named

LANGUAGE = "sv"


def sentences(data: Path) -> Iterator[Text]:
    """Swedish sentences with their names."""
    yield from named(data / "ner.sv.webbnyheter.train.txt.gz", word=0, column=1)
    for part in ("talbanken.train", "pud"):
        yield from named(data / f"ner.sv.{part}.iob2.gz", word=1, column=2)


def main() -> None:
    """Read the sentences and write them with their names and attributions, one a line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--command", default=".venv/bin/sayso")
    given = options.parse_args()
    texts = list(sentences(given.data))
    source = given.out.with_suffix(".input.jsonl")
    with source.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            out.write(
                json.dumps({"id": str(number), "text": text.text, "language": LANGUAGE}, ensure_ascii=False) + "\n"
            )
    printed = subprocess.run(
        [given.command, "read", str(source), "--format", "jsonl"], check=True, capture_output=True, text=True
    ).stdout
    source.unlink()
    found = 0
    with gzip.open(given.out, "wt", encoding="utf-8") as out:
        for text, line in zip(texts, printed.splitlines(), strict=True):
            said = attributions(json.loads(line))
            found += len(said)
            out.write(
                json.dumps({"text": text.text, "attributions": said, "names": text.names}, ensure_ascii=False) + "\n"
            )
    print(f"{len(texts)} sentences, {found} attributions")


def attributions(record: dict) -> list[dict]:
    """The links of a record's claims as attributions, each once."""
    out: list[dict] = []
    for claim in record.get("claims", ()):
        for link in claim["attribution"]:
            if link.get("cue"):
                one = {
                    "source": link["source"].get("span") or [],
                    "cue": link["cue"],
                    "content": link.get("content") or claim["content"],
                }
                if one not in out:
                    out.append(one)
    return out


def read(path: Path) -> Iterator[Text]:
    """The silver data as written by `main`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            said = tuple(
                Attribution(*(tuple((s, e) for s, e in one[role]) for role in Attribution._fields))
                for one in record["attributions"]
            )
            yield Text(record["text"], said, tuple((s, e, kind) for s, e, kind in record["names"]))


if __name__ == "__main__":
    main()
