"""What a regulation asks of contacts, and whom a change has to be told."""

import pytest

from console.events import Site
from console.office.contacts import changes, not_known, recipients_of, too_few
from console.office.people import Person, Role, contacts_of, in_service
from console.office.record import Version
from console.regulation.before import ContactField, Contacts

TODAY = "2026-11-21"
SITES = (Site(site="main", number=0, name="UBND tỉnh"), Site(site="s001", number=1, name="Xã A"))


def person(id_: str, *roles: Role, sites: tuple[str, ...] = (), **known: str) -> Person:
    return Person(id=id_, name=id_.upper(), roles=roles, sites=sites, **known)  # type: ignore[arg-type]


def version(
    content: Person | None, *, line: int = 1, number: int = 1, id_: str = "p", wall_ms: int = 10
) -> Version[Person]:
    return Version(
        line=line, kind="person", id=id_, version=number, wall_ms=wall_ms, person="An", reason="", content=content
    )


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("", "", True),
        (TODAY, TODAY, True),
        ("2026-11-22", "", False),
        ("", "2026-11-20", False),
        ("", "2026-12-31", True),
    ],
)
def test_a_person_serves_from_the_first_day_to_the_last(first: str, last: str, there: bool) -> None:
    assert in_service(person("a", valid_from=first, valid_to=last), TODAY) is there


def test_the_contacts_of_a_site_come_before_those_of_the_whole_system() -> None:
    people = (
        person("everywhere", Role.TELECOM),
        person("own", Role.TELECOM, sites=("s001",)),
        person("elsewhere", Role.TELECOM, sites=("main",)),
        person("gone", Role.TELECOM, sites=("s001",), valid_to="2026-01-01"),
        person("other", Role.POWER, sites=("s001",)),
    )
    assert [each.id for each in contacts_of(people, "s001", Role.TELECOM, TODAY)] == ["own", "everywhere"]


def test_every_site_that_names_too_few_is_told_with_both_numbers() -> None:
    people = (
        person("a", Role.TECHNICIAN, Role.LEADER, sites=("main",)),
        person("b", Role.TECHNICIAN, sites=("main", "s001")),
        person("c", Role.TECHNICIAN, sites=("s001",), valid_to="2026-11-20"),
        person("d", Role.TECHNICIAN),
    )
    found = too_few(SITES, people, Contacts(least_technicians=2, least_leaders=1), TODAY)
    assert [(each.site.site, each.role, each.have, each.need) for each in found] == [
        ("s001", Role.LEADER, 0, 1),
        ("s001", Role.TECHNICIAN, 1, 2),
    ]


def test_only_what_the_profile_asks_is_missed_and_only_of_leaders_and_technicians() -> None:
    asked = Contacts(fields=(ContactField.FULL_NAME, ContactField.PHONE, ContactField.ZALO))
    people = (
        person("a", Role.TECHNICIAN, phone="1"),
        person("b", Role.LEADER, phone="1", zalo="1"),
        person("c", Role.POWER),
        person("d", Role.TECHNICIAN, valid_to="2026-01-01"),
    )
    assert [(each.person.id, each.fields) for each in not_known(people, asked, TODAY)] == [("a", ("zalo",))]


def test_a_change_is_told_to_department_centre_main_endpoint_and_colleagues() -> None:
    people = (
        person("department", Role.DEPARTMENT),
        person("centre", Role.CONTROL_CENTRE),
        person("main", Role.TECHNICIAN, sites=("main",)),
        person("colleague", Role.LEADER, sites=("s001",)),
        person("stranger", Role.TECHNICIAN, sites=("s002",)),
        person("telecom", Role.TELECOM, sites=("s001",)),
        person("p", Role.TECHNICIAN, sites=("s001",)),
    )
    told = recipients_of(version(people[-1]), people, TODAY)
    assert [each.id for each in told] == ["department", "centre", "main", "colleague"]
    removed = recipients_of(version(None), people, TODAY)
    assert [each.id for each in removed] == ["department", "centre", "main"]


def test_changes_come_newest_first_and_old_ones_are_left_out() -> None:
    told = (
        version(person("a"), id_="a", line=1, wall_ms=5),
        version(None, id_="b", line=7),
        version(person("c"), id_="c", line=9, number=4),
    )
    assert [change.id for change in changes(told, (), 6, TODAY)] == ["c/4", "b/1"]
