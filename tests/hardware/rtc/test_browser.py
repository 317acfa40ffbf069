"""A stack that nobody here wrote: headless Chromium as a bare WHIP client, both codecs, sending and receiving."""

import asyncio
import contextlib
import os
import shutil
import signal
import time
from collections.abc import AsyncGenerator
from pathlib import Path

import numpy as np
import pytest

from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, level_dbov
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, packetise
from hardware.rtc.video_codec import PictureFormat, VideoDecoder, make_encoder
from tests.hardware.rtc.sides import CERTIFICATE, Side, picture, until
from tests.hardware.rtc.whip_page import WhipServer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.timeout(120),
]


@contextlib.asynccontextmanager
async def browser(folder: Path, url: str) -> AsyncGenerator[None]:
    assert CHROMIUM is not None
    arguments = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        f"--user-data-dir={folder}", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required", url,
    ]  # fmt: skip
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *arguments, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


class Answered:
    """The bridge's end of the browser's call."""

    def __init__(self, media_socket: MediaSocket) -> None:
        self.side = Side()
        self.peer: Peer | None = None
        self._settings = PeerSettings(certificate=CERTIFICATE, media_socket=media_socket)

    async def answer(self, offer: str) -> str:
        self.peer, sdp = await Peer.answer(offer, settings=self._settings, events=self.side)
        return sdp


async def send_programme(answered: Answered, seconds: float) -> None:
    """Sends moving pictures in the agreed codec, and a tone."""
    peer = answered.peer
    assert peer is not None
    assert peer.video_codec_out is not None
    encoder = make_encoder(peer.video_codec_out, PictureFormat(640, 360, 25, 600_000))
    sound = OpusEncoder()
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(960) / 48_000)).astype(np.int16)
    began, number, wanted = time.monotonic(), 0, 0
    while time.monotonic() - began < seconds:
        if answered.side.key_frames_wanted > wanted:
            wanted = answered.side.key_frames_wanted
            encoder.request_key_frame()
        if number % 2 == 0:
            coded = encoder.encode(picture(90, 640, 360, moving=number))
            if coded is not None:
                unit = packetise(encoder.codec, coded.data, number * 1800, key=coded.key, picture_id=number // 2)
                peer.send_video(unit)
        peer.send_audio(sound.encode(tone), number * 960, level_dbov(tone))
        number += 1
        await asyncio.sleep(max(0.0, began + number * 0.02 - time.monotonic()))


@pytest.mark.parametrize("codec", ["H264", "VP8"])
async def test_chromium_sends_and_receives(codec: str, tmp_path: Path) -> None:
    media_socket = MediaSocket()
    answered = Answered(media_socket)
    server = WhipServer(answered.answer)
    await server.start()
    try:
        async with browser(tmp_path, f"http://127.0.0.1:{server.port}/?direction=sendrecv&codec={codec}"):
            await until(lambda: answered.side.connected_to, 40)
            await send_programme(answered, 6)
            told, peer, side = server.told, answered.peer, answered.side
            assert peer is not None
            assert "error" not in told, told
            # What Chromium says it got of ours.
            assert told["in_video"]["frames"] > 75
            assert told["in_video"]["width"] == 640
            assert told["in_audio"]["energy"] > 0.01
            assert told["in_video"]["lost"] == 0
            assert told["report_video"]["lost"] == 0
            assert told["sender_video"]["packets"] > 50
            # What we got of Chromium's.
            assert peer.video_codec_in == codec
            decoder = VideoDecoder()
            frames = [frame for unit in side.units for frame in decoder.decode(unit)]
            assert len(frames) > 40
            assert frames[-1].width >= 320
            pcm = [decoded for packet in side.packets for decoded in [OpusDecoder().decode(packet.payload)]]
            assert len(pcm) > 150
            assert any(packet.level_dbov is not None for packet in side.packets)
            counters = peer.counters()
            assert counters.video_out.loss_fraction == 0
            assert counters.round_trip_ms is not None
            before = told["out_video"]["plis"]
            peer.request_key_frame()
            await until(lambda: server.told["out_video"]["plis"] > before, 5)
    finally:
        if answered.peer is not None:
            await answered.peer.close()
        await server.close()
        media_socket.close()


async def test_chromium_without_a_preference_is_given_h264(tmp_path: Path) -> None:
    media_socket = MediaSocket()
    answered = Answered(media_socket)
    server = WhipServer(answered.answer)
    await server.start()
    try:
        async with browser(tmp_path, f"http://127.0.0.1:{server.port}/?direction=sendonly"):
            await until(lambda: answered.side.units, 40)
            assert answered.peer is not None
            assert answered.peer.video_codec_in == "H264"
            assert answered.peer.video_codec_out is None
            assert answered.side.units[0].key
    finally:
        if answered.peer is not None:
            await answered.peer.close()
        await server.close()
        media_socket.close()


async def test_chromium_that_only_receives_hides_its_addresses_and_is_served_all_the_same(tmp_path: Path) -> None:
    media_socket = MediaSocket()
    answered = Answered(media_socket)
    server = WhipServer(answered.answer)
    await server.start()
    try:
        async with browser(tmp_path, f"http://127.0.0.1:{server.port}/?direction=recvonly"):
            await until(lambda: answered.side.connected_to, 40)
            await send_programme(answered, 4)
            assert server.told["in_video"]["frames"] > 50
            assert server.told["in_audio"]["packets"] > 100
            assert answered.side.units == []
    finally:
        if answered.peer is not None:
            await answered.peer.close()
        await server.close()
        media_socket.close()
