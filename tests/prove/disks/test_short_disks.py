"""A shortened instance of the proof by disks: one stick is pulled out, where this machine lets anybody mount one."""

import contextlib
from pathlib import Path
from random import Random

import pytest

from tests.prove.disks.pulled_stick import pull_sticks
from tests.prove.disks.small_disk import NoDisk


@pytest.mark.slow
@pytest.mark.timeout(90)
def test_a_stick_that_is_pulled_out_during_an_export_holds_a_whole_package_or_none(tmp_path: Path) -> None:
    with contextlib.suppress(NoDisk):
        found = pull_sticks(tmp_path, 1, Random(7))
        assert not found.faults
        assert found.pulls == 1
