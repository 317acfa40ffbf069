"""Names are shortened as offices do: the kind of unit first, then initials, never a cut syllable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.drawing.short_names import candidates, folded, shortened, without_kind


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "Phường Buôn Ma Thuột",
            [
                "Phường Buôn Ma Thuột",
                "P. Buôn Ma Thuột",
                "Buôn Ma Thuột",
                "B. Ma Thuột",
                "B. M. Thuột",
                "B.M.Thuột",
                "Thuột",
            ],
        ),
        ("Xã Ea Nuôl", ["Xã Ea Nuôl", "X. Ea Nuôl", "Ea Nuôl", "E. Nuôl", "Nuôl"]),
        ("Thị xã Buôn Hồ", ["Thị xã Buôn Hồ", "TX. Buôn Hồ", "Buôn Hồ", "B. Hồ", "Hồ"]),
        ("Hội trường A", ["Hội trường A", "H. trường A", "H. T. A", "H.T.A", "A"]),
        ("Trung tâm", ["Trung tâm", "T. tâm", "tâm"]),
        ("Sở", ["Sở"]),
    ],
)
def test_forms_of_a_name(name: str, forms: list[str]) -> None:
    assert list(candidates(name)) == forms


def test_the_longest_form_that_fits_is_taken() -> None:
    assert shortened("Phường Thành Nhất", lambda text: len(text) <= 13) == "P. Thành Nhất"
    assert shortened("Phường Thành Nhất", lambda text: len(text) <= 10) == "Thành Nhất"
    assert shortened("Phường Thành Nhất", lambda text: False) == "Nhất"


def test_decomposed_letters_count_as_one() -> None:
    decomposed = unicodedata.normalize("NFD", "Phường Ô Loan")
    assert list(candidates(decomposed))[-2] == "Ô. Loan"


@given(st.lists(st.text(st.characters(categories=("L",)), min_size=1, max_size=7), min_size=1, max_size=6))
def test_no_form_is_cut_inside_a_syllable(syllables: list[str]) -> None:
    name = unicodedata.normalize("NFC", " ".join(syllables))
    whole = set(name.split(" "))
    for form in candidates(name):
        for part in form.replace(".", ". ").split():
            assert part in whole or part.endswith(".")


def test_kind_is_left_out_beside_a_number() -> None:
    assert without_kind("Xã Ea Tul") == "Ea Tul"
    assert without_kind("Phường Tân Lập") == "Tân Lập"
    assert without_kind("Hội trường A") == "Hội trường A"


def test_search_ignores_accents_and_case() -> None:
    assert folded("Đắk Lắk") == "dak lak"
    assert folded("ĐƯỜNG") == folded("duong")
