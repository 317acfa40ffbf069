"""Content: a film is seen and heard by everybody, in its own time, and leaves when it is over."""

import contextlib
import sys
from collections.abc import AsyncIterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from console.content.content_port import ContentFault, ContentOver, ContentSource, SetContent
from console.engine_port import ProgramApplied, SetProgram
from console.recordings.recorder_port import RecordingEnded, RecordingSeen, SetRecording
from console.words import MAIN_SITE, Layout
from hardware.content.content_reading import ContentPicture, ContentSound, in_order, pieces_of
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from tests.hardware.engines.conftest import FONTS, ROOT, EmbeddedRoom, worker_command
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite
from tests.hardware.engines.test_recording import FILE, RECORDER, brightness, in_step, loudness, turns

PLAYER = "import sys; from hardware.engines.embedded.content.player import run; sys.exit(run())"
FILM_LUMA, DARK_LUMA, SITE_LUMA, HERTZ, LOW_HERTZ = 180, 60, 90, 1000, 400


def write_film(path: Path, seconds: float, width: int = 640, height: int = 480) -> None:
    """Writes a film that is bright with one tone and dark with another, each for a second: together, as its marks."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=44_100, layout="stereo")
        for number in range(round(seconds * 25)):
            planes = np.full((height * 3 // 2, width), 128, np.uint8)
            planes[:height] = FILM_LUMA if number // 25 % 2 else DARK_LUMA
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            container.mux(video.encode(frame))
        for number in range(round(seconds * 44_100 / 1024)):
            samples = np.arange(1024) + number * 1024
            hertz = np.where(samples // 44_100 % 2, HERTZ, LOW_HERTZ)
            wave = (0.3 * np.sin(2 * np.pi * hertz * samples / 44_100)).astype(np.float32)
            sound = av.AudioFrame.from_ndarray(np.stack([wave, wave]), format="fltp", layout="stereo")
            sound.sample_rate, sound.pts, sound.time_base = 44_100, number * 1024, Fraction(1, 44_100)
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))


def test_sound_and_pictures_that_a_file_holds_apart_come_in_their_order() -> None:
    moments = [0.0, 0.5, 0.04, 0.52, 0.08, 1.6, 1.2]
    pieces = [ContentSound(at, np.zeros(960, np.int16)) for at in moments]
    assert [piece.seconds for piece in in_order(pieces)] == sorted(moments)


@contextlib.asynccontextmanager
async def content_room(folder: Path, workers: int = 1) -> AsyncIterator[EmbeddedRoom]:
    settings = EngineSettings(
        worker_command=worker_command(folder),
        font_folder=FONTS,
        workers=workers,
        content_command=[sys.executable, "-c", PLAYER],
        recorder_command=[sys.executable, "-c", RECORDER],
        recordings_folder=folder / "recordings",
    )
    engine = EmbeddedEngine(settings)
    room = EmbeddedRoom(engine, folder=folder)
    try:
        await engine.start()
        await room.up()
        await room.join(SmallSite(MAIN_SITE), SmallSite("s001", luma=SITE_LUMA, width=1280, height=720))
        await room.gates()
        yield room
    finally:
        await room.stop()
        await engine.close()


def test_a_film_becomes_pictures_of_the_programs_size_and_frames_of_its_mix(tmp_path: Path) -> None:
    write_film(tmp_path / "film.mp4", 2.0)
    pieces = list(pieces_of(str(tmp_path / "film.mp4")))
    pictures = [piece for piece in pieces if isinstance(piece, ContentPicture)]
    sounds = [piece for piece in pieces if isinstance(piece, ContentSound)]
    assert (len(pictures), pictures[0].frame.width, pictures[0].frame.height) == (50, 1280, 720)
    grey = pictures[30].frame.to_ndarray()[:720]
    assert (int(grey[300, 640]), int(grey[300, 20])) == (pytest.approx(FILM_LUMA, abs=3), 16)
    assert len(sounds) >= 48
    assert all(len(piece.sound) == 960 for piece in sounds)
    assert sounds[10].seconds == pytest.approx(0.2, abs=0.03)


async def test_a_film_is_seen_heard_and_recorded_in_step_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    write_film(tmp_path / "film.mp4", 5.0)
    async with content_room(tmp_path) as room:
        main, site = room.sites
        room.engine.submit(SetProgram(epoch=0, layout=Layout.MAIN_ENDPOINT, slots=(MAIN_SITE,)))
        room.engine.submit(SetRecording(file=FILE))
        await room.report(RecordingSeen, lambda seen: seen.length_ms > 300, seconds=20.0)
        source = ContentSource(number=1, path=str(tmp_path / "film.mp4"))
        room.engine.submit(SetContent(source=source))
        room.engine.submit(SetProgram(epoch=1, layout=Layout.MAIN_ENDPOINT, slots=(MAIN_SITE,), content=True))
        applied = await room.report(ProgramApplied, lambda report: report.epoch == 1)
        assert applied.shown == (MAIN_SITE,)
        for each in (main, site):
            await until(lambda each=each: abs((each.shown_luma() or 0) - FILM_LUMA) < 6, 8.0, "the film")
            await until(lambda each=each: each.hears(HERTZ) > -25, 4.0, "its sound")
        over = await room.report(ContentOver, seconds=10.0)
        assert (over.number, over.fault) == (1, ContentFault.OVER)
        await until(lambda: site.hears(HERTZ) < -50, 4.0, "silence")
        room.engine.submit(SetRecording(file=None))
        await room.report(RecordingEnded)
    path = tmp_path / "recordings" / FILE
    pictures, sounds = turns(brightness(path), (FILM_LUMA + DARK_LUMA) / 2), turns(loudness(path, HERTZ), -30.0)
    # In the middle of the film: its beginning and end are cuts of the program too.
    assert len(pictures) >= 4
    assert in_step(pictures[1:-1], sounds)


async def test_a_film_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "film.mp4").write_text("no film")
    async with content_room(tmp_path) as room:
        room.engine.submit(SetContent(source=ContentSource(number=3, path=str(tmp_path / "film.mp4"))))
        over = await room.report(ContentOver, seconds=10.0)
        assert (over.number, over.fault) == (3, ContentFault.UNREADABLE)
        assert over.text
