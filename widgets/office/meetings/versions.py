"""What changed from one version of a meeting to the next, a line for each: fields, sites, steps, the script."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from console.office.meeting import Meeting, MeetingSite
from console.office.people import Person
from console.office.places import Room
from console.office.record import Record
from console.office.script import Script
from console.office.typed_times import shown_moment
from widgets.office.cells import day_text
from widgets.office.meetings.field_places import PLACES
from widgets.office.register_store import RegisterStore
from widgets.office.versions_dialog import Changes
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office.record_page_words import field_changed

Text = Callable[[Any, RegisterStore], str]
"""Says a field's value as people read it."""


def meeting_changes(store: RegisterStore) -> Changes:
    """Returns how the versions of a meeting and of its script say what changed."""

    def changes(before: Record | None, now: Record) -> list[str]:
        if isinstance(now, Script):
            old = str(len(before.cues)) if isinstance(before, Script) else ""
            return [field_changed(words.TABS["script"](), old, words.cue_count(len(now.cues)))]
        if not isinstance(now, Meeting):
            return []
        was = before if isinstance(before, Meeting) else Meeting(id=now.id)
        return [*_fields(was, now, store), *_sites(was, now), *_steps(was, now)]

    return changes


def _fields(before: Meeting, now: Meeting, store: RegisterStore) -> Iterator[str]:
    for name, place in PLACES.items():
        old, new = (_text(name, place.get(meeting), store) for meeting in (before, now))
        if old != new:
            yield field_changed(words.field_title(name), old, new)


def _text(name: str, value: Any, store: RegisterStore) -> str:
    if name in _TEXTS:
        return _TEXTS[name](value, store)
    return "" if value in (None, 0) else str(value)


def _moment(value: int | None, _store: RegisterStore) -> str:
    return "" if value is None else shown_moment(value)


def _room(value: str, store: RegisterStore) -> str:
    return getattr(store.get(Room, value), "name", value)


def _people(value: tuple[str, ...], store: RegisterStore) -> str:
    return ", ".join(getattr(store.get(Person, id_), "name", id_) for id_ in value)


def _word_of(choices: Mapping[Any, words.Said]) -> Text:
    return lambda value, store: choices[value]()


def _day(value: str, _store: RegisterStore) -> str:
    return day_text(value)


_TEXTS: dict[str, Text] = {
    **dict.fromkeys(("start_at", "end_at", "rehearsal_start", "rehearsal_end"), _moment),
    **dict.fromkeys(("basis_day", "invitation_day"), _day),
    "room": _room,
    "technicians": _people,
    "wishes": lambda value, store: ", ".join(words.WISHES[wish]() for wish in value),
    "urgency": _word_of(words.URGENCIES),
    "use_case": _word_of(words.USE_CASES),
    "host_kind": _word_of(words.HOST_KINDS),
    "confidentiality": _word_of(words.CONFIDENTIALITIES),
}


def _sites(before: Meeting, now: Meeting) -> Iterator[str]:
    was, new = {_key(site): site for site in before.sites}, {_key(site): site for site in now.sites}
    if added := [site.name or key for key, site in new.items() if key not in was]:
        yield words.sites_added(", ".join(added))
    if gone := [site.name or key for key, site in was.items() if key not in new]:
        yield words.sites_removed(", ".join(gone))
    if altered := [site.name or key for key, site in new.items() if key in was and was[key] != site]:
        yield words.sites_altered(", ".join(altered))


def _key(site: MeetingSite) -> str:
    return site.site or site.name


def _steps(before: Meeting, now: Meeting) -> Iterator[str]:
    for step in now.steps[len(before.steps) :]:
        reason = f" — {step.reason}" if step.reason else ""
        yield f"{words.STEPS[step.step]()}: {shown_moment(step.wall_ms)}, {step.person}{reason}"
