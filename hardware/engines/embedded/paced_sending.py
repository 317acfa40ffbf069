"""Sends pictures to many connections: a small one at once, a large one in slices.

Rules: a connection gets at most `SLICE_PACKETS` in `SLICE_SECONDS`, so that a key frame to all does not reach its line
in one burst; one turn sends at most `TURN_PACKETS`, so that sound, orders and what arrives pass between the turns.
Whoever is in a hurry comes first, then whoever waits longest: the first have their picture while the last still wait,
where equal shares would make all of them wait for the end. Pictures of a connection stay in order. At most
`MOST_WAITING` pictures wait for a connection; then all of them are sent at once, for a dropped one would spoil those
after it.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final, Protocol

from hardware.rtc.media_types import PacketisedUnit

SLICE_PACKETS: Final = 8
SLICE_SECONDS: Final = 0.002
TURN_PACKETS: Final = 64
"""About 1.5 ms of the loop."""
MOST_WAITING: Final = 4


class VideoLine(Protocol):
    """What is used of a connection."""

    def send_video(self, unit: PacketisedUnit) -> None:
        """Sends a whole picture."""
        ...

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        """Sends some packets of a picture; slices of one picture follow each other."""
        ...


@dataclass(slots=True, eq=False)
class _Backlog:
    line: VideoLine
    units: deque[PacketisedUnit] = field(default_factory=deque[PacketisedUnit])
    sent: int = 0
    """Packets of the first picture that have gone."""
    due_seconds: float = 0.0
    """When the next slice may go, by the loop's clock."""

    def send(self, most: int) -> None:
        """Sends up to `most` packets of the first picture."""
        unit = self.units[0]
        self.line.send_video_slice(unit, self.sent, most)
        self.sent += most
        if self.sent >= len(unit.payloads):
            self.units.popleft()
            self.sent = 0

    def send_all(self) -> None:
        """Sends everything that waits."""
        while self.units:
            self.send(len(self.units[0].payloads) - self.sent)


class PacedSending:
    """The pictures of one worker on their way out; lives on the event loop."""

    def __init__(self) -> None:
        self.hurried: frozenset[VideoLine] = frozenset()
        """Who comes before all others."""
        self._backlogs: dict[VideoLine, _Backlog] = {}
        self._timer: asyncio.Handle | None = None

    def send(self, line: VideoLine, unit: PacketisedUnit) -> None:
        """Sends a picture to a connection, after those that still wait for it."""
        backlog = self._backlogs.get(line)
        if backlog is None:
            if len(unit.payloads) <= SLICE_PACKETS:
                line.send_video(unit)
                return
            backlog = self._backlogs[line] = _Backlog(line)
        backlog.units.append(unit)
        if len(backlog.units) > MOST_WAITING:
            backlog.send_all()
            del self._backlogs[line]
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_soon(self._turn)

    def drop(self, line: VideoLine) -> None:
        """Forgets what waits for a connection that has gone."""
        self._backlogs.pop(line, None)
        self.hurried -= {line}

    def _turn(self) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        due = [backlog for backlog in self._backlogs.values() if backlog.due_seconds <= began]
        due.sort(key=lambda backlog: backlog.line not in self.hurried)
        for backlog in due[: TURN_PACKETS // SLICE_PACKETS]:
            backlog.send(SLICE_PACKETS)
            backlog.due_seconds = began + SLICE_SECONDS
            if not backlog.units:
                del self._backlogs[backlog.line]
        if not self._backlogs:
            self._timer = None
            return
        following = min(backlog.due_seconds for backlog in self._backlogs.values())
        self._timer = loop.call_soon(self._turn) if following <= began else loop.call_at(following, self._turn)
