"""`show`: the meeting's state, and with `--follow` every change and every line of the log, as JSON lines.

Rule: one line of output is one whole JSON object: `{"key", "view"}`, `{"gone"}` or `{"event"}`, each change with the
`number` of its delta. Nothing is shown twice, also when the whole comes again after a gap.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping

import msgspec

from console.command_line.actions import Actions, BridgeClient
from console.command_line.exits import Exit
from console.command_line.requests import ShowState
from console.snapshot import AnyView, Delta, LogView, Whole

Print = Callable[[dict[str, object]], None]


def show_state(request: ShowState, actions: Actions) -> int:
    """Prints the state once, or goes on until it is interrupted or the bridge ends."""
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_show(request, actions))
    except BrokenPipeError:
        # Whoever read along has enough; Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.DONE


async def _show(request: ShowState, actions: Actions) -> None:
    async with actions.connect(request.data, request.person) as client:
        if request.follow:
            await _follow(request, client)
        else:
            whole = await client.whole()
            for line in StateLines(request.only).whole(whole):
                print_line(line)


async def _follow(request: ShowState, client: BridgeClient) -> None:
    lines = StateLines(request.only)
    async for item in client.follow():
        for line in lines.whole(item) if isinstance(item, Whole) else lines.delta(item):
            print_line(line)


def print_line(line: dict[str, object]) -> None:
    """Prints one object and passes it on at once."""
    print(msgspec.json.encode(line).decode(), flush=True)


class StateLines:
    """Turns snapshots and deltas into lines; remembers what was shown. `only` are keys; `site/` is all sites."""

    def __init__(self, only: tuple[str, ...] = ()) -> None:
        self._only = only
        self._shown: dict[str, AnyView] = {}
        self._last_event = 0

    def whole(self, whole: Whole) -> Iterator[dict[str, object]]:
        """Yields what differs from what was shown before: at first, everything."""
        changed = {key: view for key, view in whole.views.items() if self._shown.get(key) != view}
        gone = tuple(key for key in self._shown if key not in whole.views)
        yield from self.delta(Delta(number=whole.number, put=changed, gone=gone))

    def delta(self, delta: Delta) -> Iterator[dict[str, object]]:
        """Yields the lines of one delta."""
        self._shown |= delta.put
        yield from self._views(delta.number, delta.put)
        for key in delta.gone:
            self._shown.pop(key, None)
            if self._wanted(key):
                yield {"number": delta.number, "gone": key}

    def _views(self, number: int, views: Mapping[str, AnyView]) -> Iterator[dict[str, object]]:
        for key, view in sorted(views.items()):
            if isinstance(view, LogView):
                yield from self._events(view)
                view = msgspec.structs.replace(view, tail=())  # noqa: PLW2901 - its lines were given as events
            if self._wanted(key):
                yield {"number": number, "key": key, "view": msgspec.to_builtins(view)}

    def _events(self, log: LogView) -> Iterator[dict[str, object]]:
        if log.tail and log.tail[-1].number < self._last_event:
            self._last_event = 0  # another session's log
        for line in log.tail:
            if line.number > self._last_event:
                self._last_event = line.number
                if self._wanted("event"):
                    yield {"event": msgspec.to_builtins(line)}

    def _wanted(self, key: str) -> bool:
        return not self._only or any(
            key == only or (only.endswith("/") and key.startswith(only)) for only in self._only
        )
