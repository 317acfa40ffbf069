"""Sound without a card: the clock's pace, files, what is played, and plain words where there is no device."""

import asyncio
import wave
from pathlib import Path

import numpy as np
import pytest

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.capture_audio import RepeatedSound, SoundUnavailable, read_sound_file
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.endpoint.sound.sound_card import SoundCard, has_device
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.media_types import AudioPacket
from hardware.simulator.voices import Voice, who_is_heard


async def test_the_clock_keeps_its_pace_and_rests_when_nobody_listens() -> None:
    clock, ticks = SoundClock(), []
    clock.add("a", lambda: ticks.append(asyncio.get_running_loop().time()))
    await asyncio.sleep(0.5)
    clock.remove("a")
    count = len(ticks)
    await asyncio.sleep(0.1)
    assert len(ticks) == count
    assert 22 <= count <= 26


async def test_a_stalled_clock_does_not_catch_up_in_a_burst() -> None:
    clock, ticks = SoundClock(), []
    clock.add("a", lambda: ticks.append(1))
    await asyncio.sleep(0.05)
    before = len(ticks)
    blocked = asyncio.get_running_loop().time() + 0.4
    while asyncio.get_running_loop().time() < blocked:
        pass
    await asyncio.sleep(0.05)
    clock.close()
    assert len(ticks) - before <= 8


async def test_who_leaves_the_clock_while_it_ticks_is_not_called_again() -> None:
    clock, ticks = SoundClock(), []

    def once() -> None:
        ticks.append(1)
        clock.remove("a")

    clock.add("a", once)
    await asyncio.sleep(0.08)
    assert ticks == [1]


def write_wave(path: Path, samples: Samples, rate: int, channels: int = 1) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


async def test_a_file_of_another_rate_repeats_for_ever(tmp_path: Path) -> None:
    loud = np.full(2 * 44_100 // 10, 9000, np.int16)
    write_wave(tmp_path / "a.wav", loud, 44_100, channels=2)
    recording = read_sound_file(tmp_path / "a.wav")
    assert abs(len(recording) - 4800) < 200
    clock, heard = SoundClock(), []
    source = RepeatedSound(recording, clock)
    source.start(heard.append)
    await asyncio.sleep(0.3)
    source.close()
    assert len(heard) >= 10
    assert all(len(block) == BLOCK_SAMPLES for block in heard)
    assert abs(int(heard[7][100]) - 9000) < 300


def test_a_file_without_sound_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no sound here")
    with pytest.raises(SoundUnavailable, match=r"^The sound file note\.txt cannot be used \(.*\)\.$"):
        read_sound_file(tmp_path / "note.txt")
    with pytest.raises(SoundUnavailable, match="cannot be used"):
        read_sound_file(tmp_path / "missing.wav")


def packets(site_number: int, count: int) -> list[AudioPacket]:
    voice, opus = Voice(site_number), OpusEncoder()
    return [
        AudioPacket(number, number * 960, opus.encode(voice.next_block(960)), number * 0.02, -20)
        for number in range(count)
    ]


def test_program_sound_is_played_and_gaps_are_bridged() -> None:
    sound = ProgramSound(told_decoded=lambda packet: None)
    played = []
    for packet in packets(31, 60):
        if packet.sequence not in {20, 41}:
            sound.take(packet, heard=True)
        played.append(sound.next_block())
    assert all(len(block) == BLOCK_SAMPLES for block in played)
    assert who_is_heard(np.concatenate(played[10:]), range(60)) == {31}
    assert sound.bridged_frames + sound.buffer.repaired >= 2


def test_a_probe_decodes_one_packet_although_nobody_hears() -> None:
    told: list[AudioPacket] = []
    sound = ProgramSound(told_decoded=told.append)
    first, second, third = packets(31, 3)
    sound.take(first, heard=False)
    assert told == []
    sound.probe()
    sound.take(AudioPacket(9, 9, b"", 0.0, None), heard=False)
    assert sound.probing
    sound.take(second, heard=False)
    sound.take(third, heard=False)
    assert told == [second]
    assert sound.buffer.waiting_frames == 0


async def test_a_machine_without_the_named_devices_says_so_and_goes_on() -> None:
    there, why = has_device("no such microphone", "input")
    assert not there
    assert str(why).endswith(".")
    card = SoundCard(queue=PlayQueue(), cancel_echo=False)
    with pytest.raises(SoundUnavailable) as refused:
        card.open(microphone="no such microphone", loudspeaker="no such loudspeaker")
    assert "loudspeaker" in str(refused.value) or "PortAudio" in str(refused.value)
    card.close()
