"""A meeting on a machine that has nothing but its loopback: run inside a network namespace by `test_lo_only.py`.

Rule: ends with 0 when all sites were live and one was seen on the podium by the others, with a sentence otherwise.
"""

import asyncio
import socket
import sys
from pathlib import Path

from console.commands import BringToPodium
from console.words import MAIN_SITE
from tests.end_to_end.meeting import eventually, hears_exactly, new_folder, operator, plan


async def meet(root: Path) -> None:
    """Holds the meeting in a folder."""
    with new_folder(root, sites=2) as folder:
        folder.start_bridge()
        with folder.province([plan(number) for number in range(3)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live([MAIN_SITE, "s001", "s002"])
                await meeting.do(BringToPodium(site="s001"))
                await eventually("s002 sees s001", lambda: province.show("s002").program_site_number == 1)
                await eventually("s002 hears s001", lambda: hears_exactly(province.show("s002"), {1}))


def main() -> None:
    """Checks that there is nothing but the loopback, and meets."""
    names = [name for _, name in socket.if_nameindex()]
    if names != ["lo"]:
        sys.exit(f"this machine has more than its loopback: {names}")
    asyncio.run(meet(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
