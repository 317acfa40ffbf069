"""A stick that is pulled out while a package is written to it, at one moment after the other.

Rule: judged on the stick, when it is plugged in again, and in the folder that is left where it was: whatever a
department would take is whole, and who says that a package was written has written one.
"""

import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from console.records.department.arrival import packages_in
from console.records.hand_over.checking import check_package
from tests.console.records.a_meeting import held_meeting, written_meeting
from tests.end_to_end.meeting import Folder, new_folder
from tests.prove.disks.small_disk import make_disk, plug_in, pull_out, require_disks

STICK_MEGABYTES = 32
EXPORT_SECONDS = 60.0
LONGEST_WAIT_SECONDS = 1.2
"""After the first octet on the stick; on a busy machine a package takes about as long to be written."""


@dataclass
class Pulled:
    """How often a stick was pulled, how many packages were whole afterwards, and what was wrong."""

    pulls: int = 0
    too_late: int = 0
    whole: int = 0
    half_written: int = 0
    faults: list[str] = field(default_factory=list[str])


def pull_sticks(root: Path, pulls: int, dice: Random) -> Pulled:
    """Exports a meeting to a stick so often and pulls it out; raises `NoDisk`."""
    require_disks()
    found, stick = Pulled(pulls=pulls), root / "stick"
    with new_folder(root, sites=2) as folder:
        written_meeting(folder.data.root, held_meeting())
        for number in range(pulls):
            image = root / f"stick-{number}.disk"
            make_disk(image, STICK_MEGABYTES)
            plug_in(image, stick)
            try:
                done = _export_and_pull(folder, stick, dice, found)
            finally:
                pull_out(stick)
            _judge(found, stick, image, number, done=done)
            image.unlink()
    return found


def _export_and_pull(folder: Folder, stick: Path, dice: Random, found: Pulled) -> bool:
    """Returns whether the program said that the package is written."""
    before = set(stick.iterdir())
    export = folder.start("export", "--last", "--out", str(stick), "--zip")
    limit = time.monotonic() + EXPORT_SECONDS
    while export.running and set(stick.iterdir()) == before and time.monotonic() < limit:
        time.sleep(0.002)
    time.sleep(dice.uniform(0.0, LONGEST_WAIT_SECONDS))
    found.too_late += not export.running
    pull_out(stick)
    return export.wait(EXPORT_SECONDS) == 0


def _judge(found: Pulled, stick: Path, image: Path, number: int, *, done: bool) -> None:
    """Looks at the folder that was left, and at the stick."""
    whole = _packages(found, stick, number)
    for left in stick.iterdir():
        left.unlink()
    plug_in(image, stick)
    try:
        on_stick = _packages(found, stick, number)
        whole += on_stick
        found.half_written += sum(path.name != "lost+found" for path in stick.iterdir()) - on_stick
    finally:
        pull_out(stick)
    found.whole += whole
    if done and not whole:
        found.faults.append(f"pull {number}: the package is said to be written and is nowhere")


def _packages(found: Pulled, folder: Path, number: int) -> int:
    packages = packages_in([folder])
    found.faults += [
        f"pull {number}: {path.name} is taken and not whole" for path in packages if not check_package(path).good
    ]
    return len(packages)
