"""The way of a registration: which step may follow which, and that too late needs a reason.

Rule: pure; the moment and the limit are arguments. A step is added, never changed, and carries who took it, when, until
when the regulation wanted it, and why it came late.
"""

from enum import StrEnum

import msgspec

from console.office.meeting import Meeting, ProfileStamp, Step, StepTaken
from console.words import SessionKind

_AGREED = (Step.NOTIFIED, Step.REHEARSED, Step.HELD, Step.RESCHEDULED, Step.CANCELLED)
NEXT: dict[Step, tuple[Step, ...]] = {
    Step.DRAFT: (Step.SUBMITTED, Step.CANCELLED),
    Step.SUBMITTED: (Step.RECEIVED, Step.CANCELLED),
    Step.RECEIVED: (Step.CONFIRMED, Step.REFUSED, Step.RESCHEDULED, Step.CANCELLED),
    Step.CONFIRMED: _AGREED,
    Step.RESCHEDULED: (Step.CONFIRMED, Step.REFUSED, *_AGREED),
    Step.NOTIFIED: (Step.REHEARSED, Step.HELD, Step.RESCHEDULED, Step.CANCELLED),
    Step.REHEARSED: (Step.REHEARSED, Step.HELD, Step.RESCHEDULED, Step.CANCELLED),
    Step.HELD: (Step.HELD, Step.CLOSED),
    Step.REFUSED: (Step.SUBMITTED,),
    Step.CLOSED: (),
    Step.CANCELLED: (),
}
WITH_REASON = frozenset({Step.REFUSED, Step.RESCHEDULED, Step.CANCELLED})
"""Steps that nobody takes without saying why."""


class StepFault(StrEnum):
    NOT_NOW = "not_now"
    """The step does not follow from the one before."""
    REASON_MISSING = "reason_missing"
    LATE_REASON_MISSING = "late_reason_missing"
    TIME_MISSING = "time_missing"
    """Another time was to be set and is not given, or ends before it starts."""
    FIELDS_MISSING = "fields_missing"
    """The registration is not whole yet."""


class StepRefused(Exception):
    """The step is not taken; says why and which one."""

    def __init__(self, fault: StepFault, step: Step) -> None:
        super().__init__(f"{step.value}: {fault.value}")
        self.fault, self.step = fault, step


class NewTimes(msgspec.Struct, frozen=True, kw_only=True):
    """When a rescheduled meeting takes place."""

    start_ms: int
    end_ms: int | None = None


def take_step(meeting: Meeting, step: StepTaken, times: NewTimes | None = None) -> Meeting:
    """Returns the meeting one step further; raises `StepRefused`.

    `times` are for `Step.RESCHEDULED`; the times before are kept in the step.
    """
    if step.step not in NEXT[meeting.step]:
        raise StepRefused(StepFault.NOT_NOW, step.step)
    if step.late and not step.reason.strip():
        raise StepRefused(StepFault.LATE_REASON_MISSING, step.step)
    if step.step in WITH_REASON and not step.reason.strip():
        raise StepRefused(StepFault.REASON_MISSING, step.step)
    if step.step is not Step.RESCHEDULED:
        return _with(meeting, step)
    if times is None or (times.end_ms is not None and times.end_ms <= times.start_ms):
        raise StepRefused(StepFault.TIME_MISSING, step.step)
    return _moved(meeting, step, times)


def _moved(meeting: Meeting, step: StepTaken, times: NewTimes) -> Meeting:
    """Moves the meeting, and a rehearsal that had a time loses it: it has to be agreed anew."""
    told = msgspec.structs.replace(step, start_ms=meeting.start_ms, end_ms=meeting.end_ms)
    moved = msgspec.structs.replace(
        meeting, start_ms=times.start_ms, end_ms=times.end_ms, rehearsal_start_ms=None, rehearsal_end_ms=None
    )
    return _with(moved, told)


def _with(meeting: Meeting, step: StepTaken) -> Meeting:
    return msgspec.structs.replace(meeting, steps=(*meeting.steps, step))


def after_session(meeting: Meeting, kind: SessionKind, person: str, wall_ms: int) -> Meeting | None:
    """Returns a meeting after its rehearsal or its official session; None when it says so already or may not."""
    step = {SessionKind.REHEARSAL: Step.REHEARSED, SessionKind.OFFICIAL: Step.HELD}.get(kind)
    if step is None or step not in NEXT[meeting.step]:
        return None
    return _with(meeting, StepTaken(step=step, wall_ms=wall_ms, person=person))


def stamped(meeting: Meeting, profile: ProfileStamp) -> Meeting:
    """Returns the meeting under the rules of a profile; one that was submitted keeps the rules of its day."""
    if meeting.profile is not None and meeting.step is not Step.DRAFT:
        return meeting
    return msgspec.structs.replace(meeting, profile=profile)
