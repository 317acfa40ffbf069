"""How well a site receives the program: loss and picture rate between two reports.

Rule: unknown is None, never 0: a window with too few packets says nothing about loss.
"""

from dataclasses import dataclass
from typing import Final

from console.sites.site_messages import ReceptionReported
from hardware.endpoint.sound.echo_figures import EchoFigures
from hardware.rtc.media_types import PeerCounters, StreamCounters

LEAST_PACKETS: Final = 50


@dataclass(frozen=True, slots=True)
class PlayedFigures:
    """What playing the program has cost since the connection began, in frames of 20 ms."""

    bridged_frames: int
    """Missing when they should have been played: filled by a fade."""
    skipped_frames: int
    """Left out to take delay back."""


class ReceptionMeter:
    """Turns counters of a connection into figures of the last window."""

    def __init__(self) -> None:
        self._before: tuple[float, StreamCounters, StreamCounters] | None = None

    def report(
        self, counters: PeerCounters, now_seconds: float, echo: EchoFigures | None, played: PlayedFigures | None
    ) -> ReceptionReported:
        """Returns the figures since the last call; the first call has none. `played` is None where nobody listens."""
        audio, video = copy_of(counters.audio_in), copy_of(counters.video_in)
        before, self._before = self._before, (now_seconds, audio, video)
        rate = None
        if before is not None and video.packets > before[2].packets:
            rate = round((video.frames - before[2].frames) / max(0.001, now_seconds - before[0]), 1)
        return ReceptionReported(
            audio_loss_percent=None if before is None else loss_percent(before[1], audio),
            video_loss_percent=None if before is None else loss_percent(before[2], video),
            frames_per_second=rate,
            echo_return_loss_db=None if echo is None else echo.return_loss_db,
            sound_bridged_frames=None if played is None else played.bridged_frames,
            sound_skipped_frames=None if played is None else played.skipped_frames,
        )


def copy_of(counters: StreamCounters) -> StreamCounters:
    """Returns what is needed of counters that go on counting."""
    return StreamCounters(packets=counters.packets, lost=counters.lost, frames=counters.frames)


def loss_percent(before: StreamCounters, after: StreamCounters) -> float | None:
    """Returns the share of packets that were lost between two readings, None for too few."""
    lost = max(0, after.lost - before.lost)
    expected = after.packets - before.packets + lost
    return round(100 * lost / expected, 2) if expected >= LEAST_PACKETS else None
