"""A shortened instance of every long proof, and the runner that keeps the results.

Rule: the short ones prove that the product does what it is asked; times and growth are judged by the full proofs.
"""

from pathlib import Path

import pytest

from tests.own_process import may_make_namespaces
from tests.prove.endurance import endurance
from tests.prove.figures import figures
from tests.prove.loopback_demo import loopback_demo
from tests.prove.proof import Outcome, Proof
from tests.prove.run import read_result, table_of, write_result
from tests.prove.storm import STORM, storm

SHORT = 0.01


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_all_figures_are_measured() -> None:
    outcome = figures(SHORT)

    found = {figure["name"]: figure["measured"] for figure in outcome.facts["figures"]}
    assert all(measured is not None for measured in found.values()), found
    assert len(found) >= 8


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_sites_join_again_and_again() -> None:
    outcome = storm(SHORT)

    assert outcome.facts["joins"] == 20
    assert not [fault for fault in outcome.faults if "grew" not in fault]


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_speakers_follow_each_other() -> None:
    outcome = endurance(SHORT)

    assert outcome.facts["speakers"] >= 3
    assert not [fault for fault in outcome.faults if "grew" not in fault]


@pytest.mark.slow
@pytest.mark.netns
@pytest.mark.skipif(not may_make_namespaces(), reason="no right to make network namespaces")
@pytest.mark.timeout(200)
def test_the_demo_runs_on_the_loopback_alone() -> None:
    outcome = loopback_demo(SHORT)

    assert outcome.held, outcome.faults
    assert len(outcome.facts["pictures"]) >= 7


def test_a_result_says_where_it_was_found(tmp_path: Path) -> None:
    proof = Proof(STORM.name, "It holds.", lambda _share: Outcome({}))

    write_result(tmp_path, proof, Outcome({"joins": 3}, ("s001 was lost",)), 12.3)

    result = read_result(tmp_path / f"{proof.name}.json")
    assert result is not None
    assert result["facts"] == {"joins": 3}
    assert {"commit", "changed", "date", "python", "processor"} <= result.keys()
    assert "no: s001 was lost" in table_of(tmp_path)
    assert "not run" in table_of(tmp_path)
