"""What the measurements of a line come to over a session."""

import msgspec


class LineSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A site's line over a session: loss in percent, times in milliseconds."""

    points: int
    """Moments at which something was measured."""
    loss_percent: float | None = None
    worst_loss_percent: float | None = None
    jitter_ms: float | None = None
    round_trip_ms: float | None = None
