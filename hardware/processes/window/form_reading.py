"""Reads what a window's forms are made of, on a thread of its own: a long meeting's log takes a second.

Rule: opens the office store for one question and closes it again; what cannot be read comes back as a trouble.
"""

from console.data_folder import DataFolder
from console.log_book.database import STORE_ERRORS, StoreUnusable, storage_trouble
from console.log_book.office_store import OfficeStore
from console.records.gathered import Gathered
from console.records.gathering import NothingLogged, gather, held_sessions
from console.records.ledger import Ledger, ledger
from console.records.wishes import AnyWish, FormWanted, LedgerWanted
from console.trouble import Trouble, TroubleKind, trouble


def read_wish(data: DataFolder, wish: AnyWish) -> Gathered | Ledger | Trouble:
    """Returns what a window wants to know, or why it cannot be told."""
    try:
        with OfficeStore(data.office_file) as office:
            match wish:
                case FormWanted():
                    return gather(data, office, wish.session)
                case LedgerWanted():
                    held = held_sessions(data, office, wish.from_ms, wish.until_ms)
                    return ledger(held, wish.from_ms, wish.until_ms)
    except NothingLogged as error:
        return trouble(TroubleKind.NOT_A_SESSION_LOG, path=data.root, why=error)
    except StoreUnusable as error:
        return error.trouble or trouble(TroubleKind.DISK_REFUSED, why=error)
    except STORE_ERRORS as error:
        return storage_trouble(error)
