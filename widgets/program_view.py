"""The program as everybody sees it, with who speaks and how long; and the site on deck beside it.

Rule: red stands round the program only while a satellite is on the podium and the picture is fresh; a frozen picture
never looks live.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.words import LinkState, PodiumPhase
from widgets import theme
from widgets.icons import Icon, draw_icon
from widgets.levels import LevelBoard
from widgets.painting import (
    CENTRE,
    RIGHT,
    Badge,
    draw_badge,
    draw_meter_upright,
    draw_text,
    fitted,
    panel,
    text_width,
    veil,
)
from widgets.phrases import console_words as words
from widgets.pictures import PictureFeed, covering_size, paint_covering
from widgets.short_names import shortened
from widgets.sources import PictureSource
from widgets.store import Store
from widgets.theme import Measures

TICKS_TO_OLD = 30
"""Ticks of 33 ms without a new picture after which the program is no longer the present."""
LAST_MINUTE_SECONDS = 60


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
        for signal in (store.podium_changed, store.floor_changed, store.link_lost_changed, store.engine_changed):
            signal.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.update()

    def follow(self) -> None:
        """Shows the present state."""
        site = self._store.podium.site
        self.setAccessibleName(words.program())
        self.setAccessibleDescription(self._store.full_label(site) if site else "")
        self.update()

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
        if self._ticks_without == 0 or was_old != self.old:
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints picture, frame, badges, name and timer."""
        with QPainter(self) as painter:
            area = self.rect().toRectF()
            if self._feed.image is None:
                painter.fillRect(area, theme.PICTURE_EMPTY)
                draw_text(painter, area, words.no_program(), theme.font(15, 500), theme.DIM, CENTRE)
            else:
                paint_covering(painter, area, self._feed.image, self.devicePixelRatioF())
                if self.old and not self._store.link_lost:
                    veil(painter, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter)
            self._paint_foot(painter)
            if self._store.podium.site is not None and not self.old:
                draw_meter_upright(painter, self._meter_area.toRectF(), self._level, 20)
            if self._store.link_lost:
                veil(painter, area)
            self._paint_frame(painter, area)

    @property
    def _live(self) -> bool:
        podium = self._store.podium
        return podium.site is not None and podium.phase in {PodiumPhase.ON_AIR, PodiumPhase.WAITING_FOR_SITE}

    def _paint_head(self, painter: QPainter) -> None:
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
            return
        right = self.width() - 30
        label_face = theme.font(self._measures.label_size, 500)
        text = fitted(words.quality(view.line), label_face, right - box.right() - 34)
        if text and text_width(text, label_face) <= right - box.right() - 30:
            width = text_width(text, label_face) + 18
            quality = QRectF(right - width, 12, width, box.height())
            panel(painter, quality, theme.SHADE, radius=4)
            draw_text(painter, quality, text, label_face, theme.TEXT, CENTRE)

    def _paint_foot(self, painter: QPainter) -> None:
        height = 38 if not self._measures.compact else 32
        foot = QRectF(0, self.height() - height, self.width(), height)
        painter.fillRect(foot, theme.SHADE)
        face = theme.font(self._measures.bar_size + 1, 700)
        timer, ink = self._timer()
        timer_width = text_width(timer, face) if timer else 0.0
        draw_text(painter, foot.adjusted(0, 0, -14, 0), timer, face, ink, RIGHT)
        room = foot.width() - 28 - (timer_width + 16 if timer else 0)
        draw_text(painter, foot.adjusted(14, 0, 0, 0), self._who(face, room), face, theme.TEXT)

    def _who(self, face: object, room: float) -> str:
        site = self._store.podium.site
        view = self._store.site(site) if site is not None else self._store.main_site
        if view is None:
            return ""
        prefix = f"{view.number} · " if site is not None else ""
        name = shortened(view.name, lambda text: text_width(prefix + text, face) <= room)  # type: ignore[arg-type]
        return prefix + name

    def _timer(self) -> tuple[str, QColor]:
        floor = self._store.floor
        if floor.speech_started_ms is None:
            return "", theme.TEXT
        spent_ms = max(0, self._store.now_ms - floor.speech_started_ms)
        limit = floor.speech_limit_seconds
        near = limit is not None and spent_ms >= (limit - LAST_MINUTE_SECONDS) * 1000
        return words.timer(spent_ms, limit), theme.WARNING if near else theme.TEXT

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        colour = theme.LIVE if self._live and not self.old else theme.LINE
        thickness = 4 if self._live and not self.old else 1
        corners = QPainterPath()
        corners.addRect(area)
        inside = QPainterPath()
        inside.addRoundedRect(area, 6, 6)
        painter.fillPath(corners.subtracted(inside), theme.BACKGROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, thickness))
        half = thickness / 2
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), 5, 5)


class OnDeckView(QWidget):
    """The next site: its picture off air, whether it is ready, and the checks."""

    def __init__(self, store: Store, pictures: PictureSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("on-deck")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._store = store
        self._feed = PictureFeed(pictures, "on_deck")
        self._site: str | None = None
        self._measures = theme.WIDE
        for signal in (store.on_deck_changed, store.roster_changed, store.link_lost_changed, store.site_changed):
            signal.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.update()

    def follow(self) -> None:
        """Shows the present state; another site's picture is never left standing."""
        site = self._store.on_deck.site
        if site != self._site:
            self._site = site
            self._feed.forget()
        self.setAccessibleName(words.next_badge())
        self.setAccessibleDescription(self._store.full_label(site) if site else words.nobody_on_deck())
        self.update()

    @property
    def _picture(self) -> QRect:
        inset = 3
        width = self.width() - 2 * inset
        return QRect(
            inset, inset, width, min(round(width * 9 / 16), self.height() - (100 if self._measures.compact else 104))
        )

    def wanted_size(self) -> QSize:
        """Returns the picture size for this view in physical pixels."""
        picture = self._picture
        return covering_size(picture.width(), picture.height(), self.devicePixelRatioF())

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one; called by the window's tick."""
        if self._site is not None and self._feed.refresh():
            self.update(self._picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints picture, name, answer and checks."""
        with QPainter(self) as painter:
            area = self.rect().toRectF()
            painter.fillRect(area, theme.BACKGROUND)
            if self._site is None:
                self._paint_empty(painter, area)
                return
            lost = self._store.link_lost
            panel(painter, area, theme.PANEL)
            self._paint_picture(painter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.FAINT if lost else theme.NEXT, 3))
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
            ground, ink = (theme.RAISED, theme.TEXT) if lost else (theme.NEXT, theme.ON_NEXT)
            draw_badge(
                painter, QPointF(10, 10), Badge(words.next_badge(), ground, ink, (), 700), self._measures.label_size
            )
            self._paint_words(painter)
            if lost:
                veil(painter, area)

    def _paint_empty(self, painter: QPainter, area: QRectF) -> None:
        panel(painter, area, theme.PANEL, theme.LINE)
        middle = area.center().y()
        title, hint = words.nobody_on_deck(), words.how_to_put_on_deck()
        draw_text(
            painter,
            QRectF(0, middle - 24, area.width(), 24),
            title,
            theme.font(self._measures.label_size + 1, 600),
            theme.DIM,
            CENTRE,
        )
        hint_face = theme.font(self._measures.label_size - 1)
        lines = [hint] if text_width(hint, hint_face) < area.width() - 12 else _halves(hint)
        for index, line in enumerate(lines):
            draw_text(
                painter, QRectF(0, middle + 2 + index * 17, area.width(), 18), line, hint_face, theme.FAINT, CENTRE
            )

    def _paint_picture(self, painter: QPainter) -> None:
        picture = self._picture.toRectF()
        if self._feed.image is None:
            painter.fillRect(picture, theme.PICTURE_EMPTY)
            return
        paint_covering(painter, picture, self._feed.image, self.devicePixelRatioF())

    def _paint_words(self, painter: QPainter) -> None:
        deck, view = self._store.on_deck, self._store.site(self._site)
        top = float(self._picture.bottom() + 7)
        room = self.width() - 22.0
        name_face = theme.font(self._measures.row_size, 600)
        if view is not None:
            prefix = f"{view.number} · "
            name = prefix + shortened(view.name, lambda text: text_width(prefix + text, name_face) <= room)
            draw_text(painter, QRectF(11, top, room, 22), name, name_face, theme.TEXT)
        answer_face = theme.font(self._measures.label_size, 600)
        if deck.ready_ms is not None:
            draw_icon(painter, Icon.CHECK, QRectF(11, top + 27, 14, 14), theme.NEXT_TEXT)
            draw_text(
                painter, QRectF(31, top + 23, room, 22), words.ready_since(deck.ready_ms), answer_face, theme.NEXT_TEXT
            )
        else:
            age = max(0, self._store.now_ms - (deck.since_ms or self._store.now_ms))
            draw_icon(painter, Icon.CLOCK, QRectF(11, top + 27, 14, 14), theme.DIM)
            draw_text(
                painter, QRectF(31, top + 23, room, 22), words.waiting_for_ready(age), answer_face, theme.TEXT_SECOND
            )
        self._paint_checks(painter, top + 46, room)

    def _paint_checks(self, painter: QPainter, top: float, room: float) -> None:
        deck = self._store.on_deck
        face = theme.font(self._measures.label_size)
        x, y = 11.0, top
        states = (deck.picture_ok, deck.sound_ok, deck.line_ok, deck.preset_ok)
        for name, state in zip(words.check_names(), states, strict=True):
            if name == words.check_names()[3] and state is None:
                continue
            width = text_width(name, face) + 18
            if x + width > room + 14:
                x, y = 11.0, y + 20
            ink = theme.TEXT_SECOND if state is not False else theme.WARNING
            x += draw_text(painter, QRectF(x, y, width, 20), name, face, ink) + 4
            icon = {True: Icon.CHECK, False: Icon.TRIANGLE, None: Icon.QUESTION}[state]
            draw_icon(painter, icon, QRectF(x, y + 4, 12, 12), theme.FAINT if state is None else ink)
            x += 12 + 10


def _halves(text: str) -> list[str]:
    words_of = text.split(" ")
    middle = (len(words_of) + 1) // 2
    return [" ".join(words_of[:middle]), " ".join(words_of[middle:])]
