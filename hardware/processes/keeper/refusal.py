"""Why the bridge does not start, from the keeper that knows it to the window that shows it, and the wish to try again.

Rule: two small files in the run folder. One that cannot be written or read is as none: the terminal has the sentence.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from console.trouble import Told, Trouble

REFUSAL = "bridge.refused"
AGAIN = "bridge.again"
LARGEST_OCTETS = 16 * 1024
LOOK_SECONDS = 0.4


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no bridge: words of the bridge's own, or a trouble to be phrased."""

    text: str = ""
    trouble: Trouble | None = None


def leave_refusal(run_folder: Path, why: Told) -> None:
    """Says why there is no bridge."""
    refusal = Refusal(trouble=why.trouble) if why.trouble is not None else Refusal(text=str(why))
    with contextlib.suppress(OSError):
        (run_folder / REFUSAL).write_bytes(msgspec.json.encode(refusal))


def forget_refusal(run_folder: Path) -> None:
    """Takes the reason away: the bridge is tried (again)."""
    for name in (REFUSAL, AGAIN):
        with contextlib.suppress(OSError):
            (run_folder / name).unlink(missing_ok=True)


def refusal_in(run_folder: Path) -> Refusal | None:
    """Returns why there is no bridge, None when nobody has said so."""
    try:
        with (run_folder / REFUSAL).open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST_OCTETS), type=Refusal)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def ask_again(run_folder: Path) -> None:
    """Asks the keeper to start the bridge again."""
    with contextlib.suppress(OSError):
        (run_folder / AGAIN).touch()


async def watch_refusal(run_folder: Path, show: Callable[[Refusal | None], None]) -> None:
    """Shows every change of the reason until cancelled."""
    import asyncio  # the keeper has no loop, and a window waits for its start

    shown: Refusal | None = None
    while True:
        if (found := refusal_in(run_folder)) != shown:
            shown = found
            show(found)
        await asyncio.sleep(LOOK_SECONDS)
