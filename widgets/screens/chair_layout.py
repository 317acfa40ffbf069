"""Where the parts of the chair's view stand on a screen of any size.

Rule: letters keep their size, read from five metres: a screen larger than 1920x1080 makes them larger, a smaller one
first loses the picture, then the second lines, then the third of those who are next.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

NAME, TIMER = 68, 148
TITLE, CLOCK, HEADING, NEXT_NAME, TEXT, SMALL = 36, 46, 40, 46, 36, 31
"""Sizes of letters in logical pixels at 1920x1080; nothing is smaller than `SMALL`."""
LEAST_FOR_PICTURE = (1500, 500)
"""Width of the screen and height of the main part from which there is room for a picture beside name and time."""
LEAST_UNTIMED = 420
"""Height of the main part from which there is room for a picture over the name, while no time runs."""
CARDS_IN_ROW = 2
LEAST_CARD = 780
"""A narrower card would have to shorten its name beside its buttons."""


@dataclass(frozen=True, slots=True)
class ChairLayout:
    """Areas in logical pixels; `picture` and `requests` are empty where there is none."""

    scale: float
    roomy: bool
    head: QRectF
    speaker: QRectF
    picture: QRectF
    words: QRectF
    """Badge, name and what belongs to them."""
    next_heading: QRectF
    next_cards: tuple[QRectF, ...]
    requests_heading: QRectF
    requests: tuple[QRectF, ...]
    foot: QRectF

    def size(self, pixels: int) -> int:
        """Returns a size of letters for this screen."""
        return round(pixels * self.scale)


def lay_out(width: float, height: float, requests: int, *, timed: bool = True, least: float = 1.0) -> ChairLayout:
    """Returns the layout of a screen in logical pixels on which so many requests wait for a decision.

    `timed`: a speech runs, whose time stands below the picture; without one the picture is larger. `least` is the
    smallest scale of the letters: a system that enlarges everything (1.5) leaves them as they are on the glass (1/1.5).
    """
    scale = max(least, min(width / 1920, height / 1080))
    roomy = width >= 1600 * scale and height >= 900 * scale
    margin, gap = (48 * scale, 24 * scale) if roomy else (20 * scale, 12 * scale)
    inner = width - 2 * margin
    head = QRectF(margin, 8 * scale if roomy else 0, inner, (84 if roomy else 64) * scale)
    foot_height = (77 if roomy else 60) * scale
    foot = QRectF(margin, height - foot_height - (24 if roomy else 12) * scale, inner, foot_height)
    heading, cards = _requests(QRectF(margin, head.bottom(), inner, foot.top() - gap - head.bottom()), requests, scale)
    top = head.bottom() + (gap if roomy else 8 * scale)
    bottom = (heading.top() if cards else foot.top()) - gap
    next_width = round(inner * (0.335 if roomy else 0.36))
    speaker = QRectF(margin, top, inner - next_width - gap * 1.25, bottom - top)
    column = QRectF(speaker.right() + gap * 1.25, top, next_width, bottom - top)
    next_heading = QRectF(column.x(), column.y(), column.width(), (64 if roomy else 54) * scale)
    return ChairLayout(
        scale=scale,
        roomy=roomy,
        head=head,
        speaker=speaker,
        picture=_picture(speaker, width, scale, timed=timed),
        words=_words(speaker, _picture(speaker, width, scale, timed=timed), scale, timed=timed, roomy=roomy),
        next_heading=next_heading,
        next_cards=_stack(column.adjusted(0, next_heading.height(), 0, 0), scale),
        requests_heading=heading,
        requests=cards,
        foot=foot,
    )


def timer_height(scale: float) -> float:
    """Returns the height of a running speech's time with its label."""
    return (TIMER * 1.02 + TEXT * 1.15) * scale


def _picture(speaker: QRectF, width: float, scale: float, *, timed: bool) -> QRectF:
    """Returns the picture's area in the upper left of the speaker's part, or nothing."""
    wide_enough = width >= LEAST_FOR_PICTURE[0] * scale or not timed
    if not wide_enough or speaker.height() < (LEAST_FOR_PICTURE[1] if timed else LEAST_UNTIMED) * scale:
        return QRectF()
    inset = (32 if width >= 1600 * scale else 24) * scale
    if timed:
        high = min(315 * scale, speaker.height() - 250 * scale)
    else:
        high = min((speaker.width() - 2 * inset) * 9 / 16, speaker.height() - 2 * inset - 170 * scale)
    return QRectF(speaker.x() + inset, speaker.y() + inset, round(high * 16 / 9), round(high))


def _words(speaker: QRectF, picture: QRectF, scale: float, *, timed: bool, roomy: bool) -> QRectF:
    """Returns the words' area: beside the picture over a time, below it without one."""
    inset = (32 if roomy else 24) * scale
    area = speaker.adjusted(inset, inset if roomy else 14 * scale, -inset, -inset * 0.6)
    if timed:
        area.setBottom(speaker.bottom() - timer_height(scale) - 12 * scale)
        if not picture.isEmpty():
            area.setLeft(picture.right() + 36 * scale)
    elif not picture.isEmpty():
        area.setTop(picture.bottom() + 22 * scale)
    return area


def _stack(column: QRectF, scale: float) -> tuple[QRectF, ...]:
    """Returns up to three cards below each other, as many as have room for a name."""
    gap, least = 14 * scale, 64 * scale
    count = max(1, min(3, int((column.height() + gap) // (least + gap))))
    high = min(166 * scale, (column.height() - (count - 1) * gap) / count)
    tops = (column.y() + index * (high + gap) for index in range(count))
    return tuple(QRectF(column.x(), top, column.width(), high) for top in tops)


def _requests(area: QRectF, count: int, scale: float) -> tuple[QRectF, tuple[QRectF, ...]]:
    """Returns heading and cards at the bottom of an area: one row of two cards, one where it is narrow."""
    if count == 0:
        return QRectF(), ()
    roomy = area.height() > 800 * scale
    gap, high, heading_high = (part * scale for part in ((24, 139, 64) if roomy else (12, 104, 50)))
    top = area.bottom() - high
    in_row = CARDS_IN_ROW if (area.width() - gap) / CARDS_IN_ROW >= LEAST_CARD * scale else 1
    wide = (area.width() - gap * (in_row - 1)) / in_row
    shown = min(count, in_row)
    cards = tuple(QRectF(area.x() + index * (wide + gap), top, wide, high) for index in range(shown))
    return QRectF(area.x(), top - heading_high, area.width(), heading_high), cards
