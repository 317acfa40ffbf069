"""A shortened instance of the scripted hour: three minutes in front of the window."""

import pytest

from tests.prove.proof import SHORT
from tests.prove.scripted_hour import scripted_hour


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_meeting_operated_by_keys_is_shown_as_it_is() -> None:
    outcome = scripted_hour(SHORT)

    assert outcome.held, outcome.faults
    assert outcome.facts["acts"] > 30
    assert outcome.facts["commands"] > 10
