"""Which wish around the meeting goes where.

Rule: the window knows this protocol only; who carries it out `main.py` decides.
"""

from typing import Protocol

from console.sites.site_facts import DeviceChoice
from widgets.guide.first_start import FirstStart
from widgets.office.office_seat import OfficeSeat


class Office(Protocol):
    """What a window wants of the office behind the meeting."""

    def name_main(self, name: str) -> None:
        """Names the main endpoint."""
        ...

    def list_profiles(self) -> None:
        """Lists the provinces' rules."""
        ...

    def use_profile(self, profile: str, mute: str) -> None:
        """Holds meetings under a profile."""
        ...

    def add_site(self, number: str, name: str) -> None:
        """Adds a site."""
        ...

    def take_sites(self, text: str) -> None:
        """Takes sites from a pasted table."""
        ...

    def take_file(self, path: str) -> None:
        """Takes sites from a file."""
        ...

    def invite(self, number: int) -> None:
        """Invites a site."""
        ...

    def list_devices(self) -> None:
        """Lists what is plugged in."""
        ...

    def try_devices(self, choice: DeviceChoice) -> None:
        """Tries devices."""
        ...

    def use_devices(self, choice: DeviceChoice) -> None:
        """Lets the main room use devices."""
        ...

    def practise(self) -> None:
        """Opens a practice meeting."""
        ...

    def list_meetings(self) -> None:
        """Lists the registered meetings that a session may be started for."""
        ...

    def count_due(self) -> None:
        """Counts what has to be done now."""
        ...

    def read_call_book(self) -> None:
        """Reads whom to call when something fails."""
        ...

    def list_content_choices(self) -> None:
        """Lists what of this machine may be shown as content."""
        ...

    def read_support(self) -> None:
        """Gathers what support may be given."""
        ...

    def save_support(self, path: str) -> None:
        """Saves what was gathered for support."""
        ...

    def count_crashes(self) -> None:
        """Counts the reports of crashes that nobody was told of."""
        ...

    def export(self, folder: str) -> None:
        """Packs the last session."""
        ...


def connect_office(seat: OfficeSeat, office: Office) -> None:
    """Lets every wish of a window around its meeting go to the office."""

    def connect_set_up(set_up: FirstStart) -> None:
        set_up.name_given.connect(office.name_main)
        set_up.profiles_asked.connect(office.list_profiles)
        set_up.profile_chosen.connect(office.use_profile)
        set_up.devices_asked.connect(office.list_devices)
        set_up.devices_tried.connect(office.try_devices)
        set_up.devices_chosen.connect(office.use_devices)
        set_up.site_added.connect(office.add_site)
        set_up.table_given.connect(office.take_sites)
        set_up.file_given.connect(office.take_file)
        set_up.invitation_wanted.connect(office.invite)

    seat.set_up_made.connect(connect_set_up)
    seat.practice_wanted.connect(office.practise)
    seat.devices_asked.connect(office.list_devices)
    seat.meetings_asked.connect(office.list_meetings)
    seat.due_asked.connect(office.count_due)
    seat.call_book_asked.connect(office.read_call_book)
    seat.content_choices_asked.connect(office.list_content_choices)
    seat.support_asked.connect(office.read_support)
    seat.support_save_wanted.connect(office.save_support)
    seat.crashes_asked.connect(office.count_crashes)
    seat.export_wanted.connect(office.export)
