"""What the office window wants of the register: records read, written and removed beside the window's loop.

Rule: one thread has the store, one wish after the other; the window never waits for the disk. While the window is open
the desk looks every two seconds for what other processes wrote; while it is closed nothing here runs. What cannot be
done comes back as what was refused, never as an exception.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from console.command_line.exits import BadInput
from console.configuration.frozen import ConfigurationIsFrozen
from console.data_folder import DataFolder, FolderUnusable
from console.events import Site
from console.log_book.configuration_keeping import put_configured, remove_configured
from console.log_book.database import STORE_ERRORS, StoreUnusable, storage_trouble
from console.log_book.office_store import OfficeStore
from console.office.office_rules import OfficeRules
from console.office.record import Record, RecordFault, RecordsRefused, Version, kind_of
from console.office.session_name import SessionName
from console.records.wishes import AnyWish
from console.trouble import Trouble, TroubleKind, trouble
from hardware.processes.window.form_reading import read_wish
from hardware.processes.window.office_desk import COMMAND_SECONDS, run_command
from hardware.processes.window.office_rules_files import rules_of

LOOK_SECONDS = 2.0
MOST_WAITING = 64
"""Wishes that wait for the thread; a further one is refused."""
COPIES = ("form", "recordings")
COPY_SECONDS = 7200.0
"""A day's recording on a slow stick."""

Versions = tuple[Version[Any], ...]
Refused = RecordsRefused | Trouble
Given = TypeVar("Given")


class RegisterShow(Protocol):
    """Where the register is shown; called on the window's loop."""

    def take_rules(self, rules: OfficeRules) -> None:
        """Shows everything under these rules."""
        ...

    def take_sites(self, sites: tuple[Site, ...]) -> None:
        """Shows the live directory."""
        ...

    def take_sessions(self, sessions: tuple[SessionName, ...]) -> None:
        """Shows the sessions of this installation, the newest first."""
        ...

    def take(self, form: type[Record], versions: Versions) -> None:
        """Shows the newest version of every record of a kind, removed ones included."""
        ...

    def take_history(self, form: type[Record], id_: str, versions: Versions) -> None:
        """Shows all versions of a record, the oldest first."""
        ...

    def show_written(self, versions: Versions) -> None:
        """Says what was written; nothing when all was as it stood."""
        ...

    def show_refused(self, why: Refused) -> None:
        """Says that nothing of the last wish was done, and why."""
        ...

    def take_read(self, wish: AnyWish, found: object) -> None:
        """Shows what was read for a wish, or why it could not be."""
        ...

    def show_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a fact among others
        """Says how a command or a file ended, in the program's own words."""
        ...


class RegisterDesk:
    """Reads and writes one data folder's register as one person; made on the window's running loop."""

    def __init__(self, data: DataFolder, person: str, show: RegisterShow, look_seconds: float = LOOK_SECONDS) -> None:
        self._data, self._person, self._show, self._look_seconds = data, person, show, look_seconds
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="register")
        self._office: OfficeStore | None = None
        self._watched: dict[str, type[Record]] = {}
        self._line = 0
        self._sites: tuple[Site, ...] | None = None
        self._sessions: tuple[SessionName, ...] = ()
        self._wishes: set[asyncio.Task[None]] = set()
        self._looking: asyncio.Task[None] | None = None

    # ------------------------------------------------------------ the window opens and closes

    def begin(self) -> None:
        """Looks from now on for what other processes write; the window is open."""
        if self._looking is None:
            self._wish(self._read_rules())
            self._looking = self._loop.create_task(self._keep_looking(), name="looks at the register")

    def rest(self) -> None:
        """Looks no longer; the window is closed."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    async def finish(self) -> None:
        """Returns when everything that was wished so far is carried out."""
        while self._wishes:
            await asyncio.wait(self._wishes)

    async def end(self) -> None:
        """Carries out what was wished and closes the store."""
        self.rest()
        await self.finish()
        await self._loop.run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=True)

    # ------------------------------------------------------------ wishes

    def watch(self, form: type[Record]) -> None:
        """Shows a kind of record now and whenever it changes."""
        if self._watched.setdefault(kind_of(form), form) is form:
            self._wish(self._read([form]))

    def write_as(self, person: str) -> None:
        """Lets what is wished from now on be written under another name."""
        self._person = person

    def put(self, records: tuple[Record, ...], reason: str, opened: Mapping[str, int] | None) -> None:
        """Writes records; `opened` says which version of each was open (`RegisterTable.put`)."""
        person = self._person  # of whoever wishes it, not of whoever is there when the disk has time
        self._write(lambda office: put_configured(office, records, person, reason, opened))

    def remove(self, form: type[Record], id_: str, reason: str) -> None:
        """Writes that a record is gone."""
        person = self._person
        self._write(lambda office: (remove_configured(office, form, id_, person, reason),))

    def history(self, form: type[Record], id_: str) -> None:
        """Shows all versions of a record."""

        async def ask() -> None:
            found = await self._ask(lambda office: office.register.history(form, id_))
            if found is not None:
                self._show.take_history(form, id_, found)

        self._wish(ask())

    def run(self, name: str, arguments: tuple[str, ...]) -> None:
        """Runs one of the program's own commands on this data folder; `name` comes back with its answer."""
        self.run_typed(name, arguments, "")

    def run_typed(self, name: str, arguments: tuple[str, ...], typed: str) -> None:
        """The same, with what the command reads from its standard input: a password stands in no command line."""

        async def ask() -> None:
            seconds = COPY_SECONDS if arguments[:2] == COPIES else COMMAND_SECONDS
            answer = await asyncio.to_thread(run_command, _on(arguments, self._data), typed, seconds)
            await self._look()
            self._show.show_answer(name, answer.done, answer.text)

        self._wish(ask())

    def read(self, wish: AnyWish) -> None:
        """Shows what a wish names; reading it may take a second, and the register's thread goes on meanwhile."""

        async def ask() -> None:
            self._show.take_read(wish, await asyncio.to_thread(read_wish, self._data, wish))

        self._wish(ask())

    def write_file(self, name: str, path: str, octets: bytes) -> None:
        """Puts a file in its place; `name` comes back with its path."""

        async def ask() -> None:
            why = await self._loop.run_in_executor(self._thread, _write_file, Path(path), octets)
            if why is None:
                self._show.show_answer(name, True, path)  # noqa: FBT003 - a fact among others
            else:
                self._show.show_refused(why)

        self._wish(ask())

    # ------------------------------------------------------------ carrying out

    def _wish(self, wish: Coroutine[Any, Any, None]) -> None:
        if len(self._wishes) >= MOST_WAITING:
            wish.close()
            self._show.show_refused(RecordsRefused(RecordFault.TOO_MANY_WAIT))
            return
        task = self._loop.create_task(wish)
        self._wishes.add(task)
        task.add_done_callback(self._wishes.discard)

    def _write(self, write: Callable[[OfficeStore], Versions]) -> None:
        async def carry_out() -> None:
            written = await self._ask(write)
            if written is not None:
                await self._look()
                self._show.show_written(written)

        self._wish(carry_out())

    async def _read_rules(self) -> None:
        """Shows the profile in force with its calendar; what is wrong with them is refused like a wish."""
        try:
            self._show.take_rules(await asyncio.to_thread(rules_of, self._data))
        except BadInput as error:
            self._show.show_refused(error.trouble or trouble(TroubleKind.PROFILE_BAD, why=error))

    async def _keep_looking(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(self._look_seconds)

    async def _look(self) -> None:
        """Shows the kinds that were written since the last look, and the directory when it changed."""
        found = await self._ask(lambda office: (office.register.kinds_since(self._line), *_around(office)))
        if found is None:
            return
        (self._line, kinds), sites, sessions = found
        if sites != self._sites:
            self._sites = sites
            self._show.take_sites(sites)
        if sessions != self._sessions:
            self._sessions = sessions
            self._show.take_sessions(sessions)
        await self._read([form for kind, form in self._watched.items() if kind in kinds])

    async def _read(self, forms: list[type[Record]]) -> None:
        for form in forms:
            versions = await self._ask(lambda office, form=form: office.register.present_versions(form))
            if versions is not None:
                self._show.take(form, versions)

    async def _ask(self, question: Callable[[OfficeStore], Given]) -> Given | None:
        """Returns the store's answer; None when it was refused, which is shown."""
        try:
            return await self._loop.run_in_executor(self._thread, self._answer, question)
        except RecordsRefused as error:
            self._show.show_refused(error)
        except msgspec.ValidationError as error:
            self._show.show_refused(RecordsRefused(RecordFault.BAD_FORM, why=str(error)))
        except (StoreUnusable, FolderUnusable, ConfigurationIsFrozen) as error:
            self._show.show_refused(error.trouble or trouble(TroubleKind.DISK_REFUSED, why=error))
        except STORE_ERRORS as error:
            self._show.show_refused(storage_trouble(error))
        return None

    # ------------------------------------------------------------ on the thread

    def _answer(self, question: Callable[[OfficeStore], Given]) -> Given:
        if self._office is None:
            self._data.make()
            self._office = OfficeStore(self._data.office_file)
        return question(self._office)

    def _close(self) -> None:
        if self._office is not None:
            self._office.close()


def _on(arguments: tuple[str, ...], data: DataFolder) -> list[str]:
    """Returns a command for a data folder; what follows `--` stays what it is."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return [*arguments[:end], "--data", str(data.root), *arguments[end:]]


def _around(office: OfficeStore) -> tuple[tuple[Site, ...], tuple[SessionName, ...]]:
    rows = office.sessions.all()
    return office.sites.all(), tuple(SessionName(row.session, row.title, row.opened_ms) for row in rows)


def _write_file(path: Path, octets: bytes) -> Trouble | None:
    making = path.with_name(f".{path.name}.part")
    try:
        making.write_bytes(octets)
        making.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            making.unlink(missing_ok=True)
        return trouble(TroubleKind.FILE_UNWRITABLE, path=path, why=error.strerror or error)
    return None
