"""The people around the meetings: whom to call, who operates, who leads.

Rule: a person stands here once, with every role and every site of theirs; who leaves keeps the record with the last
day, so that old papers still name the right one. Pure: the day of today is handed in.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec

from console.office.record import Record, Text
from console.regulation.during import Branch
from console.words import SiteId

LONGEST_NAME = 200
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
ShortText = Annotated[str, msgspec.Meta(max_length=LONGEST_NAME)]
"""One line of text that may stay empty."""
Day = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
"""An ISO date, or empty."""


class Role(StrEnum):
    """What somebody does for the meetings."""

    LEADER = "leader"
    TECHNICIAN = "technician"
    TELECOM = "telecom"
    POWER = "power"
    CONTROL_CENTRE = "control_centre"
    DEPARTMENT = "department"
    REGISTRATION = "registration"
    """Takes registrations."""
    SUPPORT = "support"
    """Helps with technique at any site."""
    HOST = "host"
    """Leads for the agency that holds a meeting."""


class Person(Record, frozen=True, kw_only=True, tag="person"):
    """One person of the directory; `sites` are those that the roles hold for, none: for the whole system."""

    name: Name
    title: ShortText = ""
    unit: ShortText = ""
    phone: ShortText = ""
    email: ShortText = ""
    zalo: ShortText = ""
    roles: tuple[Role, ...] = ()
    branch: Branch = Branch.ANY
    sites: tuple[SiteId, ...] = ()
    valid_from: Day = ""
    valid_to: Day = ""
    """The last day; empty while nobody knows one."""
    note: Text = ""


def in_service(person: Person, today: str) -> bool:
    """Tells whether a person holds the roles on a day, an ISO date."""
    return (person.valid_from or today) <= today <= (person.valid_to or today)


def contacts_of(people: Iterable[Person], site: SiteId, role: Role, today: str) -> tuple[Person, ...]:
    """Returns who has a role at a site on a day: those of the site first, then those of the whole system."""
    found = [person for person in people if role in person.roles and in_service(person, today)]
    own = [person for person in found if site in person.sites]
    return (*own, *(person for person in found if not person.sites))
