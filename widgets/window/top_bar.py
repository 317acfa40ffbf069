"""The bar on top: which session, how long, how many are there, what is wrong, what time it is."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.recordings.recording_words import RecordingState
from console.snapshot import Fact, SiteView
from console.words import LinkState, Severity
from widgets.alarms.alarm_bell import AlarmBell
from widgets.alarms.alarm_desk import AlarmDesk
from widgets.alarms.alarm_flash import AlarmFlash
from widgets.controls.acts import Act
from widgets.controls.buttons import PRIMARY, ActionButton
from widgets.controls.command_set import CommandSet
from widgets.controls.faults import Severity as FaultSeverity
from widgets.controls.faults import all_faults
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    elided_at_word,
    panel,
    text_width,
    veil,
)
from widgets.drawing.theme import Measures
from widgets.phrases import duration, time_of_day
from widgets.phrases.console import alarm_panel_words
from widgets.phrases.console import console_words as words
from widgets.phrases.log import recorder_words, recording_words
from widgets.window.admission_chip import AdmissionChip
from widgets.window.delegation_chip import DelegationChip
from widgets.window.due_chip import DueChip
from widgets.window.presenting_chip import PresentingChip

CHIP, CHIP_COMPACT = 460, 300
"""The widest that the lamp of delegated control may be."""
DOOR, DOOR_COMPACT = 320, 190
"""The same of the lamp that says that the meeting is locked or has a lobby."""
BESIDE_COMPACT = 136
"""The widest of either in a small window that shows both."""
LEAST_TITLE = 60
"""With less room the title is not begun."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the counters show: alarms while a session runs, faults of sites before and after."""

    errors: int = 0
    warnings: int = 0
    left_over: int = 0
    flashing: frozenset[Severity] = frozenset()
    """The severities of which nobody has taken one."""


class TopBar(QWidget):
    """Session, counters and clock; a click on a counter leads to the alarms."""

    alarms_requested = Signal()
    menu_requested = Signal(object)
    """A click on the session's badge, with the place for a menu."""

    def __init__(
        self,
        store: Store,
        commands: CommandSet,
        alarms: AlarmDesk,
        flash: AlarmFlash,
        bell: AlarmBell,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._alarms, self._flash, self._bell = store, alarms, flash, bell
        self._measures = theme.WIDE
        self._fault_area = QRectF()
        self._badge_area = QRectF()
        self._shown: tuple[object, ...] = ()
        self._start = ActionButton(commands.action(Act.START_SESSION), self, PRIMARY, shows_key=False)
        self.chip, self.due = DelegationChip(store, commands, self), DueChip(store, self)
        self.admission = AdmissionChip(store, commands, self)
        self.presenting = PresentingChip(store, commands, self)
        store.content_changed.connect(self.follow)
        for signal in (store.control_changed, store.recording_changed, store.admission_changed):
            signal.connect(self.follow)
        for signal in (store.session_changed, store.sites_changed, store.roster_changed, store.link_lost_changed):
            signal.connect(self.follow)
        for signal in (alarms.changed, flash.changed, bell.held_changed):
            signal.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._place_chip()
        self.follow()
        self.update()

    def show_due(self, count: int) -> None:
        """Says how many things have to be done in the office."""
        self.due.count = count
        self.follow()

    def follow(self) -> None:
        """Shows the present state and second; repaints only when something on the bar is another."""
        self._start.setVisible(self._store.known and not self._store.session.running)
        facts = self._facts()
        if facts != self._shown:
            self._shown = facts
            self._place_chip()
            self.update()

    def _facts(self) -> tuple[object, ...]:
        store, main = self._store, self._store.main_site
        microphone = main.microphone if main is not None else None
        return (
            store.known,
            store.link_lost,
            store.session,
            store.now_ms // 1000,
            len(store.roster),
            store.connected_satellites,
            main.link if main is not None else None,
            (microphone.commanded, microphone.reported, microphone.observed) if microphone is not None else None,
            self._counts(),
            self._flash.outlined,
            self._bell.held,
            store.control,
            store.admission,
            store.recording,
            store.content,
            self.due.count,
        )

    def _counts(self) -> Counts:
        if self._store.session.running:
            alarms = self._alarms
            flashing = frozenset(alarm.severity for alarm in alarms.flashing)
            return Counts(alarms.errors, alarms.warnings, alarms.left_over, flashing)
        faults = all_faults(self._store)
        errors = sum(fault.severity is FaultSeverity.ERROR for fault in faults)
        return Counts(errors, len(faults) - errors)

    @property
    def menu_place(self) -> QPoint:
        """Where the session's menu opens by key, on the screen."""
        return self.mapToGlobal(self._badge_area.bottomLeft().toPoint())

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self._place_start()
        self._place_chip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the start button left of the counters."""
        self._place_start()
        self._place_chip()

    def _place_start(self) -> None:
        height = self.height() - 12
        width = self._start.sizeHint().width() + 12
        self._start.setGeometry(round(self.width() * 0.5 - width / 2), 6, width, height)

    # ------------------------------------------------------------ what stands left

    @property
    def _badge_pixels(self) -> int:
        return self._measures.label_size + (1 if not self._measures.compact else 0)

    def _session_badge(self) -> Badge:
        session = self._store.session
        kind = session.kind if session.running else None
        return Badge(words.session_badge(kind), theme.RAISED, theme.TEXT, (), 600, roomy=True)

    def _secrecy_badge(self) -> Badge | None:
        """Returns what says that nothing may be recorded, for a confidential meeting that runs."""
        secrecy = self._store.recording.confidentiality
        crowded = self.admission.wanted and self.chip.wanted
        phrase = recording_words.brief_badge if self._measures.compact or crowded else recording_words.badge
        text = phrase(secrecy) if self._store.session.running else ""
        return Badge(text, theme.WARNING, theme.ON_WARNING, (Icon.LOCK,), 600, roomy=True) if text else None

    def _recording_badge(self) -> Badge | None:
        """Returns how the recording stands; it takes the place of the badge of a meeting that has none."""
        state = self._store.recording.state
        phrase = recorder_words.brief_badge if self._measures.compact else recorder_words.badge
        if not (text := phrase(state)):
            return None
        if state is RecordingState.PAUSED:
            return Badge(text, theme.RAISED, theme.TEXT, (), 600, roomy=True)
        if state is RecordingState.STALLED:
            return Badge(text, theme.ERROR, theme.ON_ERROR, (Icon.SQUARE,), 600, roomy=True)
        return Badge(text, theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700, roomy=True)

    def _second_badge(self) -> Badge | None:
        return self._secrecy_badge() or self._recording_badge()

    def _left_of_chip(self) -> float:
        badges = (self._session_badge(), self._second_badge())
        return 14 + sum(badge_width(badge, self._badge_pixels) + 8 for badge in badges if badge is not None)

    def _left_of_title(self) -> float:
        return self._left_of_presenting() + (self.presenting.width() + 8 if self.presenting.wanted else 0) + 4

    def _left_of_presenting(self) -> float:
        others = (self.chip, self.admission, self.due)
        return self._left_of_chip() + sum(chip.width() + 8 for chip in others if chip.wanted)

    def _place_chip(self) -> None:
        """Gives the lamps of delegated control and of the door their places before the title."""
        self._place_admission()
        self.chip.setVisible(self.chip.wanted)
        if self.chip.wanted:
            size = self._measures
            self.chip.title_size = self.chip.second_size = size.label_size + 1
            compact = BESIDE_COMPACT if self.admission.wanted else CHIP_COMPACT
            width = self.chip.fit(compact if size.compact else CHIP).width()
            left = self._left_of_chip() + (self.admission.width() + 8 if self.admission.wanted else 0)
            self.chip.setGeometry(round(left), 5, width, self.height() - 10)
        self.due.setVisible(self.due.wanted)
        if self.due.wanted:
            self.due.title_size = self._measures.label_size + 1
            self.due.setGeometry(round(self._left_of_chip()), 5, self.due.fit(), self.height() - 10)

        self._place_presenting()

    def _place_presenting(self) -> None:
        self.presenting.setVisible(self.presenting.wanted)
        if self.presenting.wanted:
            self.presenting.title_size = self.presenting.second_size = self._measures.label_size + 1
            alone = not (self.chip.wanted or self.admission.wanted)
            compact = CHIP_COMPACT if alone else BESIDE_COMPACT
            width = self.presenting.fit(compact if self._measures.compact else CHIP)
            self.presenting.setGeometry(round(self._left_of_presenting()), 5, width, self.height() - 10)

    def _place_admission(self) -> None:
        self.admission.setVisible(self.admission.wanted)
        if self.admission.wanted:
            self.admission.title_size = self._measures.label_size + 1
            compact = BESIDE_COMPACT if self.chip.wanted else DOOR_COMPACT
            width = self.admission.fit(compact if self._measures.compact else DOOR)
            self.admission.setGeometry(round(self._left_of_chip()), 5, width, self.height() - 10)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bar from both ends to the middle."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
            right = self._paint_right(painter)
            self._paint_left(painter, right)
            if self._store.link_lost:
                veil(painter, QRectF(1, 1, self._fault_area.right() + 6, self.height() - 2))

    def _paint_left(self, painter: QPainter, right: float) -> None:
        session, size = self._store.session, self._measures
        middle = self.height() / 2
        pixels = self._badge_pixels
        corner = QPointF(14, middle - badge_height(pixels, roomy=True) / 2)
        self._badge_area = draw_badge(painter, corner, self._session_badge(), pixels)
        left = self._left_of_title()
        title = (session.title or words.no_title()) if session.running else words.no_session_hint()
        face = theme.font(size.title_size, 600 if session.running else 400)
        if not session.running and self._store.known:
            right = min(right, float(self._start.x()))
        second = self._second_badge()
        if second is not None:
            draw_badge(painter, QPointF(self._badge_area.right() + 8, corner.y()), second, pixels)
        room = right - left - 16
        ink = theme.TEXT if session.running else theme.DIM
        if room < LEAST_TITLE:
            return
        draw_text(painter, QRectF(left, 0, room, self.height()), elided_at_word(title, face, room), face, ink)

    def _paint_right(self, painter: QPainter) -> float:
        store, size = self._store, self._measures
        x = self._text_from_right(
            painter, self.width() - 14, time_of_day(store.now_ms), theme.font(size.clock_size, 600), 18
        )
        end = x
        for badge in self._counter_badges():
            x = self._badge_from_right(painter, x, badge)
        if self._bell.held:
            x = self._paint_held_bell(painter, x)
        self._fault_area = QRectF(x, 0, end - x, self.height())
        session = store.session
        if store.roster:
            text = words.connected(store.connected_satellites, len(store.roster))
            x = self._text_from_right(painter, x - 6, text, theme.font(size.bar_size, 600), 18)
        if session.running and session.started_ms is not None:
            spent = duration(max(0, store.now_ms - session.started_ms))
            x = self._text_from_right(painter, x, spent, theme.font(size.bar_size), 18, dim=True)
        return self._paint_main_endpoint(painter, x)

    def _paint_held_bell(self, painter: QPainter, right: float) -> float:
        """Paints that the bell is held, in words where there is room, and returns where that begins."""
        if not self._measures.compact:
            face = theme.font(self._measures.label_size, 600)
            text = alarm_panel_words.bell_off()
            right -= text_width(text, face)
            draw_text(painter, QRectF(right, 0, 10, self.height()), text, face, theme.TEXT)
            right -= 6
        draw_icon(painter, Icon.BELL_OFF, QRectF(right - 18, self.height() / 2 - 9, 18, 18), theme.TEXT)
        return right - 18 - 10

    def _counter_badges(self) -> list[Badge]:
        """Returns the counters from right to left."""
        counts, outlined = self._counts(), self._flash.outlined
        found: list[Badge] = []
        if counts.left_over:
            text = alarm_panel_words.over_badge(counts.left_over)
            found.append(Badge(text, theme.RAISED, theme.TEXT_SECOND, (), 500, roomy=True))
        if counts.warnings:
            hollow = outlined and Severity.WARNING in counts.flashing
            found.append(_counter(words.warnings(counts.warnings), Severity.WARNING, hollow=hollow))
        if counts.errors:
            hollow = outlined and Severity.ERROR in counts.flashing
            found.append(_counter(words.errors(counts.errors) + "  F8", Severity.ERROR, hollow=hollow))
        return found

    def _text_from_right(
        self, painter: QPainter, right: float, text: str, face: QFont, gap: float, *, dim: bool = False
    ) -> float:
        width = text_width(text, face)
        ink = theme.TEXT_SECOND if dim else theme.TEXT
        draw_text(painter, QRectF(right - width, 0, width, self.height()), text, face, ink)
        return right - width - gap

    def _badge_from_right(self, painter: QPainter, right: float, badge: Badge) -> float:
        pixels = self._measures.label_size + 1
        left = right - badge_width(badge, pixels)
        draw_badge(painter, QPointF(left, self.height() / 2 - badge_height(pixels, roomy=True) / 2), badge, pixels)
        return left - 8

    def _paint_main_endpoint(self, painter: QPainter, right: float) -> float:
        view = self._store.main_site
        if view is None:
            return right
        face = theme.font(self._measures.label_size, 500)
        connected = view.link is LinkState.LIVE
        text = words.main_endpoint_chip() if connected else words.main_endpoint_missing()
        if connected and self._measures.compact and self.chip.wanted:
            text = ""  # the signs alone, so that the lamp of delegated control has its room
        sign = 15.0
        width = text_width(text, face) + (3 * (sign + 5) + 8 if connected else sign + 6)
        left = right - width - 8
        if connected:
            draw_text(painter, QRectF(left, 0, width, self.height()), text, face, theme.DIM)
            self._paint_signs(painter, view, left + text_width(text, face) + 10, sign)
        else:
            box = QRectF(left, self.height() / 2 - sign / 2, sign, sign)
            draw_icon(painter, Icon.TRIANGLE, box, theme.WARNING)
            draw_text(painter, QRectF(left + sign + 6, 0, width, self.height()), text, face, theme.WARNING)
        return left - 14

    def _paint_signs(self, painter: QPainter, view: SiteView, left: float, sign: float) -> None:
        microphone = view.microphone
        icons = (
            Icon.LOCK if microphone.commanded is Fact.CLOSED else Icon.OPEN_LOCK,
            {Fact.CLOSED: Icon.MICROPHONE_OFF, Fact.OPEN: Icon.MICROPHONE, Fact.UNKNOWN: Icon.QUESTION}[
                microphone.reported
            ],
            {Fact.CLOSED: Icon.FLAT, Fact.OPEN: Icon.WAVE, Fact.UNKNOWN: Icon.QUESTION}[microphone.observed],
        )
        for index, icon in enumerate(icons):
            box = QRectF(left + index * (sign + 5), self.height() / 2 - sign / 2, sign, sign)
            draw_icon(painter, icon, box, theme.TEXT_SECOND, theme.PANEL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leads to the alarms, or opens the session's menu."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._fault_area.contains(event.position()):
            self.alarms_requested.emit()
        elif self._badge_area.adjusted(-6, -12, 6, 12).contains(event.position()):
            self.menu_requested.emit(event.globalPosition().toPoint())


def _counter(text: str, severity: Severity, *, hollow: bool) -> Badge:
    error = severity is Severity.ERROR
    colour, ink = (theme.ERROR, theme.ON_ERROR) if error else (theme.WARNING, theme.ON_WARNING)
    if hollow:
        icon = Icon.SQUARE_OPEN if error else Icon.TRIANGLE_OPEN
        return Badge(text, theme.PANEL, colour, (icon,), edge=colour, roomy=True)
    return Badge(text, colour, ink, (Icon.SQUARE if error else Icon.TRIANGLE,), roomy=True)
