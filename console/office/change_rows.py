"""Changes of contacts as a list: who changed, whom it has to be told, who was told."""

from collections.abc import Iterable

from console.office.columns import RecordList, day, long_text, people, text
from console.office.contacts import Change
from console.office.people import Day, Name, ShortText
from console.office.record import Record, Text
from console.office.registers import ChangeTold


class ChangeRow(Record, frozen=True, kw_only=True, tag="change_row"):
    """A change as people see it; never kept as such."""

    changed: Name
    changed_on: Day = ""
    changed_by: ShortText = ""
    waits_for: Text = ""
    """Who still has to be told."""
    told: tuple[str, ...] = ()
    channel: ShortText = ""
    told_on: Day = ""
    note: Text = ""


GIVEN = ("changed", "changed_on", "changed_by", "waits_for")

CHANGES = RecordList(
    name="changes",
    form=ChangeRow,
    columns=(
        text("changed", 28, needed=True),
        day("changed_on", 11),
        text("changed_by", 16),
        long_text("waits_for", 30),
        people("told"),
        text("channel", 14),
        day("told_on", 11),
        long_text("note"),
    ),
    key=("changed",),
    fixed=GIVEN,
)


def row_of(change: Change, name: str, changed_on: str, done: Iterable[ChangeTold]) -> ChangeRow:
    """Returns a change as a row; `name` says who and what."""
    told = next((each for each in done if each.id == change.id), ChangeTold(id=change.id))
    waits = [person.name for person in change.recipients if person.id not in told.told]
    return ChangeRow(
        id=change.id,
        changed=name,
        changed_on=changed_on,
        changed_by=change.version.person,
        waits_for=", ".join(waits),
        told=told.told,
        channel=told.channel,
        told_on=told.told_on,
        note=told.note,
    )


def told_of(row: ChangeRow) -> ChangeTold:
    """Returns what the register keeps of a row."""
    return ChangeTold(id=row.id, told=row.told, channel=row.channel, told_on=row.told_on, note=row.note)
