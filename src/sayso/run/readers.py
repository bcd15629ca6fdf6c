"""What reads: the grammar alone, or with the learned tagger, whose weights come in a package of their own."""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sayso import __version__
from sayso.core.claim import Reader
from sayso.core.proposal import Propose, Proposed
from sayso.core.trouble import SaysoError

if TYPE_CHECKING:
    from sayso.reference.tagger import Tagger

GROUP = "sayso.taggers"
Choice = Literal["grammar", "neural", "auto"]
HOW = "install it with: pip install ./weights, in a checkout of sayso"
BESIDE = "with the grammar"  # added to the model's name where both have read


class By(NamedTuple):
    """What documents are read by. `propose` is the tagger; `alone`: without the grammar's own attributions.

    Where others read, `propose` is missing though there is a `model`: enough to say who would read.
    """

    propose: Propose | None = None
    model: str | None = None
    alone: bool = False

    def proposed(self, text: str) -> Proposed | None:
        """What the tagger makes of a text, if there is one."""
        if self.propose is None:
            return None
        found = self.propose(text)
        fitting = tuple(one for one in found if one.fits(text))
        return Proposed(fitting, self.alone, len(found) - len(fitting))

    def reader(self, pack: str) -> Reader:
        """What a record says it was read by; `pack` is the digest of the language pack."""
        return Reader(
            version=__version__, mode="grammar" if self.model is None else "neural", pack=pack, model=self.model
        )


GRAMMAR = By()


class Readers:
    """Every reader there is; the tagger is loaded when it is first asked for, and then kept."""

    def __init__(self) -> None:
        self._tagger: Tagger | None = None

    def by(self, choice: Choice) -> tuple[By, str | None]:
        """What to read by, and what to tell about it, if anything.

        Raises SaysoError, saying what to install, where the tagger is asked for and cannot be had; `auto` then takes
        the grammar and says so.
        """
        if choice == "grammar":
            return GRAMMAR, None
        try:
            return self._with_tagger(alone=choice == "neural"), None
        except SaysoError as fault:
            if choice == "neural":
                raise
            return GRAMMAR, f"reading by the grammar alone: {fault}"

    def as_recorded(self, reader: Reader) -> By | None:
        """What reads as a record says it was read; None where its tagger is not to be had."""
        if reader.mode == "grammar":
            return GRAMMAR
        try:
            found = (self._with_tagger(alone=alone) for alone in (True, False))
            return next((by for by in found if by.model == reader.model), None)
        except SaysoError:
            return None

    def _with_tagger(self, *, alone: bool) -> By:
        if self._tagger is None:
            self._tagger = _loaded(weights())
        model = self._tagger.model
        return By(self._tagger.propose, model if alone else f"{model} {BESIDE}", alone)


def _loaded(folder: Path) -> Tagger:
    try:
        from sayso.reference.tagger import Tagger  # noqa: PLC0415 -- heavy, and not always there

        return Tagger(folder)
    except ImportError as fault:
        message = f"the tagger needs {fault.name}, which is not installed; {HOW}"
        raise SaysoError(message) from None


def weights() -> Path:
    """The folder of the tagger's weights; raises SaysoError where no package brings any."""
    point = next(iter(sorted(entry_points(group=GROUP), key=lambda one: one.name)), None)
    spec = find_spec(point.module) if point is not None else None
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        message = f"the tagger is not installed; {HOW}"
        raise SaysoError(message)
    return Path(places[0])
