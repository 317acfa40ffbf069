"""A site is invited only when somebody has confirmed its device, where the profile asks it (Đồng Nai, article 6.8)."""

import pytest
from msgspec.structs import replace

from console.log_book.office_store import OfficeStore
from console.office.security_registers import AccessConfirmation
from tests.console.command_line.typed import CommandLine

CONFIRMED = AccessConfirmation(
    id="a",
    site="s004",
    device_name="Máy tính phòng họp",
    up_to_date=True,
    protected=True,
    own_account=True,
    right_network=True,
    confirmed_by="Hoa",
    confirmed_on="2026-01-05",
)


def invite(typed: CommandLine, *records: AccessConfirmation) -> tuple[int, str]:
    assert typed("sites", "add", "4", "Phường Bốn").code == 0
    with OfficeStore(typed.data / "office.sqlite3") as office:
        office.register.put(records, "Hoa")
    done = typed("invite", "4", "--address", "10.0.0.1")
    return done.code, done.err


@pytest.mark.parametrize(
    "records",
    [
        (),
        (replace(CONFIRMED, up_to_date=False),),
        (replace(CONFIRMED, right_network=False),),
        (replace(CONFIRMED, confirmed_on=""),),
        (replace(CONFIRMED, valid_to="2026-01-31"),),
        (replace(CONFIRMED, site="s005"),),
    ],
    ids=["nobody", "not mended", "other network", "no day", "ended", "another site"],
)
def test_without_a_confirmation_that_holds_nobody_is_invited(
    typed: CommandLine, records: tuple[AccessConfirmation, ...]
) -> None:
    typed("profile", "use", "vn-dong-nai")
    code, said = invite(typed, *records)
    assert code == 2
    assert "Nobody has confirmed that the device of 4 Phường Bốn meets the conditions of access (Đ6 k8)" in said
    with OfficeStore(typed.data / "office.sqlite3") as office:
        assert office.credentials.all() == ()


def test_with_one_the_site_is_invited(typed: CommandLine) -> None:
    typed("profile", "use", "vn-dong-nai")
    assert invite(typed, replace(CONFIRMED, valid_to="2999-12-31")) == (0, "")


def test_other_profiles_ask_for_none(typed: CommandLine) -> None:
    typed("profile", "use", "vn-binh-dinh")
    assert invite(typed) == (0, "")
