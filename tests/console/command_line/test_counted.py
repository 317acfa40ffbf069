"""One of something is said as one, in both tables of English sentences; what a person typed is left alone."""

import pytest

from console.command_line.counted import counted
from console.command_line.meeting.phrasing import MeetingSay
from console.command_line.phrasing import EnglishWords, Say
from console.regulation.limits import Unit
from widgets.phrases import use_language
from widgets.phrases.spoken import Spoken


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        (Say.SITES_TAKEN, {"count": 1}, "1 site taken."),
        (Say.SITES_TAKEN, {"count": 21}, "21 sites taken."),
        (MeetingSay.SCRIPT_TAKEN, {"count": 1}, "1 cue taken."),
        (Unit.WORKING_DAY, {"amount": 1}, "1 working day"),
        (Unit.WORKING_DAY, {"amount": 3}, "3 working days"),
        (Unit.HALF_DAY, {"amount": 1}, "1 half day"),
    ],
)
def test_one_is_said_as_one(kind: Say, values: dict[str, object], said: str) -> None:
    try:
        assert EnglishWords().phrase(kind, values) == Spoken("en").phrase(kind, values) == said
    finally:
        use_language("vi")


def test_what_stands_in_a_place_is_not_touched() -> None:
    sentence = counted("{title}: {count} events", {"title": "1 sites", "count": "1"})
    assert sentence.format(title="1 sites", count=1) == "1 sites: 1 event"
