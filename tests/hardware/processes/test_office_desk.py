"""What a window wants of the office is done by the program's own commands, and told in their words."""

import asyncio
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.content.content_choices import ContentChoices
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.escalation import CallBook
from console.office.meeting import Meeting, Step, StepTaken
from console.office.meeting_offers import MeetingOffer
from console.office.people import Person, Role
from console.office.registers import PowerItem
from console.regulation.profile_offer import ProfileOffer
from console.sites.invitation import read_invitation
from console.sites.site_facts import DeviceFacts, DeviceTrial
from console.support_part import SupportPart
from console.words import MuteRule
from hardware.processes.window.office_desk import OfficeDesk, with_header
from tests.end_to_end.meeting import eventually
from tests.own_process import ROOT

pytestmark = pytest.mark.timeout(90)


@dataclass
class Seen:
    """What a window would show."""

    answers: list[tuple[str, bool, str]] = field(default_factory=list[tuple[str, bool, str]])
    invitations: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    offers: tuple[MeetingOffer, ...] = ()
    book: CallBook | None = None
    due: int | None = None
    choices: ContentChoices | None = None
    support: tuple[SupportPart, ...] = ()
    crashes: int | None = None
    profiles: tuple[ProfileOffer, ...] = ()
    told: asyncio.Event = field(default_factory=asyncio.Event)

    def show_answer(self, wish: str, done: bool, text: str) -> None:
        self.answers.append((wish, done, text))
        self.told.set()

    def show_devices(self, facts: DeviceFacts) -> None:
        del facts

    def show_meetings(self, offers: tuple[MeetingOffer, ...]) -> None:
        self.offers = offers
        self.told.set()

    def show_profiles(self, profiles: tuple[ProfileOffer, ...]) -> None:
        self.profiles = profiles
        self.told.set()

    def show_due(self, count: int) -> None:
        self.due = count
        self.told.set()

    def show_content_choices(self, choices: ContentChoices) -> None:
        self.choices = choices
        self.told.set()

    def show_support(self, parts: tuple[SupportPart, ...]) -> None:
        self.support = parts
        self.told.set()

    def show_crashes(self, count: int) -> None:
        self.crashes = count
        self.told.set()

    def show_call_book(self, book: CallBook | None) -> None:
        self.book = book
        self.told.set()

    def show_trial(self, trial: DeviceTrial) -> None:
        del trial

    def show_invitation(self, link: str, file: str, picture: str) -> None:
        self.invitations.append((link, file, picture))

    async def next(self) -> tuple[str, bool, str]:
        await asyncio.wait_for(self.told.wait(), 40)
        self.told.clear()
        return self.answers[-1]


def text_of(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")


async def test_a_pasted_table_becomes_sites_and_one_of_them_is_invited(tmp_path: Path) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    desk = OfficeDesk(data, seen)

    desk.take_sites("1\tXã Ea Nuôl\tBuôn Đôn\n2\tXã Ea Wer")
    wish, done, text = await seen.next()

    assert (wish, done) == ("sites", True), text
    with OfficeStore(data.office_file) as office:
        assert [(site.number, site.name) for site in office.sites.all()][1:] == [(1, "Xã Ea Nuôl"), (2, "Xã Ea Wer")]
    desk.invite(2)
    assert (await seen.next())[:2] == ("invitation", True)
    ((link, file, picture),) = seen.invitations
    invitation = read_invitation(text_of(file))
    assert (invitation.site, invitation.to_link()) == ("s002", link)
    assert picture.endswith("s002.png")
    await desk.end()


async def test_agreed_meetings_of_these_days_are_told_the_next_one_first(tmp_path: Path) -> None:
    data, seen, now = DataFolder(tmp_path), Seen(), time.time_ns() // 1_000_000
    data.make()
    agreed = (StepTaken(step=Step.CONFIRMED, wall_ms=now, person="Lan"),)
    with OfficeStore(data.office_file) as office:
        office.register.put(
            [
                Meeting(id="later", subject="Ngày mai", start_ms=now + 86_400_000, steps=agreed),
                Meeting(id="soon", subject="Hôm nay", start_ms=now + 3_600_000, steps=agreed),
                Meeting(id="draft", subject="Chưa gửi", start_ms=now + 3_600_000),
                Meeting(id="past", subject="Tuần trước", start_ms=now - 7 * 86_400_000, steps=agreed),
            ],
            "Lan",
        )
    desk = OfficeDesk(data, seen)
    desk.list_meetings()
    await asyncio.wait_for(seen.told.wait(), 40)
    assert [(offer.meeting_uid, offer.subject) for offer in seen.offers] == [("soon", "Hôm nay"), ("later", "Ngày mai")]
    await desk.end()


async def test_whom_to_call_is_read_from_the_register(tmp_path: Path) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    with OfficeStore(data.office_file) as office:
        office.register.put([Person(id="p1", name="Trực VNPT", roles=(Role.TELECOM,))], "Lan")
    desk = OfficeDesk(data, seen)
    desk.read_call_book()
    await asyncio.wait_for(seen.told.wait(), 10)
    assert seen.book is not None
    assert [person.name for person in seen.book.directory.people] == ["Trực VNPT"]
    seen.told.clear()
    data.office_file.write_bytes(b"no store")
    desk.read_call_book()
    await asyncio.wait_for(seen.told.wait(), 10)
    assert seen.book is None
    await desk.end()


async def test_what_cannot_be_done_is_told_in_one_sentence(tmp_path: Path) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    desk = OfficeDesk(data, seen)

    desk.take_sites("1;Xã A\n1;Xã B")
    wish, done, text = await seen.next()
    assert (wish, done) == ("sites", False)
    assert "Traceback" not in text

    desk.export(str(tmp_path))
    wish, done, text = await seen.next()
    assert (wish, done) == ("export", False)
    assert text
    assert "Traceback" not in text
    await desk.end()


@pytest.mark.parametrize(
    ("pasted", "first"),
    [("1\tXã A", "number\tname\tdistrict\tcarrier\tcontacts"), ("STT;Tên\n1;Xã A", "STT;Tên")],
)
def test_a_table_without_column_names_gets_ours(pasted: str, first: str) -> None:
    assert with_header(pasted).splitlines()[0] == first


def test_a_window_starts_without_a_data_base() -> None:
    code = (
        "import sys, hardware.processes.window.office_desk, hardware.link.window_link, widgets.window.main_window\n"
        "sys.exit(any(name.partition('.')[0] in ('sqlite3', 'sqlite_utils') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


async def test_what_is_due_is_counted_by_the_programs_own_command(tmp_path: Path) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    overdue = PowerItem(id="w", name="Pin micro", site="main", next_on="2026-01-02")
    with OfficeStore(data.office_file) as office:
        office.register.put([overdue], "Lan")
    desk = OfficeDesk(data, seen)
    desk.count_due()
    await asyncio.wait_for(seen.told.wait(), 40)
    assert seen.due is not None
    assert seen.due >= 1
    await desk.end()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no display to be without")
async def test_a_machine_without_a_display_says_so_when_windows_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    monkeypatch.delenv("DISPLAY", raising=False)
    desk = OfficeDesk(data, seen)
    desk.list_content_choices()
    await asyncio.wait_for(seen.told.wait(), 40)
    assert seen.choices == ContentChoices(trouble="there is no X11 display here")
    await desk.end()


async def test_a_profile_is_chosen_with_the_rule_that_it_leaves_open(tmp_path: Path) -> None:
    data, seen = DataFolder(tmp_path), Seen()
    data.make()
    desk = OfficeDesk(data, seen)
    desk.list_profiles()
    await asyncio.wait_for(seen.told.wait(), 40)
    seen.told.clear()
    choices = {offer.id: offer.choices for offer in seen.profiles}
    assert choices["vn-dak-lak"] == ()
    assert len(choices["vn-default"]) == 3
    desk.use_profile("vn-default", MuteRule.ONLY_ON_HOST_REQUEST.value)
    assert (await seen.next())[:2] == ("profile", True)
    desk.list_profiles()
    await asyncio.wait_for(seen.told.wait(), 40)
    (used,) = (offer for offer in seen.profiles if offer.in_use)
    assert (used.id, used.chosen) == ("vn-default", MuteRule.ONLY_ON_HOST_REQUEST)
    await desk.end()


async def test_what_was_shown_for_support_is_what_is_saved(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.make()
    seen = Seen()
    desk = OfficeDesk(data, seen)
    desk.count_crashes()
    desk.read_support()
    await eventually("gathered", lambda: bool(seen.support) and seen.crashes == 0)
    for folder, done in (("nowhere", False), (".", True)):
        seen.told.clear()
        desk.save_support(str(tmp_path / folder / "support.zip"))
        await asyncio.wait_for(seen.told.wait(), 40)
        assert seen.answers[-1][:2] == ("support", done)
    with zipfile.ZipFile(tmp_path / "support.zip") as bundle:
        assert [bundle.read(part.name).decode() for part in seen.support] == [part.text for part in seen.support]
    await desk.end()
