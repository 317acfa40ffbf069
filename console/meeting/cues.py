"""Taking the script's cues in the meeting: one command for each, carried out like the same acts by hand.

Rules: a cue with a satellite is a podium act with its checks and its rollback, and counts as taken when that is on air.
The main endpoint's cue ends the speech and shows it. A cue is named by its number, so that a key pressed twice takes
one cue; a camera that stays away holds no cue up.
"""

from console.cameras.cameras import on_air
from console.commands import CommandRequest, RecallPreset
from console.durable import microphone_order
from console.entries import LayoutSet
from console.floor.speech import end_speech, leave_podium
from console.meeting.cue_notes import find_cue, note_cue, note_skipped
from console.meeting.meeting_commands import MeetingCommand, ReloadMeetingFile, ReturnCue, SkipCue, TakeCue
from console.meeting.meeting_now import reload_meeting_file
from console.office.meeting_file import CueOnFile
from console.podium.podium import begin_run, return_to_previous
from console.podium.podium_end import interrupt_run
from console.podium.podium_preset import new_recall_id, recall_for_bridge
from console.podium.podium_run import CueRun
from console.receipts import end
from console.state import State
from console.turn import Turn
from console.words import MAIN_SITE, Layout, Outcome, Reason, SiteId


def begin_cue(turn: Turn, request: CommandRequest, command: MeetingCommand, line: int) -> None:
    """Begins what was asked of the script or the meeting's file; `line` is its "requested" line."""
    match command:
        case TakeCue():
            take_cue(turn, request, command, line)
        case SkipCue():
            skip_cue(turn, request, command)
        case ReturnCue():
            return_cue(turn, request, command, line)
        case ReloadMeetingFile():
            reload_meeting_file(turn, request)


def take_cue(turn: Turn, request: CommandRequest, command: TakeCue, line: int) -> None:
    """Carries out a cue, or refuses one that the script does not have before it."""
    cue = find_cue(turn.state.durable, command.cue)
    if cue is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_CUE)
        return
    site = command.site or cue.site
    podium = turn.state.durable.podium.site
    if site not in ("", MAIN_SITE) and not (site == podium and microphone_order(turn.state.durable, site).heard):
        wanted = CueRun(number=cue.number, layout=cue.layout, preset=_preset(turn.state, site, cue))
        begin_run(turn, request, site, line, None, wanted)
        return
    if site == MAIN_SITE:
        _show_main(turn)
    _set_layout(turn, request, cue.layout)
    _recall(turn, site or MAIN_SITE, cue)
    note_cue(turn, request)
    end(turn, request, Outcome.DONE)


def _show_main(turn: Turn) -> None:
    """Ends whatever is on its way to the podium, the speech and the podium itself."""
    if turn.state.run is not None:
        interrupt_run(turn, turn.state.run)
    if turn.state.durable.speech is not None:
        end_speech(turn, None)
    if turn.state.durable.podium.site is not None:
        leave_podium(turn)


def _set_layout(turn: Turn, request: CommandRequest, layout: Layout | None) -> None:
    if layout is not None and turn.state.durable.podium.layout is not layout:
        turn.log(LayoutSet(layout=layout), request)


def _preset(state: State, site: SiteId, cue: CueOnFile) -> tuple[str, str] | None:
    """Returns the camera and preset that a cue names; another site than the planned one has its own."""
    if not cue.preset or site != (cue.site or MAIN_SITE):
        return None
    cameras = state.cameras if site == MAIN_SITE else state.site_cameras.get(site, ())
    first = cameras[0].camera if cameras else ""
    return cue.camera or first, cue.preset


def _recall(turn: Turn, site: SiteId, cue: CueOnFile) -> None:
    wish = _preset(turn.state, site, cue)
    if wish is not None:
        # The script is the order to move the picture that everybody sees.
        command = RecallPreset(site=site, camera=wish[0], preset=wish[1], override_on_air=on_air(turn.state, site))
        recall_for_bridge(turn, command, new_recall_id(turn))


def skip_cue(turn: Turn, request: CommandRequest, command: SkipCue) -> None:
    """Leaves out the cues up to one."""
    if find_cue(turn.state.durable, command.cue) is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_CUE)
        return
    note_skipped(turn, request, command.cue)
    end(turn, request, Outcome.DONE)


def return_cue(turn: Turn, request: CommandRequest, command: ReturnCue, line: int) -> None:
    """Takes the script back to where it stood, with the podium or the layout that stood there."""
    if not 0 <= command.cue < turn.state.durable.cue:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_CUE)
        return
    if command.podium:
        return_to_previous(turn, request, line)
        return
    _set_layout(turn, request, command.layout)
    note_cue(turn, request)
    end(turn, request, Outcome.DONE)
