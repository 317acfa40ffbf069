"""Canonical JSON: one text for one value, so that the same value always has the same hash.

Rule: UTF-8, all texts in Unicode normal form C, keys sorted by code point, no spaces, whole numbers only. Whatever
has no exact form (floats, keys that become equal, lone surrogates) is refused, never rounded or repaired.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import cast


class NotCanonical(ValueError):
    """The value has no canonical form; its text says which part."""


def canonical_json(value: object) -> bytes:
    """Returns the canonical form of a value made of mappings, sequences, texts, integers, booleans and None."""
    text = json.dumps(_normal(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("A text holds half a surrogate pair and cannot be written as UTF-8.") from error


def canonical_hash(value: object) -> str:
    """Returns SHA-256 of the canonical form as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


def _normal(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return _normal_mapping(cast("Mapping[object, object]", value))
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_normal(item) for item in cast("Sequence[object]", value)]
    raise NotCanonical(f"{type(value).__name__} has no exact form in JSON; use integers and texts.")


def _normal_mapping(value: Mapping[object, object]) -> dict[str, object]:
    normal: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical(f"A key is {type(key).__name__}; only texts can be keys.")
        name = unicodedata.normalize("NFC", key)
        if name in normal:
            raise NotCanonical(f"Two keys are written {name!r} once they are normalised.")
        normal[name] = _normal(item)
    return normal
