"""The line above the grid: standing order with receipt, safe stop, lost link; and the forgotten microphone beside it.

Rule: the line always has the same height, so that nothing below it moves; silence by order is calm, a lost link is not.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.snapshot import SiteView
from widgets.controls.acts import Act
from widgets.controls.buttons import ON_WARNING, ActionButton
from widgets.controls.command_set import CommandSet
from widgets.controls.faults import forgotten_sites
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import RIGHT, draw_text, fitted, panel, text_width
from widgets.drawing.theme import Measures
from widgets.phrases.console import console_words as words
from widgets.phrases.console.engine_words import load_shed, load_shed_short, load_shed_shortest


class OrderBanner(QWidget):
    """What holds for all microphones at this moment, and whether this window may be believed."""

    menu_requested = Signal(object)
    """The place for a menu of what concerns all microphones."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._lift_action = commands.action(Act.LIFT_SILENCE)
        self._lift = ActionButton(commands.action(Act.LIFT_SILENCE), self, shows_key=False)
        self._lift_stop = ActionButton(commands.action(Act.LIFT_SAFE_STOP), self, shows_key=False)
        for signal in (store.silence_changed, store.link_lost_changed, store.engine_changed, store.session_changed):
            signal.connect(self.follow)
        store.roster_changed.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.follow()

    def follow(self) -> None:
        """Shows the present state."""
        silence, lost = self._store.silence, self._store.link_lost
        self._lift_stop.setVisible(silence.safe_stop and not lost)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor
            if self._order_shown and self._measures.compact
            else Qt.CursorShape.ArrowCursor
        )
        self._lift.setVisible(self._order_shown and not self._measures.compact)
        self._place_buttons()
        self.update()

    def follow_time(self) -> None:
        """Shows the age of a lost link; nothing else here grows old."""
        if self._store.link_lost:
            self.update()

    @property
    def _order_shown(self) -> bool:
        silence, store = self._store.silence, self._store
        return silence.in_force and not silence.safe_stop and not store.link_lost and store.engine.up

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stands for the lifting button where that has no room."""
        if self._order_shown and self._measures.compact and event.button() is Qt.MouseButton.LeftButton:
            self._lift_action.trigger()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of all microphones."""
        self.menu_requested.emit(event.globalPos())

    def _place_buttons(self) -> None:
        inset = 5 if not self._measures.compact else 3
        for button in (self._lift, self._lift_stop):
            button.title_size = self._measures.label_size + 1
            width = button.sizeHint().width()
            button.setGeometry(self.width() - width - 8, inset, width, self.height() - 2 * inset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the buttons at the right end."""
        self.follow()

    @property
    def _text_end(self) -> float:
        shown = [button.x() for button in (self._lift, self._lift_stop) if not button.isHidden()]
        return float(min(shown, default=self.width())) - 12

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the heaviest of what holds."""
        with QPainter(self) as painter:
            store = self._store
            if not store.known:
                self._paint_waiting(painter)
            elif store.link_lost:
                since = store.link_lost_since_ms or store.now_ms
                texts = [words.link_lost(store.now_ms - since), words.link_lost_short()]
                self._paint_alarm(painter, texts)
            elif not store.engine.up:
                self._paint_alarm(painter, [words.engine_down()])
            elif store.silence.safe_stop:
                self._paint_stop(painter)
            elif store.silence.in_force:
                self._paint_order(painter)
            else:
                self._paint_nothing(painter)

    def _paint_waiting(self, painter: QPainter) -> None:
        panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
        self._paint_sign(painter, Icon.CLOCK, theme.DIM)
        face = theme.font(self._measures.banner_size, 600)
        draw_text(painter, QRectF(44, 0, 10, self.height()), words.waiting_for_bridge(), face, theme.TEXT_SECOND)

    def _paint_alarm(self, painter: QPainter, texts: list[str]) -> None:
        panel(painter, self.rect().toRectF(), theme.ERROR)
        self._paint_sign(painter, Icon.SQUARE, theme.ON_ERROR)
        face = theme.font(self._measures.banner_size, 700)
        text = fitted(texts, face, self._text_end - 44)
        draw_text(painter, QRectF(44, 0, self.width(), self.height()), text, face, theme.ON_ERROR)

    def _paint_stop(self, painter: QPainter) -> None:
        panel(painter, self.rect().toRectF(), theme.SAFE_STOP, theme.PRIMARY)
        self._paint_sign(painter, Icon.OCTAGON, theme.TEXT)
        face = theme.font(self._measures.banner_size, 700)
        end = 44 + draw_text(painter, QRectF(44, 0, 10, self.height()), words.safe_stop_in_force(), face, theme.TEXT)
        since = self._store.silence.safe_stop_since_ms
        details = [load_shed_short()] if self._store.engine.shed else []
        details += [words.since(since)] if since is not None else []
        self._paint_since(painter, " · ".join(details), end)

    def _paint_order(self, painter: QPainter) -> None:
        silence = self._store.silence
        panel(painter, self.rect().toRectF(), theme.ORDER, theme.ORDER_EDGE)
        self._paint_sign(painter, Icon.LOCK, theme.TEXT)
        face = theme.font(self._measures.banner_size, 700)
        texts = [
            words.silence_in_force(silence.confirmed, silence.wanted),
            words.silence_in_force_short(silence.confirmed, silence.wanted),
        ]
        lead = words.unconfirmed_lead() if silence.unconfirmed else ""
        end = self._text_end - self._shed_room()
        room = end - 44
        text = fitted(texts, face, room - (160 if silence.unconfirmed else 0))
        x = 44 + draw_text(painter, QRectF(44, -2, 10, self.height()), text, face, theme.TEXT)
        if silence.unconfirmed:
            names_face = theme.font(self._measures.banner_size, 600)
            names = self._names(silence.unconfirmed, names_face, end - x - text_width(lead, names_face))
            x += draw_text(painter, QRectF(x, -2, 10, self.height()), lead + names, names_face, theme.WARNING)
        details = [load_shed_short()] if self._store.engine.shed else []
        details += [words.except_sites(len(silence.except_sites))] if silence.except_sites else []
        details += [words.since(silence.since_ms)] if silence.since_ms is not None else []
        self._paint_since(painter, " · ".join(details), x)
        self._paint_progress(painter, silence.confirmed, silence.wanted)

    def _names(self, sites: tuple[str, ...], face: QFont, room: float) -> str:
        """Returns as many names as fit, then numbers, then how many more."""
        labels = [self._store.short_label(site) for site in sites]
        numbers = [label.split(" ")[0] for label in labels]
        for kind in (labels, numbers):
            for shown in range(len(kind), 0, -1):
                hidden = len(kind) - shown
                text = ", ".join(kind[:shown]) + (", " + words.and_more(hidden) if hidden else "")
                if text_width(text, face) <= room:
                    if kind is labels and shown < min(2, len(kind)):
                        break
                    return text
        return words.and_more(len(sites))

    def _paint_nothing(self, painter: QPainter) -> None:
        panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
        self._paint_sign(painter, Icon.OPEN_LOCK, theme.DIM)
        face = theme.font(self._measures.banner_size, 600)
        x = 44 + draw_text(painter, QRectF(44, 0, 10, self.height()), words.no_silence(), face, theme.TEXT_SECOND)
        hint_face = theme.font(self._measures.label_size)
        hint = self._shed_text(hint_face, self.width() - x - 14) or words.no_silence_hint()
        if x + 14 + text_width(hint, hint_face) < self.width():
            draw_text(painter, QRectF(x + 14, 0, 10, self.height()), hint, hint_face, theme.DIM)

    def _shed_text(self, face: QFont, room: float) -> str:
        """Returns what an overloaded bridge has given up, as long as there is room; empty while it gives up nothing."""
        shed = self._store.engine.shed
        return fitted([load_shed(shed), load_shed_short()], face, room) if shed else ""

    def _paint_sign(self, painter: QPainter, icon: Icon, ink: QColor) -> None:
        side = 20.0 if not self._measures.compact else 17.0
        draw_icon(painter, icon, QRectF(15, self.height() / 2 - side / 2, side, side), ink)

    def _shed_room(self) -> float:
        """Returns the room that is kept free for what an overloaded bridge has given up."""
        face = theme.font(self._measures.label_size)
        return text_width(load_shed_shortest(), face) + 20 if self._store.engine.shed else 0.0

    def _paint_since(self, painter: QPainter, text: str, taken_up_to: float) -> None:
        face = theme.font(self._measures.label_size)
        end = self._text_end
        if self._store.engine.shed:
            text = fitted([text, load_shed_short(), load_shed_shortest()], face, end - taken_up_to - 13)
        if text and end - text_width(text, face) > taken_up_to + 12:
            draw_text(painter, QRectF(0, -1, end, self.height()), text, face, theme.DIM, RIGHT)

    def _paint_progress(self, painter: QPainter, confirmed: int, wanted: int) -> None:
        track = QRectF(12, self.height() - 7, max(0.0, self._text_end - 12), 3)
        painter.fillRect(track, theme.LINE)
        if wanted:
            painter.fillRect(QRectF(track.x(), track.y(), track.width() * confirmed / wanted, 3), theme.TEXT)


class ForgottenChip(QWidget):
    """Names a microphone that was left open, with one key to mute it; hidden while there is none."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._mute = ActionButton(commands.action(Act.MUTE_FORGOTTEN), self, ON_WARNING)
        self.hide()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.update()

    @property
    def wanted(self) -> bool:
        """Tells whether there is a forgotten microphone."""
        return bool(forgotten_sites(self._store))

    def rephrase(self) -> None:
        """Gives the button the room that its word needs in the language in use."""
        self._place_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button at the right end."""
        self._place_button()

    def _place_button(self) -> None:
        self._mute.title_size = self._measures.label_size + 1
        self._mute.second_size = self._measures.label_size + 1
        width = self._mute.sizeHint().width() - (16 if self._measures.compact else 0)
        inset = 4 if self._measures.compact else 6
        self._mute.setGeometry(self.width() - width - inset, inset, width, self.height() - 2 * inset)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the warning and the site's name."""
        forgotten = forgotten_sites(self._store)
        if not forgotten:
            return
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.WARNING)
            self._paint_words(painter, forgotten)

    def _paint_words(self, painter: QPainter, forgotten: list[SiteView]) -> None:
        compact = self._measures.compact
        left, side = (34.0, 18.0) if compact else (42.0, 20.0)
        draw_icon(
            painter, Icon.ALERT, QRectF(left - side - 9, self.height() / 2 - side / 2, side, side), theme.ON_WARNING
        )
        first, others = forgotten[0], len(forgotten) - 1
        since = first.microphone.forgotten_since_ms
        age = self._store.now_ms - since if since is not None else None
        room = self._mute.x() - left - 6
        face = theme.font(self._measures.label_size - (1 if compact else 0), 700)
        title = fitted([words.forgotten(age), words.forgotten(None)], face, room)
        brief, full = self._store.short_label(first.site), self._store.full_label(first.site)
        with_age = [words.with_age(brief, age)] if age is not None and title == words.forgotten(None) else []
        texts = [words.forgotten_more(label, others) for label in (*with_age, full, brief)]
        text = fitted([*texts, brief, brief.split(" ")[0]], face, room)
        half, step = self.height() / 2, face.pixelSize() * 1.35
        draw_text(painter, QRectF(left, half - step, room, step), title, face, theme.ON_WARNING)
        draw_text(painter, QRectF(left, half, room, step), text, face, theme.ON_WARNING)
