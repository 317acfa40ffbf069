"""One page of the office window: what every page is and has.

Rule: a page shows records and says wishes; what becomes of them comes back through the store. It lays out at 1366x768
as at 1920x1080, can be worked by keyboard alone, and says everything anew in `rephrase`.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from console.office.record import Record, Version
from widgets.office.register_store import RegisterStore
from widgets.office.wish_button import wish_button


class OfficePage(QWidget):
    """Base of all pages; made when it is first opened."""

    put_wanted = Signal(object, str, object)
    """Records (a tuple), the reason, and the versions that were open by identifier, or None when none mattered."""
    remove_wanted = Signal(object, str, str)
    """A kind of record (its type), an identifier, the reason."""
    page_wanted = Signal(str, str)
    """The name of another page, and the identifier of what is to be shown there (or nothing)."""

    name: str
    """What the page is called in code: its entry in `pages.PAGES` has the same."""
    kinds: tuple[type[Record], ...] = ()
    """The records that it shows: read when it is opened, then `take` is called for each and after each change."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__()
        self.store = store
        self.setObjectName(f"page-{self.name}")

    def button(self, name: str, wish: Callable[[], object]) -> QPushButton:
        """Returns a button of the page that wishes something when it is pressed."""
        return wish_button(self, name, wish)

    def begin(self) -> None:
        """Takes the keyboard; the page was opened."""
        self.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows a kind of record as it is now: the newest version of each, `content` None for what was removed."""

    def take_sites(self) -> None:
        """Shows the live directory (`store.sites`) as it is now."""

    def open_record(self, id_: str) -> None:
        """Shows a record that another page named."""

    def unsaved(self) -> bool:
        """Tells whether something was typed that is not yet written."""
        return False

    def rephrase(self) -> None:
        """Says everything in the language in use."""
