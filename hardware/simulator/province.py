"""A province on one machine: starts the processes of its simulated sites, tells them what to do, ends them.

Rules: a few processes for many sites, one of its own for every site that is to hang; calls block for a short, bounded
time and are made from a script's thread, never from an event loop. Leaving the `with` ends every process.
"""

import math
import os
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Final, Self

import msgspec
import psutil

from console.words import SiteId
from hardware.simulator.province_orders import (
    AnyAnswer,
    AnySiteOrder,
    Done,
    NotUnderstood,
    ProvincePlan,
    Show,
    SimulatedSite,
    SiteShown,
)

ANSWER_SECONDS: Final = 30.0
END_SECONDS: Final = 6.0
SITES_PER_PROCESS: Final = 18


class ProvinceTrouble(Exception):
    """A process of simulated sites does not do what it was told; the text is one sentence."""


class SiteProcess:
    """One process and the sites in it."""

    def __init__(self, plan: ProvincePlan, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.sites = frozenset(site.site for site in plan.sites)
        self._answers: queue.Queue[AnyAnswer] = queue.Queue()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **environment},
        )
        self._reader = threading.Thread(target=self._read, name="simulated sites", daemon=True)
        self._reader.start()
        self._write(plan)

    @property
    def pid(self) -> int:
        """The process' number."""
        return self._process.pid

    def order(self, order: AnySiteOrder) -> Done:
        """Gives an order and waits for its answer.

        Raises ProvinceTrouble.
        """
        while not self._answers.empty():
            self._answers.get_nowait()
        self._write(order)
        try:
            answer = self._answers.get(timeout=ANSWER_SECONDS)
        except queue.Empty:
            raise ProvinceTrouble(f"Simulated sites did not answer within {ANSWER_SECONDS:.0f} s.") from None
        if isinstance(answer, NotUnderstood):
            raise ProvinceTrouble(answer.error)
        return answer

    def suspend(self) -> None:
        """Makes all its sites hang: nothing is sent, nothing is answered."""
        psutil.Process(self.pid).suspend()

    def resume(self) -> None:
        """Lets them go on."""
        psutil.Process(self.pid).resume()

    def kill(self) -> None:
        """Ends the process as a crash would."""
        self._process.kill()
        self.end()

    def end(self) -> None:
        """Ends the process by closing its standard input, by force when it does not."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self._process.poll() is None:
            self.resume()
            self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()

    def _write(self, message: msgspec.Struct) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(msgspec.json.encode(message) + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError) as error:
            raise ProvinceTrouble("A process of simulated sites has ended.") from error

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(msgspec.json.decode(line, type=AnyAnswer))


class Province:
    """All simulated sites of one meeting."""

    def __init__(
        self,
        plan: ProvincePlan,
        *,
        command: Sequence[str],
        processes: int | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Starts the processes; sites begin to join at once.

        `command` makes a process that takes a plan and orders on standard input. `processes` is how many share the
        sites that are not alone (None: one for every 18, which a core carries easily).
        """
        self._processes: list[SiteProcess] = []
        self._number = 0
        for sites in shared_out(plan.sites, processes or math.ceil(len(plan.sites) / SITES_PER_PROCESS)):
            part = msgspec.structs.replace(plan, sites=sites)
            self._processes.append(SiteProcess(part, command, environment or {}))

    def __enter__(self) -> Self:
        """Returns the running province."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self.end()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes' numbers, for measuring."""
        return tuple(process.pid for process in self._processes)

    def order(self, order: AnySiteOrder) -> Done:
        """Gives an order to one site, or to all when it names none.

        Raises ProvinceTrouble.
        """
        self._number += 1
        numbered = msgspec.structs.replace(order, number=self._number)
        if order.site is not None:
            return self.process_of(order.site).order(numbered)
        answers = [process.order(numbered) for process in self._processes]
        return Done(
            number=self._number,
            not_done=tuple(site for answer in answers for site in answer.not_done),
            sites=tuple(site for answer in answers for site in answer.sites),
        )

    def show(self, site: SiteId) -> SiteShown:
        """Returns one site as it is now."""
        return self.order(Show(site=site)).sites[0]

    def hang(self, site: SiteId) -> None:
        """Freezes a site that has a process of its own (`alone` in its plan), like a stuck machine.

        Raises ProvinceTrouble when the site shares its process.
        """
        process = self.process_of(site)
        if len(process.sites) > 1:
            raise ProvinceTrouble(
                f"Site {site!r} shares its process; give it one of its own in the plan to let it hang."
            )
        process.suspend()

    def resume(self, site: SiteId) -> None:
        """Lets a frozen site go on."""
        self.process_of(site).resume()

    def kill(self, site: SiteId) -> None:
        """Ends the process of a site, with all sites in it, as a crash would."""
        process = self.process_of(site)
        self._processes.remove(process)
        process.kill()

    def end(self) -> None:
        """Ends all processes."""
        for process in self._processes:
            process.end()
        self._processes.clear()

    def process_of(self, site: SiteId) -> SiteProcess:
        """Returns the process that a site lives in.

        Raises ProvinceTrouble when there is none.
        """
        for process in self._processes:
            if site in process.sites:
                return process
        raise ProvinceTrouble(f"There is no simulated site {site!r}.")


def shared_out(sites: Sequence[SimulatedSite], processes: int) -> list[tuple[SimulatedSite, ...]]:
    """Returns which sites live together: `processes` groups of equal size, and one for each that is alone."""
    together = [site for site in sites if not site.alone]
    groups = [tuple(together[place::processes]) for place in range(processes)]
    return [group for group in groups if group] + [(site,) for site in sites if site.alone]
