"""The signs of the program, drawn on a grid of 20 units with a stroke of 1.9; no emoji, no icon font, no files.

Rule: a sign means one thing everywhere. Shapes are a small path language, read once:
`M x y`, `L x y`, `C` (cubic), `Q` (quadratic), `Z`, `O cx cy r` (circle), `R x y w h r` (rounded rectangle),
`A x y w h start sweep` (arc of an ellipse, degrees against the clock).
"""

from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

STROKE = 1.9
GRID = 20.0


class Icon(Enum):
    """A sign: what is stroked, then what is filled."""

    LOCK = ("A 6 2.6 8 9 0 180 M 6 7 L 6 9 M 14 7 L 14 9", "R 3.8 8.6 12.4 9 2")
    OPEN_LOCK = ("M 3.4 8.2 L 3.4 6.6 A 3.4 2.4 7 8.4 180 -180 L 10.4 9", "R 5.6 8.6 12.4 9 2")
    LOCK_HOLLOW = ("A 6 2.6 8 9 0 180 M 6 7 L 6 9 M 14 7 L 14 9 R 4.4 9.2 11.2 8 1.6", "")
    """An order that is not certain to hold."""
    OPEN_LOCK_HOLLOW = ("M 3.4 8.2 L 3.4 6.6 A 3.4 2.4 7 8.4 180 -180 L 10.4 9 R 6.2 9.2 11.2 8 1.6", "")
    MICROPHONE = ("A 4.6 5.4 10.8 9 180 180 M 10 14.4 L 10 17.6 M 7 17.8 L 13 17.8", "R 7.2 1.8 5.6 10 2.8")
    MICROPHONE_OFF = (
        "A 4.6 5.4 10.8 9 180 180 M 10 14.4 L 10 17.6 M 7 17.8 L 13 17.8 M 2.6 2.2 L 17.4 17.8",
        "R 7.2 1.8 5.6 10 2.8",
    )
    FLAT = ("M 2 10 L 18 10", "")
    WAVE = ("M 2.5 8 L 2.5 12 M 6.2 5 L 6.2 15 M 10 2.5 L 10 17.5 M 13.8 5.5 L 13.8 14.5 M 17.5 8 L 17.5 12", "")
    QUESTION = ("O 10 10 7.8 M 7.4 8 C 7.4 4.4 12.8 4.4 12.6 7.9 C 12.5 10 10 9.8 10 12", "O 10 14.6 1.1")
    HAND = (
        "",
        (
            "R 3.6 5.2 2.6 8 1.3 R 6.8 2.6 2.6 10 1.3 R 10 1.6 2.6 10 1.3 R 13.2 3.4 2.6 9 1.3 "
            "M 3.6 11 L 15.8 11 L 15.8 13.2 C 15.8 16.8 13.2 18.8 9.8 18.8 C 6.2 18.8 3.6 16.6 3.6 13.4 Z "
            "M 15.8 15.4 L 15.8 11.4 L 17.2 9.6 C 18.2 8.6 19.6 9.6 18.8 11 Z"
        ),
    )
    PHONE = (
        "",
        (
            "M 2.4 4.6 C 2.4 3 4.6 1.8 5.8 2.4 L 8 5.6 C 8.4 6.4 7.6 7.2 6.8 8 C 7.6 10 10 12.4 12 13.2 "
            "C 12.8 12.4 13.6 11.6 14.4 12 L 17.6 14.2 C 18.2 15.4 17 17.6 15.4 17.6 C 8.6 17.6 2.4 11.4 2.4 4.6 Z"
        ),
    )
    PAGE = ("M 4.5 2.5 L 12 2.5 L 15.5 6 L 15.5 17.5 L 4.5 17.5 Z M 7.2 9.5 L 12.8 9.5 M 7.2 13 L 12.8 13", "")
    TRIANGLE = ("", "M 10 2.4 L 18.4 17 L 1.6 17 Z")
    ALERT = ("M 10 2.6 L 18.2 17 L 1.8 17 Z M 10 7.6 L 10 11.6", "O 10 14.2 1.1")
    SQUARE = ("", "R 3.2 3.2 13.6 13.6 1")
    TRIANGLE_OPEN = ("M 10 3.4 L 17.4 16.4 L 2.6 16.4 Z", "")
    SQUARE_OPEN = ("R 3.8 3.8 12.4 12.4 1", "")
    DOT = ("", "O 10 10 5.2")
    RING = ("O 10 10 5.6", "")
    CHECK = ("M 3.4 10.6 L 8 15.2 L 16.6 5", "")
    CROSS = ("M 4.6 4.6 L 15.4 15.4 M 15.4 4.6 L 4.6 15.4", "")
    UP = ("M 10 16.4 L 10 4 M 5 8.8 L 10 3.8 L 15 8.8", "")
    DOWN = ("M 10 3.6 L 10 16 M 5 11.2 L 10 16.2 L 15 11.2", "")
    BACK = ("M 17 10 L 3.6 10 M 8.6 5 L 3.4 10 L 8.6 15", "")
    FORTH = ("M 3 10 L 16.4 10 M 11.4 5 L 16.6 10 L 11.4 15", "")
    FOLDED = ("M 7 4 L 13.4 10 L 7 16", "")
    UNFOLDED = ("M 4 7 L 10 13.4 L 16 7", "")
    PLUS = ("M 10 3.6 L 10 16.4 M 3.6 10 L 16.4 10", "")
    MINUS = ("M 3.6 10 L 16.4 10", "")
    OCTAGON = (
        "M 6.6 2.2 L 13.4 2.2 L 17.8 6.6 L 17.8 13.4 L 13.4 17.8 L 6.6 17.8 L 2.2 13.4 L 2.2 6.6 Z",
        "R 7 7 6 6 1",
    )
    SHIELD = (
        (
            "M 10 2.2 L 16.8 4.6 L 16.8 10 C 16.8 14.2 13.6 16.8 10 18 C 6.4 16.8 3.2 14.2 3.2 10 L 3.2 4.6 Z "
            "M 6.8 9.8 L 9.2 12.2 L 13.4 7.6"
        ),
        "",
    )
    CLOCK = ("O 10 10 7.6 M 10 5.4 L 10 10.4 L 13.2 12.2", "")
    SCREEN = ("R 2.2 3.4 15.6 10.8 1.6 M 6.6 17.4 L 13.4 17.4", "")
    CAMERA = ("R 1.8 5 11 10 2 M 12.8 9 L 18 6 L 18 14 L 12.8 11 Z", "")
    SEARCH = ("O 8.6 8.6 5.8 M 13 13 L 17.6 17.6", "")
    BARS = ("M 3 17 L 3 13 M 7.6 17 L 7.6 10 M 12.2 17 L 12.2 6.6 M 16.8 17 L 16.8 3", "")
    EAR = (
        "A 5 2.4 10 10 -30 210 M 5 7.6 C 5 11 7.4 12 8 14.6 C 8.6 17.8 12.4 18.2 13.2 15 C 13.6 13 16 10.6 14.6 5.4",
        "",
    )
    PEOPLE = ("A 1.8 11 10.4 12 0 180 A 11 11.4 7.4 10 0 130", "O 7 6.6 3 O 14 7.6 2.4")
    HEADPHONES = ("A 3.4 3 13.2 14.4 0 180", "R 2 10 4.6 7.4 2 R 13.4 10 4.6 7.4 2")
    BELL_OFF = (
        (
            "M 3 15 L 17 15 C 15 13.4 15.2 11.4 15 8.6 C 14.8 5.4 13 3.2 10 3.2 C 7 3.2 5.2 5.4 5 8.6 "
            "C 4.8 11.4 5 13.4 3 15 Z M 2.6 2.2 L 17.4 17.8"
        ),
        "",
    )
    BOOKMARK = ("", "M 5 2.4 L 15 2.4 L 15 17.6 L 10 13.4 L 5 17.6 Z")
    FLAG = ("M 4.6 2.4 L 4.6 17.8", "M 5.4 3 L 16.6 3 L 13.4 6.8 L 16.6 10.6 L 5.4 10.6 Z")
    PENCIL = ("M 3 17 L 4 12.8 L 13.4 3.4 L 16.6 6.6 L 7.2 16 Z", "")
    UNDO = ("M 7.4 3 L 3 7.4 L 7.4 11.8 M 3.4 7.4 L 11.6 7.4 C 15 7.4 17 9.6 17 12.2 C 17 15 15 17 11.6 17 L 8 17", "")
    URGENT = ("M 4.4 10.4 L 10 4.8 L 15.6 10.4 M 4.4 16 L 10 10.4 L 15.6 16", "")
    GAVEL = ("M 3.4 17.4 L 12 17.4 M 10.6 9.4 L 17 15.8", "M 5.2 7.6 L 10.2 2.6 L 14.4 6.8 L 9.4 11.8 Z")
    MENU = ("M 3.4 5.4 L 16.6 5.4 M 3.4 10 L 16.6 10 M 3.4 14.6 L 16.6 14.6", "")


@cache
def _paths(icon: Icon) -> tuple[QPainterPath, QPainterPath]:
    stroked, filled = icon.value
    return _read(stroked), _read(filled)


def _read(text: str) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    words = iter(text.split())
    for word in words:
        _step(path, word, [float(next(words)) for _ in range(_ARGUMENTS[word])])
    return path


def _arc(path: QPainterPath, n: list[float]) -> None:
    box = QRectF(n[0], n[1], n[2], n[3])
    if path.isEmpty() or path.elementCount() == 0 or n[5] > 0:
        path.arcMoveTo(box, n[4])
    path.arcTo(box, n[4], n[5])


_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0, "O": 3, "R": 5, "A": 6}


def _step(path: QPainterPath, letter: str, n: list[float]) -> None:
    match letter:
        case "M":
            path.moveTo(n[0], n[1])
        case "L":
            path.lineTo(n[0], n[1])
        case "C":
            path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        case "Q":
            path.quadTo(n[0], n[1], n[2], n[3])
        case "Z":
            path.closeSubpath()
        case "O":
            path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
        case "R":
            path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
        case _:
            _arc(path, n)


def draw_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor, ground: QColor | None = None) -> None:
    """Paints a sign into a square; a slash gets a rim of `ground` where that is given, so that it stays readable."""
    side = round(min(box.width(), box.height()))
    rim = ground.rgba() if ground is not None and icon is Icon.MICROPHONE_OFF else None
    ratio = painter.device().devicePixelRatio()
    pixmap = _pixmap(icon, side, colour.rgba(), rim, ratio)
    painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), pixmap)


@lru_cache(maxsize=1024)
def _pixmap(icon: Icon, side: int, colour: int, rim: int | None, ratio: float) -> QPixmap:
    pixmap = QPixmap(max(1, round(side * ratio)), max(1, round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.scale(pixmap.width() / GRID, pixmap.height() / GRID)
        _draw(painter, icon, QColor.fromRgba(colour), None if rim is None else QColor.fromRgba(rim))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _draw(painter: QPainter, icon: Icon, colour: QColor, rim: QColor | None) -> None:
    stroked, filled = _paths(icon)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(filled)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if rim is not None:
        painter.setPen(QPen(rim, STROKE * 2.6))
        painter.drawLine(QPointF(3.6, 1.2), QPointF(18.4, 16.8))
    painter.setPen(QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(stroked)
