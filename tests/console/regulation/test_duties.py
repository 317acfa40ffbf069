"""The duty table: whole, quoted, and proved where it says that the program does a duty."""

import ast
import functools
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from console.regulation.duties import BadDuties, DutyStatus, DutyTable, Priority, read_duties
from tests.console.regulation.provinces import PROVINCES, RESOURCES

ROOT = RESOURCES.parent
TABLE: DutyTable = read_duties((RESOURCES / "regulation" / "duties.json").read_bytes())


@functools.cache
def names_in(file: Path) -> frozenset[str]:
    """Returns the names of the tests that a file defines."""
    tree = ast.parse(file.read_text())
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(node.name for node in functions if node.name.startswith("test_"))


def test_all_332_duties_of_the_five_regulations_are_there() -> None:
    assert Counter(duty.province for duty in TABLE.duties) == dict(zip(PROVINCES, (93, 57, 66, 56, 60), strict=True))
    assert len({duty.id for duty in TABLE.duties}) == 332
    assert Counter(duty.priority for duty in TABLE.duties) == {Priority.P1: 171, Priority.P2: 106, Priority.P3: 55}


def test_each_duty_says_who_what_and_where_in_both_languages() -> None:
    for duty in TABLE.duties:
        assert all((duty.article, duty.quote, duty.duty.vi, duty.duty.en, duty.actor.vi, duty.actor.en)), duty.id
        assert duty.duty.vi.endswith("."), duty.id
        texts = (duty.duty.vi, duty.quote, duty.actor.vi)
        assert all(unicodedata.is_normalized("NFC", text) for text in texts), duty.id
        assert duty.features, duty.id
        assert set(duty.features) <= set(TABLE.features), duty.id


def test_every_p1_duty_that_is_done_names_an_end_to_end_test() -> None:
    done = [duty for duty in TABLE.duties if duty.status is DutyStatus.DONE and duty.priority is Priority.P1]
    assert done
    unproved = [duty.id for duty in done if not any(test.startswith("tests/end_to_end/") for test in duty.proved_by)]
    assert unproved == []


def test_every_test_that_is_named_exists() -> None:
    missing = []
    for duty in TABLE.duties:
        for test in duty.proved_by:
            file, _, name = test.partition("::")
            if not (ROOT / file).is_file() or name not in names_in(ROOT / file):
                missing.append((duty.id, test))
    assert missing == []


def test_what_is_not_done_claims_no_proof() -> None:
    waiting = (DutyStatus.LATER, DutyStatus.NOT_SOFTWARE)
    assert [duty.id for duty in TABLE.duties if duty.status in waiting and duty.proved_by] == []


def test_duties_are_chosen_by_province_status_and_feature() -> None:
    chosen = TABLE.chosen(province="vn-thanh-hoa", feature="F14")
    assert [duty.id for duty in chosen] == ["TH-047", "TH-054"]
    assert TABLE.chosen(province="vn-nowhere") == ()
    assert len(TABLE.chosen()) == 332


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{}", "schema"),
        (b'{"schema":"duty-table/9","provinces":{},"features":{},"duties":[]}', "duty-table/9"),
        (b'{"schema":"duty-table/1","provinces":{},"features":{},"duties":[],"more":1}', "more"),
        (b"[", "cannot be used"),
    ],
)
def test_a_file_that_is_no_duty_table_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(BadDuties, match=why):
        read_duties(content)
