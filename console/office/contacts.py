"""What a regulation asks of a unit's contacts, and whom a change of them has to be told.

Rule: the profile says how many leaders and technicians a site names and what is known of each; a person counts for the
sites of their own only, on the days they serve. Pure: the day of today is handed in.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from console.events import Site
from console.office.people import Person, Role, in_service
from console.office.record import Version
from console.regulation.before import ContactField, Contacts
from console.words import MAIN_SITE, SiteId

_FIELDS = {
    ContactField.FULL_NAME: "name",
    ContactField.UNIT: "unit",
    ContactField.TITLE: "title",
    ContactField.PHONE: "phone",
    ContactField.EMAIL: "email",
    ContactField.ZALO: "zalo",
}
_ASKED = (Role.LEADER, Role.TECHNICIAN)
"""Whose fields a regulation names."""


class TooFew(NamedTuple):
    """A site that names fewer people for a role than the profile asks."""

    site: Site
    role: Role
    have: int
    need: int


class NotKnown(NamedTuple):
    """A person of whom something that the profile asks is not known; `fields` as `Person` names them."""

    person: Person
    fields: tuple[str, ...]


def too_few(sites: Iterable[Site], people: Sequence[Person], asked: Contacts, today: str) -> tuple[TooFew, ...]:
    """Returns where people are missing, in the order of the sites."""
    needs = ((Role.LEADER, asked.least_leaders), (Role.TECHNICIAN, asked.least_technicians))
    named = Counter(
        (site, role) for each in people if in_service(each, today) for site in each.sites for role in each.roles
    )
    return tuple(
        TooFew(site, role, named[site.site, role], need)
        for site in sites
        for role, need in needs
        if named[site.site, role] < need
    )


def not_known(people: Iterable[Person], asked: Contacts, today: str) -> tuple[NotKnown, ...]:
    """Returns of whom something is not known that the profile asks for."""
    names = tuple(_FIELDS[field] for field in asked.fields)
    found: list[NotKnown] = []
    for person in people:
        if any(role in person.roles for role in _ASKED) and in_service(person, today):
            missing = tuple(name for name in names if not getattr(person, name))
            if missing:
                found.append(NotKnown(person, missing))
    return tuple(found)


class Change(NamedTuple):
    """The newest change of one person, and who has to be told of it."""

    id: str
    """`person/version`: the identifier of the `ChangeTold`."""
    version: Version[Person]
    person: Person | None
    """None: removed."""
    recipients: tuple[Person, ...]


def changes(
    versions: Iterable[Version[Person]], people: Sequence[Person], since_wall_ms: int, today: str
) -> tuple[Change, ...]:
    """Returns the changes since a moment, the newest first, each with whom it has to be told (profile duties F06)."""
    recent = sorted((told for told in versions if told.wall_ms >= since_wall_ms), key=lambda told: -told.line)
    return tuple(
        Change(f"{told.id}/{told.version}", told, told.content, recipients_of(told, people, today)) for told in recent
    )


def recipients_of(told: Version[Person], people: Sequence[Person], today: str) -> tuple[Person, ...]:
    """Returns whom a change of a person has to be told: department and control centre, and who works with that person.

    Bình Định, article 16 clause 1c; Thanh Hóa, article 8 clause 3; Đồng Nai, article 16 clause 3; Đắk Lắk, I.4h.
    """
    sites: set[SiteId] = {MAIN_SITE, *(told.content.sites if told.content is not None else ())}
    everywhere = {Role.DEPARTMENT, Role.CONTROL_CENTRE}
    return tuple(
        person
        for person in people
        if person.id != told.id
        and in_service(person, today)
        and (everywhere & set(person.roles) or (set(_ASKED) & set(person.roles) and sites & set(person.sites)))
    )
