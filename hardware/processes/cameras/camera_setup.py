"""The setting up of a site's cameras, for the command line and for windows: found, detected, tried out, written down.

Rules: looking and detecting move nothing; only the trial turns a camera, a little and back. A camera is written into
the cameras file whole or not at all; its password goes into the passwords' file and nowhere else.
"""

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraKind, CameraProfile, CamerasFile, Framing, read_cameras
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import Found, Tried, Works
from console.command_line.files import cameras_of, write_octets
from console.commands import AdoptPresets, SwitchOnCamera
from console.data_folder import DataFolder
from console.events import CameraReported
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason
from hardware.cameras.camera_passwords import keep_password, password_of
from hardware.cameras.discovery.search import Candidates, search
from hardware.cameras.drivers import driver_of
from hardware.cameras.head import HeadDriver, HeadEnd
from hardware.cameras.kept_presets import presents
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.try_out import switch_on, try_out
from hardware.cameras.visca.detection import FoundCamera, detect, detect_serial
from hardware.cameras.visca.known_models import called
from hardware.cameras.whose_presets import model_before, others
from hardware.processes.cameras.asked_cameras import Act, ask_running
from hardware.processes.cameras.list_writer import tell_writer
from hardware.processes.cameras.running_bridge import ask_bridge, cameras_of_bridge

ASKED_SECONDS: Final = 6.0
LOADED_SECONDS: Final = 25.0
"""For a camera whose client library this process has yet to load, on a slow machine; it ends with its first answer."""
TOLD: Final = (CameraLink.STANDBY, CameraLink.LOGIN_REFUSED)
"""Links that stay as they are until a person does something."""
SETTLED_SECONDS: Final = 0.6
"""After which a camera that is there has told what it can."""
DETECTED_AT_ONCE: Final = 8


class CameraSetup:
    """The cameras of one data folder."""

    def __init__(self, data: DataFolder, person: str = "") -> None:
        """`person` is who changes the list, for the log of a program that runs."""
        self._data, self._person = data, person

    def listed(self) -> tuple[CameraProfile, ...]:
        """Returns the cameras of the cameras file; raises `BadInput`."""
        return cameras_of(self._data)

    # ------------------------------------------------------------ found

    async def find(self, hosts: Sequence[str] = (), *, serial: bool = False) -> tuple[Found, ...]:
        """Looks at the network, at named addresses and at this machine; `serial` asks on every serial port too."""
        candidates = await search(hosts)
        by_network, by_serial = await asyncio.gather(
            self._detected((*hosts, *(camera.host for camera in candidates.network))),
            self._on_serial(candidates) if serial else _nothing(),
        )
        return self._numbered([*_onvif(candidates), *by_network, *by_serial, *_usb(candidates)])

    async def _detected(self, hosts: Iterable[str]) -> list[Found]:
        turn = asyncio.Semaphore(DETECTED_AT_ONCE)

        async def one(host: str) -> FoundCamera | None:
            async with turn:
                return await detect(host, camera="found")

        said = await asyncio.gather(*(one(host) for host in dict.fromkeys(hosts)))
        return [Found(profile=camera.profile, model=camera.model) for camera in said if camera is not None]

    async def _on_serial(self, candidates: Candidates) -> list[Found]:
        found: list[Found] = []
        for port in candidates.serial:
            cameras = await detect_serial(port.device, camera="found")
            found += [Found(profile=camera.profile, name=port.name, model=camera.model) for camera in cameras]
        return found

    def _numbered(self, found: list[Found]) -> tuple[Found, ...]:
        """Gives every find a name of its own, and says which are known already."""
        listed = self.listed()
        known = {place_of(profile): profile.camera for profile in listed}
        names = free_names({profile.camera for profile in listed}, len(found))
        return tuple(
            replace(
                one,
                profile=replace(one.profile, camera=name),
                known_as=known.get(place_of(one.profile), ""),
            )
            for one, name in zip(found, names, strict=True)
        )

    # ------------------------------------------------------------ asked and tried

    async def works(self, profile: CameraProfile) -> Works:
        """Returns what a camera can do by its own answers; moves nothing but that it is told to stand still."""
        changed = asyncio.Event()

        def ended(_end: HeadEnd) -> None:
            """Nothing was asked that ends."""

        driver = driver_of(profile, self._data.presets, ended=ended, changed=changed.set)
        try:
            driver.open()
            await _until_settled(driver, changed, onvif=profile.kind is CameraKind.ONVIF)
            works = Works(profile=profile, link=driver.link, abilities=driver.abilities)
            return self._compared(self._kept(works), driver.model)
        finally:
            driver.close()

    async def all_work(self) -> tuple[Works, ...]:
        """Returns what works at every listed camera: what a running bridge knows of it, else its own answers."""
        listed = self.listed()
        views = await cameras_of_bridge(self._data, [profile.camera for profile in listed])

        async def one(profile: CameraProfile) -> Works:
            view = views.get(profile.camera)
            if view is not None:
                return replace(self._kept(_known(profile, view)), failure=view.failure)
            answer = await ask_running(self._data, profile.camera, Act.KNOW)
            if answer is None or answer.facts is None:
                return await self.works(profile)
            return self._kept(_known(profile, answer.facts))

        return tuple(await asyncio.gather(*(one(profile) for profile in listed)))

    def _kept(self, works: Works) -> Works:
        """Returns the same with what is kept here."""
        camera = works.profile.camera
        presets = len(presents(PresetBook(self._data.presets, camera).entries))
        return replace(works, presets=presets, password_kept=bool(password_of(self._data.presets, camera)))

    def _compared(self, works: Works, model: str) -> Works:
        """Returns the same with the presets that were saved at another model than this."""
        entries = PresetBook(self._data.presets, works.profile.camera).entries
        names = tuple(preset.name for preset in others(entries, model))
        return replace(works, model=called(model), of_another=names, model_before=model_before(entries, model))

    async def switch_on(self, profile: CameraProfile) -> Reason | None:
        """Wakes a camera from standby, by the running bridge where it drives it; returns why not."""
        command = SwitchOnCamera(site=MAIN_SITE, camera=profile.camera)
        receipt = await ask_bridge(self._data, profile.camera, command)
        if receipt is not None:
            return None if receipt.outcome is Outcome.DONE else receipt.reason or Reason.CAMERA_FAILED
        return await switch_on(profile, self._data.presets)

    async def try_out(self, profile: CameraProfile) -> Tried:
        """Turns a camera a little and back, by the running program where it drives it; raises `BadInput`."""
        answer = await ask_running(self._data, profile.camera, Act.TRY)
        if answer is not None and answer.tried is not None:
            return answer.tried
        seen = await try_out(profile, self._data.presets)
        moved, back = seen.moved, seen.came_back
        return Tried(camera=profile.camera, link=seen.link, moved=moved, came_back=back, reason=seen.reason)

    async def adopt(self, profile: CameraProfile) -> Reason | None:
        """Takes presets of the model before as ones of the camera that stands there; returns why not.

        The running program does it where one drives the camera; raises `BadInput`.
        """
        command = AdoptPresets(site=MAIN_SITE, camera=profile.camera)
        receipt = await ask_bridge(self._data, profile.camera, command)
        if receipt is not None:
            return None if receipt.outcome is Outcome.DONE else receipt.reason or Reason.CAMERA_FAILED
        answer = await ask_running(self._data, profile.camera, Act.ADOPT)
        return await adopt_presets(profile, self._data.presets) if answer is None else answer.reason

    # ------------------------------------------------------------ written down

    def save(self, profile: CameraProfile, password: str | None = None) -> None:
        """Writes a camera into the cameras file, in the place of one of its name; raises `BadInput`, `BadCameras`.

        `password` None leaves the one that is kept.
        """
        if password is not None:
            # Before the camera is in the list: a program that runs reaches for it as soon as it is.
            self._data.root.mkdir(parents=True, exist_ok=True)
            tell_writer(self._data, self._person)
            keep_password(self._data.presets, profile.camera, password)
        self.save_all([profile])

    def save_all(self, profiles: Sequence[CameraProfile]) -> None:
        """Writes cameras into the cameras file, each in the place of one of its name; raises as `save`."""
        named = {profile.camera: profile for profile in profiles}
        kept = [named.pop(known.camera, known) for known in self.listed()]
        self._write((*kept, *named.values()))

    def remove(self, camera: str) -> bool:
        """Takes a camera out of the cameras file; its presets stay. Tells whether it was there."""
        listed = self.listed()
        left = tuple(profile for profile in listed if profile.camera != camera)
        if len(left) < len(listed):
            self._write(left)
            keep_password(self._data.presets, camera, "")
        return len(left) < len(listed)

    def forget_password(self, camera: str) -> bool:
        """Forgets the password that is kept for a camera; tells whether there was one. Raises `OSError`."""
        kept = bool(password_of(self._data.presets, camera))
        if kept:
            tell_writer(self._data, self._person)
            keep_password(self._data.presets, camera, "")
        return kept

    def _write(self, cameras: tuple[CameraProfile, ...]) -> None:
        octets = msgspec.json.format(msgspec.json.encode(CamerasFile(cameras=cameras)))
        read_cameras(octets)
        self._data.root.mkdir(parents=True, exist_ok=True)
        tell_writer(self._data, self._person)
        write_octets(self._data.cameras_file, octets)


def _known(profile: CameraProfile, known: CameraView | CameraFacts) -> Works:
    return Works(
        profile=profile,
        link=known.link,
        abilities=known.abilities,
        model=known.model,
        of_another=known.of_another,
        model_before=known.model_before,
    )


async def adopt_presets(profile: CameraProfile, folder: Path) -> Reason | None:
    """Takes a camera's presets as ones of the model that stands there, while no program drives it; returns why not."""
    changed = asyncio.Event()

    def tell(_told: CameraReported | CameraFacts) -> None:
        changed.set()

    camera = PresetCamera(profile, folder, tell=tell, tell_facts=tell)
    camera.open()
    try:
        with contextlib.suppress(TimeoutError):  # some tell no place, and `adopt` says where there is no model
            async with asyncio.timeout(LOADED_SECONDS if profile.kind is CameraKind.ONVIF else ASKED_SECONDS):
                while not camera.facts().model or CameraAbility.POSITION not in camera.facts().abilities:
                    changed.clear()
                    await changed.wait()
        return await camera.adopt()
    finally:
        await camera.retire()


def place_of(profile: CameraProfile) -> tuple[object, ...]:
    """Returns what tells whether two profiles are of one camera."""
    if profile.kind is CameraKind.USB:
        return (profile.kind, profile.device)
    if profile.kind is CameraKind.VISCA and profile.framing is Framing.SERIAL:
        return (profile.kind, profile.serial_port, profile.serial_address)
    return (profile.kind, profile.host, profile.wire_port)


def free_names(taken: set[str], count: int) -> list[str]:
    """Returns so many names of cameras that are not taken."""
    numbered = (f"camera-{number}" for number in range(1, len(taken) + count + 1))
    return [name for name in numbered if name not in taken][:count]


def _onvif(candidates: Candidates) -> list[Found]:
    return [
        Found(
            profile=CameraProfile(camera="found", kind=CameraKind.ONVIF, host=camera.host, port=camera.port),
            name=camera.name or camera.location,
            model=camera.model,
        )
        for camera in candidates.network
    ]


def _usb(candidates: Candidates) -> list[Found]:
    return [
        Found(profile=CameraProfile(camera="found", kind=CameraKind.USB, device=camera.device), name=camera.name)
        for camera in candidates.usb
        if camera.turns
    ]


async def _nothing() -> list[Found]:
    return []


async def _until_settled(driver: HeadDriver, changed: asyncio.Event, *, onvif: bool) -> None:
    told = (*TOLD, CameraLink.UNREACHABLE) if onvif else TOLD
    try:
        async with asyncio.timeout(LOADED_SECONDS if onvif else ASKED_SECONDS):
            while not driver.link.usable and driver.link not in told:
                changed.clear()
                await changed.wait()
    except TimeoutError:
        return
    await asyncio.sleep(SETTLED_SECONDS)
