"""A meeting that goes on by itself, as snapshot and changes: what a bridge publishes to its windows in a calm session.

Rule: pure. Rates are those of a measured session: once a second one change carries every site's line figures (a
thumbnail's rate sways by a third, its round trip by some milliseconds), and each site reports its microphone every
five seconds, at its own moment; changes leave at most every `PUBLISH_MS`.
"""

from typing import Any, cast

import msgspec

from console.snapshot import AnyView, Delta, SiteView, Whole
from tests.screenshots import scene as scenes

PUBLISH_MS = 50
LINES_MS = 1_000
REPORT_MS = 5_000
SWAY, LARGE_SWAY = (1.0, 0.72, 0.76), (1.0, 0.83, 0.99)
"""A thumbnail's rate from second to second, as a share of its largest; and a large picture's."""
LARGE_KILOBITS = 300
EPOCH_LIKE_MS = 1_000_000_000_000
"""Larger integers in a snapshot are moments, smaller ones figures."""


class PaintedMeeting:
    """The present state of a made-up meeting of so many sites; `hours`: how long it lasts already (None: 85 min)."""

    def __init__(self, sites: int, now_ms: int, hours: float | None = None) -> None:
        scene = scenes.speech_under_way(sites)
        if hours is not None:
            began_ms = scenes.NOW_MS - round(hours * 3_600_000)
            scene.views["session"] = msgspec.structs.replace(scene.views["session"], started_ms=began_ms)
        drawn = scene.whole()
        moved = moved_in_time(msgspec.to_builtins(drawn), now_ms - scenes.NOW_MS)
        self._views = msgspec.convert(moved, Whole).views
        self._rates = {key: view.line.kilobits or 0 for key, view in self._views.items() if isinstance(view, SiteView)}
        self._number = 1
        self._next_lines_ms = now_ms + LINES_MS
        self._next_report_ms = {
            key: now_ms + REPORT_MS * index // len(self._rates) for index, key in enumerate(self._rates)
        }

    def whole(self) -> Whole:
        """Returns the snapshot."""
        return Whole(number=self._number, views=dict(self._views))

    def change(self, now_ms: int) -> Delta | None:
        """Returns what has changed since the last call, None when nothing has."""
        put: dict[str, AnyView] = {}
        if now_ms >= self._next_lines_ms:
            self._next_lines_ms += LINES_MS
            put |= {key: self._with_new_line(key, now_ms) for key in self._rates}
        for key in [key for key, due_ms in self._next_report_ms.items() if now_ms >= due_ms]:
            self._next_report_ms[key] += REPORT_MS
            put[key] = self._with_new_report(put.get(key, self._views[key]), now_ms)
        happened, gone = self.happened(now_ms, put)
        put |= happened
        if not put and not gone:
            return None
        self._views = {key: view for key, view in (self._views | put).items() if key not in gone}
        self._number += 1
        return Delta(number=self._number, put=put, gone=gone)

    def happened(self, now_ms: int, put: dict[str, AnyView]) -> tuple[dict[str, AnyView], tuple[str, ...]]:
        """Returns what else has changed and which keys are gone, after the changes `put`; here nothing ever happens."""
        del now_ms, put
        return {}, ()

    def _with_new_line(self, key: str, now_ms: int) -> AnyView:
        view, second, rate = self._views[key], now_ms // LINES_MS, self._rates[key]
        assert isinstance(view, SiteView)
        sway = LARGE_SWAY if rate >= LARGE_KILOBITS else SWAY
        line = msgspec.structs.replace(
            view.line,
            kilobits=round(rate * sway[(second + view.number) % len(sway)]),
            round_trip_ms=24.0 + (second * 7 + view.number * 3) % 9,
        )
        return msgspec.structs.replace(view, line=line)

    def _with_new_report(self, view: AnyView, now_ms: int) -> AnyView:
        assert isinstance(view, SiteView)
        return msgspec.structs.replace(view, microphone=msgspec.structs.replace(view.microphone, reported_ms=now_ms))


def moved_in_time(value: Any, by_ms: int) -> Any:
    """Returns plain values with every moment (an integer of epoch size) moved."""
    if isinstance(value, dict):
        parts = cast("dict[str, Any]", value)
        return {key: moved_in_time(part, by_ms) for key, part in parts.items()}
    if isinstance(value, (list, tuple)):
        return [moved_in_time(part, by_ms) for part in cast("list[Any]", value)]
    is_moment = isinstance(value, int) and value > EPOCH_LIKE_MS
    return value + by_ms if is_moment else value
