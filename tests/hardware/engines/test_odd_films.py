"""Films as offices really have them: turned, stretched, joined, damaged, named by play lists, in old code pages."""

import struct
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.error import FFmpegError

from hardware.content.content_reading import ContentPicture, ContentSound, pieces_of
from hardware.rtc.video_codec import FILM

BRIGHT, DARK = 200, 40
UNTURNED = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
UPSIDE_DOWN = struct.pack(">9i", -0x10000, 0, 0, 0, -0x10000, 0, 0, 0, 0x40000000)
CLOCKWISE = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
"""Matrices of a track header (ISO/IEC 14496-12, 8.3.2)."""


def write_film(
    path: Path,
    seconds: float = 1.0,
    *,
    codecs: tuple[str, str] = ("libx264", "aac"),
    size: tuple[int, int] = (320, 180),
    pixels: str = "yuv420p",
    aspect: Fraction | None = None,
    rate: int = 25,
    silent: Sequence[float] = (),
    tags: dict[str, str] | None = None,
) -> None:
    """Writes a film whose left half is bright and whose right half is dark; `silent` are seconds without sound."""
    width, height = size
    with av.open(str(path), "w") as container:
        container.metadata.update(tags or {})
        video: Any = container.add_stream(codecs[0], rate=rate)
        video.width, video.height, video.pix_fmt, video.gop_size = width, height, pixels, 10
        if aspect is not None:
            video.codec_context.sample_aspect_ratio = aspect
        audio: Any = container.add_stream(codecs[1], rate=48_000, layout="mono") if codecs[1] else None
        planes = np.full((height * 3 // 2, width), 128, np.uint8)
        planes[:height, : width // 2], planes[:height, width // 2 :] = BRIGHT, DARK
        for number in range(round(seconds * rate)):
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p").reformat(format=pixels)
            frame.pts, frame.time_base = number, Fraction(1, rate)
            container.mux(video.encode(frame))
        block = 1152 if codecs[1] in ("mp2", "libmp3lame") else 1024
        for number in range(round(seconds * 48_000 / block) if audio else 0):
            if any(at <= number * block / 48_000 < at + 1 for at in silent):
                continue
            wave = (0.3 * np.sin(2 * np.pi * 440 * (np.arange(block) + number * block) / 48_000)).astype(np.float32)
            sound = av.AudioFrame.from_ndarray(wave.reshape(1, -1), format="fltp", layout="mono")
            sound.sample_rate, sound.pts, sound.time_base = 48_000, number * block, Fraction(1, 48_000)
            container.mux(audio.encode(_in_format(sound, audio)))
        for stream in (video, audio):
            if stream is not None:
                container.mux(stream.encode(None))


def _in_format(sound: av.AudioFrame, audio: Any) -> av.AudioFrame:
    wanted = audio.codec_context.format.name
    if wanted == "fltp":
        return sound
    out = av.AudioResampler(wanted, "mono", 48_000).resample(sound)[0]
    out.pts, out.time_base = sound.pts, sound.time_base
    return out


def pictures(path: Path) -> list[ContentPicture]:
    return [piece for piece in pieces_of(str(path)) if isinstance(piece, ContentPicture)]


def sounds(path: Path) -> list[ContentSound]:
    return [piece for piece in pieces_of(str(path)) if isinstance(piece, ContentSound)]


def luma(picture: ContentPicture, x: float, y: float) -> int:
    """Returns the brightness at a place given in parts of the picture."""
    frame = picture.frame
    rows = frame.to_ndarray()[: frame.height]
    return int(rows[int(y * frame.height), int(x * frame.width)])


@pytest.mark.parametrize(
    ("name", "codecs", "pixels"),
    [
        ("a.mp4", ("libx264", "aac"), "yuv420p"),
        ("a.mkv", ("libx265", "flac"), "yuv420p10le"),
        ("a.avi", ("mpeg4", "libmp3lame"), "yuv420p"),
        ("a.ts", ("mpeg2video", "mp2"), "yuv420p"),
        ("a.mov", ("libx264", ""), "yuv444p"),
    ],
)
def test_films_of_every_common_kind_play_to_their_end(
    tmp_path: Path, name: str, codecs: tuple[str, str], pixels: str
) -> None:
    write_film(tmp_path / name, 1.0, codecs=codecs, pixels=pixels)

    seen = pictures(tmp_path / name)
    assert 23 <= len(seen) <= 25
    assert {(picture.frame.width, picture.frame.height) for picture in seen} == {(FILM.width, FILM.height)}
    assert luma(seen[-1], 0.25, 0.5) > 180
    assert luma(seen[-1], 0.75, 0.5) < 60
    if codecs[1]:
        assert 0.9 <= len(sounds(tmp_path / name)) * 0.02 <= 1.1


@pytest.mark.parametrize(
    ("matrix", "bright", "dark"),
    [(UPSIDE_DOWN, (0.75, 0.5), (0.25, 0.5)), (CLOCKWISE, (0.5, 0.2), (0.5, 0.8))],
)
def test_what_a_telephone_filmed_upright_is_shown_upright(
    tmp_path: Path, matrix: bytes, bright: tuple[float, float], dark: tuple[float, float]
) -> None:
    film = tmp_path / "phone.mp4"
    write_film(film, 0.4, codecs=("libx264", ""))
    octets = film.read_bytes()
    assert UNTURNED in octets[octets.index(b"tkhd") :]
    at = octets.index(UNTURNED, octets.index(b"tkhd"))
    film.write_bytes(octets[:at] + matrix + octets[at + len(matrix) :])

    shown = pictures(film)[0]
    assert luma(shown, *bright) > 180
    assert luma(shown, *dark) < 60


def test_pixels_that_are_not_square_are_shown_as_wide_as_they_were_meant(tmp_path: Path) -> None:
    write_film(tmp_path / "dv.mp4", 0.4, codecs=("libx264", ""), size=(720, 576), aspect=Fraction(64, 45))

    shown = pictures(tmp_path / "dv.mp4")[0]  # 720 x 64/45 to 576 is 16:9: no bar is left
    assert luma(shown, 0.01, 0.5) > 180
    assert luma(shown, 0.25, 0.01) > 180


def test_a_film_that_is_damaged_in_the_middle_is_played_to_its_end(tmp_path: Path) -> None:
    film = tmp_path / "stick.ts"
    write_film(film, 4.0, codecs=("mpeg2video", "mp2"))
    octets = bytearray(film.read_bytes())
    middle = len(octets) // 2
    octets[middle : middle + 2000] = np.random.default_rng(7).bytes(2000)
    film.write_bytes(octets)

    seen = pictures(film)
    assert seen[-1].seconds > 3.8
    assert len(seen) > 80


def test_a_film_that_was_cut_off_is_played_as_far_as_it_goes(tmp_path: Path) -> None:
    film = tmp_path / "cut.mkv"
    write_film(film, 4.0)
    film.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    assert len(pictures(film)) > 20


def test_recordings_that_were_joined_play_on_though_their_clocks_begin_anew(tmp_path: Path) -> None:
    parts = [tmp_path / "one.ts", tmp_path / "two.ts"]
    for part in parts:
        write_film(part, 2.0, codecs=("mpeg2video", "mp2"))
    joined = tmp_path / "joined.ts"
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))

    seconds = [picture.seconds for picture in pictures(joined)]
    assert len(seconds) > 90
    assert max(later - earlier for earlier, later in pairwise(seconds)) < 0.5
    assert 3.5 < seconds[-1] < 4.6


def test_a_hole_in_the_sound_does_not_move_what_comes_behind_it(tmp_path: Path) -> None:
    write_film(tmp_path / "hole.mkv", 4.0, codecs=("libx264", "flac"), silent=(1.0,))

    moments = [sound.seconds for sound in sounds(tmp_path / "hole.mkv")]
    assert 0.8 < max(later - earlier for earlier, later in pairwise(moments)) < 1.2
    assert 3.9 < moments[-1] < 4.1


def test_more_pictures_than_are_sent_are_thinned_out_and_odd_sizes_fitted(tmp_path: Path) -> None:
    write_film(tmp_path / "fast.mkv", 1.0, codecs=("libx264", ""), size=(854, 482), rate=100)
    assert 20 <= len(pictures(tmp_path / "fast.mkv")) <= 28


def test_tags_in_an_old_code_page_do_not_keep_a_film_from_being_shown(tmp_path: Path) -> None:
    film = tmp_path / "cu.avi"
    write_film(film, 0.4, codecs=("mpeg4", "libmp3lame"), tags={"title": "HOI NGHI XX"})
    octets = film.read_bytes()
    assert b"HOI NGHI XX" in octets
    film.write_bytes(octets.replace(b"HOI NGHI XX", b"H\xe9I NGH\xdc \xff\xfe"))
    assert pictures(film)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:9/a.ts\n"),
        ("near.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/hostname\n"),
        ("list.ffconcat", "ffconcat version 1.0\nfile http://127.0.0.1:9/a.mp4\n"),
        ("text.mp4", "đây không phải phim"),
        ("empty.mp4", ""),
    ],
)
def test_what_only_names_other_addresses_or_is_no_film_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises((OSError, FFmpegError, ValueError)):
        next(iter(pieces_of(str(tmp_path / name))))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.mp4", "tcp://127.0.0.1:9", "concat:/etc/hostname"])
def test_an_address_is_no_film(address: str) -> None:
    with pytest.raises((OSError, FFmpegError, ValueError)):
        next(iter(pieces_of(address)))


def test_a_picture_stays_as_long_as_it_is_wanted(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "chart.png"), "w", format="image2", options={"update": "1"}) as container:
        stream: Any = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 800, 600, "rgb24"
        picture = av.VideoFrame.from_ndarray(np.full((600, 800, 3), 200, np.uint8), format="rgb24")
        container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    pieces = pieces_of(str(tmp_path / "chart.png"))
    assert [round(next(pieces).seconds, 1) for _ in range(4)] == [0.0, 0.2, 0.4, 0.6]
