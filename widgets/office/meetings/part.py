"""One tab of the page of meetings: shows a meeting, and gives it back as it stands in its fields."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.office.meeting import Meeting
from widgets.office.register_store import RegisterStore


class MeetingPart(QWidget):
    """Base of the tabs; a part never writes, it says that something was edited."""

    edited = Signal()

    def __init__(self, store: RegisterStore) -> None:
        super().__init__()
        self.store = store

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows a meeting; what was typed before is dropped."""
        raise NotImplementedError

    def applied(self, meeting: Meeting) -> Meeting:
        """Returns the meeting with what stands in the fields."""
        return meeting

    def offer(self) -> None:
        """Takes sites, records of other lists and rules anew; keeps what was typed."""

    def begin(self) -> None:
        """Takes the keyboard."""
        self.setFocus()
