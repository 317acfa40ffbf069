"""The profile file of a province: what a live meeting is run by, and what its regulation says before and after.

Rule: every key is known; one that is not is refused with its place, so that a slip of the pen never becomes a rule that
does not act. Hundreds of kilobytes are a mistake. Nothing here reads a file.
"""

from typing import Annotated

import msgspec

from console.regulation.after import Closing, LogRule, PeriodicDuty, Quality, RecordingRule, Shutdown, Statistic
from console.regulation.before import (
    Bandwidth,
    CheckRule,
    Connecting,
    Contacts,
    Notice,
    Presets,
    PriorityOrder,
    Registration,
    Response,
)
from console.regulation.during import Configuration, Control, Fallback, Floor, IncidentRule, Mute
from console.regulation.office_hours import OfficeHours
from console.regulation.province import (
    ControlCentre,
    Document,
    HouseContact,
    LongText,
    Organisation,
    Part,
    Security,
    Terms,
    Tier,
)
from console.rules import Rules
from console.words import Layout, WhoOpens

Seconds = Annotated[int, msgspec.Meta(ge=1, le=24 * 3600)]
PerMille = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Milliseconds = Annotated[int, msgspec.Meta(ge=1, le=600_000)]
Packets = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]
"""Lower-case ASCII letters, digits, dots and hyphens: it stands in file names and in the log."""
Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+(\.[0-9]+){0,2}$")]

_standard = Rules()


class Preflight(Part, kw_only=True):
    """What a site must show before it goes to the podium."""

    window_seconds: Seconds = _standard.preflight_window_ms // 1000
    loss_per_mille: PerMille = int(_standard.preflight_loss_percent * 10)
    """More loss than this on the worst stream stops the act."""
    least_packets: Packets = _standard.preflight_least_packets
    """Fewer expected packets than this in the window are no measurement."""
    sound_packets: Packets = _standard.preflight_audio_packets
    """So many packets of the bridge-only listen prove the sound path."""
    limit_ms: Milliseconds = _standard.preflight_limit_ms
    fresh_ms: Milliseconds = _standard.preflight_fresh_ms
    """A pre-flight made on deck holds this long."""


class ForgottenMicrophone(Part, kw_only=True):
    """When an open microphone off the podium is named."""

    seconds: Seconds = int(_standard.forgotten_seconds)
    level_db: Annotated[int, msgspec.Meta(ge=-127, le=0)] = int(_standard.forgotten_level_db)


class Regulation(Part, kw_only=True):
    """What the province's text says, by part; the regulation's own data of a profile."""

    document: Document = Document()
    terms: Terms = Terms()
    organisation: Organisation = Organisation()
    tiers: tuple[Tier, ...] = (Tier.PROVINCE,)
    control_centre: ControlCentre = ControlCentre()
    office_hours: OfficeHours = OfficeHours()
    registration: Registration = Registration()
    response: tuple[Response, ...] = ()
    notify: tuple[Notice, ...] = ()
    checks: tuple[CheckRule, ...] = ()
    bandwidth: Bandwidth = Bandwidth()
    connect_before: Connecting = Connecting()
    contacts: Contacts = Contacts()
    presets: Presets = Presets()
    priority: PriorityOrder = PriorityOrder()
    mute: Mute = Mute()
    floor: Floor = Floor()
    control: Control = Control()
    fallback: Fallback = Fallback()
    incident: IncidentRule = IncidentRule()
    log: LogRule = LogRule()
    quality: Quality = Quality()
    recording: RecordingRule = RecordingRule()
    shutdown: Shutdown = Shutdown()
    statistics: tuple[Statistic, ...] = ()
    closing: Closing = Closing()
    periodic: tuple[PeriodicDuty, ...] = ()
    security: Security = Security()
    configuration: Configuration = Configuration()
    house_contacts: tuple[HouseContact, ...] = ()


class ProfileFile(Regulation, kw_only=True):
    """A whole profile file; `checked` tells of values that were compared with the text and put right."""

    schema: str
    id: Identifier
    version: Version = "1"
    name: Name
    checked: tuple[LongText, ...] = ()

    who_opens: WhoOpens = WhoOpens.SITE_TECHNICIAN
    silent_at_start: bool = True
    podium_layout: Layout = Layout.PODIUM
    speech_limit_seconds: Seconds | None = _standard.speech_limit_seconds
    """None: a speech has no limit."""
    asks_attendance: bool = False
    """Sites are asked how many sit in the room and who is in charge."""
    speaker_dropped_seconds: Seconds = _standard.speaker_dropped_seconds
    preflight: Preflight = Preflight()
    forgotten_microphone: ForgottenMicrophone = ForgottenMicrophone()
