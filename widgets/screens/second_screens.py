"""Which of our windows stands on which screen, whatever is plugged, pulled out or changed in size.

Rules: a choice is remembered by its screen and obeyed whenever that screen is there; no window ever covers the console:
on the console's own screen, or when its screen is gone, it is hidden and the console says so. What is closed costs
nothing.
"""

from collections.abc import Callable, Sequence
from typing import cast

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from console.engine_port import ProgramPlace
from console.window_memory import ScreenChoice, ScreenMark, ScreenUse
from widgets.phrases.console import screen_words as words
from widgets.screens.program_window import place_of
from widgets.screens.screen_marks import mark_of, matches
from widgets.screens.screen_window import ScreenWindow

SETTLE_MS = 120
"""A screen that is plugged in says its size in several steps."""

WindowMaker = Callable[[], ScreenWindow]
Seat = tuple[ScreenMark, ScreenUse]
"""What makes one of our windows: the screen that was chosen, and for what."""


class SecondScreens(QObject):
    """The windows on the screens beside the console's."""

    choices_changed = Signal(object)
    """A tuple of `ScreenChoice` to be remembered."""
    notes_changed = Signal()
    places_changed = Signal()
    """The program is wanted in other sizes than before."""

    def __init__(self, console: QWidget, makers: dict[ScreenUse, WindowMaker]) -> None:
        """`console` is the window that must never be covered; `makers` make the windows when they are first wanted."""
        super().__init__(console)
        self._console, self._makers = console, makers
        self._choices: tuple[ScreenChoice, ...] = ()
        self._windows: dict[Seat, ScreenWindow] = {}
        self._said_alone = False
        self.note: list[str] = []
        """Why a chosen window is hidden, in several wordings, longest first; empty: nothing is."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.follow)
        self._watch_screens()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.follow()

    # ------------------------------------------------------------ what is chosen

    @property
    def choices(self) -> tuple[ScreenChoice, ...]:
        """What is wanted, on screens that are there and others."""
        return self._choices

    def remember(self, choices: Sequence[ScreenChoice]) -> None:
        """Takes the choices of an earlier start."""
        self._choices = tuple(choices)
        self.follow()

    def choose(self, choices: Sequence[ScreenChoice]) -> None:
        """Takes new choices of a person, which are to be remembered."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._forget_windows({_seat_of(choice) for choice in choices if choice.open})
            self.choices_changed.emit(self._choices)
        self._said_alone = False
        self.follow()

    def open_program(self) -> None:
        """Opens the program on the screens chosen for it; without a choice on the first screen beside the console's."""
        if not any(choice.use is ScreenUse.PROGRAM for choice in self._choices):
            screen = self._first_free_screen()
            if screen is None:
                self._said_alone = True
                self.follow()
                return
            self.choose((*self._choices, ScreenChoice(screen=mark_of(screen), use=ScreenUse.PROGRAM)))
        self._set_open(ScreenUse.PROGRAM, opened=True)

    def close_program(self) -> None:
        """Closes the program's windows; which screens they were on stays chosen."""
        self._said_alone = False
        self._set_open(ScreenUse.PROGRAM, opened=False)

    def is_open(self, use: ScreenUse) -> bool:
        """Tells whether a window is wanted on some screen, shown or hidden."""
        return any(choice.use is use and choice.open for choice in self._choices)

    def _set_open(self, use: ScreenUse, *, opened: bool) -> None:
        replace = msgspec.structs.replace
        self.choose([replace(each, open=opened) if each.use is use else each for each in self._choices])

    def _close_one(self, seat: Seat) -> None:
        replace = msgspec.structs.replace
        self.choose([replace(each, open=False) if _seat_of(each) == seat else each for each in self._choices])

    # ------------------------------------------------------------ what is there

    @property
    def windows(self) -> tuple[ScreenWindow, ...]:
        """The windows that are shown."""
        return tuple(window for window in self._windows.values() if window.isVisible())

    def wanted_places(self) -> tuple[ProgramPlace, ...]:
        """Returns the sizes in which the shown windows want the program, each once."""
        shown = [(window.shows_content, window.picture_size()) for window in self.windows]
        sizes = {(content, place_of(size)): size for content, size in shown if not size.isEmpty()}
        return tuple(
            ProgramPlace(place=name, width=size.width(), height=size.height(), content=content)
            for (content, name), size in sizes.items()
        )

    def screens(self) -> list[tuple[ScreenMark, bool]]:
        """Returns the screens of this machine, and whether the console stands on each."""
        return [(mark_of(screen), screen is self._console.screen()) for screen in _screens()]

    def _first_free_screen(self) -> QScreen | None:
        present = _screens()
        taken = matches([choice.screen for choice in self._choices], [mark_of(screen) for screen in present]).values()
        free = (screen for place, screen in enumerate(present) if place not in taken)
        return next((screen for screen in free if not self._covers_console(screen)), None)

    def _covers_console(self, screen: QScreen) -> bool:
        """Tells whether a window on a screen would lie over the console: its own screen, or one that mirrors it."""
        home = self._console.screen()
        return screen is home or screen.geometry().intersects(home.geometry())

    # ------------------------------------------------------------ following

    def _watch_screens(self) -> None:
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self._watch)
        application.screenAdded.connect(self._follow_soon)
        application.screenRemoved.connect(self._leave_screen)
        application.primaryScreenChanged.connect(self._follow_soon)
        for screen in _screens():
            self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._follow_soon)
        screen.physicalDotsPerInchChanged.connect(self._follow_soon)
        screen.logicalDotsPerInchChanged.connect(self._follow_soon)

    def _leave_screen(self, screen: QScreen) -> None:
        """Hides at once what stands on a screen that goes: Qt would move it over the console otherwise."""
        for window in self.windows:
            if window.screen() is screen:
                window.hide()
        self._settle.start()

    def console_moved(self) -> None:
        """Notices that the console stands on another screen now."""
        self._follow_soon()

    def _follow_soon(self, _changed: object = None) -> None:
        self._settle.start()

    def follow(self) -> None:
        """Shows, moves and hides every window as its screen and the console's allow."""
        self._settle.stop()
        present = _screens()
        where = matches([choice.screen for choice in self._choices], [mark_of(screen) for screen in present])
        note: list[str] = words.no_second_screen() if self._said_alone and len(present) == 1 else []
        for place, choice in enumerate(self._choices):
            screen = present[where[place]] if place in where else None
            if choice.open and screen is not None and not self._covers_console(screen):
                self._window_of(_seat_of(choice)).fill(screen)
                continue
            if (window := self._windows.get(_seat_of(choice))) is not None:
                window.hide()
            if choice.open:
                note = words.hidden_for_missing(choice.use, choice.screen.name) if screen is None else note
                note = words.hidden_for_console(choice.use) if screen is not None else note
        if note != self.note:
            self.note = note
            self.notes_changed.emit()
        self.places_changed.emit()

    def _window_of(self, seat: Seat) -> ScreenWindow:
        window = self._windows.get(seat)
        if window is None:
            window = self._windows[seat] = self._makers[seat[1]]()
            window.closed_by_hand.connect(lambda: self._close_one(seat))
            window.picture_size_changed.connect(self.places_changed)
        return window

    def close_all(self) -> None:
        """Takes every window from its screen, for the console goes; the choices stay as they are."""
        self._forget_windows(set())
        self.places_changed.emit()

    def _forget_windows(self, kept: set[Seat]) -> None:
        for seat in self._windows.keys() - kept:
            window = self._windows.pop(seat)
            window.hide()
            window.deleteLater()


def _seat_of(choice: ScreenChoice) -> Seat:
    return choice.screen, choice.use


def _screens() -> list[QScreen]:
    return list(QGuiApplication.screens())
