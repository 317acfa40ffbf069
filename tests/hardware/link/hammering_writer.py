"""A media worker's place: writes pictures of one colour each, as fast as it can, until it is ended.

Arguments: folder, key, width, height. The colour of picture N is N modulo 251 in every octet.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from hardware.link.frame_slots import FrameWriter


def main(folder: str, key: str, width: int, height: int) -> None:
    writer = FrameWriter(Path(folder))
    number = 0
    while True:
        number += 1
        writer.write(key, bytes([number % 251]) * (4 * width * height), width, height, 4 * width, number, number)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
