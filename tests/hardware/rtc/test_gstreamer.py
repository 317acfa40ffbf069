"""A second stack that nobody here wrote: GStreamer's webrtcbin, whose RSA certificate wants us as DTLS server."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest

from hardware.rtc.audio_codec import OpusDecoder, level_dbov
from hardware.rtc.peer import MediaSocket
from hardware.rtc.video_codec import VideoDecoder
from tests.hardware.rtc.sides import until
from tests.hardware.rtc.test_browser import Answered, send_programme

SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("gst_whip.py")


def has_gstreamer() -> bool:
    probe = (
        "import gi; gi.require_version('GstWebRTC', '1.0'); gi.require_version('Gst', '1.0');"
        "from gi.repository import Gst; Gst.init(None); assert Gst.ElementFactory.find('webrtcbin')"
    )
    try:
        return (
            subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, timeout=20, check=False).returncode == 0
        )
    except OSError:
        return False


pytestmark = [
    pytest.mark.gstreamer,
    pytest.mark.skipif(not has_gstreamer(), reason="GStreamer with WebRTC is not installed"),
    pytest.mark.timeout(90),
]


@pytest.mark.parametrize("codec", ["h264", "vp8"])
@pytest.mark.parametrize("direction", ["sendonly", "sendrecv"])
async def test_gstreamer_calls(codec: str, direction: str) -> None:
    media_socket = MediaSocket()
    answered = Answered(media_socket)
    process = await asyncio.create_subprocess_exec(
        SYSTEM_PYTHON, str(SCRIPT), codec, direction, "5",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        offer = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))["offer"]
        answer = await answered.answer(offer)
        process.stdin.write(json.dumps({"answer": answer}).encode() + b"\n")
        await until(lambda: answered.side.connected_to, 20)
        peer = answered.peer
        assert peer is not None
        if direction == "sendrecv":
            await send_programme(answered, 4.5)
        told = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
        codec_in = peer.video_codec_in  # a connection that has ended knows it no more
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        if answered.peer is not None:
            await answered.peer.close()
        media_socket.close()
    assert told["state"] in {"connected", "closed"}
    assert codec_in == codec.upper()
    decoder = VideoDecoder()
    frames = [frame for unit in answered.side.units for frame in decoder.decode(unit)]
    assert len(frames) > 75
    assert (frames[-1].width, frames[-1].height) == (640, 360)
    sound = OpusDecoder()
    levels = [level_dbov(sound.decode(packet.payload)) for packet in answered.side.packets]
    assert len(levels) > 150
    assert -25 < sorted(levels)[len(levels) // 2] < -10
    if direction == "sendrecv":
        assert told["frames"] > 60
        assert told["audio"] > 120
