"""One site's loudness in the mix: a slider in whole decibels, its live meter, and the way back to 0.

Rules: what the slider is left at becomes the wish, not what it passes (each is a line of the log); what the bridge says
is what stands there afterwards. The window behind goes on; the meter runs only while this is open.
"""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from console.commands import AnyCommand, SetGain
from console.effects import Receipt
from console.words import Outcome, SiteId
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.levels import LevelBoard
from widgets.drawing.painting import draw_meter_lying, draw_text, text_width
from widgets.phrases import phrase_reason
from widgets.phrases.console import listen_words as words

LOWEST_DB, HIGHEST_DB = -20, 12
SETTLE_MS = 300
METER_MS = 100
BARS = 40
HANDLE = 24
"""The handle's width in pixels, its border included."""


class LevelMeter(QWidget):
    """A lying meter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(14)
        self.setAccessibleName(words.meter_name())
        self._level = 0.0

    @property
    def lit(self) -> int:
        """How many bars are lit."""
        return round(self._level * BARS)

    def set_level(self, share: float) -> None:
        """Shows a level of 0 to 1; repaints only when it looks different."""
        before, self._level = self.lit, share
        if self.lit != before:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bars."""
        with QPainter(self) as painter:
            draw_meter_lying(painter, self.rect().toRectF(), self._level, BARS)


class GainScale(QWidget):
    """Names both ends of the slider and marks where sound is as it comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a tick at 0 and three figures."""
        face = theme.font(13)
        with QPainter(self) as painter:
            for gain_db in (LOWEST_DB, 0, HIGHEST_DB):
                share = (gain_db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB)
                x = HANDLE / 2 + share * (self.width() - HANDLE)
                text = words.decibels(gain_db)
                wide = text_width(text, face)
                left = min(max(0.0, x - wide / 2), self.width() - wide)
                painter.fillRect(QRectF(x - 0.5, 0, 1, 5), theme.EDGE)
                draw_text(painter, QRectF(left, 6, wide + 1, 18), text, face, theme.DIM)


class GainPanel(QDialog):
    """The loudness of one site; closes with Escape."""

    def __init__(self, store: Store, levels: LevelBoard, site: SiteId, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("gain-panel")
        self.setWindowTitle(words.gain_title(store.full_label(site)))
        self.site = site
        self._store, self._levels = store, levels
        self._make_parts()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._send)
        self._metering = QTimer(self)
        self._metering.setInterval(METER_MS)
        self._metering.timeout.connect(self._show_level)
        self._metering.start()
        store.site_changed.connect(self._follow_site)
        store.receipt_arrived.connect(self._take_receipt)
        self._follow_site(site)
        self.slider.valueChanged.connect(self._moved)
        self._show_value()

    def _make_parts(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(12)
        body.addWidget(_label(self.windowTitle(), 17, 600))
        body.addWidget(_label(words.gain_text(), 14, 400))
        self.value = _label("", 30, 600)
        body.addWidget(self.value)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(LOWEST_DB, HIGHEST_DB)
        self.slider.setPageStep(3)
        self.slider.setMinimumSize(440, 36)
        self.slider.setAccessibleName(words.gain_name())
        self.slider.setStyleSheet(slider_look())
        body.addWidget(self.slider)
        body.addWidget(GainScale(self))
        self.automatic = QCheckBox(words.gain_automatic(), self)
        self.automatic.setObjectName("gain-automatic")
        self.automatic.setFont(theme.font(15))
        self.automatic.clicked.connect(self._send)
        body.addWidget(self.automatic)
        self.meter = LevelMeter(self)
        body.addWidget(self.meter)
        self.remark = _label("", 14, 400)
        body.addWidget(self.remark)
        row = QHBoxLayout()
        row.addStretch(1)
        self.reset = self._button(words.gain_reset(), "gain-reset")
        self.reset.clicked.connect(self._reset)
        close = self._button(words.gain_close(), "gain-close")
        close.clicked.connect(self.close)
        for button in (self.reset, close):
            row.addWidget(button)
        body.addLayout(row)
        self.slider.setFocus()

    def _button(self, word: str, name: str) -> QPushButton:
        button = QPushButton(word, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    # ------------------------------------------------------------ wishes

    def _moved(self, _value: int) -> None:
        self._show_value()
        self.remark.clear()
        self._settle.start()

    def _reset(self) -> None:
        self.slider.setValue(0)
        self.slider.setFocus()

    def _send(self) -> None:
        """Sends what the slider was left at; while it is held, or too soon after the same wish, it waits."""
        view = self._store.site(self.site)
        wish = SetGain(site=self.site, gain_db=self.slider.value(), automatic=self.automatic.isChecked())
        same = view is not None and (view.gain_db, view.automatic_level) == (wish.gain_db, wish.automatic)
        if view is None or same or self._store.link_lost:
            self._follow_site(self.site)
        elif self.slider.isSliderDown() or not self._store.send(wish):
            self._settle.start()

    def _take_receipt(self, receipt: Receipt, command: AnyCommand | None) -> None:
        refused = receipt.outcome in {Outcome.REFUSED, Outcome.FAILED}
        if refused and isinstance(command, SetGain) and command.site == self.site:
            self._follow_site(self.site)
            reason = phrase_reason(receipt.reason) if receipt.reason is not None else ""
            self.remark.setText(words.gain_refused(reason))

    # ------------------------------------------------------------ what is

    def _follow_site(self, site: SiteId) -> None:
        view = self._store.site(self.site)
        if site != self.site:
            return
        if view is None:
            self.close()
        elif not self._settle.isActive() and not self.slider.isSliderDown():
            self.slider.blockSignals(True)  # noqa: FBT003 - Qt's own
            self.slider.setValue(view.gain_db)
            self.slider.blockSignals(False)  # noqa: FBT003
            self.automatic.setChecked(view.automatic_level)
            self._show_value()

    def _show_value(self) -> None:
        self.value.setText(words.decibels(self.slider.value()))
        self.reset.setEnabled(self.slider.value() != 0)

    def _show_level(self) -> None:
        share = self._levels.share(self.site)
        self.meter.set_level(share)
        hint = words.no_level() if share == 0.0 else ""
        if self.remark.text() in {"", words.no_level()} and self.remark.text() != hint:
            self.remark.setText(hint)


def slider_look() -> str:
    """Returns the style of a slider whose handle a hurried hand hits."""
    return f"""
    QSlider::groove:horizontal {{ background: {theme.METER_EMPTY.name()}; height: 6px; border-radius: 3px; }}
    QSlider::handle:horizontal {{ background: {theme.PRIMARY.name()}; border: 3px solid {theme.EDGE.name()};
        width: {HANDLE - 6}px; margin: -14px 0; border-radius: 8px; }}
    QSlider::handle:horizontal:focus {{ border-color: {theme.SELECT.name()}; }}
    """


def _label(text: str, pixels: int, weight: int) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.font(pixels, weight))
    label.setMinimumHeight(label.sizeHint().height())
    return label
