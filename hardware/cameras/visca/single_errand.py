"""One command that is asked for and done: finding the stops again, the automatic focus, waking up.

Rule: it ends exactly once; a camera that takes the command and never says that it has done it is told as unconfirmed.
Without sequence numbers a refusal may be the answer to a question that was under way: what does no harm when it is done
twice is therefore asked twice.
"""

from console.words import Reason
from hardware.cameras.head import HeadEnd, Mouth
from hardware.cameras.visca.delivery import Answered, Completed, DeliveryEvent, NotAnswered, Refused
from hardware.cameras.visca.visca_codec import ViscaError


class SingleErrand:
    """One command; `end` is set when it has ended."""

    def __init__(self, mouth: Mouth, request_id: str, packet: bytes, seconds: float, *, tries: int = 1) -> None:
        """`seconds` is how long the camera may take, `tries` how often it is asked when it says not now."""
        self._mouth, self._request_id = mouth, request_id
        self._packet, self._seconds = packet, seconds
        self._ticket: int | None = None
        self._tries = tries
        self._deadline = 0.0
        self._taken = False
        self.end: HeadEnd | None = None

    def begin(self, now: float) -> None:
        """Sends the command."""
        self._deadline = now + self._seconds
        self._ask(now)

    def _ask(self, now: float) -> None:
        self._tries -= 1
        self._ticket = self._mouth.submit(self._packet, now)

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of it."""
        if self.end is not None or event.ticket != self._ticket:
            return
        match event:
            case Completed():
                self._finish(None)
            case Refused(code=ViscaError.NOT_EXECUTABLE) if self._tries:
                self._ask(now)
            case Refused():
                cannot = event.code in (ViscaError.SYNTAX, ViscaError.MESSAGE_LENGTH)
                self._finish(Reason.CAMERA_CANNOT if cannot else Reason.CAMERA_BUSY)
            case NotAnswered():
                self._finish(Reason.CAMERA_UNREACHABLE)
            case Answered():
                pass
            case _:
                self._taken = True

    def next_due(self) -> float | None:
        """Returns when something is due."""
        return None if self.end is not None else self._deadline

    def tick(self, now: float) -> None:
        """Gives up at the deadline."""
        if self.end is None and now >= self._deadline:
            self._finish(Reason.CAMERA_UNCONFIRMED if self._taken else Reason.TIMEOUT)

    def break_off(self, reason: Reason) -> None:
        """Ends it because the camera is gone or moves otherwise."""
        if self.end is None:
            self._finish(reason)

    def _finish(self, reason: Reason | None) -> None:
        self.end = HeadEnd(self._request_id, reason)
        if self._ticket is not None:
            self._mouth.withdraw(self._ticket)
