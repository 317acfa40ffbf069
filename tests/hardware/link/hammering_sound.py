"""A media worker's place: writes blocks of one sample value each, as fast as it can, until it is ended.

Argument: the folder. Every sample of block N is N modulo 30000, and its site is that number as text.
"""

import sys
from array import array
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from hardware.link.sound_ring import BLOCK_BYTES, SoundRingWriter


def main(folder: str) -> None:
    writer, number = SoundRingWriter(Path(folder)), 0
    while True:
        number = (number + 1) % 30000
        writer.write(array("h", [number] * (BLOCK_BYTES // 2)).tobytes(), str(number))


main(sys.argv[1])
