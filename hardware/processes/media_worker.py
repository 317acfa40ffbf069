"""The media worker process: gives the embedded engine's worker its places in shared memory."""

from pathlib import Path

from hardware.engines.embedded.sinks import Sinks
from hardware.engines.embedded.worker import run
from hardware.link.frame_slots import FrameWriter
from hardware.link.levels import LevelWriter


def run_media_worker(frames_folder: Path) -> int:
    """Runs one worker by the orders on standard input; returns its exit code."""
    return run(lambda number: Sinks(FrameWriter(frames_folder), LevelWriter(frames_folder, number)))
