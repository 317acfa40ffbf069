"""A shortened instance of the long proofs that watch for growth, and the runner that keeps the results.

Rule: the short ones prove that the product does what it is asked; times and growth are judged by the full proofs.
"""

from pathlib import Path

import pytest

from tests.prove.proof import SHORT, Outcome, Proof
from tests.prove.run import read_result, table_of, write_result
from tests.prove.soak import LEAST_SECONDS, soak
from tests.prove.storm import STORM, storm


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_sites_join_again_and_again() -> None:
    outcome = storm(SHORT)

    assert outcome.facts["joins"] == 20
    assert not [fault for fault in outcome.faults if "grew" not in fault]


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_recorded_meeting_goes_on_over_speakers_departures_and_films() -> None:
    """The short form of the soak and, with the same turns, of the endurance."""
    outcome = soak(SHORT / 10)

    facts = outcome.facts
    assert facts["speakers"] >= 3
    assert facts["sites_left_and_back"] >= 2
    assert facts["films"] >= 1
    assert facts["recording"]["seconds"] >= LEAST_SECONDS
    assert list(outcome.faults) == []


def test_a_result_says_where_it_was_found(tmp_path: Path) -> None:
    proof = Proof(STORM.name, "It holds.", lambda _share: Outcome({}))

    write_result(tmp_path, proof, Outcome({"joins": 3}, ("s001 was lost",)), 12.3)

    result = read_result(tmp_path / f"{proof.name}.json")
    assert result is not None
    assert result["facts"] == {"joins": 3}
    assert {"commit", "changed", "date", "python", "processor"} <= result.keys()
    assert "no: s001 was lost" in table_of(tmp_path)
    assert "not run" in table_of(tmp_path)
