"""Puts the security events that a bridge notices into the office's register, whether a session runs or not.

Rules: what the front and the engine report goes on to the core as ever. The chains are looked at once, some seconds
after the start and beside the loop; what is found broken is kept once, however often the bridge starts.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from console.admission.security_watch import SecurityWatch
from console.alarms.conduct_port import SiteMisbehaved
from console.events import AdmissionRefused, JoinsBounded, Message
from console.log_book.database import STORE_ERRORS, StoreUnusable
from console.log_book.office_store import OfficeStore, wall_clock_ms
from console.office.record import Record
from console.office.security_events import SecurityEvent, chain_break
from hardware.processes.bridge.switchboard import Core

CHAIN_DELAY_SECONDS = 5.0

_log = logging.getLogger(__name__)

Event = TypeVar("Event")


class SecurityDesk:
    """The security events of one bridge; used on its event loop."""

    def __init__(self, keep: Callable[[tuple[Record, ...], str, str], None], session: Callable[[], str | None]) -> None:
        """`keep` takes records, person and reason; `session` names the session that runs."""
        self._keep, self._session = keep, session
        self._watch = SecurityWatch()

    def passing(self, post: Callable[[Event], None]) -> Callable[[Event], None]:
        """Returns a door that looks at what is posted through it."""

        def look_and_post(event: Event) -> None:
            if isinstance(event, AdmissionRefused | JoinsBounded | SiteMisbehaved):
                self._look_at(event)
            post(event)

        return look_and_post

    def before(self, core: Core) -> Core:
        """Returns the core behind a door that looks at whatever the front and the engine report to it."""
        return _Watched(self.passing(core.post))

    def clock_jumped(self, by_ms: int) -> None:
        """Keeps that the wall clock was set."""
        self._put(self._watch.clock_jumped(by_ms, self._running, wall_clock_ms()))

    def look(self, closed_unheard: int) -> None:
        """Keeps a storm at the signalling port; `closed_unheard` counts connections closed before a word was heard."""
        self._put(self._watch.unheard(closed_unheard, self._running, wall_clock_ms()))

    async def check_chains(self, office_file: Path) -> None:
        """Looks once whether the register is as it was written, and which logs had to be salvaged."""
        await asyncio.sleep(CHAIN_DELAY_SECONDS)
        for event in await asyncio.to_thread(broken_chains, office_file):
            self._put(event)

    def _look_at(self, event: AdmissionRefused | JoinsBounded | SiteMisbehaved) -> None:
        now = wall_clock_ms()
        match event:
            case AdmissionRefused():
                self._put(self._watch.refused(event, self._running, now))
            case JoinsBounded():
                self._put(*self._watch.joins_bounded(event, self._running, now))
            case SiteMisbehaved():
                self._put(*self._watch.misbehaved(event, self._running, now))

    @property
    def _running(self) -> str:
        return self._session() or ""

    def _put(self, *events: SecurityEvent | None) -> None:
        if kept := tuple(event for event in events if event is not None):
            self._keep(kept, "", "")


class _Watched:
    """A core of which every message was looked at."""

    def __init__(self, post: Callable[[Message], None]) -> None:
        self._post = post

    def post(self, message: Message) -> None:
        """Looks at a message and takes it to the core."""
        self._post(message)


def broken_chains(office_file: Path) -> tuple[SecurityEvent, ...]:
    """Returns what is not as it was written: a line of the register, sessions whose damaged file was replaced."""
    try:
        with OfficeStore(office_file) as office:
            wrong = office.register.first_wrong_line()
            salvaged = tuple(
                salvage.session for row in office.sessions.all() for salvage in office.sessions.salvages(row.session)
            )
    except (StoreUnusable, *STORE_ERRORS) as error:
        _log.warning("The chains cannot be looked at now: %s", error)
        return ()
    found = [chain_break(f"session/{session}") for session in dict.fromkeys(salvaged)]
    return (*found, *(() if wrong is None else (chain_break(f"register/{wrong}"),)))
