"""How one site stands: what its endpoint tells its window and terminal, and what these show.

Rule: one frozen value, replaced whole; kinds, numbers and moments only, ages are worked out from the clock when they
are painted. Endpoint and window share it, so that neither needs the other's rooms.
"""

import msgspec

from console.cameras.camera_facts import CameraFacts
from console.checks.check_messages import ShowCheck
from console.control.control_facts import OrderFacts
from console.control.control_messages import ShowControl
from console.office.meeting import Confidentiality
from console.sites.site_facts import DeviceFacts, EchoFacts, PresetAnswer, ReportFacts, SoundTest
from console.snapshot import LineQuality
from console.trouble import Trouble
from console.words import Reason


class SiteStanding(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of one site, as its technician should see it; moments are wall-clock milliseconds (UTC)."""

    joined: bool = False
    stopped: bool = False
    """The site has left and does not come back by itself."""
    replaced: bool = False
    """Another computer has joined as this site; nothing follows until the technician takes the place back."""
    needs_invitation: bool = False
    """This machine has no way to a bridge; `troubles` says why what it had cannot be used."""
    trouble: str = ""
    """Why the site is not in the meeting, in English, where it has no kind."""
    troubles: tuple[Trouble, ...] = ()
    """Why the site is not in the meeting, and what is missing in the room."""
    attempt: int = 0
    """Which attempt to join in a row is under way or comes next; 0 while the site is joined."""
    next_try_ms: int | None = None
    """When the next attempt begins; None while one is under way."""
    site_name: str = ""
    site_number: int | None = None
    main_name: str = ""
    main_word: str = ""
    main_word_english: str = ""
    """What the province calls the main endpoint; empty while nobody has said it."""
    title: str = ""
    in_session: bool = True
    confidentiality: Confidentiality = Confidentiality.OPEN
    """Of the meeting: while it is not open, presets are saved here without pictures."""
    recorded: bool = False
    """The bridge records the meeting: every screen says so."""
    presented: bool = False
    """Content is shown to the meeting."""
    may_present: bool = False
    """The operator lets the site present."""
    presents: bool = False
    presenting_fault: str = ""
    """Why what it presented ended, where nobody ended it."""
    microphone_open: bool = False
    microphone_ordered_open: bool = False
    may_open: bool = False
    has_microphone: bool = True
    reason: Reason | None = None
    """Why the microphone may not be opened."""
    since_ms: int | None = None
    """Since when the order for the microphone holds."""
    listened: bool = False
    """The bridge alone listens to this room."""
    bridge_hears: bool | None = None
    """Whether the bridge hears sound from here; None: nothing arrives there to judge by."""
    speaker_name: str = ""
    """The site that speaks to the meeting now; empty: the main endpoint."""
    speaker_number: int | None = None
    speaker_person: str = ""
    speaker_started_ms: int | None = None
    """None: it is on the podium without a timed speech."""
    speaker_limit_seconds: int | None = None
    on_podium: bool = False
    on_deck: bool = False
    ready: bool = False
    """Ready was said since the site is on deck; the window's end remembers it, the endpoint does not say it."""
    queue_place: int | None = None
    asked_ms: int | None = None
    ahead_seconds: int | None = None
    """How long those before this site may speak, without the running speech; None: cannot be said."""
    floor_free_ms: int | None = None
    """When the running speech reaches its limit."""
    speech_started_ms: int | None = None
    speech_limit_seconds: int | None = None
    loss_percent: float | None = None
    """The worse of sound and picture, over the last 5 s."""
    frames_per_second: float | None = None
    round_trip_ms: float | None = None
    line_quality: LineQuality = LineQuality.NO_DATA
    """How the bridge sees the line."""
    room_level: float = 0.0
    """Level of the room's own microphone, 0 to 1."""
    played_level: float = 0.0
    """Level of the program's sound in the room, 0 to 1."""
    asks_attendance: bool = False
    head_count: int | None = None
    """As the bridge has it."""
    in_charge: str = ""
    attendance: ReportFacts | None = None
    check: ShowCheck | None = None
    """The items of the check that the technician may tick; None, or without a stage: nothing is checked now."""
    control: ShowControl | None = None
    """What the site may control besides itself; its end on this machine's clock."""
    order: OrderFacts | None = None
    """The last command about other sites."""
    incident: ReportFacts | None = None
    cameras: tuple[CameraFacts, ...] = ()
    preset_answer: PresetAnswer | None = None
    devices: DeviceFacts | None = None
    """None until they were asked for."""
    sound_test: SoundTest | None = None
    echo: EchoFacts | None = None
    key_ends_ms: int | None = None
    """When this machine's key or secret ends, within two weeks and not renewed at the last join; None: not soon."""

    def wait_seconds(self, now_ms: int) -> int | None:
        """Returns how long the site waits if every speech takes its whole time; None where that is not known."""
        if self.ahead_seconds is None:
            return None
        running_ms = 0 if self.floor_free_ms is None else max(0, self.floor_free_ms - now_ms)
        return self.ahead_seconds + running_ms // 1000
