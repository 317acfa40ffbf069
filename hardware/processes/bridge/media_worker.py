"""The media worker process: gives the embedded engine's worker its places in shared memory."""

from pathlib import Path

from hardware.engines.embedded.sinks import Sinks
from hardware.engines.embedded.worker import run
from hardware.link.frame_slots import FrameWriter
from hardware.link.levels import LevelWriter
from hardware.link.sound_ring import SoundRingWriter


def run_media_worker(frames_folder: Path) -> int:
    """Runs one worker by the orders on standard input; returns its exit code."""

    def sinks(number: int) -> Sinks:
        return Sinks(
            frames=FrameWriter(frames_folder),
            levels=LevelWriter(frames_folder, number),
            headphones=SoundRingWriter(frames_folder, number),
        )

    return run(sinks)
