"""What the log says of a killed meeting, held against what the operator was answered and shown.

Rule: the file is read as anybody would read it, beside the bridge that writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from console.data_folder import DataFolder
from console.durable import Durable, commanded, request_of
from console.effects import Receipt
from console.entries import BridgeStarted, CommandEnded, Line
from console.log_book.office_store import OfficeStore
from console.log_book.session_reading import read_session
from console.log_book.verification import verify_log
from console.meeting.meeting_snapshot import ScriptView
from console.podium.scenes import shown_layout
from console.replay import apply, replay
from console.snapshot import LogView
from console.words import CommandId, SiteId
from hardware.processes.published_state import PublishedState


@dataclass(frozen=True, slots=True)
class Standing:
    """What has to be as before: silence, podium, script, queue and the running speech."""

    silence: tuple[bool, bool]
    heard: tuple[SiteId, ...]
    podium: tuple[SiteId | None, str]
    on_deck: SiteId | None
    cue: int
    queue: tuple[str, ...]
    speech: tuple[SiteId, int, int | None] | None
    """Who speaks, since when (wall ms), and the speech's own limit in seconds; None: the profile's limit holds."""
    may_begin: SiteId | None = None
    """Who is on the podium and speaks as soon as the gate is open; never held against anything itself."""

    def differences(self, other: "Standing") -> list[str]:
        """Returns what is otherwise there, one phrase each; a speech that was about to begin may have begun."""
        begun = self.speech is None and other.speech is not None and other.speech[0] == self.may_begin
        names = [name for name in self.__slots__ if name != "may_begin" and not (begun and name == "speech")]
        return [
            f"{name} was {getattr(self, name)} and is {getattr(other, name)}"
            for name in names
            if getattr(self, name) != getattr(other, name)
        ]


def standing_of(durable: Durable, sites: tuple[SiteId, ...]) -> Standing:
    """Returns how a session stands by its lines."""
    speech = durable.speech
    return Standing(
        silence=(durable.silence.in_force, durable.safe_stop is not None),
        heard=tuple(site for site in sites if commanded(durable, site).heard),
        podium=(durable.podium.site, shown_layout(durable).value),
        on_deck=None if durable.on_deck is None else durable.on_deck.site,
        cue=durable.cue,
        queue=tuple(request.request_id for request in durable.requests),
        speech=None if speech is None else (speech.site, speech.started_ms, speech.limit_seconds),
        may_begin=_may_begin(durable),
    )


def _may_begin(durable: Durable) -> SiteId | None:
    site = durable.podium.site
    if site is None or durable.speech is not None:
        return None
    request = request_of(durable, site)
    return site if site == durable.cue_speaks or (request is not None and request.granted) else None


class LogWitness:
    """Reads one session's file again and again."""

    def __init__(self, data: DataFolder, session: str, sites: tuple[SiteId, ...]) -> None:
        self._data, self._path, self._sites = data, data.session_file(session), sites

    def lines(self) -> tuple[Line, ...]:
        """Returns all lines that are on disk."""
        return read_session(self._path).lines

    def broken(self, lines: tuple[Line, ...]) -> list[str]:
        """Returns what is wrong with the chain."""
        with OfficeStore(self._data.office_file) as office:
            verdict = verify_log(self._path, office)
        wrong = [] if verdict.good else [f"the chain is {verdict.finding} at {verdict.broken_at}"]
        numbers = [line.number for line in lines]
        return wrong if numbers == list(range(1, len(lines) + 1)) else [*wrong, "numbers of lines are missing"]

    def missing(self, lines: tuple[Line, ...], answered: Mapping[CommandId, Receipt]) -> list[str]:
        """Returns the commands that were answered as done and do not stand so in the log."""
        ended = {line.entry.command_id: line.entry for line in lines if isinstance(line.entry, CommandEnded)}
        return [
            f"{command_id} was answered as {receipt.outcome} and stands in the log as "
            f"{ended[command_id].outcome if command_id in ended else 'nothing'}"
            for command_id, receipt in answered.items()
            if command_id not in ended or ended[command_id].outcome is not receipt.outcome
        ]

    def before_restart(self, lines: tuple[Line, ...]) -> Standing:
        """Returns how the session stood when the newest bridge took it over."""
        restarts = [at for at, line in enumerate(lines) if isinstance(line.entry, BridgeStarted)]
        return standing_of(replay(lines[: restarts[-1]]), self._sites)

    def now(self, lines: tuple[Line, ...]) -> Standing:
        """Returns how the session stands."""
        return standing_of(replay(lines), self._sites)

    def heard_at_any_time(self, lines: tuple[Line, ...], since: int) -> bool:
        """Tells whether anybody was to be heard after line `since` or at any line that followed."""
        durable = replay(lines[:since])
        if standing_of(durable, self._sites).heard:
            return True
        for line in lines[since:]:
            durable = apply(durable, line)
            if standing_of(durable, self._sites).heard:
                return True
        return False

    def restarts(self, lines: tuple[Line, ...]) -> int:
        """Returns how often a bridge has taken the session over."""
        return sum(isinstance(line.entry, BridgeStarted) and line.entry.restart for line in lines)


def durable_lines(state: PublishedState) -> int:
    """Returns up to which line the operator was shown that the log is safe."""
    log = state.views.get("log")
    return log.durable_lines if isinstance(log, LogView) else 0


def shown_differences(state: PublishedState, standing: Standing) -> list[str]:
    """Returns where what is shown differs from what the log says."""
    script = state.views.get("script")
    done = script.done[-1].number if isinstance(script, ScriptView) and script.done else 0
    floor, podium = state.floor(), state.podium()
    own_limit = None if standing.speech is None else standing.speech[2]
    pairs: dict[str, tuple[Any, Any]] = {
        "queue": (tuple(request.request_id for request in floor.requests), standing.queue),
        "speech": (
            None
            if floor.speaker is None
            else (floor.speaker, floor.speech_started_ms, own_limit and floor.speech_limit_seconds),
            standing.speech,
        ),
        "podium": ((podium.site, podium.layout.value), standing.podium),
        "silence": ((state.silence().in_force, state.silence().safe_stop), standing.silence),
        "on deck": (state.on_deck().site, standing.on_deck),
        "cue": (done, standing.cue),
    }
    return [
        f"{name} is shown as {shown}, the log says {said}" for name, (shown, said) in pairs.items() if shown != said
    ]
