"""The registers that an office keeps beside its meetings: training, equipment, difficulties, rooms, power, duties done.

Rule: each record is what a named person found or did on a day; nothing here is filled in by itself.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.office.people import Day, Name, ShortText
from console.office.record import GivenText, Id, Record, Text
from console.words import SiteId

Days = Annotated[int, msgspec.Meta(ge=0, le=3660)]


class Training(Record, frozen=True, kw_only=True, tag="training"):
    """A course that somebody took (Bình Định, article 6 clause 6)."""

    trained: Id
    """A `Person`."""
    course: Name
    held_by: ShortText = ""
    first_day: Day = ""
    last_day: Day = ""
    result: ShortText = ""
    paper: ShortText = ""
    note: Text = ""


class Care(StrEnum):
    """What was found or done about a device."""

    CONDITION = "condition"
    DAMAGE = "damage"
    REPAIR = "repair"
    MAINTENANCE = "maintenance"
    CLEANING = "cleaning"
    REPLACEMENT = "replacement"
    APPRAISAL = "appraisal"
    """The department's opinion before a device is bought or connected (Bình Định, article 6 clause 4)."""
    SECURITY_CHECK = "security_check"
    """By the police, before a new or repaired device is used (Đồng Nai, articles 8.3c and 16.5)."""
    CONFORMITY = "conformity"
    """With what the ministry decided of terminals (Đồng Nai, article 6 clause 1: Decision 444/QĐ-BKHCN)."""


class Condition(StrEnum):
    """In what condition something was found."""

    UNKNOWN = ""
    GOOD = "good"
    WORN = "worn"
    DAMAGED = "damaged"


class EquipmentCare(Record, frozen=True, kw_only=True, tag="equipment_care"):
    """One line of a device's life."""

    device: Id
    care: Care = Care.CONDITION
    day: Day
    condition: Condition = Condition.UNKNOWN
    done_by: ShortText = ""
    paper: ShortText = ""
    settled_on: Day = ""
    """When a damage was mended or a finding was settled."""
    note: Text = ""


class IssueKind(StrEnum):
    DIFFICULTY = "difficulty"
    PROPOSAL = "proposal"
    OPINION = "opinion"


class Issue(Record, frozen=True, kw_only=True, tag="issue"):
    """A difficulty or a proposal, which goes to the department with the next report."""

    subject: GivenText
    issue_kind: IssueKind = IssueKind.DIFFICULTY
    site: SiteId | None = None
    raised_by: ShortText = ""
    raised_on: Day
    told_department_on: Day = ""
    answer: Text = ""
    settled_on: Day = ""
    note: Text = ""


class Found(StrEnum):
    """What a look at the room found."""

    NOT_LOOKED = ""
    OK = "ok"
    NOT_OK = "not_ok"
    NOT_THERE = "not_there"
    """The room has none."""


class RoomCheck(Record, frozen=True, kw_only=True, tag="room_check"):
    """A look at a room before a meeting (Bình Định, article 7; Bắc Kạn, article 5)."""

    room: Id
    day: Day
    checked_by: Name
    light: Found = Found.NOT_LOOKED
    curtains: Found = Found.NOT_LOOKED
    """Artificial light instead of daylight."""
    sound: Found = Found.NOT_LOOKED
    temperature: Found = Found.NOT_LOOKED
    humidity: Found = Found.NOT_LOOKED
    power_supply: Found = Found.NOT_LOOKED
    backup_supply: Found = Found.NOT_LOOKED
    fire_safety: Found = Found.NOT_LOOKED
    seating: Found = Found.NOT_LOOKED
    network: Found = Found.NOT_LOOKED
    hygiene: Found = Found.NOT_LOOKED
    note: Text = ""


class HouseRules(Record, frozen=True, kw_only=True, tag="house_rules"):
    """The rules of a room, printed and posted (Bình Định, article 16 clause 3a; Thanh Hóa, article 8 clause 1)."""

    room: Id
    issued_by: ShortText = ""
    paper: ShortText = ""
    issued_on: Day = ""
    rules: Text
    """One rule per line."""


class PowerKind(StrEnum):
    """What has to be charged, filled or looked at."""

    MICROPHONE_BATTERY = "microphone_battery"
    UPS = "ups"
    GENERATOR = "generator"
    REMOTE_CONTROL = "remote_control"
    OTHER = "other"


class PowerItem(Record, frozen=True, kw_only=True, tag="power_item"):
    """A battery or a backup supply that is looked at every so many days."""

    name: Name
    power_kind: PowerKind = PowerKind.MICROPHONE_BATTERY
    site: SiteId
    every_days: Days = 0
    """0: before each meeting."""
    looked_on: Day = ""
    looked_by: ShortText = ""
    condition: Condition = Condition.UNKNOWN
    next_on: Day = ""
    note: Text = ""


class DutyDone(Record, frozen=True, kw_only=True, tag="duty_done"):
    """A recurring duty that was done; `id` is the duty's key in one of its periods (`regulation.obligations`)."""

    done_on: Day
    done_by: Name
    paper: ShortText = ""
    note: Text = ""


class ChangeTold(Record, frozen=True, kw_only=True, tag="change_told"):
    """Who was told of a change in the directory; `id` is `person/version`."""

    told: tuple[Id, ...] = ()
    """The people that know now."""
    channel: ShortText = ""
    told_on: Day = ""
    note: Text = ""
