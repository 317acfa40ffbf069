"""The worker process of the engine's tests: the real worker with real frame slots and level tables in one folder."""

import sys
from pathlib import Path

from hardware.engines.embedded import worker
from hardware.engines.embedded.sinks import Sinks
from hardware.link.frame_slots import FrameWriter
from hardware.link.levels import LevelWriter


class HeadphonesFile:
    """Appends what the operator would hear to a file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def write(self, samples: bytes) -> None:
        self._file.write(samples)


def sinks_in(folder: Path) -> worker.SinkMaker:
    return lambda number: Sinks(
        FrameWriter(folder), LevelWriter(folder, number), HeadphonesFile(folder / f"headphones-{number}.pcm")
    )


if __name__ == "__main__":
    sys.exit(worker.run(sinks_in(Path(sys.argv[1]))))
