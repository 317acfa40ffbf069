"""Curves of a run: one engine, one load that grows, what it cost; drawn as SVG by Qt.

Rule: pure but for `draw`, which needs Qt's drawing and no display.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Curve:
    """One engine's points (load, cost)."""

    engine: str
    load: str
    cost: str
    points: tuple[tuple[float, float], ...]

    def to_builtins(self) -> dict[str, Any]:
        """Returns plain values for JSON."""
        return asdict(self)


WIDTH, HEIGHT, MARGIN, LEGEND = 720, 420, 60, 20
COLOURS = ("#1f6fd0", "#d0611f", "#2f9e44", "#8b3fc0", "#666666")


def draw(curves: Sequence[Curve], path: Path) -> None:
    """Draws one panel for each pair of load and cost, below each other, all engines in it."""
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QGuiApplication, QPainter
    from PySide6.QtSvg import QSvgGenerator

    kept = QGuiApplication.instance() or QGuiApplication(["bench"])
    panels = sorted({(curve.load, curve.cost) for curve in curves})
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(WIDTH, HEIGHT * len(panels)))
    generator.setViewBox(QRect(0, 0, WIDTH, HEIGHT * len(panels)))
    painter = QPainter(generator)
    for place, panel in enumerate(panels):
        painter.save()
        painter.translate(0, HEIGHT * place)
        _panel(painter, [curve for curve in curves if (curve.load, curve.cost) == panel])
        painter.restore()
    painter.end()
    del kept


def _panel(painter: Any, curves: Sequence[Curve]) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QPen

    most_x = max(x for curve in curves for x, _ in curve.points)
    most_y = max(y for curve in curves for _, y in curve.points) * 1.1

    def at(x: float, y: float) -> QPointF:
        across = MARGIN + (WIDTH - 2 * MARGIN) * x / most_x
        return QPointF(across, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * y / most_y)

    painter.setPen(QPen(Qt.GlobalColor.black, 1))
    painter.drawLine(at(0, 0), at(most_x, 0))
    painter.drawLine(at(0, 0), at(0, most_y))
    painter.drawText(at(most_x, 0) + QPointF(-60, 36), curves[0].load)
    painter.drawText(QPointF(8, MARGIN - 16), curves[0].cost)
    for share in (0.25, 0.5, 0.75, 1.0):
        painter.drawText(at(most_x * share, 0) + QPointF(-10, 18), f"{most_x * share:g}")
        painter.drawText(at(0, most_y * share) + QPointF(-48, 4), f"{most_y * share:.2f}")
    for number, curve in enumerate(curves):
        painter.setPen(QPen(QColor(COLOURS[number % len(COLOURS)]), 2))
        spots = [at(x, y) for x, y in sorted(curve.points)]
        painter.drawPolyline(spots)
        for spot in spots:
            painter.drawEllipse(spot, 3, 3)
        painter.drawText(QPointF(MARGIN + 12, MARGIN + LEGEND * number), curve.engine)
