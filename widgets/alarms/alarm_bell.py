"""Which sound when: the bell decides, whoever has a loudspeaker plays.

Rules: one sound for what comes together, the heaviest; many sites with one cause are one alarm and one sound. An error
and a forgotten microphone sound again every ten seconds until somebody takes them. A bell that was told to be quiet
stays quiet until a new alarm comes, or until nothing asks for attention any more. What was so before this window came
makes no sound, alarms that nobody has taken apart.
"""

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from console.snapshot import AlarmView
from console.words import AlarmKind, PodiumPhase, Severity
from widgets.alarms.alarm_desk import asks, flashes
from widgets.controls.store import Store

REPEAT_MS = 10_000


class Chime(Enum):
    """A sound of the console, the quietest first; which tones it has is the player's business."""

    TICK = 1
    """One tick: somebody asks for the floor, the next site is ready, a warning."""
    SOFT = 2
    """One soft tone: a site is on the podium."""
    TWO_SHORT = 3
    """Two short tones: a microphone that is open and should not be."""
    LOW = 4
    """One low tone: safe stop."""
    TWO_TONES = 5
    """High and low: an error."""


_OPEN_MICROPHONES = {AlarmKind.MICROPHONE_OPEN, AlarmKind.MICROPHONE_FORGOTTEN}


def chime_of(alarm: AlarmView) -> Chime:
    """Returns the sound of an alarm."""
    if alarm.severity is Severity.ERROR:
        return Chime.TWO_TONES
    return Chime.TWO_SHORT if alarm.kind in _OPEN_MICROPHONES else Chime.TICK


def sounds_again(alarm: AlarmView) -> bool:
    """Tells whether an alarm sounds until it is taken: errors and forgotten microphones."""
    repeats = alarm.severity is Severity.ERROR or alarm.kind is AlarmKind.MICROPHONE_FORGOTTEN
    return repeats and flashes(alarm)


class AlarmBell(QObject):
    """Decides about the sounds of one window."""

    chime_wanted = Signal(object)
    """A `Chime` to play now."""
    held_changed = Signal()
    """The bell was told to be quiet, or may sound again."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._known: dict[str, tuple[Severity, bool]] = {}
        self._meeting = self._present()
        self.held = False
        """Quiet until a new alarm comes."""
        self._repeat = QTimer(self)
        self._repeat.setInterval(REPEAT_MS)
        self._repeat.timeout.connect(self._ring_again)
        store.alarms_changed.connect(self._follow_alarms)
        store.link_lost_changed.connect(self._follow_link)
        for signal in (store.podium_changed, store.on_deck_changed, store.floor_changed, store.silence_changed):
            signal.connect(self._follow_meeting)
        self._follow_alarms()

    @property
    def may_be_held(self) -> bool:
        """Whether there is something to be quiet about."""
        return not self.held and any(asks(alarm) for alarm in self._store.alarms)

    def hold(self) -> None:
        """Is quiet from now on, until a new alarm comes."""
        if self.may_be_held:
            self._set_held(held=True)

    def _set_held(self, *, held: bool) -> None:
        if held != self.held:
            self.held = held
            self.held_changed.emit()

    def _want(self, chime: Chime) -> None:
        if not self.held:
            self.chime_wanted.emit(chime)

    # ------------------------------------------------------------ alarms

    def _follow_alarms(self) -> None:
        alarms = self._store.alarms
        asking = [alarm for alarm in alarms if flashes(alarm)]
        new = [alarm for alarm in asking if self._is_news(alarm)]
        self._known = {alarm.alarm_id: (alarm.severity, asks(alarm)) for alarm in alarms}
        if new or not any(asks(alarm) for alarm in alarms):
            self._set_held(held=False)
        if new:
            self._want(max((chime_of(alarm) for alarm in new), key=lambda chime: chime.value))
        if not any(sounds_again(alarm) for alarm in asking):
            self._repeat.stop()
        elif new or not self._repeat.isActive():
            self._repeat.start()

    def _is_news(self, alarm: AlarmView) -> bool:
        severity, asked = self._known.get(alarm.alarm_id, (None, False))
        return not asked or (severity is Severity.WARNING and alarm.severity is Severity.ERROR)

    def _ring_again(self) -> None:
        """Sounds again for what nobody has taken; not over a lost link, where nothing can be taken."""
        again = [chime_of(alarm) for alarm in self._store.alarms if sounds_again(alarm)]
        if again and not self._store.link_lost:
            self._want(max(again, key=lambda chime: chime.value))

    def _follow_link(self, lost: bool) -> None:  # noqa: FBT001 a signal's argument
        if lost and self._store.session.running:
            self._set_held(held=False)
            self._want(Chime.TWO_TONES)

    # ------------------------------------------------------------ the meeting

    def _present(self) -> tuple[bool, str | None, bool, frozenset[str], bool]:
        store = self._store
        on_air = store.podium.site if store.podium.phase is PodiumPhase.ON_AIR else None
        waiting = frozenset(request.request_id for request in store.floor.requests)
        return store.known, on_air, store.on_deck.ready_ms is not None, waiting, store.silence.safe_stop

    def _follow_meeting(self) -> None:
        """Sounds for what became so since the last look."""
        known, on_air, ready, waiting, stopped = self._meeting
        self._meeting = self._present()
        if not known:
            return
        _, on_air_now, ready_now, waiting_now, stopped_now = self._meeting
        if stopped_now and not stopped:
            self._want(Chime.LOW)
        if on_air_now is not None and on_air_now != on_air:
            self._want(Chime.SOFT)
        if (ready_now and not ready) or waiting_now - waiting:
            self._want(Chime.TICK)
