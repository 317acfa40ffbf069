"""Moves by hand: keeps the head turning as long as that is asked for, and stops it whatever happens.

Rules: the newest speeds win, no queue of old ones. A stop goes past everything that waits, takes the place of every
unanswered move, and is sent twice, several times where packets may be lost, for there an answer to another packet may
be taken for its own. Dead man: a move that is not asked for again stops. The farther the lens is zoomed in, the slower
the head turns, so that the picture passes at the same pace.
"""

from collections import deque
from dataclasses import replace

from console.words import Reason
from hardware.cameras.head import HeadEnd, Mouth, Traits, Velocity
from hardware.cameras.visca.delivery import DeliveryEvent, NotAnswered, Refused
from hardware.cameras.visca.visca_codec import (
    FOCUS_MANUAL,
    FOCUS_STOP,
    PAN_TILT_STOP,
    ZOOM_STOP,
    ViscaError,
    cancel,
    focus_drive,
    pan_tilt_drive,
    zoom_drive,
)

STILL = Velocity()
FASTEST_ZOOM = 8
STOP_AGAIN_SECONDS = 0.15
BUSY_SECONDS = 0.1
MOST_STOPS = 6
SURE_STOPS = 2
"""How often it is sent where every answer is known to be its own: a second time costs nothing."""
ZOOM_END = 0x4000
"""How far the optical zoom goes in Sony's and most others' units."""
NARROWEST = 8
"""How many times slower the head turns when it is zoomed in all the way."""
SOCKETS = (1, 2)
ENDS_KEPT = 64
REQUESTS_BOUND = 32
"""Requests that wait for the camera's first answer; of more the oldest is told that it was superseded."""


class DriveErrand:
    """Pan, tilt and zoom by hand of one camera; lives as long as its driver."""

    def __init__(self, mouth: Mouth, traits: Traits, fastest: tuple[int, int]) -> None:
        self._mouth, self._traits, self._fastest = mouth, traits, fastest
        self._wanted = self._told = STILL
        self._hold_until: float | None = None
        self._moves: dict[int, str] = {}
        """Unanswered moves: what they are about, by ticket."""
        self._stops: dict[int, bytes] = {}
        self._focused = False
        """The focus was moved by hand: a stop stops it too."""
        self._stop_tries = 0
        self._stop_due: float | None = None
        self._retry_due: float | None = None
        self._requests: deque[str] = deque()
        self._ends: list[HeadEnd] = []

    @property
    def moving(self) -> bool:
        """Whether the head is being driven."""
        return self._wanted != STILL

    @property
    def waits(self) -> bool:
        """Whether an answer of the camera is waited for."""
        return bool(self._requests or self._moves or self._stops)

    # ------------------------------------------------------------ wishes

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float, now: float) -> None:
        """Keeps moving at these speeds for that long; speeds of 0 stand still."""
        if velocity == STILL:
            self.stop(request_id, now)
            return
        velocity = self._at_this_zoom(velocity)
        self._await_answer(request_id)
        self._stop_due = None
        self._wanted, self._hold_until = velocity, now + hold_seconds
        if self._told == velocity and not self._moves:
            self._finish(None)
        self._send_wanted(now)

    def stop(self, request_id: str | None, now: float) -> None:
        """Stops pan, tilt and zoom at once."""
        for ticket in self._moves:
            self._mouth.withdraw(ticket)
        self._moves.clear()
        self._finish(Reason.SUPERSEDED)
        if request_id is not None:
            self._await_answer(request_id)
        self._wanted = self._told = STILL
        self._hold_until = self._retry_due = None
        self._stop_tries = 0
        self._send_stops(now)

    def yield_to_recall(self) -> None:
        """Sends no stop again that was answered, for a recall begins and would be stopped; others first reach it."""
        self._finish(Reason.SUPERSEDED)
        if not self._stops:
            self._stop_due = None

    def recall_was_taken(self) -> None:
        """Sends no stop any more: the camera has taken a recall, which ended what was driven by hand."""
        for ticket in self._stops:
            self._mouth.withdraw(ticket)
        self._stops.clear()
        self._stop_due = None

    def break_off(self, reason: Reason) -> None:
        """Forgets everything: the camera is gone; the first thing to be sent to it again is a stop."""
        self._moves.clear()
        self._stops.clear()
        self._wanted = self._told = STILL
        self._hold_until = self._stop_due = self._retry_due = None
        self._finish(reason)

    def take_ends(self) -> list[HeadEnd]:
        """Returns what requests have ended, and forgets it."""
        ends, self._ends = self._ends, []
        return ends

    def _await_answer(self, request_id: str) -> None:
        self._requests.append(request_id)
        if len(self._requests) > REQUESTS_BOUND:
            self._ends.append(HeadEnd(self._requests.popleft(), Reason.SUPERSEDED))

    def _finish(self, reason: Reason | None) -> None:
        self._ends.extend(HeadEnd(request_id, reason) for request_id in self._requests)
        self._requests.clear()

    def _at_this_zoom(self, velocity: Velocity) -> Velocity:
        share = min(1.0, max(0, self._traits.zoom or 0) / ZOOM_END)
        slower = 1 + (NARROWEST - 1) * share**1.5
        return replace(velocity, pan=_slowed(velocity.pan, slower), tilt=_slowed(velocity.tilt, slower))

    # ------------------------------------------------------------ sending

    def _send_wanted(self, now: float) -> None:
        """Sends what differs from what the camera was told; of each kind one packet waits for its answer at a time."""
        wanted, told = self._wanted, self._told
        if (wanted.pan, wanted.tilt) != (told.pan, told.tilt) and "pan-tilt" not in self._moves.values():
            packet = pan_tilt_drive(steps(wanted.pan, self._fastest[0]), steps(wanted.tilt, self._fastest[1]))
            self._told = replace(self._told, pan=wanted.pan, tilt=wanted.tilt)
            self._moves[self._mouth.submit(packet, now)] = "pan-tilt"
        if wanted.zoom != told.zoom and "zoom" not in self._moves.values():
            self._told = replace(self._told, zoom=wanted.zoom)
            self._moves[self._mouth.submit(zoom_drive(steps(wanted.zoom, FASTEST_ZOOM)), now)] = "zoom"
        if wanted.focus != told.focus and "focus" not in self._moves.values():
            if told.focus == 0:
                self._mouth.submit(FOCUS_MANUAL, now)
            self._told = replace(self._told, focus=wanted.focus)
            self._focused = True
            self._moves[self._mouth.submit(focus_drive(steps(wanted.focus, FASTEST_ZOOM)), now)] = "focus"

    def _send_stops(self, now: float) -> None:
        self._stop_tries += 1
        for ticket in self._stops:
            self._mouth.withdraw(ticket)
        stops = (PAN_TILT_STOP, ZOOM_STOP, *((FOCUS_STOP,) if self._focused else ()))
        self._stops = {self._mouth.submit(stop, now, urgent=True): stop for stop in stops}
        again = self._stop_tries < (MOST_STOPS if self._mouth.loses else SURE_STOPS)
        self._stop_due = now + STOP_AGAIN_SECONDS if again else None

    # ------------------------------------------------------------ answers

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a packet."""
        if event.ticket in self._stops:
            self._take_stop(event, now)
        elif event.ticket in self._moves:
            self._take_move(event, now)

    def _take_move(self, event: DeliveryEvent, now: float) -> None:
        kind = self._moves.pop(event.ticket)
        if isinstance(event, Refused) and event.code == ViscaError.BUFFER_FULL and self.moving:
            self._forget_told(kind)
            for socket in SOCKETS:
                self._mouth.submit(cancel(socket), now, urgent=True)
            self._retry_due = now + BUSY_SECONDS
        elif isinstance(event, Refused):
            # The refusal may have been another packet's: what may move nevertheless is stopped.
            self._finish(Reason.CAMERA_FAILED)
            self.stop(None, now)
        elif isinstance(event, NotAnswered):
            self._finish(Reason.CAMERA_UNREACHABLE)
        else:
            self._send_wanted(now)
            if not self._moves:
                self._finish(None)

    def _forget_told(self, kind: str) -> None:
        forgotten = {"pan-tilt": {"pan": 0, "tilt": 0}, "zoom": {"zoom": 0}, "focus": {"focus": 0}}[kind]
        self._told = replace(self._told, **forgotten)

    def _take_stop(self, event: DeliveryEvent, now: float) -> None:
        packet = self._stops.pop(event.ticket)
        if isinstance(event, Refused) and event.code == ViscaError.BUFFER_FULL and self._stop_tries < MOST_STOPS:
            self._stop_tries += 1
            for socket in SOCKETS:
                self._mouth.submit(cancel(socket), now, urgent=True)
            self._stops[self._mouth.submit(packet, now, urgent=True)] = packet
        elif self.moving:
            return  # A move was asked for meanwhile: only the camera's answer to that says what became of it.
        elif isinstance(event, NotAnswered):
            self._finish(Reason.CAMERA_UNREACHABLE)
        elif isinstance(event, Refused):
            self._finish(Reason.CAMERA_FAILED)
        else:
            self._rest()

    def _rest(self) -> None:
        """Both stops were taken."""
        if not self._stops:
            self._finish(None)

    # ------------------------------------------------------------ time

    def next_due(self) -> float | None:
        """Returns when the dead man's time is over or something is sent again."""
        due = (self._hold_until, self._stop_due, self._retry_due)
        return min((moment for moment in due if moment is not None), default=None)

    def tick(self, now: float) -> None:
        """Stops what is not asked for any more; sends again what may be lost."""
        if self._hold_until is not None and now >= self._hold_until:
            self.stop(None, now)
        if self._stop_due is not None and now >= self._stop_due:
            self._send_stops(now)
        if self._retry_due is not None and now >= self._retry_due:
            self._retry_due = None
            self._send_wanted(now)


def _slowed(per_cent: int, times: float) -> int:
    """Returns a slower speed, never none at all."""
    if per_cent == 0:
        return 0
    amount = max(1, round(abs(per_cent) / times))
    return amount if per_cent > 0 else -amount


def steps(per_cent: int, fastest: int) -> int:
    """Returns a speed in the camera's steps; the slowest step for anything that is not 0."""
    amount = max(1, round(abs(per_cent) * fastest / 100)) if per_cent else 0
    return amount if per_cent > 0 else -amount
