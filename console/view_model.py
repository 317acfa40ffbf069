"""What windows see of the state: the snapshot's views, made anew only where something they show has changed.

Rule: a view made from the same parts is the same object, so that a delta is found by identity and costs nothing for the
sites that did not change. Ages are moments (wall clock): a view does not change because time passes.
"""

from collections.abc import Iterator
from typing import cast

import msgspec

from console.admission.admission import admission_view
from console.cameras.camera_views import camera_parts, camera_view
from console.checks.check_stages import standing
from console.checks.check_views import check_parts, check_sheet_view, checks_view, site_check_parts
from console.content.content import shown_content
from console.content.content_view import ContentView
from console.control.control_views import control_view
from console.durable import Alarm, commanded
from console.entries import Line
from console.events import Site
from console.floor.speech import speech_limit_seconds
from console.floor.waiting import queue_place
from console.lines.link_health import EMPTY, LineHealth, line_view
from console.meeting.meeting_entries import MeetingFileTaken
from console.meeting.meeting_snapshot import MeetingView
from console.meeting.meeting_views import script_view
from console.notes.record_snapshot import RecordView
from console.notes.recording import recording_view
from console.podium.scenes import program_slots, shown_layout
from console.recordings.recorder_views import recorder_view, recording_standing
from console.session_views import session_view, terms_view
from console.silence.microphones import confirmed_closed, gate_answer, heard_sites, listened_sites, silenced_sites
from console.snapshot import (
    AlarmView,
    AnyView,
    EngineView,
    Fact,
    FloorView,
    HeadphonesView,
    LineView,
    LogTailLine,
    LogView,
    MicrophoneView,
    OnDeckView,
    PodiumView,
    QualityView,
    SilenceView,
    SiteView,
    Snapshot,
    UndoView,
)
from console.state import State, link_of, lost, seen_of
from console.undo import opens
from console.words import MAIN_SITE, LinkState, PodiumPhase, SiteId


class SnapshotMaker:
    """Makes snapshots of one state after the other and remembers the last."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[object, ...]] = {}
        self._tail: list[tuple[Line, LogTailLine]] = []
        self._lines: dict[SiteId, tuple[LineHealth, LineView]] = {}
        self.views: Snapshot = {}

    def update(self, state: State) -> tuple[dict[str, AnyView], tuple[str, ...]]:
        """Brings the snapshot up to a state; returns what was put and the keys that are gone."""
        put: dict[str, AnyView] = {}
        keys: set[str] = set()
        for key, parts in _parts_of(state):
            keys.add(key)
            if self._unchanged(key, parts):
                continue
            self._parts[key] = parts
            view = self._make(key, state)
            if self.views.get(key) != view:
                put[key] = self.views[key] = view
        gone = tuple(key for key in self.views if key not in keys)
        for key in gone:
            del self.views[key], self._parts[key]
            self._lines.pop(key.partition("/")[2], None)
        return put, gone

    def _line(self, state: State, site: SiteId) -> LineView:
        """Returns a site's line as it is shown; reckoned once a second, however often its microphone changes."""
        health = state.health.get(site, EMPTY)
        known = self._lines.get(site)
        if known is None or known[0] is not health:
            known = self._lines[site] = (health, line_view(health))
        return known[1]

    def _unchanged(self, key: str, parts: tuple[object, ...]) -> bool:
        known = self._parts.get(key)
        return known is not None and all(old is new or old == new for old, new in zip(known, parts, strict=True))

    def _make(self, key: str, state: State) -> AnyView:  # noqa: C901, PLR0911, PLR0912 - one arm per kind of key
        kind, _, name = key.partition("/")
        match kind:
            case "site":
                return site_view(state, state.directory[name], self._line(state, name))
            case "session":
                return session_view(state)
            case "terms":
                return terms_view(state)
            case "silence":
                return silence_view(state)
            case "podium":
                return podium_view(state)
            case "on_deck":
                return on_deck_view(state)
            case "floor":
                return floor_view(state)
            case "engine":
                engine = state.engine
                return EngineView(
                    up=engine.up, incarnation=engine.incarnation, text=engine.text, shed=state.shedding.steps
                )
            case "quality":
                return QualityView(everywhere=state.rules.quality, on_air=state.rules.quality_on_air)
            case "undo":
                return undo_view(state)
            case "record":
                return RecordView(marks=state.durable.marks, incidents=state.durable.incidents)
            case "control":
                return control_view(state)
            case "admission":
                return admission_view(state)
            case "recording":
                return recording_view(state.durable, recording_standing(state.durable, state.recorder))
            case "content":
                return ContentView(source=shown_content(state), presenter=state.durable.presenter)
            case "recorder":
                return recorder_view(state.durable, state.recorder)
            case "headphones":
                return HeadphonesView(site=state.headphones, program=state.headphones_program)
            case "meeting":
                return MeetingView(file=state.durable.meeting_file)
            case "script":
                return script_view(state)
            case "checks":
                return checks_view(state)
            case "check":
                return check_sheet_view(state, name)
            case "alarm":
                return alarm_view(state.durable.alarms[name])
            case "camera":
                return camera_view(state, name)
            case _:
                return self._log_view(state)

    def _log_view(self, state: State) -> LogView:
        log = state.log
        known = {id(line): told for line, told in self._tail}
        self._tail = [(line, known.get(id(line)) or tail_line(line)) for line in log.tail]
        return LogView(
            lines=state.durable.lines,
            durable_lines=log.durable_lines,
            failing=log.failing,
            failure_text=log.failure_text,
            failure=log.failure,
            tail=tuple(told for _, told in self._tail),
        )


def _parts_of(state: State) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yields every key with what its view is made of: compared by identity first, by value where that is cheap."""
    durable = state.durable
    connected = sum(link.connection is not None for link in state.links.values())
    yield "session", (durable.session, durable.meeting_file, connected, len(state.directory))
    orders = (durable.silence, durable.microphones, durable.safe_stop, durable.lift_order, durable.session)
    yield "terms", (state.rules,)
    yield "silence", (*orders, state.links, state.microphones, state.engine, state.directory)
    scene = (durable.podium, durable.history, durable.microphones, durable.requests, durable.safe_stop)
    yield "podium", (*scene, durable.session, state.run, state.links, state.last_reason, state.cover)
    yield "on_deck", (durable.on_deck, state.check)
    yield "floor", (durable.requests, durable.speech, state.dropped_wall_ms)
    yield "quality", (state.rules,)
    yield "undo", (state.undo,)
    yield "record", (durable.marks, durable.incidents)
    yield "control", (durable.delegations, state.rules.control_may_be_delegated)
    yield "admission", (durable.admission, state.directory)
    standing = recording_standing(durable, state.recorder)
    yield "recording", (durable.recording, durable.meeting_file, durable.recorded.since_ms, standing)
    yield "content", (durable.content, durable.safe_stop, durable.session, durable.presenter)
    yield "recorder", (durable.recorded, state.recorder)
    yield "headphones", (state.headphones, state.headphones_program)
    yield "meeting", (durable.meeting_file,)
    yield "script", (durable.meeting_file, durable.cues_done, state.run is not None and state.run.cue)
    yield "engine", (state.engine.up, state.engine.incarnation, state.engine.text, state.shedding.steps)
    yield "log", (state.log, durable.lines)
    for alarm in durable.alarms.values():
        yield f"alarm/{alarm.alarm_id}", (alarm,)
    yield from camera_parts(state)
    yield from check_parts(state)
    listened = listened_sites(state)
    on_deck = None if durable.on_deck is None else durable.on_deck.site
    for site, known in state.directory.items():
        yield (
            f"site/{site}",
            (
                known,
                state.links.get(site),
                commanded(durable, site),
                state.microphones.get(site),
                gate_answer(state, site),
                state.health.get(site),
                state.picture_old_wall_ms.get(site),
                durable.podium.site == site,
                on_deck == site and durable.on_deck,
                queue_place(state, site),
                site in listened,
                durable.attempts.get(site, 0),
                durable.gains_db.get(site, 0),
                site in durable.auto_levels,
                durable.attendance.get(site),
                *site_check_parts(state, site),
            ),
        )


# ---------------------------------------------------------------- one view each


def silence_view(state: State) -> SilenceView:
    """Returns the standing order with its receipt as of now: later confirmations count as they come."""
    durable = state.durable
    wanted = silenced_sites(state) if durable.session is not None else ()
    unconfirmed = tuple(site for site in wanted if not confirmed_closed(state, site, commanded(durable, site).order))
    in_force = durable.session is not None and durable.silence.in_force
    return SilenceView(
        in_force=in_force,
        since_ms=durable.silence.since_ms if in_force else None,
        except_sites=heard_sites(state) if in_force else (),
        confirmed=len(wanted) - len(unconfirmed),
        wanted=len(wanted),
        unconfirmed=unconfirmed,
        safe_stop=durable.safe_stop is not None,
        safe_stop_since_ms=None if durable.safe_stop is None else durable.safe_stop.since_ms,
    )


def podium_view(state: State) -> PodiumView:
    """Returns the podium with the phase of its transaction."""
    podium, run = state.durable.podium, state.run
    phase = PodiumPhase.IDLE
    if run is not None:
        phase = run.phase
    elif podium.site is not None:
        waiting = podium.waiting and commanded(state.durable, podium.site).heard
        phase = PodiumPhase.WAITING_FOR_SITE if waiting else PodiumPhase.ON_AIR
    return PodiumView(
        phase=phase,
        site=podium.site,
        target=None if run is None or run.site == MAIN_SITE else run.site,
        layout=shown_layout(state.durable),
        slots=program_slots(state),
        since_ms=podium.since_ms,
        last_reason=state.last_reason,
        last_connection_ms=podium.last_connection_ms,
        can_return=bool(state.durable.history),
    )


def on_deck_view(state: State) -> OnDeckView:
    """Returns the site on deck with its checks."""
    on_deck, check = state.durable.on_deck, state.check
    if on_deck is None:
        return OnDeckView()
    return OnDeckView(
        site=on_deck.site,
        since_ms=on_deck.since_ms,
        ready_ms=on_deck.ready_ms,
        picture_ok=check.picture_ok,
        sound_ok=check.sound_ok,
        line_ok=check.line_ok,
        preset_ok=check.preset_ok,
    )


def floor_view(state: State) -> FloorView:
    """Returns the queue in order and the running speech."""
    durable, speech = state.durable, state.durable.speech
    return FloorView(
        requests=durable.requests,
        speaker=None if speech is None else speech.site,
        speaker_person="" if speech is None else speech.person,
        speech_started_ms=None if speech is None else speech.started_ms,
        speech_limit_seconds=None if speech is None else speech_limit_seconds(state.rules, speech),
        speech_warning_seconds=state.rules.speech_warning_seconds,
        speaker_dropped_ms=None if speech is None else state.dropped_wall_ms,
    )


def undo_view(state: State) -> UndoView:
    """Returns what the next undo takes back."""
    if not state.undo:
        return UndoView()
    step = state.undo[-1]
    return UndoView(step=step.step_id, command=msgspec.to_builtins(step.command), opens=opens(step.inverse))


def alarm_view(alarm: Alarm) -> AlarmView:
    """Returns one alarm."""
    return AlarmView(
        alarm_id=alarm.alarm_id,
        kind=alarm.kind,
        severity=alarm.severity,
        sites=alarm.sites,
        cause=alarm.cause,
        branch=alarm.branch,
        since_ms=alarm.raised_ms,
        taken_by=alarm.taken_by,
        taken_ms=alarm.taken_ms,
        cleared_ms=alarm.cleared_ms,
    )


def site_view(state: State, known: Site, line: LineView) -> SiteView:
    """Returns one site with its microphone's three facts and its line."""
    durable, site = state.durable, known.site
    link = link_of(state, site)
    request = next((own for own in durable.requests if own.site == site), None)
    on_deck = durable.on_deck if durable.on_deck is not None and durable.on_deck.site == site else None
    attendance = durable.attendance.get(site)
    return SiteView(
        site=site,
        number=known.number,
        name=known.name,
        role=known.role,
        parent=known.parent,
        district=known.district,
        carrier=known.carrier,
        contacts=known.contacts,
        link=LinkState.LOST if lost(state, site) else link.state,
        link_since_ms=link.since_wall_ms,
        controllable=link.controllable,
        microphone=microphone_view(state, site),
        line=line,
        picture_old_since_ms=state.picture_old_wall_ms.get(site),
        on_podium=durable.podium.site == site,
        on_deck=on_deck is not None,
        ready=on_deck is not None and on_deck.ready_ms is not None,
        queue_place=queue_place(state, site),
        queue_source=None if request is None else request.source,
        listened=site in listened_sites(state),
        gain_db=durable.gains_db.get(site, 0),
        automatic_level=site in durable.auto_levels,
        head_count=None if attendance is None else attendance.head_count,
        in_charge="" if attendance is None else attendance.in_charge,
        attempts=durable.attempts.get(site, 0),
        rehearsal=standing(state, site),
    )


def microphone_view(state: State, site: SiteId) -> MicrophoneView:
    """Returns the three facts; over a connection that is gone nothing is known."""
    seen = seen_of(state, site)
    order = commanded(state.durable, site)
    there = link_of(state, site).connection is not None
    return MicrophoneView(
        commanded=Fact.OPEN if order.open else Fact.ALLOWED if order.may_open else Fact.CLOSED,
        commanded_ms=order.since_ms or None,
        commanded_answer=gate_answer(state, site),
        reported=_fact(seen.reported_open if there else None),
        reported_ms=seen.reported_wall_ms,
        observed=_fact(seen.sounding if there else None),
        observed_ms=seen.observed_wall_ms,
        may_open=order.may_open,
        violation=seen.violation,
        forgotten_since_ms=seen.forgotten_since_wall_ms,
    )


def _fact(value: bool | None) -> Fact:  # noqa: FBT001 - the three-valued fact itself
    if value is None:
        return Fact.UNKNOWN
    return Fact.OPEN if value else Fact.CLOSED


def tail_line(line: Line) -> LogTailLine:
    """Returns a log line as people read it: kind, site and the entry's fields."""
    what: dict[str, object] = msgspec.to_builtins(line.entry)
    # The list of sites is in the snapshot already; with 200 sites it would outweigh all other views together.
    if "expected" in what:
        what["expected_sites"] = len(cast("list[object]", what.pop("expected")))
    if isinstance(line.entry, MeetingFileTaken):  # it stands in its own view
        what["file"] = {"subject": line.entry.file.subject, "cues": len(line.entry.file.cues)}
    site = what.get("site")
    return LogTailLine(
        number=line.number,
        wall_ms=line.wall_ms,
        kind=str(what.get("kind", "")),
        site=site if isinstance(site, str) else None,
        what=what,
    )
