"""Who may give which command: one row for every command there is, read by the gate itself.

Rule: a command without a row is nobody's. Operators, administrators and the bridge may give every command that has a
row, a viewer none; the columns say what a site's technician may: as the own affair of the site, and by a right that was
delegated to it; and what a delegated operator may, by the same rights. What no right names (the session, credentials,
the recording, undo) is the operator's alone; the safe stop works at every console, also at one that is locked.
"""

from enum import Enum, auto
from typing import NamedTuple

from console import commands as asked
from console.admission import admission_commands as admission
from console.cameras import camera_commands as cameras
from console.checks import check_commands as checks
from console.command import Command
from console.content import content_commands as content
from console.control import control_commands as control
from console.floor import floor_commands as floor
from console.incidents import incident_commands as incidents
from console.meeting import meeting_commands as meeting
from console.notes import recording_commands as permission
from console.recordings import recorder_commands as recorder
from console.words import DelegatedRight


class Own(Enum):
    """When a command is a site's own affair."""

    NEVER = auto()
    ITS_SITE = auto()
    """It names the site itself."""
    ITS_HAND = auto()
    """It asks for the site itself, from its own program and without urgency."""
    ITS_TICK = auto()
    """It names the site itself, and an item that technicians tick."""
    ITS_SPEECH = auto()
    """The site has the floor or the podium."""


class CommandRight(NamedTuple):
    """What others may besides operators."""

    own: Own = Own.NEVER
    delegated: DelegatedRight | None = None
    at_any_console: bool = False
    """Also for a delegated operator whatever the scope, and at a console that is locked or where nobody logged in."""


_OPERATOR = CommandRight()
_SILENCE = CommandRight(delegated=DelegatedRight.SILENCE)
_FLOOR = CommandRight(delegated=DelegatedRight.FLOOR)
_PODIUM = CommandRight(delegated=DelegatedRight.PODIUM)
_CAMERAS = CommandRight(delegated=DelegatedRight.CAMERAS)
_RECORD = CommandRight(delegated=DelegatedRight.RECORD)

COMMAND_RIGHTS: dict[type[Command], CommandRight] = {
    asked.StartSession: _OPERATOR,
    asked.EndSession: _OPERATOR,
    # ------------------------------------------------ microphones
    asked.MuteAll: _SILENCE,
    asked.LiftSilence: _SILENCE,
    asked.MuteSite: _SILENCE,
    asked.UnmuteSite: _SILENCE,
    asked.SafeStop: CommandRight(at_any_console=True),
    asked.LiftSafeStop: _OPERATOR,
    asked.ListenToSite: _OPERATOR,
    # ------------------------------------------------ podium
    asked.BringToPodium: _PODIUM,
    asked.ReturnToPrevious: _PODIUM,
    asked.SetLayout: _PODIUM,
    asked.PutOnDeck: _PODIUM,
    asked.TakeOffDeck: _PODIUM,
    asked.GiveReady: CommandRight(Own.ITS_SITE),
    # ------------------------------------------------ floor; the yes and no of the chair is entered by the operator
    floor.RequestFloor: CommandRight(Own.ITS_HAND, DelegatedRight.FLOOR),
    floor.WithdrawFloor: CommandRight(Own.ITS_SITE, DelegatedRight.FLOOR),
    floor.FinishSpeech: CommandRight(Own.ITS_SPEECH, DelegatedRight.FLOOR),
    floor.MoveFloorRequest: _FLOOR,
    floor.SkipFloor: _FLOOR,
    floor.SetFloorUrgency: _FLOOR,
    floor.RestoreFloor: _FLOOR,
    floor.GrantFloor: _FLOOR,
    floor.SetSpeechLimit: _FLOOR,
    floor.ApproveFloor: _OPERATOR,
    floor.RefuseFloor: _OPERATOR,
    # ------------------------------------------------ cameras
    cameras.RecallPreset: _CAMERAS,
    cameras.DriveCamera: _CAMERAS,
    cameras.StopCamera: _CAMERAS,
    cameras.RecalibrateCamera: _CAMERAS,
    cameras.RehearsePresets: _CAMERAS,
    cameras.FocusCamera: _CAMERAS,
    cameras.SwitchOnCamera: _CAMERAS,
    cameras.AdoptPresets: _CAMERAS,
    cameras.SavePreset: _CAMERAS,
    cameras.RenamePreset: _CAMERAS,
    cameras.DeletePreset: _CAMERAS,
    cameras.RestorePreset: _CAMERAS,
    cameras.PlacePreset: _CAMERAS,
    cameras.MarkPreset: _CAMERAS,
    # ------------------------------------------------ script
    meeting.TakeCue: _OPERATOR,
    meeting.SkipCue: _OPERATOR,
    meeting.ReturnCue: _OPERATOR,
    meeting.ReloadMeetingFile: _OPERATOR,
    # ------------------------------------------------ what the minutes keep
    asked.MarkMoment: _RECORD,
    asked.AddNote: _RECORD,
    asked.SetGain: _RECORD,
    asked.TellAttendance: CommandRight(Own.ITS_SITE, DelegatedRight.RECORD),
    incidents.OpenIncident: CommandRight(Own.ITS_SITE, DelegatedRight.RECORD),
    incidents.UpdateIncident: _RECORD,
    incidents.RestoreIncident: _RECORD,
    incidents.CloseIncident: _RECORD,
    incidents.ReopenIncident: _RECORD,
    incidents.TellOfIncident: _RECORD,
    incidents.AskFallback: _RECORD,
    incidents.DecideFallback: _RECORD,
    asked.TakeAlarm: _RECORD,
    asked.TakeClearedAlarms: _RECORD,
    # ------------------------------------------------ technical checks
    checks.TickCheckItem: CommandRight(Own.ITS_TICK),
    checks.RunSiteCheck: _OPERATOR,
    checks.StopSiteChecks: _OPERATOR,
    checks.CloseCheckStage: _OPERATOR,
    checks.FreezeBaseline: _OPERATOR,
    # ------------------------------------------------ who may what, who may be here
    control.DelegateControl: _OPERATOR,
    control.RevokeControl: _OPERATOR,
    admission.RevokeCredentials: _OPERATOR,
    admission.LockMeeting: _OPERATOR,
    admission.UnlockMeeting: _OPERATOR,
    admission.OpenLobby: _OPERATOR,
    admission.CloseLobby: _OPERATOR,
    admission.LetIn: _OPERATOR,
    admission.TurnAway: _OPERATOR,
    # ------------------------------------------------ recording and content
    permission.PermitRecording: _OPERATOR,
    permission.RefuseRecording: _OPERATOR,
    recorder.StartRecording: _OPERATOR,
    recorder.PauseRecording: _OPERATOR,
    recorder.ResumeRecording: _OPERATOR,
    recorder.StopRecording: _OPERATOR,
    recorder.TakePicture: _OPERATOR,
    content.ShowContent: _OPERATOR,
    content.LetPresent: _OPERATOR,
    content.EndContent: _OPERATOR,
    # ------------------------------------------------ the rest
    asked.Undo: _OPERATOR,
    asked.ReloadDirectory: _OPERATOR,
}
