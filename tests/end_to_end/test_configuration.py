"""Configuration during a meeting, security events, and calls that nobody ordered, seen from outside."""

import asyncio
import json
import socket
import ssl
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from console.checks.check_words import CheckItem, CheckResult
from console.commands import BringToPodium, CloseCheckStage, EndSession, StartSession, TickCheckItem
from console.configuration.configuration_entries import ConfigurationChanged
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import (
    SESSION_FREEZE,
    ChangeStanding,
    ConfigurationChange,
    ConfigurationFreeze,
)
from console.log_book.office_store import OfficeStore
from console.log_book.session_reading import read_session
from console.office.record import Kind
from console.office.security_events import SecurityEvent, SecurityMatter
from console.words import SessionKind
from tests.end_to_end.meeting import Folder, Meeting, eventually, new_folder, operator
from tests.own_process import OwnProcess

pytestmark = pytest.mark.timeout(120)
TET = ("calendar", "set", "2027-02-08", "off", "Tết")


def kept(folder: Folder, form: type[Kind]) -> tuple[Kind, ...]:
    with OfficeStore(folder.data.office_file) as office:
        return office.register.present(form)


def frozen(folder: Folder) -> bool:
    return any(each.id == SESSION_FREEZE and each.in_force for each in kept(folder, ConfigurationFreeze))


def logged(folder: Folder) -> dict[ChangeStanding, ConfigurationChanged]:
    file = max(folder.data.sessions.glob("*.sqlite3"))
    entries = (line.entry for line in read_session(file))
    return {entry.standing: entry for entry in entries if isinstance(entry, ConfigurationChanged)}


def knock(folder: Folder, secret: str) -> int:
    """Asks to join with a secret as a stock client does; returns the status."""
    url = f"{folder.place().urls[0]}/whip/s001"
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/sdp"}
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    request = urllib.request.Request(url, data=b"v=0\r\n", headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, context=anybody, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


async def checked_as_good(folder: Folder, meeting: Meeting) -> None:
    """Lets a rehearsal end with a technical check that everybody passed."""
    await meeting.do(StartSession(kind=SessionKind.REHEARSAL, title="Tổng duyệt", meeting_uid="m1"))
    for item in CheckItem:
        await meeting.do(TickCheckItem(site="s001", item=item, result=CheckResult.OK, value="36.0", by="Hà"))
    await meeting.do(CloseCheckStage())
    await meeting.do(EndSession())
    await eventually("the check freezes", lambda: bool(kept(folder, ConfigurationFreeze)))


async def test_configuration_stays_from_a_good_check_to_the_end_of_the_meeting(tmp_path: Path) -> None:
    with new_folder(tmp_path, sites=1, profile="vn-binh-dinh") as folder:
        await try_to_change(folder)


async def try_to_change(folder: Folder) -> None:
    folder.start_bridge()
    async with operator(folder, session=False) as meeting:
        await checked_as_good(folder, meeting)
        refused = await asyncio.to_thread(folder.run, *TET)
        assert (refused.returncode, "kiểm tra kỹ thuật đã đạt" in refused.stderr) == (2, True), refused
        await meeting.do(StartSession(kind=SessionKind.OFFICIAL, title="Giao ban", meeting_uid="m1"))
        await eventually("it is frozen", lambda: frozen(folder))
        refused = await asyncio.to_thread(folder.run, *TET)
        assert (refused.returncode, "cuộc họp chính thức đang diễn ra" in refused.stderr) == (2, True), refused
        done = await asyncio.to_thread(folder.run, *TET, "--reason", "thông báo mới", "--person", "Hoa")
        assert done.returncode == 0, done.stderr
        await eventually("the log has it", lambda: ChangeStanding.OVERRIDDEN in logged(folder))
        entry = logged(folder)[ChangeStanding.OVERRIDDEN]
        assert (entry.part, entry.person, entry.reason) == (ConfigurationPart.CALENDAR, "Hoa", "thông báo mới")
        assert "2027-02-08" in entry.after

        settings = json.loads(folder.data.settings_file.read_text(encoding="utf-8"))
        folder.data.settings_file.write_text(json.dumps({**settings, "invitation_hours": 48}), encoding="utf-8")
        await eventually("the change by hand is in the log", lambda: ChangeStanding.UNAPPROVED in logged(folder))
        assert logged(folder)[ChangeStanding.UNAPPROVED].after == "invitation_hours=48"
        standings = [each.standing for each in kept(folder, ConfigurationChange)]
        assert standings == [ChangeStanding.OVERRIDDEN, ChangeStanding.UNAPPROVED]
        await meeting.do(EndSession())
        await eventually("it is free again", lambda: not frozen(folder))
        assert (await asyncio.to_thread(folder.run, *TET[:3], "shipped")).returncode == 0


async def test_who_shows_a_revoked_secret_is_kept_with_the_site_and_a_stranger_without(folder: Folder) -> None:
    with OfficeStore(folder.data.office_file) as office:
        secret = office.credentials.issue_device_secret("s001")
        office.credentials.revoke(site="s001")
    folder.start_bridge()
    for shown in (secret, secret, "somebody-elses-secret"):
        assert await asyncio.to_thread(knock, folder, shown) == 401
    await eventually("both are kept", lambda: len(kept(folder, SecurityEvent)) == 2)
    assert [(each.matter, each.site) for each in kept(folder, SecurityEvent)] == [
        (SecurityMatter.REVOKED_CREDENTIAL, "s001"),
        (SecurityMatter.UNEXPECTED_JOIN, None),
    ]


# ---------------------------------------------------------------- calls


def tree(process: OwnProcess) -> list[psutil.Process]:
    root = psutil.Process(process.pid)
    return [root, *root.children(recursive=True)]


def called(processes: list[psutil.Process], known: set[int]) -> set[tuple[str, int]]:
    """Returns which addresses these processes have called: ends of connections that nobody made to them.

    `known` are ports that they may call.
    """
    connections = [each for process in processes for each in process.net_connections(kind="inet")]
    own = {each.laddr.port for each in connections if each.status == psutil.CONN_LISTEN} | known
    own |= {each.laddr.port for each in connections if each.type == socket.SOCK_DGRAM}
    return {
        (each.raddr.ip, each.raddr.port)
        for each in connections
        if each.raddr and each.laddr.port not in own and each.raddr.port not in own
    }


async def test_no_program_of_a_meeting_calls_anybody_without_an_order(folder: Folder) -> None:
    bridge = folder.start_bridge()
    letter = Path(folder.outputs / "letter.json")
    assert folder.run("invite", "1", "--address", "127.0.0.1", "--out", str(letter)).returncode == 0
    command = ["satellite", str(letter), "--data", str(folder.outputs / "site"), "--video", "test", "--audio", "test"]
    async with operator(folder) as meeting:
        site = OwnProcess([*command, "--no-window"], folder.outputs / "site.out", keyboard=True)
        folder.processes.append(site)
        await meeting.until_live(["s001"])
        address = folder.require_address()
        ports = {address.https_port, address.port}
        for look in range(3):
            if look == 1:
                await meeting.do(BringToPodium(site="s001"))
            assert called(tree(bridge), set()) == set(), "the bridge is called, it calls nobody"
            assert called(tree(site), ports) == set(), "the site calls the bridge it was invited by"
            await asyncio.sleep(0.2)
        technicians = [line for line in site.printed().splitlines() if "s002" in line]
        assert technicians == [], "a site's program knows no other site to call"
