"""What a window wants of the register is done on a real store, and what others wrote is seen."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from console.data_folder import DataFolder
from console.events import Site
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import Head
from console.office.office_rules import OfficeRules
from console.office.people import Person
from console.office.places import Room
from console.office.record import Record, RecordFault, RecordsRefused, Version
from console.office.session_name import SessionName
from console.records.gathered import Gathered
from console.records.ledger import Ledger
from console.records.wishes import AnyWish, FormWanted, LedgerWanted
from console.trouble import Trouble, TroubleKind
from hardware.processes.window.register_desk import MOST_WAITING, RegisterDesk
from tests.console.records.a_log import Log
from tests.console.records.a_meeting import write_lines

HUONG = Person(id="p1", name="Trần Thị Hương", phone="0905 123 456")
Versions = tuple[Version[Any], ...]


class Seen:
    """What a window would show."""

    def __init__(self) -> None:
        self.sites: tuple[Site, ...] = ()
        self.sessions: tuple[SessionName, ...] = ()
        self.rules: OfficeRules | None = None
        self.shown: list[tuple[type[Record], Versions]] = []
        self.histories: list[Versions] = []
        self.written: list[Versions] = []
        self.refused: list[RecordsRefused | Trouble] = []
        self.answers: list[tuple[str, bool, str]] = []
        self.read: list[tuple[AnyWish, object]] = []

    def take_sites(self, sites: tuple[Site, ...]) -> None:
        self.sites = sites

    def take_sessions(self, sessions: tuple[SessionName, ...]) -> None:
        self.sessions = sessions

    def take_rules(self, rules: OfficeRules) -> None:
        self.rules = rules

    def take(self, form: type[Record], versions: Versions) -> None:
        self.shown.append((form, versions))

    def take_history(self, form: type[Record], id_: str, versions: Versions) -> None:
        self.histories.append(versions)

    def show_written(self, versions: Versions) -> None:
        self.written.append(versions)

    def show_refused(self, why: RecordsRefused | Trouble) -> None:
        self.refused.append(why)

    def take_read(self, wish: AnyWish, found: object) -> None:
        self.read.append((wish, found))

    def show_answer(self, name: str, done: bool, text: str) -> None:
        self.answers.append((name, done, text))

    def names(self) -> list[str]:
        """Returns the names in the list that was shown last."""
        return [told.content.name for told in self.shown[-1][1] if told.content is not None]


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
async def desk(data: DataFolder, seen: Seen) -> AsyncGenerator[RegisterDesk]:
    desk = RegisterDesk(data, "Nguyễn Văn An", seen, look_seconds=0.05)
    yield desk
    await desk.end()


async def seen_at_last(what: Any) -> None:
    async with asyncio.timeout(5):
        while not what():  # noqa: ASYNC110 - the window shows, it sets no event
            await asyncio.sleep(0.01)


async def test_what_is_written_is_shown_with_who_wrote_it_and_why(desk: RegisterDesk, seen: Seen) -> None:
    desk.watch(Person)
    await desk.finish()
    assert seen.shown == [(Person, ())]
    desk.put((HUONG,), "mới nhận việc", {"p1": 0})
    await desk.finish()
    (written,) = seen.written[0]
    assert (written.person, written.reason, written.version) == ("Nguyễn Văn An", "mới nhận việc", 1)
    assert seen.names() == ["Trần Thị Hương"]
    desk.remove(Person, "p1", "nghỉ hưu")
    desk.history(Person, "p1")
    await desk.finish()
    assert [told.content for told in seen.shown[-1][1]] == [None]
    assert [told.reason for told in seen.histories[0]] == ["mới nhận việc", "nghỉ hưu"]


async def test_a_kind_that_nobody_watches_is_not_read(desk: RegisterDesk, seen: Seen) -> None:
    desk.put((HUONG,), "", None)
    await desk.finish()
    assert seen.shown == []


async def test_whoever_had_an_older_version_open_is_told(desk: RegisterDesk, seen: Seen) -> None:
    desk.put((HUONG,), "", {"p1": 0})
    desk.put((Person(id="p1", name="Người khác"),), "", {"p1": 0})
    await desk.finish()
    assert isinstance(seen.refused[0], RecordsRefused)
    assert seen.refused[0].fault is RecordFault.CHANGED_MEANWHILE
    assert len(seen.written) == 1


async def test_a_record_that_breaks_its_form_is_refused(desk: RegisterDesk, seen: Seen) -> None:
    desk.put((Person(id="p1", name="x" * 300),), "", None)
    await desk.finish()
    assert isinstance(seen.refused[0], RecordsRefused)
    assert seen.refused[0].fault is RecordFault.BAD_FORM


async def test_what_another_process_writes_is_seen_while_the_window_is_open(
    desk: RegisterDesk, seen: Seen, data: DataFolder
) -> None:
    desk.watch(Person)
    desk.watch(Room)
    desk.begin()
    await desk.finish()
    await seen_at_last(lambda: len(seen.shown) >= 2)
    seen.shown.clear()
    with OfficeStore(data.office_file) as office:
        office.register.put([HUONG], "người khác")
        office.sites.put([Site(site="s001", number=1, name="Xã Ea Nuôl")])
        office.sessions.note_opened(session="s", meeting_uid="m", title="Giao ban", head=Head(0, "0" * 64))
    await seen_at_last(lambda: seen.shown)
    assert [form for form, _ in seen.shown] == [Person]
    assert [site.name for site in seen.sites] == ["Xã Ea Nuôl"]
    assert [session.title for session in seen.sessions] == ["Giao ban"]
    await seen_at_last(lambda: seen.rules)

    desk.rest()
    seen.shown.clear()
    with OfficeStore(data.office_file) as office:
        office.register.put([Person(id="p2", name="Lê Quốc Bảo")], "người khác")
    await asyncio.sleep(0.2)
    assert seen.shown == []


async def test_a_store_that_cannot_be_opened_is_told_and_the_window_lives(data: DataFolder, seen: Seen) -> None:
    data.make()
    data.office_file.write_bytes(b"no data base at all" * 100)
    desk = RegisterDesk(data, "An", seen)
    desk.watch(Person)
    await desk.end()
    assert [why.kind for why in seen.refused if isinstance(why, Trouble)] == [TroubleKind.STORE_UNUSABLE]


async def test_wishes_that_pile_up_are_refused_instead_of_kept_for_ever(desk: RegisterDesk, seen: Seen) -> None:
    for number in range(MOST_WAITING + 3):
        desk.put((Person(id=f"p{number}", name="Ai đó"),), "", None)
    await desk.finish()
    assert len(seen.written) == MOST_WAITING
    assert [why.fault for why in seen.refused if isinstance(why, RecordsRefused)] == [RecordFault.TOO_MANY_WAIT] * 3


async def test_a_file_is_put_in_place_or_the_reason_is_told(desk: RegisterDesk, seen: Seen, tmp_path: Path) -> None:
    desk.write_file("list", str(tmp_path / "a.csv"), b"1;2\r\n")
    desk.write_file("list", str(tmp_path / "nowhere" / "a.csv"), b"1;2\r\n")
    await desk.finish()
    assert seen.answers == [("list", True, str(tmp_path / "a.csv"))]
    assert (tmp_path / "a.csv").read_bytes() == b"1;2\r\n"
    assert [why.kind for why in seen.refused if isinstance(why, Trouble)] == [TroubleKind.FILE_UNWRITABLE]


async def test_a_sessions_forms_and_a_periods_ledger_are_read_beside_the_register(
    data: DataFolder, desk: RegisterDesk, seen: Seen
) -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.end(60)
    await asyncio.to_thread(write_lines, data, tuple(log.lines), ended=True)
    wishes = (FormWanted(log.lines[0].session), LedgerWanted(0, 2**53), FormWanted("never-was"))
    for wish in wishes:
        desk.read(wish)
    await desk.finish()
    found = dict(seen.read)
    forms, ledger, trouble = (found[wish] for wish in wishes)
    assert isinstance(forms, Gathered)
    assert [site.name for site in forms.form.sites] == ["Văn phòng UBND tỉnh", "Hoài Nhơn"]
    assert isinstance(ledger, Ledger)
    assert ledger.statistics.total.meetings == 1
    assert isinstance(trouble, Trouble)
