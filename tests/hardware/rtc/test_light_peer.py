"""Light peers do what sites do: they send what they show, fall silent, count what comes, and observers see it."""

import asyncio

import av
import numpy as np
import pytest

from hardware.rtc.audio_codec import Pcm, level_dbov
from hardware.rtc.light_peer import Clip, LightFleet, LightPeer, SoundClip, make_clip, make_sound
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings
from hardware.rtc.video_codec import ON_DECK, THUMBNAIL, VideoDecoder
from tests.hardware.rtc.sides import CERTIFICATE, LiveCamera, Side, mean_luma, picture, until

TONE = (6000 * np.sin(2 * np.pi * 300 * np.arange(960) / 48_000)).astype(np.int16)


@pytest.fixture(scope="module")
def clips() -> tuple[Clip, Clip, SoundClip]:
    small = make_clip("H264", THUMBNAIL, lambda n: picture(70, moving=n + 1), seconds=2)
    large = make_clip("H264", ON_DECK, lambda n: picture(150, 640, 360, moving=n + 1), seconds=2)
    return small, large, make_sound([TONE] * 50)


class Bridge:
    """Answers light peers on one port."""

    def __init__(self) -> None:
        self.media_socket = MediaSocket(include_loopback=True)
        self.ends: list[tuple[Peer, Side]] = []

    async def answer(self, offer: str) -> str:
        side = Side()
        settings = PeerSettings(certificate=CERTIFICATE, media_socket=self.media_socket)
        peer, answer = await Peer.answer(offer, settings=settings, events=side)
        self.ends.append((peer, side))
        return answer

    async def close(self) -> None:
        await asyncio.gather(*(peer.close() for peer, _ in self.ends))
        self.media_socket.close()


async def test_a_light_peer_shows_its_clip_and_changes_it_with_a_key_frame(clips: tuple[Clip, Clip, SoundClip]) -> None:
    small, large, sound = clips
    bridge, fleet = Bridge(), LightFleet()
    site = LightPeer("s01", certificate=CERTIFICATE, fleet=fleet)
    site.show(small)
    await site.join(bridge.answer)
    ((peer, side),) = bridge.ends
    await until(lambda: len(side.units) > 5)
    site.show(large)
    before = len(side.units)
    await until(lambda: len(side.units) > before + 5)
    decoder = VideoDecoder()
    seen = [(frame.width, round(mean_luma(frame), -1)) for unit in side.units for frame in decoder.decode(unit)]
    assert seen[0] == (320, 70)
    assert seen[-1] == (640, 150)
    assert side.packets == []
    site.set_sounding(sound)
    await until(lambda: len(side.packets) > 20)
    assert side.packets[0].level_dbov == sound.level_dbov == level_dbov(TONE)
    site.set_sounding(None)
    await asyncio.sleep(0.1)
    count = len(side.packets)
    await asyncio.sleep(0.2)
    assert len(side.packets) == count
    site.set_sounding(sound)
    await until(lambda: len(side.packets) > count + 10)
    assert peer.counters().video_in.lost == 0
    await site.close()
    await bridge.close()
    fleet.close()


async def test_counting_peers_count_and_report_and_observers_see_and_hear() -> None:
    bridge, fleet = Bridge(), LightFleet()
    pictures: list[float] = []
    levels: list[int] = []

    def picture_seen(_: LightPeer, frame: av.VideoFrame) -> None:
        pictures.append(mean_luma(frame))

    def sound_heard(_: LightPeer, pcm: Pcm) -> None:
        levels.append(level_dbov(pcm))

    counting = LightPeer("s01", certificate=CERTIFICATE, fleet=fleet)
    observer = LightPeer(
        "s02", certificate=CERTIFICATE, fleet=fleet, observes=True, on_picture=picture_seen, on_sound=sound_heard
    )
    await asyncio.gather(counting.join(bridge.answer), observer.join(bridge.answer))
    sound = make_sound([TONE] * 10)
    cameras = [LiveCamera(peer, side, luma=110) for peer, side in bridge.ends]

    async def speak() -> None:
        for number in range(100):
            for peer, _ in bridge.ends:
                peer.send_audio(sound.payloads[number % 10], number * 960, sound.level_dbov)
            await asyncio.sleep(0.02)

    await asyncio.gather(*(camera.run(2) for camera in cameras), speak())
    await until(lambda: len(levels) == 100)
    assert len(pictures) == observer.pictures > 40
    assert all(abs(luma - 110) < 4 for luma in pictures)
    assert levels[-1] == pytest.approx(level_dbov(TONE), abs=1)
    assert counting.peer is not None
    counters = counting.peer.counters()
    assert counters.audio_in.packets == 100
    assert counters.video_in.packets >= 40
    assert counters.video_in.plis == 0
    assert counting.pictures == 0
    for peer, _ in bridge.ends:
        assert peer.counters().video_out.loss_fraction == 0
    await asyncio.gather(counting.close(), observer.close())
    await bridge.close()
    fleet.close()


async def test_one_who_is_not_answered_says_so() -> None:
    fleet = LightFleet()
    site = LightPeer("s01", certificate=CERTIFICATE, fleet=fleet)

    async def refuse(offer: str) -> str:
        raise ConnectionRefusedError("no")

    with pytest.raises(ConnectionRefusedError):
        await site.join(refuse)
    await site.close()
    fleet.close()
