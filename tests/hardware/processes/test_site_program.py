"""The endpoint beside a window: asks for an invitation, changes devices, keeps reports while it is out."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from console.sites.site_facts import DeviceChoice, EchoVerdict, SoundTest
from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind
from console.words import Outcome
from hardware.link.frames_folder import FramesFolder
from hardware.processes.site.site_devices import chosen_devices
from hardware.processes.site.site_wire_messages import (
    ListDevices,
    PlayTest,
    TellIncident,
    TellWhoIsThere,
    UseDevices,
    UseInvitation,
)
from tests.end_to_end.meeting import Folder, operator
from tests.hardware.processes.test_satellite import Window, endpoint, invitation

pytestmark = pytest.mark.timeout(120)

TEST_DEVICES = ("--video", "test", "--audio", "test")


async def awaited(
    window: Window, what: str, holds: Callable[[SiteStanding], object], seconds: float = 25
) -> SiteStanding:
    """Waits until a state of the endpoint is as awaited."""
    return await asyncio.to_thread(window.until, what, lambda site: bool(holds(site)), seconds)


def answered(site: SiteStanding) -> bool:
    return site.incident is not None and site.incident.outcome is not None


def text_of(letter: str) -> str:
    return Path(letter).read_text(encoding="utf-8")


def do(window: Window, act: msgspec.Struct) -> None:
    window.write(msgspec.json.encode(act))


async def test_a_site_from_nothing_to_the_meeting_and_through_its_changes(folder: Folder) -> None:
    folder.start_bridge()
    letter, frames = invitation(folder), FramesFolder(folder.outputs)
    async with operator(folder):
        with endpoint(folder, frames.path, *TEST_DEVICES) as window:
            asked = await awaited(window, "it asks for an invitation", lambda site: site.needs_invitation)
            assert {what.kind for what in asked.troubles} == {TroubleKind.NOT_JOINED_YET}

            do(window, UseInvitation(text="no/such/letter.json"))
            bad = await awaited(
                window, "it says what was wrong", lambda site: site.troubles[0].kind is TroubleKind.FILE_MISSING
            )
            assert bad.needs_invitation

            do(window, UseInvitation(text=text_of(letter)))
            joined = await awaited(window, "it joined", lambda site: site.joined)
            assert not joined.needs_invitation
            assert joined.attempt == 0

            do(window, TellIncident(text="Mất điện"))
            told = await awaited(window, "the bridge has noted it", answered)
            assert told.incident is not None
            assert told.incident.outcome is Outcome.DONE
            do(window, TellWhoIsThere(head_count=24, in_charge="Bà Hoa"))
            there = await awaited(window, "who is there came back", lambda site: site.head_count == 24)
            assert there.in_charge == "Bà Hoa"

            do(window, PlayTest(test=SoundTest.ECHO))
            silent = await awaited(window, "there is no card", lambda site: site.echo is not None)
            assert silent.echo is not None
            assert silent.echo.verdict is EchoVerdict.NO_SOUND
            do(window, ListDevices())
            listed = await awaited(window, "the devices are listed", lambda site: site.devices is not None)
            assert listed.devices is not None
            assert listed.devices.chosen.microphone == "test"

            do(window, UseDevices(devices=DeviceChoice(camera="test", microphone="none")))
            await awaited(window, "it is back with other devices", lambda site: site.joined and not site.has_microphone)
            assert chosen_devices(folder.data.root / "site", DeviceChoice()).microphone == "none"
    frames.close()


async def test_an_incident_told_while_the_bridge_is_away_is_noted_when_it_is_back(folder: Folder) -> None:
    bridge = folder.start_bridge()
    address = folder.require_address()
    letter, frames = invitation(folder), FramesFolder(folder.outputs)
    async with operator(folder):
        with endpoint(folder, frames.path, *TEST_DEVICES) as window:
            do(window, UseInvitation(text=letter))
            await awaited(window, "it joined", lambda site: site.joined)
            bridge.kill()
            waits = await awaited(window, "it waits for the next attempt", lambda site: site.next_try_ms, 30)
            assert waits.attempt >= 1
            do(window, TellIncident(text="Mất đường truyền"))
            await awaited(window, "it keeps it", lambda site: site.incident is not None)
            again = folder.start("bridge", "--https-port", str(address.https_port), "--media-port", "0")
            assert again.running
            told = await awaited(window, "noted", answered, 60)
            assert told.incident is not None
            assert told.incident.outcome is Outcome.DONE
    frames.close()
