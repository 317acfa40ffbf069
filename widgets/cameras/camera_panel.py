"""The camera panel: one camera's picture to pull at, its presets, what it does, and the lock while it is on air.

Rules: it lies in the right column while it is wanted and costs nothing while it is closed. The keyboard belongs to it
only while it has the focus, which a frame shows; losing the focus, the window or the bridge stops what moves.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.cameras.camera_words import CameraAbility
from console.engine_port import TileView
from console.words import SiteId
from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_choice import CameraChoice
from widgets.cameras.camera_drive import CameraDrive, Speeds
from widgets.cameras.camera_keys import CameraKeys
from widgets.cameras.camera_pad import CameraPad
from widgets.cameras.camera_panel_painter import CameraPanelPainter
from widgets.cameras.camera_requests import CameraRequests
from widgets.cameras.camera_status import CameraStatus
from widgets.cameras.controller_hand import ControllerHand
from widgets.cameras.on_air_lock import OnAirLock
from widgets.cameras.preset_bar import PresetBar
from widgets.cameras.preset_menu import PresetMenu
from widgets.cameras.unlock_button import UnlockButton
from widgets.controls.buttons import PLAIN, PaintedButton
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import draw_text, fitted, panel, text_width, veil
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.phrases.console import camera_absent_words as absent_words
from widgets.phrases.console import camera_panel_words as words
from widgets.phrases.console import camera_wake_words as wake_words

IDEAL_HEIGHT, IDEAL_HEIGHT_COMPACT = 420, 262
LEFT_SHARE, LEFT_SHARE_COMPACT = 0.5, 0.45
LEAST_LEFT = 216
"""Room for the four buttons."""
SIDE = 36
ZOOM_SPEED = 50


class CameraPanel(QWidget):
    """The cameras as the operator moves them."""

    opened_changed = Signal()
    views_changed = Signal()
    """Another site's picture is wanted, or none."""

    def __init__(self, store: Store, selection: Selection, pictures: PictureSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("camera-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store = store
        self._measures = theme.WIDE
        self.wanted = False
        self.choice = CameraChoice(store, selection, self)
        self.lock = OnAirLock(self.choice, self)
        self.drive = CameraDrive(store, self.choice, self.lock, self)
        self.requests = CameraRequests(store, self)
        self._status = CameraStatus(store, self.drive, self.lock, self.requests)
        self.pad = CameraPad(pictures, self.drive, self)
        self.acts = CameraActs(store, self.choice, self.requests, self.lock, self.drive, self.pad.picture_now, self)
        self.requests.answered.connect(self.acts.take_answer)
        self.menu = PresetMenu(self.choice, self.acts, self)
        self.presets = PresetBar(store, self.acts.pictures, self.requests, self)
        self._keys = CameraKeys(self)
        self.hand = ControllerHand(self.choice, self.drive, lambda: self.wanted and self.isActiveWindow(), self)
        self._make_buttons()
        self._wire()
        self.hide()

    def _make_buttons(self) -> None:
        self._close = self._button("camera-close", Icon.CROSS, self.close_panel)
        self._before = self._button("camera-previous", Icon.BACK, partial(self.choice.step, -1))
        self._after = self._button("camera-next", Icon.FORTH, partial(self.choice.step, 1))
        self._zoom_out = self._button("camera-zoom-out", Icon.MINUS)
        self._zoom_in = self._button("camera-zoom-in", Icon.PLUS)
        for button, speed in ((self._zoom_out, -ZOOM_SPEED), (self._zoom_in, ZOOM_SPEED)):
            button.pressed.connect(partial(self.drive.move, Speeds(zoom=speed)))
            button.released.connect(self.drive.stop)
        self._stop = self._button("camera-stop", Icon.SQUARE, self.drive.halt)
        self._save = self._button("camera-save", None, self.acts.save_new)
        self._restore = self._button("camera-restore", Icon.UNDO, self._take_offer)
        self._wake = self._button("camera-wake", Icon.CAMERA, self.acts.switch_on)
        self._unlock = UnlockButton(self.lock, self)

    def _button(self, name: str, icon: Icon | None, wish: Callable[[], object] | None = None) -> PaintedButton:
        button = PaintedButton(self, PLAIN, icon=icon)
        button.setObjectName(name)
        if wish is not None:
            button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def _wire(self) -> None:
        store = self._store
        for signal in (self.choice.changed, self.lock.changed, self.drive.changed, self.requests.changed):
            signal.connect(self.follow)
        store.link_lost_changed.connect(self.lock.close)
        store.link_lost_changed.connect(self.follow)
        store.receipt_arrived.connect(self.drive.take_receipt)
        self.choice.chosen_changed.connect(self._show_other)
        for signal in (self.drive.locked_touched, self.acts.locked_touched):
            signal.connect(self._say_locked)
        self.drive.changed.connect(self._forget_answer)
        self.pad.pressed.connect(self.setFocus)
        self.presets.recall_wanted.connect(self.acts.recall)
        self.presets.save_wanted.connect(self.acts.save_over)
        self.presets.menu_wanted.connect(self.menu.open)
        self.presets.place_wanted.connect(self.acts.place)
        self.presets.left.connect(self.setFocus)

    # ------------------------------------------------------------ open and closed

    def open_panel(self, site: SiteId | None = None) -> None:
        """Opens the panel on the camera of a site, else on the one that is likeliest meant, with the keyboard."""
        if site is None or not self.choice.choose_of_site(site):
            self.choice.choose_first()
        if not self.wanted:
            self.wanted = True
            self.opened_changed.emit()
            self.views_changed.emit()
        self._show_other()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Takes the panel away; nothing moves on behind it."""
        if self.wanted:
            self.drive.stop()
            self.lock.close()
            self.wanted = False
            self.opened_changed.emit()
            self.views_changed.emit()

    def leave(self) -> None:
        """Takes back one thing: a move, an opened lock, at last the panel itself."""
        if self.drive.moving:
            self.drive.stop()
        elif self.lock.opened:
            self.lock.close()
        else:
            self.close_panel()

    @property
    def ideal_height(self) -> int:
        """The height at which presets have room."""
        return IDEAL_HEIGHT if not self._measures.compact else IDEAL_HEIGHT_COMPACT

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._say_names()
        self.presets.set_measures(measures)
        self._lay_out()
        self.follow()

    def _say_names(self) -> None:
        """Says what the buttons are for, in the language in use."""
        texts = {
            self._close: words.close(),
            self._before: words.previous_camera(),
            self._after: words.next_camera(),
            self._zoom_out: words.zoom_out(),
            self._zoom_in: words.zoom_in(),
            self._stop: words.stop_hint(),
            self._save: words.save_help(),
            self._unlock: words.unlock_help(),
            self._restore: words.restore()[0],
            self._wake: wake_words.switch_on()[0],
            self.pad: words.pad(),
        }
        for part, text in texts.items():
            part.setAccessibleName(text)
            part.setToolTip(text)

    def wanted_pictures(self, shown: frozenset[SiteId]) -> tuple[TileView, ...]:
        """Returns the picture that the panel needs beside those of the sites that are shown anyway."""
        view, size = self.choice.view, self.pad.wanted_size()
        if not self.wanted or view is None or view.site in shown:
            return ()
        return (TileView(site=view.site, width=size.width(), height=size.height()),)

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one; called by the window's tick."""
        if self.wanted:
            self.pad.refresh_picture()

    # ------------------------------------------------------------ what is shown

    def follow(self) -> None:
        """Shows the present state."""
        if not self.wanted:
            return
        view = self.choice.view
        for child in (self.pad, self.presets, self._zoom_in, self._zoom_out, self._stop, self._save):
            child.setVisible(view is not None)
        several = len(self.choice.offered) > (0 if self.choice.away else 1)
        self._before.setVisible(several)
        self._after.setVisible(several)
        if view is not None:
            ready = view.link.usable and not self._store.link_lost
            for button in (self._zoom_in, self._zoom_out):
                button.setEnabled(self.drive.possible)
            self._stop.setEnabled(not self._store.link_lost)
            self._save.setEnabled(ready and CameraAbility.PRESETS in view.abilities)
            self.presets.follow(view)
            self.setAccessibleDescription(self._status.of(view).text)
        self.setAccessibleName(words.title())
        self._lay_out_status()
        self.update()

    def _show_other(self) -> None:
        view = self.choice.view
        self.pad.show_site(view.site if view is not None else None)
        self.follow()
        if self.wanted:
            self.views_changed.emit()

    def _forget_answer(self) -> None:
        if self.drive.moving and self.choice.view is not None:
            self.requests.forget(self.choice.view)

    def _say_locked(self) -> None:
        self._unlock.setDown(False)
        self.follow()

    def _take_offer(self) -> None:
        view = self.choice.view
        status = None if view is None else self._status.of(view)
        if status is not None and status.recalls:
            self.acts.recall(status.recalls)
        elif status is not None and status.restores:
            self.acts.restore(status.restores)
        elif status is not None and status.adopts:
            self.acts.adopt()

    # ------------------------------------------------------------ places

    @property
    def _head_height(self) -> int:
        return 42 if not self._measures.compact else SIDE

    @property
    def _status_row(self) -> QRect:
        return QRect(12, self._head_height, self.width() - 24, 38 if not self._measures.compact else SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()
        self.views_changed.emit()

    def _lay_out(self) -> None:
        gap, inset, head = self._measures.gap, 10 - 2 * self._measures.compact, self._head_height
        top = self._status_row.bottom() + 1 + gap // 2
        room = self.height() - top - inset
        row = SIDE if self._measures.compact else 40
        share = LEFT_SHARE_COMPACT if self._measures.compact else LEFT_SHARE
        pad_width = min(round(self.width() * share) - inset, round((room - row - gap) * 16 / 9))
        left, pad_height = max(LEAST_LEFT, pad_width), round(pad_width * 9 / 16)
        self._close.setGeometry(self.width() - SIDE - 4, (head - SIDE) // 2 + 1, SIDE, SIDE - 2)
        self._before.setGeometry(inset, (head - SIDE) // 2 + 1, SIDE, SIDE - 2)
        self._after.setGeometry(inset + SIDE + 4, (head - SIDE) // 2 + 1, SIDE, SIDE - 2)
        self.pad.setGeometry(inset + (left - pad_width) // 2, top, pad_width, pad_height)
        self._lay_out_row(QRect(inset, top + pad_height + gap, left, row))
        x = inset + left + gap * 2
        self.presets.setGeometry(x, top, self.width() - x - inset, room)
        self._lay_out_status()

    def _lay_out_row(self, row: QRect) -> None:
        size, gap = self._measures, 4
        rest = row.width() - 2 * (SIDE + gap)
        stop_width = round(rest * 0.42)
        x = row.x()
        for button, width in ((self._zoom_out, SIDE), (self._zoom_in, SIDE), (self._stop, stop_width)):
            button.setGeometry(x, row.y(), width, row.height())
            x += width + gap
        self._save.setGeometry(x, row.y(), row.right() + 1 - x, row.height())
        face = theme.font(size.label_size, 600)
        for button, texts in ((self._stop, [words.stop()]), (self._save, words.save_new())):
            button.title_size = size.label_size
            button.set_words(fitted(texts, face, button.width() - 14))
            button.setAccessibleName(button.toolTip())

    def _lay_out_status(self) -> None:
        view, row = self.choice.view, self._status_row
        status = None if view is None else self._status.of(view)
        wakes = status is not None and status.wakes
        offered = [] if status is None else status.offered
        shut_or_open = view is not None and (self.lock.shut or self.lock.opened) and not wakes
        self._unlock.setVisible(shut_or_open)
        self._restore.setVisible(bool(offered) and not shut_or_open)
        self._wake.setVisible(wakes)
        texts = words.lock_again() if self.lock.opened else words.unlock()
        face = theme.font(self._measures.label_size, 600)
        woken = wake_words.switch_on()
        for button, wordings in ((self._unlock, texts), (self._restore, offered or [""]), (self._wake, woken)):
            button.title_size = self._measures.label_size
            button.set_words(wordings[0])
            width = round(text_width(wordings[0], face)) + 48
            button.setGeometry(row.right() + 1 - width, row.y() + 1, width, SIDE)
        self._unlock.setAccessibleDescription(words.unlock_help())
        self._unlock.update()

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Claims the panel's keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.claims(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.WindowDeactivate:
            self._let_go()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, recalls, saves, stops, opens the lock."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stops with the key that moved."""
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows whose the keyboard is."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lets go of everything: its release would go elsewhere."""
        self._let_go()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets go of everything."""
        self._let_go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _let_go(self) -> None:
        self._keys.forget()
        self.lock.let_go()
        self.drive.stop()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints head, status, keys and frame."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.BACKGROUND)
            box = self.rect().toRectF()
            panel(painter, box, theme.PANEL, theme.LINE)
            self._paint_content(painter, CameraPanelPainter(painter, self._measures))
            if self._store.link_lost:
                veil(painter, box)
            self._paint_frame(painter, box)

    def _paint_content(self, painter: QPainter, strokes: CameraPanelPainter) -> None:
        view = self.choice.view
        left = 2.0 * (SIDE + 4) + 14 if not self._before.isHidden() else 14.0
        head = QRectF(left, 0, self._close.x() - 8 - left, self._head_height)
        if view is None:
            draw_text(painter, head, words.title(), theme.font(self._measures.panel_title_size, 600), theme.TEXT)
            key = self.choice.key
            if key is not None and self.choice.away:
                strokes.paint_lines(
                    self.rect().toRectF(), absent_words.camera_away(self._store.short_label(key[0]), key[1])
                )
            else:
                strokes.paint_no_camera(self.rect().toRectF())
            return
        names = words.camera_name(self._store.short_label(view.site), view.title or view.name)
        strokes.paint_name(head, names, on_air=view.on_air)
        row = self._status_row.toRectF()
        beside = next((button for button in (self._unlock, self._restore, self._wake) if not button.isHidden()), None)
        if beside is not None:
            row.setRight(beside.x() - 8)
        strokes.paint_status(row, self._status.of(view))
        top = self._stop.geometry().bottom() + 8.0
        strokes.paint_keys(QRectF(self._zoom_out.x(), top, self.presets.x() - 24, self.height() - 8 - top))

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        frame = theme.LIVE if self.lock.opened else theme.SELECT if self.hasFocus() else None
        if frame is not None:
            width = 4 if self.lock.opened else 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(frame, width))
            painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 7, 7)
