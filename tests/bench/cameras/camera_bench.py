"""`main.py bench cameras`: what an operator is promised of cameras, T1 to T13, measured against simulated ones.

    main.py bench cameras --quick            about two minutes
    main.py bench cameras --only T3          one part
    main.py bench cameras --only fuzz

Rule: a promise that something never happens is a line with 0 that must be 0; so is every success that was none. The
whole way from a key needs an X server and is left out, and says so, where there is none.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from tests.bench.cameras import (
    drive_figures,
    onvif_figures,
    picture_figures,
    recall_figures,
    serial_figures,
    truth_figures,
)
from tests.bench.cameras.fuzz import fuzz
from tests.bench.figures import Figure, Findings
from tests.bench.live_meeting import BenchFailed
from tests.end_to_end.x_display import can_show_windows

LANES = 10
RECALLS, QUICK_RECALLS = 1000, 100
STREAMS, QUICK_STREAMS = 100_000, 5_000
SITES, QUICK_SITES = 36, 6
PATIENCE_SECONDS = 30
"""How long the measured keys may wait in all for strangers to leave the machine alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraPlan:
    """How much is measured; `parts` are names of the parts below, empty: all."""

    quick: bool = False
    parts: tuple[str, ...] = ()

    def of(self, usual: int, quick: int) -> int:
        """Returns how many repetitions."""
        return quick if self.quick else usual


Part = Callable[[CameraPlan], Coroutine[Any, Any, list[Figure]]]


async def _t1(plan: CameraPlan) -> list[Figure]:
    from tests.bench.cameras.path_figures import from_key_to_head

    if not can_show_windows():
        return [Figure(name="T1, T9 from a key: no X server here", unit="ms", measured=None, must=15.0)]
    return await from_key_to_head(plan.of(60, 10), plan.of(SITES, QUICK_SITES), plan.of(PATIENCE_SECONDS, 0))


async def _t2(plan: CameraPlan) -> list[Figure]:
    return await recall_figures.perfect_network(plan.of(500, 50))


async def _t3(plan: CameraPlan) -> list[Figure]:
    recalls = plan.of(RECALLS, QUICK_RECALLS)
    found: list[Figure] = []
    for loss, must_ms, may_fail in ((0.1, 250.0, 0.0), (0.2, 600.0, 0.0), (0.3, None, 0.005)):
        found += await recall_figures.bad_network(recalls, LANES, loss, must_ms=must_ms, share_reported=may_fail)
    return found


async def _t4(plan: CameraPlan) -> list[Figure]:
    return await recall_figures.gone(plan.of(5, 1))


async def _t5(plan: CameraPlan) -> list[Figure]:
    return await recall_figures.full(plan.of(30, 5))


async def _t6(plan: CameraPlan) -> list[Figure]:
    return await truth_figures.early_completion(plan.of(20, 2))


async def _t7(plan: CameraPlan) -> list[Figure]:
    return await truth_figures.late_ack(plan.of(10, 1))


async def _t8(plan: CameraPlan) -> list[Figure]:
    return await drive_figures.eight_cameras(plan.of(50, 10))


async def _t9(plan: CameraPlan) -> list[Figure]:
    return [
        *await drive_figures.by_hand(plan.of(50, 5), 0.0),
        *await drive_figures.by_hand(plan.of(50, 5), 0.1),
    ]


async def _t10(plan: CameraPlan) -> list[Figure]:
    return await truth_figures.back_again((1.0,) if plan.quick else (0.5, 3.0, 11.0))


async def _t11(plan: CameraPlan) -> list[Figure]:
    return await picture_figures.pictures(plan.of(20, 3))


async def _t12(_plan: CameraPlan) -> list[Figure]:
    return await picture_figures.names()


async def _t13(plan: CameraPlan) -> list[Figure]:
    return await truth_figures.without_memory(plan.of(20, 4))


async def _onvif(plan: CameraPlan) -> list[Figure]:
    return await onvif_figures.onvif_figures(plan.of(20, 3))


async def _serial(plan: CameraPlan) -> list[Figure]:
    return await serial_figures.serial_lines(plan.of(30, 4))


async def _fuzz(plan: CameraPlan) -> list[Figure]:
    return fuzz(plan.of(STREAMS, QUICK_STREAMS))


PARTS: dict[str, Part] = {
    "T2": _t2,
    "T3": _t3,
    "T4": _t4,
    "T5": _t5,
    "T6": _t6,
    "T7": _t7,
    "T8": _t8,
    "T9": _t9,
    "T10": _t10,
    "T11": _t11,
    "T12": _t12,
    "T13": _t13,
    "ONVIF": _onvif,
    "serial": _serial,
    "fuzz": _fuzz,
    "T1": _t1,
}


def plan_of_cameras(only: tuple[str, ...], *, quick: bool) -> CameraPlan:
    """Returns what is to be measured; raises `ValueError` for a part that there is none of."""
    known = {name.casefold(): name for name in PARTS}
    unknown = [name for name in only if name.casefold() not in known]
    if unknown:
        raise ValueError(f"There is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return CameraPlan(quick=quick, parts=tuple(known[name.casefold()] for name in only))


async def _measured(name: str, part: Part, plan: CameraPlan) -> list[Figure]:
    """Returns a part's figures; a part that breaks off is one that was not measured, and says why."""
    try:
        return await part(plan)
    except BenchFailed as error:
        return [Figure(name=f"{name} broke off: {error}", unit="", measured=None, must=0.0)]


def measure_cameras(plan: CameraPlan) -> Findings:
    """Measures the wanted parts, one after the other."""
    findings = Findings(sites=1, subject="simulated cameras")

    async def measure() -> None:
        for name, part in PARTS.items():
            if not plan.parts or name in plan.parts:
                findings.figures += await _measured(name, part, plan)

    asyncio.run(measure())
    return findings
