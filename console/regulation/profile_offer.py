"""A profile as it is offered to whoever sets an office up: its name, and the rule of microphones it leaves open."""

import msgspec

from console.regulation.profile import ProfileInForce
from console.words import MuteRule


class ProfileOffer(msgspec.Struct, frozen=True, kw_only=True):
    """One profile; `choices` are the rules of which one has to be chosen."""

    id: str
    name: str
    choices: tuple[MuteRule, ...] = ()
    in_use: bool = False
    chosen: MuteRule | None = None
    """Of the one in use: the rule that was chosen where the text leaves it open."""


def offer_of(shipped: ProfileInForce, in_use: ProfileInForce) -> ProfileOffer:
    """Returns how a shipped profile is offered beside the one in use."""
    used = shipped.id == in_use.id
    choices = shipped.regulation.mute.choices
    return ProfileOffer(
        id=shipped.id,
        name=shipped.name,
        choices=choices,
        in_use=used,
        chosen=in_use.regulation.mute.rule if used and choices else None,
    )
