"""sayso reads news reports on armed conflict: who says what, through whom, how sure."""

__version__ = "0.1.0"
