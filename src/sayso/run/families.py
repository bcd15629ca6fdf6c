"""Which outlets belong to one publisher, as the user's own list says: what they say is then said once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sayso.core.trouble import InputError, PackError
from sayso.lang.table import read_table


def read_families(path: Path) -> Mapping[str, str]:
    """Outlet to publisher, from a file of lines *publisher, tab, outlets parted by commas*; `#` starts a comment.

    Raises InputError where the file cannot be read or a line is not of that form.
    """
    try:
        found = list(read_table(path))
    except PackError as fault:
        raise InputError(str(fault)) from None
    except UnicodeDecodeError as fault:
        raise InputError(f"{path}: not UTF-8 ({fault.reason} at byte {fault.start})") from None
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}") from None
    for entry in found:
        if len(entry.values) != 1 or not entry.values[0]:
            raise InputError(f"{path}:{entry.line}: expected a publisher, a tab, and its outlets parted by commas")
    return {entry.form: entry.values[0] for entry in found}
