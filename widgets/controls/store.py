"""The threshold of the windows: snapshots come in and leave as typed signals, wishes go out as commands.

Rule: the store holds the last snapshot and nothing of its own; a widget reads it and keeps no truth beside it. A gap in
the numbers asks for the whole again, and until it comes the last known picture stays, marked as it is.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.cameras.repetition import overtakes
from console.commands import AnyCommand, DriveCamera, StopCamera
from console.effects import Receipt
from console.snapshot import (
    AnyView,
    Delta,
    LogTailLine,
    SiteView,
    Whole,
)
from console.words import SiteId, SiteRole
from widgets.controls.shown_state import ShownState

REPEAT_MS = 500
"""The same command again within this time is a slip of the finger."""
IN_FLIGHT_MS = 2000
"""A command without an answer blocks its repetition no longer than this."""
NEVER_A_REPETITION = (DriveCamera, StopCamera)
"""A move by hand goes on only as long as it is asked for again, and a stop is never held up."""
KEPT_LOG_LINES = 300
"""Log lines kept for the eye; the oldest are dropped, the file holds them all."""


class Store(ShownState):
    """The state of the meeting as this window knows it."""

    session_changed = Signal()
    silence_changed = Signal()
    roster_changed = Signal()
    site_changed = Signal(str)
    sites_changed = Signal()
    """Once after all that one message said about sites: for whoever shows something of all of them."""
    podium_changed = Signal()
    on_deck_changed = Signal()
    floor_changed = Signal()
    engine_changed = Signal()
    camera_changed = Signal(str)
    headphones_changed = Signal()
    quality_changed = Signal()
    """Other rules are in force."""
    log_changed = Signal()
    alarms_changed = Signal()
    """Once after all that one message said about alarms."""
    undo_changed = Signal()
    terms_changed = Signal()
    """The words of the province's profile."""
    script_changed = Signal()
    """The registered meeting that runs, or where its script stands."""
    record_changed = Signal()
    """Marks and incidents."""
    control_changed = Signal()
    admission_changed = Signal()
    """The lock, the lobby, or who waits outside."""
    recording_changed = Signal()
    recorder_changed = Signal()
    content_changed = Signal()
    checks_changed = Signal()
    """Once after all that one message said about the technical check."""
    link_lost_changed = Signal(bool)
    refusal_changed = Signal()
    receipt_arrived = Signal(object, object)
    """A `Receipt` and its command (None when another window or a script gave it)."""
    command_requested = Signal(object)
    """A `console.commands.AnyCommand` on its way to the bridge."""
    resync_requested = Signal()

    def __init__(self, clock: Callable[[], int], parent: QObject | None = None) -> None:
        """`clock` gives wall-clock milliseconds (UTC)."""
        super().__init__(parent)
        self._clock = clock
        self._number: int | None = None
        self._sent: dict[AnyCommand, tuple[int, bool]] = {}
        self.log_lines: deque[LogTailLine] = deque(maxlen=KEPT_LOG_LINES)
        self.link_lost = False
        self.link_lost_since_ms: int | None = None
        self.refusal = ""
        """Why there is no bridge, in words; empty: nobody has said so."""

    # ------------------------------------------------------------ what comes in

    def take(self, message: Whole | Delta) -> None:
        """Takes a snapshot or the next change of it; asks for the whole when a change is missing."""
        if isinstance(message, Whole):
            self._take_whole(message)
        elif self._number is None or message.number > self._number + 1:
            self.resync_requested.emit()
        elif message.number == self._number + 1:
            self._number = message.number
            self._replace(message.put, message.gone)

    def take_receipt(self, receipt: Receipt, command: AnyCommand | None = None) -> None:
        """Takes the answer to a command; the same command may be given again from now on."""
        if command is not None and command in self._sent:
            self._sent[command] = (self._sent[command][0], False)
        self.receipt_arrived.emit(receipt, command)

    def set_link_lost(self, lost: bool) -> None:  # noqa: FBT001 a signal's argument
        """Notes that the bridge is out of reach: everything shown is old from now on."""
        if lost != self.link_lost:
            self.link_lost = lost
            self.link_lost_since_ms = self._clock() if lost else None
            self.link_lost_changed.emit(lost)

    def set_refusal(self, why: str) -> None:
        """Notes why the bridge does not start; an empty text when it is tried again."""
        if why != self.refusal:
            self.refusal = why
            self.refusal_changed.emit()

    # ------------------------------------------------------------ what goes out

    def send(self, command: AnyCommand) -> bool:
        """Sends a command unless it is a repetition or the bridge is out of reach; tells whether it went."""
        self._sent = {earlier: sent for earlier, sent in self._sent.items() if not overtakes(command, earlier)}
        if isinstance(command, NEVER_A_REPETITION):
            if not self.link_lost:
                self.command_requested.emit(command)
            return not self.link_lost
        now = self._clock()
        sent_ms, open_still = self._sent.get(command, (-IN_FLIGHT_MS, False))
        age = now - sent_ms
        if self.link_lost or 0 <= age < REPEAT_MS or (open_still and 0 <= age < IN_FLIGHT_MS):
            return False
        self._sent = {kept: (at, waiting) for kept, (at, waiting) in self._sent.items() if now - at < IN_FLIGHT_MS}
        self._sent[command] = (now, True)
        self.command_requested.emit(command)
        return True

    # ------------------------------------------------------------ what is known

    @property
    def now_ms(self) -> int:
        """The wall clock in milliseconds."""
        return self._clock()

    @property
    def known(self) -> bool:
        """Tells whether a snapshot has come at all."""
        return self._number is not None

    def say_again(self) -> None:
        """Tells everything that is known as if it were new: for whoever keeps a text of it."""
        for signal in (self.silence_changed, self.podium_changed, self.on_deck_changed, self.engine_changed):
            signal.emit()
        self._replace(dict(self._views), ())
        self.roster_changed.emit()

    # ------------------------------------------------------------ inside

    def _take_whole(self, whole: Whole) -> None:
        gone = tuple(key for key in self._views if key not in whole.views)
        put = {key: view for key, view in whole.views.items() if self._views.get(key) != view}
        first = self._number is None
        self._number = whole.number
        self._replace(put, gone)
        if first:
            for signal in (self.session_changed, self.silence_changed, self.podium_changed, self.on_deck_changed):
                signal.emit()
            for signal in (self.floor_changed, self.engine_changed, self.log_changed, self.roster_changed):
                signal.emit()

    def _replace(self, put: dict[str, AnyView], gone: tuple[str, ...]) -> None:
        session_before = self.session.session
        for key in gone:
            self._views.pop(key, None)
        self._views.update(put)
        if self.session.session != session_before:
            self.log_lines.clear()
        self._keep_log_lines()
        order = self._sorted_satellites()
        if order != self._order:
            self._order = order
            self.roster_changed.emit()
        for key in (*put, *gone):
            self._announce(key)
        if any(key.startswith("site/") for key in (*put, *gone)):
            self.sites_changed.emit()
        if any(key.startswith("alarm/") for key in (*put, *gone)):
            self.alarms_changed.emit()
        if any(key.startswith("check") for key in (*put, *gone)):
            self.checks_changed.emit()

    def _announce(self, key: str) -> None:
        signals = {
            "session": self.session_changed,
            "silence": self.silence_changed,
            "podium": self.podium_changed,
            "on_deck": self.on_deck_changed,
            "floor": self.floor_changed,
            "engine": self.engine_changed,
            "log": self.log_changed,
            "undo": self.undo_changed,
            "headphones": self.headphones_changed,
            "quality": self.quality_changed,
            "record": self.record_changed,
            "control": self.control_changed,
            "admission": self.admission_changed,
            "recording": self.recording_changed,
            "recorder": self.recorder_changed,
            "content": self.content_changed,
            "meeting": self.script_changed,
            "script": self.script_changed,
            "terms": self.terms_changed,
        }
        if key in signals:
            signals[key].emit()
        elif key.startswith("site/"):
            self.site_changed.emit(key.removeprefix("site/"))
        elif key.startswith("camera/"):
            self.camera_changed.emit(key.removeprefix("camera/"))

    def _sorted_satellites(self) -> tuple[SiteId, ...]:
        sites = [view for view in self._views.values() if isinstance(view, SiteView)]
        satellites = (view for view in sites if view.role is SiteRole.SATELLITE)
        return tuple(view.site for view in sorted(satellites, key=lambda view: (view.number, view.site)))

    def _keep_log_lines(self) -> None:
        last = self.log_lines[-1].number if self.log_lines else 0
        for line in self.log.tail:
            if line.number > last:
                self.log_lines.append(line)
                last = line.number
