"""The keys of judging, as the table of keys shows them."""

from __future__ import annotations

from sayso.web.words import text

WALK = (
    ("j", text("to the next entry")),
    ("k", text("to the one before")),
    ("u", text("take back what you just did")),
    ("c", text("reason or comment")),
)
ON_EVENT = (
    ("a", text("accept: an event as it is, a claim as it was read, a pair as undecided")),
    ("m", text("merge the event with another")),
    ("s", text("split claims off an event")),
)
ON_PAIR = (("n", text("a pair: not the same")),)
ON_CLAIM = (("r", text("reject a claim")), ("e", text("correct a claim, or open an event")))
