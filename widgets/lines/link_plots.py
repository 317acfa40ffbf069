"""The curve of one figure of one line over time: the only file that knows pyqtgraph.

Rule: pyqtgraph draws curve and axes of what is handed over, nothing else: it moves, scales and downsamples nothing.
Limits, gaps, events and moments are painted over it in pixels. A gap is hatched, never bridged.
"""

# pyqtgraph has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUntypedBaseClass=false, reportMissingTypeStubs=false, reportUnknownParameterType=false

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from widgets.drawing import theme
from widgets.drawing.painting import veil
from widgets.lines.early_loading import finish_loading
from widgets.lines.history_marks import Mark, draw_sign
from widgets.lines.line_curves import Curve, gaps
from widgets.phrases import hour_and_minute

finish_loading()

import pyqtgraph as pg  # noqa: E402 - not before it is whole

ZOOM_PER_NOTCH = 0.8
DRAG_PIXELS = 4
"""Less is a click."""
AXIS_WIDTH = 46
HALF_A_LABEL = 8
TIME_LABEL_WIDTH = 90
TIME_STEPS_MS = tuple(minutes * 60_000 for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720))


class _TimeAxis(pg.AxisItem):
    """Local time under a plot whose x is milliseconds since `origin_ms`."""

    origin_ms = 0

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        wanted_ms = (maxVal - minVal) / max(1.0, size / TIME_LABEL_WIDTH)
        step_ms = next((step for step in TIME_STEPS_MS if step >= wanted_ms), TIME_STEPS_MS[-1])
        first = -(-(self.origin_ms + minVal) // step_ms) * step_ms - self.origin_ms
        return [(step_ms, list(np.arange(first, maxVal, step_ms)))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [hour_and_minute(self.origin_ms + round(value)) for value in values]


class FigurePlot(pg.PlotWidget):
    """A plot of one figure; small ones have no axes."""

    moment_clicked = Signal(object)
    """Milliseconds (UTC)."""
    zoomed = Signal(float, object)
    """By which factor the time shown shall become longer, around which moment."""
    moved_to = Signal(object)
    """The moment that shall be at the left end."""

    def __init__(self, parent: QWidget, name: str) -> None:
        self._time_axis = _TimeAxis(orientation="bottom")
        self._item = pg.PlotItem(axisItems={"bottom": self._time_axis})
        super().__init__(parent, plotItem=self._item)
        self.setAccessibleName(name)
        self.setObjectName("plot")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameStyle(0)
        self._item.setMenuEnabled(enableMenu=False)
        self._item.hideButtons()
        self._item.getViewBox().setMouseEnabled(x=False, y=False)
        self._item.getViewBox().disableAutoRange()
        self._item.setContentsMargins(0, 0, 0, 0)
        self._lowest = self._item.plot(antialias=False, connect="finite")
        self._line = self._item.plot(antialias=False, connect="finite")
        self._curve: Curve | None = None
        self._marks: Sequence[Mark] = ()
        self._moment_ms: int | None = None
        self._old = False
        self._pressed: tuple[float, int, bool] | None = None
        self.recolour()
        self.set_axes(shown=False, times=False)

    def recolour(self) -> None:
        """Gives ground, curves and axes the colours of now."""
        self.setBackground(theme.PANEL)
        self._lowest.setPen(pg.mkPen(theme.ORDER_EDGE, width=1))
        self._line.setPen(pg.mkPen(theme.SELECT, width=1))
        for side in ("left", "bottom"):
            self._item.getAxis(side).setPen(pg.mkPen(theme.LINE))
            self._item.getAxis(side).setTextPen(pg.mkPen(theme.DIM))

    def set_axes(self, *, shown: bool, times: bool) -> None:
        """Shows the scale at the left, and the times below where they are wanted."""
        for side, wanted in (("left", shown), ("bottom", times)):
            axis = self._item.getAxis(side)
            self._item.showAxis(side, show=wanted)
            axis.setTickFont(theme.font(12))
        if shown:
            self._item.getAxis("left").setWidth(AXIS_WIDTH)
            self._item.setContentsMargins(0, HALF_A_LABEL, 0, 0 if times else HALF_A_LABEL)

    def show_curve(self, curve: Curve | None) -> None:
        """Shows these values from now on; None: nothing."""
        self._curve = curve
        if curve is None:
            self._line.setData([], [])
            self._lowest.setData([], [])
            self.viewport().update()
            return
        self._time_axis.origin_ms = curve.from_ms
        self._item.getViewBox().setXRange(0, len(curve.values) * curve.step_ms, padding=0)
        self._item.getViewBox().setYRange(0, curve.top, padding=0)
        x = (np.arange(len(curve.values)) + 0.5) * curve.step_ms
        self._line.setData(x, curve.values)
        self._lowest.setData(x if curve.lowest is not None else [], curve.lowest if curve.lowest is not None else [])
        self.viewport().update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Marks these events."""
        self._marks = marks
        self.viewport().update()

    def show_old(self, *, old: bool) -> None:
        """Darkens what is no longer the present."""
        self._old = old
        self.viewport().update()

    def show_moment(self, wall_ms: int | None) -> None:
        """Marks a moment that somebody asked for."""
        self._moment_ms = wall_ms
        self.viewport().update()

    @property
    def plot_width(self) -> int:
        """Physical pixels of the area of the curve."""
        return max(1, round(self._box().width() * self.devicePixelRatioF()))

    # ------------------------------------------------------------ over the curve

    def _box(self) -> QRectF:
        return self._item.getViewBox().sceneBoundingRect()

    def _x_of(self, box: QRectF, curve: Curve, wall_ms: float) -> float:
        return box.left() + (wall_ms - curve.from_ms) / (curve.until_ms - curve.from_ms) * box.width()

    def moment_at(self, x: float) -> int:
        """Returns the moment at a place of the widget."""
        curve, box = self._curve, self._box()
        if curve is None or not box.width():
            return 0
        return round(curve.from_ms + (x - box.left()) / box.width() * (curve.until_ms - curve.from_ms))

    def paintEvent(self, ev: QPaintEvent) -> None:
        """Paints the curve, then limits, gaps, events and the moment over it."""
        super().paintEvent(ev)
        curve = self._curve
        if curve is None:
            return
        with QPainter(self.viewport()) as painter:
            box = self._box()
            self._paint_gaps(painter, box, curve)
            self._paint_limits(painter, box, curve)
            for mark in self._marks:
                if curve.from_ms <= mark.wall_ms < curve.until_ms:
                    self._paint_mark(painter, box, curve, mark)
            if self._moment_ms is not None and curve.from_ms <= self._moment_ms < curve.until_ms:
                x = self._x_of(box, curve, self._moment_ms)
                painter.fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), theme.TEXT)
            if self._old:
                veil(painter, self.viewport().rect().toRectF())

    def _paint_gaps(self, painter: QPainter, box: QRectF, curve: Curve) -> None:
        hatch = QBrush(theme.EDGE, Qt.BrushStyle.BDiagPattern)
        for begin_ms, end_ms in gaps(curve):
            left, right = self._x_of(box, curve, begin_ms), self._x_of(box, curve, end_ms)
            if right - left >= 1:
                painter.fillRect(QRectF(left, box.top(), right - left, box.height()), hatch)

    def _paint_limits(self, painter: QPainter, box: QRectF, curve: Curve) -> None:
        for value, colour in curve.limits:
            if value <= curve.top:
                y = round(box.bottom() - value / curve.top * box.height()) + 0.5
                painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_mark(self, painter: QPainter, box: QRectF, curve: Curve, mark: Mark) -> None:
        x = self._x_of(box, curve, mark.wall_ms)
        faint = QColor(mark.colour)
        faint.setAlpha(110)
        painter.fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), faint)
        if self._item.getAxis("left").isVisible():
            draw_sign(painter, mark, QPointF(x, box.top() + 6))

    # ------------------------------------------------------------ mouse

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        """Begins a click or a move."""
        if ev.button() is Qt.MouseButton.LeftButton and self._curve is not None:
            self._pressed = (ev.position().x(), self._curve.from_ms, False)

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Moves the time while the button is held."""
        if self._pressed is None or self._curve is None:
            return
        begun_x, begun_ms, moved = self._pressed
        away = ev.position().x() - begun_x
        if moved or abs(away) > DRAG_PIXELS:
            self._pressed = (begun_x, begun_ms, True)
            length_ms = self._curve.until_ms - self._curve.from_ms
            self.moved_to.emit(round(begun_ms - away / max(1.0, self._box().width()) * length_ms))

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        """Asks for the moment that was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not pressed[2]:
            self.moment_clicked.emit(self.moment_at(ev.position().x()))

    def wheelEvent(self, ev: QWheelEvent) -> None:
        """Zooms around the pointer."""
        turned = ev.angleDelta().y()
        if turned:
            self.zoomed.emit(ZOOM_PER_NOTCH ** (turned / 120), self.moment_at(ev.position().x()))
        ev.accept()
