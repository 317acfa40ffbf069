"""Control of a session given to a site, as Đồng Nai has it: judged by the ears of the sites and by the log.

Rule: the site acts through its own program and its own line; the bridge decides.
"""

import sys
from pathlib import Path

import pytest

from console.commands import EndSession, MuteSite, OpenIncident, SafeStop, UnmuteSite
from console.control.control_commands import DelegateControl
from console.control.control_entries import ControlDelegated, ControlRevoked
from console.log_book.session_reading import read_session
from console.meeting.meeting_snapshot import ControlView
from console.words import MAIN_SITE, DelegatedRight, Outcome, Reason, SiteId
from hardware.simulator.province import Province
from hardware.simulator.province_orders import GiveOrder, PressMicrophone
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, new_folder, operator, plan
from tests.end_to_end.set_clock import SettableClock, can_set_clocks
from tests.own_process import OwnProcess, until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="libfaketime is Linux's"),
    pytest.mark.skipif(not can_set_clocks(), reason="libfaketime is missing"),
]
GIVEN, OTHER, EAR = "s001", "s002", "s003"
RIGHTS = (DelegatedRight.SILENCE, DelegatedRight.PODIUM)


def start_bridge(folder: Folder, clock: SettableClock) -> OwnProcess:
    """Starts a bridge that lives by this clock, on the ports of the settings."""
    bridge = folder.start("bridge", environment=clock.environment)
    until("the bridge is up", folder.address, 30, bridge)
    return bridge


def given(meeting: Meeting) -> dict[SiteId, tuple[DelegatedRight, ...]]:
    """Returns who controls what."""
    view = meeting.state.views.get("control")
    assert isinstance(view, ControlView)
    return {one.site: one.rights for one in view.delegations}


async def answer(province: Province, site: SiteId, order: GiveOrder) -> tuple[Outcome, Reason | None]:
    """Lets a site give a command, and returns what its own program was answered."""
    assert not province.order(order).not_done

    def answered() -> bool:
        facts = province.show(site).given
        return facts is not None and facts.command == order.command and facts.outcome is not None

    await eventually(f"{site} has an answer to {order.command}", answered)
    facts = province.show(site).given
    assert facts is not None
    assert facts.outcome is not None
    return facts.outcome, facts.reason


async def hears(province: Province, numbers: set[int]) -> None:
    await eventually(f"{EAR} hears {numbers}", lambda: hears_exactly(province.show(EAR), numbers), 15)


async def let_speak(meeting: Meeting, province: Province, site: SiteId) -> None:
    """Lets a site open its microphone, and its technician open it."""
    await meeting.do(UnmuteSite(site=site))
    await eventually(f"{site} may open", lambda: province.show(site).may_open)
    province.order(PressMicrophone(site=site, open=True))


async def test_a_site_silences_another_through_its_own_line_as_far_and_as_long_as_it_may(tmp_path: Path) -> None:
    clock = SettableClock(tmp_path)
    with new_folder(tmp_path, sites=3, profile="vn-dong-nai", fixed_ports=True) as folder:
        bridge = start_bridge(folder, clock)
        with folder.province([plan(number) for number in range(4)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live([MAIN_SITE, GIVEN, OTHER, EAR])
                await let_speak(meeting, province, OTHER)
                await hears(province, {2})

                silence = GiveOrder(site=GIVEN, command=MuteSite(site=OTHER))
                assert not province.show(GIVEN).rights
                assert await answer(province, GIVEN, silence) == (Outcome.REFUSED, Reason.NOT_ALLOWED)
                await hears(province, {2})  # nothing was given, nothing is silenced

                await meeting.do(DelegateControl(site=GIVEN, rights=RIGHTS, minutes=1, basis="QĐ 12"))
                await eventually("its program knows its rights", lambda: province.show(GIVEN).rights == RIGHTS)
                assert (await answer(province, GIVEN, silence))[0] in (Outcome.DONE, Outcome.PARTLY)
                await hears(province, set())
                assert not province.show(OTHER).microphone_open

                for beyond in (OpenIncident(text="mất tiếng", site=OTHER), SafeStop()):
                    refused = await answer(province, GIVEN, GiveOrder(site=GIVEN, command=beyond))
                    assert refused == (Outcome.REFUSED, Reason.BEYOND_RIGHTS)
                assert (await answer(province, OTHER, GiveOrder(site=OTHER, command=MuteSite(site=GIVEN))))[1] is (
                    Reason.NOT_ALLOWED
                )

                # The minute passes while no bridge runs: what was given ends with its time, crash or not.
                bridge.kill()
                clock.set_by(90)
                start_bridge(folder, clock)
                await meeting.state.until("the time is over", lambda: not given(meeting), 30)
                await eventually(
                    "its program knows that nothing is left",
                    lambda: province.show(GIVEN).phase == "joined" and not province.show(GIVEN).rights,
                    40,
                )
                assert (await answer(province, GIVEN, silence))[1] is Reason.NOT_ALLOWED
                session = meeting.state.session().session
                await meeting.do(EndSession())
    assert session is not None
    told = [line.entry for line in read_session(folder.data.session_file(session)).lines]
    (start,) = (entry for entry in told if isinstance(entry, ControlDelegated))
    assert (start.site, start.rights, start.basis) == (GIVEN, RIGHTS, "QĐ 12")
    assert [entry.expired for entry in told if isinstance(entry, ControlRevoked)] == [True]
    assert folder.run("verify-log", str(folder.data.session_file(session))).returncode == 0
