"""What a site may do wrong, by what alarm it has to be named, and how the attacker is told to do it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import msgspec

from console.words import AlarmKind


class Attack(StrEnum):
    """One kind of harm; the values are the words of the table."""

    NONSENSE = "malformed RTP, RTCP, STUN, DTLS and SCTP"
    FLOOD = "ten times its bit rate"
    CONTROL = "a thousand control messages a second"
    JOINS = "a thousand joins a second"
    SLOW_LORIS = "slow-loris on the signalling port"
    HUGE = "key frames of 16k x 16k"
    SIDE_INFORMATION = "pictures of nested SEI"
    SIZES = "another size at every frame"
    COSTLY = "pictures of a hundred times the cost"


NAMED: Final[Mapping[Attack, frozenset[AlarmKind]]] = {
    Attack.NONSENSE: frozenset({AlarmKind.SITE_NONSENSE}),
    Attack.FLOOD: frozenset({AlarmKind.SITE_FLOODS}),
    Attack.CONTROL: frozenset({AlarmKind.SITE_FLOODS}),
    Attack.JOINS: frozenset({AlarmKind.SITE_JOINS}),
    Attack.SLOW_LORIS: frozenset(),
    Attack.HUGE: frozenset({AlarmKind.PICTURE_HARMFUL}),
    Attack.SIDE_INFORMATION: frozenset({AlarmKind.PICTURE_HARMFUL}),
    Attack.SIZES: frozenset({AlarmKind.PICTURE_HARMFUL}),
    Attack.COSTLY: frozenset({AlarmKind.PICTURE_HARMFUL}),
}
"""One of these names the site; who drips a header has said no name yet."""
OF_CONDUCT: Final = frozenset(
    {AlarmKind.SITE_NONSENSE, AlarmKind.SITE_FLOODS, AlarmKind.SITE_JOINS, AlarmKind.PICTURE_HARMFUL}
)


class AttackOrder(msgspec.Struct, frozen=True, kw_only=True):
    """The attacker's one line of standard input: who it is, where the bridge is, what it does for how long."""

    urls: tuple[str, ...]
    fingerprint: str
    site: str
    number: int
    credential: str
    attack: Attack
    seconds: float
