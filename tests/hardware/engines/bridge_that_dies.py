"""A bridge for one test: starts the embedded engine, prints its worker's process number, and waits to be killed."""

import asyncio
import sys
from pathlib import Path

from tests.hardware.engines.conftest import embedded_room


async def live(folder: Path) -> None:
    async with embedded_room(folder) as room:
        print(room.worker_ids()[0], flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1])))
