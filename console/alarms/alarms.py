"""Alarms a tired person can live with: one for each trouble, one for many sites with a common cause.

Rules: an alarm is raised when its condition has held for a moment, so that sites that fail together are named together;
it asks for attention until somebody takes it, and again when it becomes worse; it is cleared by its condition alone.
A lost site is not also a bad line. After a start of the bridge or of the engine sites get time to return.
"""

from collections.abc import Iterable, Mapping
from typing import TypedDict, assert_never

from msgspec.structs import replace

from console.alarms.alarm_entries import AlarmChanged, AlarmCleared, AlarmRaised, AlarmTaken
from console.alarms.common_cause import Cause, branches_of, common_cause
from console.alarms.misconduct import MISCONDUCT, is_put_off
from console.commands import AlarmCommand, CommandRequest, TakeAlarm, TakeClearedAlarms
from console.durable import Alarm
from console.lines.link_health import worst_quality
from console.receipts import end
from console.recordings.recorder_now import WARNING_BYTES
from console.recordings.recording_words import RecordingBecause, RecordingWish
from console.snapshot import LineQuality
from console.state import NOTHING_SEEN, MicrophoneSeen, State, link_of, lost, seen_of
from console.turn import Turn
from console.words import MAIN_SITE, AlarmKind, CauseKind, LinkState, Outcome, Reason, Severity, SiteId

GROUPED = (AlarmKind.SITE_LOST, AlarmKind.LINE)
"""Kinds that several sites may have for one reason."""
NO_SITE: SiteId = ""
"""Stands for the site in conditions of the bridge itself."""

Condition = tuple[AlarmKind, SiteId]

_LINE_SEVERITY = {LineQuality.WARNING: Severity.WARNING, LineQuality.ERROR: Severity.ERROR}


def take_alarm(turn: Turn, request: CommandRequest, command: TakeAlarm) -> None:
    """Takes an alarm in the name of whoever asked: it stops asking for attention."""
    alarm = turn.state.durable.alarms.get(command.alarm_id)
    if alarm is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_ALARM)
    elif alarm.taken_by is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        turn.log(AlarmTaken(**_told(alarm)), request)
        end(turn, request, Outcome.DONE)


def begin_alarm(turn: Turn, request: CommandRequest, command: AlarmCommand) -> None:
    """Carries out what was asked about alarms."""
    match command:
        case TakeAlarm():
            take_alarm(turn, request, command)
        case TakeClearedAlarms():
            take_cleared(turn, request)
        case _:
            assert_never(command)


def take_cleared(turn: Turn, request: CommandRequest) -> None:
    """Takes every alarm that is over and that nobody has taken; they leave the list."""
    over = [alarm for alarm in turn.state.durable.alarms.values() if alarm.cleared_ms is not None]
    for alarm in over:
        turn.log(AlarmTaken(**_told(alarm)), request)
    end(turn, request, Outcome.DONE, None if over else Reason.NOTHING_TO_DO)


class _Told(TypedDict):
    alarm_id: str
    alarm: AlarmKind
    severity: Severity
    sites: tuple[SiteId, ...]
    cause: CauseKind | None
    branch: str


def _told(alarm: Alarm) -> _Told:
    """Returns what every line about an alarm says."""
    return {
        "alarm_id": alarm.alarm_id,
        "alarm": alarm.kind,
        "severity": alarm.severity,
        "sites": alarm.sites,
        "cause": alarm.cause,
        "branch": alarm.branch,
    }


def next_alarm_ms(state: State) -> int | None:
    """Returns the monotonic millisecond at which a condition has held long enough, or None."""
    return min((since + state.rules.alarm_settle_ms for since in state.conditions_pending.values()), default=None)


def settle_alarms(turn: Turn, before: State) -> None:
    """Raises, changes and clears alarms as the state now stands."""
    state = turn.state
    if state.durable.session is None:
        if state.conditions_pending:
            turn.change(conditions_pending={})
        return
    due_ms = next_alarm_ms(state)
    if _same(before, state) and (due_ms is None or turn.now.monotonic_ms < due_ms):
        return
    found = conditions(state)
    _follow(turn, found)
    _raise(turn, found)


def _same(before: State, state: State) -> bool:
    return (
        before.links is state.links
        and before.health is state.health
        and _same_microphones(before.microphones, state.microphones)
        and before.picture_old_wall_ms is state.picture_old_wall_ms
        and before.misconduct is state.misconduct
        and before.echoing is state.echoing
        and before.engine is state.engine
        and before.log.failing == state.log.failing
        and before.durable.alarms is state.durable.alarms
        and before.durable.session is state.durable.session
        and before.recorder is state.recorder
        and before.durable.recorded is state.durable.recorded
    )


def _same_microphones(before: Mapping[SiteId, MicrophoneSeen], now: Mapping[SiteId, MicrophoneSeen]) -> bool:
    """Returns whether no microphone began or ceased to be a trouble: in a crowd, reports come by the hundred."""
    if now is before:
        return True
    changed = ((seen, before.get(site, NOTHING_SEEN)) for site, seen in now.items() if seen is not before.get(site))
    return len(now) >= len(before) and not any(_trouble_of(seen) != _trouble_of(then) for seen, then in changed)


def _trouble_of(seen: MicrophoneSeen) -> tuple[bool, bool]:
    return seen.violation, seen.forgotten_since_wall_ms is not None


# ---------------------------------------------------------------- conditions


def conditions(state: State) -> dict[Condition, Severity]:
    """Returns everything that is wrong now, whether an alarm names it or not."""
    found: dict[Condition, Severity] = {}
    if state.log.failing:
        found[AlarmKind.LOG_FAILING, NO_SITE] = Severity.ERROR
    _recording_conditions(state, found)
    if not state.engine.up:
        # Without an engine every site is gone: one alarm says it.
        found[AlarmKind.ENGINE_DOWN, NO_SITE] = Severity.ERROR
        return found
    covered = {(alarm.kind, site) for alarm in state.durable.alarms.values() for site in alarm.sites}
    for site in state.directory:
        for fault in state.misconduct.get(site, ()):
            kind, severity = MISCONDUCT[fault]
            found[kind, site] = severity
        connecting_again = (AlarmKind.SITE_LOST, site) in covered and link_of(state, site).state is LinkState.CONNECTING
        if lost(state, site) or connecting_again:
            found[AlarmKind.SITE_LOST, site] = Severity.ERROR
        elif link_of(state, site).connection is not None:
            _site_conditions(state, site, found)
    return found


def _recording_conditions(state: State, found: dict[Condition, Severity]) -> None:
    recorded, now = state.durable.recorded, state.recorder
    if now.stalled:
        found[AlarmKind.RECORDING_STALLED, NO_SITE] = Severity.ERROR
    stopped = recorded.wanted is RecordingWish.OFF and recorded.because is RecordingBecause.DISK_FULL
    low = now.free_bytes is not None and now.free_bytes < WARNING_BYTES
    if low and (stopped or recorded.wanted is not RecordingWish.OFF):
        found[AlarmKind.DISK_LOW, NO_SITE] = Severity.ERROR if stopped else Severity.WARNING


def _site_conditions(state: State, site: SiteId, found: dict[Condition, Severity]) -> None:
    if not is_put_off(state, site):  # else its line and its picture are what we make of them
        _line_conditions(state, site, found)
    seen = seen_of(state, site)
    if seen.violation:
        found[AlarmKind.MICROPHONE_OPEN, site] = Severity.WARNING
    elif seen.forgotten_since_wall_ms is not None:
        found[AlarmKind.MICROPHONE_FORGOTTEN, site] = Severity.WARNING
    if site in state.echoing:
        found[AlarmKind.ECHO, site] = Severity.WARNING


def _line_conditions(state: State, site: SiteId, found: dict[Condition, Severity]) -> None:
    health = state.health.get(site)
    severity = None if health is None else _LINE_SEVERITY.get(worst_quality(health))
    if severity is not None:
        found[AlarmKind.LINE, site] = severity
    if site in state.picture_old_wall_ms:
        found[AlarmKind.PICTURE_OLD, site] = Severity.WARNING


# ---------------------------------------------------------------- alarms that stand


def _follow(turn: Turn, found: dict[Condition, Severity]) -> None:
    """Brings the standing alarms up to what is wrong now."""
    for alarm in tuple(turn.state.durable.alarms.values()):
        if alarm.cleared_ms is not None:
            continue
        held = [site for site in alarm.sites or (NO_SITE,) if (alarm.kind, site) in found]
        if not held:
            turn.log(AlarmCleared(**_told(alarm)))
            continue
        _change(turn, alarm, tuple(site for site in held if site != NO_SITE), _worst(alarm.kind, held, found))


def _change(turn: Turn, alarm: Alarm, sites: tuple[SiteId, ...], severity: Severity) -> None:
    if (sites, severity) != (alarm.sites, alarm.severity):
        turn.log(AlarmChanged(**_told(replace(alarm, severity=severity, sites=sites))))


def _worst(kind: AlarmKind, sites: Iterable[SiteId], found: dict[Condition, Severity]) -> Severity:
    return Severity.ERROR if any(found[kind, site] is Severity.ERROR for site in sites) else Severity.WARNING


# ---------------------------------------------------------------- new ones


def _raise(turn: Turn, found: dict[Condition, Severity]) -> None:
    """Keeps what is new waiting for its moment, and raises what has waited."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    standing = {
        (alarm.kind, site)
        for alarm in state.durable.alarms.values()
        if alarm.cleared_ms is None
        for site in alarm.sites or (NO_SITE,)
    }
    new = [condition for condition in found if condition not in standing]
    pending = {condition: state.conditions_pending.get(condition, _starts_ms(turn, condition)) for condition in new}
    due = [condition for condition, since in pending.items() if now_ms - since >= state.rules.alarm_settle_ms]
    if due:
        # What begins in the same moment belongs together: the first that is due takes the others along.
        for kind in dict.fromkeys(kind for kind, _ in due):
            sites = [site for own, site in pending if own is kind]
            raised = _raise_kind(turn, kind, sites, {site for own, site in due if own is kind}, found)
            pending = {condition: since for condition, since in pending.items() if condition not in raised}
    if pending != state.conditions_pending:
        turn.change(conditions_pending=pending)


def _starts_ms(turn: Turn, condition: Condition) -> int:
    """Returns from when a condition counts: a site lost in a start of bridge or engine gets time to return."""
    if condition[0] is AlarmKind.SITE_LOST:
        return max(turn.now.monotonic_ms, turn.state.sites_return_until_ms)
    return turn.now.monotonic_ms


def _raise_kind(
    turn: Turn, kind: AlarmKind, new: list[SiteId], due: set[SiteId], found: dict[Condition, Severity]
) -> set[Condition]:
    """Raises alarms of one kind for its new sites; returns the conditions that an alarm now names."""
    waiting = [site for site in new if site != NO_SITE]
    if kind not in GROUPED:
        for site in due:
            _log_raised(turn, kind, (site,), found)
        return {(kind, site) for site in due}
    named = set(_join_standing(turn, kind, waiting, found))
    rest = [site for site in waiting if site not in named]
    cause = _cause(turn.state, kind, rest)
    if cause is not None and cause.sites & set(rest):
        _raise_group(turn, kind, cause, found)
        named |= cause.sites
    for site in due - named:
        _log_raised(turn, kind, (site,), found)
    return {(kind, site) for site in named | due}


def _join_standing(turn: Turn, kind: AlarmKind, sites: list[SiteId], found: dict[Condition, Severity]) -> list[SiteId]:
    """Takes new sites into a standing alarm whose cause is theirs too; returns those that found one."""
    joined: list[SiteId] = []
    for alarm in tuple(turn.state.durable.alarms.values()):
        if alarm.kind is not kind or alarm.cause is None or alarm.cleared_ms is not None:
            continue
        own = [site for site in sites if site not in joined and _hangs_on(turn.state, site, alarm)]
        if own:
            all_sites = _in_order(turn.state, {*alarm.sites, *own})
            _change(turn, alarm, all_sites, _worst(kind, all_sites, found))
            joined += own
    return joined


def _hangs_on(state: State, site: SiteId, alarm: Alarm) -> bool:
    return alarm.cause is CauseKind.OWN_LINE or (alarm.cause, alarm.branch) in branches_of(state.directory[site])


def _cause(state: State, kind: AlarmKind, new: list[SiteId]) -> Cause | None:
    """Returns the common cause of new sites and of those that stand alone."""
    if not new:
        return None
    alone = [site for alarm in _alone(state, kind) for site in alarm.sites]
    hit = [site for site in (*alone, *new) if site != MAIN_SITE]
    joined = [site for site in state.durable.attempts if site in state.directory and site != MAIN_SITE]
    return common_cause(hit, joined, state.directory)


def _alone(state: State, kind: AlarmKind) -> list[Alarm]:
    return [
        alarm
        for alarm in state.durable.alarms.values()
        if alarm.kind is kind and alarm.cause is None and alarm.cleared_ms is None
    ]


def _raise_group(turn: Turn, kind: AlarmKind, cause: Cause, found: dict[Condition, Severity]) -> None:
    """Raises one alarm for a branch and merges into it what stood alone."""
    alarm_id = _log_raised(turn, kind, _in_order(turn.state, cause.sites), found, cause)
    for alarm in _alone(turn.state, kind):
        if alarm.alarm_id != alarm_id and set(alarm.sites) <= cause.sites:
            turn.log(AlarmCleared(**_told(alarm), merged_into=alarm_id))


def _log_raised(
    turn: Turn,
    kind: AlarmKind,
    sites: tuple[SiteId, ...],
    found: dict[Condition, Severity],
    cause: Cause | None = None,
) -> str:
    alarm_id = f"a{turn.state.durable.alarms_raised + 1}"
    turn.log(
        AlarmRaised(
            alarm_id=alarm_id,
            alarm=kind,
            severity=_worst(kind, sites, found),
            sites=tuple(site for site in sites if site != NO_SITE),
            cause=None if cause is None else cause.kind,
            branch="" if cause is None else cause.branch,
        )
    )
    return alarm_id


def _in_order(state: State, sites: Iterable[SiteId]) -> tuple[SiteId, ...]:
    wanted = set(sites)
    return tuple(site for site in state.directory if site in wanted)


def give_time_to_return(turn: Turn) -> None:
    """Lets sites come back after a start of bridge or engine before their absence is an alarm."""
    until_ms = turn.now.monotonic_ms + turn.state.rules.sites_return_ms
    turn.change(
        sites_return_until_ms=until_ms,
        conditions_pending={
            condition: max(since, until_ms) if condition[0] is AlarmKind.SITE_LOST else since
            for condition, since in turn.state.conditions_pending.items()
        },
    )
