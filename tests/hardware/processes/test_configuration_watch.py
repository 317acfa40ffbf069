"""A change of the configuration beside the program is noticed, kept and said, once, also when no bridge ran."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.command_line.configuration.file_changes import change_files
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeStanding, ConfigurationFreeze, FreezeCause
from console.data_folder import DataFolder
from console.events import ConfigurationSeen
from console.log_book.chain import first_hash
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import Head
from hardware.cameras.camera_passwords import keep_password
from hardware.processes.bridge.configuration_watch import ConfigurationWatch, own_profile

SECRET = "mat-khau-42"


class Watched:
    """A data folder, its store, and what the core was told."""

    def __init__(self, folder: Path) -> None:
        self.data = DataFolder(folder)
        self.data.make()
        self.office = OfficeStore(self.data.office_file)
        self.told: list[ConfigurationSeen] = []
        self.watch = self.watching()
        self.watch.begin()
        self.watch.look()

    def watching(self, profile: str = "vn-default") -> ConfigurationWatch:
        return ConfigurationWatch(self.data, profile, self.office, self.told.append)

    def look(self) -> list[tuple[str, str, str, str]]:
        """Looks as often as a doubt needs, and returns part, standing, before and after of what was told."""
        self.told.clear()
        for _ in range(3):
            self.watch.look()
        return [
            (one.change.part.value, one.change.standing.value, one.change.before, one.change.after) for one in self.told
        ]

    def freeze(self) -> None:
        self.office.sessions.note_opened(session="s", meeting_uid="m", title="", head=Head(1, first_hash("s")))
        record = ConfigurationFreeze(id="session", cause=FreezeCause.SESSION, since_ms=0, session="s")
        self.office.register.put([record], "Lan")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    found = Watched(tmp_path)
    yield found
    found.office.close()


def test_what_is_there_at_first_is_no_change(watched: Watched) -> None:
    assert watched.look() == []


def test_a_file_changed_by_hand_is_said_with_before_and_after_once(watched: Watched) -> None:
    watched.data.settings_file.write_text('{"https_port": 9443}', encoding="utf-8")
    assert watched.look() == [("settings", "by_hand", "", "https_port=9443")]
    assert watched.look() == []
    watched.data.settings_file.write_text('{"https_port": 9444}', encoding="utf-8")
    assert watched.look() == [("settings", "by_hand", "https_port=9443", "https_port=9444")]
    watched.data.settings_file.unlink()
    assert watched.look() == [("settings", "by_hand", "https_port=9444", "")]


def test_while_frozen_it_is_said_to_be_unapproved(watched: Watched) -> None:
    watched.freeze()
    watched.data.calendar_file.write_text('{"official_years": [2027]}', encoding="utf-8")
    assert watched.look() == [("calendar", "unapproved", "", "official_years=[2027]")]


def test_a_command_says_who_and_why_and_is_no_change_by_hand(watched: Watched) -> None:
    change_files(watched.data, {ConfigurationPart.SETTINGS: b'{"https_port": 9443}'}, "Hoa", "đổi cổng")
    assert watched.look() == [("settings", "free", "", "https_port=9443")]
    assert (watched.told[0].person, watched.told[0].reason) == ("Hoa", "đổi cổng")
    assert watched.look() == []


def test_what_was_changed_while_no_bridge_ran_is_found_at_its_start(watched: Watched) -> None:
    watched.data.settings_file.write_text('{"https_port": 9443}', encoding="utf-8")
    watched.watch = watched.watching()
    watched.watch.begin()
    assert watched.look() == [("settings", "by_hand", "", "https_port=9443")]


def test_a_session_that_goes_on_is_told_of_what_was_changed_meanwhile(watched: Watched) -> None:
    before_ms = watched.office.wall_ms() - 1
    change_files(watched.data, {ConfigurationPart.SETTINGS: b'{"https_port": 9443}'}, "Hoa")
    for since, count in ((None, 0), (before_ms, 1)):
        watched.watch = watched.watching()
        watched.told.clear()
        watched.watch.begin(since)
        watched.watch.look()
        assert len(watched.told) == count


def test_of_a_secret_only_the_change_is_kept(watched: Watched) -> None:
    keep_password(watched.data.presets, "hall", SECRET)
    assert watched.look() == [("camera_passwords", "by_hand", "", "")]
    watched.data.signing_key_file.write_text("made by the program", encoding="utf-8")
    assert watched.look() == [], "the first one is made by the program itself"
    watched.data.signing_key_file.write_text("another one", encoding="utf-8")
    assert watched.look() == [("signing_key", "by_hand", "", "")]
    watched.office.close()
    kept = b"".join(path.read_bytes() for path in watched.data.root.glob("office.sqlite3*"))
    assert SECRET.encode() not in kept
    watched.office = OfficeStore(watched.data.office_file)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff" * 100, b"x" * 5_000_000], ids=["empty", "torn", "bytes", "huge"]
)
def test_a_file_that_cannot_be_read_is_known_by_its_change(watched: Watched, content: bytes) -> None:
    watched.data.organisation_file.write_bytes(content)
    assert watched.look() == [("organisation", "by_hand", "", "")]
    assert watched.look() == []


def test_a_profile_of_the_offices_own_is_watched_too(watched: Watched, tmp_path: Path) -> None:
    assert own_profile("vn-default") is None
    file = own_profile(str(tmp_path / "own.json"))
    assert file is not None
    file.write_text('{"speech_limit_seconds": 300}', encoding="utf-8")
    watched.watch = watched.watching(str(file))
    watched.watch.begin()
    assert watched.look() == []
    file.write_text('{"speech_limit_seconds": 900}', encoding="utf-8")
    assert watched.look() == [("profile", "by_hand", "speech_limit_seconds=300", "speech_limit_seconds=900")]


def test_a_store_that_cannot_be_read_is_asked_again(watched: Watched) -> None:
    watched.office.close()
    watched.watch.look()
    watched.office = OfficeStore(watched.data.office_file)
    watched.watch = watched.watching()
    watched.watch.begin()
    watched.data.settings_file.write_text('{"https_port": 9443}', encoding="utf-8")
    assert [each[0] for each in watched.look()] == ["settings"]


def test_every_standing_is_one_that_a_change_can_have() -> None:
    assert {standing.value for standing in ChangeStanding} == {"free", "overridden", "by_hand", "unapproved"}
