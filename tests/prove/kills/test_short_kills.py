"""A shortened instance of the proof by killing: every kind of process dies once, nothing is lost, all come back."""

import pytest

from tests.prove.kills.kills import kills
from tests.prove.kills.victims import Victim
from tests.prove.proof import SHORT


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_everybody_is_killed_once_and_comes_back() -> None:
    outcome = kills(SHORT)

    broken = [(kill["victim"], kill["violations"]) for kill in outcome.facts["each"] if kill["violations"]]
    assert not broken
    assert outcome.facts["kills"] == len(Victim)
    assert all(kill["sites_seconds"] is not None for kill in outcome.facts["each"])
    assert outcome.facts["commands_answered_as_done"] > 0
