"""Under which rules the office works now: the profile in force, the working calendar, today's limits from both."""

import msgspec

from console.office.meeting import Confidentiality, Meeting, ProfileStamp, Step, StepTaken, Urgency, Wish
from console.office.schedule import MOST_SITES
from console.records.print_style import STANDARD, PrintStyle
from console.regulation.before import CheckKind, ResponseAct
from console.regulation.calendar import Calendar
from console.regulation.clocks import Clock, MeetingFacts, all_clocks
from console.regulation.profile import ProfileInForce


class OfficeRules(msgspec.Struct, frozen=True, kw_only=True):
    """What an office window and the command line are given before they may judge a meeting."""

    profile: ProfileInForce
    calendar: Calendar
    most_sites: int = MOST_SITES
    """Satellites that a meeting may have (`Settings.most_sites`)."""
    print_style: PrintStyle = STANDARD
    """How documents are printed (`Settings.print_style`)."""

    @property
    def stamp(self) -> ProfileStamp:
        """What is stamped into a meeting that is registered now."""
        return ProfileStamp(id=self.profile.id, version=self.profile.version, hash=self.profile.hash)


RESPONSES = (Step.CONFIRMED, Step.REFUSED, Step.RESCHEDULED)
"""Steps that answer a registration."""


def facts_of(meeting: Meeting, done: dict[str, int] | None = None) -> MeetingFacts | None:
    """Returns what the clocks have to know of a meeting, None while nobody knows when it starts.

    `done` are further clocks by key, with when they were done (notices, checks).
    """
    if meeting.start_ms is None:
        return None
    answered = [told.wall_ms for told in meeting.steps if told.step in RESPONSES]
    over = meeting.taken(Step.HELD)
    excused = {key: told.reason for key, told in _keys(meeting).items() if told.late and told.reason}
    return MeetingFacts(
        start_wall_ms=meeting.start_ms,
        end_wall_ms=None if over is None else over.wall_ms,
        urgent=meeting.urgency is Urgency.AD_HOC,
        registered_wall_ms=_when(meeting, Step.SUBMITTED),
        received_wall_ms=_when(meeting, Step.RECEIVED),
        confirmed_wall_ms=answered[-1] if answered else None,
        refused=meeting.step is Step.REFUSED,
        recording_asked=Wish.STORE_MEDIA in meeting.wishes and meeting.confidentiality is Confidentiality.OPEN,
        done=done or {},
        excused=excused,
    )


def _when(meeting: Meeting, step: Step) -> int | None:
    told = meeting.taken(step)
    return None if told is None else told.wall_ms


def _keys(meeting: Meeting) -> dict[str, StepTaken]:
    """Returns the steps that stop clocks, by the clocks' keys."""
    registered = meeting.taken(Step.SUBMITTED)
    keys = {} if registered is None else {"registration": registered}
    answered = [told for told in meeting.steps if told.step in RESPONSES]
    if answered:
        keys |= {f"response/{act.value}": answered[-1] for act in ResponseAct}
    return keys


def clocks_of(
    meeting: Meeting, rules: OfficeRules, now_wall_ms: int, done: dict[str, int] | None = None
) -> tuple[Clock, ...]:
    """Returns every clock that the profile sets for a meeting; none while nobody knows when it starts."""
    facts = facts_of(meeting, done)
    return () if facts is None else all_clocks(rules.profile, facts, rules.calendar, now_wall_ms)


def step_due_ms(meeting: Meeting, step: Step, rules: OfficeRules, now_wall_ms: int) -> int | None:
    """Returns until when the regulation wants a step to be taken, None where it names no time.

    Registration and answer end with their first limit. Everybody is told when the last notice's limit ends: each notice
    has one of its own beside. A rehearsal ends with the last check that the text calls one.
    """
    ends = [(clock.key, clock.last_wall_ms) for clock in clocks_of(meeting, rules, now_wall_ms)]
    wanted = [end for key, end in ends if end is not None and _ends_with(step, key, rules)]
    last = step in (Step.NOTIFIED, Step.REHEARSED)
    return max(wanted, default=None) if last else min(wanted, default=None)


def _ends_with(step: Step, key: str, rules: OfficeRules) -> bool:
    """Tells whether a step answers a clock."""
    match step:
        case Step.SUBMITTED:
            return key == "registration"
        case Step.NOTIFIED:
            return key.startswith("notice/")
        case Step.REHEARSED:
            checks = rules.profile.regulation.checks
            return any(key == f"check/{rule.stage}" for rule in checks if CheckKind.REHEARSAL in rule.kinds)
        case _:
            return step in RESPONSES and key.startswith("response/") and _answers(key, step)


def _answers(key: str, step: Step) -> bool:
    return key != "response/refuse" or step is Step.REFUSED
