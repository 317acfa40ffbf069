"""Whether the camera is there, switched on, and what it knows: asked at the beginning, and again while nothing else is.

Rules: the first thing a camera is told over any new way is to stand still, for nobody knows what an earlier program
asked of it. A camera that does not answer is tried again every two seconds; one in standby is asked every second and
never switched on by itself; one that was just switched on is waited for until it tells where it stands. On a serial
line, which may have no wire back, silence from the beginning is no proof that nobody is there.
"""

from console.cameras.camera_words import CameraLink
from hardware.cameras.head import Mouth, Position, Traits
from hardware.cameras.visca.delivery import Accepted, Answered, DeliveryEvent, NotAnswered, Performed, Refused
from hardware.cameras.visca.position_reader import PositionReader
from hardware.cameras.visca.visca_codec import (
    LENS_INQUIRY,
    PAN_TILT_STOP,
    POWER_INQUIRY,
    VERSION_INQUIRY,
    ZOOM_STOP,
    Version,
    read_lens_moving,
    read_power,
    read_version,
)

BEAT_SECONDS = 5.0
STANDBY_BEAT_SECONDS = 1.0
AGAIN_SECONDS = 2.0
LOOK_SECONDS = 0.7
"""After a move of ours: a head needs a moment to stand still."""
WAKING_SECONDS = 60.0
"""A camera that was switched on counts as ready after this, even when it does not tell where it stands."""
SILENT_ANSWERS = 2
"""Questions in a row without an answer after which the camera counts as gone."""
BEATS_FOR_VERSION = 4
"""Over UDP and serial lines a camera can be exchanged without the way to it ever ending."""


class LinkErrand:
    """The driver's own questions to the camera."""

    def __init__(self, mouth: Mouth, traits: Traits, *, maybe_one_way: bool = False) -> None:
        """`maybe_one_way` tells that answers may have no way back at all."""
        self._mouth, self._traits, self._maybe_one_way = mouth, traits, maybe_one_way
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
        self._lens_ticket: int | None = None
        self._life_ticket: int | None = None
        self._waking_until = 0.0
        self._heard = False
        self._silent = 0
        self._beats = 0
        self._due: float | None = None

    def begin(self, now: float) -> None:
        """Begins anew over a fresh way."""
        self._reader.withdraw()
        self.wants_anew, self._heard, self._silent = False, False, 0
        self._power_ticket = self._version_ticket = self._lens_ticket = self._life_ticket = None
        self._learn_anew()
        if self.link is not CameraLink.UNREACHABLE:
            self.link = CameraLink.CONNECTING
        self._mouth.submit(PAN_TILT_STOP, now)
        self._mouth.submit(ZOOM_STOP, now)
        self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        self._version_ticket = self._mouth.submit(VERSION_INQUIRY, now)
        self._reader.ask(now)
        self._due = now + BEAT_SECONDS

    def _learn_anew(self) -> None:
        """Forgets what it seemed not to know: it was not there, or another camera stands there now."""
        traits = self._traits
        traits.position, traits.zoom_position = traits.position or None, traits.zoom_position or None
        traits.power, traits.lens = traits.power or None, traits.lens or None

    def lose(self) -> None:
        """The way to the camera has ended; its owner opens the next one."""
        self.link, self._due, self.place = CameraLink.UNREACHABLE, None, None
        self.wants_anew = False

    def give_up(self, now: float) -> None:
        """Nothing has come for too long: the camera is gone, and the way to it is opened anew soon."""
        self.link, self.place = CameraLink.UNREACHABLE, None
        self.wants_anew, self._due = True, now + AGAIN_SECONDS

    @property
    def answers_something(self) -> bool:
        """Whether there is a question that this camera has answered before."""
        return self._traits.power is True or self.version is not None or self._traits.position is True

    def ask_for_life(self, now: float) -> None:
        """Asks what the camera has answered before, to hear whether it is still there."""
        if self._life_ticket is None and self._power_ticket is None and self.answers_something:
            question = POWER_INQUIRY if self._traits.power else VERSION_INQUIRY
            self._life_ticket = self._mouth.submit(question, now)

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
        absent = (CameraLink.CONNECTING, CameraLink.UNREACHABLE, CameraLink.SILENT)
        if self.link in absent and self._power_ticket is None:
            self.link = CameraLink.READY

    def take(self, event: DeliveryEvent, now: float) -> None:
        """Takes what came of a question."""
        if isinstance(event, NotAnswered):
            self._miss(now)
        elif isinstance(event, Accepted | Performed):
            return
        if event.ticket == self._power_ticket:
            self._take_power(event, now)
        elif event.ticket == self._version_ticket:
            self._version_ticket = None
            self.version = read_version(event.payload) if isinstance(event, Answered) else self.version
        elif event.ticket == self._lens_ticket:
            self._lens_ticket = None
            self._traits.lens = isinstance(event, Answered) and read_lens_moving(event.payload) is not None
        elif event.ticket == self._life_ticket:
            self._life_ticket = None
        else:
            self._take_reading(event, now)

    def _take_reading(self, event: DeliveryEvent, now: float) -> None:
        """Takes where the head stands; a reading that began before a move is of no use."""
        place = self._reader.take(event)
        if place is not None and self.link is CameraLink.WAKING:
            self.link = CameraLink.READY
        if self._traits.position is False and self._traits.lens is None and self._lens_ticket is None:
            self._lens_ticket = self._mouth.submit(LENS_INQUIRY, now)
        if place is not None and not self._reads_move:
            self.place = place
        self._reads_move = self._reads_move and self._reader.reading

    def _miss(self, now: float) -> None:
        """Nothing came: at once the end of a way that never gave an answer."""
        self._silent += 1
        if self._heard and self._silent < SILENT_ANSWERS:
            self._due = now
        elif not self._heard and self._maybe_one_way:
            self.link = CameraLink.SILENT
        else:
            self.give_up(now)

    def _take_power(self, event: DeliveryEvent, now: float) -> None:
        self._power_ticket = None
        if isinstance(event, Answered):
            on = read_power(event.payload)
            self._traits.power = on is not None
            self.link = CameraLink.STANDBY if on is False else self._link_when_on(now)
        elif isinstance(event, Refused):
            self._traits.power = False
            self.link = CameraLink.READY

    def _link_when_on(self, now: float) -> CameraLink:
        """Returns whether a camera that is switched on takes moves already."""
        if self.link is CameraLink.STANDBY:
            self._waking_until = now + WAKING_SECONDS
            self._traits.position = self._traits.position or None
            return CameraLink.WAKING
        return CameraLink.WAKING if self.link is CameraLink.WAKING and now < self._waking_until else CameraLink.READY

    def next_due(self) -> float | None:
        """Returns when the next question is due."""
        return self._due

    def tick(self, now: float) -> None:
        """Asks again whether the camera is there."""
        if self._due is None or now < self._due or self.wants_anew:
            return
        dozing = self.link in (CameraLink.STANDBY, CameraLink.WAKING)
        self._due = now + (STANDBY_BEAT_SECONDS if dozing else BEAT_SECONDS)
        if self._traits.power is not False and self._power_ticket is None:
            self._power_ticket = self._mouth.submit(POWER_INQUIRY, now)
        self._beats += 1
        if self.version is not None and self._version_ticket is None and self._beats % BEATS_FOR_VERSION == 0:
            self._version_ticket = self._mouth.submit(VERSION_INQUIRY, now)
        self._reader.ask(now)
