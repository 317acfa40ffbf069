"""What a connection's counters say of the line that it sends on, second by second (`line_limit.LineSeen`)."""

from dataclasses import dataclass, field

from hardware.rtc.line_limit import LineSeen
from hardware.rtc.media_types import PeerCounters


@dataclass(slots=True)
class LineReader:
    """Remembers the counters of the last reading."""

    _at: float | None = None
    _bytes: int = 0
    _packets: list[int] = field(default_factory=lambda: [0, 0])

    def read(self, counters: PeerCounters, now: float) -> LineSeen | None:
        """Returns the last second; None for the first reading.

        Only what was sent in it is judged: a stream that rests keeps the loss that was last reported of it.
        """
        streams = (counters.audio_out, counters.video_out)
        began, self._at = self._at, now
        before, self._bytes = self._bytes, sum(stream.bytes for stream in streams)
        packets, self._packets = self._packets, [stream.packets for stream in streams]
        if began is None or now <= began:
            return None
        sending = [stream for stream, sent in zip(streams, packets, strict=True) if stream.packets > sent]
        losses = [stream.loss_fraction for stream in sending if stream.loss_fraction is not None]
        loss = max(losses) if losses else None if sending else 0.0
        trip = None if counters.round_trip_ms is None else counters.round_trip_ms / 1000
        return LineSeen(loss, trip, 8 * (self._bytes - before) / (now - began))
