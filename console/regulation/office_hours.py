"""When an office works: a morning and an afternoon, which differ from province to province.

Rule: hours are minutes of the day; a file writes them as people do, "07:30".
"""

from typing import Annotated

import msgspec

ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class OfficeHours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From when to when offices work, as "07:30"; the morning ends at noon at the latest."""

    morning_from: ClockTime = "07:30"
    morning_to: ClockTime = "11:30"
    afternoon_from: ClockTime = "13:30"
    afternoon_to: ClockTime = "17:00"

    def __post_init__(self) -> None:
        times = (self.morning_from, self.morning_to, self.afternoon_from, self.afternoon_to)
        if list(times) != sorted(set(times)):
            raise ValueError(f"the times of the office are not in order: {', '.join(times)}")

    @property
    def morning_end(self) -> int:
        """Minute of the day at which the morning ends."""
        return minutes(self.morning_to)

    @property
    def end(self) -> int:
        """Minute of the day at which the office closes."""
        return minutes(self.afternoon_to)


def minutes(time: str) -> int:
    """Returns the minute of the day of a time written as "07:30"."""
    hours, part = time.split(":")
    return int(hours) * 60 + int(part)
