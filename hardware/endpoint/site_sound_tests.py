"""A site's part of the bridge's sound test: measures the tone that the bridge plays to it, or sends one of its own.

Rules: the own tone takes the microphone's place only while the bridge alone listens; a microphone that is or comes open
to the meeting ends it at once. A test ends by its time and is answered once; a new one ends the one before.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final

from console.checks.check_messages import SiteSoundTested, TestSiteSound
from console.sites.site_messages import FromSiteMessage
from hardware.endpoint.sound.microphone_gate import MicrophoneGate
from hardware.endpoint.sound.sound_sender import SoundSender
from hardware.rtc.audio_codec import OpusDecoder, SoundUndecodable
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.tones import FRAME_SAMPLES, Tone, ToneMeter

LONGEST_MS: Final = 10_000


class SiteSoundTests:
    """The sound tests of one connection; lives on the event loop."""

    def __init__(
        self, sender: SoundSender, say: Callable[[FromSiteMessage], object], changed: Callable[[], None]
    ) -> None:
        """`changed` is called when the program's sound is wanted for a test, and when it is not any more."""
        self._sender, self._say, self._changed = sender, say, changed
        self._asked: TestSiteSound | None = None
        self._meter: ToneMeter | None = None
        self._decoder: OpusDecoder | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def listening(self) -> bool:
        """Whether the program's sound is needed to answer the bridge."""
        return self._meter is not None

    def begin(self, asked: TestSiteSound, gate: MicrophoneGate) -> None:
        """Begins what the bridge asks for; a tone into an open microphone is refused by an empty answer."""
        self.end()
        self._asked = asked
        if asked.play_hertz is not None:
            if not gate.listening or gate.open:
                self.end()
                return
            self._sender.play(Tone(asked.play_hertz))
        else:
            self._meter, self._decoder = ToneMeter(asked.listen_hertz), OpusDecoder()
        seconds = min(asked.milliseconds, LONGEST_MS) / 1000
        self._timer = asyncio.get_running_loop().call_later(seconds, self.end)
        self._changed()

    def hear(self, packet: AudioPacket) -> None:
        """Takes a packet of the program."""
        if self._meter is None or self._decoder is None:
            return
        with contextlib.suppress(SoundUndecodable):
            sound = self._decoder.decode(packet.payload)
            if len(sound) == FRAME_SAMPLES:
                self._meter.hear(sound)

    def follow(self, gate: MicrophoneGate) -> None:
        """Ends the own tone when the microphone is open to the meeting, or the bridge has stopped listening."""
        if self._asked is not None and self._asked.play_hertz is not None and (gate.open or not gate.listening):
            self.end()

    def end(self) -> None:
        """Ends the test that runs and answers it with what came of it."""
        asked, self._asked = self._asked, None
        if self._timer is not None:
            self._timer.cancel()
        sent = self._sender.play(None)
        meter, self._meter, self._decoder, self._timer = self._meter, None, None, None
        if asked is None:
            return
        if meter is None:
            self._say(SiteSoundTested(request_id=asked.request_id, frames=sent))
        else:
            heard = meter.loudness()
            self._say(
                SiteSoundTested(
                    request_id=asked.request_id,
                    frames=heard.frames,
                    level_db=heard.level_db,
                    peak_db=heard.peak_db,
                    tone_db=heard.tone_db,
                )
            )
        self._changed()
