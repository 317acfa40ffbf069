"""Fixtures of the meetings' page: an office with a few people and a room, its store, and the page over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.log_book.office_store import OfficeStore
from console.office.people import Person, Role
from console.office.places import Room
from console.words import MAIN_SITE
from tests.widgets.office.meetings.meetings_office import Clock, connected
from widgets.office.meetings.page import MeetingPage
from widgets.office.register_store import RegisterStore


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[OfficeStore]:
    with OfficeStore(tmp_path / "office.sqlite3", wall_ms=clock) as store:
        store.register.put(
            [
                Person(id="p1", name="Anh Điện", phone="0905 999 888", roles=(Role.POWER,)),
                Person(id="p2", name="Chị Hoa", phone="0905 333 444", roles=(Role.TECHNICIAN,), sites=("s001",)),
                Room(id="r1", name="Phòng số 2", site=MAIN_SITE),
            ],
            "Lan",
        )
        yield store


@pytest.fixture
def store(office: OfficeStore, clock: Clock) -> RegisterStore:
    store = RegisterStore(clock, "Lan")
    connected(store, office)
    return store


@pytest.fixture
def page(store: RegisterStore, qtbot: QtBot) -> Iterator[MeetingPage]:
    page = MeetingPage(store)
    page.put_wanted.connect(store.put_wanted)
    page.remove_wanted.connect(store.remove_wanted)
    qtbot.addWidget(page)
    for form in page.kinds:
        store.watch(form)
        page.take(form, store.versions(form))
    store.changed.connect(lambda form: page.take(form, store.versions(form)))
    page.resize(1080, 640)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.discard()
