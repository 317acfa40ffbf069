"""The last row: which keys there are, what the three signs mean, and the number that is being typed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, draw_text, panel, text_width
from widgets.drawing.theme import Measures
from widgets.phrases.console import console_words as words

KEY_GAP = 18


class KeyRow(QWidget):
    """Keys at the left, the legend at the right; what has no room is left out from the end, the last key never."""

    def __init__(self, store: Store, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._measures = theme.WIDE
        selection.typing_changed.connect(self.update)
        self._shows_log = self._locked = False
        store.session_changed.connect(self.update)
        store.log_changed.connect(self._follow_log)

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.update()

    def show_log(self, *, shown: bool) -> None:
        """Shows whether the log is safe, where the log itself is not on the screen."""
        if shown != self._shows_log:
            self._shows_log = shown
            self.update()

    def show_locked(self, *, locked: bool) -> None:
        """Shows the keys of a locked console: what does nothing now is not named."""
        if locked != self._locked:
            self._locked = locked
            self.update()

    @property
    def named_keys(self) -> list[tuple[str, str]]:
        """The keys that do something now and what they do, the help's last."""
        if self._locked:
            return words.locked_keys()
        return [*words.key_legend(paged=self._shows_log), words.help_key()]

    def _follow_log(self) -> None:
        if self._shows_log:
            self.update(self.width() * 2 // 3, 0, self.width(), self.height())

    def _log_state(self) -> tuple[Icon, str, QColor]:
        """Returns sign, words and colour of the log's state."""
        log = self._store.log
        if log.failing:
            return Icon.SQUARE, words.log_failing(), theme.ERROR
        waiting = log.lines - log.durable_lines
        text = words.log_writing(waiting) if waiting else words.log_safe(log.lines)
        return (Icon.CLOCK if waiting else Icon.SHIELD), text, theme.TEXT_SECOND

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        with QPainter(self) as painter:
            if self._selection.typed:
                self._paint_typed(painter)
                return
            *keys, last_key = self.named_keys
            right = self._paint_legend(painter) - self._key_width(*last_key) - KEY_GAP
            x = 4.0
            for key, meaning in keys:
                width = self._key_width(key, meaning)
                if x + width > right - 12:
                    break
                self._paint_key(painter, x, key, meaning)
                x += width + KEY_GAP
            self._paint_key(painter, x, *last_key)

    def _paint_typed(self, painter: QPainter) -> None:
        site = self._selection.typed_site
        text = words.typed_number(self._selection.typed, self._store.full_label(site) if site else None)
        face = theme.font(self._measures.row_size, 600)
        box = QRectF(4, 1, text_width(text, face) + 28, self.height() - 2)
        panel(painter, box, theme.PRIMARY, radius=6)
        draw_text(painter, box, text, face, theme.ON_PRIMARY, CENTRE)

    def _key_width(self, key: str, meaning: str) -> float:
        size = self._measures.label_size
        return text_width(key, theme.font(size - 1, 600)) + 12 + 8 + text_width(meaning, theme.font(size))

    def _paint_key(self, painter: QPainter, x: float, key: str, meaning: str) -> None:
        size = self._measures.label_size
        cap_face = theme.font(size - 1, 600)
        cap = QRectF(x, self.height() / 2 - size * 0.8, text_width(key, cap_face) + 12, size * 1.6)
        panel(painter, cap, theme.PLATE, theme.EDGE, radius=4)
        draw_text(painter, cap, key, cap_face, theme.TEXT, CENTRE)
        rest = QRectF(cap.right() + 8, 0, 300, self.height())
        draw_text(painter, rest, meaning, theme.font(size), theme.FAINT)

    def _paint_legend(self, painter: QPainter) -> float:
        size = self._measures.label_size
        face = theme.font(size)
        lead, *names = words.microphone_legend()
        icons = (Icon.LOCK, Icon.MICROPHONE_OFF, Icon.FLAT)
        profile = self._store.session.profile_name
        width = text_width(lead, theme.font(size, 600)) + sum(text_width(name, face) + 34 for name in names)
        if self._shows_log:
            sign, profile, ink = self._log_state()
            face_of_log = theme.font(size, 600)
            tail = text_width(profile, face_of_log) + 44
            draw_icon(painter, sign, QRectF(self.width() - tail + 8, self.height() / 2 - 7, 15, 15), ink)
            box = QRectF(self.width() - tail + 28, 0, tail, self.height())
            draw_text(painter, box, profile, face_of_log, ink)
        else:
            tail = text_width(profile, face) + 24 if profile and not self._measures.compact else 0
        x = self.width() - width - tail - 4
        left = x
        x += draw_text(painter, QRectF(x, 0, 60, self.height()), lead, theme.font(size, 600), theme.TEXT_SECOND) + 10
        for icon, name in zip(icons, names, strict=True):
            draw_icon(painter, icon, QRectF(x, self.height() / 2 - 7, 14, 14), theme.TEXT_SECOND, theme.BACKGROUND)
            x += 20 + draw_text(painter, QRectF(x + 20, 0, 200, self.height()), name, face, theme.FAINT) + 14
        if tail and not self._shows_log:
            draw_text(painter, QRectF(x + 10, 0, tail, self.height()), profile, face, theme.FAINT)
        return left
