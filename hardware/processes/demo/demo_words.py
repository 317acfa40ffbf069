"""What the demo says while it runs: kinds with values, for whoever watches it.

Rule: the demo names a kind, never a sentence; `main.py` hands in the words. The English tables are what a demo without
other words says. The kinds of figures are also their names in `measured.json`.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from console.command_line.phrasing import EnglishWords, SiteName
from console.commands import AnyCommand
from console.effects import Receipt


class Report(StrEnum):
    """What happens."""

    DATA_FOLDER = "data_folder"
    SITES_JOIN = "sites_join"
    STEP = "step"
    CONFIRMED = "confirmed"
    FIGURE = "figure"
    FAILED = "failed"
    NOT_SEEN = "not_seen"
    LOG = "log"
    NO_LOG = "no_log"
    OUTPUT = "output"


class Figure(StrEnum):
    """What is measured."""

    ALL_CONNECTED = "all sites connected after"
    MUTE_ALL = "mute-all receipt"
    PODIUM = "connection time of the podium"
    PRESET = "camera at its preset after"
    FLOOR = "connection time of the floor"
    SAFE_STOP = "safe stop receipt"


class Awaited(StrEnum):
    """What must come to be seen."""

    SITES_CONNECTED = "sites_connected"
    ON_DECK_CHECKED = "on_deck_checked"
    ON_PODIUM = "on_podium"
    REQUEST_QUEUED = "request_queued"
    SPEECH_RUNS = "speech_runs"
    SAFE_STOP_SHOWN = "safe_stop_shown"
    PICTURE_TAKEN = "picture_taken"


class DemoWords(Protocol):
    """Turns what the demo does into sentences of one language."""

    def phrase(self, kind: StrEnum, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        ...

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        ...


ENGLISH: Mapping[StrEnum, str] = {
    Report.DATA_FOLDER: "Data folder: {folder}",
    Report.SITES_JOIN: "{count} sites join; close the window to end the demo.",
    Report.STEP: "{told} ({milliseconds} ms)",
    Report.CONFIRMED: "  confirmed {confirmed}, not confirmed {unconfirmed}",
    Report.FIGURE: "  {figure}: {milliseconds} ms",
    Report.FAILED: "The demo failed: {why}",
    Report.NOT_SEEN: "{what}: not seen within {seconds} s.",
    Report.LOG: "Log {file}: {what}",
    Report.NO_LOG: "no session log was written.",
    Report.OUTPUT: "Pictures and log: {folder}",
    Figure.ALL_CONNECTED: "all sites connected after",
    Figure.MUTE_ALL: "receipt of mute-all",
    Figure.PODIUM: "connection time of the podium",
    Figure.PRESET: "camera at its preset after",
    Figure.FLOOR: "connection time of the floor",
    Figure.SAFE_STOP: "receipt of the safe stop",
    Awaited.SITES_CONNECTED: "{count} sites connected",
    Awaited.ON_DECK_CHECKED: "the site on deck is checked",
    Awaited.ON_PODIUM: "the site is on the podium",
    Awaited.REQUEST_QUEUED: "the request is in the queue",
    Awaited.SPEECH_RUNS: "the speech runs",
    Awaited.SAFE_STOP_SHOWN: "the safe stop shows",
    Awaited.PICTURE_TAKEN: "the window takes a picture of itself",
}


class EnglishDemoWords(EnglishWords):
    """The English sentences."""

    def phrase(self, kind: StrEnum, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        if isinstance(kind, (Report, Figure, Awaited)):
            return ENGLISH[kind].format(**values)
        return super().phrase(kind, values)  # type: ignore[arg-type] - the command line's own kinds
