"""Streams of nonsense into everything that reads from a camera: nothing raises, and nothing is taken for a success.

Half of the octets are of those that VISCA is made of, so that replies that are nearly right are as common as noise.
"""

import random

from hardware.cameras.visca.delivery import Answered, Completed, Delivery, DeliveryEvent
from hardware.cameras.visca.raw_delivery import RawDelivery
from hardware.cameras.visca.serial_turns import SerialTurns
from hardware.cameras.visca.sony_delivery import SonyDelivery
from hardware.cameras.visca.visca_codec import (
    read_lens_moving,
    read_pan_tilt,
    read_power,
    read_reply,
    read_version,
    read_zoom,
)
from tests.bench.cameras.recall_figures import counted
from tests.bench.figures import Figure

LIKELY = bytes.fromhex("ff 90 50 51 41 60 61 02 03 04 05 00 01 81 88 30 38 0f 11 10 07")
LONGEST = 48


def fuzz(streams: int, seed: int = 1) -> list[Figure]:
    """Feeds that many random streams; an exception ends the bench."""
    source = random.Random(seed)
    successes = 0
    deliveries: tuple[Delivery, ...] = (RawDelivery(), SonyDelivery(), SonyDelivery(stream=True))
    turns = SerialTurns(9600)
    for delivery in deliveries:
        delivery.open(0.0)
    for _ in range(streams):
        octets = _stream(source)
        for delivery in deliveries:
            delivery.receive(octets, 0.0)
            successes += sum(_is_success(event) for event in delivery.take_events())
            delivery.take_outgoing()
        turns.receive(octets, 0.0)
        for read in (read_reply, read_pan_tilt, read_zoom, read_power, read_version, read_lens_moving):
            read(octets)
    how = "nothing had been asked, so that any success is a false one"
    return [counted("random streams taken for a success", successes, streams, how)]


def _stream(source: random.Random) -> bytes:
    length = source.randrange(LONGEST)
    return bytes(source.choice(LIKELY) if source.random() < 0.5 else source.randrange(256) for _ in range(length))


def _is_success(event: DeliveryEvent) -> bool:
    return isinstance(event, Completed | Answered)
