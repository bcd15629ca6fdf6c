"""The tagger's proposals for a gold file's texts, in the shape that the project's scorers read.

    python -m training.propose GOLD.jsonl.gz FOLDER OUT.jsonl [--limit N]
    python ../shared/score/attribution.py GOLD.jsonl.gz --predictions OUT.jsonl

This scores the tags and links alone, without the reader that a pack adds to them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from sayso.core.proposal import SURE, Proposal
from sayso.reference.tagger import Tagger


def main() -> None:
    """Propose for every text, once each."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--limit", type=int)
    given = options.parse_args()
    tagger = Tagger(given.folder)
    seen: set[str] = set()
    began = time.process_time()
    with gzip.open(given.gold, "rt", encoding="utf-8") as lines, given.out.open("w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            if record["id"] in seen or len(seen) == given.limit:
                continue
            seen.add(record["id"])
            claims = [claim(one) for one in tagger.propose(record["text"]) if one.sure >= SURE]
            out.write(json.dumps({"id": record["id"], "claims": claims}) + "\n")
    print(f"{len(seen)} texts in {time.process_time() - began:.1f} seconds of one core", file=sys.stderr)


def claim(proposal: Proposal) -> dict[str, object]:
    """A proposal as a claim with one link."""
    cue, source, content = (
        [[s.start, s.end] for s in spans] for spans in ((proposal.cue,), proposal.source, proposal.content)
    )
    return {"content": content, "attribution": [{"source": {"span": source}, "cue": cue}]}


if __name__ == "__main__":
    main()
