"""Sound and picture of one moment after hours in which the clocks ran apart, in virtual time.

Rule: the product's own receivers and its own lip sync, fed and pulled as the loop would. At the bridge a picture is
composed as it comes, the sound of its moment is mixed when it is pulled; at a site the picture waits for its sound.
What a recording holds is what the bridge mixed and composed.
"""

from collections import deque
from typing import Final

from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.engines.embedded.sound_source import SoundSource
from hardware.rtc.lip_sync import LipSync, SenderClock, SenderClocks
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VIDEO_CLOCK_HZ
from tests.bench.clock_drift import FRAME_SECONDS, LINE_SECONDS, PARTS_IN_A_MILLION, Sender
from tests.bench.figures import Figure

MUST_MS: Final = 80.0
SETTLED_SECONDS: Final = 10.0
PICTURE_EVERY_TICKS: Final = 2
"""25 pictures a second."""
REPORT_EVERY_SECONDS: Final = 1.0
_WRAP: Final = 1 << 32


def made_seconds(rtp_time: int, now: float, parts: int) -> float:
    """Returns when a sender whose card runs `parts` in a million fast made the sound of an RTP time, before `now`."""
    hertz = AUDIO_CLOCK_HZ * (1 + parts / 1e6)
    present = round(now * hertz)
    return (present - ((present - rtp_time) % _WRAP)) / hertz


def apart_at_bridge(parts: int, hours: float) -> float:
    """Returns by how much, in ms, sound was mixed after or before its picture was composed, at worst."""
    source, sender = SoundSource(), Sender(parts)
    worst = 0.0
    for tick in range(int(hours * 3600 / FRAME_SECONDS)):
        now = tick * FRAME_SECONDS
        for packet in sender.until(now):
            source.push(packet)
        source.pull(now)
        played = source.buffer.played_rtp_time
        if played is not None and now > SETTLED_SECONDS:
            sound_lag = now - made_seconds(played, now, parts)
            worst = max(worst, abs(sound_lag - LINE_SECONDS))
    return 1000 * worst


def apart_at_site(parts: int, hours: float) -> float:
    """Returns by how much, in ms, a picture was shown after or before its sound was heard, at worst."""
    clock = [0.0]
    sound, sender = ProgramSound(told_decoded=lambda _: None, now=lambda: clock[0]), Sender(parts)
    sync, shown = LipSync(), deque[tuple[float, float]]()
    reports = SenderClocks(None, None)
    worst = 0.0
    for tick in range(int(hours * 3600 / FRAME_SECONDS)):
        now = clock[0] = tick * FRAME_SECONDS
        for packet in sender.until(now):
            sound.take(packet, heard=True)
        sound.next_block()
        if now % REPORT_EVERY_SECONDS < FRAME_SECONDS:
            reports = _reports(now - LINE_SECONDS, parts)
        played = sound.played(0.0)
        if played is None:
            continue
        if tick % PICTURE_EVERY_TICKS == 0:
            made = now - LINE_SECONDS
            wait = sync.wait_seconds(round(made * VIDEO_CLOCK_HZ) % _WRAP, reports, played, now)
            shown.append((made, now + wait))
        lag = now - made_seconds(played.rtp_time, now, parts)
        while shown and shown[0][1] <= now:
            made, at = shown.popleft()
            if now > SETTLED_SECONDS:
                worst = max(worst, abs((at - made) - lag))
    return 1000 * worst


def _reports(at: float, parts: int) -> SenderClocks:
    """Returns what sender reports say of a moment: by the sound card's clock, and by the machine's for pictures."""
    sound = round(at * AUDIO_CLOCK_HZ * (1 + parts / 1e6)) % _WRAP
    return SenderClocks(SenderClock(at, sound), SenderClock(at, round(at * VIDEO_CLOCK_HZ) % _WRAP))


def measure_sync_drift(hours: float) -> list[Figure]:
    """Returns the figures of both ends, worst of both directions."""
    name, how = f"clocks 200 ppm apart for {hours:g} h: ", "virtual time, every packet on time"
    return [
        Figure(
            name=f"{name}sound and picture apart {where}",
            unit="ms",
            measured=max(apart(parts, hours) for parts in PARTS_IN_A_MILLION),
            must=MUST_MS,
            how=how,
        )
        for where, apart in (("in the recording", apart_at_bridge), ("at a site", apart_at_site))
    ]
