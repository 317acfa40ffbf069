"""One site's life: joins, obeys, is thrown out or cut off, and comes back by itself until it is stopped.

Rules: the microphone is closed whenever there is no bridge; every way in which a connection can end leads to the next
attempt but one: who was replaced by another program of the same site waits for its technician. Other waits are random
and bounded. The technician's acts work in every phase and say plainly when they cannot.
"""

import asyncio
import contextlib
import logging
import time
from random import Random
from typing import Final

from console.cameras.list_changes import ListChange
from console.checks.check_words import CheckItem, CheckResult, StageName
from console.commands import AnyCommand
from console.events import CameraReported
from console.office.meeting import Confidentiality
from console.sites.site_messages import (
    AskFloor,
    EndSpeech,
    FromSiteMessage,
    Ready,
    SiteCameraTouched,
    WithdrawRequest,
)
from console.trouble import Trouble, TroubleKind, trouble
from console.words import Reason, Rung
from hardware.endpoint.bridge_told import BridgeTold
from hardware.endpoint.endpoint_state import EndpointState, JoinPhase
from hardware.endpoint.equipment import SiteEquipment
from hardware.endpoint.ports import JoinFailed
from hardware.endpoint.reconnection import BackOff, Ending, wait_seconds
from hardware.endpoint.silent_bridge import BRIDGE_SILENT_SECONDS
from hardware.endpoint.site_reports import SiteReports
from hardware.endpoint.site_session import SiteSession
from hardware.endpoint.sound.microphone_gate import MicrophoneGate, PressResult

logger = logging.getLogger(__name__)

NOT_WELCOME: Final = frozenset({Reason.NOT_ALLOWED, Reason.UNKNOWN_SITE})
"""Goodbyes after which coming back at once would only be in the way."""


class SiteAgent:
    """The endpoint of one site; `run` lives until `stop`."""

    def __init__(
        self, equipment: SiteEquipment, *, back_off: BackOff | None = None, random: Random | None = None
    ) -> None:
        self._equipment = equipment
        self._back_off = back_off or BackOff()
        self._random = random or Random()  # noqa: S311 - spreads attempts in time
        self._stopped = asyncio.Event()
        self._hurry = asyncio.Event()
        self._session: SiteSession | None = None
        self._phase = JoinPhase.STOPPED
        self._trouble = ""
        self._why: Trouble | None = None
        self._joins = 0
        self._failures = 0
        self._next_try_ms: int | None = None
        self._reports = SiteReports()
        self._confidentiality = Confidentiality.OPEN
        """As the bridge said it last, over a connection that has ended."""

    # ------------------------------------------------------------ what is known

    @property
    def state(self) -> EndpointState:
        """The present moment."""
        session = self._session
        told = session.told if session is not None else BridgeTold()
        return EndpointState(
            phase=self._phase,
            trouble=self._trouble,
            why=self._why,
            joins=self._joins,
            failures=self._failures,
            microphone=session.microphone if session is not None else self._closed_gate(),
            rung=session.rung if session is not None else Rung.OFF,
            welcome=told.welcome,
            confidentiality=told.confidentiality or self._confidentiality,
            place=told.place,
            next_try_ms=self._next_try_ms,
            microphone_since_ms=session.microphone_since_ms if session is not None else None,
            reception=session.reception if session is not None else None,
            round_trip_ms=session.round_trip_ms if session is not None else None,
            line=told.line,
            bridge_hears=None if told.sound is None else told.sound.sounding,
            speaker=told.speaker,
            recorded=told.recorded,
            presented=told.presented,
            may_present=session is not None and session.presenting.may,
            presents=session is not None and session.presenting.presents,
            presenting_fault=session.presenting.fault if session is not None else "",
            control=told.control,
            check=told.check,
            order=self._reports.order,
            incident=self._reports.incident,
            attendance=self._reports.attendance,
        )

    def follow_content(self) -> None:
        """Takes that content is looked at beside the program from now on, or no longer."""
        if self._session is not None:
            self._session.content.follow()

    @property
    def session(self) -> SiteSession | None:
        """The connection of the moment, for what changes with every frame (levels, ages)."""
        return self._session

    def _closed_gate(self) -> MicrophoneGate:
        return MicrophoneGate(has_microphone=self._equipment.sound is not None).disconnected()

    # ------------------------------------------------------------ the technician's acts

    def press_microphone(self, *, wants_open: bool) -> PressResult:
        """Opens or closes the site's microphone; NOT_ALLOWED under the order and while there is no bridge."""
        if self._session is None:
            return self._closed_gate().pressed(wants_open=wants_open)[1]
        return self._session.press_microphone(wants_open=wants_open)

    def ask_floor(self, note: str = "", person: str = "") -> bool:
        """Raises the hand, for a named speaker where that is known; False when the bridge cannot be told now."""
        return self._say(AskFloor(note=note, person=person))

    def withdraw_request(self) -> bool:
        """Takes the raised hand down; False when the bridge cannot be told now."""
        return self._say(WithdrawRequest())

    def say_ready(self) -> bool:
        """Answers "on deck" with Ready; False when the bridge cannot be told now."""
        return self._say(Ready())

    def end_speech(self) -> bool:
        """Gives the floor back; False when the bridge cannot be told now."""
        return self._say(EndSpeech())

    def report_incident(self, text: str, opened_ms: int | None = None) -> None:
        """Reports that something went wrong; sent now, or as soon as there is a bridge again."""
        self._say(self._reports.add_incident(text, opened_ms))
        self._tell()

    def report_attendance(self, head_count: int | None, in_charge: str) -> None:
        """Says who is in the room; sent now, or as soon as there is a bridge again."""
        self._say(self._reports.add_attendance(head_count, in_charge))
        self._tell()

    def tick_check(self, stage: StageName, item: CheckItem, result: CheckResult, note: str, by: str) -> None:
        """Says what was found of an item of the check; sent now, or as soon as there is a bridge again."""
        self._say(self._reports.add_tick(stage, item, result, note, by))
        self._tell()

    def give_command(self, command: AnyCommand) -> bool:
        """Asks something of other sites, as far as it was delegated; False when the bridge cannot be told now."""
        said = self._say(self._reports.begin_order(command))
        if not said:
            self._reports.order_lost()
        self._tell()
        return said

    def present(self, path: str = "") -> bool:
        """Shows a film of this machine, or its screen, to everybody; False while the bridge does not let the site."""
        return self._session is not None and self._session.presenting.begin(path)

    def end_presenting(self) -> None:
        """Shows it no more; the permission stays."""
        if self._session is not None:
            self._session.presenting.end()

    def camera_reported(self, report: CameraReported) -> None:
        """Takes the end of a request from a camera's driver."""
        if self._session is not None:
            self._session.cameras.reported(report)

    def camera_seen(self, camera: str) -> None:
        """Takes from a camera's driver that something is known anew."""
        if self._session is not None:
            self._session.cameras.seen(camera)

    def camera_touched(self, camera: str) -> None:
        """Takes that the technician has moved a camera of the site."""
        self._say(SiteCameraTouched(camera=camera))

    def cameras_listed(self, change: ListChange | None = None) -> None:
        """Takes that the site's list of cameras has changed, and what was changed by whom."""
        if self._session is not None:
            self._session.cameras.listed(change)

    def _say(self, message: FromSiteMessage) -> bool:
        return self._session is not None and self._session.say(message)

    # ------------------------------------------------------------ life

    async def run(self) -> None:
        """Stays in the meeting until `stop`."""
        while not self._stopped.is_set():
            ending = await self._one_connection()
            if self._stopped.is_set():
                break
            wait = wait_seconds(self._back_off, self._failures, self._random, ending)
            self._next_try_ms = None if wait is None else time.time_ns() // 1_000_000 + round(wait * 1000)
            self._enter(JoinPhase.REPLACED if ending is Ending.SUPERSEDED else JoinPhase.WAITING)
            await self._wait(wait)
            self._next_try_ms = None
        self._enter(JoinPhase.STOPPED)

    def stop(self) -> None:
        """Leaves the meeting; `run` returns when everything is closed."""
        self._stopped.set()
        self._hurry.set()

    @property
    def stopping(self) -> bool:
        """Whether the agent was told to stop."""
        return self._stopped.is_set()

    def retry_now(self) -> None:
        """Ends the wait for the next attempt: the technician pressed "join", or takes the place back."""
        self._hurry.set()

    async def _one_connection(self) -> Ending:
        """Joins and stays until the connection ends; returns how it ended."""
        session = self._session = SiteSession(self._equipment, self._tell, self._reports)
        self._enter(JoinPhase.JOINING)
        try:
            if not await self._join(session):
                return Ending.LOST
            self._joins += 1
            self._failures = 0
            self._note("")
            self._enter(JoinPhase.JOINED)
            await self._until(session.ended)
            if session.ended.done():
                self._note(trouble_of(session))
        except JoinFailed as error:
            self._failures += 1
            self._note(error.trouble or error.text)
            return Ending.REFUSED if error.refused else Ending.LOST
        finally:
            await session.close(leaving=self.stopping)
            self._confidentiality = session.told.confidentiality or self._confidentiality
            self._session = None
            self._reports.order_lost()
        return ending_of(session.goodbye)

    async def _join(self, session: SiteSession) -> bool:
        """Returns whether the session is up; False when the agent was stopped meanwhile."""
        joining = asyncio.ensure_future(session.join())
        try:
            await self._until(joining)
            if joining.done():
                await joining
                return True
        finally:
            if not joining.done():
                joining.cancel()
                with contextlib.suppress(asyncio.CancelledError, JoinFailed):
                    await joining
        return False

    async def _until(self, future: "asyncio.Future[str] | asyncio.Future[None]") -> None:
        """Waits for a future or the order to stop."""
        stopped = asyncio.ensure_future(self._stopped.wait())
        try:
            await asyncio.wait((future, stopped), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()

    async def _wait(self, seconds: float | None) -> None:
        self._hurry.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), seconds)

    def _note(self, why: Trouble | str) -> None:
        self._trouble = str(why)
        self._why = why if isinstance(why, Trouble) else None

    def _enter(self, phase: JoinPhase) -> None:
        self._phase = phase
        self._tell()

    def _tell(self) -> None:
        if self._equipment.watcher is not None:
            self._equipment.watcher.endpoint_changed()


def trouble_of(session: SiteSession) -> Trouble:
    """Returns why a session has ended."""
    if session.goodbye is Reason.SUPERSEDED:
        return trouble(TroubleKind.REPLACED)
    if session.goodbye is not None:
        return trouble(TroubleKind.SENT_AWAY, reason=session.goodbye)
    if session.bridge_fell_silent:
        return trouble(TroubleKind.BRIDGE_SILENT, seconds=f"{BRIDGE_SILENT_SECONDS:.0f}")
    return trouble(TroubleKind.CONNECTION_ENDED, why=session.ended.result())


def ending_of(goodbye: Reason | None) -> Ending:
    """Returns what the bridge's last word means for coming back."""
    if goodbye is Reason.SUPERSEDED:
        return Ending.SUPERSEDED
    return Ending.REFUSED if goodbye in NOT_WELCOME else Ending.LOST
