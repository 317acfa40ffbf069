"""The worker process of the engine's tests: the real worker, with pictures, levels and sound in one real folder."""

import sys
from pathlib import Path

from hardware.engines.embedded import worker
from hardware.engines.embedded.sinks import Sinks
from hardware.link.frame_slots import FrameWriter
from hardware.link.levels import LevelWriter
from hardware.link.sound_ring import SoundRingWriter


def sinks_in(folder: Path) -> worker.SinkMaker:
    return lambda number: Sinks(FrameWriter(folder), LevelWriter(folder, number), SoundRingWriter(folder, number))


if __name__ == "__main__":
    sys.exit(worker.run(sinks_in(Path(sys.argv[1]))))
