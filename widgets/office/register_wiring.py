"""Which wish of the office window goes where.

Rule: the window knows this protocol only; who carries it out `main.py` decides.
"""

from collections.abc import Mapping
from typing import Protocol

from console.office.record import Record
from console.records.wishes import AnyWish
from widgets.office.office_window import OfficeWindow


class Register(Protocol):
    """What an office window wants of the register behind it."""

    def begin(self) -> None:
        """Looks from now on for what others write."""
        ...

    def rest(self) -> None:
        """Looks no longer."""
        ...

    def watch(self, form: type[Record]) -> None:
        """Reads a kind of record, now and whenever it changes."""
        ...

    def put(self, records: tuple[Record, ...], reason: str, opened: Mapping[str, int] | None) -> None:
        """Writes records."""
        ...

    def remove(self, form: type[Record], id_: str, reason: str) -> None:
        """Writes that a record is gone."""
        ...

    def history(self, form: type[Record], id_: str) -> None:
        """Reads all versions of a record."""
        ...

    def run(self, name: str, arguments: tuple[str, ...]) -> None:
        """Runs one of the program's own commands."""
        ...

    def run_typed(self, name: str, arguments: tuple[str, ...], typed: str) -> None:
        """The same, with what is typed into the command."""
        ...

    def read(self, wish: AnyWish) -> None:
        """Reads what is no record: a session's forms, a period's ledger."""
        ...

    def write_file(self, name: str, path: str, octets: bytes) -> None:
        """Puts a file in its place."""
        ...


class KeptRegister(Register, Protocol):
    """A register that can be written under another name, and ended."""

    def write_as(self, person: str) -> None:
        """Lets what is wished from now on be written under another name."""
        ...

    async def end(self) -> None:
        """Carries out what was wished and closes the store."""
        ...


def connect_register(window: OfficeWindow, register: Register) -> None:
    """Lets every wish of an office window go to its register; made before the window is shown."""
    store = window.store
    store.watch_wanted.connect(register.watch)
    store.put_wanted.connect(register.put)
    store.remove_wanted.connect(register.remove)
    store.history_wanted.connect(register.history)
    store.command_wanted.connect(register.run)
    store.typed_command_wanted.connect(register.run_typed)
    store.reading_wanted.connect(register.read)
    store.file_wanted.connect(register.write_file)
    window.opened.connect(register.begin)
    window.closed.connect(register.rest)
