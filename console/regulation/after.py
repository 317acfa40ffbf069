"""What a regulation asks after a meeting: the log, its confirmation, recordings, shutting down, statistics, reports."""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.regulation.limits import Limit
from console.regulation.province import Article, LongText, Part, Party, Text

MonthDay = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""A day of every year, "12-29"."""


class Submitted(StrEnum):
    ON_REQUEST = "on_request"


class LogRule(Part, kw_only=True):
    """Who keeps the log of a meeting, on which form, and who confirms it."""

    form: Text | None = None
    form_note: LongText = ""
    by: tuple[Party, ...] = ()
    covers_tests: bool = False
    confirmed_by: Party | None = None
    submitted: Submitted | None = None
    kept_for_inspection: bool = False
    article: Article = ""


class Quality(Part, kw_only=True):
    """What is assessed of each session."""

    sound: bool = False
    line: bool = False
    session: bool = False
    connect_time: bool = False
    """Time until two-way interaction of main and called site, as Đắk Lắk I.3 defines it."""
    article: Article = ""


class CopyMedium(StrEnum):
    EXTERNAL_DISK = "external_disk"
    USB = "usb"


class RecordingRule(Part, kw_only=True):
    """Whether a meeting may be recorded, who keeps it, and how soon it is handed over."""

    asked_in_registration: bool = False
    permission_by: Party | None = None
    forbidden_without_permission: bool = False
    kept_by: Party | None = None
    handover: Limit | None = None
    to: Party | None = None
    copy_media: tuple[CopyMedium, ...] = ()
    never_for_state_secrets: bool = False
    mark_on_picture: bool = False
    """The mark of a running recording stands in the program's picture too, where a device shows nothing else."""
    article: Article = ""


class ShutdownStep(StrEnum):
    CHECK_ALL = "check_all"
    DEVICES_OFF = "devices_off"
    POWER_OFF = "power_off"
    LENS_CAP = "lens_cap"


class Shutdown(Part, kw_only=True):
    """What is done at the end, in this order; empty where the text names no steps."""

    steps: tuple[ShutdownStep, ...] = ()
    article: Article = ""


class Period(StrEnum):
    YEAR = "year"
    HALF_YEAR = "half_year"


class ReportKind(StrEnum):
    MEETINGS = "meetings"
    """Statistics of the meetings held."""
    USE = "use"
    """How the system was managed, operated and used."""
    EFFECTIVENESS = "effectiveness"
    TO_PROVINCE = "to_province"
    """The department's report to the People's Committee."""


class Statistic(Part, kw_only=True):
    """A periodic report; `last_day` is the last day it is in time, None where the text names none."""

    kind: ReportKind
    period: Period
    last_day: MonthDay | None = None
    form: Text | None = None
    by: Party
    to: Party | None = None
    also_on_request: bool = False
    article: Article = ""


class Closing(Part, kw_only=True):
    """When half years and years close, and how many working days are given for the report then.

    The preset closes on 14 June and 14 December, as government statistics do (Decree 09/2019/NĐ-CP).
    """

    half_year: MonthDay = "06-14"
    year: MonthDay = "12-14"
    working_days: Annotated[int, msgspec.Meta(ge=0, le=60)] = 5

    def __post_init__(self) -> None:
        if self.half_year >= self.year:
            raise ValueError(f"the half year closes on {self.half_year}, not before the year on {self.year}")


class PeriodicKind(StrEnum):
    TRAINING = "training"
    MAINTENANCE_PLAN = "maintenance_plan"
    SYSTEM_CHECK = "system_check"
    SECURITY_CHECK = "security_check"
    SITE_INSPECTION = "site_inspection"
    REVIEW = "review"
    """Opinions collected, upgrades proposed."""
    DAMAGE_REVIEW = "damage_review"
    """Damaged devices reviewed and budgeted for."""
    BUDGET = "budget"
    CLEANING = "cleaning"


class PeriodicDuty(Part, kw_only=True):
    """A recurring duty that is no report; without `period` the text says only "periodically"."""

    kind: PeriodicKind
    period: Period | None = None
    by: Party
    article: Article = ""
