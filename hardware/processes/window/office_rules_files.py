"""The rules of a data folder's office from their files: profile, organisation overlay, working calendar."""

from console.command_line.files import calendar_of, profile_of, settings_of
from console.data_folder import DataFolder
from console.office.office_rules import OfficeRules
from hardware.processes.program import version
from hardware.processes.resources import PROFILES, WORKING_CALENDAR


def rules_of(data: DataFolder) -> OfficeRules:
    """Returns the rules in force; raises `BadInput` with one sentence about the file that is wrong."""
    settings = settings_of(data)
    profile = profile_of(data, settings, PROFILES, version())
    calendar = calendar_of(data, WORKING_CALENDAR)
    return OfficeRules(
        profile=profile, calendar=calendar, most_sites=settings.most_sites, print_style=settings.print_style
    )
