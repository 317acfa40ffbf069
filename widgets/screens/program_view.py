"""The program as everybody sees it, with who speaks and how long.

Rule: red stands round the program only while a satellite is on the podium and the picture is fresh; a frozen picture
never looks live.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.words import LinkState, PodiumPhase
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.levels import LevelBoard
from widgets.drawing.painting import (
    CENTRE,
    RIGHT,
    Badge,
    badge_height,
    draw_badge,
    draw_meter_upright,
    draw_text,
    fitted,
    outside_of_corners,
    panel,
    text_width,
    veil,
)
from widgets.drawing.pictures import PictureFeed, covering_size
from widgets.drawing.short_names import shortened
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.floor.speech_row import speech_over_ms
from widgets.phrases.console import console_words as words
from widgets.tiles.overlay import Overlay, draw_overlay_of, edges_of

TICKS_TO_OLD = 30
"""Ticks of 33 ms without a new picture after which the program is no longer the present."""
RADIUS = 6


class ProgramView(QWidget):
    """The program's picture, its frame, name and timer."""

    def __init__(self, store: Store, pictures: PictureSource, levels: LevelBoard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("program")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._store, self._levels = store, levels
        self._feed = PictureFeed(pictures, "program")
        self._measures = theme.WIDE
        self._ticks_without = 0
        self._level = 0.0
        self._overlay: Overlay | None = None
        self._note: list[str] = []
        for signal in (store.podium_changed, store.floor_changed, store.link_lost_changed, store.engine_changed):
            signal.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.follow_time()

    def set_note(self, wordings: list[str]) -> None:
        """Says what is wrong with the program's other windows, longest wording first; nothing with an empty list."""
        self._note = wordings
        self.follow()

    def follow(self) -> None:
        """Shows the present state."""
        site = self._store.podium.site
        self.setAccessibleName(words.program())
        said = (self._store.full_label(site) if site else "", *self._note[:1])
        self.setAccessibleDescription(". ".join(part for part in said if part))
        self.follow_time()

    @property
    def old(self) -> bool:
        """Tells whether what is shown is no longer the present."""
        return self._store.link_lost or not self._store.engine.up or self._ticks_without >= TICKS_TO_OLD

    def wanted_size(self) -> QSize:
        """Returns the picture size for this view in physical pixels."""
        return covering_size(self.width(), self.height(), self.devicePixelRatioF())

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one; called by the window's tick."""
        was_old = self.old
        self._ticks_without = 0 if self._feed.refresh() else self._ticks_without + 1
        if self._ticks_without == TICKS_TO_OLD and not self._store.session.running and not self._store.link_lost:
            self._feed.forget()  # without a session there is no program: what it was last is nobody's fault
            self.follow_time()
        if was_old != self.old:
            self.follow_time()
        elif self._ticks_without == 0:
            self.update()

    def refresh_level(self) -> None:
        """Shows the podium's level of the moment; called at 10 Hz."""
        level = self._levels.share(self._store.podium.site)
        if round(level * 20) != round(self._level * 20):
            self._level = level
            self.update(self._meter_area)

    @property
    def _meter_area(self) -> QRect:
        return QRect(self.width() - 22, 12, 14, self.height() - 60)

    def recolour(self) -> None:
        """Draws what lies over the picture in the colours of now."""
        self._overlay = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints picture and meter, and over them what changes once a second at most."""
        ratio = self.devicePixelRatioF()
        if self._overlay is None or self._overlay.pixel_ratio != ratio:
            self._overlay = draw_overlay_of(self.size(), ratio, self._draw_overlay)
        with QPainter(self) as painter:
            area = self.rect().toRectF()
            if self._feed.image is None:
                painter.fillRect(area, theme.PICTURE_EMPTY)
                draw_text(painter, area, words.no_program(), theme.font(15, 500), theme.DIM, CENTRE)
            else:
                self._feed.paint(painter, area, ratio)
                if self.old and not self._store.link_lost:
                    veil(painter, area)
            if self._store.podium.site is not None and not self.old:
                draw_meter_upright(painter, self._meter_area.toRectF(), self._level, 20)
            self._overlay.paint(painter)
            if self._store.link_lost:
                veil(painter, area)

    def follow_time(self) -> None:
        """Shows the timer of this second."""
        self._overlay = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws everything in the new size."""
        self._overlay = None

    def _draw_overlay(self, painter: QPainter) -> list[QRect]:
        foot = self._paint_foot(painter)
        boxes = [*self._paint_head(painter), foot, *self._paint_note(painter, foot.y())]
        return [box.toAlignedRect() for box in boxes] + self._paint_frame(painter, self.rect().toRectF())

    @property
    def _live(self) -> bool:
        podium = self._store.podium
        return podium.site is not None and podium.phase in {PodiumPhase.ON_AIR, PodiumPhase.WAITING_FOR_SITE}

    def _paint_head(self, painter: QPainter) -> list[QRectF]:
        podium = self._store.podium
        size = self._measures.label_size + 1
        if self.old and self._feed.image is not None:
            badge = Badge(words.program_not_live(), theme.WARNING, theme.ON_WARNING, (Icon.TRIANGLE,), 700)
        elif podium.phase not in {PodiumPhase.IDLE, PodiumPhase.ON_AIR}:
            label = self._store.short_label(podium.target or podium.site or "")
            badge = Badge(words.phase(podium.phase, label), theme.RAISED, theme.TEXT, (Icon.RING,), 700)
        elif self._live:
            badge = Badge(words.on_air(), theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700)
        else:
            badge = Badge(words.program(), theme.SHADE, theme.TEXT, (Icon.SCREEN,), 600)
        box = draw_badge(painter, QPointF(12, 12), badge, size)
        view = self._store.site(podium.site)
        if view is None or self.old or view.link is not LinkState.LIVE:
            return [box]
        right = self.width() - 30
        label_face = theme.font(self._measures.label_size, 500)
        text = fitted(words.quality(view.line), label_face, right - box.right() - 34)
        if not text or text_width(text, label_face) > right - box.right() - 30:
            return [box]
        width = text_width(text, label_face) + 18
        quality = QRectF(right - width, 12, width, box.height())
        panel(painter, quality, theme.SHADE, radius=4)
        draw_text(painter, quality, text, label_face, theme.TEXT, CENTRE)
        return [box, quality]

    def _paint_foot(self, painter: QPainter) -> QRectF:
        height = 38 if not self._measures.compact else 32
        foot = QRectF(0, self.height() - height, self.width(), height)
        painter.fillRect(foot, theme.SHADE)
        face = theme.font(self._measures.bar_size + 1, 700)
        timer, ink = self._timer()
        timer_width = text_width(timer, face) if timer else 0.0
        if (speech_over_ms(self._store.floor, self._store.now_ms) or -1) >= 0:
            ground = QRectF(foot.right() - timer_width - 24, foot.y() + 4, timer_width + 20, height - 8)
            panel(painter, ground, theme.WARNING, radius=4)
            ink = theme.ON_WARNING
        draw_text(painter, foot.adjusted(0, 0, -14, 0), timer, face, ink, RIGHT)
        room = foot.width() - 28 - (timer_width + 16 if timer else 0)
        draw_text(painter, foot.adjusted(14, 0, 0, 0), self._who(face, room), face, theme.TEXT)
        return foot

    def _paint_note(self, painter: QPainter, bottom: float) -> list[QRectF]:
        if not self._note:
            return []
        size = self._measures.label_size
        room = self.width() - 24 - 3 * size - 30
        text = fitted(self._note, theme.font(size, 600), room)
        badge = Badge(text, theme.WARNING, theme.ON_WARNING, (Icon.TRIANGLE,), 600)
        return [draw_badge(painter, QPointF(12, bottom - badge_height(size) - 8), badge, size)]

    def _who(self, face: QFont, room: float) -> str:
        site = self._store.podium.site
        view = self._store.site(site) if site is not None else self._store.main_site
        if view is None:
            return ""
        prefix = f"{view.number} · " if site is not None else ""
        name = shortened(view.name, lambda text: text_width(prefix + text, face) <= room)
        return prefix + name

    def _timer(self) -> tuple[str, QColor]:
        floor = self._store.floor
        if floor.speech_started_ms is None:
            return "", theme.TEXT
        spent_ms = max(0, self._store.now_ms - floor.speech_started_ms)
        limit = floor.speech_limit_seconds
        near = limit is not None and spent_ms >= (limit - floor.speech_warning_seconds) * 1000
        return words.timer(spent_ms, limit), theme.WARNING if near else theme.TEXT

    def _paint_frame(self, painter: QPainter, area: QRectF) -> list[QRect]:
        colour = theme.LIVE if self._live and not self.old else theme.LINE
        thickness = 4 if self._live and not self.old else 1
        painter.fillPath(outside_of_corners(self.width(), self.height(), RADIUS), theme.BACKGROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, thickness))
        half = thickness / 2
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), RADIUS - 1, RADIUS - 1)
        return edges_of(self.rect(), RADIUS + 1)
