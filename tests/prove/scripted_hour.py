"""A scripted hour at twenty times its speed: a whole meeting in front of the real window, operated by its keys alone.

Rule: window and decision core are the product's own; only sites, media and time are played. A second passes in 50 ms.
After each act what the window shows is compared with what the core holds, and in the end nothing may have grown.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec
import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.commands import AnyCommand, StartSession
from console.sites.site_messages import AskFloor, Ready, WithdrawRequest
from console.snapshot import Delta, Whole
from console.words import MAIN_SITE, SessionKind
from tests.console.province import Province
from tests.own_process import ROOT, quiet_environment
from tests.prove.proof import Outcome, Proof
from tests.screenshots.rooms import PaintedLevels, PaintedRooms
from widgets.controls.acts import Act
from widgets.controls.store import Store
from widgets.window.application import make_application
from widgets.window.main_window import ConsoleWindow

SITES = 36
MINUTES = 60
SPEED = 20
STEP_MS = 1000
WARM_SHARE = 0.2
MOST_GROWTH_MEGABYTES = 10.0
LONGEST_SECONDS = 900.0

Key = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@dataclass
class PlayedMeeting:
    """The core with its sites, and the window over it."""

    province: Province
    store: Store
    window: ConsoleWindow
    number: int = 1
    acts: int = 0
    commands: list[AnyCommand] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, command: AnyCommand) -> None:
        """Gives a command of the window to the core, as the link does."""
        self.commands.append(command)
        receipt = self.province.ask(command)
        if receipt is not None:
            self.store.take_receipt(receipt, command)

    def publish(self) -> None:
        """Brings what has changed to the window."""
        put, gone = self.province.maker.update(self.province.state)
        if put or gone:
            self.number += 1
            self.store.take(Delta(number=self.number, put=put, gone=gone))

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        """Presses a key as the operator does, and looks whether the window shows what the core holds."""
        self.acts += 1
        QTest.keyClick(self.window, key, modifiers)
        self.publish()
        self.compare()

    def choose(self, number: int) -> None:
        """Types a site's number and confirms it."""
        for digit in str(number):
            QTest.keyClick(self.window, Key(ord(digit)))
        QTest.keyClick(self.window, Key.Key_Return)

    def compare(self) -> None:
        """Notes where window and core differ."""
        state, store = self.province.state.durable, self.store
        shown = (
            store.podium.site,
            store.on_deck.site,
            [request.request_id for request in store.floor.requests],
            {alarm.alarm_id for alarm in store.alarms},
            store.silence.safe_stop,
        )
        held = (
            state.podium.site,
            None if state.on_deck is None else state.on_deck.site,
            [request.request_id for request in state.requests],
            set(state.alarms),
            state.safe_stop is not None,
        )
        if shown != held:
            self.faults.append(f"after {self.acts} acts the window shows {shown}, the core holds {held}")


class Script:
    """What happens in the hour: the same for the same seed."""

    def __init__(self, meeting: PlayedMeeting, seed: int) -> None:
        self._meeting, self._dice = meeting, random.Random(seed)

    def minute(self) -> None:
        """Plays one minute: something in the world each ten seconds, an act of the operator each five."""
        for second in range(60):
            if second % 10 == 0:
                self._happening()()
            if second % 5 == 2:
                self._act()()
            pass_a_second(self._meeting)

    def _happening(self) -> Callable[[], object]:
        return self._dice.choice((self._ask, self._ask, self._withdraw, self._leave, self._return, self._disturb))

    def _act(self) -> Callable[[], object]:
        return self._dice.choice((self._next_one, self._next_one, self._back, self._mute_all, self._fault, self._queue))

    # ------------------------------------------------------------ the world

    def _somebody(self) -> str:
        present = [site for site in self._meeting.province.sites if site != MAIN_SITE]
        return self._dice.choice(present or [MAIN_SITE])

    def _ask(self) -> None:
        site = self._somebody()
        if site != MAIN_SITE:
            self._meeting.province.say(site, AskFloor(note=""))

    def _withdraw(self) -> None:
        site = self._somebody()
        if site != MAIN_SITE:
            self._meeting.province.say(site, WithdrawRequest())

    def _leave(self) -> None:
        site = self._somebody()
        if site != MAIN_SITE:
            self._meeting.province.leave(site)

    def _return(self) -> None:
        province = self._meeting.province
        missing = [site for site in province.state.directory if site not in province.sites]
        for site in missing:
            province.join(site)

    def _disturb(self) -> None:
        for site in self._meeting.province.sites.values():
            site.loss = 0
        self._meeting.province.sites[self._somebody()].loss = self._dice.choice((2, 8))

    # ------------------------------------------------------------ the operator

    def _next_one(self) -> None:
        """Brings who is on deck to the podium, or else ends the speech and puts the next one on deck."""
        if self._meeting.province.state.durable.on_deck is not None:
            self._meeting.press(Key.Key_Return, CTRL)
            return
        self._meeting.window.commands.action(Act.FINISH_SPEECH).trigger()
        self._on_deck()

    def _on_deck(self) -> None:
        meeting = self._meeting
        waiting = meeting.store.waiting_requests
        view = meeting.store.site(waiting[0].site) if waiting else None
        meeting.choose(view.number if view is not None else self._dice.randint(1, SITES))
        meeting.press(Key.Key_Return)
        on_deck = meeting.province.state.durable.on_deck
        if on_deck is not None and on_deck.site in meeting.province.sites:
            meeting.province.say(on_deck.site, Ready())

    def _back(self) -> None:
        self._meeting.press(Key.Key_Backspace)

    def _mute_all(self) -> None:
        self._meeting.press(Key.Key_M, CTRL)

    def _fault(self) -> None:
        self._meeting.press(Key.Key_F8)
        self._meeting.press(Key.Key_F9)

    def _queue(self) -> None:
        self._meeting.press(self._dice.choice((Key.Key_Up, Key.Key_Down)), Qt.KeyboardModifier.AltModifier)
        if self._dice.random() < 0.3:
            self._meeting.press(Key.Key_Delete)
            self._meeting.press(Key.Key_Z, CTRL)


def pass_a_second(meeting: PlayedMeeting) -> None:
    """Lets a second of the meeting pass in its twentieth."""
    began = time.monotonic()
    meeting.province.wait_ms(STEP_MS)
    meeting.publish()
    left_ms = STEP_MS / SPEED - (time.monotonic() - began) * 1000
    QTest.qWait(max(1, round(left_ms)))


def play(minutes: int) -> dict[str, Any]:
    """Plays the meeting; returns what came of it."""
    application = make_application(["scripted-hour"], "vi")
    province = Province(SITES)
    province.engine_up()
    province.join(MAIN_SITE, open=True)
    for number in range(1, SITES + 1):
        province.join(f"s{number:03}")
    meeting = open_window(province)
    province.ask(StartSession(kind=SessionKind.OFFICIAL, title="Giao ban"))
    script, grown_from = Script(meeting, seed=7), 0.0
    for minute in range(minutes):
        if minute == round(WARM_SHARE * minutes):
            grown_from = psutil.Process().memory_info().rss / 2**20
        script.minute()
        # Lines are read back from the file, not from a list: what the test itself keeps is no growth of the product.
        province.effects.clear()
        province.receipts.clear()
    megabytes = psutil.Process().memory_info().rss / 2**20
    meeting.compare()
    province.check_replay()
    lines = len(province.lines)
    meeting.window.deleteLater()
    application.processEvents()
    return {
        "minutes": minutes,
        "acts": meeting.acts,
        "commands": len(meeting.commands),
        "log_lines": lines,
        "speeches": province.kinds().count("SpeechEnded"),
        "alarms": province.state.durable.alarms_raised,
        "megabytes": round(megabytes),
        "growth_megabytes": round(megabytes - grown_from, 1),
        "faults": meeting.faults[:10],
    }


def open_window(province: Province) -> PlayedMeeting:
    """Opens the console over the core."""

    def clock() -> int:
        return province.now.wall_ms

    store, rooms = Store(clock), PaintedRooms()
    window = ConsoleWindow(store, rooms, PaintedLevels({}), clock)
    meeting = PlayedMeeting(province, store, window)
    store.command_requested.connect(meeting.take)
    window.views_changed.connect(rooms.take_views)
    window.resize(1920, 1080)
    window.show()
    province.maker.update(province.state)
    store.take(Whole(number=meeting.number, views=dict(province.maker.views)))
    QTest.qWait(200)
    return meeting


def scripted_hour(share: float) -> Outcome:
    """Plays the hour in a process of its own."""
    minutes = MINUTES if share >= 1 else 3
    run = subprocess.run(
        [sys.executable, "-m", "tests.prove.scripted_hour", "--minutes", str(minutes)],
        env=quiet_environment() | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
        cwd=ROOT,
    )
    if run.returncode:
        return Outcome({}, (f"the hour broke off: {run.stderr[-400:]}",))
    facts: dict[str, Any] = msgspec.json.decode(run.stdout.splitlines()[-1])
    faults = [*facts.pop("faults")]
    if not facts["speeches"]:
        faults.append("nobody spoke")
    if share >= 1 and facts["growth_megabytes"] > MOST_GROWTH_MEGABYTES:
        faults.append(f"the window grew by {facts['growth_megabytes']} MB")
    return Outcome(facts, tuple(faults))


HOUR = Proof(
    "scripted-hour",
    "An hour of a meeting, operated by keys at twenty times its speed, is shown as it is and leaves nothing behind.",
    scripted_hour,
    minutes=3.5,
)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=MINUTES)
    print(msgspec.json.encode(play(parser.parse_args().minutes)).decode())
