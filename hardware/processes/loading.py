"""Loads modules without looking for rubbish among them meanwhile.

Rule: what a process loads lives as long as the process does. Looking through all of it again and again is a fifth of
what a media worker's loading costs and a tenth of the window's; afterwards it stays out of every further look.
"""

import contextlib
import gc
from collections.abc import Generator


@contextlib.contextmanager
def loading() -> Generator[None]:
    """Keeps the garbage collector still while the context lasts, and lets it leave alone what is there at the end."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if swept:
            gc.enable()
