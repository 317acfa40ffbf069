"""Puts a real site's endpoint together: camera or film or drawn room, sound card or file, the way to the bridge.

Rule: what is missing is said in one sentence and the site joins without it; the meeting sees and hears what there is.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from console.trouble import Trouble, TroubleKind, trouble
from hardware.endpoint.device_list import look_again_for_sound
from hardware.endpoint.equipment import SharedThreads, SiteEquipment
from hardware.endpoint.picture.capture_video import CapturedPictures, picture_input
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.ports import (
    ControlCodec,
    EndpointWatcher,
    Joiner,
    PictureSource,
    PresetCamera,
    ProgramPlayer,
    ProgramScreen,
    Samples,
    SoundSource,
)
from hardware.endpoint.sound.capture_audio import RepeatedSound, SoundUnavailable, read_sound_file
from hardware.endpoint.sound.play_audio import ClockedEar, PlayQueue
from hardware.endpoint.sound.sound_card import SoundCard
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.endpoint.sound.sound_sender import SILENT_DBOV
from hardware.rtc.audio_codec import level_dbov
from hardware.rtc.peer import PeerSettings, make_certificate
from hardware.signalling.control_codec import decode_to_site, encode_from_site
from hardware.simulator.site_sources import DrawnRoom, VoiceSource

TEST = "test"
NOTHING = "none"
DEFAULT_CAMERA = "/dev/video0"
FIRST_PICTURE_SECONDS = 3.0


class LevelEar:
    """Hears the program and keeps its level."""

    def __init__(self) -> None:
        self.level_dbov = SILENT_DBOV

    def hear(self, block: Samples) -> None:
        """Takes the next 20 ms."""
        self.level_dbov = level_dbov(block)


@dataclass(kw_only=True)
class RoomEquipment:
    """What a room has; `troubles` says what is missing, for its technician."""

    number: int
    name: str
    camera: CapturedPictures | None = None
    faults: list[Trouble] = field(default_factory=list[Trouble])
    """What could not be opened."""
    clock: SoundClock = field(default_factory=SoundClock)
    pictures: PictureSource | None = None
    sound: SoundSource | None = None
    player: ProgramPlayer | None = None
    card: SoundCard | None = None
    drawn: DrawnRoom | None = None
    play_queue: PlayQueue | None = None
    """What the sound card plays from."""
    ear: LevelEar | None = None
    """Hears the program where there is no card."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is missing now: a camera may fail, be pulled out and come back at any time."""
        camera = self.camera.trouble if self.camera is not None else None
        card = self.card.troubles if self.card is not None else ()
        return (*self.faults, *card, *((camera,) if camera is not None else ()))

    def open_video(self, source: str | None) -> None:
        """Opens a camera (None: the system's first), a film, or the drawn room (`test`)."""
        if source == NOTHING:
            return
        if source == TEST:
            self.drawn = DrawnRoom(self.number, self.name)
            self.pictures = self.drawn
            return
        self.camera = CapturedPictures(picture_input(source or DEFAULT_CAMERA))
        self.camera.wait_first(FIRST_PICTURE_SECONDS)
        self.pictures = self.camera

    @property
    def played_dbov(self) -> int:
        """Level of the program's sound in this room."""
        if self.card is not None:
            return self.card.played_dbov
        return SILENT_DBOV if self.ear is None else self.ear.level_dbov

    @property
    def heard_dbov(self) -> int | None:
        """Level of the room in its microphone, sent or not; None where only what is sent is known."""
        return None if self.card is None else self.card.heard_dbov

    def hear_program(self) -> None:
        """Hears the program without playing it, where no card does: its level stands in the window."""
        if self.player is None:
            self.ear = LevelEar()
            self.player = ClockedEar(self.ear, self.clock)

    def open_audio(self, source: str | None, loudspeaker: str | None = None) -> None:
        """Opens the sound card (None or devices' names), a sound file, or a voice (`test`)."""
        if source == NOTHING:
            return
        if source == TEST:
            self.sound = VoiceSource(self.number, self.clock)
        elif source is not None and Path(source).is_file():
            self._open_sound_file(Path(source))
        else:
            self._open_card(source, loudspeaker)

    def _open_sound_file(self, path: Path) -> None:
        try:
            self.sound = RepeatedSound(read_sound_file(path), self.clock)
        except SoundUnavailable as error:
            self._note(error)

    def _open_card(self, microphone: str | None, loudspeaker: str | None) -> None:
        queue = PlayQueue()
        card = SoundCard(queue=queue)
        try:
            card.open(microphone=microphone, loudspeaker=loudspeaker)
        except SoundUnavailable as error:
            self.faults += card.troubles
            self._note(error)
            return
        except OSError:  # PortAudio itself is missing
            self.faults.append(trouble(TroubleKind.NO_SOUND_LIBRARY))
            return
        self.card, self.player, self.play_queue = card, queue, queue
        self.sound = card if card.has_microphone else None

    def _note(self, error: SoundUnavailable) -> None:
        if error.trouble is not None:
            self.faults.append(error.trouble)

    def site_equipment(
        self,
        joiner: Joiner,
        *,
        version: str,
        screen: ProgramScreen | None,
        content_screen: ProgramScreen | None = None,
        watcher: EndpointWatcher | None,
        cameras: Mapping[str, PresetCamera],
    ) -> SiteEquipment:
        """Returns the equipment for an agent; called on the running loop."""
        return SiteEquipment(
            joiner=joiner,
            control=ControlCodec(encode_from_site, decode_to_site),
            peer_settings=PeerSettings(
                certificate=make_certificate(),
                include_loopback=True,
                sends_content=True,
                receives_content=content_screen is not None,
            ),
            threads=SharedThreads(pictures=PictureClock(asyncio.get_running_loop()), program=DecodingThread()),
            pictures=self.pictures,
            phase=self.number,
            sound=self.sound,
            screen=screen,
            content_screen=content_screen,
            player=self.player,
            echo=self.card.echo if self.card else None,
            watcher=watcher,
            cameras=cameras,
            program_version=version,
        )

    def close(self) -> None:
        """Lets everything go."""
        if self.pictures is not None:
            self.pictures.close()
        if self.sound is not None:
            self.sound.close()
        if self.card is not None:
            self.card.close()
            look_again_for_sound()
        self.clock.close()
