"""`directory` and the changes of sites, typed as an office would."""

import json
from pathlib import Path

import pytest

from console.commands import ReloadDirectory
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.people import Person
from console.office.places import SiteEntry, SitePlace
from console.office.sheet_files import read_sheet
from tests.console.command_line.typed import CommandLine, bridge_with
from tests.console.office import hostile_sheets as hostile

SITES = "number;name;parent\n1;Phường Tân Lập;\n2;Xã Ea Nuôl;1\n"
PEOPLE = (
    "Họ và tên;Đơn vị;Điện thoại;Vai trò;Các điểm cầu\nTrần Thị Hương;Văn phòng;0905;leader;2\nY Thơm Niê;;0935;;\n"
)


@pytest.fixture
def office(typed: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line whose data folder knows sites and people."""
    for name, text in (("sites", SITES), ("people", PEOPLE)):
        file = tmp_path / f"{name}.csv"
        file.write_text(text.replace("Họ và tên;Đơn vị;Điện thoại;Vai trò;Các điểm cầu", "name;unit;phone;roles;sites"))
        assert typed("directory", "import", name, str(file), "--person", "Hương", "--reason", "đầu năm").code == 0
    return typed


def people_of(office: CommandLine) -> dict[str, Person]:
    with OfficeStore(DataFolder(office.data).office_file) as store:
        return {person.name: person for person in store.register.present(Person)}


def test_lists_are_printed_for_people_and_for_programs(office: CommandLine) -> None:
    assert office("directory", "list", "people").out.splitlines() == [
        "Trần Thị Hương · Văn phòng · 0905 · leader · 2 Xã Ea Nuôl",
        "Y Thơm Niê · 0935",
    ]
    first = json.loads(office("directory", "list", "people", "--json").out.splitlines()[0])
    assert (first["name"], first["sites"]) == ("Trần Thị Hương", ["s002"])
    assert office("directory", "list", "rooms").out == "The list is empty.\n"


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_was_exported_changes_nothing_when_it_comes_back(office: CommandLine, tmp_path: Path, ending: str) -> None:
    for name, count in (("people", 2), ("sites", 3)):
        file = tmp_path / f"out.{ending}"
        assert office("directory", "export", name, str(file)).out == f"{count} entries written to {file}.\n"
        again = office("directory", "import", name, str(file))
        assert (again.code, again.out.splitlines()[0]) == (0, f"{count} entries read; all were known as they are.")


def test_a_list_with_one_bad_cell_is_not_taken_at_all(office: CommandLine, tmp_path: Path) -> None:
    before = office("directory", "list", "people").out
    file = tmp_path / "bad.csv"
    file.write_text("name;sites;valid_to\nTrần Thị Hương;1;2027-01-01\n;77;tomorrow\n")
    done = office("directory", "import", "people", str(file))
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"{file} was not taken, nothing was changed:",
        "Line 3, name: nothing stands there.",
        "Line 3, sites: there is no site “77”.",
        "Line 3, valid_to: “tomorrow” is no day; write it as day/month/year.",
    ]
    assert office("directory", "list", "people").out == before


def test_trying_a_list_changes_nothing(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text("name\nLê Quốc Bảo\n")
    assert office("directory", "import", "people", str(file), "--try").out == (
        "1 entry could be taken; nothing was changed.\n"
    )
    assert "Lê Quốc Bảo" not in people_of(office)


def test_only_the_first_faults_of_many_are_printed(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("name;sites\n" + "A;99\n" * 60)
    lines = office("directory", "import", "people", str(file)).err.splitlines()
    assert (len(lines), lines[-1]) == (22, "And 40 more.")


@pytest.mark.parametrize("name", ["bomb.xlsx", "macros.xlsx", "none.xlsx"])
def test_a_hostile_file_is_refused_in_one_sentence(office: CommandLine, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name != "none.xlsx":
        file.write_bytes(hostile.bomb() if name == "bomb.xlsx" else hostile.MACROS)
    done = office("directory", "import", "people", str(file))
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == (1 if name == "none.xlsx" else 2)


def test_versions_say_who_when_why_and_what_and_one_step_back_is_a_version_too(
    office: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "new.csv"
    file.write_text("name;unit;phone\nTrần Thị Hương;Văn phòng;0999\n")
    assert office("directory", "import", "people", str(file), "--person", "An", "--reason", "đổi số").code == 0
    lines = office("directory", "versions", "people", "huong").out.splitlines()
    assert [line.split()[1] for line in lines] == ["1", "2"]
    assert lines[1].endswith("  An  đổi số  (phone)")
    back = office("directory", "back", "people", "huong", "--person", "An", "--reason", "nhầm")
    assert back.out == "“huong” is again as it was in version 1.\n"
    assert people_of(office)["Trần Thị Hương"].phone == "0905"
    alone = office("directory", "back", "people", "Niê")
    assert (alone.code, alone.err) == (2, "“Niê” has one version only; there is nothing to go back to.\n")


def test_an_entry_that_is_not_clear_is_asked_for_by_its_identifier(office: CommandLine) -> None:
    assert "use the identifier" in office("directory", "versions", "people", "n").err
    assert office("directory", "versions", "people", "nobody").code == 2
    assert "people, rooms, devices, lines, sites" in office("directory", "list", "nothing").err
    assert office("directory", "export", "people", "list.pdf").code == 2


def test_sites_bring_their_places_and_the_register_keeps_who_changed_them(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "sites.xlsx"
    office("directory", "export", "sites", str(file))
    headings = read_sheet(file.read_bytes())[0].cells
    assert headings[:3] == ("number", "name", "parent")
    with OfficeStore(DataFolder(office.data).office_file) as store:
        (told,) = store.register.history(SiteEntry, "s002")
        assert (told.person, told.reason) == ("Hương", "đầu năm")
        assert store.register.present(SitePlace) == ()
    changed = tmp_path / "changed.csv"
    changed.write_text("number;name;unit;backup_power\n2;Xã Ea Nuôl;UBND xã;ups\n")
    assert office("directory", "import", "sites", str(changed)).code == 0
    with OfficeStore(DataFolder(office.data).office_file) as store:
        (place,) = store.register.present(SitePlace)
        site = store.sites.get("s002")
    assert (place.id, place.unit, place.backup_power.value) == ("s002", "UBND xã", "ups")
    assert site is not None
    assert site.parent == "s001"


def test_a_loop_in_a_sheet_of_sites_is_refused(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "loop.csv"
    file.write_text("number;name;parent\n1;Phường Tân Lập;2\n")
    assert "puts “Phường Tân Lập” below itself" in office("directory", "import", "sites", str(file)).err


def test_a_site_with_others_below_it_stays_and_a_running_bridge_is_told_of_one_that_goes(office: CommandLine) -> None:
    assert "has sites below it" in office("sites", "remove", "1").err
    assert "is the main endpoint" in office("sites", "remove", "main").err
    done = office("sites", "remove", "2", "--person", "An", "--reason", "sáp nhập")
    assert (done.code, done.out) == (0, "No longer in the list: 2 Xã Ea Nuôl.\n")
    with OfficeStore(DataFolder(office.data).office_file) as store:
        gone = store.register.history(SiteEntry, "s002")[-1]
    assert (gone.content, gone.person, gone.reason) == (None, "An", "sáp nhập")


async def test_a_running_bridge_reads_the_list_again(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("number;name\n3;Xã Ea Wer\n")
    async with bridge_with(office.data) as bridge:
        done = await office.beside("directory", "import", "sites", str(file))
    assert done.out.splitlines()[-1] == "The running bridge has read the list again."
    assert any(isinstance(asked.command, ReloadDirectory) for asked in bridge.requests)
