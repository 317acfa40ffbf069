"""Changes octets as chance and malice do: bits, lengths, cuts, repeats, pieces of other inputs, words of the format.

Rule: seeded, so that a fault is found again by its number; results stay short, for size alone is every decoder's first
check and has tests of its own.
"""

import random
from collections.abc import Sequence

CHANGES = (1, 1, 1, 1, 2, 3, 6)
"""Mostly one: what is broken in six places is refused at the first."""
INTERESTING = (0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF)
WORDS = (
    *(b"{", b"}", b"[", b"]", b'"', b",", b":", b"null", b"true", b"-1", b"1e999", b"NaN", b"\\u0000", b"\\ud800"),
    *(b"18446744073709551616", b"[" * 1500, b'{"a":' * 600, b"../", b"\x00", b"\r\n", b"\xef\xbb\xbf", b"\xc0\x80"),
    *("Điểm cầu".encode(), "Điểm".encode(), "\u202e".encode(), b"%s%n", b"=1+1", b"m=", b"a=", b"v=0"),
)


class Mutation:
    """Makes one hostile input after the other out of known ones."""

    def __init__(self, seed: str, longest_octets: int) -> None:
        self._longest_octets = longest_octets
        self._random = random.Random(seed)

    def of(self, taken: Sequence[bytes], refused: Sequence[bytes]) -> bytes:
        """Returns a changed copy of a known input, mostly of one that was taken; with none known, octets of chance."""
        chance = self._random
        known = refused if refused and (not taken or chance.random() < 0.2) else taken
        if not known or chance.random() < 0.02:
            return chance.randbytes(chance.randrange(64))
        octets = bytearray(chance.choice(known))
        for _ in range(chance.choice(CHANGES)):
            self._change(octets, known)
        return bytes(octets[: self._longest_octets])

    def _change(self, octets: bytearray, known: Sequence[bytes]) -> None:
        chance = self._random
        at, end = sorted((chance.randint(0, len(octets)), chance.randint(0, len(octets))))
        match chance.randrange(8):
            case 0 if octets:
                octets[min(at, len(octets) - 1)] ^= 1 << chance.randrange(8)
            case 1 if octets:
                octets[min(at, len(octets) - 1)] = chance.choice(INTERESTING)
            case 2:
                del octets[at : min(end, at + 16)]
            case 3:
                octets[at:at] = octets[at : min(end, at + 64)]
            case 4:
                octets[at:at] = chance.choice(WORDS)
            case 5:
                other = chance.choice(known)
                begin = chance.randint(0, len(other))
                octets[at : min(end, at + 64)] = other[begin : begin + 64]
            case 6:
                del octets[at:]
            case _:
                octets[at : at + 4] = chance.randbytes(4)
