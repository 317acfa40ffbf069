"""Every column and every word that can stand in it is said, in both languages, and no two words of one column alike."""

from enum import StrEnum

import pytest

from console.office.change_rows import CHANGES
from console.office.columns import RecordList
from console.office.lists import LISTS
from console.office.obligation_rows import OBLIGATIONS
from console.office.shutdown_rows import SHUTDOWNS
from console.regulation.after import PeriodicKind, ReportKind
from console.sites.directory import folded
from widgets.phrases.language import in_every_language, language_in_use, say
from widgets.phrases.office.column_words import choice_word, column_title
from widgets.phrases.office.record_page_words import LISTS as TITLES
from widgets.phrases.office.register_page_words import DUTIES

ALL = [*LISTS.values(), SHUTDOWNS, OBLIGATIONS, CHANGES]


@pytest.mark.parametrize("record_list", ALL, ids=lambda each: each.name)
def test_every_list_and_column_is_said_and_no_two_columns_alike(record_list: RecordList) -> None:
    assert len(in_every_language(TITLES[record_list.name])) == 2 or record_list.name == "zalo"
    titles = [
        in_every_language(lambda name=name: column_title(record_list.name, name)) for name in record_list.sheet_columns
    ]
    for language in (0, -1):
        said = [folded(each[language]) for each in titles]
        assert len(set(said)) == len(said), said
        assert all(said)


@pytest.mark.parametrize("record_list", ALL, ids=lambda each: each.name)
def test_every_word_is_said_and_no_two_of_a_column_alike(record_list: RecordList) -> None:
    for column in record_list.columns:
        if isinstance(column.form, type) and issubclass(column.form, StrEnum):
            words = [in_every_language(lambda member=member: choice_word(member)) for member in column.form]
            for language in (0, -1):
                said = [folded(each[language]) for each in words]
                assert len(set(said)) == len(said), (column.name, said)


def test_every_duty_is_said() -> None:
    assert set(DUTIES) == {*ReportKind, *PeriodicKind}


def test_saying_something_in_every_language_leaves_the_language_as_it_is(english: None) -> None:
    assert in_every_language(lambda: say("Lưu")) == ("Save", "Lưu")
    assert language_in_use() == "en"
