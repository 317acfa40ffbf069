"""Which lines of the log are wanted: of one kind of business, and with these words in them, accents left out.

Rule: pure decisions. A command that somebody gave belongs to the business that it is about.
"""

import json
import typing
from dataclasses import dataclass
from enum import Enum

from console.snapshot import LogTailLine
from widgets.drawing.short_names import folded
from widgets.phrases.log.incident_words import INCIDENT_COMMANDS


class LogGroup(Enum):
    """A kind of business: its kinds of lines, and the commands that belong to it."""

    ALL = ((), ())
    FLOOR = (
        (
            *("floor-", "speech-", "podium-", "return-rolled-back", "on-deck-", "ready-given", "preflight-"),
            *("layout-set", "cue-", "meeting-file-"),
        ),
        (
            *("request-floor", "withdraw-floor", "move-floor-request", "skip-floor", "set-floor-urgency"),
            *("approve-floor", "refuse-floor", "restore-floor", "grant-floor", "finish-speech", "set-speech-limit"),
            *("put-on-deck", "take-off-deck", "bring-to-podium", "return-to-previous", "give-ready", "set-layout"),
            *("take-cue", "skip-cue", "return-cue", "reload-meeting-file"),
        ),
    )
    MICROPHONES = (
        (
            *("silence-", "microphone-", "sound-changed", "violation-seen", "forgotten-microphone-seen"),
            *("opening-tried", "safe-stop", "gain-set", "listen-"),
        ),
        (
            *("mute-all", "lift-silence", "mute-site", "unmute-site", "safe-stop", "lift-safe-stop"),
            *("set-gain", "listen-to-site"),
        ),
    )
    LINES = (
        (
            "alarm-",
            "site-",
            "admission-denied",
            "credential",
            "meeting-",
            "lobby-",
            "engine-changed",
            "nonsense-heard",
            "log-fell-behind",
            "clock-stepped",
            "load-shed",
        ),
        (
            *("take-alarm", "take-cleared-alarms", "revoke-credentials", "reload-directory"),
            *("lock-meeting", "unlock-meeting", "open-lobby", "close-lobby", "let-in", "turn-away"),
        ),
    )
    NOTES = (
        ("moment-marked", "note-added", "incident-", "attendance-told"),
        ("mark-moment", "add-note", *INCIDENT_COMMANDS, "tell-attendance"),
    )

    @property
    def kinds(self) -> tuple[str, ...]:
        """How the kinds of its lines begin."""
        return self.value[0]

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands that belong to it."""
        return self.value[1]

    def holds(self, line: LogTailLine) -> bool:
        """Tells whether a line belongs to it."""
        if self is LogGroup.ALL:
            return True
        if line.kind == "command-asked":
            return _command_of(line) in self.commands
        return line.kind.startswith(self.kinds)


def _command_of(line: LogTailLine) -> str:
    try:
        command = json.loads(str(line.what.get("what")))
    except ValueError:
        return ""
    return str(typing.cast("dict[str, object]", command).get("do")) if isinstance(command, dict) else ""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """A group and words, all of which have to stand in the line."""

    group: LogGroup = LogGroup.ALL
    text: str = ""

    def lets(self, line: LogTailLine, sentence: str) -> bool:
        """Tells whether a line is wanted; `sentence` is how people read it."""
        if not self.group.holds(line):
            return False
        words = folded(self.text).split()
        if not words:
            return True
        told = folded(sentence)
        return all(word in told for word in words)
