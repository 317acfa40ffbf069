"""What lies over the console only while it is wanted: alarms, cameras, the log looked through, plots, notes, loudness.

Rule: opening one sends nothing; whoever is closed gives the keyboard back to the sites. Alarms and cameras never lie
over each other.
"""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from widgets.alarms.alarm_panel import AlarmPanel
from widgets.cameras.camera_panel import CameraPanel
from widgets.controls.acts import Act
from widgets.controls.admission_panel import AdmissionPanel
from widgets.controls.attendance_dialog import AttendanceDialog
from widgets.controls.command_set import CommandSet
from widgets.controls.content_dialog import ContentDialog
from widgets.controls.delegation_dialog import DelegationDialog
from widgets.controls.recording_dialog import RecordingDialog
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing.levels import LevelBoard
from widgets.floor.floor_queue import FloorQueue
from widgets.lines.line_column import LineColumn
from widgets.listening.gain_panel import GainPanel
from widgets.log.incidents_dialog import IncidentsDialog
from widgets.log.log_view import LogView
from widgets.log.note_panel import WRITING_ACTS, NotePanel
from widgets.office.office_seat import OfficeSeat
from widgets.tiles.site_board import SiteBoard
from widgets.window.window_layout import WindowLayout


class Openable(Protocol):
    """What can be opened, and what they stand over."""

    store: Store
    selection: Selection
    commands: CommandSet
    levels: LevelBoard
    board: SiteBoard
    queue: FloorQueue
    lines: LineColumn
    log: LogView
    alarm_list: AlarmPanel
    cameras: CameraPanel
    notes: NotePanel
    seat: OfficeSeat


class OpenedPanels:
    """Opens and closes what one console shows on demand."""

    def __init__(self, parts: Openable, layout: WindowLayout, window: QWidget) -> None:
        self._parts, self._layout, self._window = parts, layout, window
        parts.commands.panel_requested.connect(self.open)
        parts.alarm_list.opened_changed.connect(self._follow_alarms)
        parts.log.opened_changed.connect(self._follow_log)
        parts.cameras.opened_changed.connect(self._follow_cameras)
        parts.notes.closed.connect(parts.board.setFocus)
        parts.lines.large_closed.connect(parts.board.setFocus)

    def open(self, act: Act) -> None:
        """Opens what an action only shows."""
        parts = self._parts
        openings = {
            Act.ATTENTION_FIRST: parts.board.show_attention,
            Act.ALARM_LIST: parts.alarm_list.open_list,
            Act.CAMERAS: parts.cameras.open_panel,
            Act.LINE: parts.lines.show_large,
            Act.SPEECH_LIMIT: parts.queue.speech.open_limits,
            Act.FILTER_LOG: parts.log.open_filter,
            Act.SITE_GAIN: self._open_gain,
            Act.INCIDENTS: self._open_incidents,
            Act.DELEGATE: lambda: DelegationDialog(parts.store, parts.selection.site, self._window).show(),
            Act.ADMISSION: lambda: AdmissionPanel(parts.store, self._window).show(),
            Act.CONTENT: self._open_content,
            Act.RECORDING: lambda: RecordingDialog(parts.store, self._window).show(),
            Act.ATTENDANCE: lambda: AttendanceDialog(parts.store, self._window).show(),
        }
        if act in WRITING_ACTS:
            parts.notes.begin(WRITING_ACTS[act])
        elif act in openings:
            openings[act]()

    def show_alarms(self) -> None:
        """Opens the list of alarms; where it stands already, or there can be none, goes to the next fault."""
        if self._parts.alarm_list.wanted or not self._parts.store.session.running:
            self._parts.commands.action(Act.NEXT_FAULT).trigger()
        else:
            self._parts.alarm_list.open_list()

    def _open_gain(self) -> None:
        parts = self._parts
        if parts.selection.site is not None:
            GainPanel(parts.store, parts.levels, parts.selection.site, self._window).show()

    def _open_content(self) -> None:
        """Opens what may be shown and lets this machine's windows and screens be listed for it."""
        dialog, seat = ContentDialog(self._parts.store, self._window), self._parts.seat
        seat.content_choices_read.connect(dialog.place.show_choices)
        dialog.place.choices_asked.connect(seat.content_choices_asked)
        dialog.show()
        seat.content_choices_asked.emit()

    def _open_incidents(self) -> None:
        """Opens the incidents and lets whom to call be read for them."""
        dialog, seat = IncidentsDialog(self._parts.store, self._window), self._parts.seat
        seat.call_book_read.connect(dialog.calls.show_book)
        dialog.show()
        seat.call_book_asked.emit()

    def _follow_log(self) -> None:
        self._layout.lay_out_right()
        if not self._parts.log.opened:
            self._parts.board.setFocus()

    def _follow_alarms(self) -> None:
        if self._parts.alarm_list.wanted:
            self._parts.cameras.close_panel()
        self._layout.lay_out_right()
        if not self._parts.alarm_list.wanted:
            self._parts.board.setFocus()

    def _follow_cameras(self) -> None:
        if self._parts.cameras.wanted:
            self._parts.alarm_list.close_list()
        self._layout.lay_out_right()
        if not self._parts.cameras.wanted:
            self._parts.board.setFocus()
