"""Sound tests in the audio room: the tone goes to one site alone, all others hear the same to the last bit."""

from dataclasses import dataclass, field

import pytest

from console.checks.check_port import SoundTested, TestSound
from console.words import SiteId
from hardware.engines.embedded.audio import AudioOutput, AudioRoom, MixedFrame
from hardware.engines.embedded.mixer import FRAME_SAMPLES
from hardware.rtc.audio_codec import OpusDecoder
from hardware.rtc.tones import TONE_DB, Loudness, ToneMeter
from tests.hardware.engines.test_listening import NoLevels, Sender

SPEAKER, TESTED, OTHER = "s001", "s002", "s003"
PLAYED, FRAME_SECONDS = 1000, 0.02


@dataclass
class Room:
    """A meeting in which one site speaks, and what each frame of it was."""

    frames: list[MixedFrame] = field(default_factory=list)
    answers: list[SoundTested] = field(default_factory=list)

    def __post_init__(self) -> None:
        output = AudioOutput(self.frames.append, lambda _site, _level: None, self.answers.append)
        self.audio = AudioRoom(output, NoLevels(), None)
        self.senders = {SPEAKER: Sender(390, -20), TESTED: Sender(620, -20)}
        self.audio.set_gates([SPEAKER])
        self.audio.set_listen([TESTED], None)

    def run(self, count: int) -> None:
        """Lets frames pass."""
        for _ in range(count):
            number = len(self.frames)
            now = number * FRAME_SECONDS
            for site, sender in self.senders.items():
                self.audio.packet_arrived(site, sender.packet(number, now))
            self.audio.tick(now, 0)

    def begin(self, milliseconds: int = 1000, play: int | None = PLAYED, listen: int | None = 620) -> None:
        """Begins a test of the tested site."""
        verb = TestSound(request_id="t", site=TESTED, milliseconds=milliseconds, play_hertz=play, listen_hertz=listen)
        self.audio.test_sound(verb)

    def heard_by(self, site: SiteId, first: int, last: int, hertz: int = PLAYED) -> Loudness:
        """Returns what a site heard in these frames."""
        ear, meter = OpusDecoder(), ToneMeter(hertz)
        for frame in self.frames[first:last]:
            sound = ear.decode(frame.own.get(site, frame.common).payload)
            if len(sound) == FRAME_SAMPLES:
                meter.hear(sound)
        return meter.loudness()


def test_the_tested_site_hears_the_tone_over_the_meeting_and_the_bridge_hears_the_site() -> None:
    room = Room()
    room.begin()
    room.run(60)
    assert room.heard_by(TESTED, 0, 50).tone_db == pytest.approx(TONE_DB, abs=1.5)
    assert room.heard_by(TESTED, 0, 50, hertz=390).tone_db is not None, "the meeting goes on for it"
    (answer,) = room.answers
    assert (answer.request_id, answer.site) == ("t", TESTED)
    assert answer.frames > 40
    assert answer.tone_db == pytest.approx(-15.2, abs=1.5)


def test_what_all_others_hear_is_the_same_to_the_last_bit_with_and_without_a_test() -> None:
    plain, tested = Room(), Room()
    tested.begin()
    for room in (plain, tested):
        room.run(60)
    assert [frame.common for frame in tested.frames] == [frame.common for frame in plain.frames]
    for site in (SPEAKER, OTHER):
        alike = [frame.own.get(site, frame.common) for frame in plain.frames]
        assert [frame.own.get(site, frame.common) for frame in tested.frames] == alike


def test_a_site_that_comes_into_the_mix_loses_its_tone_with_the_very_next_frame() -> None:
    room = Room()
    room.begin(milliseconds=4000)
    room.run(20)
    room.audio.set_gates([SPEAKER, TESTED])
    assert len(room.answers) == 1, "it is answered at once, with what was heard so far"
    room.run(50)
    for site in (SPEAKER, OTHER, TESTED):
        assert room.heard_by(site, 25, 70).tone_db is None
    assert TESTED in room.frames[-1].own


def test_a_site_in_the_mix_is_given_no_tone_at_all() -> None:
    room = Room()
    room.audio.set_gates([SPEAKER, TESTED])
    room.begin()
    assert room.answers[0].frames == 0
    room.run(50)
    assert room.heard_by(TESTED, 0, 50).tone_db is None


def test_a_test_ends_by_itself_and_once_also_when_the_site_leaves() -> None:
    room = Room()
    room.begin(milliseconds=200)
    room.run(60)
    assert len(room.answers) == 1
    assert room.heard_by(TESTED, 20, 60).tone_db is None
    room.begin()
    room.audio.start_anew(TESTED)
    assert len(room.answers) == 2


def test_a_site_that_sends_nothing_is_not_taken_for_a_silent_one() -> None:
    room = Room()
    del room.senders[TESTED]
    room.begin(play=None)
    room.run(60)
    assert (room.answers[0].frames, room.answers[0].peak_db) == (0, None)


def test_a_gain_is_not_measured() -> None:
    levels: list[float | None] = []
    for gain_db in (0, -20):
        room = Room()
        room.audio.set_gains({TESTED: gain_db})
        room.begin(play=None)
        room.run(60)
        levels.append(room.answers[0].tone_db)
    assert levels[0] is not None
    assert levels[1] == pytest.approx(levels[0], abs=0.5)
