"""The registers as lists: what stands in their columns."""

from console.office.columns import RecordList, choice, day, long_text, number, other, site, text
from console.office.people import Person
from console.office.places import Device, Room
from console.office.registers import (
    Care,
    Condition,
    EquipmentCare,
    Found,
    HouseRules,
    Issue,
    IssueKind,
    PowerItem,
    PowerKind,
    RoomCheck,
    Training,
)

TRAINING = RecordList(
    name="training",
    form=Training,
    columns=(
        other("trained", Person, 20, needed=True),
        text("course", 26, needed=True),
        text("held_by", 18),
        day("first_day", 11),
        day("last_day", 11),
        text("result", 14),
        text("paper"),
        long_text("note"),
    ),
    key=("trained", "course", "first_day"),
)

EQUIPMENT = RecordList(
    name="equipment",
    form=EquipmentCare,
    columns=(
        other("device", Device, 24, needed=True),
        choice("care", Care, 18),
        day("day", 11, needed=True),
        choice("condition", Condition, 12),
        text("done_by", 18),
        day("settled_on", 13),
        text("paper"),
        long_text("note"),
    ),
    key=("device", "care", "day"),
)

ISSUES = RecordList(
    name="issues",
    form=Issue,
    columns=(
        text("subject", 34, needed=True),
        choice("issue_kind", IssueKind, 12),
        site(width=20),
        text("raised_by"),
        day("raised_on", 11, needed=True),
        day("told_department_on", 14),
        long_text("answer"),
        day("settled_on", 13),
        long_text("note"),
    ),
    key=("subject", "raised_on"),
)

ROOM_CHECKS = RecordList(
    name="room_checks",
    form=RoomCheck,
    columns=(
        other("room", Room, 22, needed=True),
        day("day", 11, needed=True),
        text("checked_by", 18, needed=True),
        *(
            choice(name, Found, width)
            for name, width in (
                ("light", 10),
                ("curtains", 0),
                ("sound", 10),
                ("temperature", 10),
                ("humidity", 0),
                ("power_supply", 10),
                ("backup_supply", 0),
                ("fire_safety", 12),
                ("seating", 0),
                ("network", 0),
                ("hygiene", 0),
            )
        ),
        long_text("note"),
    ),
    key=("room", "day"),
)

HOUSE_RULES = RecordList(
    name="house_rules",
    form=HouseRules,
    columns=(
        other("room", Room, 24, needed=True),
        text("issued_by", 24),
        text("paper", 16),
        day("issued_on", 11),
        long_text("rules", 40, lines=14),
    ),
    key=("room",),
)

POWER = RecordList(
    name="power",
    form=PowerItem,
    columns=(
        text("name", 24, needed=True),
        choice("power_kind", PowerKind, 18),
        site(width=20, needed=True),
        number("every_days", 10),
        day("looked_on", 13),
        text("looked_by"),
        choice("condition", Condition, 12),
        day("next_on", 13),
        long_text("note"),
    ),
    key=("name", "site"),
)

REGISTER_LISTS = (TRAINING, EQUIPMENT, ISSUES, ROOM_CHECKS, HOUSE_RULES, POWER)
