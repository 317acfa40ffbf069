"""The painted parts of a site's window: pictures, the state of its microphone, its place in the queue, the timer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.sites.site_standing import SiteStanding
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    RIGHT,
    Badge,
    draw_badge,
    draw_meter_lying,
    draw_meter_upright,
    draw_text,
    elided_at_word,
    outside_of_corners,
    panel,
    text_width,
    veil,
)
from widgets.drawing.pictures import PictureFeed, covering_size
from widgets.drawing.sources import PictureSource
from widgets.phrases.satellite import satellite_words as words

TICKS_TO_OLD = 30
METER_ROOM = 38
"""Width of the strip at the right edge in which the meter of the program's sound stands."""
LEVEL_ROOM = (170, 60)
"""Top and height of the strip of the microphone's panel in which the room's level stands."""


class PicturePane(QWidget):
    """A picture with a label; what is frozen is said to be old."""

    def __init__(self, pictures: PictureSource, key: str, icon: Icon, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._feed = PictureFeed(pictures, key)
        self._icon, self._label = icon, ""
        self._live = False
        self._ticks_without = 0
        self._level: float | None = None

    def set_level(self, level: float) -> None:
        """Shows the level of the sound that comes with the picture, 0 to 1."""
        if level != self._level:
            self._level = level
            self.update(self.width() - METER_ROOM, 0, METER_ROOM, self.height())

    def set_label(self, label: str, *, live: bool = False) -> None:
        """Shows a label; `live` paints it and the frame red."""
        self._label, self._live = label, live
        self.setAccessibleName(label)
        self.update()

    @property
    def old(self) -> bool:
        """Tells whether the picture stands still."""
        return self._ticks_without >= TICKS_TO_OLD

    def image_now(self) -> QImage | None:
        """Returns what is shown now."""
        return None if self.old else self._feed.image

    def wanted_size(self) -> QSize:
        """Returns the picture size for this pane in physical pixels."""
        return covering_size(self.width(), self.height(), self.devicePixelRatioF())

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one; called by the window's tick."""
        was_old = self.old
        self._ticks_without = 0 if self._feed.refresh() else self._ticks_without + 1
        if self._ticks_without == 0 or was_old != self.old:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints picture, label and frame."""
        area = self.rect().toRectF()
        with QPainter(self) as painter:
            if self._feed.image is None:
                painter.fillRect(area, theme.PICTURE_EMPTY)
            else:
                self._feed.paint(painter, area, self.devicePixelRatioF())
                if self.old:
                    veil(painter, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_label(painter)
            if self._level is not None:
                height = min(160.0, area.height() - 40)
                box = QRectF(area.right() - METER_ROOM + 10, area.bottom() - 12 - height, 16, height)
                draw_meter_upright(painter, box, self._level, segments=20)
            self._paint_frame(painter, area)

    def _paint_label(self, painter: QPainter) -> None:
        if self.old and self._feed.image is not None:
            badge = Badge(words.program_old(), theme.WARNING, theme.ON_WARNING, (Icon.TRIANGLE,), 700, roomy=True)
        elif self._live:
            badge = Badge(self._label.upper(), theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700, roomy=True)
        else:
            badge = Badge(self._label, theme.SHADE, theme.TEXT, (self._icon,), 600, roomy=True)
        draw_badge(painter, QPointF(12, 12), badge, 14)

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        painter.fillPath(outside_of_corners(self.width(), self.height(), 8), theme.BACKGROUND)
        if self._live and not self.old:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.LIVE, 5))
            painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), 7, 7)


class StatePanel(QWidget):
    """A painted panel over the state of the site."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = SiteStanding()

    def set_state(self, state: SiteStanding) -> None:
        """Shows a state."""
        self.state = state
        self.update()


class MicrophonePanel(StatePanel):
    """Whether this room is heard, in large letters, and why its microphone is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tried = False
        """The technician has just tried to open it in vain."""

    def set_state(self, state: SiteStanding) -> None:
        """Shows a state."""
        self.tried = self.tried and not state.microphone_open and not state.may_open
        self.setAccessibleName(words.microphone_heading(state))
        self.setAccessibleDescription(words.microphone_reason(state))
        super().set_state(state)

    def set_level(self, state: SiteStanding) -> None:
        """Shows a state of which only the room's level is new."""
        self.state = state
        self.update(0, LEVEL_ROOM[0], self.width(), LEVEL_ROOM[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints heading, facts, room level and what opens the microphone."""
        state, width = self.state, float(self.width())
        with QPainter(self) as painter:
            live = state.microphone_open and state.on_podium
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LIVE if live else theme.LINE)
            self._paint_heading(painter, live=live)
            painter.fillRect(QRectF(16, 104, width - 32, 1), theme.LINE)
            icons = (
                Icon.OPEN_LOCK if state.may_open or state.microphone_ordered_open else Icon.LOCK,
                Icon.MICROPHONE if state.microphone_open else Icon.MICROPHONE_OFF,
            )
            for index, (icon, (label, value)) in enumerate(zip(icons, words.facts(state), strict=True)):
                x = 22 + index * (width - 44) / 2
                draw_icon(painter, icon, QRectF(x, 124, 22, 22), theme.TEXT_SECOND, theme.PANEL)
                draw_text(painter, QRectF(x + 34, 113, 160, 22), label, theme.font(14), theme.DIM)
                draw_text(painter, QRectF(x + 34, 134, 160, 22), value, theme.font(16, 700), theme.TEXT)
            painter.fillRect(QRectF(16, 166, width - 32, 1), theme.LINE)
            self._paint_level(painter, width)
            self._paint_note(painter, width)

    def _paint_heading(self, painter: QPainter, *, live: bool) -> None:
        state = self.state
        icon = Icon.MICROPHONE if state.microphone_open else Icon.MICROPHONE_OFF
        if live:
            panel(painter, QRectF(18, 22, 64, 64), theme.LIVE)
        box = QRectF(28, 32, 44, 44) if live else QRectF(22, 26, 56, 56)
        draw_icon(painter, icon, box, theme.ON_LIVE if live else theme.TEXT_SECOND, theme.PANEL)
        room = self.width() - 110.0
        heading = words.microphone_heading(state)
        face = theme.font(25 if text_width(heading, theme.font(25, 700)) <= room else 21, 700)
        draw_text(painter, QRectF(96, 14, room, 34), heading, face, theme.TEXT)
        reason, face = words.microphone_reason(state), theme.font(16, 600)
        draw_text(painter, QRectF(96, 48, room, 24), elided_at_word(reason, face, room), face, theme.TEXT_SECOND)
        draw_text(painter, QRectF(96, 73, room, 22), words.microphone_since(state), theme.font(14), theme.DIM)

    def _paint_level(self, painter: QPainter, width: float) -> None:
        line = QRectF(18, 176, width - 36, 24)
        draw_text(painter, line, words.room_level(), theme.font(14, 500), theme.TEXT_SECOND)
        note = words.room_level_note(self.state)
        draw_text(painter, line, note, theme.font(14, 600), theme.TEXT, RIGHT)
        draw_meter_lying(painter, QRectF(18, 206, width - 36, 15), self.state.room_level)

    def _paint_note(self, painter: QPainter, width: float) -> None:
        state = self.state
        if self.tried:
            texts = (words.tried_to_open(), words.microphone_reason(state))
            ground, ink, icon = theme.WARNING, theme.ON_WARNING, Icon.LOCK
        elif state.listened:
            texts, ground, ink, icon = words.listened(state), theme.PRIMARY, theme.ON_PRIMARY, Icon.EAR
        else:
            texts, ground, ink = (words.when_it_opens(state),), theme.ORDER, theme.TEXT
            icon = Icon.OPEN_LOCK if state.may_open or state.microphone_open else Icon.LOCK
        height = min(58.0 if len(texts) > 1 else 44.0, self.height() - LEVEL_ROOM[0] - LEVEL_ROOM[1] - 8)
        if height < 24:
            return
        box = QRectF(16, self.height() - height - 10, width - 32, height)
        panel(painter, box, ground, radius=6)
        draw_icon(painter, icon, QRectF(28, box.center().y() - 10, 20, 20), ink)
        line = (height - 6) / len(texts)
        for index, text in enumerate(texts):
            face = theme.font(15, 700 if len(texts) > 1 and index == 0 else 500)
            row = QRectF(box.x() + 44, box.y() + 3 + index * line, box.width() - 52, line)
            draw_text(painter, row, elided_at_word(text, face, row.width()), face, ink)
