"""The words of a technical check: what is looked at, what came of it, and why the bridge says so.

Rule: a word here is a kind, never a sentence. The items are those of the five regulations (Bình Định article 10,
Thanh Hóa article 11, Đồng Nai article 11, Đắk Lắk II.1 steps 4 to 6, Bắc Kạn articles 5 and 7), united.
"""

from enum import StrEnum

import msgspec

StageName = str
"""How a profile calls a check: `T-1wd`, `T-30min`."""


class CheckItem(StrEnum):
    """One thing that is looked at, in the order of the sheet."""

    SOUND_TO_SITE = "sound_to_site"
    """A test tone of the bridge reaches the site."""
    SOUND_FROM_SITE = "sound_from_site"
    """A test tone of the site reaches the bridge."""
    MICROPHONE = "microphone"
    ECHO = "echo"
    """The bridge's own tone does not come back from the room."""
    PICTURE_SIZE = "picture_size"
    PICTURE_RATE = "picture_rate"
    LOSS = "loss"
    JITTER = "jitter"
    ROUND_TRIP = "round_trip"
    BANDWIDTH = "bandwidth"
    """What the line carries from the site to the bridge."""
    BANDWIDTH_DOWN = "bandwidth_down"
    """What it carries from the bridge to the site."""
    ADDRESS = "address"
    PRESET = "preset"
    LOUDSPEAKER = "loudspeaker"
    """The room hears the main endpoint well."""
    EVERY_MICROPHONE = "every_microphone"
    """Each microphone was tried: no howling, hiss or noise."""
    MICROPHONE_BATTERY = "microphone_battery"
    DISPLAY = "display"
    """The screens show the two sources they should."""
    CONTENT = "content"
    """Slides or films can be shown to all."""
    POWER = "power"
    BACKUP_POWER = "backup_power"
    LIGHT = "light"
    CHAIR_SEAT = "chair_seat"
    """It was tried from the seat of whoever chairs there."""


MEASURED = (
    CheckItem.SOUND_TO_SITE,
    CheckItem.SOUND_FROM_SITE,
    CheckItem.MICROPHONE,
    CheckItem.ECHO,
    CheckItem.PICTURE_SIZE,
    CheckItem.PICTURE_RATE,
    CheckItem.LOSS,
    CheckItem.JITTER,
    CheckItem.ROUND_TRIP,
    CheckItem.BANDWIDTH,
    CheckItem.BANDWIDTH_DOWN,
    CheckItem.ADDRESS,
    CheckItem.PRESET,
)
"""Items that the bridge fills in by itself; a person may overrule each, under the own name."""

TICKED = tuple(item for item in CheckItem if item not in MEASURED)

_NOT_AGAIN = (
    CheckItem.ECHO,
    CheckItem.BANDWIDTH,
    CheckItem.BANDWIDTH_DOWN,
    CheckItem.ADDRESS,
    CheckItem.PRESET,
    CheckItem.EVERY_MICROPHONE,
    CheckItem.CONTENT,
    CheckItem.CHAIR_SEAT,
)
RUN_ITEMS = tuple(item for item in CheckItem if item not in _NOT_AGAIN)
"""What is run once more shortly before the meeting: terminals, line, sound and picture (Bình Định article 10)."""
RECHECK_ITEMS = (
    CheckItem.SOUND_TO_SITE,
    CheckItem.SOUND_FROM_SITE,
    CheckItem.MICROPHONE,
    CheckItem.PICTURE_SIZE,
    CheckItem.PICTURE_RATE,
    CheckItem.LOSS,
    CheckItem.MICROPHONE_BATTERY,
)
"""Sound and picture of those who will speak (Đắk Lắk II.1 step 6)."""


class CheckResult(StrEnum):
    OK = "ok"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"
    """Nobody and nothing could say; never counts as good."""


class CheckWhy(StrEnum):
    """Why the bridge gave a result; empty where the value says it all."""

    NOT_CONNECTED = "not_connected"
    CANNOT_ANSWER = "cannot_answer"
    """The site's program or device has no way to answer."""
    NO_ANSWER = "no_answer"
    """It could have answered and did not in time."""
    INTERRUPTED = "interrupted"
    """The meeting needed the site, or it left."""
    ON_AIR = "on_air"
    """Its microphone is in the meeting: no tone is played into that."""
    NOTHING_SENT = "nothing_sent"
    SILENT = "silent"
    """Packets come, and digital silence in them."""
    ONLY_NOISE = "only_noise"
    """The room's noise is heard and nobody spoke."""
    TOO_QUIET = "too_quiet"
    NO_TONE = "no_tone"
    """Sound came, the test tone was not in it."""
    NO_ECHO = "no_echo"
    """Nothing of the tone came back."""
    TOO_LOUD = "too_loud"
    """So much else was heard that an echo would not have been recognised."""
    ECHO_FAINT = "echo_faint"
    ECHO_HEARD = "echo_heard"
    NO_MICROPHONE = "no_microphone"
    NO_CAMERA = "no_camera"
    NO_PICTURE = "no_picture"
    TOO_SMALL = "too_small"
    TOO_FEW = "too_few"
    BORDERLINE = "borderline"
    OVER_LIMIT = "over_limit"
    TOO_FEW_PACKETS = "too_few_packets"
    CARRIED = "carried"
    """What the line carried during the check; it may carry more. Only in lines of earlier versions."""
    AT_LEAST = "at_least"
    """Nothing more was tried; the line may carry more."""
    TOO_NARROW = "too_narrow"
    CANNOT_RAMP = "cannot_ramp"
    """The site's device does not take part in filling the line."""
    OFFICIAL_SESSION = "official_session"
    """No line is filled in an official session."""
    NO_PRESET = "no_preset"
    CAMERA_FAILED = "camera_failed"
    PRESET_MISSED = "preset_missed"
    """The camera did not reach every preset."""
    PRESET_CHANGED = "preset_changed"
    """It stands where the preset was saved and shows something else."""
    PRESET_UNPROVED = "preset_unproved"
    """It went there and tells no position."""


class StageScope(StrEnum):
    """Whom a stage's check is for."""

    ALL = "all"
    SPEAKERS = "speakers"
    BY_TIER = "by_tier"
    """The main endpoint checks the tier below it and whoever speaks; each parent checks its own."""


class CheckStage(msgspec.Struct, frozen=True, kw_only=True):
    """One check that the profile asks for: its name, whom it is for and what is looked at."""

    stage: StageName
    scope: StageScope = StageScope.ALL
    items: tuple[CheckItem, ...] = tuple(CheckItem)
