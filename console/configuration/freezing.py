"""Configuration stays as it is while an official session runs, and after a good technical check until the meeting.

Rules: the profile says which of both holds. The freeze is a record of the office's register, so that commands and
windows in other processes obey it; the session's own log says what was changed nevertheless. Source: Bình Định articles
6.8 and 10.2b ("Giữ nguyên tình trạng của hệ thống sau khi đã tinh chỉnh thành công").
"""

from console.cameras.list_changes import CameraChange, ListChange
from console.commands import CommandRequest
from console.configuration.configuration_entries import ConfigurationChanged, ConfigurationFrozen
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import (
    SESSION_FREEZE,
    ChangeStanding,
    ConfigurationChange,
    ConfigurationFreeze,
    FreezeCause,
)
from console.effects import PutRecords
from console.events import ConfigurationSeen
from console.state import State
from console.turn import Turn
from console.words import MAIN_SITE, SessionKind, SiteId

HOUR_MS = 3600 * 1000
CHECK_HOLDS_MS = 24 * HOUR_MS
"""So long a good check freezes where nobody knows when the meeting begins."""
AFTER_START_MS = 12 * HOUR_MS
"""A meeting that begins late is still the one that was checked for."""


def frozen_by_session(state: State) -> bool:
    """Returns whether the running session lets configuration stay as it is."""
    session = state.durable.session
    return session is not None and session.kind is SessionKind.OFFICIAL and state.rules.frozen_in_session


def freeze_for_session(turn: Turn, request: CommandRequest) -> None:
    """Freezes the configuration for the session that has just begun, if it is an official one."""
    if frozen_by_session(turn.state):
        _put(turn, request, in_force=True)


def thaw_after_session(turn: Turn, request: CommandRequest) -> None:
    """Ends the session's freeze; called before the session's end is in the log."""
    if frozen_by_session(turn.state):
        _put(turn, request, in_force=False)


def _put(turn: Turn, request: CommandRequest, *, in_force: bool) -> None:
    session = turn.state.durable.session
    assert session is not None
    freeze = ConfigurationFreeze(
        id=SESSION_FREEZE,
        cause=FreezeCause.SESSION,
        in_force=in_force,
        since_ms=session.started_ms,
        session=session.session,
        meeting_uid=session.meeting_uid,
    )
    turn.do(PutRecords(records=(freeze,), person=request.actor.person))


def freeze_after_check(turn: Turn, request: CommandRequest, *, good: bool) -> None:
    """Freezes the configuration until the meeting when its check was closed as good; a worse one thaws it again."""
    session, file = turn.state.durable.session, turn.state.durable.meeting_file
    if session is None or not turn.state.rules.frozen_after_check or frozen_by_session(turn.state):
        return
    now_ms = turn.now.wall_ms
    start_ms = None if file is None else file.start_ms
    until_ms = now_ms + CHECK_HOLDS_MS if start_ms is None or start_ms < now_ms else start_ms + AFTER_START_MS
    freeze = ConfigurationFreeze(
        id=f"check/{session.meeting_uid}",
        cause=FreezeCause.CHECK,
        in_force=good,
        since_ms=now_ms,
        until_ms=until_ms,
        meeting_uid=session.meeting_uid,
        session=session.session,
    )
    turn.do(PutRecords(records=(freeze,), person=request.actor.person))
    if good:
        turn.log(ConfigurationFrozen(until_wall_ms=until_ms), request)


def note_change(turn: Turn, event: ConfigurationSeen) -> None:
    """Writes into the session's log what was changed, by this machine's program or beside it."""
    change = event.change
    if change.part is ConfigurationPart.CAMERAS and change.standing in {ChangeStanding.FREE, ChangeStanding.BY_HAND}:
        return  # each camera has a line of its own
    limit = turn.state.rules.text_limit
    entry = ConfigurationChanged(
        part=change.part,
        standing=change.standing,
        what=change.what,
        before=change.before[:limit],
        after=change.after[:limit],
        person=event.person,
        reason=event.reason[:limit],
    )
    turn.log(entry)


def note_change_at_site(turn: Turn, site: SiteId, change: ListChange) -> None:
    """Keeps in the register what a satellite changed in its own list of cameras while nothing may be changed."""
    session = turn.state.durable.session
    if site == MAIN_SITE or session is None or not frozen_by_session(turn.state):
        return
    records = tuple(
        _of_camera(one, site, session.session, f"{session.session}/{site}/{turn.next_number()}")
        for one in change.changes
    )
    if records:
        turn.do(PutRecords(records=records, person=change.person))
        for record in records:
            note_change(turn, ConfigurationSeen(change=record, person=change.person))


def _of_camera(one: CameraChange, site: SiteId, session: str, id_: str) -> ConfigurationChange:
    return ConfigurationChange(
        id=id_,
        part=ConfigurationPart.CAMERAS,
        what=f"{site}/{one.camera}",
        standing=ChangeStanding.UNAPPROVED,
        before=one.before,
        after=one.after,
        site=site,
        session=session,
    )
