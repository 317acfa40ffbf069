"""What was once worth keeping is still taken or refused, and a few new inputs besides; the proof hammers in full."""

import pytest

from tests.prove.hostile.corpus import read_corpus
from tests.prove.hostile.decoder import Decoder, answer_to
from tests.prove.hostile.decoders import BYTE_DECODERS, DECODERS
from tests.prove.hostile.hammering import hammered
from tests.prove.hostile.whole_files import FILE_DECODERS

BYTE_CASES = 500
FILE_CASES = 15


@pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
def test_a_few_hostile_inputs_are_taken_or_refused(decoder: Decoder) -> None:
    cases = FILE_CASES if decoder in FILE_DECODERS else BYTE_CASES
    found = hammered(decoder, cases)
    assert not found.fault
    assert found.cases == cases


@pytest.mark.parametrize("decoder", BYTE_DECODERS, ids=lambda decoder: decoder.name)
def test_what_was_kept_is_still_taken_or_refused(decoder: Decoder) -> None:
    kept = read_corpus(decoder.name)
    assert kept, "a decoder of octets has examples to begin with"
    for known in kept:
        answer_to(decoder, known.content)


def test_an_error_that_is_no_refusal_is_the_finding() -> None:
    def divide(octets: bytes) -> float:
        return 1 / (len(octets) % 3)

    found = hammered(Decoder("divide", divide), 1000)
    assert found.fault.startswith("ZeroDivisionError")
