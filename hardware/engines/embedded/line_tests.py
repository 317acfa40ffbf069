"""The bridge's half of a line's test: padding down to one site, on the connection that carries its media.

Rule: only the newest sending connection of a site that is our own program is filled; whoever cannot answer is answered
for at once.
"""

import time
from collections.abc import Callable

from console.checks.check_port import LineTested, TestLine
from console.engine_port import ConnectionKind
from hardware.engines.embedded.site_media import SiteMedia
from hardware.rtc.line_ramp import LineRate


def test_line(verb: TestLine, media: SiteMedia | None, tell: Callable[[LineTested], None]) -> None:
    """Begins the test of a site's line, or ends the one that runs; tells what it came to."""

    def told(rate: LineRate) -> None:
        at_ms = time.monotonic_ns() // 1_000_000
        tell(
            LineTested(at_ms=at_ms, request_id=verb.request_id, site=verb.site, kilobits=rate.kilobits, full=rate.full)
        )

    peer = None if media is None or media.connection.kind is not ConnectionKind.PROGRAM else media.connection.peer
    if peer is None:
        told(LineRate(None))
    elif verb.most_kilobits > 0:
        peer.test_line(verb.most_kilobits, told)
    else:
        peer.stop_line_test()
