"""Changes of configuration as every program of an installation makes them: allowed or refused, then kept.

Rules: while configuration is frozen a change needs a reason, which stands beside it for good; without one nothing is
written. What is kept says before and after, but no secret. What this machine knows of a file is kept with its change,
so that a later change beside the program is found.
"""

import time
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from console.configuration.configuration_facts import (
    LONGEST_TEXT,
    difference,
    digest_of,
    facts_of,
    facts_of_record,
)
from console.configuration.configuration_parts import PARTS, ConfigurationPart
from console.configuration.configuration_records import (
    ChangeStanding,
    ConfigurationChange,
    ConfigurationFreeze,
    ConfigurationKnown,
    FreezeCause,
    freeze_in_force,
)
from console.configuration.frozen import ConfigurationIsFrozen
from console.log_book.office_store import OfficeStore
from console.office.places import Device, Line, SiteEntry, SitePlace
from console.office.record import Record, Version
from console.trouble import TroubleKind, trouble

PART_OF: Final[Mapping[type[Record], ConfigurationPart]] = {
    SiteEntry: ConfigurationPart.SITES,
    SitePlace: ConfigurationPart.PLACES,
    Device: ConfigurationPart.DEVICES,
    Line: ConfigurationPart.LINES,
}
"""The kinds of record that are configuration."""

MOST_AT_ONCE: Final = 10
"""Changes of one batch that are kept one by one."""

_FROZEN: Final = {
    FreezeCause.SESSION: TroubleKind.CONFIGURATION_FROZEN_IN_SESSION,
    FreezeCause.CHECK: TroubleKind.CONFIGURATION_FROZEN_AFTER_CHECK,
}


def freeze_of(office: OfficeStore) -> ConfigurationFreeze | None:
    """Returns the freeze that is in force now, None: configuration may be changed."""
    freezes = office.register.present(ConfigurationFreeze)
    if not any(each.in_force for each in freezes):
        return None
    return freeze_in_force(freezes, (row.session for row in office.sessions.open_sessions()), office.wall_ms())


def standing_of(office: OfficeStore, part: ConfigurationPart, reason: str) -> ChangeStanding:
    """Returns with what right a part is changed now by the program's own means; raises `ConfigurationIsFrozen`."""
    freeze = freeze_of(office) if PARTS[part].frozen else None
    if freeze is None:
        return ChangeStanding.FREE
    if not reason.strip():
        since = time.strftime("%H:%M %d.%m.%Y", time.localtime(freeze.since_ms / 1000))
        raise ConfigurationIsFrozen(trouble(_FROZEN[freeze.cause], since=since))
    return ChangeStanding.OVERRIDDEN


def put_configured(
    office: OfficeStore,
    records: Sequence[Record],
    person: str,
    reason: str,
    opened: Mapping[str, int] | None = None,
) -> tuple[Version[Record], ...]:
    """Writes records as `RegisterTable.put` does, and what it changes of the configuration; raises as that does.

    Raises `ConfigurationIsFrozen` before anything is written.
    """
    changes = [change for record in records if (change := _change(office, record, reason)) is not None]
    written = office.register.put((*records, *_folded(changes)), person, reason, opened)
    return tuple(version for version in written if not isinstance(version.content, ConfigurationChange))


def remove_configured(office: OfficeStore, form: type[Record], id_: str, person: str, reason: str) -> Version[Record]:
    """Removes a record as `RegisterTable.remove` does, and keeps that; raises as `put_configured`."""
    part, before = PART_OF.get(form), office.register.get(form, id_)
    change = None
    if part is not None and before is not None:
        said = difference(facts_of_record(before), {})
        standing = standing_of(office, part, reason)
        change = _told(office, part, _named(before), standing, said.before, said.after)
    gone = office.register.remove(form, id_, person, reason)
    if change is not None:
        office.register.put([change], person, reason)
    return gone


def _change(office: OfficeStore, record: Record, reason: str) -> ConfigurationChange | None:
    """Returns what a record changes of the configuration, None: nothing."""
    part = PART_OF.get(type(record))
    if part is None:
        return None
    before = office.register.get(type(record), record.id)
    if before == record:
        return None
    standing = standing_of(office, part, reason)
    said = difference({} if before is None else facts_of_record(before), facts_of_record(record))
    return _told(office, part, _named(record), standing, said.before, said.after)


def _folded(changes: Sequence[ConfigurationChange]) -> Sequence[ConfigurationChange]:
    """Returns the changes; of a whole list that was brought in one for each part, which names what was changed."""
    if len(changes) <= MOST_AT_ONCE:
        return changes
    folded: list[ConfigurationChange] = []
    for part in dict.fromkeys(change.part for change in changes):
        own = [change for change in changes if change.part is part]
        names = ", ".join(change.what for change in own)
        folded.append(replace(own[0], what=str(len(own)), before="", after=names[:LONGEST_TEXT]))
    return folded


def _named(record: Record) -> str:
    return str(getattr(record, "name", "") or getattr(record, "circuit_id", "") or record.id)[:200]


def _told(
    office: OfficeStore, part: ConfigurationPart, what: str, standing: ChangeStanding, before: str, after: str
) -> ConfigurationChange:
    open_ones = office.sessions.open_sessions()
    return ConfigurationChange(
        id=uuid.uuid4().hex,
        part=part,
        what=what,
        standing=standing,
        before=before,
        after=after,
        session=open_ones[0].session if open_ones else "",
    )


# ---------------------------------------------------------------- files


def known_of(part: ConfigurationPart, octets: bytes | None) -> ConfigurationKnown:
    """Returns what is kept of a file's content."""
    facts = {} if PARTS[part].secret else facts_of(octets)
    return ConfigurationKnown(id=part.value, digest=digest_of(octets), facts=facts)


def keep_file_change(
    office: OfficeStore,
    part: ConfigurationPart,
    octets: tuple[bytes | None, bytes | None],
    standing: ChangeStanding,
    who: tuple[str, str],
) -> None:
    """Keeps that a file was changed; `octets` are its content before and now, `who` is person and reason."""
    before, after = (known_of(part, content) for content in octets)
    keep_known_change(office, before, after, standing, who)


def keep_known_change(
    office: OfficeStore,
    before: ConfigurationKnown,
    after: ConfigurationKnown,
    standing: ChangeStanding,
    who: tuple[str, str],
) -> None:
    """Keeps that a file is otherwise than it was known; an unchanged one is only known."""
    records: Iterable[Record] = (after,)
    if before.digest != after.digest:
        said = difference(before.facts, after.facts)
        change = _told(office, ConfigurationPart(after.id), "", standing, said.before, said.after)
        records = (after, change)
    office.register.put(records, *who)
