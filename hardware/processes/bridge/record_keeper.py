"""Puts what a session found into the office's register, also when another process holds the store at that moment.

Rule: nothing of it holds the meeting up. A batch that the store cannot take is tried again every second; of more than
`MOST_WAITING` batches the oldest is given up and named in the program's log.
"""

import logging
from collections import deque
from collections.abc import Callable, Sequence

from console.log_book.database import STORE_ERRORS
from console.office.record import Record, RecordsRefused

MOST_WAITING = 50

_log = logging.getLogger(__name__)

PutRecords = Callable[[Sequence[Record], str, str], object]
"""Takes records, person and reason; raises one of `STORE_ERRORS` while the store cannot be written."""


class RecordKeeper:
    """The batches of one bridge; used on its event loop."""

    def __init__(self, put: PutRecords) -> None:
        self._put = put
        self._waiting: deque[tuple[Sequence[Record], str, str]] = deque()

    @property
    def waiting(self) -> int:
        """How many batches are not in the register yet."""
        return len(self._waiting)

    def put(self, records: Sequence[Record], person: str, reason: str) -> None:
        """Puts a batch into the register, now or as soon as that can be done."""
        self._waiting.append((records, person, reason))
        while len(self._waiting) > MOST_WAITING:
            given_up = self._waiting.popleft()
            _log.error("%d records could not be put into the register and are given up.", len(given_up[0]))
        self.try_again()

    def try_again(self) -> None:
        """Puts what waits into the register, in its order, as far as the store takes it."""
        while self._waiting:
            try:
                self._put(*self._waiting[0])
            except STORE_ERRORS as error:
                _log.warning("The register cannot be written, it is tried again: %s", error)
                return
            except RecordsRefused as error:
                _log.error("Records were refused by the register: %s", error)
            self._waiting.popleft()
