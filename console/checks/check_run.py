"""One site's check under way: what was asked of engine and site, and what they have answered so far.

Rule: a value of the state like any other, replaced and never changed; it does not outlive the bridge's process.
"""

from enum import StrEnum

from console.checks.check_messages import SiteLineTested, SiteSoundTested
from console.checks.check_port import LineTested, SoundTested
from console.checks.check_sheet import CheckSheet
from console.checks.check_words import CheckItem, StageName
from console.commands import CommandRequest
from console.engine_port import SiteSample
from console.fixed import Fixed
from console.words import ConnectionId, RehearsalState, SiteId


class CheckStep(StrEnum):
    """The steps of a check, in order."""

    SETTLING = "settling"
    """The site was asked for its sound and a larger picture."""
    ROOM = "room"
    """The bridge listens to the room as it is."""
    TONE_OUT = "tone_out"
    """The bridge plays a tone to the site alone and listens for its echo."""
    TONE_IN = "tone_in"
    """The site's program sends a tone to the bridge alone."""
    PICTURE = "picture"
    """The largest picture is looked at."""
    LINE_TURN = "line_turn"
    """It waits until the lines of few others are being filled."""
    LINE_UP = "line_up"
    """The site fills its line to the bridge for a moment."""
    LINE_DOWN = "line_down"
    """The bridge fills the line to the site for a moment."""
    CAMERA = "camera"
    """The camera is on its way."""


RAMPS = frozenset({CheckStep.LINE_UP, CheckStep.LINE_DOWN})
"""Steps in which what the line loses is our own doing."""


class Rehearsed(Fixed):
    """A camera whose presets the check lets it go to, one after the other."""

    camera: str
    request_id: str
    presets: int
    stood_at: str | None = None
    """The preset at which it stood before."""


class CheckRun(Fixed):
    """A site that is being measured; `…_ms` are monotonic."""

    site: SiteId
    stage: StageName
    items: tuple[CheckItem, ...]
    request: CommandRequest
    started_ms: int
    step: CheckStep
    deadline_ms: int
    test_id: str = ""
    """The sound test whose answers are waited for."""
    asked_site: bool = False
    """The site was asked to answer this test."""
    samples: tuple[SiteSample, ...] = ()
    room: SoundTested | None = None
    returned: SoundTested | None = None
    """What came back from the site while the tone was played to it."""
    heard: SiteSoundTested | None = None
    """What the site heard of the bridge's tone."""
    tone_asked: bool = False
    """The tone was really played to the site."""
    sent: SoundTested | None = None
    """What came of the site's tone."""
    on_air: bool = False
    """Its microphone was in the meeting: no tone was played."""
    preset_id: str = ""
    """The recall of the podium preset."""
    rehearsed: tuple[Rehearsed, ...] = ()
    line_up: SiteLineTested | None = None
    line_down: LineTested | None = None


class WaitingCheck(Fixed):
    """A site whose turn has not come."""

    site: SiteId
    stage: StageName
    items: tuple[CheckItem, ...]
    request: CommandRequest


class Sounding(Fixed):
    """A test tone that may still come from a site, whether or not its check goes on."""

    test_id: str
    until_ms: int
    connection: ConnectionId | None
    at_site: bool
    """The site sends it; else the bridge plays it into the site's room."""
    stopped: bool = False
    """The bridge has ended its own."""


class ChecksNow(Fixed):
    """All checks under way."""

    running: dict[SiteId, CheckRun] = {}
    waiting: tuple[WaitingCheck, ...] = ()
    sounding: dict[SiteId, Sounding] = {}
    begun: str = ""
    """The official session whose declared time has come: nothing is measured in it any more."""
    verdicts: dict[SiteId, RehearsalState] = {}
    """What each site's newest sheet comes to: worked out when a sheet has changed, not when a site is shown."""
    judged: dict[str, CheckSheet] = {}
    """The sheets that these verdicts were made of."""
