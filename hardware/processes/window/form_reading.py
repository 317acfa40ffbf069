"""Reads what a window's forms are made of, on a thread of its own: a long meeting's log takes a second, a film minutes.

Rule: opens the office store for one question and closes it again; what cannot be read comes back as a trouble.
"""

from pathlib import Path

from console.command_line.form.recording_actions import state_of
from console.data_folder import DataFolder
from console.log_book.database import STORE_ERRORS, StoreUnusable, storage_trouble
from console.log_book.office_store import OfficeStore
from console.records.gathered import Gathered
from console.records.gathering import NothingLogged, gather, held_sessions
from console.records.ledger import Ledger, ledger
from console.records.recording_files import FileState, recorded_files
from console.records.wishes import AnyWish, FormWanted, LedgerWanted, ProofWanted, RecordingsHeld, RecordingsWanted
from console.trouble import Trouble, TroubleKind, trouble

Read = Gathered | Ledger | RecordingsHeld | FileState | Trouble


def read_wish(data: DataFolder, wish: AnyWish) -> Read:
    """Returns what a window wants to know, or why it cannot be told."""
    if isinstance(wish, ProofWanted):
        return state_of(data.recordings / wish.file.file, wish.file)
    try:
        with OfficeStore(data.office_file) as office:
            return _from_store(data, office, wish)
    except NothingLogged as error:
        return trouble(TroubleKind.NOT_A_SESSION_LOG, path=data.root, why=error)
    except StoreUnusable as error:
        return error.trouble or trouble(TroubleKind.DISK_REFUSED, why=error)
    except STORE_ERRORS as error:
        return storage_trouble(error)


def _from_store(
    data: DataFolder, office: OfficeStore, wish: FormWanted | RecordingsWanted | LedgerWanted
) -> Gathered | Ledger | RecordingsHeld:
    match wish:
        case FormWanted():
            return gather(data, office, wish.session)
        case RecordingsWanted():
            return _recordings(data, gather(data, office, wish.session))
        case LedgerWanted():
            held = held_sessions(data, office, wish.from_ms, wish.until_ms)
            return ledger(held, wish.from_ms, wish.until_ms)


def _recordings(data: DataFolder, gathered: Gathered) -> RecordingsHeld:
    files = recorded_files(gathered.facts.story)
    lying = {file.file: size for file in files if (size := _size(data.recordings / file.file)) is not None}
    return RecordingsHeld(gathered=gathered, files=files, folder=str(data.recordings), lying_bytes=lying)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
