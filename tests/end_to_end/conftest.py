"""Fixtures of the tests of the whole: a fresh meeting, or one that the tests of a file share.

Rule: what a test kills or spoils, it starts for itself; a shared meeting is left as it was found: silent, nobody on the
podium or on deck.
"""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hardware.simulator.province import Province
from tests.end_to_end.meeting import Folder, new_folder, plan

SHARED_SITES = 4


@dataclass
class SharedMeeting:
    """A bridge with four satellites and the main endpoint, all of whom see and hear."""

    folder: Folder
    province: Province
    satellites: tuple[str, ...]


@pytest.fixture
def folder(tmp_path: Path) -> Generator[Folder]:
    """A data folder with six sites; nothing runs."""
    with new_folder(tmp_path, sites=6) as made:
        yield made


@pytest.fixture(scope="module")
def shared_meeting(tmp_path_factory: pytest.TempPathFactory) -> Generator[SharedMeeting]:
    """A running bridge with its sites, for the tests of one file."""
    with new_folder(tmp_path_factory.mktemp("meeting"), sites=SHARED_SITES) as made:
        made.start_bridge()
        numbers = range(SHARED_SITES + 1)
        with made.province([plan(number) for number in numbers], processes=2) as province:
            yield SharedMeeting(made, province, tuple(plan(number).site for number in numbers if number))
