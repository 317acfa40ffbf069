"""What a site without the program tells and is told through its browser: waiting time, line, incident, attendance."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from console.sites.site_messages import ReportAttendance, ReportIncident, ShowLine, ShowPlace, WishAnswered
from console.snapshot import LineQuality
from console.words import Outcome
from tests.hardware.signalling.chromium import EXECUTABLE, Page, page_at
from tests.hardware.signalling.media_bridge import MediaBridge, media_bridge
from tests.hardware.signalling.test_browser_page import WELCOME, joined

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(180),
    pytest.mark.skipif(EXECUTABLE is None, reason="Chromium is not installed"),
]


async def says(page: Page, element: str, text: str) -> None:
    """Waits until an element says a text."""
    await page.until(f"document.getElementById('{element}').textContent.includes({text!r})")


async def test_a_browser_tells_and_is_told_what_the_program_is(tmp_path: Path) -> None:
    async with media_bridge(tmp_path) as bridge, page_at(f"{bridge.url}/join#{bridge.code('s001')}") as page:
        await joined(bridge, page)
        await knows_how_long_it_waits(bridge, page)
        await knows_its_line(bridge, page)
        await reports_an_incident(bridge, page)
        await says_who_is_there(bridge, page)
        assert page.said == [], "\n".join(page.said)


async def knows_how_long_it_waits(bridge: MediaBridge, page: Page) -> None:
    bridge.say(ShowPlace(on_podium=False, on_deck=False, queue_place=2, ahead_seconds=300, floor_free_in_ms=119_000))
    await says(page, "queue-wait", "còn khoảng 7 phút")
    bridge.say(ShowPlace(on_podium=False, on_deck=True, ahead_seconds=0))
    await says(page, "queue-wait", "sắp tới lượt")
    bridge.say(ShowPlace(on_podium=False, on_deck=False))
    await page.until("document.getElementById('queue-wait').textContent === ''")


async def knows_its_line(bridge: MediaBridge, page: Page) -> None:
    bridge.say(ShowLine(quality=LineQuality.ERROR, worst="loss", loss_percent=9.0))
    await says(page, "line", "Đường truyền: RẤT KÉM")
    bridge.say(ShowLine(quality=LineQuality.GOOD))
    await says(page, "line", "Đường truyền: TỐT")


async def reports_an_incident(bridge: MediaBridge, page: Page) -> None:
    await page.click("incident-open")
    await page.evaluate("document.getElementById('incident-text').value = 'Mất điện'")
    await page.evaluate("document.getElementById('incident-form').requestSubmit()")
    report = await bridge.hear(ReportIncident, text="Mất điện")
    assert 0 <= report.opened_ago_ms < 60_000
    assert await page.text("incident-told") == "Đang gửi…"
    bridge.say(WishAnswered(wish_id=report.wish_id, outcome=Outcome.DONE))
    await says(page, "incident-told", "Đã ghi lúc")
    await page.click("incident-close")


async def says_who_is_there(bridge: MediaBridge, page: Page) -> None:
    bridge.say(replace(WELCOME, asks_attendance=True))
    await page.until("document.getElementById('attendance-open').classList.contains('primary')")
    await page.click("attendance-open")
    await page.evaluate("document.getElementById('head-count').value = '24'")
    await page.evaluate("document.getElementById('in-charge').value = 'Bà Hoa'")
    await page.evaluate("document.getElementById('attendance-form').requestSubmit()")
    await bridge.hear(ReportAttendance, head_count=24, in_charge="Bà Hoa")
    bridge.say(replace(WELCOME, asks_attendance=True, head_count=24))
    await says(page, "attendance-open", "24")
