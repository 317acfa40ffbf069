"""A headless Chromium joins through the shipped page, against real WebRTC: what it sends, shows and obeys."""

import asyncio
from pathlib import Path

import pytest

from console.engine_port import ConnectionKind
from console.sites.site_messages import (
    AskFloor,
    EndSpeech,
    Goodbye,
    Hello,
    MicrophoneReported,
    OpenMicrophoneTried,
    Ping,
    Pong,
    ProgramReported,
    Ready,
    ReportProgram,
    RungReported,
    SetListen,
    SetMicrophone,
    SetRung,
    ShowPlace,
    Welcome,
    WithdrawRequest,
)
from console.words import Reason, Rung, SessionKind
from tests.hardware.signalling.chromium import EXECUTABLE, Page, page_at
from tests.hardware.signalling.media_bridge import MediaBridge, media_bridge

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(180),
    pytest.mark.skipif(EXECUTABLE is None, reason="Chromium is not installed"),
]

WELCOME = Welcome(
    site_name="Cư M'gar", site_number=1, main_name="UBND tỉnh", session_kind=SessionKind.TEST, title="Giao ban"
)
SILENCE = SetMicrophone(request_id="m1", order=1, open=False, may_open=False, reason=Reason.STANDING_ORDER)


async def joined(bridge: MediaBridge, page: Page) -> None:
    await page.until("document.getElementById('join').checkVisibility() && !document.getElementById('join').disabled")
    await page.click("join")
    async with asyncio.timeout(45):
        await bridge.up.wait()
        await bridge.control.wait()
    bridge.say(WELCOME)
    bridge.say(SILENCE)
    await bridge.hear(MicrophoneReported, order=1)


async def sound_packets_within(bridge: MediaBridge, seconds: float) -> int:
    before = bridge.sound_packets
    await asyncio.sleep(seconds)
    return bridge.sound_packets - before


async def test_a_meeting_in_the_browser(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        assert bridge.offers[0][2] is ConnectionKind.PROGRAM
        assert "a=inactive" in bridge.offers[0][3]
        assert await page.evaluate("location.href") == f"{bridge.url}/join"
        hello = await bridge.hear(Hello)
        assert (hello.can_rung, hello.has_microphone, hello.has_camera) == (True, True, True)
        await sees_the_program(bridge, page)
        await keeps_silent_under_the_order(bridge, page)
        await speaks_when_it_may(bridge, page)
        await is_listened_to(bridge, page)
        await obeys_rungs(bridge)
        await asks_for_the_floor(bridge, page)
        await stands_on_the_podium(bridge, page)
        bridge.say(Ping(number=7))
        await bridge.hear(Pong, number=7)
        assert page.said == [], "\n".join(page.said)


async def sees_the_program(bridge: MediaBridge, page: Page) -> None:
    await page.until("document.getElementById('program').videoWidth === 640")
    assert await page.text("site-name") == "Cư M'gar"
    assert "Giao ban" in await page.text("meeting-title")
    bridge.say(ReportProgram(request_id="p1"))
    report = await bridge.hear(ProgramReported, request_id="p1")
    assert report.frame_after_ms is not None
    assert report.sound_after_ms is not None
    assert 0 <= report.frame_after_ms < 2000


async def keeps_silent_under_the_order(bridge: MediaBridge, page: Page) -> None:
    await bridge.see(320, 180)
    assert await sound_packets_within(bridge, 1.0) == 0
    assert await page.text("microphone-state") == "MIC ĐANG TẮT"
    await page.click("microphone-key")
    await bridge.hear(OpenMicrophoneTried)
    assert "lệnh tắt mic của điểm cầu chính đang có hiệu lực" in await page.text("notice")
    assert not any(said.open for said in bridge.said if isinstance(said, MicrophoneReported))
    assert await sound_packets_within(bridge, 0.5) == 0


async def speaks_when_it_may(bridge: MediaBridge, page: Page) -> None:
    bridge.say(SetMicrophone(request_id="m2", order=2, open=False, may_open=True))
    await bridge.hear(MicrophoneReported, request_id="m2", open=False)
    await page.click("microphone-key")
    await bridge.hear(MicrophoneReported, order=2, open=True)
    assert await sound_packets_within(bridge, 1.0) > 30
    bridge.say(SILENCE)  # an older order changes nothing
    await asyncio.sleep(0.2)
    assert await page.text("microphone-state") == "MIC ĐANG MỞ"
    bridge.say(SetMicrophone(request_id="m3", order=3, open=False, may_open=False, reason=Reason.STANDING_ORDER))
    await bridge.hear(MicrophoneReported, request_id="m3", open=False)
    await asyncio.sleep(0.1)
    assert await sound_packets_within(bridge, 0.5) == 0


async def is_listened_to(bridge: MediaBridge, page: Page) -> None:
    bridge.say(SetListen(request_id="l1", listening=True))
    await bridge.hear(MicrophoneReported, request_id="l1", listening=True, open=False)
    assert await page.shown("listening")
    assert await sound_packets_within(bridge, 1.0) > 30
    bridge.say(SetListen(request_id="l2", listening=False))
    await bridge.hear(MicrophoneReported, request_id="l2", listening=False)
    await asyncio.sleep(0.1)
    assert await sound_packets_within(bridge, 0.5) == 0
    assert not await page.shown("listening")


async def obeys_rungs(bridge: MediaBridge) -> None:
    for number, (rung, width, height) in enumerate(
        ((Rung.ON_DECK, 640, 360), (Rung.PODIUM, 1280, 720), (Rung.THUMBNAIL, 320, 180))
    ):
        bridge.say(SetRung(request_id=f"r{number}", rung=rung))
        await bridge.hear(RungReported, request_id=f"r{number}", rung=rung)
        await bridge.see(width, height)


async def asks_for_the_floor(bridge: MediaBridge, page: Page) -> None:
    await page.click("floor")
    await bridge.hear(AskFloor)
    bridge.say(ShowPlace(on_podium=False, on_deck=False, queue_place=3))
    await page.until("document.getElementById('queue-state').textContent.includes('thứ 3')")
    await page.click("floor")
    await bridge.hear(WithdrawRequest)
    bridge.say(ShowPlace(on_podium=False, on_deck=True))
    await page.until("document.getElementById('ready').checkVisibility()")
    await page.click("ready")
    await bridge.hear(Ready)


async def stands_on_the_podium(bridge: MediaBridge, page: Page) -> None:
    bridge.say(ShowPlace(on_podium=True, on_deck=False, speech_started_ms=1, speech_limit_seconds=300))
    await page.until("document.getElementById('podium-band').checkVisibility()")
    await page.until("/^[45]:/.test(document.getElementById('podium-timer').textContent)")
    await page.click("language")
    assert await page.text("microphone-state") == "MICROPHONE CLOSED"
    await page.click("end-speech")
    await bridge.hear(EndSpeech)
    bridge.say(ShowPlace(on_podium=False, on_deck=False))
    await page.until("!document.getElementById('podium-band').checkVisibility()")


async def test_the_page_comes_back_by_itself_and_stays_away_when_told(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        bridge.up.clear()
        bridge.control.clear()
        await bridge.peer.close()
        async with asyncio.timeout(45):
            await bridge.up.wait()
            await bridge.control.wait()
        joins = len(bridge.offers)  # on a machine that is overloaded an attempt may run out of time
        assert joins >= 2
        assert len({admitted.credential for admitted in bridge.admitted}) == 1
        bridge.say(WELCOME)
        bridge.say(Goodbye(reason=Reason.NOT_ALLOWED))
        await asyncio.sleep(0.2)
        await bridge.peer.close()
        await page.until("document.getElementById('prepare').checkVisibility()")
        assert "quyền vào họp đã bị thu hồi" in await page.text("notice")
        assert len(bridge.offers) == joins


async def test_a_page_that_was_replaced_stays_away_until_somebody_takes_the_place_back(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        joins = len(bridge.offers)
        bridge.control.clear()
        bridge.say(Goodbye(reason=Reason.SUPERSEDED))
        await page.until("document.getElementById('prepare').checkVisibility()")
        assert await page.text("notice") == (
            "Một máy khác đã vào họp với tên điểm cầu này. Bấm “Vào họp” để lấy lại chỗ từ máy này."
        )
        await asyncio.sleep(2.0)
        assert len(bridge.offers) == joins
        await page.click("join")
        async with asyncio.timeout(45):
            await bridge.control.wait()
        assert len(bridge.offers) == joins + 1


async def test_a_page_that_is_loaded_again_goes_on(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        bridge.control.clear()
        await page.ask("Page.reload")
        async with asyncio.timeout(45):
            await bridge.control.wait()
        assert {site for site, *_ in bridge.offers} == {"s001"}
        assert bridge.offers[0][1] in {connection for _, connection in bridge.closed_connections}


async def test_leaving_ends_the_connection(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        await page.click("leave")
        async with asyncio.timeout(10):
            while not bridge.closed_connections or not bridge.ended:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        assert await page.shown("prepare")


async def test_a_wrong_code_is_said_in_the_readers_language(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join") as page:
        await page.until("document.getElementById('enter').checkVisibility()")
        await page.evaluate("document.getElementById('code').value = 'AAAA-BBBB'")
        await page.evaluate("document.getElementById('enter').requestSubmit()")
        await page.until("document.getElementById('notice').checkVisibility()")
        assert await page.text("notice") == "Mã mời không đúng; hãy kiểm tra từng chữ."
        await page.click("language")
        await page.evaluate("document.getElementById('enter').requestSubmit()")
        await page.until("document.getElementById('notice').textContent.includes('not known')")
