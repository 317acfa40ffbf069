"""A shortened instance of the long meeting: minutes are played, their log is opened again, nothing is left over."""

import pytest

from tests.prove.long.long_meeting import FEW_MINUTES, play_day


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_played_meeting_leaves_nothing_behind_and_its_log_opens() -> None:
    facts, faults = play_day(1, 1, FEW_MINUTES)

    assert not [fault for fault in faults if "opens in" not in fault], "times are the full proof's business"
    assert facts["acts"]["floor requests"] > 0
    assert facts["log_lines"] > 40
