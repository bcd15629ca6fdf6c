"""Attribution without a verb: *according to*, *citing*, and hearsay that names nobody (*reportedly*, *uppges*)."""

from __future__ import annotations

from sayso.read import cue, nominal
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line


def find(line: Line) -> list[Frame]:
    """The attributions by phrase in one sentence."""
    frames: list[Frame] = []
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.ACCORDING:
            frame = _according(line, k)
            if frame is not None:
                frames.append(frame)
    return frames


def _according(line: Line, k: int) -> Frame | None:
    group = nominal.after(line, k + 1, before_agent=True)
    if group is None or line.mask(k + 1) & line.words.pack.marks.no_source:
        return None
    (start, _), follow = group
    follow = nominal.apposition(line, follow)
    frame = Frame(
        (start, line.chunks[follow - 1].end), [(line.chunks[k].start, line.chunks[k].end)], "report", "according_to",
        [], "according to <source>", outlet=nominal.contact(line, k + 1),
    )  # fmt: skip
    opens = _opens_clause(line, k)
    if opens is not None:
        follow = _past_modifier(line, follow)
        begin = follow + 1 if line.kind(follow) is Kind.COMMA else follow
        end = _clause_end(line, begin)
        if begin < len(line.chunks) and line.chunks[begin].start < end:
            frame.content = [(line.chunks[begin].start, end)]
            return frame
    before = _before(line, k)
    if before is not None:
        frame.content = [before]
        rest = _rest(line, follow)
        if rest is not None:
            frame.content.append(rest)
        return frame
    return None


def _past_modifier(line: Line, k: int) -> int:
    """The chunk behind what hangs on the source: *from Tuesday*, *published in Geneva*, *som kom i tisdags*."""
    words = line.words
    if line.kind(k) is Kind.PREPOSITION and line.kind(k + 1) is Kind.TIME:
        return k + 2
    relative = line.kind(k) is Kind.RELATIVE
    reduced = line.kind(k) is Kind.VERB and not line.mask(k) & words.pack.groups.auxiliary
    if not relative and (not reduced or words.pack.settings.verb_second):
        return k
    inside = k + 2 if relative else k + 1
    if relative and line.kind(k + 1) is Kind.NOUN and line.kind(k + 2) is Kind.VERB:
        inside = k + 3  # *ögonvittnen som Meridian har talat med såg*: the first verb is the relative clause's own
    for j in range(inside, len(line.chunks)):
        if line.kind(j) is Kind.COMMA or (relative and line.kind(j) is Kind.VERB):
            return j
        if line.kind(j) is Kind.VERB:
            return k
    return k


def _opens_clause(line: Line, k: int) -> int | None:
    """The chunk where the clause begins, if only small words and time stand between it and *according to*."""
    j = k
    while j > 0 and line.kind(j - 1) in (
        Kind.ADVERB,
        Kind.CONJUNCTION,
        Kind.TIME,
        Kind.SUBORDINATOR,
        Kind.COMPLEMENTIZER,
    ):
        j -= 1
    if j == 0 or line.kind(j - 1) in (Kind.QUOTE, Kind.SEMICOLON, Kind.COLON, Kind.DASH):
        return j
    if line.kind(j) in (Kind.CONJUNCTION, Kind.SUBORDINATOR) and line.kind(j - 1) in (Kind.COMMA, Kind.NOUN):
        return j
    return None


def _clause_end(line: Line, k: int) -> int:
    """Where the content of a leading phrase ends: the sentence's end, or before a cue or remark behind it."""
    for j in range(k, len(line.chunks)):
        if line.quoted(line.chunks[j].start):
            continue
        if line.kind(j) is Kind.COMMA and (
            cue.trailing_cue(line, j)
            or cue.participle_cue(line, j)
            or cue.verdict_clause(line, j)
            or line.kind(j + 1) is Kind.VIA
        ):
            return line.chunks[j].start
        if line.kind(j) is Kind.CONJUNCTION and cue.new_cue_clause(line, j):
            return line.chunks[j - 1 if line.kind(j - 1) is Kind.COMMA else j].start
        if line.kind(j) is Kind.SEMICOLON:
            return line.chunks[j].start
    return line.sentence.end


def _before(line: Line, k: int) -> Range | None:
    """The clause that a trailing *according to* speaks of."""
    j = k - 1
    while j >= 0 and line.kind(j) in (Kind.COMMA, Kind.DASH):
        j -= 1
    if j < 0:
        return None
    return line.sentence.start, line.chunks[j].end


def _rest(line: Line, follow: int) -> Range | None:
    """What goes on behind *…, according to X, …* in the same clause."""
    if line.kind(follow) is Kind.COMMA and line.kind(follow + 1) not in (None, Kind.STOP):
        begin = follow + 1
    elif line.kind(follow) in (Kind.VERB, Kind.PREPOSITION, Kind.COMPLEMENTIZER, Kind.SUBORDINATOR, Kind.ADVERB):
        begin = follow
    else:
        return None
    if cue.verdict_clause(line, begin - 1) or _tells_anew(line, begin):
        return None
    end = _clause_end(line, begin)
    return (line.chunks[begin].start, end) if line.chunks[begin].start < end else None


def _tells_anew(line: Line, k: int) -> bool:
    """*…, enligt milisen, medan armén talar om sju*: a subordinate clause behind with a cue of its own."""
    telling = line.words.pack.groups.cue | line.words.pack.marks.estimate
    verbs = (j for j in range(k, len(line.chunks)) if line.kind(j) is Kind.VERB)
    return line.kind(k) is Kind.SUBORDINATOR and any(line.mask(j) & telling for j in verbs)


def via(line: Line) -> list[tuple[Range, Range]]:
    """*citing X*, *med hänvisning till X*: the cue and the source behind each."""
    out: list[tuple[Range, Range]] = []
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.VIA:
            group = nominal.after(line, k + 1)
            if group is not None:
                out.append(((chunk.start, chunk.end), group[0]))
    return out


def evidentials(line: Line) -> list[Frame]:
    """Hearsay with no source; its content is the clause it stands in, itself included."""
    frames: list[Frame] = []
    words, bit, book = line.words, line.words.pack.marks.evidential, line.words.pack.book("evidential")
    at = line.sentence.start
    while at < line.sentence.end:
        end = at + 1
        entry = words.word[at].entry("evidential") if words.mask[at] & bit else None
        match = book.at(words, at, line.sentence.end) if not entry and words.mask[at] & book.trigger else None
        if match is not None:
            end = match.end
            entry = words.word[match.parts["h"].start].entry("hearsay")
        if entry is not None:
            values = entry.values
            start, stop = clause(line, at)
            start = at if _dated(line, start, (at, end), stop) else start
            frames.append(
                Frame(
                    None,
                    [(at, end)],
                    values[0],
                    "evidential",
                    [(start, stop)],
                    "hearsay without a source",
                    certainty=values[1],
                    outlet=nominal.spoken_to(line, _chunk_from(line, end)),
                )
            )
            at = stop
        at = max(at, end)
    return frames


def _dated(line: Line, start: int, cue: Range, stop: int) -> bool:
    """Whether a time put right before the cue is that of the saying.

    So it is where a clause follows (*On Monday it was said that*), and where the cue is the only verb (*I går uppgavs
    nio döda*).
    """
    words, marks = line.words, line.words.pack.marks
    at, end = cue
    first = start + 1 if words.mask[start] & marks.preposition and start not in words.found["time"] else start
    time = words.found["time"].get(first)
    if time is None or time[0] != at:
        return False
    last = words.pack.lexicon.word(words.norm[end - 1].split(" ")[-1])
    if (last.mask | words.mask[min(end, len(words) - 1)]) & marks.complementizer:
        return True
    return not any(chunk.kind is Kind.VERB and chunk.start < stop and end < chunk.end for chunk in line.chunks)


def _chunk_from(line: Line, at: int) -> int:
    """The first chunk that begins at word `at` or behind it."""
    return next((k for k, chunk in enumerate(line.chunks) if chunk.start >= at), len(line.chunks))


def clause(line: Line, at: int) -> Range:
    """The clause word `at` stands in: between relative words, subordinators, *but*, dashes and stops around it."""
    k = next(k for k, chunk in enumerate(line.chunks) if chunk.start <= at < chunk.end)
    left = k
    while left > 0 and not _parts(line, left - 1):
        left -= 1
    right = k + 1
    while right < len(line.chunks) and not _parts(line, right, after=True):
        right += 1
    return line.chunks[left].start, line.chunks[right - 1].end


def _parts(line: Line, k: int, *, after: bool = False) -> bool:
    """Whether chunk `k` parts two clauses, and is not only a mark or *and* inside one."""
    kind = line.kind(k)
    if kind in (Kind.STOP, Kind.SEMICOLON, Kind.COLON, Kind.DASH):
        return True
    if kind is Kind.CONJUNCTION:
        return _full_clause(line, k + 1)
    if kind in (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.COMPLEMENTIZER):
        return not after
    return False


def _full_clause(line: Line, k: int) -> bool:
    """Whether a clause with its own verb begins at chunk `k`."""
    for j in range(k, len(line.chunks)):
        if line.kind(j) is Kind.VERB:
            return True
        if line.kind(j) in (Kind.STOP, Kind.COMMA, Kind.CONJUNCTION):
            return False
    return False
