"""The table of faults names only tests that exist, and says of every row what shows it or that nothing does."""

from tests.prove.faults.fault_rows import FAULTS
from tests.prove.faults.faults import exists, table_of
from tests.prove.run import PROOFS


def test_every_test_and_proof_of_the_table_exists() -> None:
    assert [test for row in FAULTS for test in row.tests if not exists(test)] == []
    assert {row.proof for row in FAULTS if row.proof} <= {proof.name for proof in PROOFS}


def test_every_row_is_shown_or_said_to_be_missing() -> None:
    assert [row.fault for row in FAULTS if not row.tests and not row.missing] == []


def test_a_test_that_is_gone_is_noticed() -> None:
    assert not exists("tests/prove/faults/test_fault_table.py::test_that_was_never_written")
    assert not exists("tests/nowhere.py::test_at_all")


def test_a_proof_that_never_ran_is_said_so() -> None:
    table = table_of(FAULTS, {})
    assert len(table.splitlines()) == len(FAULTS) + 2
    assert "not run" in table
