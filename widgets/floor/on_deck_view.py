"""The site on deck: its picture off air, whether its technician is ready, and the checks before the podium.

Rule: another site's picture is never left standing under the new name; what was not measured is shown as unknown.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.snapshot import SiteView
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, Badge, badge_height, draw_badge, draw_text, panel, text_width, veil
from widgets.drawing.pictures import PictureFeed, covering_size
from widgets.drawing.short_names import shortened
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.phrases.console import console_words as words
from widgets.tiles.overlay import Overlay, draw_overlay_of, edges_of

RADIUS = 8
CHECK_LINE, MOST_CHECK_LINES = 20, 2
LEAST_UNDER_TURN = 100
"""A smaller picture would lie under the words about the turn."""


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
        self._shown: tuple[object, ...] = ()
        self._shown_turn = ""
        self._overlay: Overlay | None = None
        for signal in (store.on_deck_changed, store.roster_changed, store.link_lost_changed, store.sites_changed):
            signal.connect(self.follow)
        store.camera_changed.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._draw_anew()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self._shown = ()
        self.follow()

    def follow(self) -> None:
        """Shows the present state; another site's picture is never left standing."""
        deck = self._store.on_deck
        label = self._store.full_label(deck.site) if deck.site else words.nobody_on_deck()
        if (facts := (deck, label, self._store.link_lost, self._preset(), self._on_the_way)) == self._shown:
            return
        self._shown = facts
        if deck.site != self._site:
            self._site = deck.site
            self._feed.forget()
        self.setAccessibleName(words.next_badge())
        self._describe()
        self._draw_anew()

    def follow_time(self) -> None:
        """Shows how long the site has been waited for."""
        if self._site is not None and (self._store.on_deck.ready_ms is None or self._turn() != self._shown_turn):
            self._describe()
            self._draw_anew()

    def _describe(self) -> None:
        deck = self._store.on_deck
        if deck.site is None:
            self.setAccessibleDescription(words.nobody_on_deck())
            return
        named = words.preset_under_way if self._on_the_way else words.preset_named
        preset = named(self._preset()) if self._preset() else ""
        parts = (self._store.full_label(deck.site), self._turn(), preset)
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _turn(self) -> str:
        """Returns about when the turn comes, as far as the running speech's limit says."""
        floor = self._store.floor
        if floor.speech_started_ms is None or floor.speech_limit_seconds is None:
            return ""
        return words.turn_in(floor.speech_started_ms + floor.speech_limit_seconds * 1000 - self._store.now_ms)

    @property
    def _on_the_way(self) -> bool:
        """Whether the site's camera is on its way to a preset."""
        return any(one.site == self._store.on_deck.site and one.target is not None for one in self._store.cameras)

    def _preset(self) -> str:
        """Returns the name of the preset at which the site's camera stands or for which it is on its way."""
        cameras = (camera for camera in self._store.cameras if camera.site == self._store.on_deck.site)
        return next((name for camera in cameras if (name := camera.target or camera.current)), "")

    def _draw_anew(self) -> None:
        self._overlay = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws everything in the new size."""
        self._overlay = None

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

    def recolour(self) -> None:
        """Draws what lies over the picture in the colours of now."""
        self._overlay = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture, and over it what changes only with the state."""
        ratio = self.devicePixelRatioF()
        if self._overlay is None or self._overlay.pixel_ratio != ratio:
            self._overlay = draw_overlay_of(self.size(), ratio, self._draw_overlay)
        with QPainter(self) as painter:
            if self._site is not None:
                self._paint_picture(painter)
            only_picture = self._picture.contains(event.rect())
            (self._overlay.touching(event.rect()) if only_picture else self._overlay).paint(painter)
            if self._store.link_lost and self._site is not None:
                veil(painter, self.rect().toRectF())

    def _draw_overlay(self, painter: QPainter) -> list[QRect]:
        """Draws all but the picture and names where something lies: around it, on it, below it."""
        area = self.rect().toRectF()
        painter.fillRect(area, theme.BACKGROUND)
        if self._site is None:
            self._paint_empty(painter, area)
            return [self.rect()]
        lost, picture = self._store.link_lost, self._picture
        panel(painter, area, theme.PANEL)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(picture, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.FAINT if lost else theme.NEXT, 3))
        painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)
        ground, ink = (theme.RAISED, theme.TEXT) if lost else (theme.NEXT, theme.ON_NEXT)
        badge = Badge(words.next_badge(), ground, ink, (), 700)
        box = draw_badge(painter, QPointF(10, 10), badge, self._measures.label_size)
        turn = self._paint_turn(painter)
        self._paint_words(painter)
        below = self.rect().adjusted(0, picture.bottom() + 1, 0, 0)
        return [*edges_of(self.rect(), RADIUS), box.toAlignedRect(), *turn, below]

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
        self._feed.paint(painter, picture, self.devicePixelRatioF())

    def _paint_words(self, painter: QPainter) -> None:
        deck, view = self._store.on_deck, self._store.site(self._site)
        top, room = float(self._picture.bottom() + 7), self.width() - 22.0
        if view is not None:
            self._paint_name(painter, view, QRectF(11, top, room, 22))
        face = theme.font(self._measures.label_size, 600)
        if deck.ready_ms is not None:
            icon, ink, answer = Icon.CHECK, theme.NEXT_TEXT, words.ready_since(deck.ready_ms)
        else:
            age = max(0, self._store.now_ms - (deck.since_ms or self._store.now_ms))
            icon, ink, answer = Icon.CLOCK, theme.TEXT_SECOND, words.waiting_for_ready(age)
        draw_icon(painter, icon, QRectF(11, top + 27, 14, 14), theme.DIM if deck.ready_ms is None else ink)
        draw_text(painter, QRectF(31, top + 23, room, 22), answer, face, ink)
        self._paint_checks(painter, top + 46, room)

    def _paint_turn(self, painter: QPainter) -> list[QRect]:
        """Paints about when the turn comes on the lower edge of the picture; returns where."""
        self._shown_turn = self._turn()
        size = self._measures.label_size
        if not self._shown_turn or self._picture.height() < LEAST_UNDER_TURN:
            return []
        top = self._picture.bottom() - badge_height(size) - 5
        badge = Badge(self._shown_turn, theme.SHADE, theme.TEXT, (Icon.CLOCK,))
        return [draw_badge(painter, QPointF(10, top), badge, size).toAlignedRect()]

    def _paint_name(self, painter: QPainter, view: SiteView, line: QRectF) -> None:
        """Paints number and name."""
        face, prefix = theme.font(self._measures.row_size, 600), f"{view.number} · "
        name = prefix + shortened(view.name, lambda text: text_width(prefix + text, face) <= line.width())
        draw_text(painter, line, name, face, theme.TEXT)

    def _paint_checks(self, painter: QPainter, top: float, room: float) -> None:
        deck, face = self._store.on_deck, theme.font(self._measures.label_size)
        picture, sound, line, preset = words.check_names()
        named_preset = words.preset_named(self._preset())
        checks = [(picture, deck.picture_ok), (sound, deck.sound_ok), (line, deck.line_ok)]
        if deck.preset_ok is not None or self._on_the_way:
            checks.append((preset, None if self._on_the_way else deck.preset_ok))
            named = [*checks[:-1], (named_preset, checks[-1][1])]
            if self._preset() and self._places(named, room)[-1].y() < MOST_CHECK_LINES * CHECK_LINE:
                checks = named
        for (name, state), place in zip(checks, self._places(checks, room), strict=True):
            x, y, width = place.x(), top + place.y(), text_width(name, face) + 18
            ink = theme.TEXT_SECOND if state is not False else theme.WARNING
            x += draw_text(painter, QRectF(x, y, width, 20), name, face, ink) + 4
            unknown = Icon.RING if self._on_the_way and name in {preset, named_preset} else Icon.QUESTION
            icon = {True: Icon.CHECK, False: Icon.TRIANGLE, None: unknown}[state]
            draw_icon(painter, icon, QRectF(x, y + 4, 12, 12), theme.FAINT if state is None else ink)

    def _places(self, checks: list[tuple[str, bool | None]], room: float) -> list[QPointF]:
        """Returns where each check begins, line by line below the first."""
        face = theme.font(self._measures.label_size)
        places: list[QPointF] = []
        x, y = 11.0, 0.0
        for name, _ in checks:
            width = text_width(name, face) + 16
            if x + width > room + 14:
                x, y = 11.0, y + CHECK_LINE
            places.append(QPointF(x, y))
            x += width + 10
        return places


def _halves(text: str) -> list[str]:
    words_of = text.split(" ")
    middle = (len(words_of) + 1) // 2
    return [" ".join(words_of[:middle]), " ".join(words_of[middle:])]
