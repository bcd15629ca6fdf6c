"""SVG as text: elements with their attributes, every word escaped; presentation attributes only, never a style."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from sayso.publish.terminal import visible, wrap

TEXT = 13.0  # units of a chart that a line of text is high, its size in px where the chart is shown at its own size
LEADING = 17.0
CELL = 7.6  # units kept for a character of that size: more than most take, so that no word is cut

Value = str | float | None


class Labelled(NamedTuple):
    """What a chart is for those who do not see it: its name, and a sentence that says what it shows."""

    name: str
    says: str = ""


def words(text: str) -> str:
    """Words from anywhere, escaped, with control characters made visible."""
    return escape(visible(" ".join(text.split())))


def number(value: float) -> str:
    """A coordinate to a tenth of a unit, without a needless nought."""
    return f"{value:.1f}".removesuffix(".0")


def tag(name: str, inside: str = "", **attributes: Value) -> str:
    """An element around markup that is escaped already; `_` in a name is `-`, `class_` and the like lose theirs."""
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{number(value) if isinstance(value, float) else escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{shown}>{inside}</{name}>" if inside else f"<{name}{shown}/>"


def lines(text: str, width: float, size: float = TEXT) -> list[str]:
    """A text in lines that fit a width, for text of a size."""
    return wrap(" ".join(text.split()), max(int(width / (CELL * size / TEXT)), 1))


def text(x: float, y: float, shown: str, kind: str | None = None, anchor: str | None = None, **more: Value) -> str:
    """One line of text, whose baseline begins at a point, ends there (`end`) or has its middle there (`middle`)."""
    return tag("text", words(shown), x=x, y=y, class_=kind, text_anchor=anchor, fill="currentColor", **more)


def link(href: str | None, inside: str, label: str | None = None) -> str:
    """Markup that leads somewhere, or just that where it leads nowhere."""
    return tag("a", inside, href=href, aria_label=label) if href else inside


def drawing(label: Labelled, width: float, height: float, inside: str, kind: str) -> str:
    """The whole picture. It is a group and no image, so that links inside it can be reached."""
    says = tag("desc", words(label.says)) if label.says else ""
    return tag(
        "svg", tag("title", words(label.name)) + says + inside, xmlns="http://www.w3.org/2000/svg", role="group",
        aria_label=" ".join(label.name.split()), class_=f"chart {kind}",
        viewBox=f"0 0 {number(width)} {number(height)}", width=width, height=height,
        font_size=TEXT, font_family="inherit",
    )  # fmt: skip
