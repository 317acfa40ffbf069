"""`verify-log FILE`: says whether a session's log is whole, and where not.

Rule: exit code 0 only when nothing speaks against the file; what was not compared is said.
"""

import contextlib

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.phrasing import verdict_sentences
from console.command_line.requests import VerifyLog
from console.log_book.database import STORE_ERRORS, StoreUnusable
from console.log_book.office_store import OfficeStore
from console.log_book.verification import Verdict, verify_log
from console.office.security_events import chain_break


def verify(request: VerifyLog, actions: Actions) -> int:
    """Prints the verdict on one file; the office store of the data folder is asked when there is one."""
    try:
        verdict = _verdict(request)
    except StoreUnusable as error:
        raise BadInput(error.trouble or str(error)) from error
    print("\n".join(verdict_sentences(actions.words, verdict)))
    return Exit.DONE if verdict.good else Exit.FAILED


def _verdict(request: VerifyLog) -> Verdict:
    if not request.data.office_file.exists():
        return verify_log(request.file)
    with OfficeStore(request.data.office_file) as office:
        verdict = verify_log(request.file, office)
        if not verdict.good and request.file.resolve().parent == request.data.sessions.resolve():
            with contextlib.suppress(*STORE_ERRORS):  # what was found is said all the same
                office.register.put([chain_break(f"session/{request.file.stem}")], "")
        return verdict
