"""Reading made short for the tests of what is published."""

import msgspec
import pytest

from sayso.core.claim import Casualty, Claim, Happening, Link, Source
from sayso.core.document import Document
from sayso.core.event import Conflict, Estimate, Event, EventWhen, EventWhere, LeftOut, Reversal, Step, Voice
from sayso.core.judgement import Correction, Judgement
from sayso.core.release import Release, State
from sayso.core.report import Report
from sayso.core.span import Span
from sayso.run.demo import bundled
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture(scope="session")
def reading(packs):
    def read(text, **fields):
        return read_document(Document(**{"id": "x", "text": text, "language": "en", **fields}), packs)

    return read


@pytest.fixture(scope="session")
def reports(packs):
    return [read_document(one, packs, with_mentions=True) for one in bundled()]


TEXTS = {
    "post": "Port officials said at least three people were killed. The army said that it had not fired.",
    "copy": "Port officials said at least three people were killed. Nobody has checked this.",
    "nytt": "Enligt hamnen dödades nio personer. Armén medger att den sköt. År 1994 dödades två.",
}
ABOUT = {
    "post": ("The Harbour Post", "2024-03-05", "en"),
    "copy": ("The Lantern", "2024-03-05", "en"),
    "nytt": ("Vest-Nytt", "2024-03-07", "sv"),
}


def spans(report, words):
    at = TEXTS[report].index(words)
    return (Span(at, at + len(words)),)


def made_claim(name, report, words, *hands, polarity="positive", killed=None):
    """A claim by hand; each of `hands` is a name, a kind and an act, nearest the reader first."""
    links = tuple(
        Link(
            source=Source(name=who, kind=kind, span=spans(report, words)),
            cue=spans(report, words),
            act=act,
            manner="indirect",
        )
        for who, kind, act in hands
    )
    low, high, group = killed or (None, None, None)
    toll = Casualty(
        effect="killed", low=low, high=high, approximate=False, group=group, status="unknown", span=spans(report, words)
    )
    return Claim(
        id=name * 16, content=spans(report, words), attribution=links, polarity=polarity, certainty="certain",
        confirmation=None, event=Happening(type="shelling", span=None), casualties=(toll,) if killed else (),
    )  # fmt: skip


def made_reports():
    claims = {
        "post": (
            made_claim("a", "post", "at least three people were killed", ("port officials", "office", "say"),
                       killed=(3, None, "people")),
            made_claim("b", "post", "it had not fired", ("the army", "armed_group", "deny"), polarity="negative"),
        ),
        "copy": (
            made_claim("c", "copy", "at least three people were killed", ("Meridian", "agency", "report"),
                       ("port officials", "office", "say"), killed=(3, None, "people")),
        ),
        "nytt": (
            made_claim("d", "nytt", "dödades nio personer", ("hamnen", "office", "say"), killed=(9, 9, "personer")),
            made_claim("e", "nytt", "den sköt", ("Armén", "armed_group", "admit")),
            made_claim("f", "nytt", "År 1994 dödades två", killed=(2, 2, None)),
        ),
    }  # fmt: skip
    return tuple(
        Report(key=f"k-{one}", id=one, language=language, published=day, publisher=who, title=one, claims=claims[one])
        for one, (who, day, language) in ABOUT.items()
    )


def made_event(**more):
    a, b, c, d, e = (letter * 16 for letter in "abcde")
    voices = (
        Voice(id="v1", name="port officials", kind="office", party=False, documents=("post", "copy", "nytt"),
              claims=(a, c, d)),
        Voice(id="v2", name="the army", kind="armed_group", party=True, documents=("post", "nytt"), claims=(b, e)),
    )  # fmt: skip
    total = Estimate(
        effect="killed", group=None, status="all", low=9, best=9, high=None, rule="most-voices", voices=1, used=(d,),
        left_out=(LeftOut(a, "an earlier statement of the same voice"), LeftOut(c, "a copy")),
    )  # fmt: skip
    fields = {
        "id": f"e{a}", "type": "shelling", "when": EventWhen(edtf="2024-03-04/2024-03-05"),
        "where": EventWhere(name="Port Lirena"), "documents": ("post", "copy", "nytt"), "claims": (a, b, c, d, e),
        "voices": voices, "estimates": (total,),
        "conflicts": (Conflict(field="killed", claims=(a, d), reason="at least 3; 9"),
                      Conflict(field="agents", claims=(b, e), reason="said and denied")),
        "reversals": (Reversal(party="the army", earlier=b, later=e),), "grade": "confirmed", "clarity": 1,
    }  # fmt: skip
    return Event(**{**fields, **more})


OLD = {
    "id": f"e{'f' * 16}", "type": "killing", "when": EventWhen(edtf="1994"), "where": None, "documents": ("nytt",),
    "claims": ("f" * 16,), "voices": (), "estimates": (), "conflicts": (), "reversals": (), "grade": "weak",
    "clarity": 2,
}  # fmt: skip


@pytest.fixture
def event():
    return made_event()


@pytest.fixture
def release(event):
    """A small release by hand: a story in three reports, one of them a copy, and an event of long ago beside it."""
    reports = made_reports()
    a, d = "a" * 16, "d" * 16
    state = State(
        head=12, at="2024-03-08T09:30:00Z", reports=reports,
        documents={f"k-{one}": Document(id=one, text=text) for one, text in TEXTS.items()},
        judgements=(Judgement(left=a, right=d, verdict="same", by="Ada", why="one harbour", row=11),),
        corrections=(Correction(claim=d, field="event.type", value="shelling", by="Bo", why="as told", row=12),),
        originals={d: msgspec.structs.replace(reports[2].claims[0], event=Happening(type="killing", span=None))},
    )  # fmt: skip
    return Release(state=state, events=(event, made_event(**OLD)))


@pytest.fixture
def steps():
    return (
        Step(published="2024-03-05", effect="killed", low=3, best=3, high=None, claims=("a" * 16,)),
        Step(published="2024-03-06", effect="killed", low=3, best=3, high=None, claims=()),
        Step(published="2024-03-07", effect="killed", low=9, best=9, high=9, claims=("d" * 16,)),
    )
