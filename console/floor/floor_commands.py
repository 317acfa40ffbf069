"""What people may ask about the queue for the floor and the running speech."""

from console.command import Command
from console.words import FloorSource, FloorUrgency, SiteId


class RequestFloor(Command):
    site: SiteId
    source: FloorSource = FloorSource.PHONE
    note: str = ""
    urgency: FloorUrgency = FloorUrgency.NORMAL
    person: str = ""
    """Who is to speak, where that was said."""


class WithdrawFloor(Command):
    site: SiteId


class MoveFloorRequest(Command):
    """Moves a request to `position` (0 is first)."""

    request_id: str
    position: int


class SkipFloor(Command):
    request_id: str


class SetFloorUrgency(Command):
    """Makes a request more or less urgent and moves it to where its urgency belongs."""

    request_id: str
    urgency: FloorUrgency


class ApproveFloor(Command):
    """The chair's yes to a request, given in the chair's view or told to the operator."""

    request_id: str


class RefuseFloor(Command):
    """The chair's no to a request: it leaves the queue."""

    request_id: str
    note: str = ""


class RestoreFloor(Command):
    """Puts a request that was skipped, withdrawn or refused back to its place."""

    request_id: str


class GrantFloor(Command):
    """Gives the floor to a request: the site goes to the podium and its speech starts when it is on air."""

    request_id: str


class FinishSpeech(Command):
    """Ends the running speech, closes the speaker's microphone and shows the main endpoint."""


class SetSpeechLimit(Command):
    """Gives the running speech another limit, counted from its beginning; None takes the limit away."""

    seconds: int | None = None
