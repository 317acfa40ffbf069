"""Which lines of our own code inputs reach, so that those that come to a new place are changed further.

Rule: only our packages are watched, not the libraries: what they do is bounded from outside, by time and memory.
"""

import sys
from types import FrameType
from typing import Any

from tests.own_process import ROOT
from tests.prove.hostile.decoder import Decoder, answer_to

OURS = tuple(f"{ROOT / package}/" for package in ("console", "hardware"))


class ReachedLines:
    """What was reached so far: file and line."""

    def __init__(self) -> None:
        self.lines: set[tuple[str, int]] = set()

    def answer_to(self, decoder: Decoder, octets: bytes) -> tuple[str, bool]:
        """Returns what a decoder makes of an input, and whether a line was reached that none had reached before."""
        before, former = len(self.lines), sys.gettrace()
        sys.settrace(self._call)
        try:
            answer = answer_to(decoder, octets)
        finally:
            sys.settrace(former)
        return answer, len(self.lines) > before

    def _call(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        return self._line if frame.f_code.co_filename.startswith(OURS) else None

    def _line(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line
