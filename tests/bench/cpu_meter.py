"""Reads how much CPU time whole process trees and the machine have used, twice a second, on a thread of its own.

Rule: numbers only grow; what a process used that ended between two readings is lost to its party and counted as
strangers', which can only make a figure worse.
"""

import os
import threading
import time
from collections.abc import Iterable
from typing import Self

import psutil

from tests.bench.measure import Tick

TICK_SECONDS = 0.5


class Party:
    """Some process trees whose CPU time is added up."""

    def __init__(self, roots: dict[str, int]) -> None:
        """`roots` are process numbers by name; children are counted with them."""
        self.roots = roots
        self._processes: dict[int, tuple[str, psutil.Process]] = {}
        self._used: dict[int, tuple[str, float]] = {}

    def add(self, name: str, pid: int) -> None:
        """Counts one more tree."""
        self.roots = self.roots | {name: pid}

    def look(self) -> None:
        """Finds the processes of all trees."""
        for name, pid in self.roots.items():
            for process in _tree(pid):
                part = name if process.pid == pid else f"{name}'s {kind_of(process)}"
                self._processes.setdefault(process.pid, (part, process))

    def read(self) -> dict[str, float]:
        """Returns the seconds used by each part since its processes began."""
        for pid, (part, process) in list(self._processes.items()):
            try:
                times = process.cpu_times()
            except psutil.Error:
                del self._processes[pid]
                continue
            self._used[pid] = (part, times.user + times.system)
        parts: dict[str, float] = {}
        for part, used in self._used.values():
            parts[part] = parts.get(part, 0.0) + used
        return parts


def _tree(pid: int) -> Iterable[psutil.Process]:
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


KINDS = {"worker", "bridge", "window", "province", "recorder", "content"}


def kind_of(process: psutil.Process) -> str:
    """Returns which command of `main.py` a process runs."""
    try:
        line = process.cmdline()
    except psutil.Error:
        return "child"
    return next((word for word in line[1:] if word in KINDS), "child")


class CpuMeter:
    """Collects ticks while it is open (a context manager); `ticks` may be read at any time."""

    def __init__(self, product: dict[str, int], peers: dict[str, int], *, look_every_ticks: int = 4) -> None:
        """`look_every_ticks`: how often the trees are searched for new processes."""
        self._look_every_ticks = look_every_ticks
        self._product = Party(product)
        self._peers = Party(peers | {"bench": os.getpid()})
        self._peers_alone = set(peers) | {"bench"}
        self.ticks: list[Tick] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cpu meter", daemon=True)
        self._first = _machine()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()

    def add_product(self, name: str, pid: int) -> None:
        """Counts one more process tree as the product's."""
        self._product.add(name, pid)

    def tick(self) -> Tick:
        """Reads now and returns what was read; on the meter's own thread, or before it runs."""
        busy, kernel = (now - then for now, then in zip(_machine(), self._first, strict=True))
        parts = self._product.read()
        product = sum(parts.values())
        peers = sum(used for part, used in self._peers.read().items() if part in self._peers_alone)
        return Tick(time.monotonic(), product, peers, busy - product - peers, kernel, parts)

    def _run(self) -> None:
        count = 0
        while not self._stopping.is_set():
            if count % self._look_every_ticks == 0:
                self._product.look()
                self._peers.look()
            count += 1
            self.ticks.append(self.tick())
            self._stopping.wait(TICK_SECONDS)


def _machine() -> tuple[float, float]:
    """Returns the seconds that all processes, and all interrupts, have used since the machine started.

    Time that a hypervisor took away (`steal`) counts as a process's: somebody else used the core.
    """
    times = psutil.cpu_times()
    processes = times.user + getattr(times, "nice", 0.0) + times.system + getattr(times, "steal", 0.0)
    return processes, getattr(times, "irq", 0.0) + getattr(times, "softirq", 0.0)
