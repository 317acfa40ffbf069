"""An ONVIF camera over real HTTP: every request ends once and truthfully, whatever the camera does."""

import asyncio
import io
import logging
from pathlib import Path

import pytest
from PIL import Image

from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.cameras.head import Target, Velocity
from hardware.cameras.polled.hand import at_zoom
from hardware.cameras.preset_picture import HEIGHT, WIDTH
from hardware.simulator.cameras.onvif_temper import ForeignNames, OnvifTemper, Snapshot
from hardware.simulator.cameras.ptz_head import Place
from tests.hardware.cameras.onvif.onvif_stand import LEFT, RIGHT, near, onvif_stand
from tests.hardware.cameras.polled_stand import until


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.cameras.polled.polled_head.AGAIN_SECONDS", 0.2)
    monkeypatch.setattr("hardware.cameras.polled.recall.START_SECONDS", 0.7)
    monkeypatch.setattr("hardware.cameras.polled.recall.ELSEWHERE_SECONDS", 0.4)


@pytest.mark.parametrize(
    "temper",
    [
        OnvifTemper(),
        OnvifTemper(foreign_names=ForeignNames.REFUSED),
        OnvifTemper(foreign_names=ForeignNames.BREAKS_LIST, keeps_names=False, answers_token=True),
        OnvifTemper(answers_token=False, tells_move_status=False),
        OnvifTemper(moving_for_ever=True, clock_offset_seconds=-30),
        OnvifTemper(clock_offset_seconds=-31_536_000, has_get_services=False),
        OnvifTemper(foreign_addresses=True, http_digest=True, clock_offset_seconds=86_400),
        OnvifTemper(login_for_time=True, slow_seconds=0.02),
    ],
    ids=["plain", "ascii names", "no names", "no token", "moving for ever", "old", "behind a router", "slow"],
)
async def test_saved_places_are_found_again(tmp_path: Path, temper: OnvifTemper) -> None:
    async with onvif_stand(tmp_path, temper) as made:
        assert {CameraAbility.DRIVE, CameraAbility.PRESETS, CameraAbility.POSITION} <= set(made.driver.abilities)
        left = await made.save("ban-chu-toa", LEFT, 0)
        right = await made.save("buc-phat-bieu", RIGHT, 1)
        assert left.token != right.token
        made.driver.recall("go", left)
        arrived = await made.polled.end("go")
        assert (arrived.reason, arrived.memory_gone) == (None, False)
        assert near(made.camera.head.place, LEFT)
        assert made.camera.recalls == [left.token]
        assert made.server.foreign_octets == 0
        await until(lambda: made.driver.standing is not None)


async def test_saving_again_uses_the_memory_of_that_number(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path) as made:
        first = await made.save("chu-toa", LEFT, 7)
        again = await made.save("chu-toa-moi", RIGHT, 7)
        assert first.token == again.token
        assert [preset.name for preset in made.camera.presets.values()] == ["dc07-chu-toa-moi"]


async def test_a_head_that_turns_is_not_saved(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.05) as made:
        made.camera.head.go(2000, None, None)
        made.driver.save("1", 0, slug="a")
        assert await made.polled.reason("1") is Reason.CAMERA_MOVING
        made.temper.moving_for_ever = True
        made.camera.head.halt()
        assert (await made.save("b", LEFT)).token is not None


async def test_a_full_camera_says_so(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(most_presets=1)) as made:
        await made.save("a", LEFT, 0)
        made.driver.save("1", 1, slug="b")
        assert await made.polled.reason("1") is Reason.PRESETS_FULL


async def test_what_the_camera_forgot_is_gone_to_by_position_and_said(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path) as made:
        left = await made.save("a", LEFT)
        made.camera.restart()
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        arrived = await made.polled.end("1")
        assert (arrived.reason, arrived.memory_gone) == (None, True)
        assert near(made.camera.head.place, LEFT)
        made.driver.recall("2", Target(0, None, left.token))
        assert await made.polled.reason("2") is Reason.CAMERA_FORGOT


async def test_a_camera_that_says_yes_to_any_token_is_not_believed(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(unknown_token_succeeds=True, has_absolute=False)) as made:
        left = await made.save("a", LEFT)
        made.camera.restart()
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        assert await made.polled.reason("1") is Reason.CAMERA_ELSEWHERE
        made.driver.recall("2", Target(0, None, left.token))
        assert await made.polled.reason("2") is Reason.CAMERA_UNCONFIRMED


async def test_a_camera_that_says_yes_and_goes_by_position(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(unknown_token_succeeds=True)) as made:
        left = await made.save("a", LEFT)
        made.camera.restart()
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        arrived = await made.polled.end("1")
        assert (arrived.reason, arrived.memory_gone) == (None, True)
        assert near(made.camera.head.place, LEFT)


@pytest.mark.parametrize(
    ("temper", "reason"),
    [
        (OnvifTemper(tells_position=False), None),
        (OnvifTemper(tells_position=False, moving_for_ever=True), Reason.CAMERA_UNCONFIRMED),
        (OnvifTemper(tells_position=False, tells_move_status=False), Reason.CAMERA_UNCONFIRMED),
        (OnvifTemper(tells_status=False), Reason.CAMERA_UNCONFIRMED),
    ],
    ids=["moves then idle", "moving for ever", "neither", "no status"],
)
async def test_a_camera_without_position(tmp_path: Path, temper: OnvifTemper, reason: Reason | None) -> None:
    async with onvif_stand(tmp_path, temper, brisk=2.0, move_seconds=1.5) as made:
        assert CameraAbility.POSITION not in made.driver.abilities
        made.temper.moving_for_ever, forever = False, temper.moving_for_ever
        left = await made.save("a", LEFT)
        assert left.position is None
        made.temper.moving_for_ever = forever
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        assert await made.polled.reason("1") is reason


async def test_a_camera_without_memory_goes_by_position(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(has_memory=False)) as made:
        assert CameraAbility.PRESETS in made.driver.abilities
        left = await made.save("a", LEFT)
        assert left.token is None
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        assert (await made.polled.end("1")).memory_gone is False
        assert near(made.camera.head.place, LEFT)
        assert not {"SetPreset", "GotoPreset"} & set(made.camera.heard)


async def test_the_newest_recall_wins_and_a_stop_ends_it(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.6) as made:
        left, right = await made.save("a", LEFT, 0), await made.save("b", RIGHT, 1)
        made.camera.head.place = Place(0, 0, 0)
        made.driver.recall("1", left)
        await until(lambda: made.camera.head.moving)
        made.driver.recall("2", right)
        assert await made.polled.reason("1") is Reason.SUPERSEDED
        await until(lambda: made.camera.recalls == [left.token, right.token])
        made.driver.stop("3")
        assert await made.polled.reason("2") is Reason.SUPERSEDED
        assert await made.polled.reason("3") is None
        assert not made.camera.head.moving


async def test_a_move_by_hand_goes_on_while_asked_and_stops(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.3) as made:
        for number in range(6):
            made.driver.drive(f"go {number}", Velocity(pan=40, tilt=-20, zoom=30), 1.0)
            assert await made.polled.reason(f"go {number}") is None
            await asyncio.sleep(0.25)
        assert made.camera.head.moving, "the camera's own second would be over"
        made.driver.stop("stop")
        assert await made.polled.reason("stop") is None
        assert not made.camera.head.moving
        place = made.camera.head.place
        assert place.pan > 0 > place.tilt
        await until(lambda: made.camera.stops >= 3)


def test_the_head_turns_slower_the_farther_the_lens_is_zoomed_in() -> None:
    fast = Velocity(pan=-80, tilt=3, zoom=50)
    assert at_zoom(fast, None) == at_zoom(fast, 0) == fast
    assert at_zoom(fast, 16000) == Velocity(pan=-10, tilt=1, zoom=50)
    assert -80 < at_zoom(fast, 8000).pan < -10


async def test_a_camera_without_focus_says_so(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(has_imaging=False)) as made:
        made.driver.drive("1", Velocity(focus=20), 0.5)
        assert await made.polled.reason("1") is Reason.CAMERA_CANNOT
        assert "ContinuousMove" not in made.camera.heard


async def test_a_move_that_is_not_asked_for_again_ends_at_the_driver_and_at_the_camera(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.3) as made:
        stops = made.camera.stops
        made.driver.drive("go", Velocity(pan=100), 0.2)
        await until(lambda: made.camera.head.moving)
        await until(lambda: made.camera.stops > stops and not made.camera.head.moving)
        made.driver.drive("again", Velocity(pan=100), 1.0)
        await until(lambda: made.camera.head.moving)
        made.temper.silent = True  # the line is cut: nothing of ours reaches it any more

        def stands() -> bool:
            made.camera.advance(asyncio.get_running_loop().time())
            return not made.camera.head.moving

        await until(stands)


@pytest.mark.parametrize("password", ["wrong", ""])
async def test_a_wrong_password_is_said_in_words(
    tmp_path: Path, password: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with onvif_stand(tmp_path, password=password, link=CameraLink.LOGIN_REFUSED) as made:
        made.driver.recall("1", Target(0, None, "a"))
        assert await made.polled.reason("1") is Reason.CAMERA_LOGIN
        assert made.driver.why
        asked = made.server.requests
        await asyncio.sleep(0.5)
        assert made.server.requests == asked, "it is not asked again and again, for it may shut us out"
    assert "admin123" not in caplog.text


async def test_a_clock_that_is_set_while_we_are_there_is_read_once_more(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path) as made:
        left = await made.save("a", LEFT)
        made.temper.clock_offset_seconds = 3600
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        assert await made.polled.reason("1") is None
        assert made.polled.links[-1] is CameraLink.READY


@pytest.mark.parametrize("fault", ["silent", "babbles", "endless"])
async def test_a_camera_that_cannot_be_talked_to_is_found_when_it_can(
    tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.cameras.onvif.onvif_device.SET_UP_SECONDS", 0.5)
    temper = OnvifTemper()
    setattr(temper, fault, True)
    async with onvif_stand(tmp_path, temper, link=CameraLink.UNREACHABLE) as made:
        made.driver.drive("1", Velocity(pan=1), 1.0)
        assert await made.polled.reason("1") is Reason.CAMERA_UNREACHABLE
        setattr(temper, fault, False)
        monkeypatch.setattr("hardware.cameras.onvif.onvif_device.SET_UP_SECONDS", 8.0)
        await made.polled.linked()
        assert made.camera.stops >= 1, "the first thing it is told is to stand still"


async def test_a_camera_that_goes_away_ends_what_is_under_way(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.02) as made:
        left = await made.save("a", LEFT)
        made.camera.head.place = RIGHT
        made.driver.recall("1", left)
        await until(lambda: made.camera.head.moving)
        await made.server.close()
        assert await made.polled.reason("1") is Reason.CAMERA_UNREACHABLE
        await made.polled.linked(CameraLink.UNREACHABLE)
        made.camera.restart()
        await made.server.open(made.server.port)
        await made.polled.linked()
        assert not made.camera.head.moving, "nothing is kept for when it is back"


async def test_a_camera_that_falls_silent_is_said_to_be_gone_and_nothing_is_kept_for_it(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path) as made:
        left = await made.save("a", LEFT)
        made.camera.head.place = RIGHT
        made.temper.silent = True
        made.driver.recall("1", left)
        assert await made.polled.reason("1") is Reason.CAMERA_UNREACHABLE
        made.temper.silent = False
        await made.polled.linked()
        assert near(made.camera.head.place, RIGHT)
        assert made.camera.recalls == []


async def test_closing_ends_what_is_open_once(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, brisk=0.05) as made:
        left = await made.save("a", LEFT)
        made.camera.head.place = RIGHT
        made.driver.drive("go", Velocity(pan=50), 1.0)
        made.driver.recall("1", left)
        await until(lambda: made.camera.head.moving)
        made.driver.close()
        assert await made.polled.reason("1") is Reason.CAMERA_UNREACHABLE
        made.driver.recall("2", left)
        assert await made.polled.reason("2") is Reason.CAMERA_UNREACHABLE
        made.driver.close()


async def test_a_camera_that_does_not_turn_offers_nothing(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(has_ptz=False)) as made:
        assert made.driver.abilities == ()
        made.driver.drive("1", Velocity(pan=1), 1.0)
        assert await made.polled.reason("1") is Reason.CAMERA_CANNOT
        made.driver.recalibrate("2")
        assert await made.polled.reason("2") is Reason.CAMERA_CANNOT


@pytest.mark.parametrize("kind", list(Snapshot))
async def test_the_cameras_own_picture_is_small_or_missing_and_never_waited_for_long(
    tmp_path: Path, kind: Snapshot
) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(snapshot=kind)) as made:
        async with asyncio.timeout(4):
            picture = await made.driver.snapshot()
        if kind in (Snapshot.MISSING, Snapshot.ENDLESS):
            assert picture is None
        else:
            assert picture is not None
            assert len(picture) <= 40_000
            assert Image.open(io.BytesIO(picture)).size == (WIDTH, HEIGHT)


async def test_a_login_is_logged_nowhere(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with onvif_stand(tmp_path, OnvifTemper(http_digest=True)) as made:
            await made.save("a", LEFT)
            assert await made.driver.snapshot() is not None
            made.camera.password = "other"
            made.driver.save("1", 0, slug="a")
            assert await made.polled.reason("1") is Reason.CAMERA_LOGIN
    assert "admin123" not in caplog.text
