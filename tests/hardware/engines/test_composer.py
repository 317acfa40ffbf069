"""Whose picture is where: the composer on pictures of plain colours."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from console.content.content_port import CONTENT_SOURCE
from console.engine_port import SetProgram
from console.words import Layout
from hardware.engines.embedded.captions import PLATE_COLOUR, RECORDING_COLOUR, SLATE_COLOUR, Captions
from hardware.engines.embedded.composer import Composer, SourcePicture
from hardware.engines.embedded.scene import PROGRAM_HEIGHT, PROGRAM_WIDTH, Scene, program_scene
from hardware.engines.embedded.yuv import Scaler, fitted, planes_of, yuv_of

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 200, 30), (30, 30, 200), (120, 120, 120)


@pytest.fixture(scope="module")
def captions() -> Captions:
    return Captions(FONTS)


@pytest.fixture
def composer(captions: Captions) -> Composer:
    return Composer(PROGRAM_WIDTH, PROGRAM_HEIGHT, captions)


def plain(colour: tuple[int, int, int], width: int = 1280, height: int = 720) -> av.VideoFrame:
    frame = av.VideoFrame(width, height, "yuv420p")
    planes_of(frame).fill(colour, 0, 0, width, height)
    return frame


def source(colour: tuple[int, int, int], at: float = 0.0, number: int = 1, **size: int) -> SourcePicture:
    return SourcePicture(plain(colour, **size), at, number)


def pixel(composer: Composer, x: int, y: int) -> tuple[int, ...]:
    planes = planes_of(composer.frame)
    return int(planes.luma[y, x]), int(planes.blue[y // 2, x // 2]), int(planes.red[y // 2, x // 2])


def near(found: tuple[int, ...], colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(found, yuv_of(colour), strict=True))


def scene(layout: Layout, *slots: str, **texts: Any) -> Scene:
    return program_scene(SetProgram(epoch=1, layout=layout, slots=slots, **texts))


def test_every_cell_shows_its_own_site(composer: Composer) -> None:
    wanted = scene(Layout.GRID_2X2, "a", "b", "c", "d")
    colours = {"a": RED, "b": GREEN, "c": BLUE, "d": GREY}
    pictures = {site: source(colour, width=320, height=180) for site, colour in colours.items()}
    assert composer.compose(wanted, pictures, 0.1, 0)
    for cell in wanted.cells:
        assert near(pixel(composer, cell.x + cell.width // 2, cell.y + cell.height // 2), colours[cell.site])
        assert near(pixel(composer, cell.x + 2, cell.y + 2), colours[cell.site])


def test_a_still_picture_is_painted_once(composer: Composer) -> None:
    wanted, pictures = scene(Layout.PODIUM, "a"), {"a": source(RED)}
    assert composer.compose(wanted, pictures, 0.1, 0)
    assert not composer.compose(wanted, pictures, 0.2, 0)
    assert composer.compose(wanted, {"a": source(RED, number=2)}, 0.3, 0)


def test_the_decoder_keeps_its_picture_untouched(composer: Composer) -> None:
    picture = source(RED)
    before = planes_of(picture.frame).luma.copy()
    composer.compose(scene(Layout.PODIUM, "a", name_text="Xã Ea Kao"), {"a": picture}, 0.1, 0)
    assert np.array_equal(planes_of(picture.frame).luma, before)


def test_a_silent_source_becomes_a_slate_and_never_a_frozen_picture(composer: Composer) -> None:
    wanted, pictures = scene(Layout.PODIUM, "a", slate_text="Mất tín hiệu"), {"a": source(RED)}
    composer.compose(wanted, pictures, 0.9, 0)
    assert near(pixel(composer, 640, 100), RED)
    assert composer.compose(wanted, pictures, 1.1, 0)
    assert near(pixel(composer, 640, 100), SLATE_COLOUR)
    composer.compose(wanted, {"a": source(GREEN, 2.0, number=2)}, 2.1, 0)
    assert near(pixel(composer, 640, 100), GREEN)


def test_a_narrow_picture_keeps_its_proportions(composer: Composer) -> None:
    wanted = scene(Layout.PODIUM, "a")
    composer.compose(wanted, {"a": source(RED)}, 0.0, 0)
    composer.compose(wanted, {"a": source(GREEN, number=2, width=640, height=480)}, 0.0, 0)
    assert near(pixel(composer, 640, 360), GREEN)
    assert not near(pixel(composer, 20, 360), RED)
    assert not near(pixel(composer, 20, 360), GREEN)


def test_name_and_timer_lie_over_the_picture_and_leave_with_their_text(composer: Composer) -> None:
    named = scene(Layout.PODIUM, "a", name_text="Xã Ea Kao", speech_started_wall_ms=0, speech_limit_seconds=60)
    pictures = {"a": source(RED)}
    composer.compose(named, pictures, 0.1, 5_000)
    y = 720 - 96 + 4
    assert near(pixel(composer, 64, y), PLATE_COLOUR)
    assert not composer.compose(named, pictures, 0.2, 5_900)
    assert composer.compose(named, pictures, 0.3, 6_000)
    assert composer.compose(scene(Layout.PODIUM, "a"), pictures, 0.4, 6_100)
    assert near(pixel(composer, 64, y), RED)


@pytest.mark.parametrize("content", [False, True])
def test_the_mark_of_a_recording_stands_in_the_corner_and_leaves_with_it(composer: Composer, *, content: bool) -> None:
    pictures = {"a": source(GREEN), CONTENT_SOURCE: source(GREEN)}
    recorded = scene(Layout.PODIUM, "a", recorded=True, content=content)
    composer.compose(recorded, pictures, 0.1, 0)
    assert near(pixel(composer, PROGRAM_WIDTH - 34, 34), RECORDING_COLOUR)
    assert not composer.compose(recorded, pictures, 0.2, 0), "it costs nothing while the picture stands still"
    assert composer.compose(scene(Layout.PODIUM, "a", content=content), pictures, 0.3, 0)
    assert near(pixel(composer, PROGRAM_WIDTH - 34, 34), GREEN)


@pytest.mark.parametrize(
    ("source_size", "room", "expected"),
    [
        ((1280, 720), (638, 358), (638, 358)),
        ((640, 480), (1280, 720), (960, 720)),
        ((720, 1280), (1280, 720), (404, 720)),
        ((320, 180), (424, 236), (424, 236)),
    ],
)
def test_fitting(source_size: tuple[int, int], room: tuple[int, int], expected: tuple[int, int]) -> None:
    assert fitted(*source_size, *room) == expected


def test_scaling_keeps_the_picture_that_already_fits() -> None:
    frame = plain(RED)
    assert Scaler().scale(frame, 1280, 720, "yuv420p") is frame
