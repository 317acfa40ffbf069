"""How the log's lines about alarms give the alarms of the durable state.

Rule: a cleared alarm that somebody had taken is gone; one that nobody took stays in the list until somebody does, and
of those the oldest give way.
"""

from typing import assert_never

from msgspec.structs import replace

from console.alarms.alarm_entries import AlarmChanged, AlarmCleared, AlarmRaised, AlarmTaken, AnyAlarmEntry
from console.durable import Alarm, Durable
from console.words import Severity

CLEARED_KEPT = 50


def apply_alarm(durable: Durable, entry: AnyAlarmEntry, at_ms: int, person: str) -> Durable:  # noqa: PLR0911 - one arm per line
    """Returns the durable state after a line about an alarm; `person` is the line's actor."""
    if isinstance(entry, AlarmRaised):
        return _with(replace(durable, alarms_raised=durable.alarms_raised + 1), _raised(entry, at_ms))
    alarm = durable.alarms.get(entry.alarm_id)
    if alarm is None:
        return durable
    match entry:
        case AlarmChanged():
            return _with(durable, _changed(alarm, entry, at_ms))
        case AlarmTaken():
            if alarm.cleared_ms is not None:
                return _without(durable, alarm)
            return _with(durable, replace(alarm, taken_by=person, taken_ms=at_ms))
        case AlarmCleared():
            if alarm.taken_by is not None or entry.merged_into is not None:
                return _without(durable, alarm)
            return _bounded(_with(durable, replace(alarm, cleared_ms=at_ms)))
        case _:
            assert_never(entry)


def _raised(entry: AlarmRaised, at_ms: int) -> Alarm:
    return Alarm(
        alarm_id=entry.alarm_id,
        kind=entry.alarm,
        severity=entry.severity,
        sites=entry.sites,
        cause=entry.cause,
        branch=entry.branch,
        raised_ms=at_ms,
    )


def _changed(alarm: Alarm, entry: AlarmChanged, at_ms: int) -> Alarm:
    changed = replace(alarm, severity=entry.severity, sites=entry.sites)
    if entry.severity is Severity.ERROR and alarm.severity is Severity.WARNING:
        return replace(changed, raised_ms=at_ms, taken_by=None, taken_ms=None)
    return changed


def _with(durable: Durable, alarm: Alarm) -> Durable:
    return replace(durable, alarms=durable.alarms | {alarm.alarm_id: alarm})


def _without(durable: Durable, alarm: Alarm) -> Durable:
    return replace(durable, alarms={key: kept for key, kept in durable.alarms.items() if key != alarm.alarm_id})


def _bounded(durable: Durable) -> Durable:
    cleared = [alarm for alarm in durable.alarms.values() if alarm.cleared_ms is not None]
    return _without(durable, cleared[0]) if len(cleared) > CLEARED_KEPT else durable
