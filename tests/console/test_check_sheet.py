"""A sheet of the technical check: what an item comes to, however often it was tried."""

from hypothesis import given
from hypothesis import strategies as st

from console.checks.check_sheet import MARKS_KEPT, CheckMark, CheckSheet, marked, newest, result_of, verdict
from console.checks.check_words import CheckItem, CheckResult
from console.words import RehearsalState

ITEM = CheckItem.MICROPHONE
RESULTS = st.lists(st.sampled_from(CheckResult), min_size=1, max_size=12)


def sheet_of(results: list[CheckResult]) -> CheckSheet:
    sheet = CheckSheet(site="s001", stage="T-2h")
    for at_ms, result in enumerate(results):
        sheet = marked(sheet, CheckMark(item=ITEM, result=result, at_ms=at_ms))
    return sheet


@given(RESULTS)
def test_an_item_comes_to_what_was_found_last_however_many_tries_found_nothing(results: list[CheckResult]) -> None:
    sheet = sheet_of(results)
    found = [result for result in results if result is not CheckResult.NOT_CHECKED]
    assert result_of(sheet, ITEM) is (found[-1] if found else CheckResult.NOT_CHECKED)
    last = newest(sheet, ITEM)
    assert last is not None
    assert last.result is results[-1]
    assert len(sheet.marks[ITEM]) <= MARKS_KEPT
    assert sheet.marks[ITEM][0].at_ms == 0, "the first try stays"


@given(RESULTS)
def test_a_sheet_passes_only_when_its_only_item_was_good_from_first_to_last(results: list[CheckResult]) -> None:
    passed = verdict(sheet_of(results), (ITEM,)) is RehearsalState.PASSED
    if passed:
        assert results[-1] in (CheckResult.OK, CheckResult.NOT_APPLICABLE)
    if CheckResult.FAIL in results[:1]:
        assert not passed, "a failure that was mended is said to have been"


def test_an_item_that_nobody_looked_at_is_never_good() -> None:
    good = sheet_of([CheckResult.OK])
    assert verdict(good, (ITEM,)) is RehearsalState.PASSED
    assert verdict(good, (ITEM, CheckItem.LIGHT)) is RehearsalState.REMARK
    assert verdict(None, (ITEM,)) is RehearsalState.NOT_TESTED
