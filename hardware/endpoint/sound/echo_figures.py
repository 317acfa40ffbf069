"""What is known of a room's echo; apart from the canceller, whose library many processes do without."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EchoFigures:
    """What is known of the echo, in dB (bigger is better).

    `return_loss_db` is from the loudspeaker's signal to what leaves the site, `enhancement_db` (ERLE, ITU-T G.168) the
    canceller's own share. Both are lower than the truth while somebody in the room speaks at the same time.
    """

    return_loss_db: float | None = None
    enhancement_db: float | None = None
