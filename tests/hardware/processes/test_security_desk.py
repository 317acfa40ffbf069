"""Security events that the bridge notices reach the register, and what is broken is said once."""

import sqlite3
from pathlib import Path

from console.alarms.conduct_port import SiteMisbehaved
from console.data_folder import DataFolder
from console.events import AdmissionRefused, ClockJumped, JoinsBounded, Message
from console.log_book.office_store import OfficeStore
from console.office.people import Person
from console.office.record import Record
from console.office.security_events import SecurityEvent, SecurityMatter
from console.words import Misconduct
from hardware.processes.bridge.security_desk import SecurityDesk, broken_chains

STRANGER = AdmissionRefused(site=None, address="198.51.100.7", reason_text="…", refusal="credential_unknown")


def test_what_the_front_says_goes_on_and_is_kept_with_the_running_session() -> None:
    kept: list[Record] = []
    passed: list[object] = []
    desk = SecurityDesk(lambda records, _person, _reason: kept.extend(records), lambda: "phiên")
    post = desk.passing(passed.append)
    for event in (STRANGER, STRANGER, "something else"):
        post(event)
    assert passed == [STRANGER, STRANGER, "something else"]
    (event,) = kept
    assert isinstance(event, SecurityEvent)
    assert (event.matter, event.address, event.session) == (
        SecurityMatter.UNEXPECTED_JOIN,
        "198.51.100.7",
        "phiên",
    )
    desk.clock_jumped(3_600_000)
    desk.look(0)
    desk.look(1000)
    assert [event.matter for event in kept if isinstance(event, SecurityEvent)][1:] == [
        SecurityMatter.CLOCK_JUMP,
        SecurityMatter.STORM,
    ]


class Heard:
    """A core that only listens."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def post(self, message: Message) -> None:
        self.messages.append(message)


def test_what_a_site_is_put_off_for_is_kept_and_reaches_the_core_as_ever() -> None:
    kept: list[Record] = []
    core = Heard()
    door = SecurityDesk(lambda records, _person, _reason: kept.extend(records), lambda: None).before(core)
    said: tuple[Message, ...] = (
        SiteMisbehaved(at_ms=1, site="s001", misconduct=(Misconduct.FLOOD, Misconduct.PICTURE)),
        JoinsBounded(site="s002", standing=True),
        ClockJumped(by_ms=1),
        JoinsBounded(site="s002", standing=False),
        SiteMisbehaved(at_ms=2, site="s001", misconduct=()),
        STRANGER,
    )
    for message in said:
        door.post(message)
    assert core.messages == list(said)
    events = [event for event in kept if isinstance(event, SecurityEvent)]
    assert [(event.matter, event.site, event.what) for event in events] == [
        (SecurityMatter.MISCONDUCT, "s001", "flood"),
        (SecurityMatter.MISCONDUCT, "s001", "picture"),
        (SecurityMatter.MISCONDUCT, "s002", "joins"),
        (SecurityMatter.UNEXPECTED_JOIN, None, "credential_unknown"),
    ]
    assert len({event.id for event in events}) == len(events)


def test_a_register_that_was_changed_from_outside_is_named_with_its_line_once(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    data.make()
    with OfficeStore(data.office_file) as office:
        office.register.put([Person(id=f"p{number}", name=f"Người {number}") for number in range(3)], "Lan")
    assert broken_chains(data.office_file) == ()
    with sqlite3.connect(data.office_file) as store:
        store.execute("DROP TRIGGER register_keeps_UPDATE")
        store.execute("UPDATE register SET person = 'Minh' WHERE line = 2")
    store.close()
    (event,) = broken_chains(data.office_file)
    assert (event.matter, event.what) == (SecurityMatter.CHAIN_BREAK, "register/2")
    with OfficeStore(data.office_file) as office:
        written = [len(office.register.put(broken_chains(data.office_file), "")) for _ in range(2)]
    assert written == [1, 0]


def test_a_store_that_cannot_be_opened_is_no_event(tmp_path: Path) -> None:
    (tmp_path / "office.sqlite3").write_bytes(b"no data base" * 1000)
    assert broken_chains(tmp_path / "office.sqlite3") == ()
