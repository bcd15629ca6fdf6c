"""From bytes to documents: plain text, Markdown with a header, and JSON lines; files, folders and standard input."""

from __future__ import annotations

from sayso.ingest.files import documents, files

__all__ = ["documents", "files"]
