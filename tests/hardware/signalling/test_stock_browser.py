"""A browser without our page: the twenty lines anybody would write for WHIP, and for receiving by the WHEP shape."""

import asyncio
from pathlib import Path

import pytest

from console.engine_port import ConnectionKind
from tests.hardware.signalling.chromium import EXECUTABLE, page_at
from tests.hardware.signalling.media_bridge import media_bridge

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(90),
    pytest.mark.skipif(EXECUTABLE is None, reason="Chromium is not installed"),
]

STOCK_CLIENT = """
(async (path, secret, sends, receives) => {
  const peer = window.peer = new RTCPeerConnection();
  window.received = new MediaStream();
  peer.ontrack = (event) => window.received.addTrack(event.track);
  if (sends) {
    const stream = await navigator.mediaDevices.getUserMedia({audio: true, video: true});
    const direction = receives ? "sendrecv" : "sendonly";
    for (const track of stream.getTracks()) peer.addTransceiver(track, {direction, streams: [stream]});
  } else {
    for (const kind of ["audio", "video"]) peer.addTransceiver(kind, {direction: "recvonly"});
  }
  await peer.setLocalDescription();
  await new Promise((done) => { peer.onicegatheringstatechange = done; setTimeout(done, 1500); });
  const headers = {"Content-Type": "application/sdp", "Authorization": "Bearer " + secret};
  const response = await fetch(path, {method: "POST", headers, body: peer.localDescription.sdp});
  if (response.status !== 201) return await response.text();
  await peer.setRemoteDescription({type: "answer", sdp: await response.text()});
  const screen = document.createElement("video");
  screen.id = "screen"; screen.autoplay = true; screen.srcObject = window.received;
  document.body.append(screen);
  return response.headers.get("Location");
})
"""


@pytest.mark.parametrize("receives", [False, True], ids=["sendonly", "sendrecv"])
async def test_a_bare_whip_client_is_seen_and_heard(tmp_path: Path, receives: bool) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join") as page:
        secret = bridge.book.issue_device_secret("s002")
        where = await page.evaluate(f"{STOCK_CLIENT}('/whip/s002', '{secret}', true, {str(receives).lower()})")
        assert where == f"/whip/s002/{bridge.offers[0][1]}"
        assert bridge.offers[0][2] is ConnectionKind.DEVICE
        async with asyncio.timeout(15):
            await bridge.up.wait()
            while bridge.sound_packets < 50 or len(bridge.sizes) < 10:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        assert not bridge.control.is_set()
        if receives:
            await page.until("document.getElementById('screen').videoWidth === 640")


async def test_who_only_receives_sees_the_program(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join") as page:
        secret = bridge.book.issue_device_secret("s002")
        where = await page.evaluate(f"{STOCK_CLIENT}('/whep/s002', '{secret}', false, true)")
        assert where.startswith("/whep/s002/")
        assert bridge.offers[0][2] is ConnectionKind.VIEWER
        await page.until("document.getElementById('screen').videoWidth === 640")


async def test_a_stranger_reads_why_not(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join") as page:
        text = await page.evaluate(f"{STOCK_CLIENT}('/whip/s002', 'guessed', false, true)")
        assert text == "This credential is not known or was revoked; ask the main endpoint for a new one."
        assert bridge.offers == []
