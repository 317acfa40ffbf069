"""What windows see of the registered meeting: who is in charge, its script, its technical checks.

Rule: as in `snapshot`, kinds and numbers only.
"""

import msgspec

from console.checks.check_sheet import CheckMark
from console.checks.check_words import CheckItem, CheckStage, StageName
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.recordings.recording_words import RecordingState
from console.view import View
from console.words import DelegatedRight, RehearsalState, SiteId


class DelegationView(msgspec.Struct, frozen=True, kw_only=True):
    """What a site may control besides itself."""

    site: SiteId
    rights: tuple[DelegatedRight, ...]
    since_ms: int
    until_ms: int | None = None
    given_by: str = ""
    basis: str = ""


class ControlView(View):
    """Key `control`: who controls what for a time besides the operator."""

    allowed: bool = False
    """The profile lets control be given to sites."""
    delegations: tuple[DelegationView, ...] = ()


class RecordingView(View):
    """Key `recording`: whether the meeting may be recorded; `allowed` None: nobody has asked the host."""

    confidentiality: Confidentiality = Confidentiality.OPEN
    allowed: bool | None = None
    decided_by: str = ""
    note: str = ""
    at_ms: int | None = None
    noted_by: str = ""
    state: RecordingState = RecordingState.OFF
    since_ms: int | None = None
    """When it came to that wish."""

    @property
    def shown(self) -> bool:
        """Whether every screen says that the meeting is recorded."""
        return self.state in {RecordingState.STARTING, RecordingState.RUNNING, RecordingState.STALLED}


class MeetingView(View):
    """Key `meeting`: what the running session knows of its registered meeting; None: it was not registered."""

    file: MeetingFile | None = None


class CueDoneView(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    at_ms: int
    site: SiteId = ""
    late_seconds: int | None = None
    skipped: bool = False


class ScriptView(View):
    """Key `script`: where the script of the meeting stands; its cues are in `MeetingView.file`."""

    next_cue: int | None = None
    """None: there is no script, or it is over."""
    under_way: int | None = None
    """The cue whose podium act runs."""
    done: tuple[CueDoneView, ...] = ()


class CheckSheetView(View):
    """Key `check/<stage>/<site>`: one site's sheet of the technical check; there is none before its first mark."""

    stage: StageName
    site: SiteId
    state: RehearsalState
    """What the sheet comes to."""
    marks: dict[CheckItem, tuple[CheckMark, ...]]
    """Oldest first; an item that nobody has looked at is not there."""


class ClosedStageView(msgspec.Struct, frozen=True, kw_only=True):
    """A stage that was reported to the chair."""

    stage: StageName
    at_ms: int
    person: str


class ChecksView(View):
    """Key `checks`: the technical check of this session as a whole."""

    stages: tuple[CheckStage, ...] = ()
    allowed: bool = False
    """Sites may be measured now."""
    running: dict[SiteId, str] = {}
    """Sites that are being measured, and at which step."""
    waiting: tuple[SiteId, ...] = ()
    sites: tuple[SiteId, ...] = ()
    """The satellites of the meeting."""
    speaking: tuple[SiteId, ...] = ()
    """Those that will speak."""
    closed: tuple[ClosedStageView, ...] = ()
