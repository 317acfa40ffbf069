"""Cameras of Profile T, which offer media2 alone, and the focus of those whose imaging service moves it."""

from pathlib import Path

import pytest

from console.cameras.camera_words import CameraAbility
from console.words import Reason
from hardware.cameras.head import Velocity
from hardware.cameras.onvif.focus import range_in
from hardware.cameras.onvif.media2 import profile_in
from hardware.cameras.onvif.plain_soap import etree
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from tests.hardware.cameras.onvif.onvif_stand import LEFT, RIGHT, near, onvif_stand
from tests.hardware.cameras.polled_stand import until


async def test_a_camera_with_media2_alone_is_saved_recalled_and_seen(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path, OnvifTemper(has_media=False)) as made:
        target = await made.save("a", LEFT)
        made.camera.head.place = RIGHT
        made.driver.recall("1", target)
        assert await made.polled.reason("1") is None
        assert near(made.camera.head.place, LEFT)
        assert await made.driver.snapshot() is not None


async def test_the_focus_is_moved_by_hand_stopped_and_left_to_the_camera(tmp_path: Path) -> None:
    async with onvif_stand(tmp_path) as made:
        head = made.camera.head
        assert CameraAbility.FOCUS in made.driver.abilities
        before = head.focus
        made.driver.drive("far", Velocity(focus=60), 0.4)
        assert await made.polled.reason("far") is None
        await until(lambda: head.focus_speed > 0 and not head.autofocus)
        await until(lambda: head.focus_speed == 0)  # nobody asked again
        assert head.focus > before
        assert "Stop" in made.camera.heard
        assert "ContinuousMove" not in made.camera.heard  # the head was left alone
        made.driver.focus_automatically("auto")
        assert await made.polled.reason("auto") is None
        assert head.autofocus


@pytest.mark.parametrize("temper", [OnvifTemper(has_imaging=False), OnvifTemper(moves_focus=False)])
async def test_a_focus_that_cannot_be_moved_is_not_offered(tmp_path: Path, temper: OnvifTemper) -> None:
    async with onvif_stand(tmp_path, temper) as made:
        assert CameraAbility.FOCUS not in made.driver.abilities
        assert CameraAbility.DRIVE in made.driver.abilities
        made.driver.drive("far", Velocity(focus=60), 0.4)
        made.driver.focus_automatically("auto")
        assert await made.polled.reason("far") is Reason.CAMERA_CANNOT
        assert await made.polled.reason("auto") is Reason.CAMERA_CANNOT
        assert not {"FocusMove", "FocusSetImagingSettings"} & set(made.camera.heard)


def options(speed: str) -> object:
    return etree().fromstring(f"<a xmlns='urn:x'><MoveOptions>{speed}</MoveOptions></a>")


@pytest.mark.parametrize(
    ("speed", "reach"),
    [
        ("", None),
        ("<Absolute><Position><Min>0</Min><Max>1</Max></Position></Absolute>", None),
        ("<Continuous/>", None),
        ("<Continuous><Speed><Min>-7</Min><Max>7</Max></Speed></Continuous>", (-7.0, 7.0)),
        ("<Continuous><Speed><Max> 4 </Max><!-- --><Min>-2</Min></Speed></Continuous>", (-2.0, 4.0)),
        ("<Continuous><Speed/></Continuous>", (-1.0, 1.0)),
        ("<Continuous><Speed><Min>0</Min><Max>0</Max></Speed></Continuous>", (-1.0, 1.0)),
        ("<Continuous><Speed><Min>x</Min><Max>NaN</Max></Speed></Continuous>", (-1.0, 1.0)),
    ],
)
def test_the_speeds_of_a_focus_are_read_as_far_as_they_make_sense(
    speed: str, reach: tuple[float, float] | None
) -> None:
    found = range_in(options(speed), "lens")
    assert (None if found is None else (found.nearer, found.farther)) == reach
    if found is not None:
        assert (found.speed(-100), found.speed(100)) == reach


MOVING_SECOND = (
    "<P:Profiles token='x'/><P:Profiles token='b'><P:PTZ><NodeToken> n </NodeToken></P:PTZ>"
    "<P:VideoSource><SourceToken>s</SourceToken></P:VideoSource></P:Profiles>"
)


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ("<P:Profiles token='a'/>", None),
        ("<P:Profiles><P:PTZ/></P:Profiles>", None),
        ("<P:Profiles token='a b'><P:Configurations><P:PTZ/></P:Configurations></P:Profiles>", ("a b", "", "")),
        (
            MOVING_SECOND,
            ("b", "n", "s"),
        ),
    ],
)
def test_a_profile_of_media2_is_found_however_it_is_written(inner: str, wanted: tuple[str, str, str] | None) -> None:
    found = profile_in(etree().fromstring(f"<P:R xmlns:P='urn:any'>{inner}</P:R>"))
    assert (None if found is None else (found.token, found.node, found.source)) == wanted


def test_numbers_of_a_speed_stay_within_its_range() -> None:
    found = range_in(options("<Continuous><Speed><Min>-3</Min><Max>1</Max></Speed></Continuous>"), "lens")
    assert found is not None
    assert [found.speed(per_cent) for per_cent in (-50, 0, 50)] == [-1.5, 0.0, 0.5]
