"""Plans and scenarios for what may go wrong (F39): when one applies, what is done step by step, who answers for it.

Rule: kept as a simple list with versions, found by its words during a meeting; a plan that is to be looked at again on
a day reminds of it. Sources: Bình Định article 16.2c; Thanh Hóa article 6.5; Đồng Nai article 17; Bắc Kạn article 11.4.
"""

from enum import StrEnum

from console.office.columns import RecordList, choice, day, long_text, site, text
from console.office.people import Day, Name, ShortText
from console.office.record import Record, Text
from console.words import SiteId


class PlanKind(StrEnum):
    INCIDENT = "incident"
    """What is done when something fails."""
    SECURITY = "security"
    """Network information security."""
    BACKUP = "backup"
    """Lines, devices and power that stand in."""
    OTHER = "other"


class Plan(Record, frozen=True, kw_only=True, tag="plan"):
    """One plan or scenario; `site` None: for the whole system."""

    name: Name
    plan_kind: PlanKind = PlanKind.INCIDENT
    applies_when: Text
    site: SiteId | None = None
    steps: Text
    """One step per line."""
    responsible: ShortText = ""
    paper: ShortText = ""
    issued_on: Day = ""
    review_on: Day = ""
    """When it is to be looked at again; empty: nobody said."""
    note: Text = ""


PLANS = RecordList(
    name="plans",
    form=Plan,
    columns=(
        text("name", 26, needed=True),
        choice("plan_kind", PlanKind, 16),
        long_text("applies_when", 30),
        site(width=16),
        long_text("steps", 40, lines=10),
        text("responsible", 18),
        text("paper"),
        day("issued_on"),
        day("review_on", 13),
        long_text("note"),
    ),
    key=("name",),
)
