"""Two of our peers call each other: what one sends, the other gets, and nothing else."""

import asyncio
import gc
import itertools
import selectors
import weakref
from typing import Any

import av
import pytest
from aiortc import (
    AudioStreamTrack,
    RTCBundlePolicy,
    RTCConfiguration,
    RTCPeerConnection,
    RTCSessionDescription,
    VideoStreamTrack,
)

from hardware.rtc.media_types import VideoUnit
from hardware.rtc.payload_formats import nal_units
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, PortInUse
from hardware.rtc.video_codec import VideoDecoder
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Side, call, coded_pictures, mean_luma, picture, send, until


def decoded_luma(units: list[VideoUnit]) -> list[float]:
    decoder = VideoDecoder()
    return [mean_luma(frame) for unit in units for frame in decoder.decode(unit)]


async def test_pictures_pass_unchanged_both_ways() -> None:
    pictures = coded_pictures(20)
    async with call() as it:
        for number, unit in enumerate(pictures):
            send(it.site, unit, number)
            send(it.bridge, unit, number)
            await asyncio.sleep(0.005)
        await until(lambda: len(it.bridge_side.units) == len(it.site_side.units) == 20)
    for side in (it.bridge_side, it.site_side):
        # Start codes may change their length on the way; the NAL units may not change.
        assert [list(nal_units(unit.data)) for unit in side.units] == [list(nal_units(unit.data)) for unit in pictures]
        assert [unit.key for unit in side.units] == [True] + 19 * [False]
        gaps = [(b.rtp_time - a.rtp_time) & 0xFFFFFFFF for a, b in zip(side.units, side.units[1:], strict=False)]
        assert gaps == 19 * [3600]


@pytest.mark.parametrize("codec", ["H264", "VP8"])
async def test_both_codecs_can_be_decoded_at_the_other_end(codec: str) -> None:
    settings = PeerSettings(
        certificate=CERTIFICATE,
        media_socket=(own := MediaSocket(addresses=LOOPBACK)),
        video_codecs=("VP8",) if codec == "VP8" else ("H264",),
    )
    async with call(site_settings=settings) as it:
        assert it.bridge.video_codec_in == it.site.video_codec_out == it.bridge.video_codec_out == codec
        for number, unit in enumerate(coded_pictures(10, luma=90, codec=codec)):
            send(it.site, unit, number)
        await until(lambda: len(it.bridge_side.units) == 10)
        assert all(abs(luma - 90) < 4 for luma in decoded_luma(it.bridge_side.units))
    own.close()


async def test_sound_passes_with_its_level() -> None:
    async with call() as it:
        for number in range(10):
            it.site.send_audio(bytes([0xF8, number]), number * 960, -number)
        await until(lambda: len(it.bridge_side.packets) == 10)
        got = it.bridge_side.packets
        assert [packet.payload[1] for packet in got] == list(range(10))
        assert [packet.level_dbov for packet in got] == [-number for number in range(10)]
        assert [(b.sequence - a.sequence) & 0xFFFF for a, b in itertools.pairwise(got)] == 9 * [1]


async def test_unwanted_sound_is_counted_but_not_handed_over() -> None:
    async with call() as it:
        it.bridge.set_audio_wanted(False)
        for number in range(50):
            it.site.send_audio(b"\xf8x", number * 960, -20)
        await until(lambda: it.bridge.counters().audio_in.packets == 50)
        assert it.bridge_side.packets == []
        assert it.bridge.counters().audio_in.level_dbov == -20
        it.bridge.set_audio_wanted(True)
        it.site.send_audio(b"\xf8y", 50 * 960, -20)
        await until(lambda: [packet.payload for packet in it.bridge_side.packets] == [b"\xf8y"])


async def test_sound_is_wanted_again_after_more_packets_than_srtp_can_guess() -> None:
    """SRTP derives its 48-bit index from the last packet it saw; without the odd decryption it would be lost."""
    async with call() as it:
        it.bridge.set_audio_wanted(False)
        for number in range(70_000):
            it.site.send_audio(b"\xf8", number * 960, None)
            if number % 100 == 0:
                await asyncio.sleep(0.001)
        await until(lambda: it.bridge.counters().audio_in.packets > 65_536, 30)
        it.bridge.set_audio_wanted(True)
        for number in range(70_000, 70_010):
            it.site.send_audio(b"\xf8wanted", number * 960, None)
        await until(lambda: [packet.payload for packet in it.bridge_side.packets[-10:]] == 10 * [b"\xf8wanted"])
        assert it.bridge.counters().undecryptable == 0


async def test_control_messages_pass_in_order_and_the_channel_refuses_what_it_cannot_hold() -> None:
    async with call() as it:
        await until(lambda: it.site_side.has_control and it.bridge_side.has_control)
        assert it.site.has_control
        for number in range(50):
            assert it.site.send_control(f"{number}")
        assert it.bridge.send_control("chào")
        await until(lambda: len(it.bridge_side.texts) == 50 and it.site_side.texts == ["chào"])
        assert it.bridge_side.texts == [f"{number}" for number in range(50)]
        assert not it.site.send_control("x" * 100_000)
        answers = [it.site.send_control("y" * 50_000) for _ in range(10)]
        assert True in answers
        assert False in answers


async def test_a_key_frame_is_asked_for_and_not_too_often() -> None:
    async with call() as it:
        send(it.site, coded_pictures(1)[0])
        await until(lambda: it.bridge_side.units)
        for _ in range(20):
            it.bridge.request_key_frame()
            await asyncio.sleep(0)
        await until(lambda: it.site_side.key_frames_wanted)
        assert it.site_side.key_frames_wanted == 1
        assert it.bridge.counters().video_in.plis == 1


async def test_reports_tell_the_sender_about_the_line() -> None:
    async with call() as it:
        for unit in coded_pictures(40):
            send(it.site, unit)
            it.site.send_audio(b"\xf8", 0, -20)
            await asyncio.sleep(0.04)
        await until(lambda: it.site.counters().video_out.loss_fraction is not None)
        await until(lambda: it.site.counters().round_trip_ms is not None)
        out = it.site.counters().video_out
        assert out.loss_fraction == 0
        assert out.lost == 0
        assert out.packets >= 40
        round_trip_ms = it.site.counters().round_trip_ms
        assert round_trip_ms is not None
        assert 0 <= round_trip_ms < 200


async def test_each_end_is_told_once_that_the_other_has_gone() -> None:
    async with call() as it:
        await it.site.close()
        await until(lambda: it.bridge_side.ended)
        await it.site.close()
        await it.bridge.close()
    assert it.site_side.ended == ["closed here"]
    assert it.bridge_side.ended == ["the other side ended the connection"]


async def test_nothing_remains_after_a_call() -> None:
    before = asyncio.all_tasks()
    own = [MediaSocket(addresses=LOOPBACK), MediaSocket(addresses=LOOPBACK)]
    settings = [PeerSettings(certificate=CERTIFICATE, media_socket=media_socket) for media_socket in own]
    async with call(site_settings=settings[0], bridge_settings=settings[1]):
        pass
    await asyncio.sleep(0.05)
    assert asyncio.all_tasks() <= before
    for media_socket in own:
        assert not media_socket.users
        assert not media_socket.awaited
        assert all(not bound.routes for bound in media_socket.bound_sockets())
        media_socket.close()


async def test_many_sites_share_one_port_without_mixing() -> None:
    shared = MediaSocket(addresses=LOOPBACK)
    bridge_settings = PeerSettings(certificate=CERTIFICATE, media_socket=shared)
    sides: list[tuple[Peer, Side, Peer, Side]] = []

    async def join(number: int) -> None:
        site_side, bridge_side = Side(), Side()
        site, offer = await Peer.offer(
            settings=PeerSettings(certificate=CERTIFICATE, include_loopback=True), events=site_side
        )
        bridge, answer = await Peer.answer(offer, settings=bridge_settings, events=bridge_side)
        await site.take_answer(answer)
        await until(lambda: site_side.connected_to and bridge_side.connected_to)
        sides.append((site, site_side, bridge, bridge_side))
        site.send_audio(bytes([0xF8, number]), 0, None)
        bridge.send_audio(bytes([0xF8, 100 + number]), 0, None)

    await asyncio.gather(*(join(number) for number in range(12)))
    for site, site_side, bridge, bridge_side in sides:
        await until(lambda here=site_side, there=bridge_side: here.packets and there.packets)
        assert len(site_side.packets) == len(bridge_side.packets) == 1
        assert site_side.packets[0].payload[1] == 100 + bridge_side.packets[0].payload[1]
        assert site_side.connected_to == f"127.0.0.1:{shared.port}"
        await site.close()
        await bridge.close()
    shared.close()


class OneBrightness(VideoStreamTrack):
    """A stock aiortc track of one brightness."""

    def __init__(self, luma: int) -> None:
        super().__init__()
        self.luma = luma

    async def recv(self) -> av.VideoFrame:
        frame = picture(self.luma)
        frame.pts, frame.time_base = await self.next_timestamp()
        return frame


class OneTone(AudioStreamTrack):
    """Stock aiortc sound."""


async def test_sound_and_three_videos_of_one_connection_do_not_mix() -> None:
    """The other end is stock aiortc, whose own answerer would hand the packets of all three to the first receiver."""
    lumas = (40, 120, 200)
    stock = RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
    stock.addTrack(OneTone())
    for luma in lumas:
        stock.addTransceiver(OneBrightness(luma), direction="sendonly")
    await stock.setLocalDescription(await stock.createOffer())
    side = Side()
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=(shared := MediaSocket()), video_sections=3)
    peer, answer = await Peer.answer(stock.localDescription.sdp, settings=settings, events=side)
    await stock.setRemoteDescription(RTCSessionDescription(answer, "answer"))
    await until(lambda: {unit.section for unit in side.units} == {0, 1, 2} and len(side.units) > 20 and side.packets)
    for section, luma in enumerate(lumas):
        units = [unit for unit in side.units if unit.section == section]
        assert units[0].key
        shown = decoded_luma(units)
        assert shown
        assert all(abs(value - luma) < 6 for value in shown)
    await peer.close()
    await stock.close()
    shared.close()


async def test_further_video_sections_are_answered_inactive() -> None:
    own = MediaSocket(addresses=LOOPBACK)
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own)
    site, offer = await Peer.offer(settings=settings, events=Side())
    bridge, answer = await Peer.answer(offer, settings=settings, events=Side())
    directions = [line for line in answer.splitlines() if line in {"a=sendrecv", "a=inactive", "a=recvonly"}]
    assert directions == ["a=sendrecv", "a=sendrecv", "a=inactive"]
    for peer in (site, bridge):
        await peer.close()
    own.close()


async def test_ipv6_alone_carries_a_call() -> None:
    try:
        own = [MediaSocket(addresses=("::1",)), MediaSocket(addresses=("::1",))]
        own[0].bound_sockets()
    except PortInUse:
        pytest.skip("the machine has no IPv6")
    settings = [PeerSettings(certificate=CERTIFICATE, media_socket=media_socket) for media_socket in own]
    async with call(site_settings=settings[0], bridge_settings=settings[1]) as it:
        it.site.send_audio(b"\xf8", 0, None)
        await until(lambda: it.bridge_side.packets)
        assert it.site_side.connected_to is not None
        assert it.site_side.connected_to.startswith("[::1]:")
    for media_socket in own:
        media_socket.close()


class NarrowSelector(selectors.SelectSelector):
    """The select of Windows: 512 descriptors and no more."""

    most = 0

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        key = super().register(fileobj, events, data)
        NarrowSelector.most = max(NarrowSelector.most, len(self.get_map()))
        assert NarrowSelector.most <= 512
        return key


async def sixty_sites() -> None:
    loop_descriptors = NarrowSelector.most
    shared = MediaSocket(addresses=LOOPBACK)
    bridge_settings = PeerSettings(certificate=CERTIFICATE, media_socket=shared)
    calls: list[tuple[Peer, Peer, Side]] = []
    site_sides: list[Side] = []
    for _ in range(60):
        side = Side()
        site_sides.append(Side())
        own = PeerSettings(certificate=CERTIFICATE, media_socket=MediaSocket(addresses=LOOPBACK))
        site, offer = await Peer.offer(settings=own, events=site_sides[-1])
        bridge, answer = await Peer.answer(offer, settings=bridge_settings, events=side)
        await site.take_answer(answer)
        calls.append((site, bridge, side))
    await until(lambda: all(side.connected_to for side in [*site_sides, *(side for _, _, side in calls)]), 30)
    for site, _, _ in calls:
        site.send_audio(b"\xf8", 0, None)
    await until(lambda: all(side.packets for _, _, side in calls))
    # Sixty sites have a socket each here; the bridge has one for all of them.
    assert NarrowSelector.most <= loop_descriptors + 60 + 1
    for site, bridge, _ in calls:
        await site.close()
        await bridge.close()
        site._connection.ice.media_socket.close()
    shared.close()


def test_a_select_loop_of_512_descriptors_is_plenty() -> None:
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(NarrowSelector())) as runner:
        runner.run(sixty_sites())


async def test_a_call_that_has_ended_is_gone_without_the_garbage_collector() -> None:
    """A worker freezes what lives long: circles would stay for ever."""
    gc.collect()
    gc.disable()
    try:
        async with call() as made:
            await until(lambda: made.site.has_control and made.bridge.has_control)
            send(made.bridge, coded_pictures(1)[0])
            await until(lambda: made.site_side.units)
            ends = [weakref.ref(peer) for peer in (made.site, made.bridge)]
            inside = [weakref.ref(peer._connection) for peer in (made.site, made.bridge)]
            inside += [weakref.ref(peer._connection.ice) for peer in (made.site, made.bridge)]
        sent = made.bridge.counters().video_out.packets
        made.site = made.bridge = None  # pyright: ignore[reportAttributeAccessIssue]
        await until(lambda: not any(end() for end in (*ends, *inside)), 3.0)
    finally:
        gc.enable()
    assert sent == 1
