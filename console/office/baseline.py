"""A site's usual values, frozen from a check that passed, and when a later value is beside them.

Rule: a value beside the usual is no failure, it is shown with both. What cannot be compared has not drifted. The
parameters are those of Bình Định article 10 (address, picture, bandwidth, echo) and Thanh Hóa article 11.1.
"""

from console.checks.check_words import CheckItem
from console.office.record import Record, Text


class Baseline(Record, tag="baseline"):
    """The usual values of one site; its identifier is the site's."""

    values: dict[CheckItem, Text] = {}
    meeting_uid: Text = ""
    """The meeting whose check they are from."""
    stage: Text = ""
    frozen_ms: int = 0


_APART: dict[CheckItem, float] = {
    CheckItem.SOUND_TO_SITE: 6.0,
    CheckItem.SOUND_FROM_SITE: 6.0,
    CheckItem.MICROPHONE: 12.0,
    CheckItem.ECHO: 10.0,
    CheckItem.PICTURE_RATE: 5.0,
}
"""How far a value may be from the usual one, in its own unit."""
_SHARE: dict[CheckItem, tuple[float, float]] = {
    CheckItem.BANDWIDTH: (0.3, 200.0),
    CheckItem.BANDWIDTH_DOWN: (0.3, 200.0),
    CheckItem.ROUND_TRIP: (0.5, 30.0),
}
"""How far as a share of the usual one, and at least in its own unit."""
_EXACT = (CheckItem.ADDRESS, CheckItem.PICTURE_SIZE, CheckItem.DISPLAY, CheckItem.CONTENT)
BASELINE_ITEMS = (*_APART, *_SHARE, *_EXACT)


def drifted(item: CheckItem, usual: str, now: str) -> bool:
    """Returns whether a value is another than the usual one by more than chance."""
    if not usual or not now or item not in BASELINE_ITEMS:
        return False
    if item in _EXACT:
        return usual.casefold() != now.casefold()
    before, after = _number(usual), _number(now)
    if before is None or after is None:
        return False
    share, least = _SHARE.get(item, (0.0, _APART.get(item, 0.0)))
    return abs(after - before) > max(abs(before) * share, least)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
