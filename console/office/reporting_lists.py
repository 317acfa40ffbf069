"""The list of keys that units sign with, as the department keeps it."""

from console.office.columns import RecordList, day, long_text, site, text
from console.office.reporting import ConsoleKey

KEYS = RecordList(
    name="keys",
    form=ConsoleKey,
    columns=(
        text("unit", 26, needed=True),
        text("id", 40, needed=True),
        site(width=22),
        text("paper", 16),
        day("registered_on", 12),
        day("revoked_on", 12),
        long_text("revoked_why"),
    ),
    key=("id",),
)
