"""A meeting of more sites than the bridge takes cannot be registered."""

import pytest

from console.office.meeting import Meeting, MeetingSite
from console.office.meeting_checks import FieldFinding, MeetingField, faults
from console.settings import BadSettings, Settings, read_settings


def meeting(sites: int) -> Meeting:
    rows = tuple(MeetingSite(site=f"s{number:03d}", name=f"Xã {number}") for number in range(1, sites + 1))
    return Meeting(id="m", subject="Họp", host_unit="UBND tỉnh", start_ms=1_800_000_000_000, sites=rows)


@pytest.mark.parametrize(
    ("sites", "most", "refused"), [(40, 40, False), (41, 40, True), (200, 200, False), (201, 200, True)]
)
def test_the_limit_is_told_with_both_numbers(sites: int, most: int, refused: bool) -> None:
    found = [fault for fault in faults(meeting(sites), (), most) if fault.field is MeetingField.SITES]
    assert [(fault.finding, fault.row, fault.text) for fault in found] == (
        [(FieldFinding.TOO_MANY_SITES, most, str(sites))] if refused else []
    )


def test_an_office_may_set_a_lower_limit_but_no_higher_one() -> None:
    assert Settings().most_sites == 200
    assert read_settings(b'{"most_sites": 40}').most_sites == 40
    for wrong in (b'{"most_sites": 0}', b'{"most_sites": 201}'):
        with pytest.raises(BadSettings):
            read_settings(wrong)
