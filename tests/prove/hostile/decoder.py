"""A decoder of outside octets as the hammering sees it: it takes them or refuses them, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass

BYTE_CASES = 1_000_000
FILE_CASES = 20_000

_VARYING = re.compile(r"\d+|'[^']*'|\"[^\"]*\"|`[^`]*`|«[^»]*»|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Decoder:
    """One decoder of outside octets.

    `take` returns whatever it makes of them; `refusals` are the errors by which it may say no. `begin` gives what is
    hammered with, for those decoders whose corpus is made rather than kept (whole packages).
    """

    name: str
    take: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = ()
    cases: int = BYTE_CASES
    begin: Callable[[], tuple[bytes, ...]] = tuple
    longest_octets: int = 4096


def answer_to(decoder: Decoder, octets: bytes) -> str:
    """Returns in short what the decoder makes of an input; whatever is no refusal of its own passes through.

    Inputs with a new answer have reached a new place: they are worth changing further.
    """
    try:
        taken = decoder.take(octets)
    except decoder.refusals as error:
        said = str(error.__cause__ or error)
        return f"{type(error).__name__}: {_VARYING.sub('#', said)[:100]}"
    return type(taken).__name__
