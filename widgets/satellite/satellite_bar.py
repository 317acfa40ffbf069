"""The upper edge of a site's window: who and how good the line is, or, on the podium, a band that nobody can miss."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console.sites.site_standing import SiteStanding
from console.snapshot import LineQuality
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import draw_text, elided_at_word, fitted, panel, text_width
from widgets.phrases import hour_and_minute
from widgets.phrases.satellite import satellite_words as words

HEIGHT = 64
ROOM_FOR_MARK = 120
BAD = frozenset({LineQuality.WARNING, LineQuality.ERROR})


def paint_bar(painter: QPainter, window: QWidget, state: SiteStanding, now_ms: int) -> None:
    """Paints name, title, line and clock; amber with the reason while the site is not in the meeting."""
    bar = QRectF(16, 12, window.width() - 32, 52)
    if not state.joined:
        _paint_trouble(painter, bar, state)
        return
    panel(painter, bar, theme.PANEL, theme.LINE)
    face = theme.font(20, 700)
    right = _paint_line(painter, bar, state, now_ms)
    name = elided_at_word(words.site_label(state), face, right - 32 - 20)
    x = 32 + draw_text(painter, QRectF(32, 12, 500, 52), name, face, theme.TEXT) + 18
    x += _paint_confidential(painter, x, right, state)
    if state.key_ends_ms is not None and right - x > 160:
        _paint_key_warning(painter, QRectF(x, 12, right - x - 20, 52), state.key_ends_ms)
        return
    title = theme.font(16)
    text = elided_at_word(state.title, title, right - x - 20) if right - x > 120 else ""
    draw_text(painter, QRectF(x, 12, right - x, 52), text, title, theme.TEXT_SECOND)


def _paint_confidential(painter: QPainter, x: float, right: float, state: SiteStanding) -> float:
    """Paints before the title that the meeting is confidential; returns the room that was taken."""
    texts, face = words.confidential(state.confidentiality), theme.font(16, 700)
    if not texts or right - x < ROOM_FOR_MARK:
        return 0
    draw_icon(painter, Icon.LOCK, QRectF(x, 30, 16, 16), theme.WARNING)
    text = fitted(texts, face, (right - x) / 2)
    return 24 + draw_text(painter, QRectF(x + 24, 12, right - x, 52), text, face, theme.WARNING) + 18


def _paint_key_warning(painter: QPainter, box: QRectF, ends_ms: int) -> None:
    """Paints in the title's place that this machine's right to join ends soon, as many words as fit."""
    face = theme.font(16, 600)
    draw_icon(painter, Icon.TRIANGLE, QRectF(box.x(), 30, 16, 16), theme.WARNING)
    box = box.adjusted(24, 0, 0, 0)
    text = fitted([words.key_ends(ends_ms), words.key_ends_short(ends_ms)], face, box.width())
    draw_text(painter, box, elided_at_word(text, face, box.width()), face, theme.WARNING)


def _paint_line(painter: QPainter, bar: QRectF, state: SiteStanding, now_ms: int) -> float:
    """Returns where it begins."""
    clock = hour_and_minute(now_ms)
    clock_face, word_face, figure_face = theme.font(20, 600), theme.font(16, 600), theme.font(14)
    x = bar.right() - 16 - text_width(clock, clock_face)
    draw_text(painter, QRectF(x, 12, 100, 52), clock, clock_face, theme.TEXT)
    word, quality = words.line_word(state), words.line_quality(state)
    ink = theme.ERROR if quality is LineQuality.ERROR else theme.WARNING if quality in BAD else theme.TEXT
    sign = Icon.SQUARE if quality is LineQuality.ERROR else Icon.TRIANGLE if quality in BAD else Icon.BARS
    x -= 22 + text_width(word, word_face)
    draw_text(painter, QRectF(x, 12, 400, 52), word, word_face, ink)
    draw_icon(painter, sign, QRectF(x - 24, 30, 16, 16), ink)
    figures = words.line_figures(state)
    x -= 36 + text_width(figures, figure_face)
    draw_text(painter, QRectF(x, 12, 400, 52), figures, figure_face, theme.DIM)
    return x


def _paint_trouble(painter: QPainter, bar: QRectF, state: SiteStanding) -> None:
    panel(painter, bar, theme.WARNING)
    heading, sentence = words.trouble(state)
    face = theme.font(18, 700)
    draw_icon(painter, Icon.ALERT, QRectF(32, 28, 20, 20), theme.ON_WARNING)
    x = 64 + draw_text(painter, QRectF(64, 12, 600, 52), heading, face, theme.ON_WARNING) + 16
    room = bar.right() - x - 12
    text = elided_at_word(sentence, theme.font(16, 500), room)
    draw_text(painter, QRectF(x, 12, room, 52), text, theme.font(16, 500), theme.ON_WARNING)


def paint_band(painter: QPainter, window: QWidget, state: SiteStanding) -> None:
    """Paints the red band over the whole width, and the ground within its frame."""
    painter.fillRect(window.rect(), theme.LIVE_BAND)
    panel(painter, QRectF(12, 112, window.width() - 24, window.height() - 124), theme.BACKGROUND)
    draw_text(painter, QRectF(42, 10, 900, 64), words.podium_heading(), theme.font(48, 700), theme.ON_LIVE)
    word, line_face = words.line_word(state), theme.font(16, 600)
    whole = " · ".join(part for part in (word, words.line_figures(state)) if part)
    line = fitted([whole, word], line_face, window.width() * 0.35)
    line_width = text_width(line, line_face)
    draw_text(painter, QRectF(window.width() - 42 - line_width, 72, line_width, 32), line, line_face, theme.ON_LIVE)
    face = theme.font(21, 600)
    room = window.width() - 84 - 24 - line_width
    detail = elided_at_word(fitted(words.podium_details(state), face, room), face, room)
    draw_text(painter, QRectF(42, 72, room, 32), detail, face, theme.ON_LIVE)
    live_face = theme.font(34, 700)
    width = text_width(words.live(), live_face)
    x = window.width() - 42 - width
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ON_LIVE)
    painter.drawEllipse(QPointF(x - 30, 43), 12.0, 12.0)
    draw_text(painter, QRectF(x, 18, width, 50), words.live(), live_face, theme.ON_LIVE)
