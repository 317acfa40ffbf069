"""What the log says of alarms: raised, changed, taken by somebody, cleared.

Rule: every line tells the whole alarm, so that it can be read alone; kinds and sites only, its sentence is made where
it is shown.
"""

from console.entry import Entry
from console.words import AlarmKind, CauseKind, Severity, SiteId


class AlarmEntry(Entry):
    """The alarm as it stands after this line."""

    alarm_id: str
    alarm: AlarmKind
    severity: Severity
    sites: tuple[SiteId, ...] = ()
    """In order of number; empty when it is about the bridge itself."""
    cause: CauseKind | None = None
    branch: str = ""
    """The name of the carrier or district that the sites share."""


class AlarmRaised(AlarmEntry):
    """Something has been wrong for a moment."""


class AlarmChanged(AlarmEntry):
    """It became worse or milder, or took in or let go sites; a worse one has to be taken again."""


class AlarmTaken(AlarmEntry):
    """Somebody, the line's actor, has taken it: from now on it stands still."""


class AlarmCleared(AlarmEntry):
    """What raised it is over, or another alarm names the common cause (`merged_into`)."""

    merged_into: str | None = None


AnyAlarmEntry = AlarmRaised | AlarmChanged | AlarmTaken | AlarmCleared
