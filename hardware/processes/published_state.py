"""The newest published snapshot, as a script, a bench or a test keeps it from a link.

Rule: it only remembers; what is missing is shown as a view's own "nothing known".
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from console.snapshot import (
    AnyView,
    Delta,
    FloorView,
    OnDeckView,
    PodiumView,
    SessionView,
    SilenceView,
    SiteView,
    Whole,
)
from console.words import PodiumPhase, SiteId

SEEN_SECONDS = 20.0

_View = TypeVar("_View")


class NotSeen(RuntimeError):
    """The meeting did not come to the awaited state: `what`, within `seconds`."""

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(f"{what}: not seen within {seconds:g} s")
        self.what, self.seconds = what, seconds


@dataclass
class PublishedState:
    """Kept from the whole and the deltas of one link; `until` waits for a state."""

    views: dict[str, AnyView] = field(default_factory=dict[str, AnyView])
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, item: Whole | Delta) -> None:
        """Takes the next item of the link's stream."""
        if isinstance(item, Whole):
            self.views = dict(item.views)
        else:
            self.views.update(item.put)
            for key in item.gone:
                self.views.pop(key, None)
        self.changed.set()

    def _view(self, key: str, kind: type[_View], nothing: _View) -> _View:
        view = self.views.get(key)
        return view if isinstance(view, kind) else nothing

    def session(self) -> SessionView:
        """Returns the session, or one that does not run."""
        return self._view("session", SessionView, SessionView(running=False))

    def silence(self) -> SilenceView:
        """Returns the standing order."""
        return self._view("silence", SilenceView, SilenceView(in_force=False))

    def podium(self) -> PodiumView:
        """Returns the podium."""
        return self._view("podium", PodiumView, PodiumView(phase=PodiumPhase.IDLE))

    def on_deck(self) -> OnDeckView:
        """Returns the site on deck and its checks."""
        return self._view("on_deck", OnDeckView, OnDeckView())

    def floor(self) -> FloorView:
        """Returns the queue and the running speech."""
        return self._view("floor", FloorView, FloorView())

    def site(self, site: SiteId) -> SiteView | None:
        """Returns one site, None when it is not in the directory."""
        view = self.views.get(f"site/{site}")
        return view if isinstance(view, SiteView) else None

    def sites(self) -> list[SiteView]:
        """Returns all sites in the order of their numbers."""
        return sorted((v for v in self.views.values() if isinstance(v, SiteView)), key=lambda site: site.number)

    async def until(self, what: str, holds: Callable[[], bool], limit_seconds: float = SEEN_SECONDS) -> None:
        """Waits until `holds` is true of the state; raises `NotSeen` with `what` in its text."""
        try:
            async with asyncio.timeout(limit_seconds):
                while not holds():
                    self.changed.clear()
                    await self.changed.wait()
        except TimeoutError:
            raise NotSeen(what, limit_seconds) from None
