"""What a regulation ties to whose meeting it is: the room it is chaired in, who operates the satellites, when
invitations may go out.

Rule: an article that says "is chaired there" or "operates" warns, since a room may be called otherwise in the list of
rooms; one that says "must, before" wants a reason that is kept, as a limit does. Where the text is silent nothing is
found. Pure: the moment is an argument. Sources: Thanh Hóa articles 4.1 and 8.2; Bình Định article 9.3.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from console.office.meeting import Meeting, Step, UseCase
from console.office.people import Person, Role, in_service
from console.office.places import Room
from console.regulation.calendar import day_of
from console.regulation.during import Branch, HostKind, HostRule, MeetingLevel, RunBy
from console.regulation.profile import ProfileInForce
from console.sites.directory import folded

_SHORTER = (
    ("uy ban nhan dan", "ubnd"),
    ("van phong", "vp"),
    ("thong tin va truyen thong", "tttt"),
    ("khoa hoc va cong nghe", "khcn"),
    ("&", ""),
)
"""How houses are shortened, so that the same one is known in both spellings."""


class HostFault(StrEnum):
    HOST_NOT_SAID = "host_not_said"
    """The regulation goes by whose meeting it is, and the registration does not say."""
    OTHER_ROOM = "other_room"
    """Chaired elsewhere than the regulation says."""
    OTHER_OPERATORS = "other_operators"
    """Sites whose technicians are known, and none of them is of the branch that operates then."""
    INVITED_FIRST = "invited_first"
    """The invitation went out before the registration."""
    RUN_BY = "run_by"
    """Somebody else than the control centre operates such a meeting: said, for nothing is wrong."""
    RUN_BY_OWN_ROOM = "run_by_own_room"
    """The host operates it from a room of its own that may connect; without one the department's room is used."""


WITH_REASON = frozenset({HostFault.INVITED_FIRST})
"""What is submitted only with a reason: the article says "must"."""


class HostFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is otherwise than the regulation ties to the host."""

    fault: HostFault
    article: str = ""
    wanted: str = ""
    """Where, or by whom, in the regulation's words."""
    found: tuple[str, ...] = ()
    """The place, the sites or the day that the registration has."""


def rule_of(meeting: Meeting, profile: ProfileInForce) -> HostRule | None:
    """Returns what the profile ties to the meeting's host, None where it says nothing."""
    rules = profile.regulation.control.by_host
    return next((rule for rule in rules if meeting.host_kind in rule.hosts), None)


def operators_of(meeting: Meeting, profile: ProfileInForce) -> Branch:
    """Returns whose technicians operate the satellites of a meeting; `ANY` where no text says it."""
    rule = rule_of(meeting, profile)
    return Branch.ANY if rule is None else rule.operators


def host_findings(
    meeting: Meeting, profile: ProfileInForce, rooms: Iterable[Room], people: Iterable[Person], at_ms: int
) -> tuple[HostFinding, ...]:
    """Returns what is otherwise than the regulation says; `at_ms` is when it is registered unless that was before."""
    found: list[HostFinding] = []
    rule = rule_of(meeting, profile)
    if meeting.host_kind is None and profile.regulation.control.by_host:
        found.append(HostFinding(fault=HostFault.HOST_NOT_SAID, article=_articles(profile.regulation.control.by_host)))
    if rule is not None:
        found += _other_room(meeting, rule, profile, rooms)
        found += _other_operators(meeting, rule, people, at_ms)
    return (*found, *_invited_first(meeting, profile, at_ms), *_run_by(meeting, profile))


def level_of(meeting: Meeting) -> MeetingLevel | None:
    """Returns whose meeting it is by its place in the administration, None while the registration does not say."""
    if meeting.use_case is UseCase.CENTRAL:
        return MeetingLevel.CENTRAL
    if meeting.host_kind is HostKind.DISTRICT:
        return MeetingLevel.DISTRICT
    if meeting.host_kind in (HostKind.PEOPLES_COMMITTEE, HostKind.PEOPLES_COUNCIL, HostKind.PARTY):
        return MeetingLevel.PROVINCE
    return MeetingLevel.AGENCY if meeting.host_kind in (HostKind.DEPARTMENT, HostKind.FRONT) else None


def run_by(meeting: Meeting, profile: ProfileInForce) -> RunBy | None:
    """Returns who operates a meeting, None where the text names nobody but the control centre.

    Sources: Đắk Lắk I.4d and I.4e; Bắc Kạn articles 6.2, 6.3 and 10.
    """
    level = level_of(meeting)
    return next((rule for rule in profile.regulation.control.run_by if rule.level is level), None)


def _run_by(meeting: Meeting, profile: ProfileInForce) -> Sequence[HostFinding]:
    rule = run_by(meeting, profile)
    if rule is None:
        return ()
    fault = HostFault.RUN_BY_OWN_ROOM if rule.own_room else HostFault.RUN_BY
    return (HostFinding(fault=fault, article=rule.article, wanted=rule.by),)


def _articles(rules: Iterable[HostRule]) -> str:
    told = (article for rule in rules for article in (rule.rooms_article, rule.operators_article) if article)
    return ", ".join(dict.fromkeys(told))


def wanting_reason(findings: Iterable[HostFinding]) -> tuple[HostFinding, ...]:
    """Returns those that are registered with a reason only."""
    return tuple(finding for finding in findings if finding.fault in WITH_REASON)


def _other_room(
    meeting: Meeting, rule: HostRule, profile: ProfileInForce, rooms: Iterable[Room]
) -> Sequence[HostFinding]:
    room = next((room for room in rooms if room.id == meeting.room), None)
    places = [meeting.venue, *((room.name, room.note) if room is not None else ())]
    named = [place for place in places if place]
    houses = tuple(house.replace("{department}", profile.terms.department) for house in rule.chair_rooms)
    if not houses or not named or any(_plain(house) in _plain(place) for house in houses for place in named):
        return ()
    return (
        HostFinding(
            fault=HostFault.OTHER_ROOM, article=rule.rooms_article, wanted=" / ".join(houses), found=tuple(named[:2])
        ),
    )


def _plain(text: str) -> str:
    plain = folded(text)
    for long, short in _SHORTER:
        plain = plain.replace(long, short)
    return "".join(plain.split())


def _other_operators(meeting: Meeting, rule: HostRule, people: Iterable[Person], at_ms: int) -> Sequence[HostFinding]:
    if rule.operators is Branch.ANY:
        return ()
    today = day_of(meeting.start_ms or at_ms).isoformat()
    serving = [person for person in people if Role.TECHNICIAN in person.roles and in_service(person, today)]
    lacking: list[str] = []
    for site in meeting.sites:
        branches = {person.branch for person in serving if site.site and site.site in person.sites}
        if branches and not branches & {rule.operators, Branch.ANY}:
            lacking.append(site.name or site.site)
    if not lacking:
        return ()
    return (
        HostFinding(
            fault=HostFault.OTHER_OPERATORS,
            article=rule.operators_article,
            wanted=rule.operators_named or "",
            found=tuple(lacking),
        ),
    )


def _invited_first(meeting: Meeting, profile: ProfileInForce, at_ms: int) -> Sequence[HostFinding]:
    rule, told = profile.regulation.registration, meeting.taken(Step.SUBMITTED)
    registered = day_of(at_ms if told is None else told.wall_ms).isoformat()
    if not rule.before_invitation or not meeting.invitation.day or meeting.invitation.day >= registered:
        return ()
    return (HostFinding(fault=HostFault.INVITED_FIRST, article=rule.article, found=(meeting.invitation.day,)),)
