"""What a bench's probe looks at inside the console's window, as protocols: the window itself knows nothing of it."""

from collections.abc import Mapping
from enum import Enum
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget


class SeenPicture(Protocol):
    @property
    def sequence(self) -> int: ...


class Pictures(Protocol):
    """Where the window takes its pictures from."""

    def latest(self, key: str, after_sequence: int) -> SeenPicture | None: ...


class ConsoleWindow(Protocol):
    """What the probe needs of the console's window (a `QWidget`)."""

    @property
    def program(self) -> QWidget: ...

    @property
    def store(self) -> "LinkedStore": ...

    @property
    def selection(self) -> "Choice": ...

    @property
    def board(self) -> "Board": ...

    @property
    def lines(self) -> "Lines": ...

    @property
    def map(self) -> "ViewChoice": ...


class Span(Protocol):
    @property
    def length_ms(self) -> int: ...

    def show_whole(self) -> None: ...


class Lines(Protocol):
    """Plots and heat map."""

    @property
    def map(self) -> QWidget | None: ...

    @property
    def plots(self) -> QWidget | None: ...

    @property
    def span(self) -> Span: ...

    def load(self) -> None: ...

    def show_large(self) -> None: ...


class ViewChoice(Protocol):
    """What stands in the place of the map of all sites."""

    @property
    def choices(self) -> Mapping[Enum, QAbstractButton]: ...


class LinkedStore(Protocol):
    @property
    def link_lost_changed(self) -> SignalInstance:
        """Emits False when the bridge's state has arrived."""
        ...

    @property
    def roster(self) -> tuple[str, ...]: ...


class Choice(Protocol):
    """Which tile is chosen."""

    @property
    def site(self) -> str | None: ...

    def choose(self, site: str) -> None: ...

    @property
    def changed(self) -> SignalInstance: ...


class Board(Protocol):
    def cell_of(self, site: str) -> QWidget | None:
        """Returns the tile or the line of a site on the screen."""
        ...
