"""libopus itself, for what FFmpeg's wrapper of it cannot be asked: repairing a lost frame, and concealing one.

Rule: the library is the one that PyAV's wheel brings and has loaded already; nothing is searched at packet time. Where
PyAV was built otherwise and the system has no libopus either, `open_decoder` gives None and the caller makes do.
"""

import contextlib
import ctypes
import ctypes.util
import functools
from pathlib import Path
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray

from hardware.rtc.media_types import AUDIO_CLOCK_HZ

Pcm = NDArray[np.int16]

LONGEST_PACKET_SAMPLES: Final = 5760
"""120 ms, the longest Opus packet (RFC 6716 section 3.2.5)."""
_BUNDLED: Final = ("../av.libs/libopus-*", "../av.libs/opus-*", ".dylibs/libopus*.dylib")


class OpusRefused(ValueError):
    """libopus cannot use what it was given."""


class LibraryDecoder:
    """One decoder to mono at 48 kHz; used by one thread at a time."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        self._state = library.opus_decoder_create(AUDIO_CLOCK_HZ, 1, None)
        if not self._state:
            raise MemoryError("libopus has no memory for a decoder")
        self._room = np.zeros(LONGEST_PACKET_SAMPLES, np.int16)

    def __del__(self) -> None:
        """Gives the decoder's memory back."""
        if getattr(self, "_state", None):
            self._library.opus_decoder_destroy(self._state)

    def decode(self, payload: bytes) -> Pcm:
        """Returns the samples of one packet; raises OpusRefused."""
        return self._run(payload, LONGEST_PACKET_SAMPLES, 0)

    def repair(self, following: bytes, samples: int) -> Pcm:
        """Returns the frame before `following` from the copy that packet carries; raises OpusRefused.

        In-band forward error correction, RFC 6716 section 2.1.7.
        """
        return self._run(following, samples, 1)

    def conceal(self, samples: int) -> Pcm:
        """Returns a frame in place of one of which nothing came; raises OpusRefused."""
        return self._run(None, samples, 0)

    def _run(self, payload: bytes | None, samples: int, repairs: int) -> Pcm:
        size = 0 if payload is None else len(payload)
        count = self._library.opus_decode(self._state, payload, size, self._room.ctypes.data, samples, repairs)
        if count < 0:
            raise OpusRefused(f"libopus refuses it ({count})")
        return self._room[:count].copy()


def open_decoder() -> LibraryDecoder | None:
    """Returns a decoder, None where there is no libopus to be found."""
    library = _library()
    return None if library is None else LibraryDecoder(library)


@functools.cache
def _library() -> ctypes.CDLL | None:
    for name in _names():
        with contextlib.suppress(OSError, AttributeError):
            return _declared(ctypes.CDLL(name))
    return None


def _names() -> list[str]:
    folder = Path(av.__file__).parent
    bundled = [str(path) for pattern in _BUNDLED for path in sorted((folder / pattern).parent.glob(Path(pattern).name))]
    system = ctypes.util.find_library("opus")
    return bundled if system is None else [*bundled, system]


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """Declares what is called; an AttributeError tells that this is no libopus."""
    pointer, number = ctypes.c_void_p, ctypes.c_int
    library.opus_decoder_create.argtypes = [ctypes.c_int32, number, pointer]
    library.opus_decoder_create.restype = pointer
    library.opus_decoder_destroy.argtypes = [pointer]
    library.opus_decoder_destroy.restype = None
    library.opus_decode.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int32, pointer, number, number]
    library.opus_decode.restype = number
    return library
