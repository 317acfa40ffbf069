"""A shortened instance of the proof by power cuts: every kind of damage once, on a log whose writer was killed."""

from pathlib import Path
from random import Random

import pytest

from tests.prove.power.cut_recordings import playable_seconds
from tests.prove.power.torn_log import DAMAGES, cut_power, killed_writer


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_whatever_the_disk_did_the_log_opens_says_so_and_goes_on(tmp_path: Path) -> None:
    dice = Random(7)
    source = tmp_path / "writer"
    source.mkdir()
    reported = killed_writer(source, dice)

    cuts = [cut_power(source, reported, damage, tmp_path / damage, dice) for damage in DAMAGES]

    assert not [cut for cut in cuts if cut.faults]
    assert cuts[0].lost_lines == 0, "a death of the process alone costs nothing"
    assert all(cut.told for cut in cuts if cut.lost_lines)


def test_a_file_that_is_no_recording_plays_nothing(tmp_path: Path) -> None:
    path = tmp_path / "copy.mkv"
    path.write_bytes(b"no recording")
    assert playable_seconds(path) == 0.0
