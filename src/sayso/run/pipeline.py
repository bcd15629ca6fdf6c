"""The whole flow for one document: language, reading, claims, record."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from sayso import claim, read
from sayso.claim.home import home
from sayso.claim.locate import locate
from sayso.claim.placed import Spots, placed
from sayso.claim.unsettled import unsettled
from sayso.core.claim import Record
from sayso.core.document import Document, Unread
from sayso.core.place import nowhere
from sayso.core.proposal import Proposed
from sayso.core.reading import Reading
from sayso.core.trouble import InputError
from sayso.core.when import anchor
from sayso.lang.pack import Pack
from sayso.reference.gazetteer import Gazetteer
from sayso.run.bare import bare
from sayso.run.language import in_one_language, language_of, name_of
from sayso.run.mentions import mentions
from sayso.run.readers import GRAMMAR, By

NO_LANGUAGE = "und"  # as ISO 639-2 and BCP 47 have it: an empty text that does not say in what language it is empty
NO_PACK = hashlib.sha256().hexdigest()  # and no pack was asked: the digest of nothing


class Read(NamedTuple):
    """A document read: its record, and what each claim rests on, in the same order."""

    document: Document
    reading: Reading
    record: Record
    reasons: tuple[tuple[claim.Reason, ...], ...]


def read_document(  # noqa: PLR0913 -- what is read, what with, and what is wanted
    document: Document,
    packs: Mapping[str, Pack],
    *,
    gazetteer: Gazetteer | None = None,
    with_mentions: bool = False,
    today: dt.date | None = None,
    by: By = GRAMMAR,
) -> Read | Unread:
    """Read one document; an Unread, saying why and what to do, where that cannot be done.

    Without a gazetteer places stay names. Nothing is counted from a date of publication that lies after `today`;
    without `today` any is taken. `by` is the grammar or has a tagger's help.
    """
    lookup = gazetteer.places if gazetteer is not None else nowhere
    code, proposed = None, None
    try:
        _encodable(document)
        if document.text.strip() or document.language:
            code = language_of(document, packs, tagged=by.model is not None)
    except InputError as fault:
        return Unread(id=document.id, error=str(fault))
    if code is None:
        reading, pack = Reading(document=document, language=NO_LANGUAGE, sentences=()), NO_PACK
    else:
        proposed = by.proposed(document.text)
        chosen = packs[code] if code in packs else bare(code)
        reading = in_one_language(read.read(_believed(document, today), chosen, lookup, proposed))
        pack = chosen.digest
    found = claim.claims(reading)
    dated = {one.event.when.span[0] for one, _ in found if one.event.when is not None and one.event.when.span}
    located = locate(reading.toponyms, lookup, home(document.publisher, lookup))
    spots = Spots(located)
    settled = [placed(one, spots) for one, _ in found]
    record = Record(
        id=document.id,
        text_sha256=document.text_sha256,
        language=reading.language,
        published=document.published,
        publisher=document.publisher,
        title=document.title,
        reader=by.reader(pack),
        claims=tuple(one for one, _ in settled),
        warnings=(
            *document.warnings,
            *_warnings(document, today),
            *_refused(proposed),
            *_unpacked(code, packs),
            *reading.warnings,
            *unsettled(reading, dated),
        ),
    )
    if with_mentions:
        record = mentions(record, reading, located)
    told = (tuple(claim.Reason(*more) for more in reasons) for _, reasons in settled)
    return Read(document, reading, record, tuple((*why, *more) for (_, why), more in zip(found, told, strict=True)))


def _encodable(document: Document) -> None:
    """Refuse half characters: JSON lines have no way to write them, and a count of characters would be in doubt."""
    for field in ("text", "id", "title", "publisher", "published", "url", "language", "author", "modified"):
        try:
            (getattr(document, field) or "").encode()
        except UnicodeEncodeError as fault:
            half = f"\\u{ord(fault.object[fault.start]):04x}"
            message = f"its {field} holds {half} alone at {fault.start}, which is half a character; mend it"
            raise InputError(message) from None


def _believed(document: Document, today: dt.date | None) -> Document:
    """The document, less a date of publication that lies in the future."""
    return msgspec.structs.replace(document, published=None) if _is_to_come(document, today) else document


def _is_to_come(document: Document, today: dt.date | None) -> bool:
    """Whether a report says that it was published after `today`; a day of grace, since it is tomorrow somewhere."""
    published = anchor(document.published) if today is not None else None
    return published is not None and today is not None and published.first > today + dt.timedelta(days=1)


def _refused(proposed: Proposed | None) -> Iterator[str]:
    if proposed is not None and proposed.refused:
        yield f"left out {proposed.refused} of the tagger's proposals: their spans are no parts of the text"


def _unpacked(code: str | None, packs: Mapping[str, Pack]) -> Iterator[str]:
    if code is not None and code not in packs:
        yield (
            f"there is no language pack for {name_of(code)} ({code}): who says what is as the tagger found it; what "
            "the cues do, how sure, dates, places and casualties are left unread"
        )


def _warnings(document: Document, today: dt.date | None) -> Iterator[str]:
    if not document.text.strip():
        yield "there is no text in it"
    if document.published and anchor(document.published) is None:
        yield (f"published {document.published!r} is not a date as EDTF or ISO 8601 write it; relative dates stay open")
    if _is_to_come(document, today):
        yield f"published {document.published!r} lies in the future; nothing is counted from it"
