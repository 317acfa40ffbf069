"""The closed word lists that commands, events and snapshots share.

Rule: a word here is a kind, never a sentence; `widgets/phrases` turns it into Vietnamese or English.
Terms follow `regulations/glossary.csv`, RFC 4575 (conference state) and RFC 8855 (floor control).
"""

from enum import StrEnum

SiteId = str
"""Stable identifier of a site inside one data folder; ASCII, at most 32 characters (`main`, `s014`)."""

CommandId = str
"""Identifier chosen by whoever asks; the same id again is the same command and is answered once more, not run."""

ConnectionId = str
"""Identifier of one WebRTC connection; a site that returns gets a new one."""

MAIN_SITE: SiteId = "main"
"""The main endpoint's own site; there is exactly one in a data folder."""


class SiteRole(StrEnum):
    MAIN_ENDPOINT = "main_endpoint"
    SATELLITE = "satellite"


class SessionKind(StrEnum):
    TEST = "test"
    REHEARSAL = "rehearsal"
    OFFICIAL = "official"


class Role(StrEnum):
    """Who may be behind a command; which account has which role stands in the office store."""

    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"
    DELEGATED_OPERATOR = "delegated_operator"
    """An operator for some rights, perhaps at some sites, until an end."""
    LOCKED_CONSOLE = "locked_console"
    """Whoever stands at a console that is locked, or at which nobody has logged in yet."""
    SITE_TECHNICIAN = "site_technician"
    VIEWER = "viewer"
    BRIDGE = "bridge"


OPERATORS = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})
"""Roles that may give every command which a person may give."""
AT_CONSOLES = OPERATORS | {Role.DELEGATED_OPERATOR, Role.LOCKED_CONSOLE}
"""Roles of those who act at a console of the main endpoint."""


class Origin(StrEnum):
    """Through which door a command came; the bridge sets it from the authenticated connection."""

    WINDOW = "window"
    COMMAND_LINE = "command_line"
    SATELLITE = "satellite"
    BRIDGE = "bridge"


class Rung(StrEnum):
    """Picture size a site is told to send: 320x180@8, 640x360@15, 1280x720@25."""

    OFF = "off"
    THUMBNAIL = "thumbnail"
    ON_DECK = "on_deck"
    PODIUM = "podium"


class LoadStep(StrEnum):
    """What an overloaded bridge gives up, one after the other; never anything on the podium."""

    TILE_RATE = "tile_rate"
    """Sites send their tiles at fewer pictures a second."""
    TILE_SIZE = "tile_size"
    """Tiles are drawn at half their width and height."""
    HIDDEN_TILES = "hidden_tiles"
    """Tiles that no window shows are decoded at key frames only."""


class Layout(StrEnum):
    MAIN_ENDPOINT = "main_endpoint"
    PODIUM = "podium"
    PODIUM_BESIDE_MAIN = "podium_beside_main"
    GRID_2X2 = "grid_2x2"
    GRID_3X3 = "grid_3x3"


class FloorSource(StrEnum):
    SATELLITE = "satellite"
    PHONE = "phone"
    SCRIPT = "script"


class FloorUrgency(StrEnum):
    """Whom the queue lets go first; a point of order (RONR: on the rules of the meeting) goes before all others."""

    NORMAL = "normal"
    PRIORITY = "priority"
    POINT_OF_ORDER = "point_of_order"


class LinkState(StrEnum):
    ABSENT = "absent"
    """Expected, never seen in this session."""
    CONNECTING = "connecting"
    LIVE = "live"
    OLD = "old"
    """Nothing heard for 1 s."""
    LOST = "lost"
    """Nothing heard for 2 s, or the connection ended."""


class PodiumPhase(StrEnum):
    """Steps of the podium transaction, in order."""

    IDLE = "idle"
    PREFLIGHT = "preflight"
    WAITING_FOR_LOG = "waiting_for_log"
    OPENING = "opening"
    WAITING_FOR_SITE = "waiting_for_site"
    """The rule says that the site's own technician opens the microphone; not a failure."""
    ON_AIR = "on_air"
    ROLLING_BACK = "rolling_back"


class WhoOpens(StrEnum):
    """Who opens the called site's microphone: a rule of the profile."""

    OPERATOR = "operator"
    SITE_TECHNICIAN = "site_technician"


class MuteRule(StrEnum):
    """How a province's regulation keeps the satellites' microphones; a text may know none of these."""

    MUTE_ALL_WHEN_MAIN_SPEAKS = "mute_all_when_main_speaks"
    """When the main endpoint speaks, all others are closed from there (Bình Định Đ11 k2b)."""
    ALWAYS_MUTED_WHEN_NOT_SPEAKING = "always_muted_when_not_speaking"
    """A microphone is closed but for its site's speech (Đắk Lắk I.4k)."""
    ONLY_ON_HOST_REQUEST = "only_on_host_request"
    """A microphone is opened only when the host asks the site to speak (Bắc Kạn Đ8 k2a)."""


class Answer(StrEnum):
    """How certain an engine or a site is that a wanted state holds."""

    CONFIRMED = "confirmed"
    ASSUMED = "assumed"
    TIMEOUT = "timeout"
    REJECTED = "rejected"
    UNSUPPORTED = "unsupported"


class Outcome(StrEnum):
    """The one end of a command."""

    DONE = "done"
    PARTLY = "partly"
    """Carried out at the bridge; some sites did not confirm (they are listed)."""
    REFUSED = "refused"
    FAILED = "failed"
    ROLLED_BACK = "rolled_back"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    """Sent and taken, but nothing proves that it came about (a camera that does not say where it stands)."""


class RehearsalState(StrEnum):
    """Where the technical check of a site before the meeting stands."""

    NOT_TESTED = "not_tested"
    MEASURING = "measuring"
    FAILED = "failed"
    REMARK = "remark"
    """Signed, with something to keep in mind."""
    PASSED = "passed"


class IncidentCategory(StrEnum):
    """What an incident is about, as the minutes group them."""

    NO_PICTURE = "no_picture"
    NO_SOUND = "no_sound"
    LINE_LOST = "line_lost"
    DEVICE = "device"
    POWER = "power"
    OTHER = "other"


class NoticeChannel(StrEnum):
    """How somebody was told of an incident."""

    PHONE = "phone"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"


class DelegatedRight(StrEnum):
    """What a site may be allowed to control for a time besides itself."""

    SILENCE = "silence"
    """Microphones of the sites, one or all."""
    FLOOR = "floor"
    PODIUM = "podium"
    """Podium, on deck and layout."""
    CAMERAS = "cameras"
    RECORD = "record"
    """Marks, notes, incidents, alarms."""


class FallbackAct(StrEnum):
    """What may be done instead when a line or a device fails."""

    OTHER_LINE = "other_line"
    INTERNET = "internet"
    MERGE_SITE = "merge_site"
    """The site joins the meeting at the nearest other site."""
    SPARE_DEVICE = "spare_device"
    BACKUP_POWER = "backup_power"
    PHONE = "phone"


class Severity(StrEnum):
    WARNING = "warning"
    ERROR = "error"


class AlarmKind(StrEnum):
    """What an alarm is about."""

    SITE_LOST = "site_lost"
    LINE = "line"
    """Loss, jitter or round trip over a threshold; the site's view says which."""
    PICTURE_OLD = "picture_old"
    MICROPHONE_OPEN = "microphone_open"
    """Open or sounding although ordered closed."""
    MICROPHONE_FORGOTTEN = "microphone_forgotten"
    LOG_FAILING = "log_failing"
    ENGINE_DOWN = "engine_down"
    RECORDING_STALLED = "recording_stalled"
    """It is wanted, and its file does not gain what it should."""
    DISK_LOW = "disk_low"
    """Less than 5 GB for a recording that runs; an error once it was stopped for that."""
    ECHO = "echo"
    """Its room sends back what it is sent, and its canceller misses it."""
    SITE_FLOODS = "site_floods"
    """It sends so much that all its media is dropped for a while."""
    PICTURE_HARMFUL = "picture_harmful"
    """Its picture costs so much to decode that it is dropped for a while."""
    SITE_NONSENSE = "site_nonsense"
    """It sends what nothing can be made of."""
    SITE_JOINS = "site_joins"
    """It asks to join again and again, and is told to wait."""


class Misconduct(StrEnum):
    """What a site does to the bridge's machine, by mistake or on purpose; it is contained, and named."""

    FLOOD = "flood"
    PICTURE = "picture"
    NONSENSE = "nonsense"
    JOINS = "joins"


class CauseKind(StrEnum):
    """What the sites of one alarm share; `Alarm.branch` names it."""

    CARRIER_IN_DISTRICT = "carrier_in_district"
    CARRIER = "carrier"
    DISTRICT = "district"
    OWN_LINE = "own_line"
    """The main endpoint's own line: sites of every branch are hit."""


class Reason(StrEnum):
    """Why a command was refused, failed or rolled back, or why something is as it is."""

    NOT_ALLOWED = "not_allowed"
    LOGIN_NEEDED = "login_needed"
    """The console is locked, or nobody has logged in at it."""
    BEYOND_RIGHTS = "beyond_rights"
    """The site controls something for a time, but not this."""
    MEETING_LOCKED = "meeting_locked"
    IN_LOBBY = "in_lobby"
    """It is not of this meeting and waits until somebody lets it in."""
    DELEGATION_NOT_FORESEEN = "delegation_not_foreseen"
    """The profile lets no site control others."""
    MEETING_CONFIDENTIAL = "meeting_confidential"
    """Its file says restricted or state secret: nothing is recorded, no content leaves."""
    RECORDING_NOT_ALLOWED = "recording_not_allowed"
    """The host has not said yes."""
    RECORDER_ABSENT = "recorder_absent"
    """The engine cannot record, or is down."""
    DISK_FULL = "disk_full"
    """Less than 1 GB of room for recordings."""
    DISK_FAILED = "disk_failed"
    NO_SESSION = "no_session"
    SESSION_RUNNING = "session_running"
    UNKNOWN_SITE = "unknown_site"
    UNKNOWN_REQUEST = "unknown_request"
    UNKNOWN_ALARM = "unknown_alarm"
    UNKNOWN_INCIDENT = "unknown_incident"
    INCIDENT_CLOSED = "incident_closed"
    UNKNOWN_STAGE = "unknown_stage"
    """The profile asks for no such technical check."""
    MEETING_HAS_BEGUN = "meeting_has_begun"
    """Sites of an official meeting are measured before it, never during it."""
    CHECK_NOT_PASSED = "check_not_passed"
    """Nothing of the check was in order, or something failed."""
    UNKNOWN_PRESET = "unknown_preset"
    UNKNOWN_CUE = "unknown_cue"
    """The script has no such cue, or it is behind us."""
    SITE_NOT_CONNECTED = "site_not_connected"
    SITE_HAS_NO_CONTROL = "site_has_no_control"
    LINE_TOO_BAD = "line_too_bad"
    NO_SOUND_PATH = "no_sound_path"
    NO_FULL_FRAME = "no_full_frame"
    SITE_LOST = "site_lost"
    REPEATED = "repeated"
    IN_FLIGHT = "in_flight"
    NOTHING_TO_DO = "nothing_to_do"
    UNDO_STEP_CHANGED = "undo_step_changed"
    """Another act has come since, which the undo would have taken back."""
    SAFE_STOP_IN_FORCE = "safe_stop_in_force"
    STANDING_ORDER = "standing_order"
    MUTE_RULE = "mute_rule"
    """The profile lets a microphone be opened only for a site that is called to speak."""
    MAIN_ENDPOINT_NEEDED = "main_endpoint_needed"
    ENGINE_DOWN = "engine_down"
    LOG_BEHIND = "log_behind"
    TIMEOUT = "timeout"
    CAMERA_ON_AIR = "camera_on_air"
    CAMERA_FAILED = "camera_failed"
    GATE_UNCERTAIN = "gate_uncertain"
    """The engine did not confirm that the sound is as ordered."""
    PROGRAM_NOT_SHOWN = "program_not_shown"
    """The engine did not confirm that the program shows what was ordered."""
    UNKNOWN_CAMERA = "unknown_camera"
    CAMERA_UNREACHABLE = "camera_unreachable"
    """Nothing is kept for when it is back."""
    CAMERA_STANDBY = "camera_standby"
    CAMERA_WAKING = "camera_waking"
    CAMERA_BUSY = "camera_busy"
    """It goes on saying that it carries out other commands."""
    CAMERA_MOVING = "camera_moving"
    """A preset is saved from a camera that stands still."""
    CAMERA_ELSEWHERE = "camera_elsewhere"
    """It came to rest, but not where the preset was saved."""
    CAMERA_UNCONFIRMED = "camera_unconfirmed"
    CAMERA_LOGIN = "camera_login"
    """It takes neither name nor password, or its clock is too far from ours."""
    CAMERA_FORGOT = "camera_forgot"
    """The preset's memory is gone from the camera, and no position is kept."""
    CAMERA_CHANGED = "camera_changed"
    """It was set up anew meanwhile, or taken out of the site's list."""
    CAMERA_CANNOT = "camera_cannot"
    """It has neither a memory for presets nor a position to go to."""
    CAMERA_CANNOT_WAKE = "camera_cannot_wake"
    """It is not switched on from here."""
    PRESET_EXISTS = "preset_exists"
    PRESET_PROTECTED = "preset_protected"
    """It is changed only after its protection was taken away."""
    PRESET_OF_ANOTHER = "preset_of_another"
    """It was saved at another model of camera, which stood there before."""
    PRESETS_ARE_THE_SITES = "presets_are_the_sites"
    """The profile leaves a site's presets to its own technician."""
    PRESETS_FULL = "presets_full"
    PRESET_NOT_KEPT = "preset_not_kept"
    """The data folder could not be written."""
    TOO_LATE = "too_late"
    """The order came to the site after its time."""
    SPEAKER_DROPPED = "speaker_dropped"
    QUEUE_FULL = "queue_full"
    SUPERSEDED = "superseded"
    BAD_VALUE = "bad_value"
    BRIDGE_RESTARTED = "bridge_restarted"
    """The bridge ended before the command did."""
    SESSION_ENDED = "session_ended"
    TOO_BUSY = "too_busy"
    """More is waiting than the bridge keeps."""
