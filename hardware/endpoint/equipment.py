"""What one site's endpoint is made of; put together by the composition root, a simulator or a test.

Rule: what is None is not there, and the site goes on without it and says so to the bridge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from console.sites.site_messages import Hello
from console.words import Rung
from hardware.endpoint.picture.encoder_ladder import RUNGS
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
    SoundSource,
)
from hardware.endpoint.sound.echo_figures import EchoFigures
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.peer import PeerSettings
from hardware.rtc.video_codec import PictureFormat, VideoEncoder, make_encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedThreads:
    """What all sites of a process share."""

    pictures: PictureClock
    program: DecodingThread

    def close(self) -> None:
        """Ends both threads."""
        self.pictures.close()
        self.program.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEquipment:
    """One site's pieces.

    `phase` spreads the pictures of a process' sites over time. `echo` reads the measured echo of the room.
    """

    joiner: Joiner
    control: ControlCodec
    peer_settings: PeerSettings
    threads: SharedThreads
    pictures: PictureSource | None = None
    make_encoder: Callable[[VideoCodec, PictureFormat], VideoEncoder] = make_encoder
    rungs: Mapping[Rung, PictureFormat] = field(default_factory=lambda: RUNGS)
    phase: int = 0
    sound: SoundSource | None = None
    screen: ProgramScreen | None = None
    content_screen: ProgramScreen | None = None
    """Who looks at content beside the program."""
    player: ProgramPlayer | None = None
    cameras: Mapping[str, PresetCamera] = field(default_factory=dict[str, PresetCamera])
    echo: Callable[[], EchoFigures] | None = None
    watcher: EndpointWatcher | None = None
    program_name: str = "diem-cau"
    program_version: str = "0"


def hello_of(equipment: SiteEquipment) -> Hello:
    """Returns how a site introduces itself to the bridge: what it has and what it can answer."""
    return Hello(
        program=equipment.program_name,
        version=equipment.program_version,
        has_microphone=equipment.sound is not None,
        has_camera=equipment.pictures is not None,
        has_presets=bool(equipment.cameras),
        can_test_sound=True,
        can_test_line=True,
        takes_content=equipment.content_screen is not None,
        can_present=equipment.peer_settings.sends_content,
    )
