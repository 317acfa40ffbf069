"""One thing that the office keeps, and one version of it.

Rule: a record is never changed, only followed by its next version, with who wrote it, when and why; a removal is a
version too. Texts are NFC without outer spaces; times are wall-clock milliseconds (UTC), dates are ISO texts.
"""

import unicodedata
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar, cast

import msgspec

LONGEST_ID = 120
LONGEST_TEXT = 4000
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_ID)]
Text = Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
"""Any text that a person may leave empty."""
GivenText = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", forbid_unknown_fields=True):
    """Base of every kind of record; a kind names itself by `tag="..."` and stands in `console.office.kinds`."""

    id: Id
    """Unique among the records of its kind."""


Kind = TypeVar("Kind", bound=Record)


class Version(msgspec.Struct, Generic[Kind], frozen=True, kw_only=True):
    """One version of a record as it stands in the register; `content` is None when it was removed."""

    line: int
    """Its place in the whole register, counted from 1."""
    kind: str
    id: str
    version: int
    """Counted from 1 for each record."""
    wall_ms: int
    person: str
    reason: str
    content: Kind | None


class RecordFault(StrEnum):
    """Why records were not taken."""

    CHANGED_MEANWHILE = "changed_meanwhile"
    """Somebody wrote a newer version than the one that was open; values: `kind`, `id`."""
    NOT_THERE = "not_there"
    """What is to be changed or removed is not in the register; values: `kind`, `id`."""
    BAD_FORM = "bad_form"
    """A text is missing or too long, a day is none; values: `kind`, `id`, `why` in English."""
    TOO_MANY_WAIT = "too_many_wait"
    """Wishes that were not yet carried out fill the queue; this one was dropped."""


class RecordsRefused(Exception):
    """No record of a batch was taken; says the fault and which record."""

    def __init__(self, fault: RecordFault, kind: str = "", id_: str = "", why: str = "") -> None:
        super().__init__(f"{kind} {id_}: {fault.value} {why}".strip())
        self.fault, self.kind, self.id, self.why = fault, kind, id_, why


def kind_of(form: type[Record] | Record) -> str:
    """Returns the name of a kind as the register writes it."""
    return str(cast("Any", form).__struct_config__.tag)


def in_plain_form(record: Kind) -> Kind:
    """Returns a record with every text in Unicode normal form C and without outer spaces.

    Raises `msgspec.ValidationError` when a text is then too short or too long for its field.
    """
    return msgspec.convert(_plain(msgspec.to_builtins(record)), type(record))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in cast("dict[str, object]", value).items()}
    return value
