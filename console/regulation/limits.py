"""Time limits as regulations write them: three working days, two days, half a day, six hours, at once.

Rule: an amount keeps its unit. Days are never turned into hours: "02 ngày" and "48 giờ" end at different moments.
"""

from enum import StrEnum
from typing import Annotated

import msgspec


class Unit(StrEnum):
    WORKING_DAY = "working_day"
    DAY = "day"
    """Calendar day."""
    HALF_DAY = "half_day"
    """A session of the office: a morning or an afternoon ("buổi", "1/2 ngày")."""
    HOUR = "hour"
    MINUTE = "minute"
    SAME_DAY = "same_day"
    IMMEDIATELY = "immediately"


UNCOUNTED = (Unit.SAME_DAY, Unit.IMMEDIATELY)
"""Units that take no amount."""


class Side(StrEnum):
    """Whether a limit ends before the moment it is counted from, or after it."""

    BEFORE = "before"
    AFTER = "after"


class Limit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount of a unit; `SAME_DAY` and `IMMEDIATELY` have the amount 0."""

    amount: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0
    unit: Unit

    def __post_init__(self) -> None:
        if (self.amount == 0) != (self.unit in UNCOUNTED):
            raise ValueError(f"{self.amount} {self.unit} is no limit")
