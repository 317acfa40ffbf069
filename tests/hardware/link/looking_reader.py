"""A window's place: takes pictures, says so once, and goes on until it is ended. Arguments: folder, key."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from hardware.link.frame_slots import FrameReader


def main(folder: str, key: str) -> None:
    reader, sequence, told = FrameReader(Path(folder)), 0, False
    while True:
        picture = reader.latest(key, sequence)
        if picture is None:
            continue
        sequence = picture.sequence
        if not told:
            print("looking", flush=True)
            told = True


main(sys.argv[1], sys.argv[2])
