"""Whether the camera is there, switched on, and what it knows: asked at the beginning, and again while nothing else is.

Rules: the first thing a camera is told over any new way is to stand still, for nobody knows what an earlier program
asked of it. A camera that does not answer is tried again every two seconds; one in standby is asked every second and
never switched on by itself.
"""

from console.words import CameraLink
from hardware.cameras.head import Mouth, Position, Traits
from hardware.cameras.visca.delivery import Accepted, Answered, DeliveryEvent, NotAnswered, Performed, Refused
from hardware.cameras.visca.position_reader import PositionReader
from hardware.cameras.visca.visca_codec import (
    PAN_TILT_STOP,
    POWER_INQUIRY,
    VERSION_INQUIRY,
    ZOOM_STOP,
    Version,
    read_power,
    read_version,
)

BEAT_SECONDS = 5.0
STANDBY_BEAT_SECONDS = 1.0
AGAIN_SECONDS = 2.0
LOOK_SECONDS = 0.7
"""After a move of ours: a head needs a moment to stand still."""
SILENT_ANSWERS = 2
"""Questions in a row without an answer after which the camera counts as gone."""


class LinkErrand:
    """The driver's own questions to the camera."""

    def __init__(self, mouth: Mouth, traits: Traits) -> None:
        self._mouth, self._traits = mouth, traits
        self._reader = PositionReader(mouth, traits)
        self.link = CameraLink.CONNECTING
        self.version: Version | None = None
        self.place: Position | None = None
        """Where the head stood when it was last asked."""
        self.wants_anew = False
        """The way to the camera has to be opened anew."""
        self._reads_move = False
        """The reading under way began before a move."""
        self._power_ticket: int | None = None
        self._version_ticket: int | None = None
        self._heard = False
        self._silent = 0
        self._due: float | None = None

    def begin(self, now: float) -> None:
        """Begins anew over a fresh way."""
        self._reader.withdraw()
        self.wants_anew, self._heard, self._silent = False, False, 0
        if self.link is not CameraLink.UNREACHABLE:
            self.link = CameraLink.CONNECTING
        self._mouth.submit(PAN_TILT_STOP, now)
        self._mouth.submit(ZOOM_STOP, now)
        self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        self._version_ticket = self._mouth.submit(VERSION_INQUIRY, now)
        self._reader.ask(now)
        self._due = now + BEAT_SECONDS

    def lose(self) -> None:
        """The way to the camera has ended; its owner opens the next one."""
        self.link, self._due, self.place = CameraLink.UNREACHABLE, None, None

    def forget_place(self) -> None:
        """Forgets where the head stood, for it is moved."""
        self.place, self._reads_move = None, self._reader.reading

    def look_soon(self, now: float, seconds: float = LOOK_SECONDS) -> None:
        """Asks soon where the head stands, for it was moved; a silent camera is left alone longer."""
        self.forget_place()
        if self._due is not None and not self.wants_anew:
            self._due = now + seconds

    def hear(self) -> None:
        """Something came from the camera, whoever had asked."""
        self._heard, self._silent = True, 0
        if self.link in (CameraLink.CONNECTING, CameraLink.UNREACHABLE) and self._power_ticket is None:
            self.link = CameraLink.READY

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a question."""
        if isinstance(event, NotAnswered):
            self._miss(now)
        elif isinstance(event, Accepted | Performed):
            return
        if event.ticket == self._power_ticket:
            self._take_power(event)
        elif event.ticket == self._version_ticket:
            self._version_ticket = None
            self.version = read_version(event.payload) if isinstance(event, Answered) else self.version
        else:
            self._take_reading(event)

    def _take_reading(self, event: DeliveryEvent) -> None:
        """Takes where the head stands; a reading that began before a move is of no use."""
        place = self._reader.take(event)
        if place is not None and not self._reads_move:
            self.place = place
        self._reads_move = self._reads_move and self._reader.reading

    def _miss(self, now: float) -> None:
        """Nothing came: at once the end of a way that never gave an answer."""
        self._silent += 1
        if self._heard and self._silent < SILENT_ANSWERS:
            self._due = now
            return
        self.link = CameraLink.UNREACHABLE
        self.wants_anew = True
        self._due = now + AGAIN_SECONDS

    def _take_power(self, event: DeliveryEvent) -> None:
        self._power_ticket = None
        if isinstance(event, Answered):
            on = read_power(event.payload)
            self._traits.power = on is not None
            self.link = CameraLink.STANDBY if on is False else CameraLink.READY
        elif isinstance(event, Refused):
            self._traits.power = False
            self.link = CameraLink.READY

    def next_due(self) -> float | None:
        """Returns when the next question is due."""
        return self._due

    def tick(self, now: float) -> None:
        """Asks again whether the camera is there."""
        if self._due is None or now < self._due or self.wants_anew:
            return
        self._due = now + (STANDBY_BEAT_SECONDS if self.link is CameraLink.STANDBY else BEAT_SECONDS)
        if self._traits.power is not False and self._power_ticket is None:
            self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        self._reader.ask(now)
