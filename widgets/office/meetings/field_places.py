"""Where each field of the registration stands in the meeting, and in which order the page has them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec

from console.office.columns import CellKind
from console.office.meeting import Invitation, LegalBasis, Meeting
from widgets.office.meetings.fields import (
    ChoiceField,
    Field,
    LineField,
    PeopleField,
    PriorityField,
    RoomField,
    TextField,
    WhenField,
    WishesField,
    WrappedField,
)
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office.meeting_words import Said


class Place(NamedTuple):
    """How a field is made, and how its value is read from a meeting and put into it."""

    make: Callable[[str, RegisterStore], Field]
    get: Callable[[Meeting], Any]
    put: Callable[[Meeting, Any], Meeting]
    wide: bool = False


def _plain(attribute: str, make: Callable[[str, RegisterStore], Field], *, wide: bool = False) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(meeting, attribute)

    def put(meeting: Meeting, value: Any) -> Meeting:
        return msgspec.structs.replace(meeting, **{attribute: value})

    return Place(make, get, put, wide)


def _nested(attribute: str, name: str, make: Callable[[str, RegisterStore], Field]) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(getattr(meeting, attribute), name)

    def put(meeting: Meeting, value: Any) -> Meeting:
        part: LegalBasis | Invitation = getattr(meeting, attribute)
        return msgspec.structs.replace(meeting, **{attribute: msgspec.structs.replace(part, **{name: value})})

    return Place(make, get, put)


def _count_or_none(attribute: str) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(meeting, attribute)

    def put(meeting: Meeting, value: Any) -> Meeting:
        return msgspec.structs.replace(meeting, **{attribute: value or None})

    return Place(_number, get, put)


def _choice(choices: Mapping[Any, Said]) -> Callable[[str, RegisterStore], Field]:
    return partial(ChoiceField, choices=choices)


_day = partial(WrappedField, kind=CellKind.DAY)
_number = partial(WrappedField, kind=CellKind.NUMBER)

PLACES: dict[str, Place] = {
    "governing_body": _plain("governing_body", LineField),
    "agency": _plain("agency", LineField),
    "subject": _plain("subject", TextField, wide=True),
    "basis_number": _nested("legal_basis", "number", LineField),
    "basis_day": _nested("legal_basis", "day", _day),
    "basis_issuer": _nested("legal_basis", "issuer", LineField),
    "host_unit": _plain("host_unit", LineField),
    "start_at": _plain("start_ms", WhenField),
    "end_at": _plain("end_ms", WhenField),
    "venue": _plain("venue", LineField),
    "room": _plain("room", RoomField),
    "chairperson": _plain("chairperson", LineField),
    "chairperson_title": _plain("chairperson_title", LineField),
    "technician": _plain("technician", LineField),
    "technician_phone": _plain("technician_phone", LineField),
    "contact_name": _plain("contact_name", LineField),
    "contact_phone": _plain("contact_phone", LineField),
    "urgency": _plain("urgency", _choice(words.URGENCIES)),
    "urgency_reason": _plain("urgency_reason", LineField),
    "priority": _plain("priority", PriorityField),
    "main_participants": _plain("participants", TextField, wide=True),
    "script": _plain("agenda", TextField, wide=True),
    "plan": _plain("plan", TextField, wide=True),
    "wishes": _plain("wishes", WishesField, wide=True),
    "attendee_count": _count_or_none("attendee_count"),
    "other_support": _plain("other_support", LineField),
    "scale": _plain("scale", LineField),
    "meeting_form": _plain("meeting_form", LineField),
    "use_case": _plain("use_case", _choice(words.USE_CASES)),
    "host_kind": _plain("host_kind", _choice(words.HOST_KINDS)),
    "confidentiality": _plain("confidentiality", _choice(words.CONFIDENTIALITIES)),
    "preparation_minutes": _plain("preparation_minutes", _number),
    "rehearsal_start": _plain("rehearsal_start_ms", WhenField),
    "rehearsal_end": _plain("rehearsal_end_ms", WhenField),
    "invitation_number": _nested("invitation", "number", LineField),
    "invitation_day": _nested("invitation", "day", _day),
    "technicians": _plain("technicians", PeopleField, wide=True),
}
"""In the order of the page."""


WHOLE: dict[str, str] = dict.fromkeys(("basis_number", "basis_day", "basis_issuer"), "legal_basis")
"""Fields that the checks know as parts of a whole."""
