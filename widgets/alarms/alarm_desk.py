"""The alarms as the operator goes through them: in which order they stand, which one is chosen, which one F9 takes.

Rule: what asks for attention stands first, the heaviest of it before all, and an alarm that is over stays until
somebody takes it. Nothing is kept here but the choice; the alarms are the bridge's.
"""

from PySide6.QtCore import QObject, Signal

from console.snapshot import AlarmView
from console.words import Severity, SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store


def asks(alarm: AlarmView) -> bool:
    """Tells whether an alarm still asks for attention: nobody has taken it."""
    return alarm.taken_by is None


def stands(alarm: AlarmView) -> bool:
    """Tells whether what raised an alarm is still so."""
    return alarm.cleared_ms is None


def flashes(alarm: AlarmView) -> bool:
    """Tells whether an alarm flashes: it stands and nobody has taken it."""
    return asks(alarm) and stands(alarm)


def weight(alarm: AlarmView) -> tuple[bool, bool, bool, int, int]:
    """Returns what alarms are sorted by, the heaviest lowest: untaken, standing, error, more sites, earlier."""
    error = alarm.severity is Severity.ERROR
    return not asks(alarm), not stands(alarm), not error, -len(alarm.sites), alarm.since_ms


class AlarmDesk(QObject):
    """The alarms of one window in order, and the chosen one among them."""

    changed = Signal()
    """Alarms or choice are others."""

    def __init__(self, store: Store, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._chosen_id: str | None = None
        self._alarms: tuple[AlarmView, ...] = ()
        store.alarms_changed.connect(self._take_alarms)
        store.session_changed.connect(self.changed)
        selection.changed.connect(self._follow_choice)
        self._take_alarms()

    @property
    def alarms(self) -> tuple[AlarmView, ...]:
        """All alarms, the heaviest that nobody has taken first."""
        return self._alarms

    @property
    def errors(self) -> int:
        """How many errors stand; what many sites share counts once."""
        return sum(stands(alarm) and alarm.severity is Severity.ERROR for alarm in self._alarms)

    @property
    def warnings(self) -> int:
        """How many warnings stand."""
        return sum(stands(alarm) and alarm.severity is Severity.WARNING for alarm in self._alarms)

    @property
    def left_over(self) -> int:
        """How many alarms are over and still wait for somebody to take note of them."""
        return sum(asks(alarm) and not stands(alarm) for alarm in self._alarms)

    @property
    def flashing(self) -> tuple[AlarmView, ...]:
        """The alarms that stand and that nobody has taken."""
        return tuple(alarm for alarm in self._alarms if flashes(alarm))

    @property
    def chosen(self) -> AlarmView | None:
        """The alarm that was chosen, or the heaviest of the chosen site."""
        explicit = next((alarm for alarm in self._alarms if alarm.alarm_id == self._chosen_id), None)
        site = self._selection.site
        return explicit if explicit is not None or site is None else self.alarm_of(site)

    @property
    def to_take(self) -> AlarmView | None:
        """The alarm that is taken next: the chosen one, or else the heaviest that asks for attention."""
        chosen = self.chosen
        if chosen is not None and asks(chosen):
            return chosen
        return next((alarm for alarm in self._alarms if asks(alarm)), None)

    def alarm_of(self, site: SiteId) -> AlarmView | None:
        """Returns the heaviest alarm that names a site."""
        return next((alarm for alarm in self._alarms if site in alarm.sites), None)

    def choose(self, alarm_id: str) -> None:
        """Chooses an alarm and the first of its sites; a site of it that is chosen already stays."""
        alarm = next((alarm for alarm in self._alarms if alarm.alarm_id == alarm_id), None)
        if alarm is None:
            return
        self._chosen_id = alarm_id
        if alarm.sites and self._selection.site not in alarm.sites:
            self._selection.choose(alarm.sites[0])
        self.changed.emit()

    def choose_next(self) -> None:
        """Chooses the alarm after the chosen one, the first after the last."""
        self._step(1)

    def choose_previous(self) -> None:
        """Chooses the alarm before the chosen one."""
        self._step(-1)

    def _step(self, step: int) -> None:
        ids = [alarm.alarm_id for alarm in self._alarms]
        if not ids:
            return
        chosen = self.chosen
        here = ids.index(chosen.alarm_id) if chosen is not None else (-1 if step > 0 else 0)
        self.choose(ids[(here + step) % len(ids)])

    def _take_alarms(self) -> None:
        alarms = tuple(sorted(self._store.alarms, key=weight))
        if alarms != self._alarms:
            self._alarms = alarms
            self.changed.emit()

    def _follow_choice(self) -> None:
        """Lets the choice of an alarm go with the choice of another site."""
        explicit = next((alarm for alarm in self._alarms if alarm.alarm_id == self._chosen_id), None)
        if explicit is not None and explicit.sites and self._selection.site not in explicit.sites:
            self._chosen_id = None
        if self._alarms:
            self.changed.emit()
