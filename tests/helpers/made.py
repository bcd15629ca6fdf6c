"""Claims and reports made short, so that a case reads as a coder would write it down."""

from sayso.core.claim import Casualty, Claim, Happening, Link, Participant, Source, When, Where
from sayso.core.quantity import Quantity
from sayso.core.report import Report
from sayso.core.span import Span
from sayso.core.value import digest
from sayso.reconcile.member import Member

HERE = (Span(0, 1),)


def quantity(written):
    """`12`, `12..`, `..12`, `10..15`, `~100`, as Quantity writes them."""
    about, _, rest = written.rpartition("~")
    low, dots, high = rest.partition("..")
    least = int(low) if low else None
    most = (int(high) if high else None) if dots else least
    return Quantity(low=least, high=most, approximate=bool(about) or written.startswith("~"))


def chain(*hands, act="say"):
    """Hands from the reader inwards, each `kind name`; only the last has the act, the others report."""
    links = []
    for place, hand in enumerate(hands, 1):
        kind, _, name = hand.partition(" ")
        source = Source(name=name or None, kind=kind, span=HERE if name else None)
        links.append(Link(source=source, cue=HERE, act=act if place == len(hands) else "report", manner="indirect"))
    return tuple(links)


def claim(
    *hands, act="say", type="bombing", on="2024-03-06", at="Selvik", polarity="positive", by=(), place=None, **counts
):
    """A claim by the last of the hands; `killed="3.. soldiers/combatant"` gives a casualty."""
    told = []
    for effect, written in counts.items():
        for one in written.split(", "):
            number, _, group = one.partition(" ")
            name, _, status = group.partition("/")
            q = quantity(number)
            told.append(
                Casualty(
                    effect=effect,
                    low=q.low,
                    high=q.high,
                    approximate=q.approximate,
                    group=name or None,
                    status=status or "unknown",
                    span=HERE,
                )
            )
    where = place or (Where(name=at, span=HERE, basis="explicit") if at else None)
    happening = Happening(
        type=type,
        span=HERE,
        agents=tuple(Participant(name=name, span=HERE) for name in by),
        when=When(edtf=on, span=HERE, basis="relative") if on else None,
        where=where,
    )
    body = (hands, act, type, on, at, polarity, by, counts)
    return Claim(
        id=digest(body),
        content=HERE,
        attribution=chain(*hands, act=act),
        polarity=polarity,
        certainty="certain",
        confirmation=None,
        event=happening,
        casualties=tuple(told),
    )


def report(name, *claims, published="2024-03-07", **fields):
    """A report of the outlet it is named for; its claims get ids of their own, since each stands in one report."""
    own = tuple(
        Claim(
            **{field: getattr(one, field) for field in one.__struct_fields__} | {"id": digest(name, published, one.id)}
        )
        for one in claims
    )
    key = digest(name, published, [one.id for one in own])
    return Report(key=key, id=name, language="en", published=published, publisher=name, claims=own, **fields)


def members(*reports):
    """Every claim of the reports with its report."""
    return [Member(one, said) for one in reports for said in one.claims]
