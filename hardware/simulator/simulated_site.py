"""One simulated site: the real endpoint program with a drawn room, a voice of its own and a technician.

Rule: everything behind the ports is simulated, nothing in front of them: joining, orders, media and coming back are the
endpoint's own code.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
import numpy as np

from console.events import CameraReported
from console.words import Rung
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.endpoint.endpoint_state import JoinPhase
from hardware.endpoint.equipment import SharedThreads, SiteEquipment
from hardware.endpoint.picture.encoder_ladder import RUNGS
from hardware.endpoint.ports import BLOCK_SAMPLES, ControlCodec, Joiner, PictureSource, SoundSource
from hardware.endpoint.site_agent import SiteAgent
from hardware.endpoint.sound.capture_audio import RepeatedSound
from hardware.endpoint.sound.microphone_gate import PressResult
from hardware.endpoint.sound.play_audio import ClockedEar
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.rtc.peer import PeerSettings
from hardware.rtc.video_codec import PictureFormat
from hardware.signalling.control_codec import decode_to_site, encode_from_site
from hardware.simulator import province_orders as orders
from hardware.simulator.cameras.room_camera import CAMERA, RoomCamera
from hardware.simulator.light_encoder import make_light_encoder
from hardware.simulator.lines.line_model import LineConditions
from hardware.simulator.lines.relayed_joiner import RelayedJoiner
from hardware.simulator.observer import SECONDS_KEPT, ProgramObserver
from hardware.simulator.province_orders import SimulatedSite, SiteShown
from hardware.simulator.rooms.echoing_room import EchoingMicrophone, EchoingRoom
from hardware.simulator.rooms.room_view import RoomView
from hardware.simulator.site_sources import DrawnRoom, VoiceSource
from hardware.simulator.technician import SimulatedTechnician
from hardware.simulator.voices import SAMPLE_RATE

HEARD_SECONDS = 0.6
HIGHEST_NUMBER = 240
"""Site numbers that voices tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the simulated sites of one process share."""

    peer_settings: PeerSettings
    threads: SharedThreads
    clock: SoundClock


class RunningSite:
    """One site's agent and its life."""

    def __init__(
        self,
        plan: SimulatedSite,
        joiner: Joiner,
        around: Surroundings,
        observer: ProgramObserver | None = None,
        says: SoundSource | None = None,
        shows: PictureSource | None = None,
    ) -> None:
        """`observer` looks and listens in place of the usual one, `says` is heard in place of the voice, `shows` is
        seen in place of the room.
        """
        self.plan = plan
        self.observer = observer or (ProgramObserver() if plan.observes else None)
        self.line = None if plan.line is None else RelayedJoiner(joiner, plan.line, plan.number)
        self._room = DrawnRoom(plan.number, plan.name)
        self._technician = SimulatedTechnician(plan.technician)
        self._camera = RoomCamera(plan.podium_preset) if plan.podium_preset or plan.ptz_port is not None else None
        self._view = self._room if self._camera is None else RoomView(self._room, self._camera.place)
        self._echo = None if plan.echo is None else EchoingRoom(plan.echo.loss_db, plan.echo.delay_ms, self.observer)
        ear, sound = self._echo or self.observer, says or sound_of(plan, around.clock)
        self._equipment = SiteEquipment(
            joiner=self.line or joiner,
            rungs=rungs_up_to(plan.largest),
            control=ControlCodec(encode_from_site, decode_to_site),
            peer_settings=around.peer_settings,
            threads=around.threads,
            pictures=(shows or self._view) if plan.has_camera else None,
            make_encoder=make_light_encoder,
            phase=plan.number,
            sound=sound if self._echo is None or sound is None else EchoingMicrophone(sound, self._echo),
            screen=self.observer,
            player=None if ear is None else ClockedEar(ear, around.clock),
            cameras={CAMERA: self._camera} if self._camera is not None and plan.podium_preset else {},
            watcher=self,
            program_name="simulated-site",
        )
        self.agent = SiteAgent(self._equipment)
        self._technician.sit_down(self.agent)
        self._camera_open = False
        self._life: asyncio.Task[None] | None = None

    def endpoint_changed(self) -> None:
        """The endpoint's state has changed."""
        self._room.speaking = self.agent.state.microphone.open
        self._technician.look()

    def _camera_reported(self, report: CameraReported) -> None:
        self.agent.camera_reported(report)

    def _camera_seen(self, camera: str) -> None:
        self.agent.camera_seen(camera)

    async def _camera_picture(self) -> bytes | None:
        frame = self._view.picture(WIDTH, HEIGHT)
        return None if frame is None else await asyncio.to_thread(jpeg_of_frame, frame)

    def begin(self, after_seconds: float = 0.0) -> None:
        """Joins the meeting after a while; when that is under way already, tries again at once."""
        if self._life is not None and not self._life.done() and not self.agent.stopping:
            self.agent.retry_now()
            return
        earlier, self.agent = self._life, SiteAgent(self._equipment)
        self._technician.sit_down(self.agent)
        self._life = asyncio.create_task(self._live(earlier, after_seconds), name=f"site {self.plan.site}")

    async def _live(self, earlier: "asyncio.Task[None] | None", after_seconds: float) -> None:
        if earlier is not None:
            await earlier
        await asyncio.sleep(after_seconds)
        if self._camera is not None and not self._camera_open:
            self._camera_open = True
            await self._camera.open(
                self.plan.ptz_port or 0,
                tell=self._camera_reported,
                seen=self._camera_seen,
                take_picture=self._camera_picture,
            )
        await self.agent.run()

    async def end(self) -> None:
        """Leaves the meeting."""
        self.agent.stop()
        self._technician.stand_up()
        if self._life is not None:
            await self._life
        if self._camera is not None:
            self._camera.close()

    def obey(self, order: orders.AnySiteOrder) -> bool:  # noqa: C901, PLR0911 - one arm per order
        """Does what a person at the site would do; returns whether it could be done."""
        match order:
            case orders.AskFloor():
                return self.agent.ask_floor(order.note)
            case orders.WithdrawRequest():
                return self.agent.withdraw_request()
            case orders.SayReady():
                return self.agent.say_ready()
            case orders.EndSpeech():
                return self.agent.end_speech()
            case orders.PressMicrophone():
                result = self.agent.press_microphone(wants_open=order.open)
                return result in {PressResult.OPENED, PressResult.CLOSED, PressResult.UNCHANGED}
            case orders.TickItem():
                self.agent.tick_check(order.stage, order.item, order.result, "", order.by)
            case orders.GiveOrder():
                return self.agent.give_command(order.command)
            case orders.Join():
                self.begin()
            case orders.Leave():
                self.agent.stop()
            case orders.SpoilLine():
                return self._spoil(order.line or LineConditions())
            case orders.Forget() if self.observer is not None:
                self.observer.forget()
            case orders.Show() | orders.Forget():
                pass
        return True

    def _spoil(self, line: LineConditions) -> bool:
        if self.line is not None:
            self.line.set_conditions(up=line, down=line)
        return self.line is not None

    def show(self) -> SiteShown:
        """Returns the site as it is now."""
        state = self.agent.state
        place, gate = state.place, state.microphone
        shown = SiteShown(
            site=self.plan.site,
            phase=state.phase,
            trouble=state.trouble,
            joins=state.joins,
            microphone_open=gate.open,
            may_open=gate.technician_may_open,
            order=gate.order,
            reason=gate.reason,
            listening=gate.listening,
            rung=state.rung,
            on_podium=place is not None and place.on_podium,
            on_deck=place is not None and place.on_deck,
            queue_place=None if place is None else place.queue_place,
            rights=() if state.control is None else state.control.rights,
            given=state.order,
        )
        return shown if self.observer is None or state.phase is not JoinPhase.JOINED else observed(shown, self.observer)


def observed(shown: SiteShown, observer: ProgramObserver) -> SiteShown:
    """Adds what an observer saw and heard."""
    marker, picture = observer.marker(), observer.picture
    enough = len(observer.recording(HEARD_SECONDS)) >= HEARD_SECONDS * SAMPLE_RATE * 0.9
    heard = observer.who_is_heard(range(HIGHEST_NUMBER), HEARD_SECONDS) if enough else None
    level = observer.level_db() if enough else None
    return msgspec.structs.replace(
        shown,
        program_site_number=None if marker is None else marker.site_number,
        program_counter=None if marker is None else marker.counter,
        program_width=None if picture is None else picture.width,
        program_level_db=None if level is None or level == -np.inf else level,
        program_heard=None if heard is None else tuple(sorted(heard)),
    )


def rungs_up_to(largest: Rung) -> Mapping[Rung, PictureFormat]:
    """Returns what a camera makes of each rung that gives no larger picture than one of them."""
    most = RUNGS[largest]
    return {rung: wanted if wanted.width <= most.width else most for rung, wanted in RUNGS.items()}


def sound_of(plan: SimulatedSite, clock: SoundClock) -> SoundSource | None:
    """Returns the site's microphone."""
    if not plan.has_microphone:
        return None
    if not plan.speaks:
        return RepeatedSound(np.zeros(BLOCK_SAMPLES * SECONDS_KEPT, np.int16), clock)
    return VoiceSource(plan.number, clock)
