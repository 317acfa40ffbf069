"""The threshold of the windows: snapshots come in and leave as typed signals, wishes go out as commands.

Rule: the store holds the last snapshot and nothing of its own; a widget reads it and keeps no truth beside it. A gap in
the numbers asks for the whole again, and until it comes the last known picture stays, marked as it is.
"""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from console.commands import AnyCommand, DriveCamera, StopCamera
from console.content.content_view import ContentView
from console.effects import Receipt
from console.floor.floor_facts import FloorRequest
from console.meeting.meeting_snapshot import (
    CheckSheetView,
    ChecksView,
    ControlView,
    MeetingView,
    RecordingView,
    ScriptView,
)
from console.notes.record_snapshot import RecordView
from console.office.meeting_file import CueOnFile, MeetingFile
from console.recordings.recorder_views import RecorderView
from console.regulation.province import Terms
from console.snapshot import (
    AlarmView,
    AnyView,
    CameraView,
    Delta,
    EngineView,
    FloorView,
    HeadphonesView,
    LogTailLine,
    LogView,
    OnDeckView,
    PodiumView,
    QualityView,
    SessionView,
    SilenceView,
    SiteView,
    TermsView,
    UndoView,
    Whole,
)
from console.view import View
from console.words import LinkState, PodiumPhase, PresetRole, SessionKind, SiteId, SiteRole
from widgets.drawing.short_names import without_kind

Shown = TypeVar("Shown", bound=View)

REPEAT_MS = 500
"""The same command again within this time is a slip of the finger."""
IN_FLIGHT_MS = 2000
"""A command without an answer blocks its repetition no longer than this."""
NEVER_A_REPETITION = (DriveCamera, StopCamera)
"""A move by hand goes on only as long as it is asked for again, and a stop is never held up."""
KEPT_LOG_LINES = 300
"""Log lines kept for the eye; the oldest are dropped, the file holds them all."""


class Store(QObject):
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
        self._views: dict[str, AnyView] = {}
        self._order: tuple[SiteId, ...] = ()
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

    @property
    def session(self) -> SessionView:
        return self._view("session", SessionView, running=False)

    @property
    def preset_roles(self) -> tuple[PresetRole, ...]:
        """What for the profile lets camera presets be stored."""
        view = self._views.get("terms")
        return view.preset_roles if isinstance(view, TermsView) else ()

    @property
    def terms(self) -> Terms:
        """The province's words; before the first snapshot those of the phrases."""
        view = self._views.get("terms")
        return view.terms if isinstance(view, TermsView) else Terms()

    @property
    def silence(self) -> SilenceView:
        return self._view("silence", SilenceView, in_force=False)

    @property
    def podium(self) -> PodiumView:
        return self._view("podium", PodiumView, phase=PodiumPhase.IDLE)

    @property
    def on_deck(self) -> OnDeckView:
        return self._view("on_deck", OnDeckView)

    @property
    def floor(self) -> FloorView:
        return self._view("floor", FloorView)

    @property
    def waiting_requests(self) -> tuple[FloorRequest, ...]:
        """The requests that still wait, in order: the one whose speech runs belongs to the speech."""
        floor = self.floor
        return tuple(request for request in floor.requests if not (request.granted and request.site == floor.speaker))

    @property
    def alarms(self) -> tuple[AlarmView, ...]:
        """The alarms in the order in which they were raised, those that are over and not taken among them."""
        return tuple(view for view in self._views.values() if isinstance(view, AlarmView))

    @property
    def undo(self) -> UndoView:
        return self._view("undo", UndoView)

    @property
    def script(self) -> ScriptView:
        """Where the meeting's script stands."""
        return self._view("script", ScriptView)

    @property
    def meeting_file(self) -> MeetingFile | None:
        return self._view("meeting", MeetingView).file

    @property
    def script_cues(self) -> tuple[CueOnFile, ...]:
        return () if self.meeting_file is None else self.meeting_file.cues

    @property
    def official(self) -> bool:
        """Whether the official session runs."""
        return self.session.kind is SessionKind.OFFICIAL

    @property
    def record(self) -> RecordView:
        return self._view("record", RecordView)

    @property
    def control(self) -> ControlView:
        return self._view("control", ControlView)

    @property
    def recording(self) -> RecordingView:
        return self._view("recording", RecordingView)

    @property
    def content(self) -> ContentView:
        return self._view("content", ContentView)

    @property
    def recorder(self) -> RecorderView:
        return self._view("recorder", RecorderView)

    @property
    def engine(self) -> EngineView:
        return self._view("engine", EngineView, up=True)

    @property
    def quality(self) -> QualityView:
        """The limits of the lines by the rules in force."""
        return self._view("quality", QualityView)

    @property
    def headphones(self) -> HeadphonesView:
        return self._view("headphones", HeadphonesView)

    @property
    def checks(self) -> ChecksView:
        """The technical check as a whole."""
        return self._view("checks", ChecksView)

    def check_sheet(self, stage: str, site: SiteId) -> CheckSheetView | None:
        """Returns a site's sheet of the technical check, None before its first mark."""
        view = self._views.get(f"check/{stage}/{site}")
        return view if isinstance(view, CheckSheetView) else None

    @property
    def log(self) -> LogView:
        return self._view("log", LogView)

    @property
    def cameras(self) -> tuple[CameraView, ...]:
        return tuple(view for view in self._views.values() if isinstance(view, CameraView))

    @property
    def roster(self) -> tuple[SiteId, ...]:
        """The satellites in the order of their numbers."""
        return self._order

    @property
    def connected_satellites(self) -> int:
        """How many satellites are in the meeting at this moment, also those that are silent for a second."""
        views = (self.site(site) for site in self._order)
        return sum(view is not None and view.link in {LinkState.LIVE, LinkState.OLD} for view in views)

    @property
    def main_site(self) -> SiteView | None:
        """The main endpoint, None while it is not in the list."""
        for view in self._views.values():
            if isinstance(view, SiteView) and view.role is SiteRole.MAIN_ENDPOINT:
                return view
        return None

    def site(self, site: SiteId | None) -> SiteView | None:
        """Returns what is known of a site."""
        view = self._views.get(f"site/{site}")
        return view if isinstance(view, SiteView) else None

    def short_label(self, site: SiteId) -> str:
        """Returns number and short name: "21 Ea Tul"; the identifier of a site that left the list."""
        view = self.site(site)
        if view is None:
            return site
        return view.name if view.role is SiteRole.MAIN_ENDPOINT else f"{view.number} {without_kind(view.name)}"

    def full_label(self, site: SiteId) -> str:
        """Returns number and full name: "21 · Xã Ea Tul"."""
        view = self.site(site)
        if view is None:
            return site
        return view.name if view.role is SiteRole.MAIN_ENDPOINT else f"{view.number} · {view.name}"

    def say_again(self) -> None:
        """Tells everything that is known as if it were new: for whoever keeps a text of it."""
        for signal in (self.silence_changed, self.podium_changed, self.on_deck_changed, self.engine_changed):
            signal.emit()
        self._replace(dict(self._views), ())
        self.roster_changed.emit()

    # ------------------------------------------------------------ inside

    def _view(self, key: str, form: type[Shown], **otherwise: object) -> Shown:
        """Returns what the snapshot shows under a key; while it shows nothing of that kind, one made of `otherwise`."""
        view = self._views.get(key)
        return view if isinstance(view, form) else form(**otherwise)

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
