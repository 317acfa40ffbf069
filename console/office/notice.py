"""Who must be told of a meeting, by when, by which channel; who did it, and whether they acknowledged.

Rule: which notices there are follows from the profile's clocks and the meeting; a record exists only for one that was
given (or put off). Nobody is made up: a party without a name in the directory stands there without one.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.events import Site
from console.office.meeting import Meeting, MeetingSite, WallMs
from console.office.people import Person, Role, in_service
from console.office.record import Record, Text
from console.regulation.clocks import Clock, ClockKind
from console.regulation.during import Branch
from console.regulation.province import Party
from console.words import MAIN_SITE, SiteId


class Notice(Record, tag="notice"):
    """One notice that was given; its identifier is `notice_id` of what was wanted."""

    meeting: Text
    key: Text
    """The clock's key, as `notice/power/power`."""
    party: Text
    recipient: Text = ""
    phone: Text = ""
    channel: Text = ""
    """A value of `console.regulation.province.Channel`."""
    due_ms: WallMs | None = None
    sent_ms: WallMs | None = None
    sent_by: Text = ""
    acknowledged_ms: WallMs | None = None
    acknowledged_by: Text = ""
    note: Text = ""

    @property
    def late(self) -> bool:
        """Whether it was given after its time."""
        return self.due_ms is not None and self.sent_ms is not None and self.sent_ms > self.due_ms


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that the regulation wants given to one recipient."""

    id: str
    key: str
    party: Party
    by: Party | None
    recipient: str = ""
    """The person, or the site with its contact; empty: nobody of this party is in the directory."""
    site: SiteId = ""
    phone: str = ""
    channels: tuple[str, ...] = ()
    due_ms: int | None = None
    article: str = ""


_ROLES: Mapping[Party, Role] = {
    Party.POWER: Role.POWER,
    Party.TELCO: Role.TELECOM,
    Party.NETWORK_DUTY: Role.TELECOM,
    Party.CONTROL_CENTRE: Role.CONTROL_CENTRE,
    Party.MCU_OPERATOR: Role.CONTROL_CENTRE,
    Party.TECHNICAL_OPERATOR: Role.CONTROL_CENTRE,
    Party.DEPARTMENT: Role.DEPARTMENT,
    Party.OFFICE: Role.REGISTRATION,
}
_SITES = (Party.SATELLITES, Party.COMMUNES, Party.DISTRICT_ENDPOINT, Party.EVERY_UNIT, Party.CONCERNED_UNITS)
"""Parties that are the sites of the meeting."""


def wanted_notices(
    meeting: Meeting,
    clocks: Iterable[Clock],
    people: Iterable[Person],
    sites: Iterable[Site],
    today: str,
    operators: Branch = Branch.ANY,
) -> tuple[Wanted, ...]:
    """Returns who has to be told, in the order of the clocks; sites in the order of the registration.

    `operators` are whose technicians operate the satellites of this meeting: of each site they are told first.
    """
    serving = [person for person in people if in_service(person, today)]
    if operators is not Branch.ANY:
        serving.sort(key=lambda person: person.branch not in (operators, Branch.ANY))
    directory = {site.site: site for site in sites}
    found: list[Wanted] = []
    for clock in clocks:
        if clock.kind is not ClockKind.NOTICE:
            continue
        for party in clock.to:
            found += [
                _wanted(meeting, clock, party, *recipient)
                for recipient in _recipients(party, meeting, serving, directory)
            ]
    return tuple(found)


_Recipient = tuple[str, str, str, str]
"""Name, telephone, site, and what tells the recipient apart."""


def _recipients(
    party: Party, meeting: Meeting, people: Sequence[Person], directory: Mapping[SiteId, Site]
) -> list[_Recipient]:
    if party in _SITES:
        chosen = _of_party(party, meeting.sites, directory)
        return [_site_recipient(site, people) for site in chosen] or [("", "", "", "")]
    if party is Party.MAIN_ENDPOINT:
        own = [person for person in people if MAIN_SITE in person.sites and Role.TECHNICIAN in person.roles]
        named = [(person.name, person.phone, MAIN_SITE, person.id) for person in own]
        return named or [(meeting.technician, meeting.technician_phone, MAIN_SITE, "")]
    role = _ROLES.get(party)
    named = [(person.name, person.phone, "", person.id) for person in people if role in person.roles]
    return named or [("", "", "", "")]


def _of_party(party: Party, sites: Sequence[MeetingSite], directory: Mapping[SiteId, Site]) -> Sequence[MeetingSite]:
    """Returns the sites that a party means: communes have a site above them, district endpoints have some below."""
    below = {site.site for site in directory.values() if site.parent not in (None, MAIN_SITE)}
    above = {site.parent for site in directory.values() if site.parent not in (None, MAIN_SITE)}
    if party is Party.COMMUNES:
        return [site for site in sites if site.site in below]
    if party is Party.DISTRICT_ENDPOINT:
        return [site for site in sites if site.site in above]
    return sites


def _site_recipient(site: MeetingSite, people: Sequence[Person]) -> _Recipient:
    own = [person for person in people if site.site and site.site in person.sites]
    person = next((each for each in own if Role.TECHNICIAN in each.roles), own[0] if own else None)
    contact = site.contact or (person.name if person else "")
    phone = site.phone or (person.phone if person else "")
    name = f"{site.name} — {contact}" if contact else site.name
    return name, phone, site.site, site.site or site.name


def _wanted(meeting: Meeting, clock: Clock, party: Party, name: str, phone: str, site: str, mark: str) -> Wanted:
    return Wanted(
        id=f"{meeting.id}/{clock.key}/{mark}"[:120],
        key=clock.key,
        party=party,
        by=clock.by,
        recipient=name,
        site=site,
        phone=phone,
        channels=tuple(channel.value for channel in clock.channels),
        due_ms=clock.last_wall_ms,
        article=clock.article,
    )


def given(wanted: Wanted, meeting: Meeting, channel: str, person: str, now_wall_ms: int) -> Notice:
    """Returns the record of a notice that was given now."""
    return Notice(
        id=wanted.id,
        meeting=meeting.id,
        key=wanted.key,
        party=wanted.party.value,
        recipient=wanted.recipient,
        phone=wanted.phone,
        channel=channel,
        due_ms=wanted.due_ms,
        sent_ms=now_wall_ms,
        sent_by=person,
    )


def acknowledged(notice: Notice, by: str, now_wall_ms: int) -> Notice:
    """Returns the notice with who acknowledged it now."""
    return msgspec.structs.replace(notice, acknowledged_ms=now_wall_ms, acknowledged_by=by)


def stopped_clocks(wanted: Iterable[Wanted], notices: Mapping[str, Notice]) -> dict[str, int]:
    """Returns when each notice clock was done: once every recipient of it was told."""
    moments: dict[str, list[int | None]] = {}
    for each in wanted:
        told = notices.get(each.id)
        moments.setdefault(each.key, []).append(None if told is None else told.sent_ms)
    return {
        key: max(moment for moment in found if moment is not None)
        for key, found in moments.items()
        if all(moment is not None for moment in found)
    }


def all_told(wanted: Sequence[Wanted], notices: Mapping[str, Notice]) -> bool:
    """Returns whether everybody was told; a profile that wants nobody told has nothing left to do."""
    return all(each.id in notices and notices[each.id].sent_ms is not None for each in wanted)
