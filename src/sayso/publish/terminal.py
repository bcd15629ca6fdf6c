"""What a terminal needs: lines no wider than it, colours where it shows them, and no text that could steer it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

# Characters that order the display of what follows: an unclosed one in a report would reach into our own lines.
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}
NARROWEST = 30


class Look(NamedTuple):
    """How wide lines may be, and whether to colour them."""

    width: int = 100
    colour: bool = False

    def paint(self, text: str, *styles: str) -> str:
        """The text in the given styles, or as it is where there are no colours."""
        codes = [_CODES[style] for style in styles if style]
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text and codes else text


def safe(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal or turn the direction of what follows."""
    folded = " ".join(text.split())
    return folded if folded.isprintable() else visible("".join(c for c in folded if c not in _STEERING))


def visible(text: str) -> str:
    """The text with control characters (but line ends and tabs) and lone surrogates made visible as `\ufffd`."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" else c for c in text)


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def clip(text: str, width: int) -> str:
    """The text cut to a width, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken inside a word only where that is wider than a line."""
    out: list[str] = []
    line, used = "", 0
    for word in _pieces(text, max(width, 1)):
        size = cells(word)
        if line and used + 1 + size > width:
            out.append(line)
            line, used = word, size
        else:
            line = f"{line} {word}" if line else word
            used += size + (1 if used else 0)
    return [*out, line] if line else out or [""]


def _pieces(text: str, width: int) -> list[str]:
    out: list[str] = []
    for word in text.split():
        piece, used = "", 0
        for c in word if cells(word) > width else ():
            size = cells(c)
            if piece and used + size > width:
                out.append(piece)
                piece, used = "", 0
            piece, used = piece + c, used + size
        out.append(piece or word)
    return out


def hang(text: str, look: Look, first: str, rest: str, *styles: str) -> list[str]:
    """The text wrapped behind a beginning, with another beginning before each line that follows."""
    room = max(look.width - max(cells(first), cells(rest)), NARROWEST // 2)
    lines = wrap(text, room)
    return [(first if k == 0 else rest) + look.paint(line, *styles) for k, line in enumerate(lines)]


def flow(parts: Iterable[tuple[str, str]], look: Look) -> list[str]:
    """Parts with their styles, parted by dots, in lines; a part is wrapped only where it is wider than a line."""
    out: list[str] = []
    line, used = "", 0
    for raw, style in parts:
        part = safe(raw)
        if line and used + 3 + cells(part) > look.width:
            out.append(line)
            line, used = "", 0
        if not line and cells(part) > look.width:
            *whole, part = wrap(part, look.width)
            out += [look.paint(piece, style) for piece in whole]
        line = f"{line} · {look.paint(part, style)}" if line else look.paint(part, style)
        used += cells(part) + (3 if used else 0)
    return [*out, line]
