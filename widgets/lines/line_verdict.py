"""What is said of a site's line in words: its trouble with sign and colour, and what its sound lost.

Rule: an alarm goes before the line's own verdict, for it says who cares; a good line is not mentioned.
"""

from collections.abc import Iterable

from PySide6.QtGui import QColor

from console.snapshot import AlarmView, LineQuality, SiteView
from widgets.alarms.alarm_desk import asks, weight
from widgets.alarms.alarm_rows import sign_of
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.phrases.console import alarm_panel_words
from widgets.phrases.console import line_words as words

Verdict = tuple[Icon, QColor, str]


def trouble_of(view: SiteView, alarms: Iterable[AlarmView]) -> Verdict | None:
    """Returns the alarm of the site that nobody has taken, or else who took it, or else the line's verdict."""
    of_site = [alarm for alarm in alarms if view.site in alarm.sites]
    if not of_site:
        return _quality(view)
    alarm = min(of_site, key=weight)
    icon, ink = sign_of(alarm, outlined=False)
    return icon, ink, alarm_panel_words.not_taken() if asks(alarm) else alarm_panel_words.owner(alarm)


def _quality(view: SiteView) -> Verdict | None:
    word = words.quality_name(view.line.quality)
    match view.line.quality:
        case LineQuality.ERROR:
            return Icon.SQUARE, theme.ERROR, word
        case LineQuality.WARNING:
            return Icon.TRIANGLE, theme.WARNING, word
        case _:
            return None


def sound_of(view: SiteView | None) -> str:
    """Returns what the site tells of the program's sound there; "" when it has told nothing yet."""
    if view is None or view.line.sound_bridged_frames is None:
        return ""
    return words.sound_at_site(view.line.sound_bridged_frames, view.line.sound_skipped_frames or 0)
