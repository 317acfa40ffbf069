"""What stands in somebody's way outside the meeting's own rules: kinds with values, for whoever can act on them.

Rule: whoever meets a trouble names its kind, never a sentence; `widgets/phrases` says it in the reader's language. The
English sentences here are what a log file, a traceback or a process without words shows.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class TroubleKind(StrEnum):
    """Kinds of trouble; from `NO_CREDENTIAL` to `NOT_HERE` as the front names its refusals."""

    # this machine
    PORT_IN_USE = "port_in_use"
    MEDIA_PORT_IN_USE = "media_port_in_use"
    BRIDGE_RUNS_ALREADY = "bridge_runs_already"
    CONSOLE_OPEN_ALREADY = "console_open_already"
    MAIN_ROOM_JOINED_ALREADY = "main_room_joined_already"
    NO_SCREEN = "no_screen"
    NO_SCREEN_FOR_SITE = "no_screen_for_site"
    # the running bridge
    NO_BRIDGE = "no_bridge"
    BRIDGE_HAS_ENDED = "bridge_has_ended"
    BRIDGE_BETWEEN_LIVES = "bridge_between_lives"
    NOT_A_BRIDGE = "not_a_bridge"
    BRIDGE_OF_OTHER_VERSION = "bridge_of_other_version"
    BRIDGE_WENT_AWAY = "bridge_went_away"
    BRIDGE_ANSWERS_LATE = "bridge_answers_late"
    BRIDGE_REFUSES_LINK = "bridge_refuses_link"
    BRIDGE_KEEPS_ENDING = "bridge_keeps_ending"
    BRIDGE_SAID_NOTHING = "bridge_said_nothing"
    # files
    FILE_UNREADABLE = "file_unreadable"
    FILE_UNWRITABLE = "file_unwritable"
    ENDING_UNKNOWN = "ending_unknown"
    NO_CHECKS_KEPT = "no_checks_kept"
    TICK_UNKNOWN = "tick_unknown"
    FILE_MISSING = "file_missing"
    FILE_TOO_LARGE = "file_too_large"
    FOLDER_UNUSABLE = "folder_unusable"
    SETTINGS_BAD = "settings_bad"
    CAMERAS_BAD = "cameras_bad"
    CAMERA_TWICE = "camera_twice"
    CAMERA_WITHOUT_SLOTS = "camera_without_slots"
    CAMERA_WITHOUT_PLACE = "camera_without_place"
    PRESETS_BAD = "presets_bad"
    PRESET_FILE_BAD = "preset_file_bad"
    PRESET_TWICE = "preset_twice"
    CAMERA_NOT_LISTED = "camera_not_listed"
    CAMERAS_IN_USE = "cameras_in_use"
    CAMERA_PROGRAM_SILENT = "camera_program_silent"
    NO_CAMERA_FILE = "no_camera_file"
    PRESETS_NEED_CAMERA = "presets_need_camera"
    TOO_MANY_CAMERAS = "too_many_cameras"
    PASSWORD_TOO_LONG = "password_too_long"  # noqa: S105 - the name of a sentence
    PROFILE_BAD = "profile_bad"
    PROFILE_KEY_UNKNOWN = "profile_key_unknown"
    PROFILE_KEY_MISSING = "profile_key_missing"
    PROFILE_LEAVES_NO_CHOICE = "profile_leaves_no_choice"
    PROFILE_OF_OTHER_SCHEMA = "profile_of_other_schema"
    CALENDAR_BAD = "calendar_bad"
    CONFIGURATION_FROZEN_IN_SESSION = "configuration_frozen_in_session"
    CONFIGURATION_FROZEN_AFTER_CHECK = "configuration_frozen_after_check"
    ACCESS_NOT_CONFIRMED = "access_not_confirmed"
    DUTIES_BAD = "duties_bad"
    TEMPLATE_BAD = "template_bad"
    CERTIFICATE_UNUSABLE = "certificate_unusable"
    STORE_UNUSABLE = "store_unusable"
    STORE_OF_NEWER_PROGRAM = "store_of_newer_program"
    NOT_A_FILE_OF_OURS = "not_a_file_of_ours"
    NOT_A_SESSION_LOG = "not_a_session_log"
    # the log's disk
    DISK_FULL = "disk_full"
    DISK_READ_ONLY = "disk_read_only"
    DISK_FILE_CLOSED = "disk_file_closed"
    DISK_REFUSED = "disk_refused"
    LOG_WRITER_STOPPED = "log_writer_stopped"
    # invitations
    INVITATION_BAD = "invitation_bad"
    INVITATION_TOO_LONG = "invitation_too_long"
    INVITATION_OF_OTHER_VERSION = "invitation_of_other_version"
    INVITATION_EMPTY = "invitation_empty"
    NOT_JOINED_YET = "not_joined_yet"
    MEMORY_BAD = "memory_bad"
    KEY_GONE = "key_gone"
    CREDENTIAL_NOT_KEPT = "credential_not_kept"
    # what the front refuses
    NO_CREDENTIAL = "no_credential"
    CREDENTIAL_UNKNOWN = "credential_unknown"
    CREDENTIAL_EXPIRED = "credential_expired"
    CHALLENGE_STALE = "challenge_stale"
    SIGNATURE_WRONG = "signature_wrong"
    NOT_RENEWED = "not_renewed"
    OTHER_SITE = "other_site"
    SITE_UNKNOWN = "site_unknown"
    ANOTHER_MACHINE = "another_machine"
    MEETING_LOCKED = "meeting_locked"
    IN_LOBBY = "in_lobby"
    FULL = "full"
    CODE_UNKNOWN = "code_unknown"
    CODE_EXPIRED = "code_expired"
    CODE_USED = "code_used"
    CODE_REVOKED = "code_revoked"
    BUSY = "busy"
    TOO_LONG = "too_long"
    NOT_SDP = "not_sdp"
    OFFER_MALFORMED = "offer_malformed"
    REQUEST_MALFORMED = "request_malformed"
    SESSION_UNKNOWN = "session_unknown"
    RESTART_UNSUPPORTED = "restart_unsupported"
    STALE = "stale"
    NOT_HERE = "not_here"
    # the way to the bridge
    OFFER_REFUSED = "offer_refused"
    UNREACHABLE = "unreachable"
    ADDRESS_BAD = "address_bad"
    STOPPED_ANSWERING = "stopped_answering"
    ANSWER_NOT_SIGNED = "answer_not_signed"
    WRONG_BRIDGE = "wrong_bridge"
    FINGERPRINT_DAMAGED = "fingerprint_damaged"
    ANSWER_NOT_UNDERSTOOD = "answer_not_understood"
    ANSWER_LATE = "answer_late"
    CONNECTION_FAILED = "connection_failed"
    CONNECTION_ENDED = "connection_ended"
    BRIDGE_SILENT = "bridge_silent"
    ENDPOINT_ENDED = "endpoint_ended"
    REPLACED = "replaced"
    SENT_AWAY = "sent_away"
    # the room
    NO_MICROPHONE = "no_microphone"
    NO_LOUDSPEAKER = "no_loudspeaker"
    MICROPHONE_MISSING = "microphone_missing"
    LOUDSPEAKER_MISSING = "loudspeaker_missing"
    NO_SOUND_LIBRARY = "no_sound_library"
    NO_HEADPHONES = "no_headphones"
    HEADPHONES_MISSING = "headphones_missing"
    SOUND_UNUSABLE = "sound_unusable"
    SOUND_STOPPED = "sound_stopped"
    SOUND_FILE_BAD = "sound_file_bad"
    SOUND_FILE_EMPTY = "sound_file_empty"
    CAMERA_BLIND = "camera_blind"
    FILM_BLIND = "film_blind"


class Trouble(msgspec.Struct, frozen=True):
    """One trouble; `values` fill its sentence in, `file` is the file it is found in, said before it."""

    kind: TroubleKind
    values: dict[str, str] = {}
    file: str = ""

    def __str__(self) -> str:
        text = ENGLISH[self.kind].format(**self.values)
        return f"{self.file}: {text}" if self.file else text


def trouble(kind: TroubleKind, **values: object) -> Trouble:
    """Returns a trouble; whatever its values are, they are kept as text."""
    return Trouble(kind, {name: str(value) for name, value in values.items()})


class Told(Exception):
    """Something that a person can act on; `trouble` says it in any language, the text is one English sentence.

    A text alone is for what has been put into words already.
    """

    def __init__(self, why: Trouble | str) -> None:
        super().__init__(str(why))
        self.trouble = why if isinstance(why, Trouble) else None


ENGLISH: Mapping[TroubleKind, str] = {
    TroubleKind.PORT_IN_USE: (
        "Port {port} is in use by another program; end it, or choose another port with --https-port."
    ),
    TroubleKind.MEDIA_PORT_IN_USE: (
        "UDP port {port} is in use by another program; end it, or choose another port with --media-port."
    ),
    TroubleKind.BRIDGE_RUNS_ALREADY: "A bridge is running for this data folder already.",
    TroubleKind.CONSOLE_OPEN_ALREADY: "The console of this data folder is open already.",
    TroubleKind.MAIN_ROOM_JOINED_ALREADY: "The main room has joined already.",
    TroubleKind.NO_SCREEN: "There is no screen here; main.py bridge runs the meeting without a window.",
    TroubleKind.NO_SCREEN_FOR_SITE: "There is no screen here; join with --no-window.",
    TroubleKind.NO_BRIDGE: "No bridge runs for {folder}; start it with main.py bridge.",
    TroubleKind.BRIDGE_HAS_ENDED: "The bridge of {folder} has ended; start it with main.py bridge.",
    TroubleKind.BRIDGE_BETWEEN_LIVES: "The bridge does not answer; it may be starting or ending.",
    TroubleKind.NOT_A_BRIDGE: "What answers at the bridge's port is no bridge.",
    TroubleKind.BRIDGE_OF_OTHER_VERSION: "A bridge of another version of the program runs here; end that bridge first.",
    TroubleKind.BRIDGE_WENT_AWAY: "The bridge has ended.",
    TroubleKind.BRIDGE_ANSWERS_LATE: "The bridge did not answer in time.",
    TroubleKind.BRIDGE_REFUSES_LINK: "The bridge refuses this link: {why}",
    TroubleKind.BRIDGE_KEEPS_ENDING: "The bridge ends again and again; the reason stands at the end of {path}.",
    TroubleKind.BRIDGE_SAID_NOTHING: (
        "The bridge cannot start and left no word in {path}; see that the disk has room and can be written."
    ),
    TroubleKind.FILE_UNREADABLE: "{path} cannot be read: {why}",
    TroubleKind.FILE_UNWRITABLE: "{path} cannot be written: {why}",
    TroubleKind.ENDING_UNKNOWN: "No file with the ending “{ending}” can be written; use {endings}.",
    TroubleKind.NO_CHECKS_KEPT: "The register has no technical check of the meeting {meeting}.",
    TroubleKind.TICK_UNKNOWN: "“{text}” is no item and result of the technical check.",
    TroubleKind.FILE_MISSING: "There is no file {path}.",
    TroubleKind.FILE_TOO_LARGE: "The file is larger than {most}.",
    TroubleKind.FOLDER_UNUSABLE: "The data folder {folder} cannot be made: {why}.",
    TroubleKind.SETTINGS_BAD: "The settings cannot be used: {why}.",
    TroubleKind.CAMERAS_BAD: "The cameras cannot be used: {why}.",
    TroubleKind.CAMERA_TWICE: "Two cameras have the name “{camera}”; give each a name of its own.",
    TroubleKind.CAMERA_WITHOUT_SLOTS: (
        "The camera “{camera}” has no memory to use; look at first_slot, last_slot and kept_free."
    ),
    TroubleKind.CAMERA_WITHOUT_PLACE: (
        "It is not said where the camera “{camera}” is; give it a host, a serial_port or a device."
    ),
    TroubleKind.PRESETS_BAD: "The presets cannot be read ({why}); the file was put aside as {aside}.",
    TroubleKind.PRESET_FILE_BAD: "The file of presets cannot be used: {why}.",
    TroubleKind.PRESET_TWICE: "The file names the preset “{preset}” twice, or without a name.",
    TroubleKind.CAMERA_NOT_LISTED: "No camera is called “{camera}”; look at “cameras list”.",
    TroubleKind.CAMERA_PROGRAM_SILENT: "The program that drives these cameras does not answer; try again.",
    TroubleKind.CAMERAS_IN_USE: "The program that drives these cameras has not taken the presets; try again.",
    TroubleKind.NO_CAMERA_FILE: "The file holds no cameras and no presets of this program.",
    TroubleKind.PRESETS_NEED_CAMERA: "The file holds presets of one camera; choose the camera that shall have them.",
    TroubleKind.TOO_MANY_CAMERAS: "With this file there would be more than {most} cameras; take some out first.",
    TroubleKind.PASSWORD_TOO_LONG: "The password is longer than {most} characters.",
    TroubleKind.PROFILE_BAD: "The profile cannot be used: {why}.",
    TroubleKind.TEMPLATE_BAD: "The form's template cannot be used: {why}.",
    TroubleKind.PROFILE_KEY_UNKNOWN: "The profile has a key that this program does not know: {key}.",
    TroubleKind.PROFILE_KEY_MISSING: "The profile lacks the key {key}.",
    TroubleKind.PROFILE_LEAVES_NO_CHOICE: "The profile {profile} leaves no choice of “{choice}”.",
    TroubleKind.DUTIES_BAD: "The duty table cannot be used: {why}.",
    TroubleKind.CALENDAR_BAD: "The working calendar cannot be used: {why}.",
    TroubleKind.PROFILE_OF_OTHER_SCHEMA: "The profile has schema {found}; this program reads {wanted}.",
    TroubleKind.CONFIGURATION_FROZEN_IN_SESSION: (
        "Configuration stays as it is while an official meeting runs (since {since}); to change it nevertheless, give"
        " the reason (field Reason, or --reason)."
    ),
    TroubleKind.CONFIGURATION_FROZEN_AFTER_CHECK: (
        "Configuration stays as it is until the meeting, for its technical check was good ({since}); to change it"
        " nevertheless, give the reason (field Reason, or --reason)."
    ),
    TroubleKind.ACCESS_NOT_CONFIRMED: (
        "Nobody has confirmed that the device of {number} {name} meets the conditions of access ({article}); confirm it"
        " in the list “Conditions of access” of the office window before the site is invited."
    ),
    TroubleKind.CERTIFICATE_UNUSABLE: (
        "The bridge's certificate {path} cannot be used; restore it, or remove it and invite the sites again."
    ),
    TroubleKind.STORE_UNUSABLE: "The office store {path} cannot be opened: {why}.",
    TroubleKind.STORE_OF_NEWER_PROGRAM: "{path} was written by a newer version of this program.",
    TroubleKind.NOT_A_FILE_OF_OURS: "{path} is not a file of this program: {why}.",
    TroubleKind.NOT_A_SESSION_LOG: "{path} is not a session's log, or is damaged at its beginning: {why}.",
    TroubleKind.DISK_FULL: "The disk is full; free some space.",
    TroubleKind.DISK_READ_ONLY: "The data folder cannot be written; give this user the right to write there.",
    TroubleKind.DISK_FILE_CLOSED: "The file cannot be opened; see that the data folder is there and can be written.",
    TroubleKind.DISK_REFUSED: "The disk refused: {why}.",
    TroubleKind.LOG_WRITER_STOPPED: "The log's writer has stopped; nothing more is written.",
    TroubleKind.INVITATION_BAD: "This is not an invitation to a meeting: {why}.",
    TroubleKind.INVITATION_TOO_LONG: "This is too long to be an invitation.",
    TroubleKind.INVITATION_OF_OTHER_VERSION: (
        "The invitation was made by another version of this program; ask for a new one."
    ),
    TroubleKind.INVITATION_EMPTY: "The invitation names no address or no code; ask for a new one.",
    TroubleKind.NOT_JOINED_YET: "This machine has not joined yet; give the invitation's file or link.",
    TroubleKind.MEMORY_BAD: "{path} cannot be read ({why}); join with a new invitation.",
    TroubleKind.KEY_GONE: "This site's key is no longer in the system's key store; join with a new invitation.",
    TroubleKind.CREDENTIAL_NOT_KEPT: ("The credential cannot be stored ({why}); next time a new invitation is needed."),
    TroubleKind.NO_CREDENTIAL: "A bearer credential is needed; ask the main endpoint for an invitation.",
    TroubleKind.CREDENTIAL_UNKNOWN: (
        "This credential is not known or was revoked; ask the main endpoint for a new one."
    ),
    TroubleKind.CREDENTIAL_EXPIRED: (
        "This site's right to join has come to its end; ask the main endpoint for a new invitation."
    ),
    TroubleKind.CHALLENGE_STALE: "The request came too late to be verified; the program tries again.",
    TroubleKind.SIGNATURE_WRONG: (
        "The request is not signed by this site's key; ask the main endpoint for a new invitation."
    ),
    TroubleKind.NOT_RENEWED: "This kind of credential is not renewed; ask the main endpoint for a new invitation.",
    TroubleKind.OTHER_SITE: "This credential belongs to another site.",
    TroubleKind.SITE_UNKNOWN: "This site is not in the list of sites.",
    TroubleKind.ANOTHER_MACHINE: (
        "Another machine is connected as this site; end it there first, or call the operator."
    ),
    TroubleKind.MEETING_LOCKED: (
        "The meeting is locked and takes no further site; call the main endpoint to be let in."
    ),
    TroubleKind.IN_LOBBY: "This site is not of this meeting; wait until the main endpoint lets it in.",
    TroubleKind.FULL: (
        "As many sites are connected as this meeting takes; ask the main endpoint, or try again when one has left."
    ),
    TroubleKind.CODE_UNKNOWN: "This invitation code is not known; check its letters.",
    TroubleKind.CODE_EXPIRED: "This invitation has expired; ask the main endpoint for a new one.",
    TroubleKind.CODE_USED: "This invitation was used already; ask the main endpoint for a new one.",
    TroubleKind.CODE_REVOKED: "This invitation was revoked; ask the main endpoint for a new one.",
    TroubleKind.BUSY: "The bridge is busy with other sites; try again in a moment.",
    TroubleKind.TOO_LONG: "The request is too long.",
    TroubleKind.NOT_SDP: "The body has to be an SDP offer (application/sdp).",
    TroubleKind.OFFER_MALFORMED: "The SDP offer cannot be taken.",
    TroubleKind.REQUEST_MALFORMED: "The request is not understood.",
    TroubleKind.SESSION_UNKNOWN: "This connection has ended.",
    TroubleKind.RESTART_UNSUPPORTED: "ICE restarts are not supported; join again.",
    TroubleKind.STALE: "The entity tag is not this connection's.",
    TroubleKind.NOT_HERE: "There is nothing at this address.",
    TroubleKind.OFFER_REFUSED: "{why}",
    TroubleKind.UNREACHABLE: "The bridge does not answer at {urls}; check the network cable and the address.",
    TroubleKind.ADDRESS_BAD: "“{urls}” is no address of a bridge; ask for a new invitation.",
    TroubleKind.STOPPED_ANSWERING: "The bridge stopped answering; try again.",
    TroubleKind.ANSWER_NOT_SIGNED: (
        "The answer was not signed by the bridge of the invitation; something on the way changes it."
    ),
    TroubleKind.WRONG_BRIDGE: (
        "What answers at this address is not the bridge of the invitation: its certificate is another."
    ),
    TroubleKind.FINGERPRINT_DAMAGED: "The invitation's fingerprint is damaged; ask for a new one.",
    TroubleKind.ANSWER_NOT_UNDERSTOOD: "The bridge's answer is not understood ({why}).",
    TroubleKind.ANSWER_LATE: "The bridge did not answer within {seconds} s.",
    TroubleKind.CONNECTION_FAILED: "The connection to the bridge did not come up: {why}.",
    TroubleKind.CONNECTION_ENDED: "The connection to the bridge has ended: {why}.",
    TroubleKind.BRIDGE_SILENT: "The bridge has not been heard for {seconds} s.",
    TroubleKind.ENDPOINT_ENDED: "This computer's part of the meeting ended unexpectedly and is being opened again.",
    TroubleKind.REPLACED: "Another computer has joined as this site and has taken the place of this one.",
    TroubleKind.SENT_AWAY: "The bridge ended the connection ({reason}).",
    TroubleKind.NO_MICROPHONE: "This machine has no microphone; the site goes on without one.",
    TroubleKind.NO_LOUDSPEAKER: "This machine has no loudspeaker; the site goes on without one.",
    TroubleKind.MICROPHONE_MISSING: "The microphone “{name}” is not there; the site goes on without one.",
    TroubleKind.LOUDSPEAKER_MISSING: "The loudspeaker “{name}” is not there; the site goes on without one.",
    TroubleKind.NO_HEADPHONES: "This machine has no headphones or loudspeaker; the meeting goes on without.",
    TroubleKind.HEADPHONES_MISSING: (
        "The device “{name}” is not there; plug it in, or name another one under headphones in settings.json."
    ),
    TroubleKind.NO_SOUND_LIBRARY: (
        "The sound library PortAudio is missing; on Debian and Ubuntu install the package libportaudio2."
    ),
    TroubleKind.SOUND_UNUSABLE: "The sound devices cannot be opened ({why}); another program may use them.",
    TroubleKind.SOUND_STOPPED: "The sound devices have stopped; check their cables; they will be opened again.",
    TroubleKind.SOUND_FILE_BAD: "The sound file {name} cannot be used ({why}).",
    TroubleKind.SOUND_FILE_EMPTY: "The sound file {name} holds no sound.",
    TroubleKind.CAMERA_BLIND: "The camera “{name}” gives no picture ({why}); the site goes on without one.",
    TroubleKind.FILM_BLIND: "The video file “{name}” gives no picture ({why}); the site goes on without one.",
}
