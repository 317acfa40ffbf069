"""What is known at a site about itself: for its window, its scripts and its tests.

Rule: frozen values, replaced as a whole; kinds and numbers, and the sentences that drivers made.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from console.checks.check_messages import ShowCheck
from console.control.control_facts import OrderFacts
from console.control.control_messages import ShowControl
from console.office.meeting import Confidentiality
from console.sites.site_facts import ReportFacts
from console.sites.site_messages import ReceptionReported, ShowLine, ShowPlace, ShowSpeaker, Welcome
from console.trouble import Trouble
from console.words import Rung
from hardware.endpoint.sound.microphone_gate import MicrophoneGate


class JoinPhase(StrEnum):
    """Where a site is on its way into the meeting."""

    STOPPED = "stopped"
    JOINING = "joining"
    JOINED = "joined"
    """Media and control are up."""
    WAITING = "waiting"
    """The last attempt came to nothing or the connection was lost; the next attempt follows by itself."""
    REPLACED = "replaced"
    """Another program has joined as this site; nothing follows until the technician takes the place back."""


@dataclass(frozen=True, slots=True)
class EndpointState:
    """One moment of one site's endpoint.

    `trouble` is one sentence on why the site is not in the meeting, `why` the same as a kind where it has one; `joins`
    counts connections that came up, `failures` attempts in a row that came to nothing.
    """

    phase: JoinPhase = JoinPhase.STOPPED
    trouble: str = ""
    why: Trouble | None = None
    joins: int = 0
    failures: int = 0
    microphone: MicrophoneGate = field(default_factory=MicrophoneGate)
    rung: Rung = Rung.OFF
    welcome: Welcome | None = None
    place: ShowPlace | None = None
    next_try_ms: int | None = None
    """When the next attempt begins (wall clock); None while none is waited for."""
    microphone_since_ms: int | None = None
    """Since when the order for the microphone holds (wall clock)."""
    reception: ReceptionReported | None = None
    """How the program arrives."""
    round_trip_ms: float | None = None
    line: ShowLine | None = None
    """How the bridge sees the line."""
    bridge_hears: bool | None = None
    """Whether the bridge hears sound from here; None: nothing arrives there to judge by, or it has not said so."""
    speaker: ShowSpeaker | None = None
    check: ShowCheck | None = None
    """The items of the check that this site's technician may tick."""
    control: ShowControl | None = None
    """What the site may control besides itself."""
    confidentiality: Confidentiality = Confidentiality.OPEN
    """Of the meeting, as the bridge said last: it stays while the site is out of it."""
    recorded: bool = False
    """The bridge records the meeting."""
    presented: bool = False
    """Content is shown."""
    may_present: bool = False
    presents: bool = False
    """The site's screen or film goes out."""
    presenting_fault: str = ""
    """Why the last presentation ended, where nobody ended it."""
    order: OrderFacts | None = None
    """The last command about other sites and what became of it."""
    incident: ReportFacts | None = None
    attendance: ReportFacts | None = None
