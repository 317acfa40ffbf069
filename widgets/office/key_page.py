"""The page of units' signing keys: a fingerprint is typed as it stands on paper, with blanks or without."""

from msgspec.structs import replace

from console.office.record import Record
from console.office.reporting import ConsoleKey
from console.office.reporting_lists import KEYS
from console.records.fingerprints import read_fingerprint
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import department_page_words as words


class KeyPage(RecordPage):
    """The list of keys."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store, KEYS)

    def judged(self, record: Record) -> Record | str:
        """Returns the key with its fingerprint in one form, or why it is none."""
        assert isinstance(record, ConsoleKey)
        fingerprint = read_fingerprint(record.id)
        if fingerprint is None:
            return words.no_fingerprint()
        return replace(record, id=fingerprint)
