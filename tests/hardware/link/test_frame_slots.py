"""Pictures in shared memory: whole or not at all, whoever dies."""

import contextlib
import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from hardware.link import mapped_files
from hardware.link.frame_slots import FrameReader, FrameWriter, Picture
from hardware.link.frames_folder import FramesFolder
from hardware.link.mapped_files import NoRoomForPictures, stem_of

HERE = Path(__file__).parent


def picture_of(colour: int, width: int = 4, height: int = 3) -> bytes:
    return bytes([colour]) * (4 * width * height)


def write(writer: FrameWriter, key: str, colour: int, *, number: int = 1, width: int = 4, height: int = 3) -> int:
    return writer.write(key, picture_of(colour, width, height), width, height, 4 * width, 1000 + number, number)


def wait_for(look: Callable[[], Picture | None], seconds: float = 10.0) -> Picture:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if (found := look()) is not None:
            return found
        time.sleep(0.005)
    raise AssertionError("no picture came")


@contextlib.contextmanager
def process(script: str, *arguments: object) -> Generator[subprocess.Popen[str]]:
    running = subprocess.Popen(
        [sys.executable, str(HERE / script), *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def test_a_picture_arrives_as_it_was_written(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    sequence = writer.write("tile/s014", bytes(range(48)), 4, 3, 16, 123_456, 7)
    picture = reader.latest("tile/s014")
    assert picture is not None
    assert bytes(picture.pixels) == bytes(range(48))
    assert (picture.width, picture.height, picture.stride) == (4, 3, 16)
    assert (picture.captured_monotonic_ms, picture.frame_number, picture.sequence) == (123_456, 7, sequence)
    assert picture.still_valid()
    assert reader.latest("tile/s014", picture.sequence) is None


def test_a_picture_holds_for_two_further_writes_and_not_for_three(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    write(writer, "program", 1)
    picture = reader.latest("program")
    assert picture is not None
    for colour in (2, 3):
        write(writer, "program", colour)
        assert bytes(picture.pixels) == picture_of(1)
        assert picture.still_valid()
    write(writer, "program", 4)
    assert not picture.still_valid()


def test_changed_names_what_is_newer_than_what_was_taken(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    write(writer, "tile/a", 1)
    write(writer, "tile/b", 1)
    assert reader.changed(["tile/a", "tile/b", "tile/c"]) == ["tile/a", "tile/b"]
    reader.latest("tile/a")
    assert reader.changed(["tile/a", "tile/b"]) == ["tile/b"]
    write(writer, "tile/a", 2)
    assert reader.changed(["tile/a"]) == ["tile/a"]


def test_a_slot_grows_with_its_picture(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    first = write(writer, "on_deck", 1)
    old = reader.latest("on_deck")
    second = write(writer, "on_deck", 2, width=400, height=300)
    picture = reader.latest("on_deck", first)
    assert second > first
    assert picture is not None
    assert bytes(picture.pixels) == picture_of(2, 400, 300)
    assert old is not None
    assert bytes(old.pixels) == picture_of(1)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_dropped_slot_shows_nothing_until_it_is_written_again(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    write(writer, "tile/a", 1)
    assert reader.latest("tile/a") is not None
    writer.drop("tile/a")
    assert reader.latest("tile/a") is None
    assert not list(tmp_path.iterdir())
    write(writer, "tile/a", 2)
    assert bytes(wait_for(lambda: reader.latest("tile/a")).pixels) == picture_of(2)


@pytest.mark.parametrize(
    ("width", "height", "stride", "octets"), [(0, 3, 16, 48), (4, 3, 12, 48), (4, 3, 16, 47), (4, -1, 16, 48)]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, width: int, height: int, stride: int, octets: int) -> None:
    with pytest.raises(ValueError, match="are no picture"):
        FrameWriter(tmp_path).write("program", bytes(octets), width, height, stride, 0, 0)


def test_keys_become_distinct_safe_names() -> None:
    keys = ["tile/s014", "tile/S014", "tile_s014", "tile/../s014", "con", "ô"]
    stems = [stem_of(key) for key in keys]
    assert len({stem.lower() for stem in stems}) == len(keys)
    assert all(stem.isascii() and "/" not in stem and "." not in stem for stem in stems)


@pytest.mark.parametrize("size", [(16, 9), (320, 180), (1280, 720)])
def test_no_mixed_picture_is_ever_seen_under_a_hammering_writer(tmp_path: Path, size: tuple[int, int]) -> None:
    reader, sequence, whole, overtaken = FrameReader(tmp_path), 0, 0, 0
    with process("hammering_writer.py", tmp_path, "program", *size):
        wait_for(lambda: reader.latest("program"))
        deadline = time.monotonic() + 1.5
        while time.monotonic() < deadline:
            picture = reader.latest("program", sequence)
            if picture is None:
                continue
            assert picture.sequence > sequence
            sequence = picture.sequence
            seen = bytes(picture.pixels)
            if not picture.still_valid():
                overtaken += 1
                continue
            whole += 1
            assert (picture.width, picture.height) == size
            assert seen == bytes([picture.frame_number % 251]) * (4 * size[0] * size[1])
    assert whole > 50, f"{overtaken} were overtaken"


def test_a_killed_writer_leaves_its_last_picture_and_a_new_one_takes_over(tmp_path: Path) -> None:
    reader = FrameReader(tmp_path)
    with process("hammering_writer.py", tmp_path, "tile/s001", 64, 36):
        first = wait_for(lambda: reader.latest("tile/s001"))
    last = wait_for(lambda: reader.latest("tile/s001"))
    assert bytes(last.pixels) == picture_of(last.frame_number % 251, 64, 36)
    sequence = write(FrameWriter(tmp_path), "tile/s001", 9, number=1, width=64, height=36)
    after = wait_for(lambda: reader.latest("tile/s001", last.sequence))
    assert after.sequence == sequence > last.sequence >= first.sequence
    assert bytes(after.pixels) == picture_of(9, 64, 36)


def test_a_killed_reader_takes_nothing_away(tmp_path: Path) -> None:
    writer, reader = FrameWriter(tmp_path), FrameReader(tmp_path)
    write(writer, "program", 1)
    with process("looking_reader.py", tmp_path, "program") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "looking\n"
    write(writer, "program", 2, number=2)
    picture = reader.latest("program")
    assert picture is not None
    assert picture.frame_number == 2
    assert bytes(picture.pixels) == picture_of(2)


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="the system cannot reserve memory")
def test_full_memory_is_one_sentence_not_a_signal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, offset: int, length: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(mapped_files.os, "posix_fallocate", full)
    with pytest.raises(NoRoomForPictures, match="no room for"):
        write(FrameWriter(tmp_path), "program", 1)
    assert not list(tmp_path.iterdir())


def test_the_next_bridge_removes_what_a_killed_one_left_and_only_that(tmp_path: Path) -> None:
    living = FramesFolder(tmp_path)
    dead = living.path.with_name(living.path.name + "-dead")
    dead.mkdir()
    (dead / "owner.lock").touch()
    following = FramesFolder(tmp_path)
    try:
        assert living.path.is_dir()
        assert not dead.exists()
        assert following.path != living.path
    finally:
        following.close()
        living.close()
    assert not living.path.exists()
