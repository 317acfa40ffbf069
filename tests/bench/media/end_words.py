"""What the media bench and its processes of endpoints say to each other: JSON lines on standard input and output."""

import msgspec


class EndOrder(msgspec.Struct, frozen=True, kw_only=True, tag_field="do"):
    number: int = 0


class MakeOffer(EndOrder, tag="offer"):
    """Begin connection `number` with an offer; `sends` sends the program, else it receives the program."""

    sends: bool = False
    tile: bool = False
    """A site's thumbnail and tone instead, from its connection on."""


class TakeAnswer(EndOrder, tag="take"):
    sdp: str


class MakeAnswer(EndOrder, tag="answer"):
    """Begin connection `number` with an answer to an engine's offer."""

    sdp: str


class Count(EndOrder, tag="count"):
    """Say how many connections are up and how many packets of video came and went."""


class Play(EndOrder, tag="play"):
    """Begin to send the program to whoever receives it."""


EndOrders = MakeOffer | TakeAnswer | MakeAnswer | Count | Play


class EndTold(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one order; what does not belong to it is left out."""

    number: int = 0
    sdp: str = ""
    up: int = 0
    received: int = 0
    sent: int = 0
    frames: int = 0
    failed: str = ""


encode = msgspec.json.Encoder().encode
order_decoder: msgspec.json.Decoder[EndOrders] = msgspec.json.Decoder(EndOrders)
told_decoder = msgspec.json.Decoder(EndTold)
