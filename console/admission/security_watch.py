"""Which of what the front and the engine report is a security event, and when many are a storm.

Rules: the same cause is one event within ten minutes; of more causes than are kept in mind the rest is one storm; a
site's misconduct is counted apart from them, so that strangers cannot hide it. Pure: the moment is an argument.
"""

from typing import Final

from console.alarms.conduct_port import SiteMisbehaved
from console.events import AdmissionRefused, JoinsBounded
from console.office.security_events import SecurityEvent, SecurityMatter
from console.words import Misconduct, SiteId

QUIET_MS: Final = 10 * 60 * 1000
MOST_CAUSES: Final = 60
"""Different causes within `QUIET_MS` that are kept one by one."""
STORM_CONNECTIONS: Final = 100
"""So many connections closed unheard within `STORM_MS` are a storm."""
STORM_MS: Final = 10_000

UNEXPECTED: Final = frozenset(
    {
        "no_credential",
        "credential_unknown",
        "signature_wrong",
        "other_site",
        "site_unknown",
        "another_machine",
        "meeting_locked",
        "in_lobby",
        "code_unknown",
        "code_used",
        "code_expired",
    }
)
"""Refusals by which somebody was kept out who was not expected; a full or busy bridge turns expected sites away too."""


def matter_of(event: AdmissionRefused) -> SecurityMatter | None:
    """Returns what a refusal is about, None where it is no security event."""
    if event.refusal == "code_revoked" or (event.refusal == "credential_unknown" and event.site is not None):
        return SecurityMatter.REVOKED_CREDENTIAL
    return SecurityMatter.UNEXPECTED_JOIN if event.refusal in UNEXPECTED else None


class SecurityWatch:
    """What a bridge has noticed within the last ten minutes."""

    def __init__(self) -> None:
        self._causes: dict[tuple[object, ...], int] = {}
        self._conduct: dict[tuple[SiteId, Misconduct], int] = {}
        """When a misconduct was last kept; at most one for each kind of each site that was admitted."""
        self._unheard = (0, 0)
        self._count = 0

    def refused(self, event: AdmissionRefused, session: str, wall_ms: int) -> SecurityEvent | None:
        """Returns what is to be kept of a refusal, None: nothing, or it was kept lately."""
        matter = matter_of(event)
        if matter is None:
            return None
        self._forget(wall_ms)
        if len(self._causes) >= MOST_CAUSES:
            return self.storm(len(self._causes), session, wall_ms)
        if not self._is_new((matter, event.site, event.address, event.refusal), wall_ms):
            return None
        return self._event(
            wall_ms, matter=matter, site=event.site, address=event.address, what=event.refusal, session=session
        )

    def joins_bounded(self, event: JoinsBounded, session: str, wall_ms: int) -> tuple[SecurityEvent, ...]:
        """Returns what is to be kept of a site that joins too often; that it is over is none."""
        return self._misconduct(event.site, (Misconduct.JOINS,) if event.standing else (), session, wall_ms)

    def misbehaved(self, report: SiteMisbehaved, session: str, wall_ms: int) -> tuple[SecurityEvent, ...]:
        """Returns what is to be kept of what a site is put off or named for from now on; taken back is none."""
        return self._misconduct(report.site, report.misconduct, session, wall_ms)

    def unheard(self, closed: int, session: str, wall_ms: int) -> SecurityEvent | None:
        """Returns the storm there is when `closed` connections in all were closed unheard so far."""
        since_ms, before = self._unheard
        if not 0 <= wall_ms - since_ms < STORM_MS or closed < before:
            self._unheard = (wall_ms, closed)
            return None
        return self.storm(closed - before, session, wall_ms) if closed - before >= STORM_CONNECTIONS else None

    def storm(self, count: int, session: str, wall_ms: int) -> SecurityEvent | None:
        """Returns a storm of so many connections or causes, None where one was kept lately."""
        if not self._is_new((SecurityMatter.STORM,), wall_ms):
            return None
        return self._event(wall_ms, matter=SecurityMatter.STORM, count=count, session=session)

    def clock_jumped(self, by_ms: int, session: str, wall_ms: int) -> SecurityEvent:
        """Returns that the wall clock was set."""
        return self._event(wall_ms, matter=SecurityMatter.CLOCK_JUMP, what=str(by_ms), session=session)

    def _misconduct(
        self, site: SiteId, kinds: tuple[Misconduct, ...], session: str, wall_ms: int
    ) -> tuple[SecurityEvent, ...]:
        self._conduct = {known: at for known, at in self._conduct.items() if 0 <= wall_ms - at < QUIET_MS}
        new = tuple(kind for kind in kinds if (site, kind) not in self._conduct)
        self._conduct |= {(site, kind): wall_ms for kind in new}
        return tuple(
            self._event(wall_ms, matter=SecurityMatter.MISCONDUCT, site=site, what=kind.value, session=session)
            for kind in new
        )

    def _forget(self, wall_ms: int) -> None:
        self._causes = {known: at for known, at in self._causes.items() if 0 <= wall_ms - at < QUIET_MS}

    def _is_new(self, cause: tuple[object, ...], wall_ms: int) -> bool:
        """Returns whether a cause was not met lately, and keeps it in mind: at most one more than `MOST_CAUSES`."""
        self._forget(wall_ms)
        if cause in self._causes:
            return False
        self._causes[cause] = wall_ms
        return True

    def _event(self, wall_ms: int, **facts: object) -> SecurityEvent:
        self._count += 1
        return SecurityEvent(id=f"{wall_ms}/{self._count}", **facts)  # pyright: ignore[reportArgumentType] - by name
