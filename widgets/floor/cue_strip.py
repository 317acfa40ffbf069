"""The script's next cue in one line: its time, what it is about, who goes to the podium, the key that takes it.

Rule: it is there only while a script runs, and takes no room otherwise. A click takes the cue as its key does. Late is
said in words and colour from half a minute on; the clock moves it once in fifteen seconds, and only while it is seen.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.office.meeting_file import CueOnFile
from console.words import MAIN_SITE
from widgets.controls.acts import Act
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import LEFT, RIGHT, draw_text, elided_at_word, panel, text_width
from widgets.drawing.rephrasing import tipped
from widgets.drawing.theme import Measures
from widgets.phrases.console import script_strip_words as words

HEIGHT, HEIGHT_COMPACT = 44, 36
PADDING, SIGN, GAP = 12, 16, 10
TICK_MS = 15_000
LATE_SECONDS = 30


class CueStrip(QWidget):
    """The strip; `wanted` says whether it takes room."""

    wanted_changed = Signal()

    def __init__(self, store: Store, commands: CommandSet, clock: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cue-strip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tipped(self, words.hint)
        self._store, self._commands, self._clock = store, commands, clock
        self._measures = theme.WIDE
        self._was_wanted = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.update)
        store.script_changed.connect(self._follow)
        store.roster_changed.connect(self.update)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether a script runs: it has a next cue, or its last one is taken and can still be taken back."""
        return bool(self._store.script_cues)

    @property
    def height_wanted(self) -> int:
        """The room it takes, 0 without a script."""
        if not self.wanted:
            return 0
        return HEIGHT_COMPACT if self._measures.compact else HEIGHT

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures

    def _follow(self) -> None:
        if self.wanted != self._was_wanted:
            self._was_wanted = self.wanted
            self.setVisible(self.wanted)
            self.wanted_changed.emit()
        self.setAccessibleName(self.text)
        self.update()

    @property
    def cue(self) -> CueOnFile | None:
        """The next cue; None when the script is over."""
        number = self._store.script.next_cue
        return next((cue for cue in self._store.script_cues if cue.number == number), None)

    @property
    def text(self) -> str:
        """What the strip says, without its key."""
        cue = self.cue
        if cue is None:
            return words.over()
        site = "" if not cue.site else self._store.short_label(cue.site) if cue.site != MAIN_SITE else words.main()
        return words.line(cue.number, len(self._store.script_cues), cue.title, cue.speaker, site)

    @property
    def late_seconds(self) -> int | None:
        """How late the next cue is by now; None without a time, or in a rehearsal."""
        cue = self.cue
        if cue is None or cue.at_ms is None or not self._store.official:
            return None
        return (self._clock() - cue.at_ms) // 1000

    # ------------------------------------------------------------ how it looks

    def showEvent(self, event: QShowEvent) -> None:
        """Lets the clock run while it is seen."""
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets the clock stand while nobody sees it."""
        self._ticks.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints sign, time, words, lateness and key."""
        cue, running = self.cue, self._store.script.under_way is not None
        face, bold = theme.font(self._measures.label_size, 500), theme.font(self._measures.label_size, 700)
        with QPainter(self) as painter:
            box = self.rect().toRectF()
            panel(painter, box, theme.PANEL, theme.LINE, radius=8)
            sign = QRectF(box.x() + PADDING, box.center().y() - SIGN / 2, SIGN, SIGN)
            draw_icon(painter, Icon.PAGE, sign, theme.TEXT_SECOND if cue is None else theme.TEXT)
            left = sign.right() + GAP
            if cue is not None and cue.at_ms is not None:
                time = words.planned(cue.at_ms)
                width = text_width(time, bold)
                draw_text(painter, QRectF(left, box.y(), width, box.height()), time, bold, theme.TEXT, LEFT)
                left += width + GAP
            right = box.right() - PADDING
            for text, colour in self._at_right(running=running):
                width = text_width(text, bold)
                draw_text(painter, QRectF(right - width, box.y(), width, box.height()), text, bold, colour, RIGHT)
                right -= width + GAP
            room = QRectF(left, box.y(), max(0.0, right - left), box.height())
            colour = theme.TEXT_SECOND if cue is None else theme.TEXT
            draw_text(painter, room, elided_at_word(self.text, face, room.width()), face, colour, LEFT)

    def _at_right(self, *, running: bool) -> list[tuple[str, QColor]]:
        """Returns what stands at the right end, the outermost first."""
        if self.cue is None:
            return []
        told = [(words.running() if running else words.key(), theme.TEXT_SECOND)]
        late = self.late_seconds
        if late is not None and late >= LATE_SECONDS:
            told.append((words.late(late), theme.WARNING))
        return told

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the cue."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._commands.action(Act.TAKE_CUE).trigger()
