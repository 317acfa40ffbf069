"""What the bridge and a site's program say to each other on the control data channel (label `dc-control-1`).

Rule: JSON objects with a version and a tag, schema-checked on both ends by `hardware/signalling/control_codec`;
a message never names its own sender, the connection does. Times are integer milliseconds.
"""

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.cameras.list_changes import ListChange
from console.checks.check_messages import (
    ShowCheck,
    SiteLineTested,
    SiteSoundTested,
    TestSiteLine,
    TestSiteSound,
    TickCheck,
)
from console.control.control_messages import GiveCommand, ShowControl
from console.office.meeting import Confidentiality
from console.sites.site_message import FromSite, ToSite
from console.snapshot import LineQuality
from console.words import Layout, Outcome, Reason, Rung, SessionKind

CONTROL_LABEL = "dc-control-1"
CONTROL_VERSION = 1


class Welcome(ToSite):
    """First message after the channel opens: who and where the site is."""

    site_name: str
    site_number: int
    main_name: str
    session_kind: SessionKind | None
    title: str
    asks_attendance: bool = False
    """The site shall say how many sit in its room and who is in charge."""
    head_count: int | None = None
    in_charge: str = ""
    """What the site has said so far."""
    main_word: str = ""
    main_word_english: str = ""
    """What the province's regulation calls the main endpoint, as inside a sentence; empty: what the program does."""
    confidentiality: Confidentiality = Confidentiality.OPEN
    """Of the meeting as it was registered; while it is not open the site keeps no pictures of presets."""


class SetMicrophone(ToSite):
    """Orders the wanted state of the site's microphone.

    `order` grows with every change, so that an old answer is recognised. `may_open` is the site technician's right:
    false under the standing order; true with `open` false means "you may open it now" (the site is waited for).
    """

    request_id: str
    order: int
    open: bool
    may_open: bool
    reason: Reason | None = None
    held_ms: int | None = None
    """How long this had been in force when it was sent."""


class SetRung(ToSite):
    """Orders the picture size; repeated until a key frame of that size is seen."""

    request_id: str
    rung: Rung
    frames_per_second: int | None = None
    """Fewer pictures a second than the rung has; None: as many as it has."""


class SetListen(ToSite):
    """Opens or closes the bridge-only listen: sound goes to the bridge, nobody else hears it, the site shows it."""

    request_id: str
    listening: bool


class ShowPlace(ToSite):
    """Tells the site where it stands: on the podium, on deck, and its place in the queue (1 is next)."""

    on_podium: bool
    on_deck: bool
    queue_place: int | None = None
    asked_ms: int | None = None
    """When the floor was asked for, on the bridge's clock."""
    asked_ago_ms: int | None = None
    """How long ago that was when this was sent."""
    ahead_seconds: int | None = None
    """How long those before this site may speak, the running speech not counted; None where that has no limit."""
    floor_free_ms: int | None = None
    """When the running speech reaches its limit, on the bridge's clock; None where none runs."""
    floor_free_in_ms: int | None = None
    """How long that lay ahead when this was sent; less than 0 for a speech beyond its limit."""
    speech_started_ms: int | None = None
    """On the bridge's clock, which need not be the site's."""
    speech_spent_ms: int | None = None
    """How long the speech had lasted when this was sent."""
    speech_limit_seconds: int | None = None
    layout: Layout | None = None
    camera_hand_ms: int = 20_000
    """So long the bridge leaves a camera alone that somebody at the site has moved."""


class ReportProgram(ToSite):
    """Asks the site to report the first program frame and sound it decodes after it gets this."""

    request_id: str


class RecallSitePreset(ToSite):
    request_id: str
    camera: str
    preset: str
    sent_ms: int = 0
    """The bridge's monotonic clock, as in `Ping`; 0 says nothing."""
    time_to_live_ms: int = 2000


class AskSiteCamera(ToSite):
    """Any other wish to a camera of the site; dropped when it arrives later than its time to live."""

    request_id: str
    camera: str
    wish: CameraWish
    sent_ms: int = 0
    time_to_live_ms: int = 2000


class Ping(ToSite):
    """Asks for a sign of life; from `sent_ms` the site learns how late other messages come."""

    number: int
    sent_ms: int = 0


class WishAnswered(ToSite):
    """What became of a report of this site, once that is written."""

    wish_id: str
    outcome: Outcome
    reason: Reason | None = None


class ShowLine(ToSite):
    """How the bridge sees the site's line, sent when that has changed."""

    quality: LineQuality
    worst: str | None = None
    """Which figure sets the quality: `loss`, `jitter` or `round_trip`."""
    loss_percent: float | None = None
    jitter_ms: float | None = None
    round_trip_ms: float | None = None


class ShowSound(ToSite):
    """What the bridge hears from the site, sent when that has changed: the third fact of its microphone."""

    sounding: bool | None
    """None: nothing arrives to judge by."""


class ShowSpeaker(ToSite):
    """Who speaks to the meeting now, told to every site when that has changed; without a name the main endpoint."""

    site_name: str = ""
    site_number: int | None = None
    person: str = ""
    """The speaker's name, where it was given with the request."""
    started_ms: int | None = None
    """When the speech began, on the bridge's clock; None: the site is on the podium without a timed speech."""
    spent_ms: int | None = None
    """How long the speech had lasted when this was sent."""
    limit_seconds: int | None = None


class ShowRecording(ToSite):
    """Whether the meeting is being recorded, told to every site when that changes: nobody is recorded unasked."""

    recorded: bool


class ShowPresented(ToSite):
    """Whether content is shown now, told to programs that can take it beside the program, or can present."""

    shown: bool
    may_present: bool = False
    """The site may show its screen or a film to everybody; what it sends without that is dropped."""
    presents: bool = False
    """What is shown is this site's."""


class Goodbye(ToSite):
    """Says why the bridge ends the connection, before it does."""

    reason: Reason


ToSiteMessage = (
    Welcome
    | SetMicrophone
    | SetRung
    | SetListen
    | TestSiteSound
    | TestSiteLine
    | ShowCheck
    | ShowPlace
    | ReportProgram
    | RecallSitePreset
    | AskSiteCamera
    | Ping
    | WishAnswered
    | ShowLine
    | ShowSound
    | ShowSpeaker
    | ShowControl
    | ShowRecording
    | ShowPresented
    | Goodbye
)


class Hello(FromSite):
    """First message of a site's program."""

    program: str
    version: str
    can_rung: bool = True
    has_microphone: bool = True
    has_camera: bool = True
    has_presets: bool = False
    can_test_sound: bool = False
    """It answers `TestSiteSound`."""
    can_test_line: bool = False
    """It answers `TestSiteLine`, and the bridge's own padding."""
    takes_content: bool = False
    """It can show content beside the program, as a second picture."""
    can_present: bool = False
    """It can send its screen or a film as a second picture."""


class MicrophoneReported(FromSite):
    """The state of the site's own microphone, at every change, as an answer (`request_id`), and every 5 s."""

    open: bool
    order: int
    request_id: str | None = None
    listening: bool = False


class RungReported(FromSite):
    """The picture size that a site sends; `limited` when its line does not carry the one that was ordered."""

    rung: Rung
    limited: bool = False
    request_id: str | None = None


class ProgramReported(FromSite):
    """Answer to `ReportProgram`: when the first new frame and sound were decoded, ms after the request arrived."""

    request_id: str
    frame_after_ms: int | None
    sound_after_ms: int | None


class AskFloor(FromSite):
    note: str = ""
    person: str = ""
    """Who is to speak."""


class WithdrawRequest(FromSite):
    pass


class Ready(FromSite):
    pass


class EndSpeech(FromSite):
    pass


class ReportIncident(FromSite):
    """Something went wrong in the room that the minutes have to name."""

    wish_id: str
    """The site's own name for it: the same report sent again is taken once, and answered again."""
    text: str
    opened_ago_ms: int = 0
    """How long ago it was noticed when this was sent: when the form was opened, not when it was filled in."""


class ReportAttendance(FromSite):
    """How many sit in the room and who is in charge there."""

    wish_id: str
    head_count: int | None = None
    in_charge: str = ""


class OpenMicrophoneTried(FromSite):
    """The site's technician pressed the microphone key while the order holds; nothing was opened."""


class SiteCameraSeen(FromSite):
    """One camera of the site as its driver knows it now: after the hello, and after every change."""

    camera: CameraFacts


class SiteCamerasListed(FromSite):
    """The names of all cameras of the site, after its list has changed: those not named are gone."""

    cameras: tuple[str, ...]
    change: ListChange | None = None


class SiteCameraTouched(FromSite):
    """The site's technician has just moved a camera of the site: the program leaves it alone for a while."""

    camera: str


class SitePresetReported(FromSite):
    """The end of a camera request at the site."""

    request_id: str
    arrived: bool
    reason: Reason | None = None


class ReceptionReported(FromSite):
    """What the site measures of the program it receives, once in 5 s."""

    audio_loss_percent: float | None
    video_loss_percent: float | None
    frames_per_second: float | None
    echo_return_loss_db: float | None = None
    sound_bridged_frames: int | None = None
    """20 ms of program sound that were missing when they should have been played, since the connection began."""
    sound_skipped_frames: int | None = None
    """20 ms of program sound that were left out to take delay back, since the connection began."""


class TakeContent(FromSite):
    """The site wants content as a picture of its own, or again within the program; at every change."""

    wanted: bool


class PresentContent(FromSite):
    """The site begins to present, or ends it; obeyed only while it may (`ShowPresented.may_present`)."""

    presents: bool
    film: str = ""
    """The name of the film's file, without its folder; empty: the screen."""
    fault: str = ""
    """Why it ended, where nobody at the site ended it."""


class Pong(FromSite):
    number: int


FromSiteMessage = (
    Hello
    | MicrophoneReported
    | RungReported
    | ProgramReported
    | AskFloor
    | WithdrawRequest
    | Ready
    | EndSpeech
    | ReportIncident
    | ReportAttendance
    | GiveCommand
    | SiteSoundTested
    | SiteLineTested
    | TickCheck
    | OpenMicrophoneTried
    | SitePresetReported
    | SiteCameraSeen
    | SiteCamerasListed
    | SiteCameraTouched
    | ReceptionReported
    | TakeContent
    | PresentContent
    | Pong
)
