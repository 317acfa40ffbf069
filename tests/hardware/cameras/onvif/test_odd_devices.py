"""What real devices are and send otherwise than the standard says: transfers, addresses, nodes, profiles, clocks."""

import pytest

from hardware.cameras.head import Position
from hardware.cameras.polled.device import DeviceTrouble
from tests.hardware.cameras.onvif.odd_camera import NOT_SUPPORTED, TIME, Transfer
from tests.hardware.cameras.onvif.test_odd_answers import NESTED, odd_device, soap_fault

WENT = "<p:GotoPresetResponse/>"


@pytest.mark.parametrize("transfer", [Transfer.CHUNKED, Transfer.UNTIL_CLOSED, Transfer.SLOW])
async def test_answers_are_read_however_they_are_sent(transfer: Transfer) -> None:
    async with odd_device() as (device, camera):
        camera.transfer, camera.content_type, camera.before = transfer, "text/html", b"\xef\xbb\xbf\r\n\r\n"
        assert (await device.set_up()).position
        assert (await device.where()).position == Position(500, -500, 2000)


@pytest.mark.parametrize("at", ["http://", "http://192.168.77.3:81", "http://127.0.0.1:9", "http://0.0.0.0"])
async def test_addresses_that_lead_nowhere_are_looked_for_where_the_camera_is(at: str) -> None:
    async with odd_device(GotoPreset=WENT) as (device, camera):
        camera.at = at
        assert (await device.set_up()).position
        await device.go_to_memory("1")
        assert camera.asked[-1] == "GotoPreset"


NODE = (
    '<p:GetNodeResponse><p:PTZNode token="n0">{}<onvif:MaximumNumberOfPresets>9</onvif:MaximumNumberOfPresets>'
    "</p:PTZNode></p:GetNodeResponse>"
)


@pytest.mark.parametrize("inner", ["", "<{0}/>", "<{0}><onvif:Extension/></{0}>"])
async def test_a_node_that_names_no_spaces_is_taken_to_do_what_every_camera_does(inner: str) -> None:
    node = NODE.format(inner.format("onvif:SupportedPTZSpaces"))
    if inner == "<{0}/>":
        node = node.replace("/>", "></onvif:SupportedPTZSpaces>", 1)
    async with odd_device(GetNode=node) as (device, _):
        equipment = await device.set_up()
        assert (equipment.drives, equipment.absolute, equipment.memory) == (True, True, True)


async def test_a_head_that_no_profile_names_moves_by_the_first_profile_whatever_its_token() -> None:
    profiles = '<m:GetProfilesResponse><m:Profiles token="p 0 é"><onvif:Name/></m:Profiles></m:GetProfilesResponse>'
    nodes = '<p:GetNodesResponse><p:PTZNode token="n 1"/></p:GetNodesResponse>'
    async with odd_device(GetProfiles=profiles, GetNodes=nodes, GotoPreset=WENT) as (device, camera):
        assert (await device.set_up()).drives
        await device.go_to_memory(" a token ")
        assert camera.asked[-1] == "GotoPreset"


async def test_media2_is_asked_where_the_media_service_has_no_profile_that_moves() -> None:
    profiles = (
        '<t:GetProfilesResponse xmlns:t="http://www.onvif.org/ver20/media/wsdl"><t:Profiles token="p2"><t:PTZ>'
        "<onvif:NodeToken>n0</onvif:NodeToken></t:PTZ></t:Profiles></t:GetProfilesResponse>"
    )
    async with odd_device(GetProfiles=profiles) as (device, camera):
        camera.paths["ver20/media"] = "t"
        assert (await device.set_up()).drives
        assert camera.asked.count("GetProfiles") == 2


@pytest.mark.parametrize("asks_for_services", [True, False])
async def test_a_camera_that_checks_logins_by_another_clock_than_it_tells(asks_for_services: bool) -> None:
    early = TIME.replace("<onvif:Year>2026", "<onvif:Year>2001")
    async with odd_device(GetSystemDateAndTime=early) as (device, camera):
        camera.refuses_year = "2001"
        camera.refusal = (400, soap_fault(NESTED.format("ter:NotAuthorized"), ""))
        camera.open_to_all = () if asks_for_services else ("GetServices", "GetDeviceInformation")
        assert (await device.set_up()).drives
        assert (await device.where()).position == Position(500, -500, 2000)
        assert camera.refused <= 3


async def test_a_page_instead_of_an_answer_is_told_in_its_own_words() -> None:
    async with odd_device(GotoPreset=(400, b"<html><body><h1>400 Bad Request</h1></body></html>")) as (device, _):
        await device.set_up()
        with pytest.raises(DeviceTrouble, match="400 Bad Request"):
            await device.go_to_memory("1")


async def test_presets_without_names_or_with_blanks_in_their_tokens_are_set_over() -> None:
    listed = '<p:Preset token=" 1 "/><p:Preset token="x y"><onvif:Name>dc03-cu</onvif:Name></p:Preset><p:Preset/>'
    async with odd_device(
        GetPresets=f"<p:GetPresetsResponse>{listed}</p:GetPresetsResponse>",
        SetPreset="<p:SetPresetResponse/>",
        GetNode=(400, NOT_SUPPORTED),
    ) as (device, _):
        await device.set_up()
        assert await device.keep(3, "moi") == "x y"
