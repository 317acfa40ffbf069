"""One decision in the making: collects log entries, verbs and messages while the rooms of the core work on it.

Rule: a `Turn` lives for one call of `decide`. Entries are numbered and applied here and nowhere else, so that the
durable state is always what the log says. Effects leave in this order: silencing, the log's lines, everything else.
"""

from typing import TypeVar

from msgspec.structs import replace

from console.commands import CommandRequest
from console.effects import AnyEffect, CloseSessionLog, OpenSessionLog, SendToSite, WriteLog
from console.engine_port import AnyVerb
from console.entries import AnyEntry, Line, SessionEnded, SessionStarted
from console.events import Now
from console.replay import apply
from console.sites.site_messages import ToSiteMessage
from console.state import State, link_of
from console.words import SiteId

QUIET_MS = 10_000
QUIET_KEPT = 50
"""Bound of what is remembered against floods of log lines."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Turn:
    """The state as it becomes, and what is to be done about it."""

    __slots__ = ("_after", "_lines", "_opening", "_silencing", "now", "state")

    def __init__(self, state: State, now: Now) -> None:
        self.state = state
        self.now = now
        self._silencing: list[AnyEffect] = []
        self._opening: list[AnyEffect] = []
        self._lines: list[Line] = []
        self._after: list[AnyEffect] = []

    # ------------------------------------------------------------ state

    def change(self, **changes: object) -> None:
        """Replaces fields of the state."""
        self.state = replace(self.state, **changes)

    def next_number(self) -> int:
        """Returns a number that no other request of this process has."""
        self.change(counter=self.state.counter + 1)
        return self.state.counter

    def next_order(self) -> int:
        """Returns an order number higher than every one before, over all sessions of this process."""
        order = max(self.state.last_order, self.state.durable.order) + 1
        self.change(last_order=order)
        return order

    # ------------------------------------------------------------ the log

    def log(self, entry: AnyEntry, cause: CommandRequest | None = None) -> int:
        """Adds a line and applies it; `cause` is the command it belongs to, if any.

        Returns its number; 0 without a session, it then only shows in the tail.
        """
        durable = self.state.durable
        session, line = durable.session, self._line(entry, cause)
        if line.number:
            self._lines.append(line)
            self.change(durable=apply(durable, line))
            if session is None:
                self._opening.append(_opening(line))
        tail = (*self.state.log.tail, line)[-self.state.rules.tail_lines :]
        self.change(log=replace(self.state.log, tail=tail))
        return line.number

    def _line(self, entry: AnyEntry, cause: CommandRequest | None) -> Line:
        session = self.state.durable.session
        starting = isinstance(entry, SessionStarted)
        number = 0 if session is None else self.state.durable.lines + 1
        return Line(
            number=1 if starting else number,
            meeting_uid=entry.meeting_uid if starting else ("" if session is None else session.meeting_uid),
            session=entry.session if starting else ("" if session is None else session.session),
            profile_hash=self.state.rules.profile_hash,
            wall_ms=self.now.wall_ms,
            monotonic_ms=self.now.monotonic_ms,
            command_id=None if cause is None else cause.command_id,
            actor=None if cause is None else cause.actor,
            entry=entry,
        )

    def seldom(self, key: object) -> bool:
        """Returns whether this was not noted within the last 10 s; of too many different ones none is noted."""
        now_ms = self.now.monotonic_ms
        lately = tuple(known for known in self.state.lately if now_ms - known[1] < QUIET_MS)
        if any(known == key for known, _ in lately) or len(lately) >= QUIET_KEPT:
            return False
        self.change(lately=(*lately, (key, now_ms)))
        return True

    # ------------------------------------------------------------ effects

    def silence(self, verb: AnyVerb) -> None:
        """Adds a verb that goes out before the log's lines."""
        self._silencing.append(verb)

    def do(self, effect: AnyEffect) -> None:
        """Adds an effect that goes out after the log's lines."""
        self._after.append(effect)

    def send(self, site: SiteId, message: ToSiteMessage) -> bool:
        """Adds a message to a site's program; returns False when the site cannot be told anything."""
        if not link_of(self.state, site).control:
            return False
        self._after.append(SendToSite(site=site, message=message))
        return True

    def effects(self) -> tuple[AnyEffect, ...]:
        """Returns all effects of the decision in their order."""
        written: list[AnyEffect] = [WriteLog(lines=tuple(self._lines))] if self._lines else []
        closing = [
            CloseSessionLog(session=line.session) for line in self._lines if isinstance(line.entry, SessionEnded)
        ]
        return (*self._silencing, *self._opening, *written, *closing, *self._after)


def _opening(line: Line) -> OpenSessionLog:
    entry = line.entry
    title = entry.title if isinstance(entry, SessionStarted) else ""
    return OpenSessionLog(session=line.session, meeting_uid=line.meeting_uid, title=title)


def forget(mapping: dict[Key, Value], key: Key) -> dict[Key, Value]:
    """Returns the mapping without a key."""
    return {own: value for own, value in mapping.items() if own != key}
