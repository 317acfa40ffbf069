"""One recall of a preset: sent, taken, moving, and proved to have arrived, or ended with a reason.

Rules: it ends exactly once. "Arrived" needs the camera's Completion and, where it tells its position, the preset's
place at rest; the place alone proves it when the Completion was lost or never comes; where it tells no place, the flag
of its lens block that a recall is being carried out. A full camera gives way to the newest wish; a memory that leads
nowhere, or elsewhere, is replaced once by the kept position, and whoever got there so though a memory was kept is told
that it is gone.
"""

from collections import deque

from console.cameras.camera_words import CameraStage
from console.words import Reason
from hardware.cameras.head import HeadEnd, Mouth, Position, Target, Traits
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
from hardware.cameras.visca.visca_codec import (
    LENS_INQUIRY,
    POWER_INQUIRY,
    USUAL_WIDTHS,
    ViscaError,
    cancel,
    memory_recall,
    pan_tilt_absolute,
    read_lens_moving,
    read_power,
    zoom_direct,
)

POLL_SECONDS = 0.25
STILL_SECONDS = 0.3
"""At the place and completed."""
SURE_SECONDS = 1.0
"""At the place without a Completion, or still somewhere else."""
BUSY_SECONDS = 2.0
BUSY_WAITS = (0.1, 0.2, 0.4)
RESEND_SECONDS = 1.0
MOST_SENDS = 3
SOCKETS = (1, 2)
NO_SUCH_COMMAND = (ViscaError.SYNTAX, ViscaError.MESSAGE_LENGTH)


class RecallErrand:
    """A move to a preset; `end` is set when it has ended."""

    def __init__(
        self,
        mouth: Mouth,
        traits: Traits,
        request_id: str,
        target: Target,
        *,
        move_seconds: float,
        fastest: tuple[int, int],
    ) -> None:
        self._mouth, self._traits, self._target = mouth, traits, target
        self._request_id, self._move_seconds, self._fastest = request_id, move_seconds, fastest
        self._reader = PositionReader(mouth, traits)
        self.end: HeadEnd | None = None
        self.sockets: set[int] = set()
        """Where the camera carries it out."""
        self.position: Position | None = None
        """The newest reading."""
        self._by_memory = False
        self._commands: dict[int, bytes] = {}
        self._cancels: set[int] = set()
        self._power_ticket: int | None = None
        self._lens_ticket: int | None = None
        self._seen_moving = False
        self._accepted = self._completed = False
        self._sends = 0
        self._sent_at = self._still_since = 0.0
        self._poll_due: float | None = None
        self._retry_due: float | None = None
        self._busy_until: float | None = None
        self._busy_waits: deque[float] = deque(BUSY_WAITS)
        self._deadline = 0.0

    @property
    def stage(self) -> CameraStage:
        """How far the move is."""
        if self._seen_moving:
            return CameraStage.MOVING
        return CameraStage.ACCEPTED if self._accepted else CameraStage.SENT

    # ------------------------------------------------------------ sending

    def begin(self, now: float) -> None:
        """Sends the move."""
        self._deadline = now + self._move_seconds
        self._by_memory = self._target.slot is not None and self._traits.memory is not False
        self._send(now)

    def _send(self, now: float) -> None:
        packets = self._packets()
        if not packets:
            self._finish(Reason.CAMERA_CANNOT)
            return
        self._forget_commands()
        self._commands = {self._mouth.submit(packet, now): packet for packet in packets}
        self._accepted = self._completed = False
        self._sends += 1
        self._sent_at = self._still_since = now
        self._retry_due = None
        self._poll_due = now + POLL_SECONDS if self._traits.position or self._traits.lens else None

    def _packets(self) -> list[bytes]:
        if self._by_memory and self._target.slot is not None:
            return [memory_recall(self._target.slot)]
        place = self._target.position
        if place is None or self._traits.absolute is False:
            return []
        pan_speed, tilt_speed = self._fastest
        widths = self._traits.widths or USUAL_WIDTHS
        turn = pan_tilt_absolute(place.pan, place.tilt, pan_speed=pan_speed, tilt_speed=tilt_speed, widths=widths)
        packets = [turn]
        return packets if place.zoom is None else [*packets, zoom_direct(place.zoom)]

    def _go_by_position(self, now: float, otherwise: Reason) -> None:
        """Moves to the kept position instead of the memory, once."""
        if self._by_memory and self._target.position is not None and self._traits.absolute is not False:
            self._by_memory = False
            self._send(now)
        else:
            self._finish(otherwise)

    # ------------------------------------------------------------ answers

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a packet."""
        if self.end is not None:
            return
        if event.ticket in self._commands:
            self._take_command(event, now)
        elif event.ticket in self._cancels:
            self._take_cancel(event, now)
        elif event.ticket == self._power_ticket:
            self._take_power(event, now)
        elif event.ticket == self._lens_ticket:
            self._take_lens(event)
        else:
            place = self._reader.take(event)
            if place is not None:
                self._see(place, now)
            elif self._completed and self._traits.position is False:
                self._finish(None)

    def _take_command(self, event: DeliveryEvent, now: float) -> None:
        match event:
            case Accepted():
                self._accepted = True
                self.sockets.add(event.socket)
            case Performed():
                self._accepted = True
            case Completed():
                del self._commands[event.ticket]
                if not self._commands:
                    self._complete(now)
            case Refused():
                del self._commands[event.ticket]
                self._take_refusal(event.code, now)
            case NotAnswered():
                self._finish(Reason.CAMERA_UNREACHABLE)
            case Answered():
                pass

    def _complete(self, now: float) -> None:
        self._accepted = self._completed = True
        if self._by_memory:
            self._traits.memory = True
        if self._traits.position is False and not self._traits.lens:
            self._finish(None)
        else:
            self._poll_due = now

    def _take_refusal(self, code: int, now: float) -> None:
        if code == ViscaError.BUFFER_FULL:
            self._make_room(now)
        elif code in NO_SUCH_COMMAND and self._by_memory:
            self._traits.memory = False
            self._go_by_position(now, Reason.CAMERA_CANNOT)
        elif code == ViscaError.NOT_EXECUTABLE and self._traits.power is not False:
            self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        elif code == ViscaError.NOT_EXECUTABLE:
            self._go_by_position(now, Reason.CAMERA_FAILED)
        elif self._by_memory or code != ViscaError.CANCELLED:
            self._finish(Reason.CAMERA_CANNOT if code in NO_SUCH_COMMAND else Reason.CAMERA_FAILED)

    def _take_lens(self, event: DeliveryEvent) -> None:
        """Takes whether the recall is being carried out; what never began is only proved by its Completion."""
        self._lens_ticket = None
        moving = read_lens_moving(event.payload) if isinstance(event, Answered) else None
        if moving is None:
            return
        if not moving and (self._completed or (self._accepted and self._seen_moving)):
            self._finish(None)
        self._seen_moving = self._seen_moving or moving

    def _take_power(self, event: DeliveryEvent, now: float) -> None:
        self._power_ticket = None
        if isinstance(event, Answered) and read_power(event.payload) is False:
            self._finish(Reason.CAMERA_STANDBY)
        else:
            self._go_by_position(now, Reason.CAMERA_FAILED)

    def _make_room(self, now: float) -> None:
        """The camera carries out two commands already: they are broken off, the newest is sent again."""
        if self._busy_until is None:
            self._busy_until = now + BUSY_SECONDS
            self._cancels = {self._mouth.submit(cancel(socket), now, urgent=True) for socket in SOCKETS}
        wait = self._busy_waits.popleft() if self._busy_waits else BUSY_WAITS[-1]
        self._retry_due = now + wait
        if now >= self._busy_until:
            self._finish(Reason.CAMERA_BUSY)

    def _take_cancel(self, event: DeliveryEvent, now: float) -> None:
        if isinstance(event, Accepted | Performed):
            return
        self._cancels.discard(event.ticket)
        if not self._cancels and self._retry_due is not None:
            self._retry_due = now

    # ------------------------------------------------------------ where the head stands

    def _see(self, place: Position, now: float) -> None:
        if self.position is None or not place.still(self.position):
            self._seen_moving = self._seen_moving or self.position is not None
            self._still_since = now
        self.position = place
        still = now - self._still_since
        target = self._target.position
        there = target is not None and place.near(target)
        proved = self._completed and (there or target is None)
        if (proved and still >= STILL_SECONDS) or (there and still >= SURE_SECONDS):
            self._finish(None)
        elif self._completed and not there and still >= SURE_SECONDS:
            self._go_by_position(now, Reason.CAMERA_ELSEWHERE)
        elif self._lost_on_the_way(still, now):
            self._send(now)

    def _lost_on_the_way(self, still: float, now: float) -> bool:
        """Returns whether the move seems not to have reached the camera: no answer, and nothing moves."""
        waited = now - self._sent_at
        silent = self._mouth.loses and not self._accepted and self._retry_due is None
        return silent and waited >= RESEND_SECONDS and still >= RESEND_SECONDS and self._sends < MOST_SENDS

    # ------------------------------------------------------------ time and end

    def next_due(self) -> float | None:
        """Returns when something is due."""
        if self.end is not None:
            return None
        due = [self._deadline, self._poll_due, self._retry_due]
        return min(moment for moment in due if moment is not None)

    def tick(self, now: float) -> None:
        """Asks for the position, sends again to a full camera, gives up at the deadline."""
        if self.end is not None:
            return
        if now >= self._deadline:
            self._expire()
            return
        if self._retry_due is not None and now >= self._retry_due:
            self._send(now)
        if self._poll_due is not None and now >= self._poll_due:
            self._poll_due = now + POLL_SECONDS
            if self._traits.position is not False:
                self._reader.ask(now)
            elif self._lens_ticket is None:
                self._lens_ticket = self._mouth.submit(LENS_INQUIRY, now)

    def _expire(self) -> None:
        unproved = self.position is None and self._accepted
        self._finish(Reason.CAMERA_UNCONFIRMED if unproved else Reason.TIMEOUT)

    def break_off(self, reason: Reason) -> None:
        """Ends it for a newer wish or because the camera is gone; nothing of it is sent again."""
        if self.end is None:
            self._finish(reason)

    def _finish(self, reason: Reason | None) -> None:
        gone = reason is None and self._target.slot is not None and not self._by_memory
        self.end = HeadEnd(self._request_id, reason, position=self.position, memory_gone=gone)
        self._forget_commands()
        self._reader.withdraw()

    def _forget_commands(self) -> None:
        for ticket in self._commands:
            self._mouth.withdraw(ticket)
        self._commands.clear()
