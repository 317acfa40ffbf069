"""The text files of a bag: what is written is read back, in the exact octets of RFC 8493, and nothing else is taken."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.records.hand_over.bag import check_declaration, info_text, manifest_text, read_info, read_manifest
from console.records.hand_over.package_verdict import PackageRefused

PATHS = st.text(st.characters(codec="utf-8", exclude_categories=("Zl", "Zp")), min_size=1).filter(
    lambda path: path == path.strip()
)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_a_manifest_in_its_octets() -> None:
    assert (
        manifest_text({"data/b": "b" * 64, "data/a%\n": "a" * 64}) == f"{'a' * 64}  data/a%25%0A\n{'b' * 64}  data/b\n"
    )


@given(st.dictionaries(PATHS, DIGESTS, max_size=5))
def test_a_manifest_is_read_back(digests: dict[str, str]) -> None:
    assert read_manifest(manifest_text(digests).encode(), "m") == digests


@given(st.binary(max_size=300))
def test_any_octets_are_a_manifest_or_are_refused(octets: bytes) -> None:
    for read in (lambda: read_manifest(octets, "m"), lambda: read_info(octets), lambda: check_declaration(octets)):
        with contextlib.suppress(PackageRefused):
            read()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_understood(end: str) -> None:
    assert read_manifest(f"{'A' * 64} data/x{end}{'b' * 64}\t data/y z{end}".encode(), "m") == {
        "data/x": "a" * 64,
        "data/y z": "b" * 64,
    }


@pytest.mark.parametrize("line", ["abc  data/x", f"{'0' * 64}", f"{'0' * 63}g  data/x", f"{'0' * 64}  data/x\n" * 2])
def test_a_line_that_is_none_or_comes_twice_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(PackageRefused) as error:
        read_manifest(f"{'1' * 64}  data/first\n{line}".encode(), "m")
    assert error.value.finding.at == 2 + line.rstrip().count("\n")


def test_information_is_read_back_and_keeps_its_order() -> None:
    tags = {"Session-Id": "1-a", "External-Description": "Họp: giao ban  tháng\n1", "Empty": ""}
    text = info_text(tags)
    assert text == "Session-Id: 1-a\nExternal-Description: Họp: giao ban tháng 1\n"
    assert read_info(text.encode()) == {"Session-Id": "1-a", "External-Description": "Họp: giao ban tháng 1"}


def test_a_folded_line_goes_on_with_the_one_before() -> None:
    assert read_info(b"A: one\n  two\nB: x\n") == {"A": "one two", "B": "x"}
