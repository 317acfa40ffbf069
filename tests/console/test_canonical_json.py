"""Canonical JSON: the same value has one text, whatever has no exact form is refused."""

import json
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.canonical_json import NotCanonical, canonical_hash, canonical_json

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def in_form(value: object, form: Literal["NFC", "NFD"]) -> object:
    if isinstance(value, str):
        return unicodedata.normalize(form, value)
    if isinstance(value, list):
        return [in_form(item, form) for item in value]
    if isinstance(value, dict):
        return {in_form(key, form): in_form(item, form) for key, item in value.items()}
    return value


def has_one_key_twice(value: object) -> bool:
    if isinstance(value, list):
        return any(map(has_one_key_twice, value))
    if isinstance(value, dict):
        keys = {unicodedata.normalize("NFC", key) for key in value}
        return len(keys) < len(value) or any(map(has_one_key_twice, value.values()))
    return False


@given(values)
def test_text_hashes_the_same_composed_and_decomposed(value: object) -> None:
    if has_one_key_twice(value):
        with pytest.raises(NotCanonical):
            canonical_hash(value)
        return
    assert canonical_hash(in_form(value, "NFC")) == canonical_hash(in_form(value, "NFD")) == canonical_hash(value)


@given(values)
def test_reading_it_back_and_writing_it_again_changes_nothing(value: object) -> None:
    if not has_one_key_twice(value):
        text = canonical_json(value)
        assert canonical_json(json.loads(text)) == text


def test_it_is_the_shortest_text_with_sorted_keys() -> None:
    value = {"tên": "Đắk Lắk", "b": [1, True, None], "a": {"z": -1, "y": '\n"'}}
    assert canonical_json(value).decode() == '{"a":{"y":"\\n\\"","z":-1},"b":[1,true,null],"tên":"Đắk Lắk"}'


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), {"at": 0.5}, [b"x"], {1: 2}, "\ud800", {"\u00e9": 1, "e\u0301": 2}]
)
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical_json(value)
