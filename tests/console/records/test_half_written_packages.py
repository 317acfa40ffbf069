"""A stick that was pulled too early: whatever reached it, a half-written package is never taken for a whole one."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from console.records.department.arrival import packages_in
from console.records.hand_over.checking import check_package
from tests.console.records.a_meeting import packed
from tests.own_process import ROOT

CUTS = 60
MAKER = """
import sys, time
from pathlib import Path
import tests.console.records.a_meeting as meeting

def paint(_story, _seal, _language):
    print("in the middle", flush=True)
    time.sleep(60)

data = meeting.written_meeting(Path(sys.argv[1]) / "data", meeting.held_meeting())
meeting.make_package(meeting.wish_for(data, Path(sys.argv[2])), paint)
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("archive"), as_zip=True)


def test_an_archive_that_was_cut_anywhere_is_not_whole(archive: Path, tmp_path: Path) -> None:
    octets, dice, cut = archive.read_bytes(), Random(7), tmp_path / archive.name
    assert check_package(archive).good
    for number in range(CUTS):
        at = dice.randrange(len(octets))
        cut.write_bytes(octets[:at] + (bytes(len(octets) - at) if number % 2 else b""))
        assert not check_package(cut).good, at


def test_a_folder_of_which_only_the_first_files_came_over_is_not_whole(tmp_path: Path) -> None:
    package = packed(tmp_path / "original")
    names = sorted(path.relative_to(package) for path in package.rglob("*") if path.is_file())
    stick = tmp_path / "stick" / package.name
    for count, name in enumerate(names, start=1):
        (stick / name).parent.mkdir(parents=True, exist_ok=True)
        octets = (package / name).read_bytes()
        (stick / name).write_bytes(octets[: len(octets) // 2])
        assert not check_package(stick).good, f"half of {name}"
        shutil.copy(package / name, stick / name)
        assert check_package(stick).good == (count == len(names)), name


@pytest.mark.slow
def test_whoever_dies_while_packing_leaves_nothing_that_a_department_would_take(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    command = [sys.executable, "-c", MAKER, str(tmp_path), str(stick)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "in the middle\n"
        maker.send_signal(signal.SIGKILL)

    assert list(stick.iterdir()), "something was begun"
    assert packages_in([stick]) == ()
