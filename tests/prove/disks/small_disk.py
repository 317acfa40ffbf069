"""Small disks in image files, to be filled, made read-only and pulled out: Linux, and root, only.

Rule: what cannot be had is said in one sentence (`NoDisk`), never pretended; every disk is gone when its block ends.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path


class NoDisk(Exception):
    """No disk of one's own can be had here; its text says why."""


def require_disks() -> None:
    """Raises `NoDisk` where disks can neither be mounted nor made read-only."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise NoDisk(
            "disks of its own need root on Linux; elsewhere a quota or an image file would do, and none is set up"
        )
    missing = [tool for tool in ("mkfs.ext4", "mount", "umount", "chattr") if shutil.which(tool) is None]
    if missing:
        raise NoDisk(f"there is no {', '.join(missing)} on this machine")


@contextlib.contextmanager
def small_disk(at: Path, megabytes: int) -> Generator[None]:
    """Mounts an empty disk of so many megabytes over a folder; raises `NoDisk` where mounting is forbidden.

    Not in memory: only a real file system refuses the writes of those who have a file open already.
    """
    image = at.with_name(f"{at.name}.disk")
    make_disk(image, megabytes)
    plug_in(image, at)
    try:
        yield
    finally:
        pull_out(at)


def make_disk(image: Path, megabytes: int) -> None:
    """Makes the image file of an empty disk; raises `NoDisk`."""
    require_disks()
    with image.open("wb") as file:
        file.truncate(megabytes << 20)
    # No octet is set aside for root, who would fill the disk and find room all the same.
    done = _run("mkfs.ext4", "-q", "-m", "0", str(image))
    if done.returncode:
        raise NoDisk(f"no file system can be made here ({done.stderr.strip()})")


def plug_in(image: Path, at: Path) -> None:
    """Mounts a disk over a folder; raises `NoDisk` where mounting is forbidden."""
    at.mkdir(parents=True, exist_ok=True)
    done = _run("mount", "-o", "loop", str(image), str(at))
    if done.returncode:
        raise NoDisk(f"this machine lets nobody mount an image ({done.stderr.strip()})")


def give_up(at: Path) -> None:
    """Lets a disk end as after an error of its hardware: read-only for good, whatever is still to be written."""
    done = _run("mount", "-o", "remount,abort", str(at))
    if done.returncode:
        raise NoDisk(f"this file system cannot be made to fail ({done.stderr.strip()})")


def pull_out(at: Path) -> None:
    """Takes a disk out of its port, whoever has files open on it; nothing happens where none is."""
    _run("umount", "-l", str(at))


def fill(at: Path, keep: Path) -> None:
    """Writes into `keep` until not an octet more has room."""
    with keep.open("ab", buffering=0) as file:
        for piece in (1 << 20, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(piece))
    assert os.statvfs(at).f_bavail == 0


@contextlib.contextmanager
def read_only(folder: Path) -> Generator[None]:
    """Lets nobody change anything in a folder, not even who has its files open, as a disk after an error does."""
    _change_all(folder, "+i")
    try:
        yield
    finally:
        _change_all(folder, "-i")


def _change_all(folder: Path, how: str) -> None:
    # The index of a write-ahead log is mapped memory; the kernel kills who writes there, and a disk does not.
    files = [str(path) for path in folder.rglob("*") if not path.name.endswith("-shm")]
    done = _run("chattr", how, str(folder), *files)
    if done.returncode:
        raise NoDisk(f"files cannot be made unchangeable here ({done.stderr.strip()[:200]})")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
