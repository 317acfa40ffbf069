"""The lists of the directory: people, rooms, devices, lines, and what the office knows of each site."""

from console.office.columns import (
    RecordList,
    addresses,
    choice,
    choices,
    day,
    long_text,
    number,
    other,
    site,
    sites,
    text,
    tick,
)
from console.office.people import Branch, Person, Role
from console.office.places import BackupPower, ControlRight, Device, DeviceKind, Line, LineKind, Room, SitePlace
from console.office.site_rows import SiteRow

PEOPLE = RecordList(
    name="people",
    form=Person,
    columns=(
        text("name", 18, needed=True),
        text("title", 16),
        text("unit", 20),
        text("phone", 13),
        text("email"),
        text("zalo"),
        choices("roles", Role, 18),
        sites(width=18),
        choice("branch", Branch),
        day("valid_from"),
        day("valid_to"),
        long_text("note"),
    ),
    key=("name", "unit"),
)

ROOMS = RecordList(
    name="rooms",
    form=Room,
    columns=(
        text("name", 24, needed=True),
        site(width=24, needed=True),
        number("seats", 8),
        tick("priority", 10),
        other("manager", Person, 22),
        long_text("note"),
    ),
    key=("name", "site"),
)

DEVICES = RecordList(
    name="devices",
    form=Device,
    columns=(
        text("name", 24, needed=True),
        choice("kind", DeviceKind, 16),
        site(width=22, needed=True),
        other("room", Room, 18),
        text("serial", 14),
        text("address"),
        text("owner"),
        day("handed_over"),
        tick("spare", 8),
        long_text("note"),
    ),
    key=("name", "site", "serial"),
)

LINES = RecordList(
    name="lines",
    form=Line,
    columns=(
        site(width=24, needed=True),
        choice("kind", LineKind, 16),
        text("provider", 16),
        text("circuit_id", 16),
        addresses("addresses_v4", 4, 16),
        addresses("addresses_v6", 6),
        number("bandwidth_kbps", 12),
        number("content_bandwidth_kbps"),
        tick("backup", 8),
        long_text("note"),
    ),
    key=("site", "kind", "circuit_id"),
)

_PLACE_COLUMNS = (
    number("tier", 6),
    text("unit", 22),
    long_text("address"),
    choice("control_right", ControlRight, 18),
    site("nearest", 18),
    tick("internet_allowed"),
    choice("backup_power", BackupPower),
    number("backup_minutes"),
    long_text("note"),
)
PLACES = RecordList(
    name="places", form=SitePlace, columns=(site("id", needed=True), *_PLACE_COLUMNS), key=("id",), fixed=("id",)
)
"""What the office knows of a site beside the live directory; people see it as part of `SITES`."""

SITES = RecordList(
    name="sites",
    form=SiteRow,
    columns=(
        number("number", 6),
        text("name", 22, needed=True),
        site("parent", 20),
        text("district"),
        text("carrier"),
        text("contacts"),
        *_PLACE_COLUMNS,
    ),
    key=("number",),
    fixed=("number",),
)

DIRECTORY_LISTS = (PEOPLE, ROOMS, DEVICES, LINES, SITES)
