"""The office store: the directory, the profiles, and files it must not touch."""

import sqlite3
from pathlib import Path

import pytest

from console.events import Site
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.words import SiteRole


def site(number: int, name: str, **more: str) -> Site:
    return Site(site=f"s{number:03d}", number=number, name=name, **more)  # type: ignore[arg-type]


def test_sites_come_back_as_they_were_in_order_of_number(tmp_path: Path) -> None:
    full = site(14, "Xã Ea Nuôl", parent="s002", district="Buôn Đôn", carrier="VNPT", contacts="0262 3 800 114")
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        office.sites.put([full, site(2, "Phường Tân Lập")])
        assert office.sites.ensure_main("UBND tỉnh").name == "UBND tỉnh"
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        main, second, fourteenth = office.sites.all()
        assert (main.site, main.role, second.number, fourteenth) == ("main", SiteRole.MAIN_ENDPOINT, 2, full)
        assert office.sites.ensure_main("another name") == main
        assert office.sites.get("s099") is None


def test_replacing_takes_away_what_is_not_named_and_never_the_main_endpoint(tmp_path: Path) -> None:
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        office.sites.ensure_main("UBND tỉnh")
        office.sites.put([site(1, "A"), site(2, "B")])
        gone = office.sites.replace([site(2, "B mới"), site(3, "C")])
        assert [(row.number, row.name) for row in gone] == [(1, "A")]
        assert [row.name for row in office.sites.all()] == ["UBND tỉnh", "B mới", "C"]


def test_a_profile_is_kept_as_it_was_first_used(tmp_path: Path) -> None:
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        office.profiles.keep("ff", "default", "{}")
        office.profiles.keep("ff", "default", "{changed}")
        assert (office.profiles.content("ff"), office.profiles.content("00")) == ("{}", None)


def test_a_store_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "office.sqlite3"
    with OfficeStore(path):
        pass
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    with pytest.raises(StoreUnusable, match="newer version"):
        OfficeStore(path)
    again = sqlite3.connect(path)
    assert again.execute("PRAGMA user_version").fetchone() == (99,)
    again.close()


def test_a_file_that_is_no_store_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "office.sqlite3"
    path.write_bytes(b"something else entirely, and long enough to have a header of its own")
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        OfficeStore(path)
    assert path.read_bytes().startswith(b"something else")
