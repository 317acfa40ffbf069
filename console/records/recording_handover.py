"""Until when a session's recordings and documents have to be handed over, and the record that reminds of it.

Rule: the reminder exists when the profile or the registration asks for one; where the text names no time it reminds
without an end. Sources: Bình Định article 12 clause 2, Đồng Nai article 13 clause 3.
"""

from console.office.form_records import RecordingHandover
from console.office.meeting import Meeting, Wish
from console.records.recording_files import file_lines, recorded_files
from console.records.session_story import SessionStory
from console.regulation.calendar import Calendar
from console.regulation.deadlines import due
from console.regulation.limits import Side
from console.regulation.profile import ProfileInForce


def handover_wanted(meeting: Meeting | None, profile: ProfileInForce | None) -> bool:
    """Tells whether something has to be handed over: storing was asked for, or the profile hands over every time."""
    if meeting is not None and Wish.STORE_MEDIA in meeting.wishes:
        return True
    rule = None if profile is None else profile.regulation.recording
    return rule is not None and rule.handover is not None and not rule.asked_in_registration


def handover_of(
    story: SessionStory, meeting: Meeting | None, due_ms: int | None, article: str = ""
) -> RecordingHandover:
    """Returns the reminder of a session, not handed over yet; its identifier is the session's."""
    return RecordingHandover(
        id=story.session,
        session=story.session,
        meeting_uid=story.meeting_uid,
        subject=(meeting.subject if meeting is not None else "") or story.title,
        ended_ms=story.ended_ms or story.last_ms,
        due_ms=due_ms,
        article=article,
        recipient="" if meeting is None else meeting.host_unit,
        what=file_lines(story),
    )


def reminder(
    story: SessionStory, meeting: Meeting | None, profile: ProfileInForce | None, calendar: Calendar
) -> RecordingHandover:
    """Returns the reminder with the end that the profile sets, counted from the session's end."""
    rule = None if profile is None else profile.regulation.recording
    if profile is None or rule is None or rule.handover is None:
        return handover_of(story, meeting, None)
    ends = due(rule.handover, story.ended_ms or story.last_ms, calendar, profile, Side.AFTER)
    return handover_of(story, meeting, ends.due_wall_ms, rule.article)


def handover_to_note(
    story: SessionStory, meeting: Meeting | None, profile: ProfileInForce | None, calendar: Calendar
) -> RecordingHandover | None:
    """Returns what may be noted as handed over: what has to be, else without an end what was recorded; None: nothing.

    Whoever is given a copy of a recording that nobody asked to be handed over is noted as well (Đồng Nai article 13.4).
    """
    if handover_wanted(meeting, profile):
        return reminder(story, meeting, profile, calendar)
    recorded = recorded_files(story) and not story.confidential
    return handover_of(story, meeting, None) if recorded else None
