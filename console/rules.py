"""The rules a meeting is run by: values of the province's profile and limits of the product, frozen.

Rule: the core reads numbers from here and nowhere else; who builds a `Rules` from a profile file checks its ranges.
"""

import msgspec

from console.cameras.camera_words import PresetRole
from console.checks.check_words import CheckStage
from console.regulation.province import Terms
from console.words import Layout, MuteRule, WhoOpens


class QualityRules(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of one line (product: warning at 1 % loss, error at 5 %, on the worst of four streams)."""

    loss_warning_percent: float = 1.0
    loss_error_percent: float = 5.0
    jitter_warning_ms: float = 30.0
    jitter_error_ms: float = 50.0
    round_trip_warning_ms: float = 300.0
    round_trip_error_ms: float = 500.0


STRICTER = QualityRules(
    loss_warning_percent=0.5,
    loss_error_percent=2.0,
    jitter_warning_ms=20.0,
    jitter_error_ms=40.0,
    round_trip_warning_ms=200.0,
    round_trip_error_ms=400.0,
)
"""For the podium and on deck."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a decision may depend on besides state, message and time."""

    profile_id: str = "default"
    profile_version: str = ""
    profile_hash: str = ""
    profile_name: str = ""
    terms: Terms = Terms()
    """The province's words."""
    program_version: str = "0"

    who_opens: WhoOpens = WhoOpens.OPERATOR
    frozen_in_session: bool = True
    """Configuration stays as it is while an official session runs."""
    frozen_after_check: bool = False
    """It stays so already from a good technical check until the meeting."""
    silent_at_start: bool = True
    """A session begins with the standing order in force."""
    mute_rule: MuteRule | None = None
    main_speech_ms: int = 1000
    """Sound of the main endpoint that lasts so long is speech."""
    main_pause_ms: int = 5000
    """A pause so long ends it."""
    podium_layout: Layout = Layout.PODIUM
    """Layout of the program when a site is brought from the main endpoint's picture to the podium."""
    speech_limit_seconds: int | None = 600
    speech_warning_seconds: int = 60
    """So long before its limit a speech is warned."""
    lock_after_minutes: int = 15
    """A console with accounts locks itself after so long; 0: never."""
    control_may_be_delegated: bool = False
    asks_attendance: bool = False
    """Sites are asked how many sit in the room and who is in charge."""
    speaker_dropped_seconds: int = 10
    """How long podium and timer wait for a speaker whose site dropped."""
    forgotten_seconds: float = 5.0
    forgotten_level_db: float = -45.0
    violation_grace_ms: int = 1500
    """Sound and answers under way when the order was given are no violation."""

    check_stages: tuple[CheckStage, ...] = ()
    """The technical checks that the profile asks for, the earliest first."""
    least_up_kilobits: int = 1800
    """What a site's line has to carry to the bridge: HD 720p, sound, and a fifth more."""
    least_down_kilobits: int = 1800
    most_tried_kilobits: int = 4000
    """A line is not filled beyond this."""

    repeat_guard_ms: int = 500
    log_patience_ms: int = 200
    receipt_limit_ms: int = 2000
    preflight_limit_ms: int = 1500
    preflight_fresh_ms: int = 10_000
    preflight_window_ms: int = 20_000
    preflight_loss_percent: float = 5.0
    preflight_least_packets: int = 50
    """Fewer expected packets than this in the window: loss is not measured."""
    preflight_audio_packets: int = 10
    preset_wait_ms: int = 4000
    """How long the podium waits for the camera's preset; then the site goes on air as its camera stands."""
    verify_limit_ms: int = 3000
    full_width: int = 1280
    rung_repeat_ms: int = 300
    rung_repeats: int = 20
    preset_limit_ms: int = 16_000
    """A little more than a camera driver's own deadline, which normally speaks first."""
    camera_limit_ms: int = 8000
    """For whatever else a camera's driver is asked; it normally answers before."""
    recalibration_limit_ms: int = 25_000
    """A slow head swings from stop to stop and back."""
    cameras_per_site: int = 8
    operator_saves_at_sites: bool = True
    """The operator changes presets of satellites too; False leaves them to each site's technician."""
    preset_roles: tuple[PresetRole, ...] = (PresetRole.CHAIR, PresetRole.LEFT, PresetRole.RIGHT, PresetRole.WIDE)
    """What for presets are offered at the setting up of a camera."""
    cover_podium_move: bool = False
    """A site that comes to the podium is heard at once, the main endpoint shown while its camera moves; False: it comes
    when its camera has arrived, or after `preset_wait_ms`."""
    recording_mark_on_picture: bool = False
    """While the program is recorded a red mark stands in its picture, so that encoders and browsers see it too."""
    camera_hold_ms: int = 3000
    """The program by itself leaves a camera at a preset at least so long."""
    camera_hand_ms: int = 20_000
    """So long after an act of a person at a camera the program does not move it by itself."""
    ping_pong_ms: int = 30_000
    ping_pongs: int = 3
    """So many changes between two presets within that time: the wide one is shown instead."""
    cover_limit_ms: int = 6000
    """The longest time that the main endpoint is shown in the place of a camera on air that moves."""
    cover_shown_ms: int = 500
    """How long a camera on air waits for the picture that covers its move."""
    directory_limit_ms: int = 2000

    queue_limit: int = 500
    history_limit: int = 8
    receipts_kept: int = 1000
    commands_in_flight: int = 64
    undo_kept: int = 20
    tail_lines: int = 40
    text_limit: int = 500
    """Longest note or title, in characters."""

    sweep_ms: int = 250
    ping_ms: int = 2000
    ping_without_media_ms: int = 400
    old_after_ms: int = 1000
    lost_after_ms: int = 2000
    connecting_limit_ms: int = 15_000
    parting_ms: int = 1500
    """How long a replaced program has to hear that it is; its media counts no more from the first moment."""
    samples_every_ms: int = 5000

    alarm_settle_ms: int = 500
    """How long a trouble has to last before it is an alarm: what fails together is named together."""
    sites_return_ms: int = 8000
    """How long after a start of bridge or engine a missing site is no alarm yet."""

    quality: QualityRules = QualityRules()
    quality_on_air: QualityRules = STRICTER
    window_packets: int = 200
    window_ms: int = 15_000
    window_least_packets: int = 20
    """Fewer expected packets than this in a whole window: no data."""
    clean_after_ms: int = 15_000
