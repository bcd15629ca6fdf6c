"""Silver data: what the grammar reader finds in Swedish and Norwegian sentences that others have marked for names.

    python -m training.silver ../shared/data OUT.jsonl.gz [--command .venv/bin/sayso]

Each sentence is read alone. The grammar finds some four attributions in ten and is seldom wrong in what it finds: so a
sentence of news in which it finds nothing says nothing about attributions, and only its names are trained on. Sentences
out of other prose, where hardly anybody is quoted, do stand for what no attribution is. The licences of the sentences
are in the data's README.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.corpora import Attribution, Text, joined, named


class Set(NamedTuple):
    """A set of sentences: its file and columns, its language, whether it is news, and which share of the rest to keep.

    `every` keeps each n-th of the sentences in which the grammar finds nothing; the last `held` are for measuring.
    """

    file: str
    word: int
    column: int
    language: str
    news: bool
    every: int = 1
    held: int = 0


HELD = 600  # sentences of Talbanken train: the dev part has 23 names, and leaves as many that it holds unmarked
SETS = (
    Set("ner.sv.webbnyheter.train.txt.gz", 0, 1, "sv", news=True),
    Set("ner.sv.talbanken.train.iob2.gz", 1, 2, "sv", news=False, held=HELD),
    Set("ner.sv.pud.iob2.gz", 1, 2, "sv", news=True),
    Set("ner.nb.norne.conll.gz", 1, 9, "nb", news=True, every=4),
)


def main() -> None:
    """Read the sentences and write them with their names and attributions, one a line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--command", default=".venv/bin/sayso")
    given = options.parse_args()
    new = given.out.with_suffix(".new")
    with gzip.open(new, "wt", encoding="utf-8") as out:
        for one in SETS:
            texts = list(named(given.data / one.file, word=one.word, column=one.column))
            texts = texts[: len(texts) - one.held]
            kept = list(_kept(one, texts, _read(given.command, texts, one.language)))
            found = sum(len(record["attributions"] or ()) for record in kept)
            print(f"{one.file}: {len(texts)} sentences, {len(kept)} kept, {found} attributions", file=sys.stderr)
            for record in kept:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    new.replace(given.out)  # in one move: what is there is whole


def _read(command: str, texts: list[Text], language: str) -> Iterator[dict]:
    """What the grammar makes of each sentence."""
    lines = (json.dumps({"id": str(k), "text": text.text, "language": language}) for k, text in enumerate(texts))
    printed = subprocess.run(
        [command, "read", "-", "--format", "jsonl"], input="\n".join(lines), check=True, capture_output=True, text=True
    ).stdout
    return (json.loads(line) for line in printed.splitlines())


def _kept(one: Set, texts: list[Text], records: Iterator[dict]) -> Iterator[dict]:
    passed = 0
    for text, record in zip(texts, records, strict=True):
        said = attributions(record)
        passed += not said
        if said or passed % one.every == 0:
            marked = said if said or not one.news else None
            yield {"text": text.text, "attributions": marked, "names": text.names}


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


def texts(path: Path) -> Iterator[Text]:
    """The silver data as written by `main`: the marked sentences put together, and the others."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [_text(json.loads(line)) for line in lines]
    yield from joined(text for text in records if text.attributions is not None)
    yield from joined(text for text in records if text.attributions is None)


def _text(record: dict) -> Text:
    names = tuple((s, e, kind) for s, e, kind in record["names"])
    if record["attributions"] is None:
        return Text(record["text"], None, names)
    said = (
        Attribution(*(tuple((s, e) for s, e in one[role]) for role in Attribution._fields))
        for one in record["attributions"]
    )
    return Text(record["text"], tuple(said), names)


if __name__ == "__main__":
    main()
