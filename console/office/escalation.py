"""The escalation sheet: for this failure at this site, whom to call now, in which order, and what to tell them.

Rule: first who can mend it, then whom the regulation names, then the chair of the site, each party once. A party
without anybody in the directory stays on the sheet, so that the gap is seen. The number of the line stands beside the
telecom provider, which asks for it first. Pure: the day is handed in. Sources: Bình Định articles 4.3, 11.3c; Thanh Hóa
article 11; Đồng Nai article 12; Đắk Lắk I.4; Bắc Kạn article 8.2.
"""

from collections.abc import Iterable, Sequence

import msgspec

from console.office.people import Person, Role, contacts_of, in_service
from console.office.places import Line
from console.regulation.during import Branch, IncidentFact, IncidentRule
from console.regulation.province import Party
from console.words import MAIN_SITE, IncidentCategory, SiteId

MENDERS: dict[IncidentCategory, tuple[Party, ...]] = {
    IncidentCategory.NO_PICTURE: (Party.SATELLITES, Party.CONTROL_CENTRE),
    IncidentCategory.NO_SOUND: (Party.SATELLITES, Party.CONTROL_CENTRE),
    IncidentCategory.LINE_LOST: (Party.TELCO, Party.SATELLITES, Party.CONTROL_CENTRE),
    IncidentCategory.DEVICE: (Party.SATELLITES, Party.CONTROL_CENTRE),
    IncidentCategory.POWER: (Party.SATELLITES, Party.POWER),
    IncidentCategory.OTHER: (Party.SATELLITES, Party.CONTROL_CENTRE),
}
"""Who can do something about a failure: the technicians at the site, the provider, the power company, the centre."""

ROLES: dict[Party, Role] = {
    Party.SATELLITES: Role.TECHNICIAN,
    Party.MAIN_ENDPOINT: Role.TECHNICIAN,
    Party.TELCO: Role.TELECOM,
    Party.NETWORK_DUTY: Role.TELECOM,
    Party.POWER: Role.POWER,
    Party.CONTROL_CENTRE: Role.CONTROL_CENTRE,
    Party.MCU_OPERATOR: Role.CONTROL_CENTRE,
    Party.TECHNICAL_OPERATOR: Role.SUPPORT,
    Party.DEPARTMENT: Role.DEPARTMENT,
    Party.LOCAL_CHAIR: Role.LEADER,
    Party.HOST_AGENCY: Role.HOST,
    Party.CHAIRPERSON: Role.HOST,
}
"""Under which role the directory has a party's people."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One party to be told; `people` in the order in which they are called, nobody when the directory has none."""

    party: Party
    people: tuple[Person, ...]
    lines: tuple[Line, ...] = ()
    """The site's lines, for the telecom provider alone."""
    facts: tuple[IncidentFact, ...] = ()
    """What the regulation wants this party to be told."""
    by_regulation: bool = False
    """The regulation names it; else it is called because it can mend."""


class Directory(msgspec.Struct, frozen=True, kw_only=True):
    """What of the directory the sheet is made from."""

    people: tuple[Person, ...]
    lines: tuple[Line, ...]


def escalation_sheet(
    category: IncidentCategory, site: SiteId | None, directory: Directory, rule: IncidentRule, today: str
) -> tuple[Call, ...]:
    """Returns whom to call for a failure, in order; `site` None is the whole meeting, `today` an ISO date."""
    place = site or MAIN_SITE
    parties = [*MENDERS[category], *rule.notify, *((Party.LOCAL_CHAIR,) if rule.local_chair and site else ())]
    return tuple(_call(party, place, directory, rule, today) for party in _each_once(parties, place))


def _each_once(parties: Sequence[Party], place: SiteId) -> Iterable[Party]:
    """Yields each party once; the technicians of a site that is the main endpoint are one party, not two."""
    same = {Party.NETWORK_DUTY: Party.TELCO}
    if place == MAIN_SITE:
        same[Party.SATELLITES] = Party.MAIN_ENDPOINT
    return dict.fromkeys(same.get(party, party) for party in parties)


def _call(party: Party, place: SiteId, directory: Directory, rule: IncidentRule, today: str) -> Call:
    named = party in rule.notify or (party is Party.LOCAL_CHAIR and rule.local_chair)
    told_facts = rule.facts if named and (not rule.facts_to or party in rule.facts_to) else ()
    lines = tuple(line for line in directory.lines if line.site == place) if party is Party.TELCO else ()
    return Call(
        party=party,
        people=_people(party, place, directory, lines, today),
        lines=lines,
        facts=told_facts,
        by_regulation=named,
    )


def _people(
    party: Party, place: SiteId, directory: Directory, lines: tuple[Line, ...], today: str
) -> tuple[Person, ...]:
    role = ROLES.get(party)
    if role is None:
        return ()
    where = MAIN_SITE if party in (Party.MAIN_ENDPOINT, Party.CHAIRPERSON, Party.HOST_AGENCY) else place
    found = contacts_of(directory.people, where, role, today)
    if party is Party.TELCO:
        # Whoever works for the provider of this site's line comes before all other telecom people.
        providers = {line.provider.casefold() for line in lines if line.provider}
        found = tuple(sorted(found, key=lambda person: person.unit.casefold() not in providers))
    if party is Party.SATELLITES:
        found = tuple(person for person in found if place in person.sites)
    return found


def parties_without_people(directory: Directory, rule: IncidentRule, today: str) -> tuple[Party, ...]:
    """Returns the parties that some failure would call and for whom the directory has nobody at all."""
    wanted = dict.fromkeys([party for parties in MENDERS.values() for party in parties] + list(rule.notify))
    roles = {role for person in directory.people if in_service(person, today) for role in person.roles}
    return tuple(party for party in wanted if party in ROLES and ROLES[party] not in roles)


class CallBook(msgspec.Struct, frozen=True, kw_only=True):
    """What a console needs to say whom to call, as it was read once; `today` is an ISO date."""

    directory: Directory
    rule: IncidentRule
    today: str
    operators: dict[str, Branch] = {}
    """By a meeting: whose technicians operate its satellites, where the regulation goes by the host."""

    def of_meeting(self, meeting_uid: str | None) -> "CallBook":
        """Returns the book for a meeting: of those who have the same role, whoever operates in it is called first."""
        branch = self.operators.get(meeting_uid or "", Branch.ANY)
        if branch is Branch.ANY:
            return self
        people = sorted(self.directory.people, key=lambda person: person.branch not in (branch, Branch.ANY))
        return msgspec.structs.replace(self, directory=msgspec.structs.replace(self.directory, people=tuple(people)))

    def sheet(self, category: IncidentCategory, site: SiteId | None) -> tuple[Call, ...]:
        """Returns whom to call for a failure, in order."""
        return escalation_sheet(category, site, self.directory, self.rule, self.today)
