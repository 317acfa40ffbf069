"""What people add to the record while a meeting runs: marked moments, notes, attendance, gains.

Rule: each is one line of the log and changes nothing else.
"""

from typing import assert_never

from console.commands import AddNote, CommandRequest, MarkMoment, RecordCommand, SetGain, TellAttendance
from console.notes.note_entries import AnyNoteEntry, AttendanceTold, GainSet, MomentMarked, NoteAdded
from console.receipts import end
from console.turn import Turn
from console.words import MAIN_SITE, Outcome, Reason, SiteId

LOWEST_GAIN_DB, HIGHEST_GAIN_DB = -20, 12
MOST_HEADS = 10_000


def mark_moment(turn: Turn, request: CommandRequest, command: MarkMoment) -> None:
    """Remembers the present moment."""
    _write(turn, request, MomentMarked(note=command.note))


def add_note(turn: Turn, request: CommandRequest, command: AddNote) -> None:
    """Writes a note into the log."""
    if _known(turn, request, command.site) and _says_something(turn, request, command.text):
        _write(turn, request, NoteAdded(text=command.text.strip(), site=command.site))


def tell_attendance(turn: Turn, request: CommandRequest, command: TellAttendance) -> None:
    """Notes how many sit in a room and who is in charge there."""
    count = command.head_count
    if not _known(turn, request, command.site):
        return
    if count is not None and not 0 <= count <= MOST_HEADS:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
        return
    _write(turn, request, AttendanceTold(site=command.site, head_count=count, in_charge=command.in_charge.strip()))


def set_gain(turn: Turn, request: CommandRequest, command: SetGain) -> None:
    """Makes a site louder or quieter in the mix."""
    if command.site == MAIN_SITE or not LOWEST_GAIN_DB <= command.gain_db <= HIGHEST_GAIN_DB:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    elif not _known(turn, request, command.site):
        return
    elif _gain_stands(turn, command):
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        _write(turn, request, GainSet(site=command.site, gain_db=command.gain_db, automatic=command.automatic))


def _gain_stands(turn: Turn, command: SetGain) -> bool:
    durable = turn.state.durable
    same = durable.gains_db.get(command.site, 0) == command.gain_db
    return same and (command.site in durable.auto_levels) == command.automatic


def _write(turn: Turn, request: CommandRequest, entry: AnyNoteEntry) -> None:
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


def _known(turn: Turn, request: CommandRequest, site: SiteId | None) -> bool:
    if site is None or site in turn.state.directory:
        return True
    end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
    return False


def _says_something(turn: Turn, request: CommandRequest, text: str) -> bool:
    if text.strip():
        return True
    end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    return False


def begin_record(turn: Turn, request: CommandRequest, command: RecordCommand) -> None:
    """Adds to the record what was asked."""
    match command:
        case MarkMoment():
            mark_moment(turn, request, command)
        case AddNote():
            add_note(turn, request, command)
        case TellAttendance():
            tell_attendance(turn, request, command)
        case SetGain():
            set_gain(turn, request, command)
        case _:
            assert_never(command)
