"""Twelve hours of a meeting played through the decision core and written by the log's own writer, as fast as they go.

Rule: the same for the same seed. Eight hours are judged for what is left over; the log is then made twelve hours long
and opened as a bridge does after its restart.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec

from console.commands import (
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    MuteAll,
    PutOnDeck,
    ReturnToPrevious,
    StartSession,
    TakeClearedAlarms,
)
from console.data_folder import DataFolder
from console.effects import OpenSessionLog, WriteLog, WriteSamples
from console.events import LogWritten
from console.log_book.log_writer import LogReport, LogWriter
from console.log_book.office_store import OfficeStore
from console.log_book.restart import open_session_for_restart
from console.log_book.verification import verify_log
from console.replay import replay
from console.sites.site_messages import AskFloor
from console.state import State
from console.words import MAIN_SITE, SessionKind, SiteId
from tests.console.province import Province

SITES = 36
HOURS, LOG_HOURS = 8, 12
EACH_HOUR = {"podium changes": 25, "floor requests": 125, "sites leaving and returning": 24, "lines disturbed": 20}
"""In eight hours: 200 podium changes, 1,000 floor requests."""
MINUTES = 60
MINUTE_MS = 60_000
LOUD = 8
"""Per cent of loss that raises an alarm."""
DRAIN_SECONDS = 60.0


@dataclass
class PlayedDay:
    """One meeting, its acts counted, its log written beside it."""

    data: DataFolder
    dice: Random
    province: Province = field(init=False)
    done: dict[str, int] = field(init=False)
    sizes: list[dict[str, int]] = field(default_factory=list[dict[str, int]])

    def __post_init__(self) -> None:
        self.province, self.done = Province(SITES), dict.fromkeys(EACH_HOUR, 0)
        self._acts: dict[str, Callable[[], None]] = {
            "podium changes": self._podium,
            "floor requests": self._ask,
            "sites leaving and returning": self._leave,
            "lines disturbed": self._disturb,
        }
        self._written = 0
        self._writer = LogWriter(self.data, self._report)
        self._writer.start()

    # ------------------------------------------------------------ playing

    def begin(self) -> None:
        """Lets all sites join and starts the session."""
        self.province.engine_up()
        self.province.join(MAIN_SITE, open=True)
        for number in range(1, SITES + 1):
            self.province.join(f"s{number:03}")
        self.province.ask(StartSession(kind=SessionKind.OFFICIAL, title="Kỳ họp"))
        self._write()

    def play_hour(self, minutes: int = MINUTES) -> None:
        """Plays an hour, or its first minutes: its acts at random moments, a second at a time."""
        moments = sorted(
            (self.dice.uniform(0, MINUTES), name) for name, times in EACH_HOUR.items() for _ in range(times)
        )
        for minute in range(minutes):
            for _, name in (each for each in moments if minute <= each[0] < minute + 1):
                self._acts[name]()
                self.done[name] += 1
                self.province.wait_ms(self.dice.randrange(300, 3000))
            self.province.wait_ms(MINUTE_MS // 2)
            self._write()
        self.sizes.append(size_of(self.province.state))

    def settle(self) -> None:
        """Ends everything that was begun: nobody speaks, nobody waits, all are there."""
        for site in [site for site in self.province.state.directory if site not in self.province.sites]:
            self.province.join(site)
        self._calm()
        self.province.ask(FinishSpeech())
        self.province.ask(MuteAll())
        self.province.wait_ms(10 * MINUTE_MS)
        self.province.ask(TakeClearedAlarms())
        self.province.wait_ms(MINUTE_MS)
        self._write()

    def close(self) -> int:
        """Ends the writer; returns how many lines it could not write."""
        return self._writer.close(DRAIN_SECONDS)

    # ------------------------------------------------------------ acts

    def _present(self) -> SiteId:
        return self.dice.choice([site for site in self.province.sites if site != MAIN_SITE])

    def _ask(self) -> None:
        self.province.say(self._present(), AskFloor(note="xin phát biểu"))

    def _podium(self) -> None:
        """Gives the floor to who is first, or brings somebody; earlier speakers end."""
        self.province.ask(FinishSpeech())
        requests = self.province.state.durable.requests
        first = next((one for one in requests if one.site in self.province.sites), None)
        site = self._present() if first is None else first.site
        self.province.ask(PutOnDeck(site=site))
        self.province.wait_ms(2000)
        self.province.ask(BringToPodium(site=site) if first is None else GrantFloor(request_id=first.request_id))
        if self.dice.random() < 0.3:
            self.province.wait_ms(5000)
            self.province.ask(ReturnToPrevious())
        if self.dice.random() < 0.2:
            self.province.ask(MuteAll())

    def _leave(self) -> None:
        site = self._present()
        self.province.leave(site)
        self.province.wait_ms(self.dice.randrange(1000, 20_000))
        self.province.join(site)

    def _disturb(self) -> None:
        self._calm()
        self.province.sites[self._present()].loss = self.dice.choice((2, LOUD))

    def _calm(self) -> None:
        for site in self.province.sites.values():
            site.loss = 0

    # ------------------------------------------------------------ the log

    def _report(self, report: LogReport) -> None:
        if isinstance(report, LogWritten):
            self._written = report.number

    def _write(self) -> None:
        """Hands what the core gave the log to its writer, waits for it, and forgets what only the play keeps."""
        last = 0
        for effect in self.province.effects:
            if isinstance(effect, OpenSessionLog | WriteLog | WriteSamples):
                self._writer.submit(effect)
            if isinstance(effect, WriteLog):
                last = effect.lines[-1].number
        limit = time.monotonic() + DRAIN_SECONDS
        while self._written < last and time.monotonic() < limit:
            time.sleep(0.002)
        self.province.effects.clear()
        self.province.receipts.clear()
        self.province.lines.clear()
        for site in self.province.sites.values():
            site.heard.clear()


def size_of(state: State) -> dict[str, int]:
    """Returns how large each part of the state is, in characters of its text."""
    parts = {f"durable.{name}": value for name, value in msgspec.structs.asdict(state.durable).items()}
    parts |= {name: value for name, value in msgspec.structs.asdict(state).items() if name not in ("durable", "rules")}
    return {name: len(repr(value)) for name, value in parts.items()}


def opening_seconds(data: DataFolder, path: Path) -> dict[str, float]:
    """Returns how long it takes to go on from a log as a bridge does, and to judge it."""
    began = time.perf_counter()
    live = open_session_for_restart(data)
    read = time.perf_counter()
    durable = replay(live.lines if live is not None else ())
    replayed = time.perf_counter()
    with OfficeStore(data.office_file) as office:
        verdict = verify_log(path, office)
    judged = time.perf_counter()
    if not verdict.good or durable.lines != verdict.whole_to:
        raise RuntimeError(f"the log is {verdict.finding}")
    return {"read": read - began, "replay": replayed - read, "verify": judged - replayed}
