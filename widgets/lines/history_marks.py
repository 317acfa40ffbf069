"""The meeting's events on a time axis: which lines of the log are marked, with which sign and which word.

Rule: a sign and a word, never colour alone; where there is no room the word goes and the sign stays. Red is the podium,
magenta an error, white what somebody ordered, blue and amber what somebody wrote down.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.snapshot import LogTailLine
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console import line_words as words

SIGN = 9.0
"""Width and height of a sign in logical pixels."""


class MarkSign(Enum):
    DOT = auto()
    FLAG = auto()
    """A triangle that points down."""
    SQUARE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """An event at its moment."""

    wall_ms: int
    sign: MarkSign
    colour: QColor
    word: str
    number: int
    """Of its line in the log."""


_SIGNS = {
    "session-started": (MarkSign.FLAG, theme.DIM),
    "podium-taken": (MarkSign.DOT, theme.LIVE_MARK),
    "silence-ordered": (MarkSign.FLAG, theme.TEXT),
    "silence-lifted": (MarkSign.FLAG, theme.TEXT),
    "safe-stopped": (MarkSign.FLAG, theme.TEXT),
    "alarm-raised": (MarkSign.SQUARE, theme.ERROR),
    "engine-changed": (MarkSign.SQUARE, theme.ERROR),
    "moment-marked": (MarkSign.FLAG, theme.SELECT),
    "incident-opened": (MarkSign.FLAG, theme.WARNING),
}
MARK_KINDS = frozenset(_SIGNS)
"""Kinds of log entries that may be marked."""


def is_mark(line: LogTailLine) -> bool:
    """Tells whether a line is marked: of alarms only errors, of the engine only its falling out."""
    if line.kind == "alarm-raised":
        return line.what.get("severity") == "error"
    if line.kind == "engine-changed":
        return not line.what.get("up")
    return line.kind in MARK_KINDS


def mark_of(line: LogTailLine, store: Store) -> Mark:
    """Returns a marked line as it is drawn."""
    sign, colour = _SIGNS[line.kind]
    return Mark(line.wall_ms, sign, colour, _word(line, store), line.number)


def _word(line: LogTailLine, store: Store) -> str:  # noqa: PLR0911 - one word per kind
    match line.kind:
        case "podium-taken":
            view = store.site(line.site)
            return words.went_up(str(view.number) if view is not None else str(line.site or ""))
        case "silence-ordered":
            return words.all_muted()
        case "silence-lifted":
            return words.order_lifted()
        case "safe-stopped":
            return words.safe_stop()
        case "moment-marked":
            return words.moment()
        case "incident-opened":
            return words.incident()
        case "session-started":
            return words.session_began()
        case _:
            return ""


def draw_sign(painter: QPainter, mark: Mark, middle: QPointF) -> None:
    """Paints the sign of an event around a point."""
    half = SIGN / 2
    box = QRectF(middle.x() - half, middle.y() - half, SIGN, SIGN)
    painter.setPen(QPen(theme.BACKGROUND, 1))
    painter.setBrush(mark.colour)
    if mark.sign is MarkSign.DOT:
        painter.drawEllipse(box)
    elif mark.sign is MarkSign.SQUARE:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), QPointF(middle.x(), box.bottom())]))
    painter.setPen(Qt.PenStyle.NoPen)
