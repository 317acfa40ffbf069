"""The whole state of the core: the durable part from the log, and the present moment beside it.

Rule: frozen all through; a decision returns a new one. Fields ending in `_ms` are monotonic milliseconds unless the
name says `wall`. Nothing here is needed after a restart: what must survive stands in `durable.py`.
"""

from enum import StrEnum

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_moves import AutoMove, Cover, DriveNow, Moving
from console.checks.check_messages import ShowCheck
from console.checks.check_run import ChecksNow
from console.commands import Actor, AnyCommand, CommandRequest
from console.content.content_port import ContentSource
from console.control.control_messages import ShowControl
from console.durable import Durable
from console.effects import Receipt
from console.engine_port import Capability, ConnectionKind, SetProgram
from console.entries import Line, SiteExpected
from console.events import Site
from console.fixed import Fixed
from console.lines.line_history import Spell
from console.lines.link_health import LineHealth
from console.podium.podium_run import OnDeckCheck, PodiumRun
from console.recordings.recorder_now import RecorderNow
from console.rules import Rules
from console.sites.site_messages import Hello, ShowLine, ShowPlace, ShowPresented, ShowSound, ShowSpeaker, Welcome
from console.trouble import Trouble
from console.words import (
    AlarmKind,
    Answer,
    CommandId,
    ConnectionId,
    LinkState,
    LoadStep,
    Misconduct,
    Reason,
    Rung,
    SiteId,
)


class Link(Fixed):
    """A site's newest connection, as the engine and the front report it."""

    state: LinkState = LinkState.ABSENT
    since_wall_ms: int | None = None
    connection: ConnectionId | None = None
    kind: ConnectionKind | None = None
    viewer: ConnectionId | None = None
    """A receive-only connection beside a device that only sends."""
    address: str = ""
    control: bool = False
    """The control channel is open: the site can be told something."""
    hello: Hello | None = None
    takes_content: bool = False
    """Its program wants content as a picture of its own."""
    media_seen: bool = False
    media_old: bool = False
    media_lost: bool = False

    @property
    def controllable(self) -> bool:
        """Whether the site runs our program and obeys microphone and rung orders."""
        return self.kind is ConnectionKind.PROGRAM


class Parting(Fixed):
    """A connection that a newer one of its site has replaced: told so, and closed when it has had time to hear it."""

    connection: ConnectionId
    until_ms: int


class Pulse(Fixed):
    """When something was last heard from a site's program, and when it was last asked."""

    heard_ms: int
    pinged_ms: int = 0
    pings: int = 0


class MicrophoneSeen(Fixed):
    """Two of a microphone's three facts: what the site reports and what the media shows; the third is commanded."""

    reported_open: bool | None = None
    reported_order: int = 0
    reported_wall_ms: int | None = None
    reported_ms: int = 0
    listening: bool = False
    sounding: bool | None = None
    observed_wall_ms: int | None = None
    level_db: float | None = None
    loud_since_ms: int | None = None
    """Open off the podium and above the level of the forgotten-microphone rule since."""
    loud_last_ms: int | None = None
    forgotten_since_wall_ms: int | None = None
    closed_since_ms: int = 0
    """When the site was last told to be closed, or stopped being listened to; the violation rule counts from here."""
    violation: bool = False
    speech_ruled: bool = False
    """The main endpoint's alone: it speaks, and the profile's rule has closed the others for it."""


class Told(Fixed):
    """What a site's program was last told over its present connection; the difference to what is wanted goes out."""

    welcome: Welcome | None = None
    microphone: tuple[int, bool, bool, Reason | None] | None = None
    rung: Rung | None = None
    tile_rate: int | None = None
    listen: bool = False
    place: ShowPlace | None = None
    line: ShowLine | None = None
    sound: ShowSound | None = None
    speaker: ShowSpeaker | None = None
    check: ShowCheck | None = None
    control: ShowControl | None = None
    recorded: bool = False
    presented: ShowPresented | None = None


class RungWatch(Fixed):
    """A picture size that was ordered and not yet seen."""

    rung: Rung
    sent_ms: int
    repeats: int = 0


class Shedding(Fixed):
    """What is given up because the bridge is overloaded, and what decides on the next step."""

    steps: tuple[LoadStep, ...] = ()
    heavy_seconds: int = 0
    calm_since_ms: int | None = None
    calm_ms: int = 20_000
    """So long it must be calm before a step is taken back."""
    taken_back_ms: int | None = None


class EngineNow(Fixed):
    """The engine's incarnation and what it was last told."""

    up: bool = False
    incarnation: int = 0
    capabilities: tuple[Capability, ...] = ()
    text: str = ""
    epoch: int = 0
    gates: tuple[SiteId, ...] | None = None
    """None: to be told in any case."""
    gates_epoch: int = 0
    closing_epoch: int = 0
    """The epoch at which somebody was last taken out of the mix."""
    gates_applied_epoch: int = 0
    gates_applied: tuple[SiteId, ...] | None = None
    gate_answers: dict[SiteId, Answer] = {}
    """Sites of which the engine said something else than "confirmed" when it last answered."""
    listen: tuple[tuple[SiteId, ...], SiteId | None] = ((), None)
    plays_program: bool = False
    """The common mix is in the headphones."""
    gains_db: dict[SiteId, int] = {}
    auto_levels: frozenset[SiteId] = frozenset()
    shed: tuple[LoadStep, ...] = ()
    content: ContentSource | None = None
    """What the engine was last told to play."""
    presenter: SiteId | None = None
    """Whose second stream it was last told to take."""
    content_takers: tuple[SiteId, ...] = ()
    """Who was last told to it as taking the content beside the program."""
    program: SetProgram | None = None
    program_epoch: int = 0
    program_applied_epoch: int = 0
    program_shown: tuple[SiteId, ...] = ()


class Stage(StrEnum):
    """What a command in flight waits for."""

    LOG = "log"
    SILENCE = "silence"
    SITE = "site"
    PRESET = "preset"
    CAMERA = "camera"
    COVER = "cover"
    """A move on air waits for the picture that covers it."""
    DIRECTORY = "directory"
    PICTURE = "picture"
    RECORDING = "recording"
    """The end of a session waits for the end of its recording."""


class InFlight(Fixed):
    """A command that has not ended."""

    request: CommandRequest
    since_ms: int
    stage: Stage
    deadline_ms: int
    line: int = 0
    """The log line that must be durable first (stage `LOG`)."""
    wanted: tuple[SiteId, ...] = ()
    """Whose confirmation the receipt waits for."""
    order: int = 0


class RecentWish(Fixed):
    """What somebody asked a moment ago."""

    actor: Actor
    command: AnyCommand
    at_ms: int


class UndoStep(Fixed):
    """An act that was done, and the command that takes it back."""

    step_id: CommandId
    """The act's own command id."""
    command: AnyCommand
    inverse: AnyCommand


class HeldReceipt(Fixed):
    """A receipt that waits for the durable line of its outcome."""

    receipt: Receipt
    line: int
    deadline_ms: int


class LogNow(Fixed):
    """How far the log is durable, and its last lines."""

    session: str | None = None
    """The session whose lines are counted; it may have ended."""
    durable_lines: int = 0
    failing: bool = False
    failure_text: str = ""
    failure: Trouble | None = None
    tail: tuple[Line, ...] = ()


class State(Fixed):
    """Everything `decide` knows."""

    rules: Rules
    durable: Durable = Durable()
    directory: dict[SiteId, Site] = {}
    """In order of number."""
    cameras: tuple[CameraFacts, ...] = ()
    site_cameras: dict[SiteId, tuple[CameraFacts, ...]] = {}
    """Those that satellites have named."""
    links: dict[SiteId, Link] = {}
    partings: dict[SiteId, Parting] = {}
    """At most one of each site."""
    pulses: dict[SiteId, Pulse] = {}
    microphones: dict[SiteId, MicrophoneSeen] = {}
    health: dict[SiteId, LineHealth] = {}
    picture_old_wall_ms: dict[SiteId, int] = {}
    echoing: frozenset[SiteId] = frozenset()
    """Whose rooms return what they are sent, as the engine hears it."""
    misconduct: dict[SiteId, tuple[Misconduct, ...]] = {}
    """What sites are put off or named for; who does nothing wrong is not in it."""
    told: dict[SiteId, Told] = {}
    rungs: dict[SiteId, RungWatch] = {}
    engine: EngineNow = EngineNow()
    shedding: Shedding = Shedding()
    recorder: RecorderNow = RecorderNow()
    log: LogNow = LogNow()
    in_flight: dict[CommandId, InFlight] = {}
    held_receipts: tuple[HeldReceipt, ...] = ()
    receipts: dict[CommandId, Receipt] = {}
    recent: tuple[RecentWish, ...] = ()
    """Every actor's last wish of the last moment, for the repeat guard."""
    run: PodiumRun | None = None
    check: OnDeckCheck = OnDeckCheck()
    checks: ChecksNow = ChecksNow()
    """The technical check of sites under way."""
    headphones: SiteId | None = None
    headphones_program: bool = False
    """What everybody hears is in the headphones; never together with a site."""
    dropped_ms: int | None = None
    """Since when the site on the podium is gone."""
    dropped_wall_ms: int | None = None
    presenting_on: ConnectionId | None = None
    """The connection over which a site was let present: another one of the same site may not."""
    last_reason: Reason | None = None
    """Why the last podium act did not come about."""
    moving: dict[str, Moving] = {}
    """The newest recall under way, by `site/camera`."""
    drives: dict[str, DriveNow] = {}
    """Moves by hand, by `site/camera`."""
    camera_failures: dict[str, Reason] = {}
    auto_moves: dict[str, tuple[AutoMove, ...]] = {}
    """Where the program itself brought cameras lately, by `site/camera`, the newest last."""
    camera_hands: dict[str, int] = {}
    """When a person last acted at a camera, by `site/camera`."""
    technicians_hands: dict[str, int] = {}
    """The same of technicians at their own site, until the program may move the camera again."""
    cover: Cover | None = None
    last_order: int = 0
    """Highest order number ever given by this process, over all its sessions."""
    lately: tuple[tuple[object, int], ...] = ()
    """What strangers and unruly sites caused lately, and when: the same again makes no line."""
    wishes: tuple[tuple[SiteId, int], ...] = ()
    """Whose program asked something within the last second, and when."""
    undo: tuple[UndoStep, ...] = ()
    """What can be taken back, the last act last."""
    undo_pending: dict[CommandId, UndoStep | CommandId] = {}
    """What a command in flight adds to `undo` when it is done, or the `step_id` of the step that it takes away."""
    counter: int = 0
    """Makes identifiers of requests to sites and of the sites' own commands."""
    conditions_pending: dict[tuple[AlarmKind, SiteId], int] = {}
    """What is wrong and not yet an alarm, with the monotonic moment from which it counts."""
    sites_return_until_ms: int = 0
    sweep_due_ms: int | None = None
    spells: dict[SiteId, Spell] = {}
    """The lines since the wall clock was `spells_from_ms`: what the history's next points are made of."""
    spells_from_ms: int = 0


NO_LINK = Link()
NOTHING_SEEN = MicrophoneSeen()


def link_of(state: State, site: SiteId) -> Link:
    """Returns a site's link; absent when nothing is known."""
    return state.links.get(site, NO_LINK)


def lost(state: State, site: SiteId) -> bool:
    """Returns whether a site is gone that was in this session; one that never joined is absent, not lost."""
    return site in state.durable.attempts and link_of(state, site).state in (LinkState.LOST, LinkState.ABSENT)


def seen_of(state: State, site: SiteId) -> MicrophoneSeen:
    """Returns what is known of a site's microphone besides its order."""
    return state.microphones.get(site, NOTHING_SEEN)


def site_name(state: State, site: SiteId) -> str:
    """Returns the name people read, or the identifier of a site that the directory does not know."""
    known = state.directory.get(site)
    return site if known is None else known.name


def expected_sites(state: State) -> tuple[SiteExpected, ...]:
    """Returns the directory as the log keeps it, in order of number."""
    return tuple(
        SiteExpected(
            site=site.site,
            number=site.number,
            name=site.name,
            role=site.role,
            district=site.district,
            carrier=site.carrier,
        )
        for site in state.directory.values()
    )
