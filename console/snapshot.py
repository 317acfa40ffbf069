"""What windows and scripts see: named views, sent whole once and then as numbered deltas.

Rule: kinds and numbers only. A snapshot is a flat map from a key (`session`, `silence`, `site/s014`, …) to a view;
a delta replaces or removes keys. A gap in the numbers makes the reader ask for the whole again.
Levels and pictures do not stand here: they are signals of the moment in shared memory.
"""

from enum import StrEnum

import msgspec

from console.admission.admission_view import AdmissionView
from console.cameras.camera_facts import PresetFacts, PresetTrial
from console.cameras.camera_words import CameraAbility, CameraDrift, CameraLink, CameraStage, PresetRole
from console.content.content_view import ContentView
from console.engine_port import SoundFrames
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
from console.recordings.recorder_views import RecorderView
from console.regulation.province import Terms
from console.rules import STRICTER, QualityRules
from console.trouble import Trouble
from console.view import View
from console.words import (
    MAIN_SITE,
    AlarmKind,
    Answer,
    CauseKind,
    FloorSource,
    Layout,
    LinkState,
    LoadStep,
    PodiumPhase,
    Reason,
    RehearsalState,
    SessionKind,
    Severity,
    SiteId,
    SiteRole,
)


class SessionView(View):
    """Key `session`."""

    running: bool
    kind: SessionKind | None = None
    title: str = ""
    meeting_uid: str | None = None
    session: str | None = None
    started_ms: int | None = None
    connected_sites: int = 0
    expected_sites: int = 0
    profile_name: str = ""


class TermsView(View):
    """Key `terms`: the profile in force and the province's words; it changes with a new bridge only."""

    profile_id: str
    profile_version: str
    profile_name: str
    terms: Terms
    preset_roles: tuple[PresetRole, ...] = ()
    """What for a site stores presets, in the order in which they are offered."""
    operator_saves_at_sites: bool = True


class SilenceView(View):
    """Key `silence`: the standing order and its receipt."""

    in_force: bool
    since_ms: int | None = None
    except_sites: tuple[SiteId, ...] = ()
    confirmed: int = 0
    wanted: int = 0
    unconfirmed: tuple[SiteId, ...] = ()
    safe_stop: bool = False
    safe_stop_since_ms: int | None = None


class Fact(StrEnum):
    """One of the three facts of a microphone."""

    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"
    ALLOWED = "allowed"
    """Commanded only: the site's technician may open it or leave it closed."""


class MicrophoneView(msgspec.Struct, frozen=True, kw_only=True):
    """Three facts, never merged, each with the moment it was last confirmed (None: never)."""

    commanded: Fact
    commanded_ms: int | None
    commanded_answer: Answer | None = None
    """What the engine answered to the order: whether the mix is as commanded. None: nothing yet, or not connected."""
    reported: Fact
    reported_ms: int | None
    observed: Fact
    observed_ms: int | None
    may_open: bool
    violation: bool
    """Open or sounding although ordered closed."""
    forgotten_since_ms: int | None = None
    """Open and sounding off the podium since."""


class LineQuality(StrEnum):
    NO_DATA = "no_data"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


class QualityView(View):
    """Key `quality`: the limits of a line by the profile's rules, with which every figure is judged and drawn."""

    everywhere: QualityRules = QualityRules()
    on_air: QualityRules = STRICTER
    """For the podium and on deck."""


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """Worst of the streams over the last window, loss of the worse direction over 20 s; None is not measured."""

    quality: LineQuality = LineQuality.NO_DATA
    loss_percent: float | None = None
    jitter_ms: float | None = None
    round_trip_ms: float | None = None
    kilobits: int | None = None
    packets_in_window: int = 0
    width: int | None = None
    height: int | None = None
    frames_per_second: float | None = None
    sound_bridged_frames: int | None = None
    """20 ms of program sound that the site missed when they should have been played, since it connected."""
    sound_skipped_frames: int | None = None
    """20 ms of program sound that the site left out to take delay back, since it connected."""
    heard: SoundFrames | None = None
    """What became of the site's own sound at the bridge; None while it is not heard."""
    worst: str | None = None
    """Which figure sets the quality: `loss`, `jitter` or `round_trip`."""


class SiteView(View):
    """Key `site/<id>`."""

    site: SiteId
    number: int
    name: str
    role: SiteRole
    district: str
    carrier: str
    contacts: str
    link: LinkState
    link_since_ms: int | None
    controllable: bool
    """False: a device without our program; silenced at the bridge alone ("no control")."""
    microphone: MicrophoneView
    line: LineView
    parent: SiteId | None = None
    """The site above it; None: the main endpoint, or nobody."""
    picture_old_since_ms: int | None = None
    on_podium: bool = False
    on_deck: bool = False
    ready: bool = False
    queue_place: int | None = None
    queue_source: FloorSource | None = None
    listened: bool = False
    gain_db: int = 0
    automatic_level: bool = False
    """Its speakers are brought to one loudness by the mix itself."""
    head_count: int | None = None
    in_charge: str = ""
    attempts: int = 0
    """Connections made in this session."""
    rehearsal: RehearsalState | None = None
    """Where its technical check stands; None: the profile asks for none."""


class PodiumView(View):
    """Key `podium`."""

    phase: PodiumPhase
    site: SiteId | None = None
    target: SiteId | None = None
    """The site on its way to the podium while the transaction runs."""
    layout: Layout = Layout.MAIN_ENDPOINT
    slots: tuple[SiteId, ...] = ()
    since_ms: int | None = None
    last_reason: Reason | None = None
    last_connection_ms: int | None = None
    can_return: bool = False


class OnDeckView(View):
    """Key `on_deck`."""

    site: SiteId | None = None
    since_ms: int | None = None
    ready_ms: int | None = None
    picture_ok: bool | None = None
    sound_ok: bool | None = None
    line_ok: bool | None = None
    preset_ok: bool | None = None


class FloorView(View):
    """Key `floor`: the queue in order and the running speech (which belongs to itself, not to the list)."""

    requests: tuple[FloorRequest, ...] = ()
    speaker: SiteId | None = None
    speaker_person: str = ""
    speech_started_ms: int | None = None
    speech_limit_seconds: int | None = None
    speech_warning_seconds: int = 60
    """So long before its limit the speech is warned."""
    speaker_dropped_ms: int | None = None


class EngineView(View):
    """Key `engine`."""

    up: bool
    incarnation: int = 0
    text: str = ""
    shed: tuple[LoadStep, ...] = ()
    """What is given up because the bridge is overloaded."""


class LogView(View):
    """Key `log`: state of the log and its last lines."""

    lines: int = 0
    durable_lines: int = 0
    failing: bool = False
    failure_text: str = ""
    failure: Trouble | None = None
    """The same as a kind, where it has one."""
    tail: tuple["LogTailLine", ...] = ()


class LogTailLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log for people: `what` is the entry as JSON-ready mapping (kind and fields)."""

    number: int
    wall_ms: int
    kind: str
    site: SiteId | None
    what: dict[str, object]


class CameraView(View):
    """Key `camera/<name>` (main endpoint's cameras), `camera/<site>/<name>` (those that satellites have named)."""

    name: str
    """As commands call it."""
    site: SiteId = MAIN_SITE
    title: str = ""
    """For people; empty: the name will do."""
    link: CameraLink = CameraLink.READY
    abilities: tuple[CameraAbility, ...] = ()
    presets: tuple[str, ...] = ()
    saved: tuple[PresetFacts, ...] = ()
    """The presets with their pictures (files in the data folder's `presets/pictures`); main endpoint only."""
    deleted: tuple[str, ...] = ()
    """Presets that `RestorePreset` brings back."""
    protected: tuple[str, ...] = ()
    """Presets that are not changed until somebody takes that away."""
    wide_preset: str = ""
    rehearsed: tuple[PresetTrial, ...] = ()
    """What the last rehearsal of its presets found."""
    drift: CameraDrift | None = None
    """It has left `current`, and nothing of ours has moved it."""
    forgotten: tuple[str, ...] = ()
    """Presets that it went to by position, for its own memory did not lead there: to be saved again."""
    model: str = ""
    """What it calls itself."""
    of_another: tuple[str, ...] = ()
    """Presets that were saved at another model: not recalled before `AdoptPresets`, or saved anew."""
    model_before: str = ""
    """What that one called itself."""
    covered: bool = False
    """The program shows the main endpoint in its place while it moves."""
    on_air: bool = False
    """The program shows it: it is moved only with `override_on_air`."""
    current: str | None = None
    moving: bool = False
    target: str | None = None
    """The preset under way."""
    stage: CameraStage | None = None
    """How far it is; None: the camera does not tell."""
    driven_by: str | None = None
    """Who moves it by hand now."""
    technician: bool = False
    """The site's technician has just moved it: the program does not move it by itself for a while."""
    failure: Reason | None = None
    """Why the last request came to nothing."""


class UndoView(View):
    """Key `undo`: what the next undo takes back."""

    step: str = ""
    """Names the act, for `Undo.expected`."""
    command: dict[str, object] | None = None
    """The act, as a mapping with its tag under `do`; None: there is nothing to take back."""
    opens: bool = False
    """Somebody may be heard afterwards who is not now: to be armed before it is fired."""


class HeadphonesView(View):
    """Key `headphones`: what the operator's headphones play, at most one of both."""

    site: SiteId | None = None
    program: bool = False


class AlarmView(View):
    """Key `alarm/<id>`."""

    alarm_id: str
    kind: AlarmKind
    severity: Severity
    sites: tuple[SiteId, ...]
    """In order of number; empty: the bridge itself."""
    since_ms: int
    cause: CauseKind | None = None
    branch: str = ""
    """The name of the carrier or district that the sites share."""
    taken_by: str | None = None
    taken_ms: int | None = None
    cleared_ms: int | None = None
    """It is over, but nobody has taken it."""


AnyView = (
    UndoView
    | RecordView
    | ControlView
    | AdmissionView
    | RecordingView
    | RecorderView
    | ContentView
    | AlarmView
    | SessionView
    | TermsView
    | SilenceView
    | SiteView
    | PodiumView
    | OnDeckView
    | FloorView
    | EngineView
    | QualityView
    | LogView
    | CameraView
    | HeadphonesView
    | MeetingView
    | ScriptView
    | CheckSheetView
    | ChecksView
)

Snapshot = dict[str, AnyView]


class Delta(msgspec.Struct, frozen=True, kw_only=True):
    """Change from one published snapshot to the next; `number` grows by one."""

    number: int
    put: dict[str, AnyView] = {}
    gone: tuple[str, ...] = ()


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """The whole snapshot as of delta `number`."""

    number: int
    views: dict[str, AnyView]
