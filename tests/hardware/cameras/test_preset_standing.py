"""Where a camera stands beside its presets, what is protected and in which order, and presets carried as a file."""

import io
import itertools
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from console.cameras.camera_facts import PresetTrial
from console.cameras.camera_wishes import (
    CameraWish,
    Delete,
    FocusByItself,
    Mark,
    Place,
    Recalibrate,
    Rehearse,
    Rename,
    Save,
    Stop,
)
from console.cameras.camera_words import PresetRole
from console.words import Reason
from hardware.cameras.kept_presets import KeptPreset, PresetEntry
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_file import BadPresets, entries_of, pack_presets, read_picture_in, read_presets
from hardware.cameras.preset_picture import look_alike
from hardware.simulator.cameras.ptz_head import Place as HeadPlace
from tests.hardware.cameras.stand import LEFT, RIGHT, Stand, stand, until

JPEG = b"\xff\xd8 a small picture \xff\xd9"


NUMBERS = itertools.count(1)


async def ask(made: Stand, wish: CameraWish) -> Reason | None:
    request_id = f"w{next(NUMBERS)}"
    made.port.ask(request_id, wish)
    return await made.ended(request_id)


async def test_a_head_that_somebody_else_moved_stands_at_no_preset_and_one_that_lost_steps_beside_it(
    tmp_path: Path,
) -> None:
    async with stand(tmp_path) as made:
        made.head.place = LEFT
        assert await ask(made, Save(preset="trái")) is None
        await until(lambda: made.port.facts().stands_at == ("trái",))
        made.head.place = HeadPlace(LEFT.pan + 60, LEFT.tilt, LEFT.zoom)
        assert await ask(made, Stop()) is None
        await until(lambda: made.port.facts().stands_at == () and made.port.facts().near == ("trái",))
        made.head.place = RIGHT
        assert await ask(made, Stop()) is None
        await until(lambda: made.port.facts().stands_at == () and made.port.facts().near == ())
        made.port.recall("back", "trái")
        assert made.port.facts().stands_at is None, "it moves"
        assert await made.ended("back") is None
        await until(lambda: made.port.facts().stands_at == ("trái",))


async def test_order_protection_and_roles_are_kept_and_hold(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        for name, role in (("a", None), ("b", PresetRole.WIDE), ("c", None)):
            assert await ask(made, Save(preset=name, role=role)) is None
        assert await ask(made, Place(preset="c", place=1)) is None
        assert await ask(made, Place(preset="a", place=99)) is None
        assert await ask(made, Mark(preset="c", protected=True, role=PresetRole.WIDE)) is None
        facts = made.port.facts()
        assert facts.presets == ("c", "b", "a")
        assert (facts.protected, facts.wide_preset) == (("c",), "c")
        for wish in (Save(preset="c", overwrite=True), Delete(preset="c"), Rename(preset="c", name="d")):
            assert await ask(made, wish) is Reason.PRESET_PROTECTED
        assert await ask(made, Place(preset="x", place=1)) is Reason.UNKNOWN_PRESET
    async with stand(tmp_path) as made:
        assert made.port.facts().presets == ("c", "b", "a")
        assert await ask(made, Mark(preset="c", protected=False)) is None
        assert await ask(made, Save(preset="c", overwrite=True)) is None


async def test_a_camera_that_cannot_says_so(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        for wish in (Recalibrate(), FocusByItself()):
            assert await ask(made, wish) in {None, Reason.CAMERA_CANNOT}


# ---------------------------------------------------------------- rehearsed


def view_of(pan: float) -> bytes:
    """Returns what a room's camera shows at a place: bright to one side of a line."""
    file = io.BytesIO()
    image = Image.new("L", (320, 180), 40)
    image.paste(220, (max(0, min(320, round(160 + pan / 4))), 0, 320, 180))
    image.convert("RGB").save(file, "JPEG")
    return file.getvalue()


async def test_a_rehearsal_goes_to_every_preset_compares_and_comes_back(tmp_path: Path) -> None:
    shown: list[Callable[[], bytes]] = []

    async def show() -> bytes | None:
        return shown[0]()

    async with stand(tmp_path, picture=show) as made:
        shown.append(lambda: view_of(made.head.place.pan))
        for name, place in (("trái", LEFT), ("phải", RIGHT)):
            made.head.place = place
            assert await ask(made, Save(preset=name)) is None
        await until(lambda: made.port.facts().stands_at == ("phải",))
        assert await ask(made, Rehearse()) is None
        assert made.port.facts().rehearsed == (
            PresetTrial(preset="trái", looks_alike=True),
            PresetTrial(preset="phải", looks_alike=True),
        )
        assert made.head.place.rounded() == RIGHT.rounded()
        shown[0] = lambda: view_of(-made.head.place.pan)  # somebody turned the camera's foot
        assert await ask(made, Rehearse()) is None
        assert [trial.looks_alike for trial in made.port.facts().rehearsed] == [False, False]


async def test_a_rehearsal_comes_back_to_a_place_that_is_no_preset(tmp_path: Path) -> None:
    between = HeadPlace(120, -40, 900)
    async with stand(tmp_path) as made:
        made.head.place = LEFT
        assert await ask(made, Save(preset="trái")) is None
        made.head.place = between
        await until(lambda: made.port.facts().stands_at == ())
        assert await ask(made, Rehearse()) is None
        assert made.head.place.rounded() == between.rounded()


async def test_a_rehearsal_ends_with_the_next_move(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        for name, place in (("trái", LEFT), ("phải", RIGHT)):
            made.head.place = place
            assert await ask(made, Save(preset=name)) is None
        made.port.ask("all", Rehearse())
        await until(lambda: made.head.moving)
        made.port.ask("twice", Rehearse())
        made.port.ask("stop", Stop())
        assert await made.ended("all") is Reason.SUPERSEDED
        assert await made.ended("twice") is Reason.CAMERA_BUSY
        assert await made.ended("stop") is None


def test_pictures_are_alike_in_other_light_and_nothing_is_no_picture() -> None:
    one = Image.new("L", (320, 180), 90)
    one.paste(160, (0, 0, 160, 180))
    brighter = one.point([min(255, value + 40) for value in range(256)])
    files: list[bytes] = []
    for image in (one, brighter):
        file = io.BytesIO()
        image.save(file, "JPEG")
        files.append(file.getvalue())
    assert look_alike(*files) is True
    assert look_alike(files[0], b"no picture") is None


# ---------------------------------------------------------------- as a file


def kept(folder: Path) -> PresetBook:
    book = PresetBook(folder, "main")
    name = book.write_picture("Bàn chủ tọa", 5, JPEG)
    preset = KeptPreset(
        name="Bàn chủ tọa", saved_ms=5, slot=3, position=(1, 2, 3), picture=name, role=PresetRole.CHAIR, protected=True
    )
    book.write((PresetEntry(present=preset), PresetEntry(present=KeptPreset(name="Cửa", saved_ms=6, slot=4))))
    return book


def test_presets_go_out_as_a_file_and_come_in_elsewhere_by_their_places(tmp_path: Path) -> None:
    book = kept(tmp_path / "one")
    octets = pack_presets("main", "Camera chính", book.entries, read_picture_in(tmp_path / "one" / "pictures"))
    assert b"passw" not in octets
    file = read_presets(octets)
    assert (file.camera, file.title) == ("main", "Camera chính")
    other = PresetBook(tmp_path / "two", "hall")
    first, second = (entry.present for entry in entries_of(file, other.write_picture))
    assert first is not None
    assert second is not None
    assert (first.position, first.slot, first.role, first.protected) == ((1, 2, 3), None, PresetRole.CHAIR, True)
    assert first.picture is not None
    assert (tmp_path / "two" / "pictures" / first.picture).read_bytes() == JPEG
    assert second.slot == 4, "without a place its memory is all there is"


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b'{"format": "camera-presets/2", "camera": "a", "presets": []}',
        b'{"format": "camera-presets/1", "camera": "a", "presets": [{"name": "x"}]}',
        b'{"camera": "a", "presets": [{"name": "x", "saved_ms": 1}, {"name": " X ", "saved_ms": 2}]}',
        b'{"camera": "a", "presets": [{"name": " ", "saved_ms": 1}]}',
        b'{"camera": "a", "presets": [], "host": "10.0.0.1"}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_wrong_is_refused_whole(octets: bytes) -> None:
    with pytest.raises(BadPresets):
        read_presets(octets)


def test_a_picture_that_is_none_is_left_out(tmp_path: Path) -> None:
    preset = KeptPreset(name="a", saved_ms=1, picture="../../evil.jpg")
    octets = msgspec.json.encode({"camera": "a", "presets": [preset], "pictures": {"../../evil.jpg": b"no picture"}})
    (entry,) = entries_of(read_presets(octets), PresetBook(tmp_path, "a").write_picture)
    assert entry.present is not None
    assert entry.present.picture is None
    assert list(tmp_path.rglob("*.jpg")) == []
