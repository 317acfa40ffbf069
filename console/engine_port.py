"""The engine port: what the conductor may ask of a conference engine, and what an engine reports.

Rules (from `design/engines.md` 6, kept for every engine): verbs name the wanted target and may be repeated; the answer
is per site; unknown is None, never 0; a new incarnation of an engine brings a full roster; identifiers are our
site ids, an engine's own never leave its driver. Times are integer milliseconds of the machine's monotonic clock.
"""

from enum import StrEnum
from typing import Protocol

import msgspec

from console.alarms.conduct_port import SiteMisbehaved
from console.checks.check_port import LineTested, SoundTested, TestLine, TestSound
from console.content.content_port import ContentOver, ContentVerb
from console.engine_base import Report, Verb
from console.recordings.recorder_port import RecorderReport, RecorderVerb
from console.words import Answer, ConnectionId, Layout, LoadStep, SiteId


class Capability(StrEnum):
    PER_SITE_MIX = "per_site_mix"
    PROGRAM = "program"
    LISTEN = "listen"
    CONTROL_CHANNEL = "control_channel"
    TILE_PICTURES = "tile_pictures"
    LEVELS = "levels"
    SOUND_TEST = "sound_test"
    LINE_TEST = "line_test"
    RECORDING = "recording"
    CONTENT = "content"


class ConnectionKind(StrEnum):
    PROGRAM = "program"
    """Our own program: control channel, rungs, microphone orders."""
    DEVICE = "device"
    """A stock WHIP client or browser without control: silenced at the bridge alone."""
    VIEWER = "viewer"
    """A WHEP-shaped receive-only connection of a site."""


# ---------------------------------------------------------------- verbs


class AcceptOffer(Verb):
    """Asks for an SDP answer to a site's offer; answered by `OfferAnswered`. A site that joins has its gate closed."""

    request_id: str
    site: SiteId
    connection: ConnectionId
    kind: ConnectionKind
    offer_sdp: str
    announced_addresses: tuple[str, ...] = ()


class CloseConnection(Verb):
    site: SiteId
    connection: ConnectionId


class SetGates(Verb):
    """Wants exactly these sites in the mix; everybody else's sound is out within one 20 ms frame."""

    epoch: int
    open_sites: tuple[SiteId, ...]


class SetListen(Verb):
    """Wants these sites' sound decoded for the bridge alone (levels), and at most one in the operator's headphones.

    With `headphones_program` the common mix is in the headphones instead.
    """

    epoch: int
    measured_sites: tuple[SiteId, ...]
    headphones_site: SiteId | None = None
    headphones_program: bool = False


class SetGains(Verb):
    """Wants these sites louder or quieter in the mix, in whole decibels; all others as they come.

    Speakers of the `automatic` ones are brought to one loudness first.
    """

    epoch: int
    gains_db: dict[SiteId, int]
    automatic: tuple[SiteId, ...] = ()


class SetProgram(Verb):
    """Wants this picture as program: `slots` are the sites shown, in the layout's reading order.

    `name_text` is the plate under the podium's picture. `return_site` is what the site on the podium sees instead of
    itself. The old picture is kept until the first key frame of a new site is decoded.
    """

    epoch: int
    layout: Layout
    slots: tuple[SiteId, ...]
    podium_site: SiteId | None = None
    return_site: SiteId | None = None
    name_text: str = ""
    speech_started_wall_ms: int | None = None
    speech_limit_seconds: int | None = None
    slate_text: str = ""
    content: bool = False
    """The content stands in the speaker's place, or large beside the speaker where the layout shows two."""
    recorded: bool = False
    """The mark of a running recording is drawn into the picture itself, for devices that show no other sign."""


class SendControl(Verb):
    site: SiteId
    connection: ConnectionId
    text: str


class RequestKeyFrame(Verb):
    site: SiteId


class WatchFirstFrame(Verb):
    """Asks for one `FullFrameDecoded` and one `SoundDecoded` report of a site from now on."""

    request_id: str
    site: SiteId
    least_width: int = 1280


class TileView(msgspec.Struct, frozen=True, kw_only=True):
    site: SiteId
    width: int
    height: int
    """Physical pixels of the picture on the screen."""


class ProgramPlace(msgspec.Struct, frozen=True, kw_only=True):
    """One more place that shows the program, in a slot of its own: `program/<place>`; content: `content/<place>`."""

    place: str
    width: int
    height: int
    """Physical pixels of the picture on the screen."""
    content: bool = False
    """It shows the content alone."""


class SetViews(Verb):
    """Names the pictures a window shows: only these are converted and written to the frame slots."""

    tiles: tuple[TileView, ...]
    program_width: int
    program_height: int
    on_deck: TileView | None = None
    further_program: tuple[ProgramPlace, ...] = ()


class ShedLoad(Verb):
    """Wants exactly these steps to be in force; an empty tuple takes everything back."""

    steps: tuple[LoadStep, ...]


class EndAll(Verb):
    """Closes every connection (the session's bridge stops)."""


AnyVerb = (
    AcceptOffer
    | CloseConnection
    | SetGates
    | SetListen
    | TestSound
    | TestLine
    | SetGains
    | SetProgram
    | SendControl
    | RequestKeyFrame
    | WatchFirstFrame
    | SetViews
    | RecorderVerb
    | ContentVerb
    | ShedLoad
    | EndAll
)


# ---------------------------------------------------------------- reports


class SiteOnEngine(msgspec.Struct, frozen=True, kw_only=True):
    site: SiteId
    connection: ConnectionId
    kind: ConnectionKind
    gate_open: bool


class EngineUp(Report):
    """A new incarnation with its full roster; consumers replace what they knew."""

    incarnation: int
    capabilities: tuple[Capability, ...]
    roster: tuple[SiteOnEngine, ...]


class EngineDown(Report):
    incarnation: int
    text: str


class OfferAnswered(Report):
    request_id: str
    answer_sdp: str | None
    error: str | None = None
    passing: bool = False
    """Nothing is wrong with the offer: the engine starts again and may take it in a second."""


class ConnectionUp(Report):
    """A connection carries media; an older one of the same site stays up, unseen and unheard, until it is closed.

    The conductor takes leave of the older one first (`SendControl`). A receive-only one (`VIEWER`) takes no media over.
    """

    site: SiteId
    connection: ConnectionId
    kind: ConnectionKind
    remote_address: str


class ControlOpened(Report):
    site: SiteId
    connection: ConnectionId


class ConnectionDown(Report):
    site: SiteId
    connection: ConnectionId
    text: str


class ControlArrived(Report):
    site: SiteId
    connection: ConnectionId
    text: str


class GatesApplied(Report):
    """Which sites are in the mix from this moment; `answers` names those that could not be obeyed."""

    epoch: int
    open_sites: tuple[SiteId, ...]
    answers: tuple[tuple[SiteId, Answer], ...] = ()


class ProgramApplied(Report):
    epoch: int
    shown: tuple[SiteId, ...]


class FullFrameDecoded(Report):
    request_id: str
    site: SiteId
    width: int
    height: int


class SoundDecoded(Report):
    request_id: str
    site: SiteId


class SoundObserved(Report):
    """An edge of what the media shows: sound packets with energy began or ended (`None`: no packets at all)."""

    site: SiteId
    sounding: bool | None
    level_db: float | None = None


class StreamSample(msgspec.Struct, frozen=True, kw_only=True):
    """Counters of one receiving stream over `window_ms`; None where nothing could be measured."""

    packets: int
    lost: int
    bytes: int
    jitter_ms: float | None = None
    frames: int | None = None
    width: int | None = None
    height: int | None = None


class SoundFrames(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the 20 ms frames of a site's sound since the bridge began to hear it.

    `played` came in time, `repaired` were lost and taken from the copy in the packet after them, `concealed` did not
    come at all. `wait_ms` is how long a packet lately waited here until it was played.
    """

    played: int
    repaired: int
    concealed: int
    wait_ms: float


class SiteSample(msgspec.Struct, frozen=True, kw_only=True):
    site: SiteId
    connection: ConnectionId
    window_ms: int
    audio: StreamSample | None
    video: StreamSample | None
    round_trip_ms: float | None
    remote_audio_loss_percent: float | None = None
    remote_video_loss_percent: float | None = None
    sent: StreamSample | None = None
    """What the site received of all that was sent to it, by its own reports."""
    picture_age_ms: int | None = None
    packet_age_ms: int | None = None
    level_db: float | None = None
    sound: SoundFrames | None = None
    """None while nobody hears the site."""


class Sampled(Report):
    """Once a second, all sites."""

    samples: tuple[SiteSample, ...]


class MediaAged(Report):
    """An edge of a site's media: `old` after 1 s without any packet, `lost` after 2 s, else back."""

    site: SiteId
    old: bool
    lost: bool


class EchoHeard(Report):
    """An edge: a site's room returns what it is sent, so late and so much quieter; without a delay: no more."""

    site: SiteId
    delay_ms: int | None
    loss_db: float | None = None


class EngineLoad(Report):
    """Once a second: how the engine bears its load, the worst of its workers."""

    loop_late_ms: int
    """How late orders and sound were handled."""
    picture_late_ms: int
    """How long the slowest picture waited for its decoder."""
    cores: float
    """CPU time of all workers per second."""


class EngineTrouble(Report):
    text: str
    """Something the operator should know in one sentence; the engine goes on."""


AnyReport = (
    EngineUp
    | EngineDown
    | OfferAnswered
    | ConnectionUp
    | ControlOpened
    | ConnectionDown
    | ControlArrived
    | GatesApplied
    | ProgramApplied
    | FullFrameDecoded
    | SoundDecoded
    | SoundTested
    | LineTested
    | SoundObserved
    | Sampled
    | MediaAged
    | RecorderReport
    | ContentOver
    | EchoHeard
    | SiteMisbehaved
    | EngineLoad
    | EngineTrouble
)


class EnginePort(Protocol):
    """A conference engine as the conductor sees it; nothing here waits."""

    def submit(self, verb: AnyVerb) -> None:
        """Hands a verb to the engine's outbox; never blocks, silence goes before everything else."""
        ...

    def take_reports(self) -> list[AnyReport]:
        """Returns the reports that arrived since the last call, oldest first."""
        ...
