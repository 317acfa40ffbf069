"""What real devices answer otherwise than the standard says, one property each: read as far as it goes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from console.words import Reason
from hardware.cameras.head import Position
from hardware.cameras.onvif.onvif_device import OnvifDevice
from hardware.cameras.polled.device import DeviceTrouble, Equipment, MemoryGone, Reading
from tests.hardware.cameras.onvif.odd_camera import ENVELOPE, NOT_SUPPORTED, Answer, OddCamera, fault, position, status

STOPPED = "<p:StopResponse/>"


@asynccontextmanager
async def odd_device(**answers: Answer) -> AsyncIterator[tuple[OnvifDevice, OddCamera]]:
    camera = OddCamera(**answers)
    device = OnvifDevice("127.0.0.1", await camera.open(), "admin", "x")
    try:
        yield device, camera
    finally:
        await device.close()
        await camera.close()


MOVING = "<onvif:MoveStatus><onvif:PanTilt>{0}</onvif:PanTilt><onvif:Zoom>{0}</onvif:Zoom></onvif:MoveStatus>"
TIME = "<onvif:UtcTime>2026-01-03T08:01:02Z</onvif:UtcTime>"


@pytest.mark.parametrize(
    ("inner", "reading"),
    [
        (position("0.25", "-0.5", "0.125") + MOVING.format("IDLE") + TIME, Reading(Position(500, -500, 2000), False)),
        (MOVING.format("IDLE") + TIME, Reading(None, False)),
        (MOVING.format("MOVING"), Reading(None, True)),
        (TIME, Reading(None, None)),
        ("", Reading(None, None)),
        (position("0.123", "0.456", None) + MOVING.format("UNKNOWN") + TIME, Reading(Position(246, 456, None), None)),
        (position("NaN", "0", "0") + TIME, Reading(None, None)),
        (position("0,25", "-0,5", "0") + TIME, Reading(None, None)),
        (position("", "0", "0"), Reading(None, None)),
        ('<onvif:Position><onvif:Zoom x="0.5"/></onvif:Position>' + TIME, Reading(None, None)),
        (position("1e400", "0", "0"), Reading(None, None)),
        (
            position("0", "0", "0") + MOVING.format("Idle") + "<onvif:Error>NO error</onvif:Error>",
            Reading(Position(0, 0, 0), False),
        ),
        (position("0", "0", "0") + "<onvif:UtcTime>never</onvif:UtcTime>", Reading(Position(0, 0, 0), None)),
        (position("0", "0", "0") + '<x:More xmlns:x="urn:maker">1</x:More>', Reading(Position(0, 0, 0), None)),
    ],
)
async def test_a_status_is_read_as_far_as_it_goes(inner: str, reading: Reading) -> None:
    async with odd_device(GetStatus=status(inner)) as (device, _):
        equipment = await device.set_up()
        assert equipment.position is (reading.position is not None)
        assert await device.where() == reading


@pytest.mark.parametrize(
    ("operation", "answer"),
    [
        ("GetStatus", (400, NOT_SUPPORTED)),
        ("GetStatus", (200, NOT_SUPPORTED)),
        ("GetStatus", (500, "")),
        ("GetStatus", b""),
        ("GetStatus", b"<html>404</html>"),
        ("GetStatus", "<p:GetStatusResponse/>"),
        ("GetStatus", "<p:SomethingElse/>"),
        ("GetNode", "<p:GetNodeResponse/>"),
        ("GetNode", b"\xff\xfe"),
        ("GetNode", (500, "")),
        ("GetDeviceInformation", b"not xml"),
        ("GetDeviceInformation", "<d:GetDeviceInformationResponse/>"),
    ],
)
async def test_a_camera_is_used_without_what_it_does_not_answer(operation: str, answer: Answer) -> None:
    async with odd_device(**{operation: answer, "GotoPreset": "<p:GotoPresetResponse/>"}) as (device, camera):
        equipment = await device.set_up()
        assert (equipment.drives, equipment.memory) == (True, True)
        await device.go_to_memory("1")
        assert camera.asked[-1] == "GotoPreset"


@pytest.mark.parametrize(
    "time",
    [
        "<d:GetSystemDateAndTimeResponse/>",
        "<d:GetSystemDateAndTimeResponse><d:SystemDateAndTime/></d:GetSystemDateAndTimeResponse>",
        b"<nothing",
        (400, NOT_SUPPORTED),
        (500, ""),
    ],
)
async def test_a_camera_that_tells_no_time_is_spoken_to_by_our_own_clock(time: Answer) -> None:
    async with odd_device(GetSystemDateAndTime=time) as (device, _):
        assert (await device.set_up()).position


@pytest.mark.parametrize(
    "profiles", ["<m:GetProfilesResponse/>", '<m:GetProfilesResponse><m:Profiles token="a"/></m:GetProfilesResponse>']
)
async def test_a_camera_without_a_profile_that_moves_offers_nothing(profiles: str) -> None:
    async with odd_device(GetProfiles=profiles) as (device, _):
        assert await device.set_up() == Equipment(drives=False, memory=False, absolute=False, position=False)
        with pytest.raises(DeviceTrouble) as caught:
            await device.go(Position(0, 0, 0))
        assert caught.value.reason is Reason.CAMERA_CANNOT


def soap_fault(subcode: str, saying: str) -> str:
    return fault(
        f"<SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:Sender</SOAP-ENV:Value>{subcode}</SOAP-ENV:Code>"
        f'<SOAP-ENV:Reason><SOAP-ENV:Text xml:lang="en">{saying}</SOAP-ENV:Text></SOAP-ENV:Reason>'
    )


NESTED = (
    "<SOAP-ENV:Subcode><SOAP-ENV:Value>ter:InvalidArgVal</SOAP-ENV:Value><SOAP-ENV:Subcode><SOAP-ENV:Value>{}"
    "</SOAP-ENV:Value></SOAP-ENV:Subcode></SOAP-ENV:Subcode>"
)


def in_the_old_envelope(body: str) -> bytes:
    """As SOAP 1.1 has it."""
    old = ENVELOPE.replace("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/")
    return old.format(body=body).encode()


OLD_FAULT = in_the_old_envelope(fault("<faultcode>Client</faultcode><faultstring>No such preset</faultstring>"))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((400, soap_fault(NESTED.format("ter:NoToken"), "")), Reason.CAMERA_FORGOT),
        ((500, soap_fault("", "Preset token does not exist")), Reason.CAMERA_FORGOT),
        ((200, soap_fault(NESTED.format("ter:NotAuthorized"), "")), Reason.CAMERA_LOGIN),
        ((400, soap_fault("", "Sender not Authorized")), Reason.CAMERA_LOGIN),
        ((401, ""), Reason.CAMERA_LOGIN),
        ((400, soap_fault(NESTED.format("ter:MovingPTZ"), "")), Reason.CAMERA_MOVING),
        ((400, NOT_SUPPORTED), Reason.CAMERA_CANNOT),
        ((400, soap_fault("", "")), Reason.CAMERA_FAILED),
        ((503, "<p:Busy/>"), Reason.CAMERA_FAILED),
        (b"", Reason.CAMERA_FAILED),
        (b"<!DOCTYPE a [<!ENTITY a 'b'>]><a>&a;</a>", Reason.CAMERA_FAILED),
        ((404, "gone"), Reason.CAMERA_FAILED),
        ((500, OLD_FAULT), Reason.CAMERA_FORGOT),
    ],
)
async def test_every_refusal_becomes_one_of_our_reasons(answer: Answer, reason: Reason) -> None:
    async with odd_device(GotoPreset=answer) as (device, _):
        await device.set_up()
        with pytest.raises(DeviceTrouble) as caught:
            await device.go_to_memory("1")
        assert caught.value.reason is reason
        assert isinstance(caught.value, MemoryGone) is (reason is Reason.CAMERA_FORGOT)
        assert str(caught.value).isprintable()


PRESET = '<p:Preset token="{0}"><onvif:Name>{1}</onvif:Name></p:Preset>'


@pytest.mark.parametrize(
    ("listed", "answer", "token"),
    [
        ("", "<p:PresetToken>12</p:PresetToken>", "12"),
        (PRESET.format("5", "dc03-cu"), "<p:PresetToken>5</p:PresetToken>", "5"),
        (PRESET.format("5", "dc03-cu"), "", "5"),
        (PRESET.format("7", "dc03-chu-toa"), "<p:PresetToken/>", "7"),
        (
            '<p:Preset token="8"/><p:Preset><onvif:Name>x</onvif:Name></p:Preset>',
            "<p:PresetToken>9</p:PresetToken>",
            "9",
        ),
    ],
)
async def test_a_presets_token_is_found_however_it_is_told(listed: str, answer: str, token: str) -> None:
    async with odd_device(
        GetPresets=f"<p:GetPresetsResponse>{listed}</p:GetPresetsResponse>",
        SetPreset=f"<p:SetPresetResponse>{answer}</p:SetPresetResponse>",
    ) as (device, _):
        await device.set_up()
        assert await device.keep(3, "chu-toa") == token


async def test_a_list_that_cannot_be_read_keeps_no_preset_from_being_set() -> None:
    async with odd_device(
        GetPresets=b"<s:Envelope>\xe1\xbb",
        SetPreset="<p:SetPresetResponse><p:PresetToken>1</p:PresetToken></p:SetPresetResponse>",
    ) as (device, _):
        await device.set_up()
        assert await device.keep(0, "a") == "1"


async def test_a_camera_that_names_no_token_at_all_is_not_believed() -> None:
    async with odd_device(
        GetPresets="<p:GetPresetsResponse/>", SetPreset="<p:SetPresetResponse><p:PresetToken/></p:SetPresetResponse>"
    ) as (device, _):
        await device.set_up()
        with pytest.raises(DeviceTrouble) as caught:
            await device.keep(0, "a")
        assert caught.value.reason is Reason.CAMERA_CANNOT


async def test_answers_in_the_old_envelope_are_read() -> None:
    inner = status(position("0.5", "0", "0"))
    async with odd_device(GetStatus=in_the_old_envelope(inner)) as (device, _):
        assert (await device.set_up()).position
        assert await device.where() == Reading(Position(1000, 0, 0), None)
