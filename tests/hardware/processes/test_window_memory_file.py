"""What the window remembers comes back, whatever happened to its file."""

from pathlib import Path

import pytest

from console.window_memory import ScreenChoice, ScreenMark, ScreenUse, WindowMemory
from hardware.processes.window.window_memory_file import FILE_NAME, WindowMemoryFile

HALL = ScreenChoice(
    screen=ScreenMark(name="HDMI-1", maker="Casper", model="CL-40", serial="3141", width=1920, height=1080),
    use=ScreenUse.PROGRAM,
)


def test_what_was_remembered_comes_back(tmp_path: Path) -> None:
    assert WindowMemoryFile(tmp_path).memory == WindowMemory()
    WindowMemoryFile(tmp_path).remember(WindowMemory(screens=(HALL,), language="en", size=(1600, 900)))
    again = WindowMemoryFile(tmp_path)
    assert again.memory == WindowMemory(screens=(HALL,), language="en", size=(1600, 900))
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("octets", [b"", b"{", b"[]", b"\xff\xfe", b'{"screens": 7}', b"[" * 60_000])
def test_a_damaged_memory_is_an_empty_one_and_is_written_anew(tmp_path: Path, octets: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(octets)
    kept = WindowMemoryFile(tmp_path)
    assert kept.memory == WindowMemory()
    kept.remember(WindowMemory(screens=(HALL,)))
    assert WindowMemoryFile(tmp_path).memory.screens == (HALL,)


def test_fields_of_a_later_program_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"language": "en", "later": {"x": 1}}', encoding="utf-8")
    assert WindowMemoryFile(tmp_path).memory == WindowMemory(language="en")


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_memory(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = tmp_path / "gone"
    kept = WindowMemoryFile(gone)
    kept.remember(WindowMemory(screens=(HALL,)))
    assert kept.memory.screens == (HALL,)
    assert FILE_NAME in caplog.text
