"""The operator's headphones at a real engine: one site or the program, and nobody else hears a difference."""

import asyncio
import time
from dataclasses import dataclass, field

import numpy as np
import pytest

from console.engine_port import EngineUp, SetGains, SetListen
from console.words import MAIN_SITE, SiteId
from hardware.engines.embedded.audio import AudioOutput, AudioRoom, MixedFrame
from hardware.link.sound_ring import SoundBlock, SoundRingReader
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.media_types import AudioPacket
from tests.hardware.engines.conftest import EmbeddedRoom, RoomMaker
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite, energy_db

HEARD, UNHEARD = -25.0, -50.0
MAIN_HERTZ, FIRST_HERTZ, SECOND_HERTZ = 400, 700, 1100


@dataclass
class Ears:
    """What the ring of a room held in the last moment."""

    room: EmbeddedRoom
    workers: int = 2
    blocks: list[SoundBlock] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = SoundRingReader(self.room.folder, self.workers)

    def take(self) -> None:
        while (block := self._reader.take()) is not None:
            self.blocks.append(block)
        del self.blocks[:-20]

    def whose(self) -> set[SiteId | None]:
        self.take()
        return {block.site for block in self.blocks[-10:]}

    def level(self, hertz: float) -> float:
        self.take()
        sound = b"".join(block.samples for block in self.blocks[-10:])
        return energy_db(np.frombuffer(sound, np.int16), hertz) if sound else -180.0

    async def hold_only(self, site: SiteId | None, hertz: float) -> None:
        """Waits until the ring holds this sound alone."""
        await until(lambda: self.whose() == {site} and self.level(hertz) > HEARD, what=f"{site} in the headphones")

    async def are_still(self) -> None:
        self.take()
        self.blocks.clear()
        await asyncio.sleep(0.3)
        self.take()
        assert self.blocks == []


async def test_a_silent_site_the_program_and_nothing_again(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main = SmallSite(MAIN_SITE, hertz=MAIN_HERTZ)
        one, two = SmallSite("s001", hertz=FIRST_HERTZ), SmallSite("s002", hertz=SECOND_HERTZ)
        await room.join(main, one, two)
        await room.gates(MAIN_SITE, "s001")
        ears = Ears(room)
        await until(lambda: two.hears(FIRST_HERTZ) > HEARD, what="the program")
        await ears.are_still()

        room.engine.submit(SetListen(epoch=1, measured_sites=(), headphones_site="s002"))
        await ears.hold_only("s002", SECOND_HERTZ)
        assert ears.level(MAIN_HERTZ) < UNHEARD
        assert ears.level(FIRST_HERTZ) < UNHEARD
        assert max(main.hears(SECOND_HERTZ), one.hears(SECOND_HERTZ), two.hears(SECOND_HERTZ)) < UNHEARD
        assert main.hears(FIRST_HERTZ) > HEARD
        assert one.hears(MAIN_HERTZ) > HEARD

        room.engine.submit(SetListen(epoch=2, measured_sites=(), headphones_program=True))
        await ears.hold_only(None, MAIN_HERTZ)
        assert ears.level(FIRST_HERTZ) > HEARD
        assert ears.level(SECOND_HERTZ) < UNHEARD

        room.engine.submit(SetListen(epoch=3, measured_sites=(), headphones_site="s001"))
        await ears.hold_only("s001", FIRST_HERTZ)
        assert ears.level(MAIN_HERTZ) < UNHEARD

        room.engine.submit(SetListen(epoch=4, measured_sites=()))
        await asyncio.sleep(0.2)
        await ears.are_still()


@pytest.mark.parametrize("program", [False, True], ids=["site", "program"])
async def test_a_killed_worker_comes_back_into_the_headphones(make_embedded: RoomMaker, program: bool) -> None:
    async with make_embedded() as room:
        ears = Ears(room, workers=1)

        async def listen(main: SmallSite, epoch: int) -> None:
            await room.join(main)
            await room.gates(MAIN_SITE)
            site = None if program else MAIN_SITE
            room.engine.submit(
                SetListen(epoch=epoch, measured_sites=(), headphones_site=site, headphones_program=program)
            )
            await ears.hold_only(site, MAIN_HERTZ)

        await listen(SmallSite(MAIN_SITE, hertz=MAIN_HERTZ), 1)
        mark = room.mark
        room.signal_worker()
        await room.report(EngineUp, after=mark, seconds=20)
        ears.blocks.clear()
        await listen(SmallSite(MAIN_SITE, hertz=MAIN_HERTZ), 2)


async def test_a_gain_is_heard_in_the_program_and_in_the_headphones(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        main, one = SmallSite(MAIN_SITE), SmallSite("s001", hertz=FIRST_HERTZ)
        await room.join(main, one)
        await room.gates("s001")
        ears = Ears(room, workers=1)
        room.engine.submit(SetListen(epoch=2, measured_sites=(), headphones_site="s001"))
        await ears.hold_only("s001", FIRST_HERTZ)
        # A small site's tone has a quarter of full scale: -12.2 dB.
        await until(lambda: main.hears(FIRST_HERTZ) > -13.5, what="the program")
        await until(lambda: ears.level(FIRST_HERTZ) > -13.5, what="the headphones")
        room.engine.submit(SetGains(epoch=3, gains_db={"s001": -12}))
        await until(lambda: -26 < main.hears(FIRST_HERTZ) < -23, what="the program quieter by 12 dB")
        await until(lambda: -26 < ears.level(FIRST_HERTZ) < -23, what="the headphones quieter by 12 dB")
        room.engine.submit(SetGains(epoch=4, gains_db={}))
        await until(lambda: main.hears(FIRST_HERTZ) > -13.5, what="the program as it came")
        room.engine.submit(SetGains(epoch=5, gains_db={}, automatic=("s001",)))
        # -23 dB as a root mean square is a tone of -20 dB at its peak.
        await until(lambda: -22.5 < main.hears(FIRST_HERTZ) < -17.5, 10.0, "the program levelled by itself")


# ---------------------------------------------------------------- the audio room alone


class NoLevels:
    """A place for levels that nobody reads."""

    def write(self, site: SiteId, level_db: float | None, peak_db: float | None, updated_ms: int) -> None:
        """Levels are not what is looked at here."""


@dataclass
class Kept:
    """A place for headphone sound that keeps all of it."""

    blocks: list[tuple[bytes, SiteId | None]] = field(default_factory=list)

    def write(self, samples: bytes, site: SiteId | None) -> None:
        self.blocks.append((samples, site))


@dataclass
class Sender:
    """A site's packets, one every 20 ms."""

    hertz: float
    level_dbov: int
    encoder: OpusEncoder = field(default_factory=OpusEncoder)

    def packet(self, number: int, at: float) -> AudioPacket:
        times = (np.arange(960) + number * 960) / 48000
        sound = (8000 * np.sin(2 * np.pi * self.hertz * times)).astype(np.int16)
        return AudioPacket(
            payload=self.encoder.encode(sound),
            rtp_time=number * 960,
            sequence=number,
            level_dbov=self.level_dbov,
            arrived_seconds=at,
        )


def mixed_frames(kept: Kept, listens: dict[int, tuple[SiteId | None, bool]], sites: int) -> list[MixedFrame]:
    """Runs one second of a meeting of open sites and a closed one, changing the headphones at the named frames."""
    frames: list[MixedFrame] = []
    room = AudioRoom(AudioOutput(frames.append, lambda _site, _level: None), NoLevels(), kept)
    senders = {f"s{number:03d}": Sender(300 + 90 * number, -20 - number) for number in range(1, sites + 2)}
    *opened, _closed = senders
    room.set_gates(opened)
    for number in range(50):
        now = number * 0.02
        if number in listens:
            site, program = listens[number]
            room.set_listen((), site, program=program)
        for site, sender in senders.items():
            room.packet_arrived(site, sender.packet(number, now))
        room.tick(now, 0)
    return frames


def test_the_mix_is_the_same_to_the_last_bit_whatever_is_in_the_headphones() -> None:
    quiet, busy = Kept(), Kept()
    plain = mixed_frames(quiet, {}, sites=3)
    listened = mixed_frames(
        busy, {5: ("s004", False), 15: ("s001", False), 25: (None, True), 35: ("s002", False), 45: (None, False)}, 3
    )
    assert listened == plain
    assert quiet.blocks == []
    assert [site for _, site in busy.blocks[-10:]] == ["s002"] * 10


def test_an_open_site_that_the_mix_has_no_place_for_is_in_the_headphones_all_the_same() -> None:
    kept = Kept()
    mixed_frames(kept, {0: ("s012", False)}, sites=12)
    sound = np.frombuffer(b"".join(samples for samples, _ in kept.blocks[-10:]), np.int16)
    assert len(kept.blocks) > 40
    assert energy_db(sound, 300 + 90 * 12) > HEARD


def test_the_program_in_the_headphones_is_the_common_mix_before_it_is_coded() -> None:
    kept, began = Kept(), time.monotonic()
    mixed_frames(kept, {0: (None, True)}, sites=2)
    assert [site for _, site in kept.blocks] == [None] * 50
    sound = np.frombuffer(b"".join(samples for samples, _ in kept.blocks[-10:]), np.int16)
    assert min(energy_db(sound, 390), energy_db(sound, 480)) > HEARD
    assert energy_db(sound, 570) < UNHEARD
    assert time.monotonic() - began < 10
