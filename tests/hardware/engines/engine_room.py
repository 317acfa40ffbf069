"""An engine under test with what a conductor would keep of its reports.

Rule: knows the engine port only, so that the conformance tests run on every engine.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from console.engine_port import (
    AnyReport,
    ConnectionUp,
    EnginePort,
    EngineUp,
    GatesApplied,
    OfferAnswered,
    SetGates,
)
from tests.hardware.engines.small_site import SmallSite

Kind = TypeVar("Kind", bound=AnyReport)


async def until(condition: Callable[[], object], seconds: float = 5.0, what: str = "it") -> float:
    """Waits until a condition holds and returns how long that took; fails by name when it does not."""
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < seconds, f"{what} did not happen within {seconds} s"
        await asyncio.sleep(0.005)
    return time.monotonic() - begun


@dataclass
class EngineRoom:
    engine: EnginePort
    reports: list[AnyReport] = field(default_factory=list)
    sites: list[SmallSite] = field(default_factory=list)
    _epoch: int = 0
    _connections: int = 0

    def take(self) -> list[AnyReport]:
        self.reports += self.engine.take_reports()
        return self.reports

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [report for report in self.take() if isinstance(report, kind)]

    async def report(
        self, kind: type[Kind], test: Callable[[Kind], bool] = lambda _: True, *, after: int = 0, seconds: float = 5.0
    ) -> Kind:
        """Waits for a report of a kind that passes a test, beginning at place `after`."""
        found: list[Kind] = []

        def look() -> bool:
            found[:] = [each for each in self.take()[after:] if isinstance(each, kind) and test(each)]
            return bool(found)

        await until(look, seconds, f"a report {kind.__name__}")
        return found[0]

    @property
    def mark(self) -> int:
        return len(self.take())

    async def up(self) -> EngineUp:
        return await self.report(EngineUp, seconds=20.0)

    async def join(self, *sites: SmallSite, patience: float = 10.0) -> None:
        """Connects sites and waits until the engine reports each as up."""
        for site in sites:
            self._connections += 1
            verb = await site.offer(f"c{self._connections}")
            if site not in self.sites:
                self.sites.append(site)
            self.engine.submit(verb)
        for site in sites:
            answer = await self.report(
                OfferAnswered, lambda r, s=site: r.request_id.endswith(f"{s.site}-{s.connection}")
            )
            assert answer.answer_sdp, answer.error
            await site.take_answer(answer.answer_sdp)
        for site in sites:
            await self.report(
                ConnectionUp, lambda r, s=site: (r.site, r.connection) == (s.site, s.connection), seconds=patience
            )
            await until(lambda s=site: s.is_connected, what=f"{site.site} connected")

    async def gates(self, *sites: str) -> GatesApplied:
        self._epoch += 1
        epoch = self._epoch
        self.engine.submit(SetGates(epoch=epoch, open_sites=sites))
        return await self.report(GatesApplied, lambda report: report.epoch == epoch)

    async def stop(self) -> None:
        await asyncio.gather(*(site.stop() for site in self.sites))
