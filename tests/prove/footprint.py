"""What the product's processes hold: resident memory and open descriptors, and how much of it they keep.

Rule: growth is judged between two moments of the same load, after the first rounds have warmed everything up.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psutil

from tests.bench.cpu_meter import kind_of
from tests.bench.measure import line_through
from tests.bench.product import Product
from tests.own_process import OwnProcess

MOST_GROWTH_MEGABYTES = 10.0
MOST_NEW_DESCRIPTORS = 10


@dataclass(frozen=True, slots=True)
class Footprint:
    """Of one process."""

    megabytes: float
    descriptors: int
    """Files, sockets and pipes."""
    threads: int = 0


def footprints(product: Product) -> dict[str, Footprint]:
    """Returns the footprint of bridge, workers and window by name; several of a kind are numbered by age."""
    found: dict[str, Footprint] = {}
    for name, started in (("bridge", product.bridge), ("window", product.window)):
        for process in _by_age(started) if started is not None else []:
            with contextlib.suppress(psutil.Error):
                own = started is not None and process.pid == started.pid
                part = name if own else _numbered(f"{name}'s {kind_of(process)}", found)
                found[part] = Footprint(process.memory_info().rss / 2**20, process.num_fds(), process.num_threads())
    return found


def _by_age(started: OwnProcess) -> list[psutil.Process]:
    aged: list[tuple[float, psutil.Process]] = []
    for process in started.tree():
        with contextlib.suppress(psutil.Error):
            aged.append((process.create_time(), process))
    return [process for _, process in sorted(aged, key=lambda each: each[0])]


def _numbered(part: str, found: dict[str, Footprint]) -> str:
    same = sum(name == part or name.startswith(f"{part} ") for name in found)
    return f"{part} {same + 1}" if same else part


def growth(before: dict[str, Footprint], after: dict[str, Footprint]) -> dict[str, Footprint]:
    """Returns what each process holds more than before."""
    return {
        name: Footprint(
            round(now.megabytes - then.megabytes, 1), now.descriptors - then.descriptors, now.threads - then.threads
        )
        for name, now in after.items()
        if (then := before.get(name)) is not None
    }


def leaks(grown: dict[str, Footprint]) -> list[str]:
    """Returns a sentence for each process that keeps what it should have given back."""
    return [
        f"{name} grew by {more.megabytes:.0f} MB and {more.descriptors} descriptors"
        for name, more in grown.items()
        if more.megabytes > MOST_GROWTH_MEGABYTES or more.descriptors > MOST_NEW_DESCRIPTORS
    ]


# ---------------------------------------------------------------- over hours


@dataclass(frozen=True, slots=True)
class Sampled:
    """The footprint of every process at one moment (monotonic seconds)."""

    at_seconds: float
    prints: dict[str, Footprint]


@dataclass(frozen=True, slots=True)
class Growth:
    """What a process keeps: the slope of a straight line through what it held, in MB per hour."""

    hourly_megabytes: float
    error_megabytes: float
    """Two standard errors of the slope; large where the time was short."""
    seconds: float
    descriptors: int

    @property
    def least_hourly_megabytes(self) -> float:
        """What it grows by at least, as far as the samples can tell."""
        return self.hourly_megabytes - self.error_megabytes

    def facts(self) -> dict[str, Any]:
        """Returns the figures as a result keeps them."""
        return {
            "megabytes_an_hour": round(self.hourly_megabytes, 1),
            "give_or_take": round(self.error_megabytes, 1),
            "over_seconds": round(self.seconds),
            "descriptors": self.descriptors,
        }


def growth_of(samples: Sequence[Sampled], warm_share: float) -> dict[str, Growth]:
    """Returns the growth of each process that was there all the time, after the share in which all warms up."""
    warm = samples[round(len(samples) * warm_share) :]
    if len(warm) < 3:
        return {}
    first, last = warm[0], warm[-1]
    names = [name for name in first.prints if all(name in sample.prints for sample in warm)]
    return {name: _growth(name, warm, last.at_seconds - first.at_seconds) for name in names}


def _growth(name: str, warm: Sequence[Sampled], seconds: float) -> Growth:
    line = line_through([(sample.at_seconds / 3600, sample.prints[name].megabytes) for sample in warm])
    descriptors = warm[-1].prints[name].descriptors - warm[0].prints[name].descriptors
    return Growth(line.slope, line.slope_error, seconds, descriptors)
