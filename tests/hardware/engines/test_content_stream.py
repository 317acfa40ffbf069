"""Content as a stream of its own: coded once, readable at who takes it, and in the program for everybody else."""

from pathlib import Path
from typing import cast

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from console.content.content_port import ContentSource, SetContent, SetContentTakers
from console.engine_port import SetProgram
from console.words import Layout
from tests.hardware.engines.conftest import ROOT, EmbeddedRoom
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite, energy_db
from tests.hardware.engines.test_content import DARK_LUMA, FILM_LUMA, HERTZ, content_room, write_film
from tests.hardware.engines.test_recording import LIP_SYNC_SECONDS, turns

SITE_LUMA = 90
CELL, COLUMNS, ROWS = 6, 128, 80
"""A printed code in cells of about a letter's strokes in slides that fill a screen."""
LEFT, TOP = 480, 300
PAPER = 235
BETWEEN = (FILM_LUMA + DARK_LUMA) / 2


def code() -> NDArray[np.bool_]:
    return np.random.default_rng(6).integers(0, 2, (ROWS, COLUMNS)).astype(bool)


def slide() -> NDArray[np.uint8]:
    """Returns a slide of 1920x1080: light paper with the code and lines as thin as a font's."""
    paper = np.full((1080, 1920), PAPER, np.uint8)
    printed = np.repeat(np.repeat(np.where(code(), 20, PAPER).astype(np.uint8), CELL, axis=0), CELL, axis=1)
    paper[TOP : TOP + ROWS * CELL, LEFT : LEFT + COLUMNS * CELL] = printed
    paper[120:200:8, 200:1700] = 20
    return paper


def slide_frame() -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.stack([slide()] * 3, axis=2), format="rgb24")


def write_slide(path: Path) -> None:
    frame = slide_frame()
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 1920, 1080, "rgb24"
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def luma(frame: av.VideoFrame) -> NDArray[np.uint8]:
    planes = cast("NDArray[np.uint8]", frame.reformat(format="yuv420p").to_ndarray())
    return planes[: frame.height]


def read_code(frame: av.VideoFrame) -> NDArray[np.bool_]:
    cells = luma(frame)[TOP : TOP + ROWS * CELL, LEFT : LEFT + COLUMNS * CELL].reshape(ROWS, CELL, COLUMNS, CELL)
    return cells.mean(axis=(1, 3)) < 128


def readable(site: SmallSite) -> bool:
    """Tells whether every cell of the code can be read in the content that has come to a site."""
    return site.content is not None and bool((read_code(site.content) == code()).all())


def psnr_db(frame: av.VideoFrame) -> float:
    error = luma(frame).astype(np.float64) - luma(slide_frame())
    return float(20 * np.log10(255 / max(1e-6, np.sqrt((error**2).mean()))))


def show(room: EmbeddedRoom, path: Path, *, layout: Layout = Layout.MAIN_ENDPOINT) -> None:
    room.engine.submit(SetContent(source=ContentSource(number=1, path=str(path))))
    room.engine.submit(SetProgram(epoch=1, layout=layout, slots=("s001",), content=True))


async def test_slides_are_readable_beside_the_program_and_within_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    write_slide(tmp_path / "slide.png")
    async with content_room(tmp_path, workers=2) as room:
        _, plain = room.sites
        taker = SmallSite("s002", takes_content=True)
        late = SmallSite("s003", takes_content=True)
        old = SmallSite("s004")
        elsewhere = SmallSite("s005", takes_content=True)
        await room.join(taker, old)
        room.engine.submit(SetContentTakers(sites=("s002", "s003", "s004", "s005")))
        show(room, tmp_path / "slide.png")
        await until(lambda: readable(taker), 10.0, "the code")
        await until(lambda: taker.content is not None and psnr_db(taker.content) > 36, 10.0, "a clean slide")
        assert taker.content is not None
        assert (taker.content.width, taker.content.height) == (1920, 1080)
        # Beside the content the site sees who would be shown without it; who takes none sees it in the program.
        await until(lambda: abs((taker.shown_luma() or 0) - SITE_LUMA) < 6, 8.0, "the speaker beside the content")
        for each in (plain, old):
            await until(lambda each=each: (each.shown_luma(0.5, 0.05) or 0) > 200, 8.0, "the paper in the program")
        assert not old.content_units, "no program that has not agreed on it gets a second picture"
        await room.join(late, elsewhere)
        for each in (late, elsewhere):
            await until(lambda each=each: readable(each), 10.0, "one who is late")
        room.engine.submit(SetContentTakers(sites=()))
        await until(lambda: (taker.shown_luma(0.5, 0.05) or 0) > 200, 8.0, "the program with its content again")
        # Coded once for all of them.
        sent = {unit.data for unit in taker.content_units}
        assert {unit.data for unit in late.content_units[:-10]} <= sent


async def test_a_film_keeps_step_with_its_sound_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    write_film(tmp_path / "film.mp4", 6.0)
    async with content_room(tmp_path) as room:
        taker = SmallSite("s002", takes_content=True)
        await room.join(taker)
        room.engine.submit(SetContentTakers(sites=("s002",)))
        show(room, tmp_path / "film.mp4")
        await until(lambda: len(turns(taker.content_course, BETWEEN)) >= 4, 15.0, "bright and dark seconds")
        await until(lambda: taker.hears(HERTZ) > -25 or taker.hears(HERTZ) < -50, 4.0, "its sound")
        tones = [(at, energy_db(sound, HERTZ)) for at, sound in taker.heard]
        # A busy machine may delay a mark, or break a tone, never all of them.
        apart = [min(abs(tone - mark) for tone in turns(tones, -30.0)) for mark in turns(taker.content_course, BETWEEN)]
        assert min(apart) <= LIP_SYNC_SECONDS
        assert taker.content is not None
        assert (taker.content.width, taker.content.height) == (1280, 720)
