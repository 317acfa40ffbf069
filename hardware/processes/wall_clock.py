"""The wall clock of this machine, as everything that a person sees is dated."""

import time


def wall_ms() -> int:
    """Returns wall-clock milliseconds (UTC)."""
    return time.time_ns() // 1_000_000
