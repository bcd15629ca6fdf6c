"""One folder to carry to a machine without a network, and from there a trained model back in parts.

    python -m training.carried there ../shared training/work FOLDER      # here: what training needs, some 60 MB
    PYTHONPATH=FOLDER:src:. python -m training.whole FOLDER/shared FOLDER/work FOLDER/weights    # there
    python -m training.carried parts FOLDER/work/tagger.pt PARTS         # there: half the bits, files of 15 MB
    python -m training.carried back PARTS training/work/tagger.pt        # here; then training.export

The machine needs PyTorch, NumPy and msgspec, and for the scores what `training.export` needs.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
from pathlib import Path

PART = 15_000_000  # bytes
DATA = (
    "attribution.de.wikinews.dev.jsonl.gz", "attribution.en.polnear.dev.jsonl.gz",
    "attribution.en.polnear.train.jsonl.gz", "clusters.en.gunviolence.dev.jsonl.gz", "ner.en.pud.iob2.gz",
    "ner.sv.talbanken.dev.iob2.gz", "ner.sv.talbanken.train.iob2.gz", "places.en.geovirus.jsonl.gz",
    "places.en.lgl.jsonl.gz", "reports.en.syria.dev.jsonl.gz",
)  # fmt: skip


def main() -> None:
    """Do what is asked for, and say how large it is."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = options.add_subparsers(dest="step", required=True)
    for step, names in (
        ("there", ("shared", "work", "folder")),
        ("parts", ("model", "folder")),
        ("back", ("folder", "model")),
    ):
        one = steps.add_parser(step)
        for name in names:
            one.add_argument(name, type=Path)
        if step == "there":
            one.add_argument("--command", default=".venv/bin/sayso", help="reads the Swedish sentences")
    given = options.parse_args()
    if given.step == "there":
        there(given.shared, given.work, given.folder, given.command)
    elif given.step == "parts":
        parted(halved(given.model), given.folder)
    else:
        whole(joined(given.folder), given.model)
    paths = [given.model] if given.step == "back" else [path for path in given.folder.rglob("*") if path.is_file()]
    print(f"{len(paths)} files, {sum(path.stat().st_size for path in paths) / 1e6:.1f} MB")


def there(shared: Path, work: Path, folder: Path, command: str) -> None:
    """Make what training needs, where it is not made, and copy it to a folder; OSError where data is missing."""
    from training import train  # noqa: PLC0415 -- PyTorch takes seconds to load, and parts are joined without it
    from training.encoder_file import installed, opened  # noqa: PLC0415

    work.mkdir(parents=True, exist_ok=True)
    silver = work / "silver.jsonl.gz"
    if not silver.exists():
        made = ["-m", "training.silver", str(shared / "data"), str(silver), "--command", command]
        subprocess.run([sys.executable, *made], check=True)
    train.chosen(opened(installed()), train.marked_texts(shared / "data", work), work)
    subprocess.run([sys.executable, "-m", "training.trimmed", str(work), str(folder)], check=True)
    for part in ("data", "score"):
        (folder / "shared" / part).mkdir(parents=True, exist_ok=True)
    for name in DATA:
        shutil.copy(shared / "data" / name, folder / "shared" / "data")
    for path in (shared / "score").glob("*.py"):
        shutil.copy(path, folder / "shared" / "score")
    shutil.copy(silver, folder / "work")


def halved(model: Path) -> bytes:
    """A trained model with numbers of 16 bits."""
    import torch  # noqa: PLC0415 -- as above

    kept = torch.load(model, map_location="cpu", weights_only=True)
    packed = io.BytesIO()
    torch.save({name: value.half() if value.is_floating_point() else value for name, value in kept.items()}, packed)
    return packed.getvalue()


def whole(packed: bytes, model: Path) -> None:
    """Write the model that was halved, with numbers of 32 bits."""
    import torch  # noqa: PLC0415 -- as above

    kept = torch.load(io.BytesIO(packed), map_location="cpu", weights_only=True)
    torch.save({name: value.float() if value.is_floating_point() else value for name, value in kept.items()}, model)


def parted(packed: bytes, folder: Path, size: int = PART) -> list[Path]:
    """Write bytes as files of `size` bytes at most, in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, at in enumerate(range(0, len(packed), size)):
        paths.append(folder / f"part-{number:02}")
        paths[-1].write_bytes(packed[at : at + size])
    return paths


def joined(folder: Path) -> bytes:
    """The bytes that were parted; FileNotFoundError where there are none."""
    paths = sorted(folder.glob("part-??"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no part-00 in it; `training.carried parts` writes it")
    return b"".join(path.read_bytes() for path in paths)


if __name__ == "__main__":
    main()
