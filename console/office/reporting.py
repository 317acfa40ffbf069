"""What the department keeps of the units that report to it: whose key signs, and what each handed over.

Rule: a key counts only once somebody entered it from the paper that registers it; a revoked key stays readable, so that
what it signed before can still be judged. A package stands under its signer and session; a later one takes its place as
the next version, so that what was handed over first is never lost. Sources: Bình Định articles 12.3, 14, 16.2d; Đồng
Nai article 14.4; Bắc Kạn article 14.1c.
"""

from collections.abc import Iterable
from typing import Annotated

import msgspec

from console.office.meeting import Day as IsoDay
from console.office.record import GivenText, Id, Record, Text
from console.records.ledger import Held, Ledger, ledger
from console.records.session_story import SessionStory
from console.regulation.calendar import Day, days_later, moment
from console.words import SiteId

Fingerprint = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a raw Ed25519 public key."""
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, msgspec.Meta(ge=0)]


class ConsoleKey(Record, tag="console-key"):
    """The signing key of a unit's console; `id` is its fingerprint."""

    id: Fingerprint
    unit: GivenText
    site: SiteId | None = None
    paper: Text = ""
    """Number of the paper that registers the fingerprint."""
    registered_on: IsoDay = ""
    revoked_on: IsoDay = ""
    revoked_why: Text = ""

    @property
    def valid(self) -> bool:
        """Whether new packages may be signed with it."""
        return not self.revoked_on


class TakenPackage(Record, tag="taken-package"):
    """A session that a unit handed over, as far as reports and receipts need it; the package itself is kept whole."""

    fingerprint: Fingerprint
    unit: GivenText
    package: Text
    """Its name as the unit made it."""
    digest: Digest
    """SHA-256 of the signed list of all files: what the receipt names."""
    octets: Count
    count: Count
    head: Digest
    made_ms: Count
    taken_ms: Count
    taken_by: Text
    held: Held
    """What log and registration tell, as the ledger counts it; the log's single moments stay in the package."""

    @property
    def story(self) -> SessionStory:
        """What the log tells of the session as a whole."""
        return self.held.facts.story

    @property
    def ended(self) -> bool:
        """Whether the session was over when it was packed."""
        return self.story.ended_ms is not None


def taken_id(fingerprint: str, session: str) -> Id:
    """Returns the identifier of what one console reports of one session."""
    return f"{fingerprint}:{session}"


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A period of reporting: wall-clock milliseconds, the end not included."""

    from_ms: int
    until_ms: int

    def holds(self, wall_ms: int) -> bool:
        """Tells whether a moment lies in it."""
        return self.from_ms <= wall_ms < self.until_ms


def between(first: Day, last: Day) -> Period:
    """Returns the period of days, both counted in."""
    return Period(from_ms=moment(first, 0), until_ms=moment(days_later(last, 1), 0))


def in_period(packages: Iterable[TakenPackage], period: Period) -> tuple[TakenPackage, ...]:
    """Returns the packages of sessions that began in a period, the earliest first."""
    within = (package for package in packages if period.holds(package.story.started_ms))
    return tuple(sorted(within, key=lambda package: (package.story.started_ms, package.unit)))


def who_has_not_reported(
    keys: Iterable[ConsoleKey], packages: Iterable[TakenPackage], period: Period
) -> tuple[ConsoleKey, ...]:
    """Returns the valid keys that signed nothing about the period, in order of their unit."""
    signed = {package.fingerprint for package in in_period(packages, period)}
    silent = (key for key in keys if key.valid and key.id not in signed)
    return tuple(sorted(silent, key=lambda key: key.unit.casefold()))


class SameMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting as several consoles told it; the sessions of the one that leads are what counts.

    A meeting that was interrupted has more than one session at the same console.
    """

    meeting_uid: str
    sessions: tuple[TakenPackage, ...]
    """Of the leading console, the earliest first."""
    others: tuple[TakenPackage, ...] = ()

    @property
    def leading(self) -> TakenPackage:
        """The first session of the console that leads."""
        return self.sessions[0]

    @property
    def differing_ends(self) -> tuple[TakenPackage, ...]:
        """The reports whose beginning or end lies more than an hour from the leading one's."""
        return tuple(other for other in self.others if _apart(other.story, self.leading.story))


AN_HOUR_MS = 3_600_000


def _apart(one: SessionStory, other: SessionStory) -> bool:
    ends = abs((one.ended_ms or one.last_ms) - (other.ended_ms or other.last_ms))
    return abs(one.started_ms - other.started_ms) > AN_HOUR_MS or ends > AN_HOUR_MS


def meetings_of(packages: Iterable[TakenPackage]) -> tuple[SameMeeting, ...]:
    """Returns the meetings that packages tell of, each once: the report with the most sites leads.

    The main endpoint's console knows all sites, a satellite's own log few; so each meeting is counted once.
    """
    by_meeting: dict[tuple[str, str], list[TakenPackage]] = {}
    for package in packages:
        story = package.story
        # A rehearsal and the meeting that it prepares share the identifier and are two sessions.
        by_meeting.setdefault((story.meeting_uid or story.session, str(story.kind)), []).append(package)
    told = (_same_meeting(uid, found) for (uid, _), found in by_meeting.items())
    return tuple(sorted(told, key=lambda meeting: meeting.leading.story.started_ms))


def _same_meeting(uid: str, found: list[TakenPackage]) -> SameMeeting:
    in_time = sorted(found, key=lambda package: package.story.started_ms)
    leader = max(in_time, key=lambda package: len(package.story.sites)).fingerprint
    return SameMeeting(
        meeting_uid=uid,
        sessions=tuple(package for package in in_time if package.fingerprint == leader),
        others=tuple(package for package in in_time if package.fingerprint != leader),
    )


def department_ledger(packages: Iterable[TakenPackage], period: Period) -> Ledger:
    """Returns the ledger of all units together: each meeting once, as the console that knew most sites told it."""
    meetings = meetings_of(in_period(packages, period))
    counted = (session.held for meeting in meetings for session in meeting.sessions)
    return ledger(counted, period.from_ms, period.until_ms)
