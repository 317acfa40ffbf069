"""A site's own window: the program, whether this room is heard and why not, the hand, Ready, and the own place.

Rule: it shows one state and sends wishes; it never decides whether the microphone opens. Keys act in the meeting only,
never while an invitation is being pasted.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.sites.site_standing import SiteStanding
from widgets.cameras.preset_pictures import PresetPictures
from widgets.controls.buttons import NEXT, ON_WARNING, PLAIN, PRIMARY, Look, PaintedButton
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.recording_mark import RecordingMark
from widgets.drawing.sources import PictureSource
from widgets.phrases.language import language_in_use, use_language
from widgets.phrases.log import recorder_words
from widgets.phrases.satellite import satellite_tool_words as tool_words
from widgets.phrases.satellite import satellite_words as words
from widgets.phrases.terms import use_main_word
from widgets.satellite.satellite_bar import HEIGHT, paint_band, paint_bar
from widgets.satellite.satellite_content import ContentBeside
from widgets.satellite.satellite_join import JoinScreen
from widgets.satellite.satellite_keys import key_of, listen_to_keys
from widgets.satellite.satellite_layout import Places, places, whole_picture_in
from widgets.satellite.satellite_panels import MicrophonePanel, PicturePane
from widgets.satellite.satellite_presenting import PresentingRow
from widgets.satellite.satellite_sheets import Sheets
from widgets.satellite.satellite_standing import PlacePanel, TimerPanel
from widgets.satellite.satellite_tools import ToolRow

TICK_MS = 33
SMALLEST, USUAL = (960, 600), (1280, 720)
BUTTON_WIDTH, MARK = 190, 15
TWO_ROWS = 132
"""A foot of this height has room for words above and buttons below, which a narrow window needs."""


class SatelliteWindow(QWidget):
    """The light mode."""

    floor_wanted = Signal(bool)
    """True: ask for the floor; False: take the request back."""
    floor_wanted_for = Signal(str)
    """The speaker's name."""
    ready_given = Signal()
    microphone_wanted = Signal(bool)
    """True: the technician wants to open it (also when he may not: the bridge is told)."""
    speech_ended = Signal()
    place_taken_back = Signal()
    """Try now; another computer that has joined as this site is replaced."""
    incident_told = Signal(str, object)
    """Its words, and when the sheet was opened for it (wall-clock milliseconds)."""
    attendance_told = Signal(object, str)
    """Head count (None: not counted) and who is in charge."""
    invitation_given = Signal(str)
    """An invitation's text, or the path of its file."""
    devices_wanted = Signal()
    devices_chosen = Signal(object)
    """A `DeviceChoice`."""
    test_wanted = Signal(object)
    """A `SoundTest`; None ends it."""
    presenting_wanted = Signal(bool, str)
    """Whether to present, and a film's path; empty: the screen."""
    preset_wanted = Signal(str, str, bool)
    """An own camera's name, a preset, and whether it was unlocked while on the air."""
    camera_asked = Signal(str, object, bool)
    """An own camera's name, a `CameraWish`, and the same."""
    controller_wanted = Signal(bool)
    """A game controller is of use now, or no longer."""
    controller_told = Signal(object)
    """A `ControllerState`; may be emitted from any thread."""
    check_ticked = Signal(str, object, object, str, str)
    """Stage, `CheckItem`, `CheckResult`, a remark and who looked."""
    order_given = Signal(object)
    """A command about other sites, as far as control was delegated to this one."""
    views_changed = Signal(object)
    """A mapping from picture key (`program`, `own`, `content`) to its size in physical pixels."""
    closed = Signal()

    def __init__(self, pictures: PictureSource, clock: Callable[[], int]) -> None:
        """`clock` gives wall-clock milliseconds (UTC)."""
        super().__init__()
        self.clock = self._clock = clock
        self.state = SiteStanding()
        self._shown_second = 0
        self._sizes: dict[str, QSize] = {}
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.program = PicturePane(pictures, "program", Icon.SCREEN, self)
        self.own = PicturePane(pictures, "own", Icon.CAMERA, self)
        self.content = ContentBeside(self, pictures, self._lay_out)
        self.presenting = PresentingRow(self, self.presenting_wanted.emit)
        self.microphone = MicrophonePanel(self)
        self.place = PlacePanel(self)
        self.timer = TimerPanel(self)
        self.recording = RecordingMark(self, recorder_words.mark)
        self._make_buttons()
        self.preset_pictures = PresetPictures(self)
        self.sheets = Sheets(self, pictures)
        self.tools = ToolRow(self, self.sheets.open_sheet, self._change_language)
        self.join = JoinScreen(self)
        self.join.given.connect(self.invitation_given)
        listen_to_keys(self, self._wishes())
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self.show_state(self.state)

    def _make_buttons(self) -> None:
        self.hand = self._button("hand", PRIMARY, Icon.HAND, lambda: self._ask(self.state.queue_place is None))
        self.ready = self._button("ready", NEXT, Icon.CHECK, self.ready_given.emit)
        self.switch = self._button(
            "microphone", PLAIN, Icon.MICROPHONE, lambda: self._want_microphone(not self.state.microphone_open)
        )
        self.finish = self._button("finish", PRIMARY, None, self.speech_ended.emit, stacked=True)
        self.take_back = self._button("take-back", ON_WARNING, None, self.place_taken_back.emit)
        self.other_invitation = self._button("invitation", PLAIN, None, self._open_join)

    def _button(
        self, name: str, look: Look, icon: Icon | None, wish: Callable[[], object], *, stacked: bool = False
    ) -> PaintedButton:
        button = PaintedButton(self, look, icon=icon, stacked=stacked)
        button.setObjectName(f"button-{name}")
        button.title_size, button.second_size = 18, 15
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps Qt's "checked" from the wish
        return button

    def _wishes(self) -> Mapping[str, Callable[[], object]]:
        """Returns what each key does; a key without its occasion does nothing."""
        sheets = {name: self.tools.press(name) for name in self.tools.buttons}
        return sheets | {
            "raise": lambda: self._ask(True),  # noqa: FBT003 - the signal's one value
            "raise-named": lambda: self.state.joined and self.hand.isEnabled() and self.sheets.open_sheet("speaker"),
            "lower": lambda: self._ask(False),  # noqa: FBT003 - the signal's one value
            "close-microphone": lambda: self.microphone_wanted.emit(False),  # noqa: FBT003 - the signal's one value
            "open-microphone": lambda: self.switch.isEnabled() and self._want_microphone(True),  # noqa: FBT003 - as above
            "finish": lambda: self.state.on_podium and self.speech_ended.emit(),
            "ready": lambda: self.state.on_deck and not self.state.ready and self.ready_given.emit(),
            "content": self.content.show_apart,
            "content-within": self.content.show_within,
            "present-screen": self.presenting.present_screen,
            "present-film": self.presenting.choose_film,
            "present-end": self.presenting.end_presenting,
            "ready-too": lambda: self.state.on_deck and not self.state.ready and self.ready_given.emit(),
            "try-now": lambda: not self.state.joined and self.place_taken_back.emit(),
            "invitation": lambda: not self.state.joined and self._open_join(),
        }

    # ------------------------------------------------------------ wishes

    def _ask(self, wanted: bool) -> None:  # noqa: FBT001 - the signal's one value
        if self.state.joined:
            self.floor_wanted.emit(wanted)

    def _want_microphone(self, wants_open: bool) -> None:  # noqa: FBT001 - the signal's one value
        self.microphone.tried = wants_open and not (self.state.may_open or self.state.microphone_ordered_open)
        self.microphone.update()
        self.microphone_wanted.emit(wants_open)

    def _open_join(self) -> None:
        self.join.open_screen(may_go_back=not self.state.needs_invitation)

    def _change_language(self) -> None:
        use_language("en" if language_in_use() == "vi" else "vi")
        self.show_state(self.state, anew=True)

    # ------------------------------------------------------------ state

    def show_state(self, state: SiteStanding, *, anew: bool = False) -> None:
        """Shows a state; a new level alone repaints its meter and nothing else. `anew`: in another language."""
        before, self.state = self.state, state
        if not anew and replace(before, room_level=state.room_level, played_level=state.played_level) == state:
            self._show_levels(state)
            if before != state:
                return
        if state.main_word and state.main_word != before.main_word:
            use_main_word(state.main_word, state.main_word_english)
        self.setWindowTitle(words.window_title())
        for part in (self.microphone, self.place, self.timer):
            part.set_state(state)
        self._show_clock()
        self._show_levels(state)
        self.program.set_label(words.program_label(state))
        self.own.set_label(words.own_label(state), live=state.on_podium)
        self._show_buttons(state)
        self.content.show_state(state)
        self.presenting.show_state(state)
        self.tools.show_state(state, self._clock())
        self.sheets.show_state(state)
        self.join.show_state(state)
        self._lay_out()
        self.update()

    def _show_levels(self, state: SiteStanding) -> None:
        self.program.set_level(state.played_level)
        if state.room_level != self.microphone.state.room_level:
            self.microphone.set_level(state)
        self.sheets.show_level(state.room_level)

    def _show_buttons(self, state: SiteStanding) -> None:
        in_queue = state.queue_place is not None
        self.hand.set_words(
            words.lower_hand() if in_queue else words.raise_hand(), key_of("lower" if in_queue else "raise")
        )
        self.hand.setToolTip(tool_words.raise_named(key_of("raise-named")))
        self.hand.set_look(PLAIN if in_queue else PRIMARY)
        self.hand.setEnabled(state.joined and state.in_session)
        self.ready.set_words(words.ready(), key_of("ready"))
        self.ready.setEnabled(state.joined and not state.ready)
        self.switch.set_words(
            words.close_microphone() if state.microphone_open else words.open_microphone(),
            key_of("close-microphone" if state.microphone_open else "open-microphone"),
        )
        allowed = (state.may_open or state.microphone_ordered_open) and not state.microphone_open
        self.switch.set_look(PRIMARY if allowed else PLAIN)
        self.switch.setEnabled(state.joined and state.has_microphone)
        self.take_back.set_words(words.take_back() if state.replaced else tool_words.try_now(), key_of("try-now"))
        self.other_invitation.set_words(tool_words.other_invitation(), key_of("invitation"))
        self.finish.set_words(words.end_speech(), f"{key_of('finish')} · {words.end_speech_hint()}")

    def _on_tick(self) -> None:
        if not self.isVisible() or self.isMinimized():
            return
        self.program.refresh_picture()
        self.own.refresh_picture()
        self.content.refresh_picture()
        self.sheets.refresh_picture()
        second = self._clock() // 1000
        if second != self._shown_second:
            self._shown_second = second
            self._show_clock()
            self.tools.show_state(self.state, self._clock())
            if not self.state.on_podium:
                self.update(0, 0, self.width(), HEIGHT)

    def _show_clock(self) -> None:
        for part in (self.timer, self.place):
            part.set_now(self._clock())

    # ------------------------------------------------------------ layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Names the pictures' sizes: who provides them may have come after they were first known."""
        self._sizes = {}
        self._lay_out()

    def _lay_out(self) -> None:
        state = self.state
        where = places(self.width(), self.height(), on_podium=state.on_podium)
        self._lay_out_pictures(where)
        self.recording.show_recorded(state.joined and state.recorded)
        self.recording.stand_in((where.own if state.on_podium else where.program).toRectF(), MARK)
        self.microphone.setGeometry(where.microphone)
        self.switch.setGeometry(where.switch)
        self.timer.setVisible(where.timer is not None)
        if where.timer is not None:
            self.timer.setGeometry(where.timer)
        self.tools.place(where.tools)
        self._lay_out_foot(where)
        self.join.setGeometry(self.rect())
        sizes = {"program": self.program.wanted_size(), "own": self.own.wanted_size()}
        sizes["content"] = self.content.wanted_size()
        for key, pane in (("program", self.program), ("own", self.own)):
            if pane.isHidden():
                sizes[key] = QSize(0, 0)
        if sizes != self._sizes:
            self._sizes = sizes
            self.views_changed.emit(sizes)

    def _lay_out_pictures(self, where: Places) -> None:
        """Places the pictures; content apart takes the large place, and what stood there the small one."""
        apart, on_podium = self.content.in_window, self.state.on_podium
        large, small = (where.own, where.program) if on_podium else (where.program, where.own)
        # Whoever speaks sees itself large, and others what is said; with content apart both give way to it.
        first, second = (self.own, self.program) if on_podium else (self.program, self.own)
        self.content.pane.setVisible(apart)
        second.setVisible(not apart)
        if apart:
            self.content.pane.setGeometry(whole_picture_in(large))
        first.setGeometry(small if apart else large)
        second.setGeometry(small)
        first.setVisible(True)
        self.content.place_button(large)
        self.presenting.stand_in(whole_picture_in(large))
        (self.content.pane if apart else first).lower()

    def _lay_out_foot(self, where: Places) -> None:
        state, foot = self.state, where.foot
        self.finish.setVisible(state.on_podium)
        self.finish.setGeometry(foot)
        self.place.setVisible(not state.on_podium)
        self.place.setGeometry(foot)
        shown = [] if state.on_podium else [self.ready if state.on_deck else self.hand]
        if not state.joined:
            shown = [self.take_back, self.other_invitation]
        right, below = foot.right() - 16, foot.height() >= TWO_ROWS
        middle = foot.bottom() - 38 if below else foot.center().y()
        for button in (self.hand, self.ready, self.take_back, self.other_invitation):
            button.setVisible(button in shown)
            if button in shown:
                width = max(BUTTON_WIDTH if state.joined else 0, button.sizeHint().width())
                button.setGeometry(QRect(right - width, middle - 26, width, 52))
                right -= width + 10
        self.place.make_room(foot.right() - right, below=below)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, bar or red band."""
        with QPainter(self) as painter:
            if self.state.on_podium:
                paint_band(painter, self, self.state)
            else:
                painter.fillRect(event.rect(), theme.BACKGROUND)
                paint_bar(painter, self, self.state, self._clock())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window is gone."""
        self.sheets.close_all()
        self.content.close()
        self.closed.emit()
        event.accept()
