"""The duty table: every duty of the five regulations, and what this program does about it.

Rule: the table says what holds now. A P1 duty is "done" only with the end-to-end tests that fail when the behaviour is
taken out (`proved_by`); a test looks that they exist. The Vietnamese quotes the text's own key phrase.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from console.regulation.province import Part
from console.trouble import Told, TroubleKind, trouble

SCHEMA = "duty-table/1"


class BadDuties(Told):
    """The file is no duty table; one sentence says why."""


class DutyStatus(StrEnum):
    DONE = "done"
    """The program does it."""
    REMINDED = "reminded"
    """People do it; the program says when."""
    RECORDED = "recorded"
    """People do it; the program keeps what they did."""
    LATER = "later"
    """Not in this version."""
    NOT_SOFTWARE = "not_software"


class Priority(StrEnum):
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class Area(StrEnum):
    BEFORE = "before"
    LIVE = "live"
    AFTER = "after"
    REPORT = "report"
    SECURITY = "security"


class Said(Part, kw_only=True):
    """One text in both languages."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """Returns the text in `vi` or `en`."""
        return self.en if language == "en" else self.vi


class Duty(Part, kw_only=True):
    id: str
    province: str
    """Identifier of the province's profile."""
    article: str
    priority: Priority
    area: Area
    status: DutyStatus
    features: tuple[str, ...]
    actor: Said
    duty: Said
    quote: str
    limit: Said | None = None
    proved_by: tuple[str, ...] = ()
    """Tests, as `tests/end_to_end/test_floor.py::test_a_speech`."""


class DutyTable(Part, kw_only=True):
    schema: str
    provinces: Mapping[str, str]
    """Names of the provinces by their profiles."""
    features: Mapping[str, Said]
    """What the features' codes stand for."""
    duties: tuple[Duty, ...]

    def chosen(
        self, *, province: str | None = None, status: DutyStatus | None = None, feature: str | None = None
    ) -> tuple[Duty, ...]:
        """Returns the duties of a province, a status, a feature; None is any."""
        return tuple(
            duty
            for duty in self.duties
            if province in (None, duty.province)
            and status in (None, duty.status)
            and (feature is None or feature in duty.features)
        )


def read_duties(octets: bytes) -> DutyTable:
    """Returns the table in a file's content; raises `BadDuties`."""
    try:
        table = msgspec.json.decode(octets, type=DutyTable)
    except (msgspec.DecodeError, ValueError) as error:
        raise BadDuties(trouble(TroubleKind.DUTIES_BAD, why=error)) from error
    if table.schema != SCHEMA:
        raise BadDuties(trouble(TroubleKind.DUTIES_BAD, why=f"{table.schema!r} is not {SCHEMA}"))
    return table
