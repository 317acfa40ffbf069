"""Disks that fill up, refuse, go away and come back under a running meeting, and sticks pulled out during an export.

Rule: on real file systems in image files, which need root on Linux; where they cannot be had the proof was not run, and
says why. The same with an ordinary folder stands in `tests/hardware/processes/test_full_disk.py`.
"""

import tempfile
from pathlib import Path
from random import Random

from tests.prove.disks.meeting_without_disk import without_disk
from tests.prove.disks.pulled_stick import pull_sticks
from tests.prove.disks.small_disk import NoDisk
from tests.prove.proof import Outcome, Proof, shortened

PULLS = 40
SEED = 20261122


def disks(share: float) -> Outcome:
    """Takes the disk away in every way, and pulls out so many sticks."""
    with tempfile.TemporaryDirectory(prefix="diem-cau-disks-") as folder:
        try:
            meetings = without_disk(Path(folder))
            sticks = pull_sticks(Path(folder) / "sticks", shortened(PULLS, share, least=2), Random(SEED))
        except NoDisk as error:
            return Outcome({"not_run": str(error)}, (f"not run: {error}",))
    pulled = {name: getattr(sticks, name) for name in ("pulls", "too_late", "whole", "half_written")}
    facts = {"seed": SEED, "meeting": {told.way: told.facts for told in meetings}, "sticks": pulled}
    return Outcome(facts, (*(fault for told in meetings for fault in told.faults), *sticks.faults))


DISKS = Proof(
    "disks",
    "A disk that is full, read-only, moved away or broken stops no meeting, is said at once and costs no line; of"
    " sticks pulled out during an export no half package is taken for a whole one.",
    disks,
    minutes=3,
)
