"""Commands that change the configuration: refused while it is frozen, allowed with a reason, kept with both."""

from pathlib import Path

import pytest

from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import (
    ChangeStanding,
    ConfigurationChange,
    ConfigurationFreeze,
    FreezeCause,
)
from console.log_book.chain import first_hash
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import Head
from console.office.record import Version
from tests.console.command_line.typed import CommandLine

COMMANDS = [
    ("profile", "use", "vn-dong-nai"),
    ("profile", "overlay", "OVERLAY"),
    ("calendar", "set", "2027-02-08", "off", "Tết"),
    ("calendar", "official", "2027"),
    ("sites", "add", "7", "Xã Bảy"),
    ("sites", "import", "SITES"),
    ("sites", "remove", "4"),
    ("directory", "import", "devices", "DEVICES"),
    ("cameras", "add", "hall", "--host", "192.0.2.1"),
]
PARTS = {
    "profile": {ConfigurationPart.SETTINGS, ConfigurationPart.ORGANISATION},
    "calendar": {ConfigurationPart.CALENDAR},
    "sites": {ConfigurationPart.SITES},
    "directory": {ConfigurationPart.DEVICES},
    "cameras": {ConfigurationPart.CAMERAS},
}


@pytest.fixture
def office(typed: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line whose data folder has one site, and files beside it."""
    (tmp_path / "SITES").write_text("number;name\n9;Xã Chín\n", encoding="utf-8")
    (tmp_path / "OVERLAY").write_text('{"schema": "organisation-overlay/1"}', encoding="utf-8")
    assert typed("sites", "add", "4", "Phường Bốn").code == 0
    (tmp_path / "DEVICES").write_text("name;site\nCamera 1;4\n", encoding="utf-8")
    return typed


def line_of(command: tuple[str, ...], folder: Path) -> list[str]:
    return [str(folder / word) if word.isupper() else word for word in command]


def freeze(office: CommandLine) -> None:
    """An official session that runs, as the bridge leaves it in the store."""
    with OfficeStore(office.data / "office.sqlite3") as store:
        head = Head(1, first_hash("s"))
        store.sessions.note_opened(session="s", meeting_uid="m", title="Giao ban", head=head)
        record = ConfigurationFreeze(id="session", cause=FreezeCause.SESSION, since_ms=0, session="s", meeting_uid="m")
        store.register.put([record], "Lan")


def changes(office: CommandLine) -> list[Version[ConfigurationChange]]:
    with OfficeStore(office.data / "office.sqlite3") as store:
        return list(store.register.all_versions(ConfigurationChange))


def content(office: CommandLine) -> dict[str, bytes]:
    names = ("settings.json", "organisation.json", "calendar.json", "cameras.json")
    return {name: (office.data / name).read_bytes() for name in names if (office.data / name).exists()}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_is_refused_while_frozen_and_done_with_a_reason_that_is_kept(
    office: CommandLine, tmp_path: Path, command: tuple[str, ...]
) -> None:
    freeze(office)
    line, before = line_of(command, tmp_path), (content(office), office("sites", "list").out, changes(office))
    refused = office(*line)
    assert (refused.code, "official meeting runs" in refused.err) == (2, True), refused
    assert (content(office), office("sites", "list").out, changes(office)) == before, "nothing was changed"
    done = office(*line, "--reason", "máy hỏng", "--person", "Hoa")
    assert done.code == 0, done
    new = changes(office)[len(before[2]) :]
    assert new
    assert {each.content.part for each in new if each.content is not None} <= PARTS[command[0]]
    for told in new:
        assert told.content is not None
        assert (told.person, told.reason, told.content.standing) == ("Hoa", "máy hỏng", ChangeStanding.OVERRIDDEN)
        assert told.content.session == "s"


def test_without_a_freeze_nobody_is_asked_for_a_reason_and_before_and_after_are_kept(office: CommandLine) -> None:
    assert office("profile", "use", "vn-dong-nai", "--person", "Hoa").code == 0
    assert office("profile", "use", "vn-dak-lak", "--person", "An").code == 0
    told = [each for each in changes(office) if each.content and each.content.part is ConfigurationPart.SETTINGS]
    said = [(each.person, each.content.before, each.content.after) for each in told if each.content]
    assert said == [
        ("Hoa", "", "profile=vn-dong-nai"),
        ("An", "profile=vn-dong-nai", "profile=vn-dak-lak"),
    ]
    assert {each.content.standing for each in told if each.content} == {ChangeStanding.FREE}


def test_who_may_join_is_never_frozen(office: CommandLine) -> None:
    freeze(office)
    assert office("invite", "4", "--address", "10.0.0.1").code == 0
    assert office("credentials", "revoke", "4").code == 0


def test_a_list_that_is_brought_in_is_one_change(office: CommandLine, tmp_path: Path) -> None:
    rows = "".join(f"{number};Xã {number}\n" for number in range(20, 60))
    (tmp_path / "many.csv").write_text(f"number;name\n{rows}", encoding="utf-8")
    before = len(changes(office))
    assert office("sites", "import", str(tmp_path / "many.csv")).code == 0
    (told,) = changes(office)[before:]
    assert told.content is not None
    assert (told.content.what, "Xã 20, Xã 21" in told.content.after) == ("40", True)


def test_what_is_typed_again_unchanged_is_no_change(office: CommandLine) -> None:
    before = changes(office)
    assert office("sites", "add", "4", "Phường Bốn").code == 0
    assert changes(office) == before
