"""How fast news pages in a web archive become texts with what they say of themselves, and how much memory that takes.

    python bench/pages.py [--pages 500 5000] [--fast] [--folder /path/on/another/disk]

The pages are made up (newspages.py), and packed into web archives as archiving tools do. Each archive is then taken in
by a process of its own, the way `sayso add` takes it in, up to the document: unpacked, records parted, encodings told,
text and title, outlet, author, times and address found. Reading what the text says comes after and is not in the
figure; bench/speed.py has that. Loading the libraries is left out too: one page is taken in before the clock starts.

Printed are pages a second by the clock on the wall and by that of the processor, which a busy machine sways less, the
peak of resident memory, how that grows between the archives, and how many documents are right in every field and to
the last character of the text. With `--fast` by the libraries of the extra `scale`, as `sayso add --fast-pages` does.

Machines differ, and one machine from hour to hour. So trafilatura by itself, text and metadata in its quick way, is
timed in the same run on some of the same pages, which it is handed unpacked and decoded.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newspages import NewsPage, pages, write_warc

from sayso.core.document import Document, Unread
from sayso.ingest import Intake

KIB = 1024
PEER_PAGES = 200
PEAK_UNIT = 1 if sys.platform == "darwin" else KIB


class Measured(NamedTuple):
    """One archive taken in: documents, how many of them are right, seconds, and the peak of memory in bytes."""

    documents: int
    right: int
    wall: float
    cpu: float
    peak: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast news pages in a web archive become texts.")
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 5000])
    parser.add_argument("--folder", type=Path, help="where the archives are written; a temporary folder if not given")
    parser.add_argument("--fast", action="store_true", help="by the libraries of the extra scale")
    parser.add_argument("--take", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.take is not None:
        print(*take(options.take, fast=options.fast))
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        measured = [
            _measured(Path(folder) / f"{count}.warc.gz", count, fast=options.fast) for count in sorted(options.pages)
        ]
    least, most = measured[0].peak, measured[-1].peak
    print(f"peak of the largest against the smallest: {most / least - 1:+.1%}")
    alone, ours = peer(), measured[-1].documents / measured[-1].cpu
    print(f"trafilatura by itself: {alone:6.0f} a second of the processor; sayso is {ours / alone:.1f} times as fast")


def _measured(path: Path, count: int, *, fast: bool) -> Measured:
    """An archive of so many pages made, and taken in by a process of its own."""
    write_warc(path, count)
    command = [sys.executable, __file__, "--take", str(path), *(["--fast"] if fast else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    documents, right, wall, cpu, peak = done.stdout.split()
    found = Measured(int(documents), int(right), float(wall), float(cpu), int(peak))
    size = path.stat().st_size / count
    print(
        f"{count:>6,} pages of {size / KIB:.1f} KiB packed: {count / found.wall:6.0f} a second, "
        f"{count / found.cpu:6.0f} a second of the processor, peak {found.peak / KIB / KIB:6.1f} MiB, "
        f"{found.right / count:.1%} right in all"
    )
    return found


def take(path: Path, *, fast: bool) -> Measured:
    """The archive taken in."""
    list(Intake(fast=fast).all(["-"], io.BytesIO(next(pages(1)).html)))
    documents = right = 0
    wall, cpu = time.perf_counter(), time.process_time()
    made = pages(sys.maxsize)
    comparing = 0.0
    for taken in Intake(fast=fast).all([os.fspath(path)], io.BytesIO()):
        before = time.process_time()
        documents += 1
        right += is_right(taken.one, next(made))
        comparing += time.process_time() - before
    wall, cpu = time.perf_counter() - wall - comparing, time.process_time() - cpu - comparing
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    return Measured(documents, right, wall, cpu, peak)


def peer() -> float:
    """How many pages a second trafilatura makes text and metadata of by itself."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- its memory is no part of what is measured

    texts = [page.html.decode() for page in pages(PEER_PAGES + 1)]
    how = partial(bare_extraction, fast=True, with_metadata=True, include_comments=False)
    how(texts.pop())  # loads what it needs
    begun = time.process_time()
    for text in texts:
        how(text)
    return len(texts) / (time.process_time() - begun)


def is_right(found: Document | Unread, page: NewsPage) -> bool:
    """Whether a document says what the page was made of, in every field and to the last character."""
    if isinstance(found, Unread):
        return False
    fields = (found.title, found.publisher, found.author, found.published, found.modified, found.url)
    known = (page.title, page.outlet, page.author, page.published, page.modified, page.url)
    return fields == known and found.text == "\n\n".join(page.paragraphs)


if __name__ == "__main__":
    main()
