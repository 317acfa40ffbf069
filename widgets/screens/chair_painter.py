"""Paints the parts of the chair's view.

Rule: red frames who is live and nothing else; amber is time that runs out or a microphone that is open where it should
not be, always with a sign and a word beside it.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    CENTRE,
    RIGHT,
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    elided_at_word,
    fitted,
    panel,
    text_width,
)
from widgets.drawing.short_names import shortened
from widgets.phrases import duration
from widgets.phrases.console import chair_words as words
from widgets.screens.chair_facts import Following, Silence, Speaker, SpeechTime, Standing
from widgets.screens.chair_layout import (
    CLOCK,
    HEADING,
    NAME,
    NEXT_NAME,
    SMALL,
    TEXT,
    TIMER,
    TITLE,
    ChairLayout,
    timer_height,
)

LEAST_BAR = 290
"""A narrower rest beside the timer holds no words any more."""
BADGES = {
    Standing.MAIN: (theme.RAISED, theme.TEXT, Icon.SCREEN),
    Standing.CALLED: (theme.RAISED, theme.TEXT, Icon.RING),
    Standing.LIVE: (theme.LIVE, theme.ON_LIVE, Icon.DOT),
    Standing.DROPPED: (theme.WARNING, theme.ON_WARNING, Icon.TRIANGLE),
}


class ChairPainter:
    """Strokes for one layout."""

    def __init__(self, painter: QPainter, layout: ChairLayout) -> None:
        self._painter, self._layout = painter, layout

    # ------------------------------------------------------------ head and foot

    def head(self, title: str, clock: str, mark: str, *, old: bool) -> None:
        """Paints the meeting's title, the mark of a recording and the time, or that what is shown may be old."""
        painter, layout, area = self._painter, self._layout, self._layout.head
        face = theme.font(layout.size(CLOCK), 700)
        width = draw_text(painter, area, clock, face, theme.TEXT, RIGHT)
        room = area.width() - width - layout.size(40)
        if mark:
            badge, pixels = Badge(mark, theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700, roomy=True), layout.size(SMALL)
            room -= badge_width(badge, pixels) + layout.size(20)
            top = area.center().y() - badge_height(pixels, roomy=True) / 2
            draw_badge(painter, QPointF(area.x() + room + layout.size(20), top), badge, pixels)
        x = area.x()
        if old:
            sign = layout.size(TITLE)
            draw_icon(painter, Icon.TRIANGLE, QRectF(x, area.center().y() - sign / 2, sign, sign), theme.WARNING)
            x += sign + layout.size(14)
            title = words.may_be_old()
        title_face = theme.font(layout.size(TITLE), 600)
        box = QRectF(x, area.y(), room, area.height())
        ink = theme.WARNING if old else theme.TEXT_SECOND
        draw_text(painter, box, elided_at_word(title, title_face, room), title_face, ink)
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), theme.LINE)

    def foot(self, silence: Silence) -> None:
        """Paints how many are silent, and who is not."""
        painter, layout, area = self._painter, self._layout, self._layout.foot
        panel(painter, area, theme.ORDER if silence.by_order else theme.PANEL, theme.ORDER_EDGE)
        face, alarm_face = theme.font(layout.size(TEXT), 600), theme.font(layout.size(TEXT - 2), 600)
        sign = layout.size(TEXT)
        shortest = text_width(silence.wordings[-1], face)
        room = area.width() - 3 * layout.size(28) - 2 * (sign + layout.size(16)) - shortest
        told = fitted(words.open_elsewhere(silence.open_names), alarm_face, room) if silence.open_names else ""
        right = area.right() - layout.size(28)
        if told:
            width = text_width(told, alarm_face)
            right -= width
            box = QRectF(right, area.y(), width, area.height())
            draw_text(painter, box, told, alarm_face, theme.WARNING)
            right -= sign + layout.size(14)
            draw_icon(painter, Icon.ALERT, QRectF(right, area.center().y() - sign / 2, sign, sign), theme.WARNING)
            right -= layout.size(28)
        x = area.x() + layout.size(28)
        icon = Icon.OCTAGON if silence.safe_stop else Icon.MICROPHONE_OFF
        ground = theme.ORDER if silence.by_order else theme.PANEL
        draw_icon(painter, icon, QRectF(x, area.center().y() - sign / 2, sign, sign), theme.TEXT, ground)
        x += sign + layout.size(18)
        text = fitted(silence.wordings, face, right - x)
        draw_text(painter, QRectF(x, area.y(), right - x, area.height()), text, face, theme.TEXT)

    # ------------------------------------------------------------ who speaks

    def speaker(self, speaker: Speaker, time: SpeechTime | None) -> None:
        """Paints who has the floor, beside the picture where there is one, and the time below."""
        layout, area = self._layout, self._layout.speaker
        panel(self._painter, area, theme.PANEL, theme.LINE, radius=12)
        if speaker.standing is Standing.LIVE:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(theme.LIVE, 4))
            self._painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 12, 12)
        self._words(speaker, layout.words)
        if time is not None:
            inset, high = area.right() - layout.words.right(), timer_height(layout.scale)
            self._time(time, QRectF(area.x() + inset, area.bottom() - high - 8, area.width() - 2 * inset, high))

    def _words(self, speaker: Speaker, area: QRectF) -> None:
        painter, layout = self._painter, self._layout
        ground, ink, icon = BADGES[speaker.standing]
        badge = Badge(speaker.badge, ground, ink, (icon,), 700)
        box = draw_badge(painter, area.topLeft(), badge, layout.size(SMALL))
        y = box.bottom() + layout.size(8)
        face, high = theme.font(layout.size(NAME), 700), layout.size(NAME) * 1.28
        for line in self._name_lines(speaker.name, area, y):
            draw_text(painter, QRectF(area.x(), y, area.width(), high), line, face, theme.TEXT)
            y += high
        told_ink = theme.WARNING if speaker.microphone_closed else theme.TEXT_SECOND
        who, _, office = speaker.detail.partition(", ")
        lines = [(who, TEXT, 600, theme.TEXT), (office, TEXT, 400, theme.TEXT_SECOND)]
        if layout.roomy:
            lines.append((speaker.microphone, SMALL, 600, told_ink))
        else:  # the microphone goes beside the badge where lines are dear
            self._beside(box, speaker.microphone, told_ink, area)
        self._lines(lines, QRectF(area.x(), y, area.width(), area.bottom() + 8 - y))

    def _lines(self, lines: list[tuple[str, int, int, QColor]], area: QRectF) -> None:
        """Paints as many lines (text, size, weight, colour) as there is room for."""
        y = area.y()
        for text, size, weight, colour in lines:
            face, high = theme.font(self._layout.size(size), weight), self._layout.size(size) * 1.35
            if text and y + high <= area.bottom():
                line = QRectF(area.x(), y, area.width(), high)
                draw_text(self._painter, line, elided_at_word(text, face, area.width()), face, colour)
                y += high

    def _name_lines(self, name: str, area: QRectF, top: float) -> list[str]:
        """Returns a name on one line, on two where it is longer and there is room, else shortened."""
        face = theme.font(self._layout.size(NAME), 700)
        syllables = name.split()
        if text_width(name, face) <= area.width() or top + self._layout.size(NAME) * 2.56 > area.bottom() + 8:
            return [self._name(name, area.width())]
        for count in range(len(syllables) - 1, 0, -1):
            lines = [" ".join(syllables[:count]), " ".join(syllables[count:])]
            if all(text_width(line, face) <= area.width() for line in lines):
                return lines
        return [self._name(name, area.width())]

    def _beside(self, badge: QRectF, text: str, ink: QColor, area: QRectF) -> None:
        face = theme.font(self._layout.size(SMALL), 600)
        left = badge.right() + self._layout.size(20)
        if text and text_width(text, face) <= area.right() - left:
            draw_text(self._painter, QRectF(left, badge.y(), area.right() - left, badge.height()), text, face, ink)

    def _name(self, name: str, room: float, size: int = NAME, weight: int = 700) -> str:
        face = theme.font(self._layout.size(size), weight)
        return shortened(name, lambda text: text_width(text, face) <= room)

    def _time(self, time: SpeechTime, area: QRectF) -> None:
        painter, layout, left = self._painter, self._layout, time.left_seconds
        label = words.spoken() if left is None else words.over() if time.over else words.left()
        shown = duration((time.spent_seconds if left is None else abs(left)) * 1000)
        ink = theme.WARNING if time.warned else theme.TEXT
        high = layout.size(TEXT) * 1.15
        draw_text(
            painter,
            QRectF(area.x(), area.y(), area.width() / 2, high),
            label,
            theme.font(layout.size(TEXT), 600),
            ink if time.over else theme.TEXT_SECOND,
        )
        figures = QRectF(area.x() - 4, area.y() + high, area.width(), area.height() - high)
        text = f"+{shown}" if time.over else shown
        width = draw_text(painter, figures, text, theme.font(layout.size(TIMER), 700), ink)
        start = area.x() + width + 32 * layout.scale
        if time.limit_seconds is not None and area.right() - start >= LEAST_BAR * layout.scale:
            self._spent(time, time.limit_seconds, QRectF(start, area.y(), area.right() - start, area.height()), ink)
        elif time.warned:
            self._warned(time, QRectF(area.x(), area.y(), area.width(), high))

    def _spent(self, time: SpeechTime, limit_seconds: int, area: QRectF, ink: QColor) -> None:
        painter, layout = self._painter, self._layout
        middle, face = area.center().y(), theme.font(layout.size(TEXT), 500)
        text = fitted(words.spent(time.spent_seconds * 1000, limit_seconds), face, area.width())
        line = layout.size(TEXT) * 1.4
        bar = QRectF(area.x(), middle - 4, area.width(), 26 * layout.scale)
        draw_text(painter, QRectF(area.x(), bar.y() - line - 6, area.width(), line), text, face, theme.TEXT, RIGHT)
        panel(painter, bar, theme.RAISED, radius=bar.height() / 2)
        share = min(1.0, time.spent_seconds / max(1, limit_seconds))
        if share > 0:
            filled = QRectF(bar.x(), bar.y(), max(bar.height(), bar.width() * share), bar.height())
            panel(painter, filled, ink, radius=bar.height() / 2)
        if time.warned:
            self._warned(time, QRectF(area.x(), bar.bottom() + 6, area.width(), line))

    def _warned(self, time: SpeechTime, line: QRectF) -> None:
        painter, layout = self._painter, self._layout
        face, sign = theme.font(layout.size(TEXT), 700), layout.size(TEXT)
        text = words.time_is_over() if time.over else words.soon_over()
        width = draw_text(painter, line, text, face, theme.WARNING, RIGHT)
        box = QRectF(line.right() - width - sign - layout.size(12), line.center().y() - sign / 2, sign, sign)
        draw_icon(painter, Icon.ALERT if time.over else Icon.CLOCK, box, theme.WARNING)

    # ------------------------------------------------------------ next

    def following(self, those: list[Following]) -> None:
        """Paints who speaks next."""
        layout = self._layout
        self.heading(layout.next_heading, words.next_title())
        if not those:
            self._nobody()
        for place, (one, card) in enumerate(zip(those, layout.next_cards, strict=False), start=1):
            self._next_card(place, one, card)

    def _nobody(self) -> None:
        layout, card = self._layout, self._layout.next_cards[0]
        panel(self._painter, card, theme.PANEL, theme.LINE)
        face = theme.font(layout.size(TEXT), 500)
        draw_text(self._painter, card, words.nobody_next(), face, theme.DIM, CENTRE)

    def _next_card(self, place: int, one: Following, card: QRectF) -> None:
        painter, layout = self._painter, self._layout
        panel(painter, card, theme.NEXT_ROW if one.on_deck else theme.PANEL, theme.NEXT if one.on_deck else theme.LINE)
        if one.on_deck:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.NEXT, 2.5))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 8, 8)
        side = min(80 * layout.scale, card.height() - 20 * layout.scale)
        circle = QRectF(card.x() + 22 * layout.scale, card.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.NEXT if one.on_deck else theme.PRIMARY)
        painter.drawEllipse(circle)
        number_ink = theme.ON_NEXT if one.on_deck else theme.ON_PRIMARY
        draw_text(painter, circle, str(place), theme.font(layout.size(HEADING), 700), number_ink, CENTRE)
        self._next_words(
            one, QRectF(circle.right() + 24 * layout.scale, card.y(), 0, card.height()), card.right() - layout.size(18)
        )

    def _next_words(self, one: Following, box: QRectF, right: float) -> None:
        painter, layout = self._painter, self._layout
        box.setRight(right)
        name_high, detail_high = layout.size(NEXT_NAME) * 1.25, layout.size(SMALL) * 1.35
        both = name_high + detail_high <= box.height() - 6
        top = box.center().y() - (name_high + (detail_high if both else 0)) / 2
        name = self._name(one.name, box.width(), NEXT_NAME, 600)
        name_box = QRectF(box.x(), top, box.width(), name_high)
        draw_text(painter, name_box, name, theme.font(layout.size(NEXT_NAME), 600), theme.TEXT)
        if not both:
            return
        x, y = box.x(), top + name_high
        ink = theme.NEXT_TEXT if one.on_deck else theme.DIM
        if one.ready:
            sign = layout.size(SMALL) * 0.9
            draw_icon(painter, Icon.CHECK, QRectF(x, y + (detail_high - sign) / 2, sign, sign), ink)
            x += sign + layout.size(12)
        face = theme.font(layout.size(SMALL), 600 if one.on_deck else 400)
        text = fitted(one.details, face, right - x)
        draw_text(painter, QRectF(x, y, right - x, detail_high), text, face, ink)

    def heading(self, area: QRectF, text: str, second: str = "") -> None:
        """Paints the title of a part, and at its right end how many more there are."""
        layout = self._layout
        face = theme.font(layout.size(HEADING if layout.roomy else TEXT), 600)
        draw_text(self._painter, area, text, face, theme.TEXT)
        if second:
            draw_text(self._painter, area, second, theme.font(layout.size(SMALL), 500), theme.DIM, RIGHT)

    # ------------------------------------------------------------ nothing to show

    def nothing(self, title: str, line: str, area: QRectF) -> None:
        """Paints what there is to say without a session: no name, no figure of a meeting that is over."""
        layout = self._layout
        name_face, face = theme.font(layout.size(NAME), 700), theme.font(layout.size(TEXT), 500)
        upper = QRectF(area.x(), area.center().y() - layout.size(NAME) * 1.4, area.width(), layout.size(NAME) * 1.4)
        draw_text(self._painter, upper, title, name_face, theme.TEXT, CENTRE)
        lower = QRectF(area.x(), upper.bottom() + 8, area.width(), layout.size(TEXT) * 1.5)
        draw_text(self._painter, lower, line, face, theme.DIM, CENTRE)

    def picture_missing(self) -> None:
        """Paints the place of a picture that is not the present."""
        area = self._layout.picture
        panel(self._painter, area, theme.PICTURE_EMPTY, theme.LINE)
        sign = 64 * self._layout.scale
        box = QRectF(area.center().x() - sign / 2, area.center().y() - sign / 2, sign, sign)
        draw_icon(self._painter, Icon.SCREEN, box, theme.METER_EMPTY)
