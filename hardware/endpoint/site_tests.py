"""What the bridge may test of a connection: its sound, and how much its line carries.

Rule: a test never comes before a voice: a microphone that is or comes open to the meeting ends it at once.
"""

from collections.abc import Callable
from typing import Final, Protocol

from console.checks.check_messages import SiteLineTested, TestSiteLine, TestSiteSound
from console.sites.site_messages import FromSiteMessage
from hardware.endpoint.site_sound_tests import SiteSoundTests
from hardware.endpoint.sound.microphone_gate import MicrophoneGate
from hardware.endpoint.sound.sound_sender import SoundSender
from hardware.rtc.line_ramp import LineRate
from hardware.rtc.media_types import AudioPacket

MOST_KILOBITS: Final = 20_000
"""Whatever is asked for, a site sends no more than this."""


class LineUnderTest(Protocol):
    """The connection's line to the bridge, as `Peer` has it."""

    def test_line(self, most_kilobits: int, told: Callable[[LineRate], None]) -> None:
        """Fills the line for some seconds; `told` is called once with what it came to."""
        ...

    def stop_line_test(self) -> None:
        """Breaks the test off."""
        ...


class SiteTests:
    """The tests of one connection; lives on the event loop."""

    def __init__(
        self, sender: SoundSender, say: Callable[[FromSiteMessage], object], changed: Callable[[], None]
    ) -> None:
        """`changed` is called when the program's sound is wanted for a test, and when it is not any more."""
        self._sound = SiteSoundTests(sender, say, changed)
        self._say = say
        self._line: LineUnderTest | None = None

    @property
    def listening(self) -> bool:
        """Whether the program's sound is needed to answer the bridge."""
        return self._sound.listening

    def begin(self, asked: TestSiteSound | TestSiteLine, gate: MicrophoneGate, line: LineUnderTest | None) -> None:
        """Begins what the bridge asks for."""
        if isinstance(asked, TestSiteSound):
            self._sound.begin(asked, gate)
            return
        self._end_line()
        if asked.most_kilobits <= 0:
            return
        if line is None or gate.open:
            self._say(SiteLineTested(request_id=asked.request_id, kilobits=None))
            return
        self._line = line
        line.test_line(min(asked.most_kilobits, MOST_KILOBITS), lambda rate: self._line_tested(asked.request_id, rate))

    def _line_tested(self, request_id: str, rate: LineRate) -> None:
        self._line = None
        self._say(SiteLineTested(request_id=request_id, kilobits=rate.kilobits, full=rate.full))

    def hear(self, packet: AudioPacket) -> None:
        """Takes a packet of the program."""
        self._sound.hear(packet)

    def follow(self, gate: MicrophoneGate) -> None:
        """Ends what an open microphone must not share the line with."""
        self._sound.follow(gate)
        if gate.open:
            self._end_line()

    def end(self) -> None:
        """Ends every test and answers it with what came of it."""
        self._sound.end()
        self._end_line()

    def _end_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.stop_line_test()
