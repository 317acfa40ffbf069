"""Moments that the bridge tells, as this machine's clock would show them.

Rule: the two clocks need not agree; a moment that also came as a span is counted from now.
"""

from msgspec.structs import replace

from console.control.control_messages import ShowControl
from console.sites.site_messages import ShowPlace, ShowSpeaker


def on_own_clock(place: ShowPlace, now_ms: int) -> ShowPlace:
    """Returns the place with its moments on the clock that shows `now_ms`."""
    spent, asked, free = place.speech_spent_ms, place.asked_ago_ms, place.floor_free_in_ms
    return replace(
        place,
        speech_started_ms=place.speech_started_ms if spent is None else now_ms - spent,
        asked_ms=place.asked_ms if asked is None else now_ms - asked,
        floor_free_ms=place.floor_free_ms if free is None else now_ms + free,
    )


def speaker_on_own_clock(speaker: ShowSpeaker, now_ms: int) -> ShowSpeaker:
    """Returns the speaker with the beginning of the speech on the clock that shows `now_ms`."""
    spent = speaker.spent_ms
    return replace(speaker, started_ms=speaker.started_ms if spent is None else now_ms - spent)


def control_on_own_clock(control: ShowControl, now_ms: int) -> ShowControl:
    """Returns what is delegated with its end on the clock that shows `now_ms`."""
    left = control.until_in_ms
    return replace(control, until_ms=control.until_ms if left is None else now_ms + left)
