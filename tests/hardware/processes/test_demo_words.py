"""Whatever the demo has to say has a Vietnamese and an English sentence."""

import string
from collections.abc import Iterator
from enum import StrEnum

import pytest

from console.commands import BringToPodium
from console.effects import Receipt
from console.words import Outcome
from hardware.processes.demo.demo_words import ENGLISH, Awaited, EnglishDemoWords, Figure, Report
from widgets.phrases import use_language
from widgets.phrases.spoken import Spoken

KINDS: list[StrEnum] = [*Report, *Figure, *Awaited]


@pytest.fixture(autouse=True)
def back_to_vietnamese() -> Iterator[None]:
    yield
    use_language("vi")


def values_of(kind: StrEnum) -> dict[str, object]:
    return {name: f"<{name}>" for _, name, _, _ in string.Formatter().parse(ENGLISH[kind]) if name}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{type(kind).__name__}.{kind}")
def test_every_kind_is_said_in_both_languages(kind: StrEnum) -> None:
    values = values_of(kind)
    in_english = EnglishDemoWords().phrase(kind, values)
    in_vietnamese = Spoken("vi").phrase(kind, values)
    assert all(str(value) in in_vietnamese for value in values.values()), "no value is lost"
    assert in_vietnamese != in_english or kind in {Report.STEP, Report.FIGURE}, "these hold nothing but values"
    assert Spoken("en").phrase(kind, values) == in_english


def test_a_step_is_told_as_its_receipt() -> None:
    words = Spoken("vi")
    receipt = Receipt(command_id="c", outcome=Outcome.DONE, took_ms=48)
    told = words.receipt(BringToPodium(site="s014"), receipt, lambda _site: "14 Xã Ea Nuôl")
    step = words.phrase(Report.STEP, {"told": told, "milliseconds": receipt.took_ms})
    assert step == "Đưa 14 Xã Ea Nuôl lên bục: đã xong. (48 ms)"
