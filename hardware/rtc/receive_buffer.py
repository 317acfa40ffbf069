"""Play-out buffer for one stream of Opus packets: as little delay as the line's jitter allows.

Rule: pure; times come with the packets and with `pull`. A lost packet's frame is repaired from the copy that the packet
after it carries (RFC 6716 section 2.1.7), or concealed where there is none. Where the copy came too late for that the
frame is played from it late: the one frame of delay that this costs is what the next loss needs. A line that stalls or
spreads its packets stretches the delay by as much; the stretch is taken back frame by frame, in quiet moments first.
(A buffer that waits for every hole to fill keeps a fifth of a second for good after one loss.)
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import Final

from hardware.rtc.audio_codec import carries_copy
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, AUDIO_FRAME_SAMPLES, AudioPacket

LEAST_TARGET_FRAMES = 2
MOST_TARGET_FRAMES = 30
"""0.6 s: on a line that spreads its packets over more, some of them come too late."""
MOST_HELD_PACKETS = 64
CONCEALED_AT_MOST_FRAMES = 5
"""After 0.1 s without a packet the stream is silent, and starts anew with its next packet."""
LOSSY_FRAMES = 250
"""For 5 s after a loss one frame more is kept waiting: the one whose packet carries the copy of a lost one."""
JUMP_FRAMES = 10
"""A gap in RTP time of more than 0.2 s is a pause of the sender, not a loss."""
DELAYS_KEPT = 150
WAITS_KEPT = 50
QUIET_DBOV = -45
SHRINK_WINDOW_FRAMES = 25
IMPATIENT_FRAMES = 25
"""Surplus delay waits half a second for a quiet frame to drop, then any frame goes."""


class Conceal(Enum):
    """The one value of `CONCEAL`."""

    CONCEAL = "conceal"


CONCEAL: Final = Conceal.CONCEAL
"""Pulled in place of a packet that did not come in time: the decoder should bridge one frame."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Pulled in place of a lost packet: the decoder should take its frame from the packet that follows."""

    following: bytes


Pulled = bytes | Repair | Conceal | None


class ReceiveBuffer:
    """Feed `push` as packets come, call `pull` every 20 ms of play-out (every `frame_samples`, to be exact)."""

    __slots__ = (
        "_delays", "_dry", "_held", "_jitter_frames", "_least_slack", "_newest", "_next", "_patience", "_played",
        "_since_loss", "_since_start", "_surplus_age", "_window", "concealed", "dropped", "frame_samples", "late",
        "played", "repaired", "stretched", "usual_wait_seconds", "waited_seconds",
    )  # fmt: skip

    def __init__(self) -> None:
        self.frame_samples = AUDIO_FRAME_SAMPLES
        self.played = 0
        """Frames that came in time; `repaired` ones from a copy, `concealed` ones not at all."""
        self.repaired = 0
        self.concealed = 0
        self.stretched = 0
        """Bridges played while frames were waited for that came after all, or while nobody sent."""
        self.late = 0
        self.dropped = 0
        self.waited_seconds: float | None = None
        """How long the last pulled packet had been here; 0 when it had not come yet, None when it was lost."""
        self.usual_wait_seconds = 0.0
        """What packets lately waited, about the mean of a second."""
        self._held: dict[int, AudioPacket] = {}
        self._next: int | None = None
        self._played: int | None = None
        self._newest = 0
        self._delays: deque[float] = deque(maxlen=DELAYS_KEPT)
        self._dry = 0
        self._patience = CONCEALED_AT_MOST_FRAMES
        self._jitter_frames = LEAST_TARGET_FRAMES
        self._since_loss = LOSSY_FRAMES
        self._window = 0
        self._least_slack = MOST_HELD_PACKETS
        self._surplus_age = 0
        self._since_start = 0

    # ------------------------------------------------------------ in

    def push(self, packet: AudioPacket) -> None:
        """Takes one packet; what comes too late, twice or beyond the bound is dropped."""
        ahead = _signed(packet.rtp_time - self._newest)
        if abs(ahead) > 5 * AUDIO_CLOCK_HZ:
            self._start_over()
        elif self._is_late(packet.rtp_time):
            self.late += 1
            self._measure(packet)
            return
        if not self._held or _signed(packet.rtp_time - self._newest) > 0:
            self._newest = packet.rtp_time
        self._held[packet.rtp_time] = packet
        self.frame_samples = opus_samples(packet.payload) or self.frame_samples
        self._measure(packet)
        if len(self._held) > MOST_HELD_PACKETS:
            self._skip_to(self.target_frames)

    def _is_late(self, rtp_time: int) -> bool:
        if self._next is not None:
            return _signed(rtp_time - self._next) < 0
        return self._played is not None and _signed(rtp_time - self._played) <= 0

    def _measure(self, packet: AudioPacket) -> None:
        # Arrival against RTP time; only differences matter, so the sender's offset may be anything.
        self._delays.append(packet.arrived_seconds - _signed(packet.rtp_time) / AUDIO_CLOCK_HZ)
        self._since_start += 1
        if self._since_start % 10 == 0:
            self._set_target()

    def _set_target(self) -> None:
        ordered = sorted(self._delays)
        least = ordered[0]
        # All but the worst hundredth; the wrap of RTP time shows as a giant and says nothing.
        usual = ordered[int(0.99 * (len(ordered) - 1))] - least
        if usual > 10:
            self._delays.clear()
            return
        frame_seconds = self.frame_samples / AUDIO_CLOCK_HZ
        wanted = 1 + -int(-usual // frame_seconds)
        self._jitter_frames = max(LEAST_TARGET_FRAMES, min(MOST_TARGET_FRAMES, wanted))

    @property
    def target_frames(self) -> int:
        """How many frames should wait on this line, as it was lately."""
        return self._jitter_frames + (self._since_loss < LOSSY_FRAMES)

    def _start_over(self) -> None:
        self._held.clear()
        self._delays.clear()
        self._next = self._played = None
        self._dry = 0

    # ------------------------------------------------------------ out

    def pull(self, now: float) -> Pulled:
        """Returns the next frame's payload, or how to replace it where it is missing; None while nothing is played."""
        self.waited_seconds = None
        if self._next is None and not self._may_start(now):
            return None
        number = self._next
        assert number is not None
        if number not in self._held and self._held:
            number = self._pass_over(number)
        packet = self._held.pop(number, None)
        if packet is not None:
            self.waited_seconds = max(0.0, now - packet.arrived_seconds)
            self.usual_wait_seconds += (self.waited_seconds - self.usual_wait_seconds) / WAITS_KEPT
            return self._play(packet)
        if not self._held:
            self.waited_seconds = 0.0
            return self._run_dry()
        if _signed(self._oldest() - number) > JUMP_FRAMES * self.frame_samples:
            self._next = None
            return self.pull(now) if self._may_start(now) else None
        if self._may_still_come(number, now):
            self._patience -= 1
            self.stretched += 1
            return CONCEAL
        self._step()
        return self._replacement()

    def _may_still_come(self, number: int, now: float) -> bool:
        """Tells whether a missing frame is worth a stretch: as late as it is now packets have lately been."""
        ahead = _signed(self._newest - number) // self.frame_samples
        if self._patience <= 0 or ahead >= self._jitter_frames - 1:
            return False
        overtaken_seconds = now - self._held[self._oldest()].arrived_seconds
        return overtaken_seconds * AUDIO_CLOCK_HZ < (self._jitter_frames - 1) * self.frame_samples

    def _replacement(self) -> Repair | Conceal:
        """Returns what is played for the frame that was just stepped over."""
        self._since_loss = 0
        following = None if self._next is None else self._held.get(self._next)
        if following is not None and carries_copy(following.payload):
            self.repaired += 1
            return Repair(following.payload)
        self.concealed += 1
        return CONCEAL

    def _pass_over(self, number: int) -> int:
        """Frames that turn out lost were bridged already while nothing came: they are not bridged twice.

        But the last of them is, where it can be repaired.
        """
        oldest = self._oldest()
        missing = _signed(oldest - number) // self.frame_samples
        bridged, self._dry = min(self._dry, max(0, missing)), 0
        if bridged and bridged == missing and carries_copy(self._held[oldest].payload):
            bridged -= 1
        self.stretched -= bridged
        self.concealed += bridged
        self._since_loss = 0 if bridged else self._since_loss
        self._next = (number + bridged * self.frame_samples) & 0xFFFFFFFF
        return self._next

    def _may_start(self, now: float) -> bool:
        if not self._held:
            return False
        oldest = self._oldest()
        waited = now - self._held[oldest].arrived_seconds
        enough = len(self._held) >= self.target_frames
        if enough or waited * AUDIO_CLOCK_HZ >= self.target_frames * self.frame_samples:
            self._next = oldest
            self._dry = 0
            self._window, self._least_slack, self._surplus_age = 0, MOST_HELD_PACKETS, 0
            return True
        return False

    def _oldest(self) -> int:
        return min(self._held, key=lambda rtp_time: _signed(rtp_time - self._newest))

    def _step(self) -> None:
        assert self._next is not None
        self._next = (self._next + self.frame_samples) & 0xFFFFFFFF

    def _play(self, packet: AudioPacket) -> bytes:
        self._played = self._next
        self.played += 1
        self._step()
        self._dry = 0
        self._patience = CONCEALED_AT_MOST_FRAMES
        self._since_loss += 1
        slack = len(self._held)
        if slack > MOST_TARGET_FRAMES:
            self._skip_to(self.target_frames)
        self._watch_surplus(slack, packet)
        return packet.payload

    def _run_dry(self) -> Conceal | None:
        """Nothing came: bridge without moving on, so that what comes late is still played; give up after 0.1 s."""
        self._dry += 1
        self._least_slack = 0
        if self._dry > CONCEALED_AT_MOST_FRAMES:
            self._next = None
            return None
        self.stretched += 1
        return CONCEAL

    # ------------------------------------------------------------ taking delay back

    def _watch_surplus(self, slack: int, packet: AudioPacket) -> None:
        self._window += 1
        self._least_slack = min(self._least_slack, slack)
        if self._window < SHRINK_WINDOW_FRAMES:
            return
        if self._least_slack < self.target_frames:
            self._window, self._least_slack, self._surplus_age = 0, MOST_HELD_PACKETS, 0
            return
        self._surplus_age += 1
        quiet = packet.level_dbov is not None and packet.level_dbov <= QUIET_DBOV
        if quiet or self._surplus_age > IMPATIENT_FRAMES:
            self._skip_to(slack - 1)
            self._window, self._least_slack, self._surplus_age = 0, MOST_HELD_PACKETS, 0

    def _skip_to(self, left: int) -> None:
        """Drops the oldest packets until `left` are held."""
        while len(self._held) > max(1, left):
            oldest = self._oldest()
            del self._held[oldest]
            self.dropped += 1
            self._next = (oldest + self.frame_samples) & 0xFFFFFFFF if self._next is not None else None
        if self._next is not None and self._held:
            self._next = self._oldest()

    @property
    def played_rtp_time(self) -> int | None:
        """The RTP time of the newest frame that was pulled; None while there is nothing to play."""
        return None if self._next is None else self._played

    @property
    def has_surplus(self) -> bool:
        """Whether more than the target has been waiting for half a second: a frame could be saved."""
        return self._window >= SHRINK_WINDOW_FRAMES and self._least_slack >= self.target_frames

    @property
    def waiting_frames(self) -> int:
        """Packets held now."""
        return len(self._held)


def opus_samples(payload: bytes) -> int | None:
    """Returns how many 48 kHz samples an Opus packet holds (RFC 6716 section 3.1), None when it cannot be told."""
    if not payload:
        return None
    mode, code = payload[0] >> 3, payload[0] & 3
    if mode < 12:
        size = (480, 960, 1920, 2880)[mode & 3]
    elif mode < 16:
        size = (480, 960)[mode & 1]
    else:
        size = (120, 240, 480, 960)[mode & 3]
    if code < 3:
        return size * (1 if code == 0 else 2)
    return size * (payload[1] & 0x3F) if len(payload) > 1 and payload[1] & 0x3F else None


def _signed(difference: int) -> int:
    """A difference of two 32-bit times as a number around zero."""
    return ((difference + 0x80000000) & 0xFFFFFFFF) - 0x80000000
