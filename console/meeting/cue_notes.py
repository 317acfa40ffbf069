"""What is noted of a cue, and how it is taken back; shared by the script and the podium's transaction.

Rule: a cue counts as taken when what it wants has come about: with a podium act when that is on air, in the same
decision. How it differs from the plan (left out before it, another site, late) stands in the lines.
"""

from console.commands import CommandRequest
from console.durable import Durable
from console.entries import OnDeckChanged
from console.meeting.meeting_commands import ReturnCue, SkipCue, TakeCue
from console.meeting.meeting_entries import CueReturned, CueSkipped, CueTaken
from console.office.meeting_file import CueOnFile
from console.podium.podium_checks import fresh_check
from console.state import State, link_of
from console.turn import Turn
from console.words import MAIN_SITE, LinkState, SessionKind, SiteId


def cues_of(durable: Durable) -> tuple[CueOnFile, ...]:
    """Returns the script of the running meeting, in order; empty without one."""
    return () if durable.meeting_file is None else durable.meeting_file.cues


def find_cue(durable: Durable, number: int) -> CueOnFile | None:
    """Returns a cue that is still to come, None when there is none of this number or it is behind us."""
    if number <= durable.cue:
        return None
    return next((cue for cue in cues_of(durable) if cue.number == number), None)


def note_cue(turn: Turn, request: CommandRequest) -> None:
    """Notes that the cue of a command has come about, or was taken back; any other command is none of ours."""
    command = request.command
    if isinstance(command, ReturnCue):
        turn.log(CueReturned(number=command.cue), request)
    elif isinstance(command, TakeCue):
        cue = find_cue(turn.state.durable, command.cue)
        if cue is not None:
            _note_taken(turn, request, command, cue)


def _note_taken(turn: Turn, request: CommandRequest, command: TakeCue, cue: CueOnFile) -> None:
    note_skipped(turn, request, cue.number - 1)
    other = command.site is not None and command.site != cue.site
    taken = CueTaken(
        number=cue.number,
        title=cue.title,
        site=command.site or cue.site,
        instead_of=cue.site if other else None,
        late_seconds=_late_seconds(turn, cue),
    )
    turn.log(taken, request)
    _next_on_deck(turn, request, cue.number)


def note_skipped(turn: Turn, request: CommandRequest, last: int) -> None:
    """Notes every cue up to `last` that was not taken as left out."""
    durable = turn.state.durable
    for cue in cues_of(durable):
        if durable.cue < cue.number <= last:
            turn.log(CueSkipped(number=cue.number, title=cue.title), request)


def _late_seconds(turn: Turn, cue: CueOnFile) -> int | None:
    """Returns how late an official session is; a rehearsal has no times of its own."""
    session = turn.state.durable.session
    if cue.at_ms is None or session is None or session.kind is not SessionKind.OFFICIAL:
        return None
    return (turn.now.wall_ms - cue.at_ms) // 1000


def _next_on_deck(turn: Turn, request: CommandRequest, number: int) -> None:
    """Puts the next cue's site on deck when nobody is: it is checked, and knows that its turn comes."""
    state = turn.state
    following = next((cue for cue in cues_of(state.durable) if cue.number > number), None)
    if following is None or state.durable.on_deck is not None or not _can_wait(state, following.site):
        return
    turn.log(OnDeckChanged(site=following.site), request)
    fresh_check(turn)


def _can_wait(state: State, site: SiteId) -> bool:
    known = site not in ("", MAIN_SITE, state.durable.podium.site) and site in state.directory
    return known and link_of(state, site).state is LinkState.LIVE


def cue_inverse(state: State, command: TakeCue | SkipCue) -> ReturnCue | None:
    """Returns what takes a cue back, as of the moment before it."""
    durable = state.durable
    cue = find_cue(durable, command.cue)
    if cue is None:
        return None
    if isinstance(command, SkipCue):
        return ReturnCue(cue=durable.cue)
    site, podium = command.site or cue.site, durable.podium
    moves = site != "" and (site if site != MAIN_SITE else None) != podium.site
    layout = podium.layout if cue.layout is not None and not moves else None
    return ReturnCue(cue=durable.cue, podium=moves, layout=layout)
