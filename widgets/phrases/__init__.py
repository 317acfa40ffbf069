"""Every sentence that people read, in the window, on the site's screen and on the command line.

Rule: sources are Vietnamese; nothing outside this package holds a sentence for people. Needs QtCore only.
"""

from widgets.phrases.language import (
    duration,
    figure,
    hour_and_minute,
    short_duration,
    time_of_day,
    use_language,
    whole,
)
from widgets.phrases.log.entries import phrase_command, phrase_entry
from widgets.phrases.log.entry_signs import EntrySign, sign_of_entry
from widgets.phrases.words import (
    phrase_layout,
    phrase_link,
    phrase_outcome,
    phrase_reason,
    phrase_session_kind,
    phrase_source,
)

__all__ = [
    "EntrySign",
    "duration",
    "figure",
    "hour_and_minute",
    "phrase_command",
    "phrase_entry",
    "phrase_layout",
    "phrase_link",
    "phrase_outcome",
    "phrase_reason",
    "phrase_session_kind",
    "phrase_source",
    "short_duration",
    "sign_of_entry",
    "time_of_day",
    "use_language",
    "whole",
]
