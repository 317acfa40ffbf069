"""Fetches packages from a medium: finds them, and copies each to this machine before it is judged.

Rule: what is judged is what is kept, so the copy comes first; a stick that changes its mind in between changes nothing.
Names, sizes and counts are judged before an octet is copied, by the same source that the check reads.
"""

import contextlib
import os
import shutil
import uuid
import zipfile
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from console.records.hand_over import layout
from console.records.hand_over.package_source import PackageSource, chunks, package_source

DEEPEST = 4
MOST_PACKAGES = 5000
MOST_LOOKED_AT = 100_000
INSIDE = "package"


class TooMany(Exception):
    """More lies on the medium than one import takes; `most` is how many."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


def packages_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Returns the packages that were named, and those in folders that were named, in order of name, each once.

    What was named itself is returned whatever it is, so that its refusal can be said. Raises `TooMany`, `OSError`.
    """
    found: dict[Path, None] = {}
    looked_at = iter(range(MOST_LOOKED_AT))
    for path in paths:
        inside = tuple(_in_folder(path, 0, looked_at)) if path.is_dir() and not _is_package(path) else (path,)
        for package in inside:
            found[package] = None
        if len(found) > MOST_PACKAGES:
            raise TooMany(MOST_PACKAGES)
    return tuple(found)


def _in_folder(folder: Path, depth: int, looked_at: Iterator[int]) -> Iterator[Path]:
    with os.scandir(folder) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        if next(looked_at, None) is None:
            raise TooMany(MOST_LOOKED_AT)
        path = folder / entry.name
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir() and _is_package(path):
            yield path
        elif entry.is_dir() and depth < DEEPEST:
            yield from _in_folder(path, depth + 1, looked_at)
        elif entry.is_file() and path.suffix.lower() == ".zip":
            yield path


def _is_package(folder: Path) -> bool:
    return (folder / layout.BAGIT).is_file()


@contextlib.contextmanager
def arrived(path: Path, staging: Path) -> Generator[Path]:
    """Copies a package into a folder of this machine as one file and removes it again unless it was moved away.

    Raises `PackageRefused` for what cannot be taken, `OSError` when this machine's disk refuses.
    """
    staging.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = staging / f"{uuid.uuid4().hex}.zip"
    try:
        with package_source(path) as source:
            if path.is_dir():
                _pack(source, copy)
            else:
                shutil.copyfile(path, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _pack(source: PackageSource, copy: Path) -> None:
    with zipfile.ZipFile(copy, "x", zipfile.ZIP_DEFLATED, allowZip64=False) as archive:
        for name in sorted(source.sizes):
            with archive.open(f"{INSIDE}/{name}", "w") as file:
                for piece in chunks(source, name):
                    file.write(piece)
