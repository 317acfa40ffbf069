"""What the product's processes hold: resident memory and open descriptors, and how much of it they keep.

Rule: growth is judged between two moments of the same load, after the first rounds have warmed everything up.
"""

import contextlib
from dataclasses import dataclass

import psutil

from tests.bench.cpu_meter import kind_of
from tests.bench.product import Product

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
    """Returns the footprint of bridge, workers and window by name."""
    found: dict[str, Footprint] = {}
    for name, started in (("bridge", product.bridge), ("window", product.window)):
        for process in started.tree() if started is not None else []:
            with contextlib.suppress(psutil.Error):
                own = started is not None and process.pid == started.pid
                part = name if own else f"{name}'s {kind_of(process)}"
                found[part] = Footprint(process.memory_info().rss / 2**20, process.num_fds(), process.num_threads())
    return found


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
