"""What the driver and a recorder's process say to each other beside the reports of the engine port."""

import msgspec

from console.engine_base import Report, Verb


class RecorderOrders(msgspec.Struct, frozen=True, kw_only=True):
    """The one line a recorder reads from its standard input before anything else."""

    link_port: int
    token: str
    file: str
    """The part's name on the engine port."""
    path: str
    doorway_port: int | None = None
    """Where the program is to be had; None: the file is there already and is only measured."""
    doorway_token: str = ""


class RecorderReady(Report):
    """A recorder's first frame; proves with the token that it is the one that was started."""

    token: str


class EndPart(Verb):
    """Ends the part in order; `RecordingEnded` follows."""


verb_decoder: msgspec.json.Decoder[EndPart] = msgspec.json.Decoder(EndPart)
