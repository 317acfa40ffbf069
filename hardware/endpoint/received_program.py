"""What one connection receives: the program's pictures and sound, together, and the answers to "do you receive it".

Rule: sound is decrypted only while somebody hears it or a question waits for it; pictures wait for their sound, never
the other way round.
"""

import time
from collections.abc import Callable

from console.sites.site_messages import ProgramReported
from hardware.endpoint.equipment import SiteEquipment
from hardware.endpoint.picture.program_pictures import ProgramPictures
from hardware.endpoint.program_report import ProgramQuestions
from hardware.endpoint.reception import PlayedFigures
from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.rtc.lip_sync import LipSync, PlayedSound
from hardware.rtc.media_types import CAMERA_SECTION, AudioPacket, VideoUnit
from hardware.rtc.peer import Peer
from hardware.rtc.picture_hold import PictureHold


class ReceivedProgram:
    """Lives on the event loop; `say` answers questions, `is_warm` tells whether pictures are decoded for nobody."""

    def __init__(
        self,
        equipment: SiteEquipment,
        *,
        say: Callable[[ProgramReported], object],
        peer: Callable[[], Peer | None],
        is_warm: Callable[[], bool],
        also_hears: Callable[[], bool],
    ) -> None:
        self.seen_seconds: float | None = None
        """When the last picture arrived (monotonic)."""
        self.sound = ProgramSound(told_decoded=self._sound_decoded)
        self._equipment = equipment
        self._say = say
        self._peer = peer
        self._is_warm = is_warm
        self._also_hears = also_hears
        self._questions = ProgramQuestions()
        self._lip_sync = LipSync()
        self._pictures = ProgramPictures(
            equipment.screen,
            equipment.threads.program,
            want_key_frame=self._want_key_frame,
            told_undecodable=self._undecodable,
            told_decoded=self._picture_decoded,
        )
        self._hold = PictureHold(self._pictures.take)

    def begin(self, peer: Peer) -> None:
        """Media is up: plays what comes."""
        peer.set_audio_wanted(self._equipment.player is not None)
        if self._equipment.player is not None:
            self._equipment.player.attach(self.sound.next_block)

    def end(self) -> None:
        """Plays nothing any more."""
        self._hold.drop()
        if self._equipment.player is not None:
            self._equipment.player.attach(None)

    def take_picture(self, peer: Peer, unit: VideoUnit) -> None:
        """Takes a picture as it arrived."""
        self.seen_seconds = unit.arrived_seconds
        clocks = peer.sender_clocks(CAMERA_SECTION)
        self._hold.take(unit, self._lip_sync.wait_seconds(unit.rtp_time, clocks, self.heard(), unit.arrived_seconds))

    def heard(self) -> PlayedSound | None:
        """Returns the newest sound that was played, None where nobody hears."""
        player = self._equipment.player
        return None if player is None else self.sound.played(player.delay_seconds)

    def take_sound(self, packet: AudioPacket) -> None:
        """Takes a packet of sound as it arrived."""
        self.sound.take(packet, heard=self._equipment.player is not None)

    def played(self) -> PlayedFigures | None:
        """Returns what playing has cost so far, None where nobody hears."""
        player = self._equipment.player
        if player is None:
            return None
        return PlayedFigures(self.sound.bridged_frames + player.starved_blocks, self.sound.skipped_frames)

    # ------------------------------------------------------------ questions

    def ask(self, request_id: str) -> None:
        """Begins to look for the next picture and the next sound."""
        self._say_all(self._questions.ask(request_id, time.monotonic()))
        self._pictures.keep_warm(warm=True)
        self.sound.probe()
        peer = self._peer()
        if peer is not None:
            peer.set_audio_wanted(True)

    def step(self) -> None:
        """Once a second: ends questions whose time is over."""
        self._say_all(self._questions.expire(time.monotonic()))
        self.rest()

    def rest(self) -> None:
        """Stops decoding what was decoded for a question only."""
        if not self._questions.wants_frame:
            self.follow_place()
        peer = self._peer()
        if peer is not None and not self._questions.wants_sound:
            peer.set_audio_wanted(self._equipment.player is not None or self._also_hears())

    def follow_place(self) -> None:
        """Keeps pictures decoded while the site is on call, so that the next question is answered at once."""
        self._pictures.keep_warm(warm=self._is_warm())

    def _picture_decoded(self, unit: VideoUnit) -> None:
        self._say_all(self._questions.frame_decoded(unit.arrived_seconds, time.monotonic()))
        self.rest()

    def _sound_decoded(self, packet: AudioPacket) -> None:
        self._say_all(self._questions.sound_decoded(packet.arrived_seconds, time.monotonic()))
        self.rest()

    def _say_all(self, reports: list[ProgramReported]) -> None:
        for report in reports:
            self._say(report)

    # ------------------------------------------------------------ key frames

    def _want_key_frame(self) -> None:
        peer = self._peer()
        if peer is not None:
            peer.request_key_frame()

    def _undecodable(self) -> None:
        peer = self._peer()
        if peer is not None:
            peer.decoder_failed()
