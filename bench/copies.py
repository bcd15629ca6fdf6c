"""How many rewritten copies among generated reports are told as copies, how many told ones are, and how fast.

    make bench                                        with the other speeds
    .venv/bin/python bench/copies.py --documents 10000 --copies 2000 --rewriting heavy

Of the documents some are copies of others among them: sentences dropped and put in another order, words swapped, a new
headline, another dateline and credit, lines of the outlet's own around it. Of the rest, one in five is made from a
template: its outlet tells of every event in the same sentences, and only names, numbers and days differ. Those must not
be copies of each other. Words, outlets and places are invented; the same seed gives the same bytes.

A copy is found where the report it is taken to copy is the original it was made from, or another copy of that; one
told rightly is the same. Documents a second are given by the clock and by the processor time of one process, as the
machine may have other work. With `--processes 2` texts are shared out among two that run already, as among two
`sayso add` into one ledger, and one tells the copies among what both made. Reading what a report claims is in none of
the figures, nor is loading numpy, a tenth of a second once a run.

Machines differ, and one machine from hour to hour. So rensa by itself is timed in the same run, as its manual has it:
a sketch of the same shingles for each text, and its own index of 64 bands, which tells a text that is like an earlier
one. It does not look at names and numbers, and so takes for copies what is written by template.
"""

from __future__ import annotations

import argparse
import platform
import random
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain

import msgspec
from rensa import RMinHash, RMinHashDeduplicator

from sayso.core.report import Report
from sayso.reconcile.copies import ALIKE, originals
from sayso.run.report import with_sketches
from sayso.run.sketch import PERMUTATIONS

SEED = 1869
TEMPLATED = 0.2  # of the documents that are no copies
TOGETHER = 500  # texts sent to another process at a time
OUTLETS = 25  # that write by template

_BEGUN = "Sar Vel Kes Tav Or Dun Mor Lir Hal Bren Cor Ash Nor Pel Gar Ist Um Yar Zel Fen".split()
_ENDED = "vel na sa no elvo mere vik ena dorf by wick ton ira ava ost ham dal mark esk olm".split()
_FIRST = "Marta Yusuf Karin Ola Mette Arman Jonas Nadja Edvin Lidia Hanna Pavel Rosa Amin Greta Tomas".split()
NOUNS = """
convoy bridge market school clinic depot harbour checkpoint pipeline warehouse quarry mill chapel barracks reservoir
orchard tunnel ferry station radio-mast archive courtyard embankment greenhouse hangar kiln ledger mosque nursery
observatory parade pharmacy quay railway sawmill theatre viaduct well yard bakery cemetery dam
""".split()
VERBS = """
reached searched left shelled rebuilt closed reopened guarded mined crossed cleared visited flooded lost found emptied
surrounded photographed repaired avoided measured described seized returned counted painted defended sold
""".split()
PEOPLE = """
soldiers farmers drivers nurses teachers engineers fishermen miners students monitors guards pilgrims traders shepherds
firefighters officials children widows clerks surgeons smugglers deserters reservists translators volunteers
""".split()
MANNERS = """
before dawn|without a word|in heavy rain|under a white flag|after long talks|despite the curfew|on foot|by lorry|at the
second attempt|with borrowed tools|for the third day|against orders|near the old border|behind the town hall|in two
groups|to everyone's surprise|as snow fell|with the lights out|past the salt works|along the canal|for lack of fuel|on
the advice of a priest|since the truce|while guns could be heard|in spite of the mud
"""
MANNER = [" ".join(one.split()) for one in MANNERS.split("|")]
SWAPS = dict(
    pair.split(":")
    for pair in """
    said:stated killed:slain wounded:injured near:close reached:got soldiers:troops closed:shut found:discovered
    returned:went counted:tallied children:youngsters before:ahead after:following searched:combed left:quit
    farmers:growers drivers:haulers officials:authorities rebuilt:restored seized:took repaired:mended lost:forfeited
    cleared:swept guarded:watched visited:toured nurses:carers described:recounted crossed:traversed
    despite:notwithstanding
    """.split()
)
SWAPPED = {"light": 0.15, "middle": 0.35, "heavy": 0.8}  # of the words there is another for
DROPPED = {"light": 0.05, "middle": 0.15, "heavy": 0.35}  # of the sentences
FURNITURE = (
    "Subscribe to our morning letter and never miss a story.", "Share this article with a friend.",
    "Read more on our front page.", "All rights reserved.", "Our newsroom can be reached day and night.",
    "This story was updated with further details.", "Listen to the evening bulletin on the air.",
)  # fmt: skip
TEMPLATE = """
Security forces in {place} district reported an incident on {day} in which {killed} people were killed and {hurt}
wounded, the provincial press office said in its daily summary. The incident took place near {other} at about {hour}
o'clock, according to the duty officer, {person}. The wounded were taken to the nearest hospital, and the road between
{place} and {other} was closed to traffic until further notice. No group has claimed responsibility for the incident,
and an investigation has been opened by the provincial prosecutor. The press office asked residents of {place} to stay
at home and to report anything suspicious by telephone.
"""
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Made(msgspec.Struct, frozen=True):
    """A generated document, and which original it is or was made from."""

    text: str
    family: int
    copy: bool


def documents(total: int, copies: int, rewriting: str, seed: int = SEED) -> list[Made]:
    """`total` documents, of which `copies` are rewritten from some of the others; originals stand first."""
    chance = random.Random(seed)  # noqa: S311 -- the same documents on every run, no secret
    plain, templated = [], []
    for number in range(total - copies):
        if chance.random() < TEMPLATED:
            templated.append(Made(_from_template(chance, number % OUTLETS), number, copy=False))
        else:
            plain.append((number, [_sentence(chance, *_cast(chance)) for _ in range(chance.randint(7, 11))]))
    told = [Made(_printed(chance, sentences), number, copy=False) for number, sentences in plain]
    again = [
        Made(_rewritten(chance, sentences, rewriting), number, copy=True)
        for number, sentences in (chance.choice(plain) for _ in range(copies))
    ]
    return [*told, *templated, *again]


def _name(chance: random.Random) -> str:
    return chance.choice(_BEGUN) + chance.choice(_ENDED)


def _cast(chance: random.Random) -> tuple[list[str], list[str]]:
    """The places and people that one sentence may name."""
    return [_name(chance) for _ in range(2)], [f"{chance.choice(_FIRST)} {_name(chance)}" for _ in range(2)]


def _sentence(chance: random.Random, places: list[str], people: list[str]) -> str:
    number, noun, other = chance.randint(2, 90), *chance.sample(NOUNS, 2)
    who, verb = chance.choice(PEOPLE), chance.choice(VERBS)
    first, second = chance.sample(MANNER, 2)
    return chance.choice(
        (
            f"{number} {who} {verb} the {noun} in {places[0]} {first}, {people[0]} said {second}.",
            f"{people[0]} said the {noun} and the {other} near {places[0]} had been lost {first}.",
            f"In {places[0]}, {who} {verb} a {noun} {first} and {chance.choice(VERBS)} the {other} {second}.",
            f"According to {people[0]}, {number} {who} died {first} when they {verb} the {noun} outside {places[0]}.",
            f"The {other} {first} was {chance.choice(VERBS)} by {number} {who} from {places[0]} and {places[1]}.",
        )
    )


def _printed(chance: random.Random, sentences: Sequence[str]) -> str:
    place = _name(chance).upper()
    head = f"{chance.choice(PEOPLE).capitalize()} and {chance.choice(NOUNS)}: {chance.choice(MANNER)}"
    dateline = chance.choice((f"{place} (Meridian) — ", f"{place}, {chance.randint(1, 28)} May - ", ""))
    return f"{head}\n\n{dateline}{' '.join(sentences)}"


def _rewritten(chance: random.Random, sentences: Sequence[str], rewriting: str) -> str:
    kept = [one for one in sentences if chance.random() >= DROPPED[rewriting]] or list(sentences[:3])
    if chance.random() < 0.5:
        at = chance.randrange(len(kept))
        kept.insert(chance.randrange(len(kept)), kept.pop(at))
    swapped = [
        " ".join(SWAPS[w] if w in SWAPS and chance.random() < SWAPPED[rewriting] else w for w in one.split(" "))
        for one in kept
    ]
    around = chance.sample(FURNITURE, chance.randint(0, 3))
    return "\n".join((*around[:1], _printed(chance, swapped), *around[1:]))


def _from_template(chance: random.Random, outlet: int) -> str:
    slots: dict[str, object] = {
        "place": _name(chance), "other": _name(chance), "person": f"{chance.choice(_FIRST)} {_name(chance)}",
        "day": chance.choice(DAYS), "killed": chance.randint(1, 30), "hurt": chance.randint(1, 60),
        "hour": chance.randint(1, 12),
    }  # fmt: skip
    said = " ".join(TEMPLATE.split()).format(**slots)
    return f"{slots['place']}: incident\n\n{said}\nOffice of Province {outlet + 1}, Montara"


def reports(texts: Iterable[str], first: int = 0) -> list[Report]:
    """What the ledger keeps of each, as far as copies go; the keys count from `first`."""
    texts = list(texts)
    numbers = range(first, first + len(texts))
    made = [Report(key=f"{number:06}", id=f"{number}", language="", published="2024-05-01") for number in numbers]
    return with_sketches(made, texts)


def measured(made: Sequence[Made], root: Callable[[int], int]) -> tuple[float, float, int]:
    """Recall, precision and how many templated documents were taken for copies of another event."""
    told = [number for number in range(len(made)) if root(number) != number]
    right = sum(1 for number in told if made[root(number)].family == made[number].family)
    copies = [number for number, one in enumerate(made) if one.copy]
    found = sum(1 for number in copies if root(number) != number and made[root(number)].family == made[number].family)
    wrong = len(told) - right
    return found / len(copies), right / len(told) if told else 1.0, wrong


def packed(texts: Sequence[str], first: int) -> bytes:
    """The reports of some texts, as another process can be sent them."""
    return msgspec.msgpack.encode(reports(texts, first))


def shared_out(pool: ProcessPoolExecutor, texts: Sequence[str]) -> list[Report]:
    """The reports of all texts, made by the processes of a pool some at a time."""
    starts = range(0, len(texts), TOGETHER)
    parts = pool.map(packed, [texts[at : at + TOGETHER] for at in starts], starts)
    unpack = msgspec.msgpack.Decoder(list[Report]).decode
    return list(chain.from_iterable(map(unpack, parts)))


def show(made: Sequence[Made], make: Callable[[Sequence[str]], list[Report]]) -> None:
    """Make reports of the texts, tell the copies, and print how well and how fast."""
    texts = [one.text for one in made]
    clock, begun = time.perf_counter(), time.process_time()
    kept = make(texts)
    sketched = time.process_time()
    root = {int(key): int(report.key) for key, report in originals(kept).items()}
    ended, stopped = time.process_time(), time.perf_counter()
    recall, precision, wrong = measured(made, root.__getitem__)
    words = sum(len(text.split()) for text in texts) / len(made)
    print(
        f"{len(made):,} documents of {words:.0f} words, {sum(one.copy for one in made):,} copies: "
        f"recall {recall:.3f}, precision {precision:.3f} ({wrong} wrong)\n"
        f"        documents/s from text to copies: {len(made) / (stopped - clock):,.0f} by the clock, "
        f"{len(made) / (ended - begun):,.0f} by the processor time of this process; "
        f"from stored sketches {len(made) / (ended - sketched):,.0f}"
    )


def peer(texts: Sequence[str]) -> tuple[float, list[int]]:
    """How many texts a second rensa by itself goes through, and which of them it takes for copies of earlier ones."""
    begun = time.process_time()
    index = RMinHashDeduplicator(ALIKE, PERMUTATIONS, use_lsh=True, num_bands=PERMUTATIONS // 2, seed=SEED)
    told = []
    for number, text in enumerate(texts):
        words = text.lower().split()
        made = RMinHash(PERMUTATIONS, SEED)
        made.update(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
        if not index.add(str(number), made):
            told.append(number)
    return len(texts) / (time.process_time() - begun), told


def show_peer(made: Sequence[Made]) -> None:
    """Time rensa by itself on the texts, and print how fast and how well."""
    speed, told = peer([one.text for one in made])
    right, copies = sum(made[number].copy for number in told), sum(one.copy for one in made)
    print(
        f"        rensa by itself: {speed:,.0f} by the processor time; "
        f"recall {right / copies:.3f}, precision {right / max(len(told), 1):.3f}"
    )


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=2_000)
    parser.add_argument("--rewriting", choices=[*SWAPPED], nargs="*", default=[*SWAPPED])
    parser.add_argument("--processes", type=int, default=1)
    asked = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}; processes that make sketches: {asked.processes}")
    originals(reports(one.text for one in documents(50, 10, "light")))  # loads numpy
    with ProcessPoolExecutor(asked.processes) as pool:
        list(pool.map(packed, [[]] * asked.processes, range(asked.processes)))  # starts them
        for rewriting in asked.rewriting:
            print(f"{rewriting:>7} rewriting, ", end="")
            made = documents(asked.documents, asked.copies, rewriting)
            show(made, reports if asked.processes == 1 else partial(shared_out, pool))
            show_peer(made)


if __name__ == "__main__":
    main()
