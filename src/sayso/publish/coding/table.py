"""Coded events as CSV: one line for each form, the coder's name and the row of the ledger beside the fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from sayso.core.judgement import Coding
from sayso.reference.coding import coding_fields

RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a cell that begins so for a formula


def table(codings: Iterable[Coding]) -> str:
    """The lines, with a heading."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(["id", *coding_fields(), "coder", "row"])
    for one in codings:
        cells = [one.event, *(one.values.get(name) for name in coding_fields()), one.by, one.row]
        lines.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell
