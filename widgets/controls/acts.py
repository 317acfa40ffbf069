"""The actions of the console by name, each with its keys.

Rule: no key stands twice; letters act only outside text fields.
"""

from enum import Enum


class Act(Enum):
    """The name of an action (its object name) and its keys."""

    ON_DECK = ("on-deck", "Enter", "Return")
    PODIUM = ("podium", "Ctrl+Enter", "Ctrl+Return")
    BACK = ("back", "Backspace")
    MUTE = ("mute", "M")
    MUTE_ALL = ("mute-all", "Ctrl+M")
    MUTE_ALL_EXCEPT = ("mute-all-except", "Ctrl+Shift+M")
    SAFE_STOP = ("safe-stop", "F12")
    MUTE_FORGOTTEN = ("mute-forgotten", "F4")
    UNDO = ("undo", "Ctrl+Z")
    REQUEST_UP = ("request-up", "Alt+Up")
    REQUEST_DOWN = ("request-down", "Alt+Down")
    SKIP = ("skip-request", "Del")
    PHONE_REQUEST = ("phone-request", "Ins")
    PHONE_REQUEST_NAMED = ("phone-request-named", "Shift+Ins")
    REQUEST_NORMAL = ("request-normal", "Ctrl+1")
    REQUEST_PRIORITY = ("request-priority", "Ctrl+2")
    REQUEST_POINT_OF_ORDER = ("request-point-of-order", "Ctrl+3")
    APPROVE_REQUEST = ("approve-request", "Ctrl+D")
    REFUSE_REQUEST = ("refuse-request", "Shift+Del")
    ADD_MINUTE = ("add-minute", "+")
    SPEECH_LIMIT = ("speech-limit", "Ctrl+T")
    NEXT_FAULT = ("next-fault", "F8")
    TAKE_ALARM = ("take-alarm", "F9")
    TAKE_CLEARED = ("take-cleared", "Shift+F9")
    ALARM_SOUND_OFF = ("alarm-sound-off", "F10")
    ALARM_LIST = ("alarm-list", "Shift+F8")
    LISTEN = ("listen", "L")
    LISTEN_PROGRAM = ("listen-program", "Shift+L")
    LISTEN_NOTHING = ("listen-nothing", "Ctrl+Shift+L")
    SITE_GAIN = ("site-gain", "G")
    ATTENTION_FIRST = ("attention-first", "F7")
    CAMERAS = ("cameras", "C")
    LINE = ("site-line", "D")
    MARK = ("mark-moment", "F2")
    MARK_WITH_NOTE = ("mark-with-note", "Ctrl+F2")
    NOTE = ("add-note", "Shift+F2")
    INCIDENT = ("open-incident", "F3")
    FILTER_LOG = ("filter-log", "Ctrl+F")
    SEARCH = ("search", "/")
    NEXT_ZONE = ("next-zone", "F6")
    LIFT_SILENCE = ("lift-silence",)
    LIFT_SAFE_STOP = ("lift-safe-stop",)
    FINISH_SPEECH = ("finish-speech",)
    ALLOW_MICROPHONE = ("allow-microphone",)
    TAKE_OFF_DECK = ("take-off-deck",)
    WITHDRAW_REQUEST = ("withdraw-request",)
    START_SESSION = ("start-session", "Ctrl+N")
    END_SESSION = ("end-session",)
