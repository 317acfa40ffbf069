"""What a province of simulated sites is told and what it answers: JSON lines between its processes.

Rule: frozen, schema-checked; every order is answered once, with the same `number`.
"""

from typing import Annotated

import msgspec

from console.checks.check_words import CheckItem, CheckResult, StageName
from console.command import kebab
from console.commands import AnyCommand
from console.control.control_facts import OrderFacts
from console.words import DelegatedRight, Reason, Rung, SiteId
from hardware.endpoint.endpoint_state import JoinPhase
from hardware.simulator.lines.line_model import LineConditions


class Technician(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person at a simulated site does by himself; None: nothing. Times in seconds."""

    asks_floor_after: float | None = None
    """After joining, and again after every speech."""
    ready_after: float | None = None
    """On deck."""
    opens_after: float | None = None
    """On the podium, when the microphone may be opened."""
    speaks_for: float | None = None
    """Then gives the floor back."""


class RoomEcho(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a room gives back what is played into it: so much quieter, so much later."""

    loss_db: Annotated[float, msgspec.Meta(ge=0, le=100)]
    delay_ms: Annotated[int, msgspec.Meta(ge=0, le=900)]


class SimulatedSite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One site: who it is, how it gets in, what it does by itself.

    It joins with `credential`, or exchanges the one-time `code` for one. `observes` makes it decode what it sees and
    hears; `alone` gives it a process of its own, so that it can hang.
    """

    site: SiteId
    number: int
    name: str
    credential: str | None = None
    code: str | None = None
    technician: Technician = Technician()
    observes: bool = False
    alone: bool = False
    has_camera: bool = True
    has_microphone: bool = True
    podium_preset: str = ""
    """The preset of its own moving camera that shows whoever speaks; empty: the site has no such camera."""
    ptz_port: int | None = None
    """The room's moving camera listens on this port, and somebody else drives it."""
    speaks: bool = True
    """False: the microphone gives silence."""
    echo: RoomEcho | None = None
    """Its microphone hears its loudspeaker; None: it does not."""
    line: LineConditions | None = None
    """Its line to the bridge, both ways; None: as good as this machine's own."""
    largest: Rung = Rung.PODIUM
    """Its camera gives no larger picture than this, whatever is ordered."""


class ProvincePlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first line to a process: the bridge and the sites to be simulated.

    `join_over_seconds` spreads the first joins; 0 lets all join at once.
    """

    urls: tuple[str, ...]
    fingerprint: str
    sites: tuple[SimulatedSite, ...]
    join_over_seconds: float = 0.0


class SiteOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=kebab):
    """Base of orders; `site` None means every site of the process."""

    number: int = 0
    site: SiteId | None = None


class AskFloor(SiteOrder):
    """Raises the hand."""

    note: str = ""


class WithdrawRequest(SiteOrder):
    """Takes the hand down."""


class SayReady(SiteOrder):
    """Answers "on deck" with Ready."""


class PressMicrophone(SiteOrder):
    """Presses the microphone key."""

    open: bool


class EndSpeech(SiteOrder):
    """Gives the floor back."""


class TickItem(SiteOrder):
    """The technician says what was found of an item of the check."""

    stage: StageName
    item: CheckItem
    result: CheckResult
    by: str = ""


class GiveOrder(SiteOrder):
    """Asks something of other sites, as far as control was delegated to this one."""

    command: AnyCommand


class Leave(SiteOrder):
    """Leaves the meeting for good, until `join`."""


class Join(SiteOrder):
    """Joins, or tries again at once."""


class SpoilLine(SiteOrder):
    """Changes the line of a site that has one of its own, both ways; None: good again."""

    line: LineConditions | None = None


class Show(SiteOrder):
    """Asks for the state."""


class Forget(SiteOrder):
    """Makes observers forget what they saw and heard."""


AnySiteOrder = (
    AskFloor
    | WithdrawRequest
    | SayReady
    | PressMicrophone
    | EndSpeech
    | TickItem
    | GiveOrder
    | Leave
    | Join
    | SpoilLine
    | Show
    | Forget
)


class SiteShown(msgspec.Struct, frozen=True, kw_only=True):
    """One simulated site as it is now.

    `program_*` are None unless the site observes: the number and the counter read from the newest program picture,
    when it shows one drawn room in full; its size; the level (dB of full scale) and the site numbers heard in the last
    0.6 s.
    """

    site: SiteId
    phase: JoinPhase
    trouble: str
    joins: int
    microphone_open: bool
    may_open: bool
    order: int
    reason: Reason | None
    listening: bool
    rung: Rung
    on_podium: bool
    on_deck: bool
    queue_place: int | None
    rights: tuple[DelegatedRight, ...] = ()
    """What it may control besides itself."""
    given: OrderFacts | None = None
    """The last command about other sites that it gave, and what became of it."""
    program_site_number: int | None = None
    program_counter: int | None = None
    program_width: int | None = None
    program_level_db: float | None = None
    program_heard: tuple[int, ...] | None = None


class Done(msgspec.Struct, frozen=True, kw_only=True, tag_field="answer", tag=kebab):
    """The answer to an order; `not_done` are sites that could not (not connected, not allowed)."""

    number: int
    not_done: tuple[SiteId, ...] = ()
    sites: tuple[SiteShown, ...] = ()


class NotUnderstood(msgspec.Struct, frozen=True, kw_only=True, tag_field="answer", tag=kebab):
    """The answer to a line that is no order, or names no site of this process."""

    number: int
    error: str


AnyAnswer = Done | NotUnderstood
