"""The podium transaction in flight, the check of the site on deck, and what a cue of the script wants of both."""

from console.commands import CommandRequest
from console.fixed import Fixed
from console.words import (
    Layout,
    PodiumPhase,
    SiteId,
)


class CueRun(Fixed):
    """What a cue of the script wants of its podium act."""

    number: int
    layout: Layout | None = None
    preset: tuple[str, str] | None = None
    """Camera and preset, where the script names one."""


class PodiumRun(Fixed):
    """The podium transaction in flight; times `…_ms` are monotonic."""

    request: CommandRequest
    site: SiteId
    floor_request: str | None
    phase: PodiumPhase
    started_ms: int
    line: int
    """The "requested" line, to be durable before the opening."""
    log_deadline_ms: int
    phase_deadline_ms: int
    watch_id: str
    """The first watch runs from the click; the second, `open_id`, from the opening."""
    controllable: bool
    site_opens: bool
    returning: bool = False
    """The run is a "back": `site` was there before, or is the main endpoint."""
    previous: SiteId | None = None
    checked: bool = False
    """Line, picture and sound were in order on deck a moment ago."""
    cue: CueRun | None = None
    """The cue of the script that this run carries out."""
    preset_id: str = ""
    """The recall of the site's podium preset that this run waits for; empty: none."""
    preset_deadline_ms: int = 0
    preset_ms: int | None = None
    heard_in_preflight: bool = False
    audio_packets: int = 0
    preflight_ms: int | None = None
    opened_ms: int | None = None
    open_id: str = ""
    report_id: str = ""
    frame_ms: int | None = None
    sound_ms: int | None = None
    site_reported_ms: int | None = None
    site_frame_after_ms: int | None = None
    site_sound_after_ms: int | None = None
    on_air: bool = False


class OnDeckCheck(Fixed):
    """The continuous preflight of the site on deck; None is not measured."""

    started_ms: int = 0
    picture_ok: bool | None = None
    sound_ok: bool | None = None
    line_ok: bool | None = None
    preset_ok: bool | None = None
    """Whether the camera stands at the site's podium preset, by the end of its last recall."""
    preset_id: str = ""
    """The recall that this check asked for."""
    preset_ms: int | None = None
    """When that is known since."""
    passed_ms: int | None = None
    """When all of it was last in order."""
    logged: bool | None = None
    """What the log says of it."""
    audio_packets: int = 0
