"""The learned tagger: proposes who says what in a text. Imports nothing heavy until it is loaded."""

from __future__ import annotations

from sayso.reference.tagger.tagger import Tagger

__all__ = ["Tagger"]
