"""The processes of a running console and of a site's program, found as the system knows them.

Rule: who lives is asked of the locks and of the system's table of processes, never of the product.
"""

import contextlib
from enum import StrEnum

import psutil

from console.data_folder import DataFolder
from hardware.processes.lock import holder


class Victim(StrEnum):
    """A kind of process that can be killed; the values are the words of the table."""

    BRIDGE = "bridge"
    WORKER = "media worker"
    WINDOW = "window"
    KEEPER = "keeper"
    PAIR = "keeper with its bridge"
    """Both within the same moment."""
    MAIN_ROOM = "main room's program"
    SATELLITE = "satellite's program"


LOCKS = {
    Victim.BRIDGE: "bridge.lock",
    Victim.WINDOW: "window.lock",
    Victim.KEEPER: "keeper.lock",
    Victim.MAIN_ROOM: "main-room.lock",
}
NO_WINDOW = "--no-window"
WITH_BRIDGE = frozenset({Victim.BRIDGE, Victim.PAIR})
"""Deaths that take the bridge."""


def find(victim: Victim, data: DataFolder, site_window: int) -> psutil.Process | None:
    """Returns the living process, None while there is none; `site_window` is the process of a site's window."""
    with contextlib.suppress(psutil.Error, OSError):
        if victim is Victim.PAIR:
            return find(Victim.BRIDGE, data, site_window)
        if victim in LOCKS:
            number = holder(data.run / LOCKS[victim])
            return None if number is None else psutil.Process(number)
        if victim is Victim.WORKER:
            bridge = find(Victim.BRIDGE, data, site_window)
            return None if bridge is None else child(bridge, "worker")
        return child(psutil.Process(site_window), NO_WINDOW)
    return None


def child(parent: psutil.Process, word: str) -> psutil.Process | None:
    """Returns the living child whose command line holds a word."""
    for process in parent.children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if word in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                return process
    return None


def is_linked(process: psutil.Process, port: int) -> bool:
    """Tells whether a process has an open connection to a port of this machine."""
    with contextlib.suppress(psutil.Error):
        return any(
            link.status == psutil.CONN_ESTABLISHED and link.raddr and link.raddr.port == port
            for link in process.net_connections("tcp")
        )
    return False
