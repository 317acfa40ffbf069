"""Pictures from the media workers to a window, in shared memory: one slot per picture, newest wins.

Rule: one slot has one writer and any number of readers, who never wait for each other. A slot has three buffers and a
growing sequence number; a reader gets the newest finished picture without a copy and asks `still_valid` after it has
drawn or copied it. Nothing a reader does, dying included, touches the file.

A slot's file: 64 bytes of `mapped_files`, then 64-bit words (newest sequence, buffer capacity), at word 16 eight words
for each buffer (sequence or 0 while written, width, height, stride, captured, frame number, length), at byte 4096
the three buffers. Pixels are BGRA, four bytes each (`QImage.Format_RGB32`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hardware.link.mapped_files import (
    FIRST_FREE_WORD,
    FolderIndex,
    MappedFile,
    fence,
    make_generation,
    open_newest,
    retire_all,
)

BUFFERS = 3
PAGE = 4096

_NEWEST_WORD, _CAPACITY_WORD = FIRST_FREE_WORD, FIRST_FREE_WORD + 1
_FIRST_BUFFER_WORD, _WORDS_PER_BUFFER = 16, 8
_SEQUENCE, _WIDTH, _HEIGHT, _STRIDE, _CAPTURED, _FRAME_NUMBER, _LENGTH = range(7)
_COUNTER_BITS = 22
"""Sequences start at generation << 22, so that they also grow from one generation to the next."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a slot, not copied: `pixels` keeps its content until two further pictures were written."""

    key: str
    sequence: int
    width: int
    height: int
    stride: int
    captured_monotonic_ms: int
    frame_number: int
    pixels: memoryview
    _words: memoryview

    def still_valid(self) -> bool:
        """Tells whether the pixels were untouched up to now; ask after using them, not before."""
        fence()
        return self._words[_buffer_word(self.sequence)] == self.sequence


class FrameWriter:
    """Writes pictures into slots of one folder; makes a slot at its first picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._slots: dict[str, MappedFile] = {}

    def write(
        self,
        key: str,
        picture: memoryview | bytes | bytearray,
        width: int,
        height: int,
        stride: int,
        captured_monotonic_ms: int,
        frame_number: int,
    ) -> int:
        """Puts a picture into its slot and returns its sequence number.

        `picture` is contiguous, rows of `stride` bytes. Raises `ValueError` when it is shorter than its size says
        and `NoRoomForPictures` when shared memory is full.
        """
        octets = memoryview(picture).cast("B")
        if width <= 0 or height <= 0 or stride < 4 * width or len(octets) < stride * (height - 1) + 4 * width:
            raise ValueError(f"{len(octets)} bytes are no picture of {width}x{height} with rows of {stride} bytes")
        slot = self._slot_for(key, len(octets))
        words, capacity = slot.words, slot.words[_CAPACITY_WORD]
        sequence: int = words[_NEWEST_WORD] + 1
        at, start = _buffer_word(sequence), _buffer_start(sequence, capacity)
        words[at] = 0
        fence()
        words[at + _WIDTH], words[at + _HEIGHT], words[at + _STRIDE] = width, height, stride
        words[at + _CAPTURED], words[at + _FRAME_NUMBER], words[at + _LENGTH] = (
            captured_monotonic_ms,
            frame_number,
            len(octets),
        )
        slot.octets[start : start + len(octets)] = octets
        fence()
        words[at] = sequence
        fence()
        words[_NEWEST_WORD] = sequence
        return sequence

    def drop(self, key: str) -> None:
        """Ends a slot that nobody wants any more and gives its memory back."""
        if self._slots.pop(key, None) is not None:
            retire_all(self._folder, key)

    def close(self) -> None:
        """Ends every slot of this writer."""
        for key in list(self._slots):
            self.drop(key)

    def _slot_for(self, key: str, length: int) -> MappedFile:
        slot = self._slots.get(key)
        if slot is not None and slot.words[_CAPACITY_WORD] >= length:
            return slot
        capacity = -(-length // PAGE) * PAGE
        slot = make_generation(self._folder, key, PAGE + BUFFERS * capacity, {_CAPACITY_WORD: capacity})
        slot.words[_NEWEST_WORD] = _before_first(slot)
        self._slots[key] = slot
        return slot


class FrameReader:
    """Reads the newest picture of any slot of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._slots: dict[str, MappedFile] = {}
        self._index = FolderIndex(folder)
        self._taken: dict[str, int] = {}

    def latest(self, key: str, after_sequence: int = 0) -> Picture | None:
        """Returns the newest picture of a slot, or None when there is none newer than `after_sequence`."""
        known = self._slots.get(key)
        if known is not None and known.words[_NEWEST_WORD] <= after_sequence and not known.retired:
            return None  # the commonest answer by far: a window asks for every picture thirty times a second
        slot = self._slot(key)
        while slot is not None:
            words = slot.words
            sequence: int = words[_NEWEST_WORD]
            if sequence <= after_sequence or sequence <= _before_first(slot):
                return None
            fence()
            picture = self._picture(key, slot, sequence)
            if picture.still_valid():
                self._taken[key] = sequence
                return picture
        return None

    def changed(self, keys: Iterable[str]) -> list[str]:
        """Returns those of the keys that hold a picture newer than the one this reader took last."""
        found: list[str] = []
        for key in keys:
            slot = self._slot(key)
            if slot is not None and slot.words[_NEWEST_WORD] > self._taken.get(key, _before_first(slot)):
                found.append(key)
        return found

    def _slot(self, key: str) -> MappedFile | None:
        slot = self._slots.get(key)
        if slot is not None and not slot.retired:
            return slot
        if slot is None and not self._index.has(key):
            return None
        slot = open_newest(self._folder, key)
        if slot is None:
            self._slots.pop(key, None)
            return None
        self._slots[key] = slot
        return slot

    def _picture(self, key: str, slot: MappedFile, sequence: int) -> Picture:
        words, at = slot.words, _buffer_word(sequence)
        start = _buffer_start(sequence, words[_CAPACITY_WORD])
        return Picture(
            key=key,
            sequence=sequence,
            width=words[at + _WIDTH],
            height=words[at + _HEIGHT],
            stride=words[at + _STRIDE],
            captured_monotonic_ms=words[at + _CAPTURED],
            frame_number=words[at + _FRAME_NUMBER],
            pixels=slot.octets[start : start + words[at + _LENGTH]],
            _words=words,
        )


def _before_first(slot: MappedFile) -> int:
    return slot.generation << _COUNTER_BITS


def _buffer_word(sequence: int) -> int:
    return _FIRST_BUFFER_WORD + sequence % BUFFERS * _WORDS_PER_BUFFER


def _buffer_start(sequence: int, capacity: int) -> int:
    return PAGE + sequence % BUFFERS * capacity
