"""Recognises a screen that comes back: by its serial number, else by connector and size, else by connector.

Rule: pure beside `mark_of`; a screen is given to one choice at most, and the surest sign goes first.
"""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QScreen

from console.window_memory import ScreenMark


def mark_of(screen: QScreen) -> ScreenMark:
    """Returns by what a screen is recognised."""
    size, ratio = screen.geometry().size(), screen.devicePixelRatio()
    return ScreenMark(
        name=screen.name(),
        maker=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
        width=round(size.width() * ratio),
        height=round(size.height() * ratio),
    )


def matches(wanted: Sequence[ScreenMark], present: Sequence[ScreenMark]) -> dict[int, int]:
    """Returns which of the present screens each wanted one is, by their places in the two lists."""
    found: dict[int, int] = {}
    for same in _SIGNS:
        for index, mark in enumerate(wanted):
            if index in found:
                continue
            free = (place for place in range(len(present)) if place not in found.values())
            place = next((place for place in free if same(mark, present[place])), None)
            if place is not None:
                found[index] = place
    return found


def _same_serial(one: ScreenMark, other: ScreenMark) -> bool:
    return bool(one.serial) and (one.maker, one.model, one.serial) == (other.maker, other.model, other.serial)


def _same_connector_and_size(one: ScreenMark, other: ScreenMark) -> bool:
    return _same_connector(one, other) and (one.width, one.height) == (other.width, other.height)


def _same_connector(one: ScreenMark, other: ScreenMark) -> bool:
    return bool(one.name) and one.name == other.name


_SIGNS: tuple[Callable[[ScreenMark, ScreenMark], bool], ...] = (
    lambda one, other: one == other,
    lambda one, other: _same_serial(one, other) and _same_connector(one, other),
    _same_serial,
    _same_connector_and_size,
    _same_connector,
)
