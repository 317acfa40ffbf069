"""What a session's log tells, from the lines of a meeting that the real core held."""

import pytest

from console.records.session_story import is_fault, tell
from console.words import FloorSource, SessionKind, SiteRole
from tests.console.records.a_meeting import held_meeting


def test_the_story_of_a_meeting() -> None:
    story = tell(held_meeting(satellites=3, speeches=2).lines)
    assert (story.title, story.kind, story.people) == ("Họp giao ban", SessionKind.OFFICIAL, ("Lan",))
    assert story.ended_ms == story.last_ms
    assert [site.site for site in story.sites] == ["main", "s001", "s002", "s003"]
    assert story.sites[0].role is SiteRole.MAIN_ENDPOINT
    assert story.floor_requests == 2


def test_speeches_have_their_site_source_and_length() -> None:
    story = tell(held_meeting(speeches=2).lines)
    assert [(speech.site, speech.source, speech.took_ms) for speech in story.speeches] == [
        ("s001", FloorSource.SATELLITE, 65_000),
        ("s002", FloorSource.SATELLITE, 65_000),
    ]


def test_a_site_that_was_lost_was_connected_for_less_time() -> None:
    story = tell(held_meeting().lines)
    sites = {site.site: site for site in story.sites}
    assert (sites["s002"].times_lost, sites["s003"].times_lost) == (1, 0)
    assert sites["s003"].connected_ms - sites["s002"].connected_ms == 30_000


def test_a_site_that_never_came_has_no_time_of_joining() -> None:
    province = held_meeting(satellites=2, speeches=0, ended=False)
    story = tell(line for line in province.lines if getattr(line.entry, "site", None) != "s001")
    assert [site.first_joined_ms is None for site in story.sites] == [False, True, False]


def test_podium_acts_have_their_connection_time() -> None:
    story = tell(held_meeting(speeches=0).lines)
    (act,) = story.podium
    assert (act.site, act.failed) == ("s001", None)
    assert act.connection_ms is not None


def test_a_running_session_has_no_end_and_a_running_speech_no_length() -> None:
    province = held_meeting(speeches=1, ended=False)
    lines = province.lines
    cut = next(number for number, line in enumerate(lines) if type(line.entry).__name__ == "SpeechEnded")
    story = tell(lines[:cut])
    assert story.ended_ms is None
    assert story.speeches[0].took_ms is None


def test_incidents_are_told_from_the_ordinary() -> None:
    story = tell(held_meeting(speeches=1).lines)
    kinds = {moment.kind for moment in story.moments if is_fault(moment)}
    assert "site-left" in kinds
    assert not kinds & {"session-started", "speech-started", "podium-verified", "command-asked"}


def test_a_log_without_lines_tells_nothing() -> None:
    with pytest.raises(ValueError, match="not one line"):
        tell(())
