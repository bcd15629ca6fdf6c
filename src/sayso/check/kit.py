"""What any store of a ledger must do, as checks that its author runs: `sayso.check.kit.check_store(fresh)`.

`fresh` makes an empty ledger and gives a function that opens it, each time another handle on the same rows, as another
process would. Every check raises AssertionError, saying what was expected.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sayso.core.row import START, Entry, Head, Row, RowKind, canonical, chained, head_of
from sayso.core.trouble import HeadMovedError, LedgerError
from sayso.ledger.store import Store
from sayso.ledger.verify import verify

Open = Callable[[], Store]
Fresh = Callable[[], Open]
Check = Callable[[Open], None]

AT = "2026-03-06T12:00:00Z"
EARLIER = "2026-03-06T11:59:59Z"
HARD = ("", "\0", "'\";--", "åäö Дейр دير 🕊", "line\r\nline\u2028", "\x1b[31m", " spaces ")
WRITERS, EACH = 4, 20
MANY = 5000


def check_store(fresh: Fresh) -> None:
    """Run every check, each on an empty ledger of its own."""
    for check in STORE_CHECKS:
        check(fresh())


def entry(about: str, *, kind: RowKind = "note", body: object = "", at: str = AT, by: str = "kit") -> Entry:
    """A row to be, for a check."""
    return Entry(kind=kind, about=about, body=canonical(body), by=by, at=at)


def begins_empty(opened: Open) -> None:
    """No rows, and a head to append behind."""
    with _handle(opened) as store:
        assert tuple(store.head()) == tuple(START), "the head of an empty ledger is START"
        assert list(store.rows()) == [], "an empty ledger has no rows"
        assert store.append([], after=START) == START, "to append nothing changes nothing"


def chains_rows(opened: Open) -> None:
    """What is appended is there, in order, numbered from 1, each row hashed with the one before."""
    with _handle(opened) as store:
        wanted = _chain([entry("a"), entry("b")], START)
        assert store.append([entry("a")], after=START) == head_of(wanted[0]), "append gives the new head"
        assert store.append([entry("b")], after=head_of(wanted[0])) == head_of(wanted[1]), "append gives the new head"
        assert list(store.rows()) == wanted, "rows come as they were appended, numbered and chained"
        assert store.head() == head_of(wanted[1]), "the head is the last row"
        assert verify(store).broken is None, "a ledger that was only appended to is whole"


def keeps_every_character(opened: Open) -> None:
    """Text of any kind comes back as it was."""
    given = [entry(text, body=text, by=text) for text in HARD]
    with _handle(opened) as store:
        store.append(given, after=START)
    with _handle(opened) as store:
        assert [(row.about, row.body, row.by) for row in store.rows()] == [(e.about, e.body, e.by) for e in given], (
            "text comes back to the character"
        )
        assert [len(list(store.rows(about=text))) for text in HARD] == [1] * len(HARD), "and is found by it"


def finds_rows(opened: Open) -> None:
    """The four ways to ask for some of the rows, alone and together."""
    kinds: tuple[RowKind, ...] = ("document", "claim", "claim", "note", "claim")
    given = [entry(("a", "b")[k % 2], kind=kind) for k, kind in enumerate(kinds)]
    with _handle(opened) as store:
        store.append(given, after=START)

        def seqs(**asked: object) -> list[int]:
            return [row.seq for row in store.rows(**asked)]  # type: ignore[arg-type]  # a check, spelt shortly

        assert seqs(after=2) == [3, 4, 5], "after leaves out that row and those before"
        assert seqs(upto=2) == [1, 2], "upto takes in that row"
        assert seqs(after=1, upto=1) == [], "nothing lies between a row and itself"
        assert seqs(after=9) == seqs(upto=0) == [], "beyond the ends there is nothing"
        assert seqs(upto=9) == [1, 2, 3, 4, 5], "upto may lie beyond the last row"
        assert seqs(kind="claim") == [2, 3, 5], "kind takes rows of that kind"
        assert seqs(about="b") == [2, 4], "about takes rows about that"
        assert seqs(kind="claim", about="a", after=3, upto=5) == [5], "together they take what fits all"
        assert seqs(about="c") == seqs(kind="tag") == [], "and nothing where nothing fits"


def refuses_a_stale_head(opened: Open) -> None:
    """Who did not see the last row may not append behind it."""
    with _handle(opened) as store:
        head = store.append([entry("a")], after=START)
        for stale in (START, Head(head.seq, "f" * 64, head.at), Head(head.seq + 1, head.hash, head.at)):
            with _refused(HeadMovedError):
                store.append([entry("b")], after=stale)
        assert [row.about for row in store.rows()] == ["a"], "what is refused is not written"


def writes_all_or_nothing(opened: Open) -> None:
    """One bad entry, and none is written."""
    with _handle(opened) as store:
        head = store.append([entry("a")], after=START)
        for wrong in ("yesterday", EARLIER, ""):
            with _refused(LedgerError):
                store.append([entry("b"), entry("c", at=wrong)], after=head)
        assert [row.about for row in store.rows()] == ["a"], "of a refused batch nothing is written"
        assert store.head() == head, "and the head stays"
        store.append([entry("b")], after=head)


def shows_rows_to_others(opened: Open) -> None:
    """What one handle appended, another sees at once; rows under way do not grow."""
    with _handle(opened) as one, _handle(opened) as other:
        head = one.append([entry("a"), entry("b")], after=START)
        assert other.head() == head, "another handle sees the new head"
        under_way = other.rows()
        first = next(under_way)
        head = one.append([entry("c")], after=head)
        assert [first.about, *(row.about for row in under_way)] == ["a", "b"], "rows asked for before do not grow"
        assert [row.about for row in other.rows()] == ["a", "b", "c"], "rows asked for afterwards do"
        other.append([entry("d")], after=head)
        assert one.head().seq == 4, "and either may append"


def takes_turns(opened: Open) -> None:
    """Several writers at once, each trying again when another was first: nothing is lost, the chain is whole."""
    faults: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with _handle(opened) as store:
                for k in range(EACH):
                    _append_at_last(store, entry(f"{name} {k}"))
        except BaseException as fault:  # noqa: BLE001 -- told by the thread that started this one
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(str(k),)) for k in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, f"a writer that tries again comes through, but one ended with {faults[0]!r}"
    with _handle(opened) as store:
        rows = [row.about for row in store.rows()]
        assert verify(store).broken is None, "the chain is whole after several wrote at once"
    assert sorted(rows) == sorted(f"{name} {k}" for name in range(WRITERS) for k in range(EACH)), (
        "every row is there once"
    )
    for name in range(WRITERS):
        own = [about for about in rows if about.startswith(f"{name} ")]
        assert own == [f"{name} {k}" for k in range(EACH)], "and each writer's in its order"


def takes_many(opened: Open) -> None:
    """A large batch is one like any other."""
    with _handle(opened) as store:
        head = store.append([entry(str(k)) for k in range(MANY)], after=START)
        assert head.seq == MANY, "the head counts all rows"
        assert sum(1 for _ in store.rows()) == MANY, "and they are there"


STORE_CHECKS: tuple[Check, ...] = (
    begins_empty,
    chains_rows,
    keeps_every_character,
    finds_rows,
    refuses_a_stale_head,
    writes_all_or_nothing,
    shows_rows_to_others,
    takes_turns,
    takes_many,
)


def _chain(entries: Sequence[Entry], after: Head) -> list[Row]:
    rows: list[Row] = []
    for one in entries:
        rows.append(chained(one, after))
        after = head_of(rows[-1])
    return rows


def _append_at_last(store: Store, one: Entry) -> None:
    while True:
        try:
            store.append([one], after=store.head())
        except HeadMovedError:
            continue
        return


@contextmanager
def _handle(opened: Open) -> Iterator[Store]:
    """A store, closed at the end where it knows how."""
    store = opened()
    try:
        yield store
    finally:
        close = getattr(store, "close", None)
        if close is not None:
            close()


@contextmanager
def _refused(kind: type[LedgerError]) -> Iterator[None]:
    try:
        yield
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was expected")
