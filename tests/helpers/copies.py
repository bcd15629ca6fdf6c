"""One wire story, forty copies and rewrites of it, and three reports that owe it nothing; the same on every run.

Everybody the wire story lets speak is one police chief, so the story and all that comes of it are one voice.
Each report of an own correspondent rests on one other source. Outlets, people, place and event are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, cycle, islice, product

from sayso.core.document import Document

COPIES = 40
VOICES = 4
WIRE = "Meridian"
MONDAY, TUESDAY = "2022-04-04", "2022-04-05"

STORY = """
At least 12 people were killed and 30 injured when rockets struck the market in Sarvel in eastern Morvania on Monday,
police chief Marta Lenz said.

Four of the dead were children, Lenz told reporters outside the town hall.

She said that five rockets had been fired from the hills south of the town shortly before noon. Three of them fell among
the stalls, and two landed in the river.

"We do not know who fired them," Lenz said. "We have asked both sides to let the ambulances through."

Two people are still missing, according to Lenz. The police have closed the bridge and the road to the south.
"""

HEADLINES = (
    "Rockets kill at least 12 at market in Morvania",
    "At least 12 dead in Sarvel market attack",
    "Market in Sarvel hit by rockets",
    "Twelve killed as rockets strike Morvanian market",
    "Police: 12 killed in Sarvel",
)
TOWNS = ("Ashwater", "Corranby", "Dunmere", "Elstowe", "Fenwade", "Garholt", "Hexmoor", "Inverlane")
KINDS = ("Courier", "Evening Mail", "Gazette", "Observer", "Standard")

SYNONYMS = (
    ("outside the town hall", "in front of the town hall"),
    ("injured", "wounded"),
    ("struck", "hit"),
    ("shortly before noon", "just before midday"),
    ("landed in", "fell into"),
    ("still missing", "still unaccounted for"),
    ("have closed", "have shut"),
)

LEADS = """
At least 12 people were killed and 30 injured when rockets struck the market in Sarvel in eastern Morvania on Monday,
according to the news agency Meridian.

According to the news agency Meridian, at least 12 people were killed and 30 injured on Monday when rockets struck the
market in Sarvel, Morvania.

Rockets killed at least 12 people at the market in Sarvel, Morvania, on Monday, the news agency Meridian reported.

The news agency Meridian reports that rockets killed at least 12 people and injured 30 at the market in Sarvel,
Morvania, on Monday.
"""
TOLD = "Four of the dead were children, police chief Marta Lenz told reporters."  # the new leads do not name her

SWEDISH = """
Minst 12 människor dödades och 30 skadades när raketer träffade marknaden i Sarvel i östra Morvania på måndagen, enligt
nyhetsbyrån Meridian.

Minst 12 människor har dödats och 30 skadats i ett raketanfall mot marknaden i Sarvel i Morvania på måndagen,
rapporterar nyhetsbyrån Meridian.

Enligt nyhetsbyrån Meridian dödades minst 12 människor och 30 skadades på måndagen när raketer träffade marknaden i
staden Sarvel i Morvania.

Minst 12 människor dödades på måndagen när raketer träffade marknaden i Sarvel i Morvania. Det säger polischefen Marta
Lenz till nyhetsbyrån Meridian.
"""
SWEDISH_MORE = (
    "Fyra av de döda var barn, säger polischefen Marta Lenz till Meridian.",
    "Två människor saknas fortfarande, enligt Marta Lenz.",
    "Raketerna avfyrades från höjderna söder om staden, säger Marta Lenz till Meridian.",
)

SURGEON = """
Fifteen people were killed when rockets struck the market in Sarvel on Monday, Jonas Abery, a surgeon at the Sarvel
hospital, told The Salt Road Review.

“We had three tables and forty patients,” Abery said by telephone. He said that 41 people had been injured.

The hospital's generator was running, Abery said, but the blood bank was empty by six o'clock.
"""
TRADER = """
Nio människor dödades av raketerna mot marknaden i Sarvel på måndagen, säger handlaren Nadja Torm till Insjöposten.

– Jag såg nio som låg under dukarna. Fler kan jag inte svara för, säger hon.

Nadja Torm sålde lök tre rader bort. Insjöpostens medarbetare träffade henne på vägen norrut, med vågen kvar i handen.
"""
LEAGUE = """
The Valley League accused the Morvanian army of firing the rockets that struck the market in Sarvel on Monday.

A spokesman for the League, Edvin Sarr, told The Northern Tribune that 13 people had been killed and that none of them
had carried arms.

Sarr spoke in a school in the hills where the League has had its office since the winter.
"""
OWN = (
    ("en", "The Salt Road Review", "Surgeon in Sarvel counts 15 dead", SURGEON),
    ("sv", "Insjöposten", "”Hela raden med grönsaksstånd var borta”", TRADER),
    ("en", "The Northern Tribune", "Valley League blames army for rockets on Sarvel", LEAGUE),
)


def everything() -> tuple[Document, ...]:
    """The wire story, its copies and the independent reports, in that order."""
    return (wire(), *copies(), *independent())


def wire() -> Document:
    """The story as the agency itself put it out."""
    return Document(
        id="wire",
        text="\n\n".join(_dateline(_paragraphs(STORY))),
        language="en",
        published=MONDAY,
        publisher=f"Agence {WIRE}",
        title=HEADLINES[0],
    )


def copies() -> tuple[Document, ...]:
    """Forty reports that say what the wire said and nothing else."""
    outlets = (f"The {town} {kind}" for kind, town in product(KINDS, TOWNS))
    made = zip(count(1), outlets, cycle(HEADLINES), _versions(), strict=False)
    return tuple(
        Document(
            id=f"copy-{number:02}",
            text="\n\n".join(paragraphs),
            language=language,
            published=TUESDAY if number % 2 else MONDAY,
            publisher=outlet,
            title=title,
        )
        for number, outlet, title, (language, paragraphs) in islice(made, COPIES)
    )


def independent() -> tuple[Document, ...]:
    """Three reports by own correspondents, each with a source of its own."""
    return tuple(
        Document(
            id=f"own-{number}",
            text="\n\n".join(_paragraphs(text)),
            language=language,
            published=TUESDAY,
            publisher=outlet,
            title=title,
        )
        for number, (language, outlet, title, text) in enumerate(OWN, 1)
    )


def _versions() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Eight each of: verbatim, cut, reordered, reworded; then four new leads and four in Swedish."""
    story = _paragraphs(STORY)
    for credited in islice(cycle((_dateline, _brackets, _slashes, _bare)), 8):
        yield "en", credited(story)
    for kept, credited in product((4, 3, 2, 1), (_slashes, _dateline)):
        yield "en", credited(story[:kept])
    for order, credited in product(((0, 2, 1, 3, 4), (0, 4, 3, 1, 2), (0, 3, 2, 4), (0, 2, 4)), (_brackets, _dateline)):
        yield "en", credited(tuple(story[at] for at in order))
    for swaps in range(8):  # ever more of the table, from another place in it each time
        yield "en", (_slashes if swaps % 2 else _bare)(_reworded(story, swaps))
    for number, lead in enumerate(_paragraphs(LEADS)):
        yield "en", (lead, TOLD, *story[2 : 5 - number])
    for number, lead in enumerate(_paragraphs(SWEDISH)):
        yield "sv", (lead, *SWEDISH_MORE[:number])


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text set above in lines, each on one line."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n"))


def _reworded(story: tuple[str, ...], swaps: int) -> tuple[str, ...]:
    """The story with at least three of the table's entries applied, beginning with number `swaps`."""
    text = "\n\n".join(story)
    for old, new in islice(cycle(SYNONYMS), swaps, swaps + 3 + swaps // 2):
        text = text.replace(old, new)
    return tuple(text.split("\n\n"))


def _dateline(story: tuple[str, ...]) -> tuple[str, ...]:
    return (f"SARVEL ({WIRE}) — {story[0]}", *story[1:])


def _brackets(story: tuple[str, ...]) -> tuple[str, ...]:
    return (*story, f"*({WIRE})*")


def _slashes(story: tuple[str, ...]) -> tuple[str, ...]:
    return (*story, f"/{WIRE}/")


def _bare(story: tuple[str, ...]) -> tuple[str, ...]:
    """No credit at all, as some outlets print it."""
    return story
