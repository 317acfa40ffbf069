"""A site's endpoint against a real peer on the other side: it obeys, answers, stays silent, and comes back."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from random import Random

import numpy as np
import pytest

from console.events import CameraReported
from console.sites.site_messages import (
    AskFloor,
    Goodbye,
    Hello,
    MicrophoneReported,
    OpenMicrophoneTried,
    Ping,
    Pong,
    ProgramReported,
    RecallSitePreset,
    ReportProgram,
    RungReported,
    SetListen,
    SetMicrophone,
    SetRung,
    ShowPlace,
    ShowSound,
    ShowSpeaker,
    SiteCameraSeen,
    SitePresetReported,
    Welcome,
)
from console.words import Reason, Rung
from hardware.endpoint.endpoint_state import JoinPhase
from hardware.endpoint.equipment import SharedThreads, SiteEquipment
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.ports import ControlCodec, JoinFailed
from hardware.endpoint.reconnection import BackOff
from hardware.endpoint.site_agent import SiteAgent
from hardware.endpoint.sound.microphone_gate import PressResult
from hardware.endpoint.sound.play_audio import ClockedEar
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.rtc.peer import PeerSettings, make_certificate
from hardware.signalling.control_codec import decode_to_site, encode_from_site
from hardware.simulator.observer import ProgramObserver
from hardware.simulator.site_sources import DrawnRoom, VoiceSource
from hardware.simulator.voices import who_is_heard
from tests.hardware.endpoint.small_bridge import SmallBridge
from tests.hardware.endpoint.small_camera import SmallCamera

SITE_NUMBER = 7
QUICK = BackOff(first_seconds=0.05, longest_seconds=0.2)


class Stand:
    """A site and its bridge."""

    def __init__(self, *, watches: bool = False, camera: bool = True) -> None:
        self.bridge = SmallBridge()
        self.clock = SoundClock()
        self.observer = ProgramObserver(watches=watches)
        self.threads = SharedThreads(pictures=PictureClock(asyncio.get_running_loop()), program=DecodingThread())
        self.ptz = SmallCamera("phòng họp", self.camera_reported, ("toàn cảnh",))
        equipment = SiteEquipment(
            joiner=self.bridge,
            control=ControlCodec(encode_from_site, decode_to_site),
            peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True),
            threads=self.threads,
            pictures=DrawnRoom(SITE_NUMBER, "Xã Ea Súp") if camera else None,
            sound=VoiceSource(SITE_NUMBER, self.clock),
            screen=self.observer,
            player=ClockedEar(self.observer, self.clock),
            cameras={"phòng họp": self.ptz},
        )
        self.agent = SiteAgent(equipment, back_off=QUICK, random=Random(1))
        self.running = asyncio.ensure_future(self.agent.run())

    def camera_reported(self, report: CameraReported) -> None:
        self.agent.camera_reported(report)

    async def joined(self) -> None:
        await until(lambda: self.agent.state.phase is JoinPhase.JOINED and bool(self.bridge.of(Hello)))

    async def close(self) -> None:
        self.agent.stop()
        await self.running
        await self.bridge.close()
        self.threads.close()
        self.clock.close()


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.01)


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    made = Stand()
    await made.joined()
    yield made
    await made.close()


def microphone(order: int, *, open: bool = False, may_open: bool = False) -> SetMicrophone:  # noqa: A002
    reason = None if may_open or open else Reason.STANDING_ORDER
    return SetMicrophone(request_id=f"m{order}", order=order, open=open, may_open=may_open, reason=reason)


async def test_a_site_introduces_itself_sends_thumbnails_and_no_sound(stand: Stand) -> None:
    hello = stand.bridge.of(Hello)[0]
    assert isinstance(hello, Hello)
    assert (hello.has_camera, hello.has_microphone, hello.has_presets) == (True, True, True)
    await until(lambda: SiteCameraSeen(camera=stand.ptz.facts()) in stand.bridge.said)
    await until(lambda: stand.bridge.marker is not None and stand.bridge.marker.counter > 4)
    assert stand.bridge.marker is not None
    assert stand.bridge.marker.site_number == SITE_NUMBER
    assert stand.bridge.size == (320, 180)
    assert stand.bridge.sound_packets == 0
    assert not stand.agent.state.microphone.sends_sound


async def test_an_order_opens_and_closes_the_microphone(stand: Stand) -> None:
    stand.bridge.say(microphone(1, open=True, may_open=True))
    await until(lambda: len(stand.bridge.sound) > 40)
    await until(lambda: who_is_heard(np.concatenate(stand.bridge.sound[-30:]), range(1, 40)) == {SITE_NUMBER})
    stand.bridge.say(microphone(2))
    await until(lambda: MicrophoneReported(open=False, order=2, request_id="m2") in stand.bridge.said)
    packets = stand.bridge.sound_packets
    await asyncio.sleep(0.2)
    assert stand.bridge.sound_packets == packets


async def test_under_the_order_a_press_opens_nothing_and_is_told(stand: Stand) -> None:
    stand.bridge.say(microphone(1))
    await until(lambda: stand.agent.state.microphone.order == 1)
    assert stand.agent.press_microphone(wants_open=True) is PressResult.NOT_ALLOWED
    assert stand.agent.state.microphone.reason is Reason.STANDING_ORDER
    await until(lambda: bool(stand.bridge.of(OpenMicrophoneTried)))
    assert stand.bridge.sound_packets == 0


async def test_the_technician_opens_when_he_may(stand: Stand) -> None:
    stand.bridge.say(microphone(3, may_open=True))
    await until(lambda: stand.agent.state.microphone.may_open)
    assert stand.agent.press_microphone(wants_open=True) is PressResult.OPENED
    await until(lambda: stand.bridge.sound_packets > 5)
    assert MicrophoneReported(open=True, order=3) in stand.bridge.said


async def test_the_bridge_may_listen_to_a_closed_microphone(stand: Stand) -> None:
    stand.bridge.say(microphone(1))
    stand.bridge.say(SetListen(request_id="l", listening=True))
    await until(lambda: stand.bridge.sound_packets > 5)
    assert MicrophoneReported(open=False, order=1, request_id="l", listening=True) in stand.bridge.said
    assert stand.agent.state.microphone.listening
    stand.bridge.say(SetListen(request_id="e", listening=False))
    await until(lambda: not stand.agent.state.microphone.sends_sound)


@pytest.mark.parametrize(("rung", "size"), [(Rung.PODIUM, (1280, 720)), (Rung.ON_DECK, (640, 360))])
async def test_a_rung_is_sent_key_frame_first_and_reported(stand: Stand, rung: Rung, size: tuple[int, int]) -> None:
    await until(lambda: stand.bridge.units > 2)
    keys = stand.bridge.key_units
    stand.bridge.say(SetRung(request_id="r1", rung=rung))
    await until(lambda: stand.bridge.size == size)
    assert stand.bridge.key_units == keys + 1
    await until(lambda: RungReported(rung=rung, request_id="r1") in stand.bridge.said)
    stand.bridge.say(SetRung(request_id="r2", rung=Rung.THUMBNAIL))
    await until(lambda: stand.bridge.size == (320, 180))


async def test_a_site_can_be_told_to_send_no_picture(stand: Stand) -> None:
    stand.bridge.say(SetRung(request_id="off", rung=Rung.OFF))
    await until(lambda: RungReported(rung=Rung.OFF, request_id="off") in stand.bridge.said)
    await asyncio.sleep(0.1)
    units = stand.bridge.units
    await asyncio.sleep(0.4)
    assert stand.bridge.units == units


async def test_the_program_is_reported_once_seen_and_heard(stand: Stand) -> None:
    stand.bridge.send_program(99)
    await asyncio.sleep(0.3)
    assert stand.observer.pictures_seen == 0
    stand.bridge.say(ReportProgram(request_id="p1"))
    await until(lambda: bool(stand.bridge.of(ProgramReported)))
    report = stand.bridge.of(ProgramReported)[0]
    assert isinstance(report, ProgramReported)
    assert report.request_id == "p1"
    assert report.frame_after_ms is not None
    assert report.sound_after_ms is not None
    assert report.frame_after_ms < 1500
    assert report.sound_after_ms < 500


async def test_a_program_that_does_not_come_is_reported_as_unknown(stand: Stand) -> None:
    stand.bridge.say(ReportProgram(request_id="p2"))
    await until(lambda: bool(stand.bridge.of(ProgramReported)), seconds=8)
    assert stand.bridge.of(ProgramReported) == [
        ProgramReported(request_id="p2", frame_after_ms=None, sound_after_ms=None)
    ]


async def test_a_site_sees_and_hears_the_program() -> None:
    stand = Stand(watches=True)
    try:
        await stand.joined()
        stand.bridge.send_program(99)
        await until(lambda: stand.observer.marker() is not None)
        marker = stand.observer.marker()
        assert marker is not None
        assert marker.site_number == 99
        # A stall of a busy machine puts clicks into a window; a later one is clean.
        await until(lambda: len(stand.observer.recording(0.6)) >= 0.6 * 48_000)
        await until(lambda: stand.observer.who_is_heard(range(90, 110)) == {99})
    finally:
        await stand.close()


async def test_places_presets_pings_and_wishes(stand: Stand) -> None:
    stand.bridge.say(
        Welcome(site_name="Xã Ea Súp", site_number=7, main_name="Tỉnh", session_kind=None, title="Giao ban")
    )
    stand.bridge.say(ShowPlace(on_podium=False, on_deck=True, queue_place=1))
    stand.bridge.say(Ping(number=5))
    stand.bridge.say(RecallSitePreset(request_id="c1", camera="phòng họp", preset="toàn cảnh"))
    stand.bridge.say(RecallSitePreset(request_id="c2", camera="không có", preset="toàn cảnh"))
    assert stand.agent.ask_floor("xin phát biểu", "Bà Hạnh")
    failed = SitePresetReported(request_id="c2", arrived=False, reason=Reason.UNKNOWN_CAMERA)
    for answer in (Pong(number=5), SitePresetReported(request_id="c1", arrived=True), failed):
        await until(lambda answer=answer: answer in stand.bridge.said)
    assert AskFloor(note="xin phát biểu", person="Bà Hạnh") in stand.bridge.said
    state = stand.agent.state
    assert state.welcome is not None
    assert state.welcome.title == "Giao ban"
    assert state.place == ShowPlace(on_podium=False, on_deck=True, queue_place=1)


async def test_a_speech_is_timed_by_the_sites_own_clock(stand: Stand) -> None:
    an_hour_behind = time.time_ns() // 1_000_000 - 3_600_000
    stand.bridge.say(
        ShowPlace(on_podium=True, on_deck=False, speech_started_ms=an_hour_behind - 7000, speech_spent_ms=7000)
    )
    await until(lambda: stand.agent.state.place is not None and stand.agent.state.place.on_podium)
    assert stand.agent.state.place is not None
    started_ms = stand.agent.state.place.speech_started_ms
    assert started_ms is not None
    assert 7000 <= time.time_ns() // 1_000_000 - started_ms < 9000


async def test_who_speaks_and_what_the_bridge_hears_are_known_at_the_site(stand: Stand) -> None:
    assert stand.agent.state.bridge_hears is None
    an_hour_behind = time.time_ns() // 1_000_000 - 3_600_000
    stand.bridge.say(ShowSound(sounding=True))
    stand.bridge.say(ShowSpeaker(site_name="Xã Ea Súp", site_number=7, started_ms=an_hour_behind - 7000, spent_ms=7000))
    await until(lambda: stand.agent.state.speaker is not None)
    state = stand.agent.state
    assert state.bridge_hears
    assert state.speaker is not None
    assert (state.speaker.site_name, state.speaker.site_number) == ("Xã Ea Súp", 7)
    assert state.speaker.started_ms is not None
    assert 7000 <= time.time_ns() // 1_000_000 - state.speaker.started_ms < 9000


async def test_nonsense_disturbs_nothing(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    assert stand.bridge.peer is not None
    for text in ("", "{}", '{"v":1,"say":"dance"}', '{"v":9,"say":"ping","number":1}', "x" * 20_000):
        stand.bridge.peer.send_control(text)
    stand.bridge.say(Ping(number=6))
    await until(lambda: Pong(number=6) in stand.bridge.said)
    assert "cannot be understood" in caplog.text


async def test_a_dropped_site_comes_back_with_its_microphone_closed(stand: Stand) -> None:
    stand.bridge.say(microphone(8, open=True))
    await until(lambda: stand.bridge.sound_packets > 3)
    await stand.bridge.drop()
    await until(lambda: stand.bridge.offers == 2)
    await until(lambda: stand.agent.state.joins == 2)
    packets = stand.bridge.sound_packets
    await asyncio.sleep(0.3)
    assert stand.bridge.sound_packets == packets
    assert not stand.agent.state.microphone.open
    stand.bridge.say(microphone(1, open=True))
    await until(lambda: stand.bridge.sound_packets > packets)


async def test_a_site_that_is_turned_away_says_why_and_tries_again() -> None:
    stand = Stand()
    stand.bridge.refuses = JoinFailed("The invitation of this site was withdrawn.", refused=True)
    try:
        await until(lambda: stand.bridge.offers >= 3)
        assert stand.agent.state.trouble == "The invitation of this site was withdrawn."
        assert stand.agent.state.failures >= 2
        stand.bridge.refuses = None
        await stand.joined()
        assert stand.agent.state.trouble == ""
    finally:
        await stand.close()


async def test_a_goodbye_is_told_to_the_technician(stand: Stand) -> None:
    stand.bridge.say(Goodbye(reason=Reason.NOT_ALLOWED))
    await until(lambda: "ended the connection (not_allowed)" in stand.agent.state.trouble)
    await until(lambda: stand.bridge.offers > 1)


async def test_a_replaced_site_stays_away_until_its_technician_takes_the_place_back(stand: Stand) -> None:
    stand.bridge.say(Goodbye(reason=Reason.SUPERSEDED))
    await until(lambda: stand.agent.state.phase is JoinPhase.REPLACED)
    assert "Another computer" in stand.agent.state.trouble
    await asyncio.sleep(0.5)
    assert stand.bridge.offers == 1
    assert stand.bridge.leaves == 0
    stand.agent.retry_now()
    await until(lambda: stand.agent.state.joins == 2)
    assert stand.agent.state.trouble == ""


async def test_a_replaced_site_can_be_stopped(stand: Stand) -> None:
    stand.bridge.say(Goodbye(reason=Reason.SUPERSEDED))
    await until(lambda: stand.agent.state.phase is JoinPhase.REPLACED)
    stand.agent.stop()
    await stand.running
    assert stand.agent.state.phase is JoinPhase.STOPPED


async def test_a_site_takes_leave_when_it_stops_and_not_when_it_is_cut_off(stand: Stand) -> None:
    await stand.bridge.drop()
    await until(lambda: stand.agent.state.joins == 2)
    assert stand.bridge.leaves == 0
    stand.agent.stop()
    await stand.running
    assert stand.bridge.leaves == 1


async def test_stopping_while_joining_leaves_nothing_behind() -> None:
    stand = Stand(camera=False)
    await asyncio.sleep(0)
    await stand.close()
    assert stand.agent.state.phase is JoinPhase.STOPPED


async def test_without_a_camera_the_site_joins_and_says_so() -> None:
    stand = Stand(camera=False)
    try:
        await stand.joined()
        hello = stand.bridge.of(Hello)[0]
        assert isinstance(hello, Hello)
        assert not hello.has_camera
        stand.bridge.say(SetRung(request_id="r", rung=Rung.PODIUM))
        await until(lambda: RungReported(rung=Rung.OFF, request_id="r") in stand.bridge.said)
    finally:
        await stand.close()
