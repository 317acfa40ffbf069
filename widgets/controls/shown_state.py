"""What a window knows of the meeting, by the names of its views; a view that has not come stands as an empty one."""

from typing import TypeVar

from PySide6.QtCore import QObject

from console.admission.admission_view import AdmissionView
from console.cameras.camera_words import PresetRole
from console.content.content_view import ContentView
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
    EngineView,
    FloorView,
    HeadphonesView,
    LogView,
    OnDeckView,
    PodiumView,
    QualityView,
    SessionView,
    SilenceView,
    SiteView,
    TermsView,
    UndoView,
)
from console.view import View
from console.words import LinkState, PodiumPhase, SessionKind, SiteId, SiteRole
from widgets.drawing.short_names import without_kind

Shown = TypeVar("Shown", bound=View)


class ShownState(QObject):
    """The newest views of the snapshot; whoever takes them in is the `Store`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views: dict[str, AnyView] = {}
        self._order: tuple[SiteId, ...] = ()

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
    def admission(self) -> AdmissionView:
        return self._view("admission", AdmissionView)

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

    def _view(self, key: str, form: type[Shown], **otherwise: object) -> Shown:
        """Returns what the snapshot shows under a key; while it shows nothing of that kind, one made of `otherwise`."""
        view = self._views.get(key)
        return view if isinstance(view, form) else form(**otherwise)
