"""What the office window knows of the register, and where its wishes leave.

Rule: state comes in by `take…`, wishes go out as signals; nothing here waits, reads or writes. A kind of record is read
when the first page that shows it is opened, and not before.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from console.accounts.standing import ConsoleStanding
from console.events import Site
from console.office.office_rules import OfficeRules
from console.office.record import Record, RecordsRefused, Version, kind_of
from console.office.session_name import SessionName
from console.records.wishes import AnyWish
from console.trouble import Trouble
from console.words import SiteId
from widgets.phrases.office.register_words import refused
from widgets.phrases.trouble_words import phrase_trouble

Kind = TypeVar("Kind", bound=Record)
Versions = tuple[Version[Any], ...]


class RegisterStore(QObject):
    """The records that are shown, the live directory of sites, and the wishes of all pages."""

    changed = Signal(object)
    """A kind of record (its type) was read anew."""
    sites_changed = Signal()
    sessions_changed = Signal()
    rules_changed = Signal()
    """The profile or the calendar that the office works by was read."""
    standing_changed = Signal()
    """Somebody else is logged in, or may do something else."""
    history_read = Signal(object, str, object)
    """A kind, an identifier, and all its versions, the oldest first."""
    written = Signal(object)
    """The versions that the last wish wrote."""
    refused = Signal(str)
    """Why the last wish was not carried out, one sentence."""
    read = Signal(object, object)
    """A wish of `console.records.wishes`, and what was read."""
    answered = Signal(str, bool, str)
    """The name of a command or file, whether it was done, and what was said."""

    watch_wanted = Signal(object)
    put_wanted = Signal(object, str, object)
    """Records, the reason, and the versions that were open by identifier (or None)."""
    remove_wanted = Signal(object, str, str)
    history_wanted = Signal(object, str)
    command_wanted = Signal(str, object)
    """A name that comes back with the answer, and arguments of `main.py` without its data folder."""
    typed_command_wanted = Signal(str, object, str)
    """The same with what is typed into the command, which stands in no argument and in no log: a password."""
    reading_wanted = Signal(object)
    """A wish of `console.records.wishes`; `read` brings it back with its answer."""
    file_wanted = Signal(str, str, bytes)
    """A name that comes back with the answer, a path and the content."""

    def __init__(self, clock: Callable[[], int], person: str) -> None:
        """`clock` gives wall-clock milliseconds (UTC); `person` is who writes here."""
        super().__init__()
        self.clock, self.person = clock, person
        self._versions: dict[str, Versions] = {}
        self._watched: set[str] = set()
        self._sites: tuple[Site, ...] = ()
        self._by_id: dict[SiteId, Site] = {}
        self.sessions: tuple[SessionName, ...] = ()
        """The sessions of this installation, the newest first."""
        self.rules: OfficeRules | None = None
        """None until the profile is read."""
        self.standing = ConsoleStanding()
        """Who is logged in here; as without accounts until `take_standing`."""

    # ------------------------------------------------------------ reading

    @property
    def sites(self) -> tuple[Site, ...]:
        """The live directory in its order, the main endpoint first."""
        return self._sites

    def site(self, site: SiteId | None) -> Site | None:
        """Returns a site; None when it is no longer in the directory."""
        return self._by_id.get(site or "")

    def present(self, form: type[Kind]) -> tuple[Kind, ...]:
        """Returns the records of a kind as they are now."""
        return tuple(told.content for told in self.versions(form) if told.content is not None)

    def get(self, form: type[Kind], id_: str | None) -> Kind | None:
        """Returns a record; None when there is none."""
        return next((record for record in self.present(form) if record.id == id_), None)

    def versions(self, form: type[Record]) -> Versions:
        """Returns the newest version of every record of a kind, removed ones included."""
        return self._versions.get(kind_of(form), ())

    def version_of(self, form: type[Record], id_: str) -> int:
        """Returns the number of a record's newest version, 0 when it never was."""
        return next((told.version for told in self.versions(form) if told.id == id_), 0)

    def has_read(self, form: type[Record]) -> bool:
        """Tells whether a kind was read at all."""
        return kind_of(form) in self._versions

    # ------------------------------------------------------------ wishes

    def watch(self, form: type[Record]) -> None:
        """Wants a kind of record, from now on."""
        if kind_of(form) not in self._watched:
            self._watched.add(kind_of(form))
            self.watch_wanted.emit(form)

    def put(self, *records: Record, reason: str = "", opened: Mapping[str, int] | None = None) -> None:
        """Wants records to be written; `opened` says which version of each was open."""
        self.put_wanted.emit(records, reason, dict(opened) if opened is not None else None)

    # ------------------------------------------------------------ answers

    def take_sites(self, sites: tuple[Site, ...]) -> None:
        """Takes the live directory."""
        self._sites = sites
        self._by_id = {site.site: site for site in sites}
        self.sites_changed.emit()

    def take_sessions(self, sessions: tuple[SessionName, ...]) -> None:
        """Takes the sessions of this installation."""
        self.sessions = sessions
        self.sessions_changed.emit()

    def take_rules(self, rules: OfficeRules) -> None:
        """Takes the profile and the calendar in force."""
        self.rules = rules
        self.rules_changed.emit()

    def take_standing(self, standing: ConsoleStanding) -> None:
        """Takes who is logged in here; under that name is written."""
        self.standing, self.person = standing, standing.name or self.person
        self.standing_changed.emit()

    def take(self, form: type[Record], versions: Versions) -> None:
        """Takes a kind of record as it is now."""
        self._versions[kind_of(form)] = versions
        self.changed.emit(form)

    def take_history(self, form: type[Record], id_: str, versions: Versions) -> None:
        """Takes all versions of a record."""
        self.history_read.emit(form, id_, versions)

    def show_written(self, versions: Versions) -> None:
        """Takes what was written."""
        self.written.emit(versions)

    def show_refused(self, why: RecordsRefused | Trouble) -> None:
        """Takes what was refused."""
        self.refused.emit(phrase_trouble(why) if isinstance(why, Trouble) else refused(why))

    def take_read(self, wish: AnyWish, found: object) -> None:
        """Takes what was read for a wish, or why it could not be."""
        if isinstance(found, Trouble):
            self.show_refused(found)
        else:
            self.read.emit(wish, found)

    def show_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a fact among others
        """Takes how a command or a file ended."""
        self.answered.emit(name, done, text)
