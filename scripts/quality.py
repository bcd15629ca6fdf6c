"""One table of what each reader reaches on the data beside the project, with its floors and what is asked.

make quality                          every corpus and reader (some ten minutes)
make quality ARGS="--only attributions --reader auto"
"""

import argparse
import sys

from floors import SHARED, floors, reached, same_corpus


def main() -> None:
    """Measure and print, line by line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="corpora whose name holds this")
    options.add_argument("--reader", choices=["grammar", "neural", "auto"])
    given = options.parse_args()
    if not (SHARED / "score").is_dir():
        sys.exit(f"the scorers and data are not there: {SHARED} is missing; nothing was measured")
    print(f"{'corpus':46} {'reader':8} {'measure':14} {'reached':>8} {'floor':>7} {'asked':>6}")
    broken = 0
    for floor in floors():
        if given.only not in floor.corpus or given.reader not in (None, floor.reader):
            continue
        found = reached(floor)
        for name, figure in found.items():
            least, asked = floor.least.get(name), floor.asked.get(name)
            below = least is not None and figure < least
            broken += below
            cells = (
                f"{'' if least is None else least:>7} {'' if asked is None else asked:>6}",
                "  below" if below else "",
            )
            print(f"{floor.corpus:46} {floor.reader:8} {name:14} {figure:8g} {cells[0]}{cells[1]}", flush=True)
        if not same_corpus(floor):
            print(f"{floor.corpus}: not the corpus that the floors were set on")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
