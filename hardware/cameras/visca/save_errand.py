"""Saving where a head stands: at rest by two equal readings, then into a memory of the camera.

Rules: it ends exactly once, and any failure leaves what was kept before as it was. A camera without a memory is served
by its position alone; one that tells no position by its memory alone. What was sent and is never confirmed, as over a
line without a way back, ends as unconfirmed with the memory that it was sent for.
"""

from console.words import Reason
from hardware.cameras.head import HeadEnd, Mouth, Position, Traits
from hardware.cameras.visca.delivery import (
    Accepted,
    Answered,
    Completed,
    DeliveryEvent,
    NotAnswered,
    Performed,
    Refused,
)
from hardware.cameras.visca.position_reader import PositionReader
from hardware.cameras.visca.visca_codec import POWER_INQUIRY, ViscaError, memory_set, read_power

BETWEEN_READINGS_SECONDS = 0.15
READING_SECONDS = 4.0
SET_SECONDS = 5.0


class SaveErrand:
    """One save; `end` is set when it has ended."""

    def __init__(self, mouth: Mouth, traits: Traits, request_id: str, slot: int) -> None:
        self._mouth, self._traits = mouth, traits
        self._request_id, self._slot = request_id, slot
        self._reader = PositionReader(mouth, traits)
        self._first: Position | None = None
        self._position: Position | None = None
        self._set_ticket: int | None = None
        self._power_ticket: int | None = None
        self._accepted = False
        self._read_due: float | None = None
        self._deadline = 0.0
        self.end: HeadEnd | None = None

    def begin(self, now: float, *, hears: bool = True) -> None:
        """Reads the position, or sets the memory at once where there is none to be read, or nothing to be heard."""
        self._deadline = now + READING_SECONDS
        if self._traits.position and hears:
            self._reader.ask(now)
        else:
            self._set(now)

    def _set(self, now: float) -> None:
        self._deadline = now + SET_SECONDS
        if self._traits.memory is False:
            self._finish_by_position()
        else:
            self._set_ticket = self._mouth.submit(memory_set(self._slot), now)

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a packet."""
        if self.end is not None:
            return
        if event.ticket == self._set_ticket:
            self._take_set(event, now)
        elif event.ticket == self._power_ticket:
            off = isinstance(event, Answered) and read_power(event.payload) is False
            self._finish(Reason.CAMERA_STANDBY if off else Reason.CAMERA_FAILED)
        else:
            self._take_reading(event, now)

    def _take_reading(self, event: DeliveryEvent, now: float) -> None:
        place = self._reader.take(event)
        if place is None:
            if isinstance(event, NotAnswered):
                self._finish(Reason.CAMERA_UNREACHABLE)
        elif self._first is None:
            self._first = place
            self._read_due = now + BETWEEN_READINGS_SECONDS
        elif not place.still(self._first):
            self._finish(Reason.CAMERA_MOVING)
        else:
            self._position = place
            self._set(now)

    def _take_set(self, event: DeliveryEvent, now: float) -> None:
        match event:
            case Accepted() | Performed():
                self._accepted = True
            case Completed():
                self._traits.memory = True
                self._finish(None, self._slot)
            case Refused():
                self._take_refusal(event.code, now)
            case NotAnswered():
                self._finish(Reason.CAMERA_UNREACHABLE)
            case Answered():
                pass

    def _take_refusal(self, code: int, now: float) -> None:
        if code in (ViscaError.SYNTAX, ViscaError.MESSAGE_LENGTH):
            self._traits.memory = False
            self._finish_by_position()
        elif code == ViscaError.BUFFER_FULL:
            self._finish(Reason.CAMERA_BUSY)
        elif code == ViscaError.NOT_EXECUTABLE and self._traits.power is not False:
            self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        else:
            self._finish(Reason.CAMERA_FAILED)

    def _finish_by_position(self) -> None:
        self._finish(None if self._position is not None else Reason.CAMERA_CANNOT)

    def next_due(self) -> float | None:
        """Returns when something is due."""
        if self.end is not None:
            return None
        return self._deadline if self._read_due is None else min(self._read_due, self._deadline)

    def tick(self, now: float) -> None:
        """Reads a second time; gives up at the deadline."""
        if self.end is not None:
            return
        if self._read_due is not None and now >= self._read_due:
            self._read_due = None
            self._reader.ask(now)
        if now >= self._deadline:
            self._expire()

    def _expire(self) -> None:
        if self._accepted and self._position is not None:
            self._finish(None, self._slot)  # the recall proves by position whether the memory took it
        else:
            self._finish_unproved() if self._accepted else self._finish(Reason.TIMEOUT)

    def break_off(self, reason: Reason) -> None:
        """Ends it because the camera is gone or moves, or nobody will ever say whether it was done."""
        if self.end is None and reason is Reason.CAMERA_UNCONFIRMED:
            self._finish_unproved()
        elif self.end is None:
            self._finish(reason)

    def _finish_unproved(self) -> None:
        """Tells the memory that may hold it; without one nothing can have been kept."""
        if self._set_ticket is None:
            self._finish(Reason.CAMERA_CANNOT)
        else:
            self._finish(Reason.CAMERA_UNCONFIRMED, self._slot)

    def _finish(self, reason: Reason | None, slot: int | None = None) -> None:
        self.end = HeadEnd(self._request_id, reason, slot=slot, position=self._position)
        self._reader.withdraw()
        if self._set_ticket is not None:
            self._mouth.withdraw(self._set_ticket)
