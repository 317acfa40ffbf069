"""Joins the answers of several workers to one `SetGates` into the one report the conductor waits for.

Rule: pure. A site that no worker knows is rejected. Every site of a worker that says nothing in time is answered with
`timeout`, those that shall be closed too: nobody knows that they are. When it does answer, the report comes again.
"""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from console.engine_port import GatesApplied, SetGates
from console.words import Answer, SiteId

PATIENCE_TICKS = 2
MOST_OVERDUE = 64
"""Epochs that a silent worker may still answer; the oldest are given up."""


@dataclass(slots=True)
class _Asked:
    epoch: int
    wanted: frozenset[SiteId]
    missing: set[int]
    open_sites: set[SiteId] = field(default_factory=set)
    ticks: int = 0
    told: bool = False
    """Reported as overdue already."""


@dataclass(slots=True)
class GateAnswers:
    """What was asked and not answered by all yet; at most one entry per epoch, in order."""

    _asked: deque[_Asked] = field(default_factory=deque)

    def ask(self, verb: SetGates, workers: Collection[int]) -> None:
        """Notes that these workers were told."""
        if workers:
            self._asked.append(_Asked(verb.epoch, frozenset(verb.open_sites), set(workers)))

    def answered(self, worker: int, report: GatesApplied) -> None:
        """Notes one worker's answer."""
        for asked in self._asked:
            if asked.epoch == report.epoch and worker in asked.missing:
                asked.missing.discard(worker)
                asked.open_sites.update(report.open_sites)
                return

    def worker_gone(self, worker: int) -> None:
        """Waits no longer for a worker that has ended."""
        for asked in self._asked:
            asked.missing.discard(worker)

    def tick(self) -> None:
        """Notes that time passed."""
        for asked in self._asked:
            asked.ticks += 1

    def take(self, worker_of: Mapping[SiteId, int], at_ms: int) -> list[GatesApplied]:
        """Returns the reports that are complete, or that nobody waits for any longer."""
        overdue = [asked for asked in self._asked if asked.ticks > PATIENCE_TICKS and not asked.told]
        done = [asked for asked in self._asked if not asked.missing or asked in overdue]
        for asked in done:
            asked.told = True
            if not asked.missing:
                self._asked.remove(asked)
        while len(self._asked) > MOST_OVERDUE and self._asked[0].told:
            self._asked.popleft()
        return [self._report(asked, worker_of, at_ms) for asked in done]

    def _report(self, asked: _Asked, worker_of: Mapping[SiteId, int], at_ms: int) -> GatesApplied:
        late = {site for site, worker in worker_of.items() if worker in asked.missing}
        refused = asked.wanted - asked.open_sites - late
        answers = [(site, Answer.TIMEOUT) for site in late] + [(site, Answer.REJECTED) for site in refused]
        opened = tuple(sorted(asked.open_sites))
        return GatesApplied(at_ms=at_ms, epoch=asked.epoch, open_sites=opened, answers=tuple(sorted(answers)))
