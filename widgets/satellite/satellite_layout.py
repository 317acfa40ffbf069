"""Where the parts of a site's window stand: geometry alone, for the floor and for the podium.

Rule: everything has its place at 1280x720 and less; when the window shrinks the pictures give way, never the words.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect

RIGHT_SHARE = 0.327
LEAST_RIGHT = 380
GAP = 12
TOOLS = 44
SWITCH = 44
MICROPHONE = 318
FOOT = 104


@dataclass(frozen=True, slots=True)
class Places:
    """One rectangle per part; None for what is not shown."""

    program: QRect
    own: QRect
    microphone: QRect
    switch: QRect
    foot: QRect
    """The place in the queue, or the buttons of the podium."""
    timer: QRect | None
    tools: QRect


def places(width: int, height: int, *, on_podium: bool) -> Places:
    """Returns the places in a window of this size, in logical pixels."""
    return _podium(width, height) if on_podium else _floor(width, height)


def _floor(width: int, height: int) -> Places:
    edge, top = 16, 76
    right_width = max(LEAST_RIGHT, round(width * RIGHT_SHARE))
    left_width = width - right_width - 2 * edge - GAP
    tools = QRect(edge, height - GAP - TOOLS, width - 2 * edge, TOOLS)
    bottom = tools.y() - GAP
    picture_height = min(round(left_width * 9 / 16), bottom - top - GAP - FOOT)
    right = edge + left_width + GAP
    switch = QRect(right, bottom - SWITCH, right_width, SWITCH)
    room = switch.y() - GAP - top
    microphone_height = min(MICROPHONE, room - GAP - min(120, room // 4))
    own_height = min(round(right_width * 9 / 16), room - GAP - microphone_height)
    below = top + picture_height + GAP
    return Places(
        program=QRect(edge, top, left_width, picture_height),
        own=QRect(right, top, right_width, own_height),
        microphone=QRect(right, top + own_height + GAP, right_width, switch.y() - GAP - (top + own_height + GAP)),
        switch=switch,
        foot=QRect(edge, below, left_width, bottom - below),
        timer=None,
        tools=tools,
    )


def _podium(width: int, height: int) -> Places:
    edge, top, gap = 28, 128, 16
    right_width = max(LEAST_RIGHT, round(width * 0.356))
    left_width = width - right_width - 2 * edge - gap
    tools = QRect(edge, height - edge - TOOLS, width - 2 * edge, TOOLS)
    foot_height = 64
    bottom = tools.y() - gap
    picture_height = min(round(left_width * 9 / 16), bottom - top - gap - foot_height)
    foot = QRect(edge, bottom - foot_height, left_width, foot_height)
    inset = round(left_width * 0.28)
    inset_height = round(inset * 9 / 16)
    right = edge + left_width + gap
    timer = QRect(right, top, right_width, 150)
    microphone_top = timer.bottom() + GAP
    return Places(
        program=QRect(edge + left_width - inset - 13, top + picture_height - inset_height - 13, inset, inset_height),
        own=QRect(edge, top, left_width, picture_height),
        microphone=QRect(right, microphone_top, right_width, min(MICROPHONE, bottom - microphone_top)),
        switch=QRect(foot.x(), foot.y(), 300, foot_height),
        foot=QRect(foot.x() + 312, foot.y(), foot.width() - 312, foot_height),
        timer=timer,
        tools=tools,
    )


def whole_picture_in(area: QRect) -> QRect:
    """Returns the largest area of a picture's proportions: what is there to be read is never cut off."""
    width = min(area.width(), area.height() * 16 // 9)
    height = width * 9 // 16
    return QRect(area.x() + (area.width() - width) // 2, area.y() + (area.height() - height) // 2, width, height)
