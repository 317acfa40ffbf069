"""The answer to "do you receive the program": when the first new picture and sound were decoded after the question.

Rule: every question ends in exactly one report, at the latest after `LONGEST_SECONDS`; what did not come is None. Only
what arrived after the question counts, so that a picture from before the cut is no proof.
"""

from dataclasses import dataclass
from typing import Final

from console.sites.site_messages import ProgramReported

LONGEST_SECONDS: Final = 4.0
MOST_QUESTIONS: Final = 8
"""Open questions of one site; a further one ends the oldest."""


@dataclass(slots=True)
class Question:
    """One open question; answers in ms after it was asked."""

    request_id: str
    asked_seconds: float
    frame_after_ms: int | None = None
    sound_after_ms: int | None = None

    @property
    def answered(self) -> bool:
        """Whether both have come."""
        return self.frame_after_ms is not None and self.sound_after_ms is not None

    def report(self) -> ProgramReported:
        """Returns the report as far as it is known."""
        return ProgramReported(
            request_id=self.request_id, frame_after_ms=self.frame_after_ms, sound_after_ms=self.sound_after_ms
        )


class ProgramQuestions:
    """The open questions of one connection; pure, time is an argument."""

    def __init__(self) -> None:
        self._open: list[Question] = []

    @property
    def wants_frame(self) -> bool:
        """Whether a decoded picture would answer something."""
        return any(question.frame_after_ms is None for question in self._open)

    @property
    def wants_sound(self) -> bool:
        """Whether decoded sound would answer something."""
        return any(question.sound_after_ms is None for question in self._open)

    def ask(self, request_id: str, now_seconds: float) -> list[ProgramReported]:
        """Opens a question; the same request again changes nothing. Returns reports that end for want of room."""
        if any(question.request_id == request_id for question in self._open):
            return []
        self._open.append(Question(request_id, now_seconds))
        return [self._open.pop(0).report() for _ in range(len(self._open) - MOST_QUESTIONS)]

    def frame_decoded(self, arrived_seconds: float, now_seconds: float) -> list[ProgramReported]:
        """Notes a decoded picture; returns the reports that are complete with it."""
        for question in self._open:
            if question.frame_after_ms is None and arrived_seconds >= question.asked_seconds:
                question.frame_after_ms = round((now_seconds - question.asked_seconds) * 1000)
        return self._take_answered()

    def sound_decoded(self, arrived_seconds: float, now_seconds: float) -> list[ProgramReported]:
        """Notes decoded sound; returns the reports that are complete with it."""
        for question in self._open:
            if question.sound_after_ms is None and arrived_seconds >= question.asked_seconds:
                question.sound_after_ms = round((now_seconds - question.asked_seconds) * 1000)
        return self._take_answered()

    def expire(self, now_seconds: float) -> list[ProgramReported]:
        """Returns the reports of questions whose time is over."""
        old = [question for question in self._open if now_seconds - question.asked_seconds >= LONGEST_SECONDS]
        self._open = [question for question in self._open if question not in old]
        return [question.report() for question in old]

    def _take_answered(self) -> list[ProgramReported]:
        done = [question for question in self._open if question.answered]
        self._open = [question for question in self._open if not question.answered]
        return [question.report() for question in done]
