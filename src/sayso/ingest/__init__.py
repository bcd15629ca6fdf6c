"""From bytes to documents: files, folders, archives and standard input, each form by an ingestor of its own."""

from __future__ import annotations

from sayso.ingest.take import Intake, documents

__all__ = ["Intake", "documents"]
