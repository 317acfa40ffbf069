"""Who a site is: a machine that comes back, and another one that claims its place."""

import asyncio
import shutil
import time
from pathlib import Path

import pytest

from console.admission.admission_commands import LetIn, LockMeeting, RevokeCredentials
from console.admission.admission_view import AdmissionView
from console.words import MAIN_SITE, LinkState
from hardware.signalling.client import enrol
from tests.end_to_end.meeting import Folder, Meeting, eventually, operator, plan
from tests.own_process import OwnProcess

pytestmark = pytest.mark.timeout(120)
REPLACED = "Một máy khác đã vào họp với tên điểm cầu này và thay chỗ máy này."

REVOKED = "Quyền kết nối không đúng hoặc đã bị thu hồi"
LOCKED = "Cuộc họp đã khóa"


async def test_a_crashed_site_returns_with_its_own_credential(folder: Folder) -> None:
    folder.start_bridge()
    credential = (await enrol(folder.place(), folder.new_code("s001"))).credential
    async with operator(folder) as meeting:
        with folder.province([plan(1, credential=credential)]) as crashing:
            await meeting.until_live(["s001"])
            crashing.kill("s001")

            with folder.province([plan(1, credential=credential)]) as returned:
                await eventually("it is back", lambda: returned.show("s001").phase == "joined", 15)
                await meeting.until_live(["s001"])


def machine(folder: Folder, name: str, *invitation: str) -> OwnProcess:
    """Starts a site's program on a machine of its own, with somebody at its terminal."""
    command = ["satellite", *invitation, "--data", str(folder.outputs / name), "--video", "test", "--audio", "test"]
    process = OwnProcess([*command, "--no-window"], folder.outputs / f"{name}.out", keyboard=True)
    folder.processes.append(process)
    return process


def copy_of(folder: Folder, name: str, copy: str) -> None:
    """Gives another machine what the first remembers of its bridge, its credential with it."""
    Path(folder.outputs / copy).mkdir()
    shutil.copy(folder.outputs / name / "satellite.json", folder.outputs / copy)


def attempts(meeting: Meeting) -> int:
    view = meeting.state.site("s003")
    return view.attempts if view is not None else 0


def waiting(meeting: Meeting) -> list[str]:
    view = meeting.state.views.get("admission")
    return [each.site for each in view.waiting] if isinstance(view, AdmissionView) else []


async def test_two_machines_with_one_credential_do_not_throw_each_other_out_for_ever(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    assert folder.run("invite", "3", "--address", "127.0.0.1", "--out", str(letter)).returncode == 0
    async with operator(folder) as meeting:
        first = machine(folder, "first", str(letter))
        await meeting.until_live(["s003"])
        copy_of(folder, "first", "second")

        second = machine(folder, "second")
        await eventually("the first is told", lambda: "Nhấn Enter" in first.printed(), 20)
        assert REPLACED in first.printed()
        await asyncio.sleep(5)
        assert attempts(meeting) == 2
        assert REPLACED not in second.printed()
        await meeting.until_live(["s003"])

        first.type_line()
        await eventually("the second is told", lambda: REPLACED in second.printed(), 20)
        await asyncio.sleep(5)
        assert attempts(meeting) == 3
        await meeting.until_live(["s003"])
        first.process.terminate()
        assert first.wait(15) == 0
        assert second.running


async def test_another_machine_cannot_take_a_connected_sites_place(folder: Folder) -> None:
    folder.start_bridge()
    async with operator(folder) as meeting:
        with folder.province([plan(0), plan(1)]) as first:
            await meeting.until_live([MAIN_SITE, "s001"])

            with folder.province([plan(1)]) as second:
                await eventually("it is told why", lambda: bool(second.show("s001").trouble))
                trouble = second.show("s001").trouble

                assert second.show("s001").joins == 0
                assert trouble.endswith(".")
            assert first.show("s001").joins == 1
            await meeting.until_live(["s001"])


async def test_a_lost_laptop_is_out_within_a_second_and_stays_out_until_it_is_invited_anew(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    assert folder.run("invite", "3", "--address", "127.0.0.1", "--out", str(letter)).returncode == 0
    async with operator(folder) as meeting:
        lost = machine(folder, "lost", str(letter))
        await meeting.until_live(["s003"])

        began = time.monotonic()
        await meeting.do(RevokeCredentials(site="s003"))
        await meeting.state.until("it is out", lambda: meeting.link("s003") is LinkState.LOST)
        print(f"out after {(time.monotonic() - began) * 1000:.0f} ms")

        await eventually("it is told why", lambda: REVOKED in lost.printed(), 20)
        assert meeting.link("s003") is LinkState.LOST
        await eventually("the office keeps it", lambda: "thu hồi" in folder.run("credentials", "log").stdout, 10)
        await meeting.do(LockMeeting())
        assert folder.run("invite", "3", "--address", "127.0.0.1", "--out", str(letter)).returncode == 0
        new = machine(folder, "new", str(letter))
        await eventually("it knocks", lambda: LOCKED in new.printed(), 20)
        await meeting.state.until("it is shown waiting", lambda: waiting(meeting) == ["s003"])
        await meeting.do(LetIn(site="s003"))
        await meeting.until_live(["s003"])
