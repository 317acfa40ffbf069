"""How the program starts its own further processes.

Rule: every process is `main.py COMMAND …`, so that one entry point is all a package needs.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from console.command_line.requests import RunSatellite

MAIN_FILE = Path(__file__).resolve().parents[2] / "main.py"


def own_command(arguments: Sequence[str]) -> list[str]:
    """Returns the argument list that runs `main.py` with `arguments`, from a checkout or a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, str(MAIN_FILE), *arguments]


def province_command() -> list[str]:
    """Returns the argument list of a process of simulated sites."""
    return own_command(["province"])


def start_own(
    arguments: Sequence[str], *, environment: Mapping[str, str] | None = None, log_file: Path | None = None
) -> subprocess.Popen[bytes]:
    """Starts `main.py` with `arguments` as a process that outlives this one; its output goes to `log_file`."""
    output = log_file.open("ab") if log_file else subprocess.DEVNULL
    flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    try:
        return subprocess.Popen(
            own_command(arguments),
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if log_file else subprocess.DEVNULL,
            start_new_session=os.name != "nt",
            creationflags=flags,
        )
    finally:
        if log_file:
            output.close()  # type: ignore[union-attr]


def endpoint_arguments(request: RunSatellite, frames: Path, *, joined_before: bool = False) -> list[str]:
    """Returns what makes `main.py` the endpoint beside a site's window; its pictures go to `frames`.

    Who joined before does so again without the invitation, whose code is used once.
    """
    invited = [request.invitation] if request.invitation and not joined_before else []
    arguments = ["satellite", *invited, "--no-window"]
    arguments += ["--frames", str(frames), "--data", str(request.data.root)]
    for option, value in (("--video", request.video), ("--audio", request.audio)):
        arguments += [option, value] if value else []
    return arguments
