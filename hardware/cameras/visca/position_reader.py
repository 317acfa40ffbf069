"""Asks a camera where it stands: pan and tilt, then zoom, one reading at a time.

Rules: a camera that does not answer the question at first is not asked again; one that has answered it once can do so,
and a refusal or an answer of another shape is somebody else's then. Half a reading is none.
"""

from hardware.cameras.head import Mouth, Position, Traits
from hardware.cameras.visca.delivery import Answered, DeliveryEvent, NotAnswered, Refused, Ticket
from hardware.cameras.visca.visca_codec import (
    PAN_TILT_INQUIRY,
    WIDTHS,
    ZOOM_INQUIRY,
    read_pan_tilt,
    read_zoom,
)

AROUND_OCTETS = 3
"""Address, `50` and terminator."""


class PositionReader:
    """Reads positions for one errand."""

    def __init__(self, mouth: Mouth, traits: Traits) -> None:
        self._mouth, self._traits = mouth, traits
        self._pan_tilt_ticket: Ticket | None = None
        self._zoom_ticket: Ticket | None = None
        self._pan_tilt: tuple[int, int] | None = None
        self._zoom: int | None = None

    @property
    def reading(self) -> bool:
        """Whether an answer is waited for."""
        return self._pan_tilt_ticket is not None or self._zoom_ticket is not None

    def ask(self, now: float) -> None:
        """Begins a reading unless one is under way or the camera does not tell."""
        if self.reading or self._traits.position is False:
            return
        self._pan_tilt = self._zoom = None
        self._pan_tilt_ticket = self._mouth.submit(PAN_TILT_INQUIRY, now)
        if self._traits.zoom_position is not False:
            self._zoom_ticket = self._mouth.submit(ZOOM_INQUIRY, now)

    def take(self, event: DeliveryEvent) -> Position | None:
        """Returns the reading that this event completes; None while it is incomplete, or for an event of others."""
        if event.ticket == self._pan_tilt_ticket:
            self._pan_tilt_ticket = None
            self._pan_tilt = self._read(event.payload) if isinstance(event, Answered) else None
            if isinstance(event, Refused | NotAnswered) and self._traits.position is None:
                self._traits.position = False
        elif event.ticket == self._zoom_ticket:
            self._zoom_ticket = None
            self._zoom = read_zoom(event.payload) if isinstance(event, Answered) else None
            if isinstance(event, Refused | NotAnswered) and self._traits.zoom_position is None:
                self._traits.zoom_position = False
        else:
            return None
        return self._complete()

    def _complete(self) -> Position | None:
        """Returns the reading when all of it is there: half of one proves nothing."""
        if self.reading or self._pan_tilt is None:
            return None
        if self._zoom is None and self._traits.zoom_position is not False:
            return None
        self._traits.position = True
        if self._zoom is not None:
            self._traits.zoom_position = True
            self._traits.zoom = self._zoom
        return Position(*self._pan_tilt, self._zoom)

    def _read(self, payload: bytes) -> tuple[int, int] | None:
        """Reads pan and tilt, and how wide the camera writes them."""
        if self._traits.position_octets not in (None, len(payload) + AROUND_OCTETS):
            return None
        place = read_pan_tilt(payload)
        if place is not None:
            self._traits.widths = WIDTHS[len(payload)]
        return place

    def withdraw(self) -> None:
        """Asks no more."""
        for ticket in (self._pan_tilt_ticket, self._zoom_ticket):
            if ticket is not None:
                self._mouth.withdraw(ticket)
        self._pan_tilt_ticket = self._zoom_ticket = None
