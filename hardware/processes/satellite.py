"""The endpoint process of a site: joins with an invitation or as before, says what happens, lives until it is stopped.

Rule: everything about the meeting is the bridge's business; here are a camera, a microphone and a way to the bridge.
The main room joins through the same code, with a credential that its own bridge's folder gives it.
"""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from console.camera_profile import CameraProfile
from console.command_line import requests
from console.command_line.exits import BadInput, Exit
from console.command_line.files import cameras_of, settings_of
from console.data_folder import DataFolder
from console.invitation import SCHEME, BadInvitation, Invitation, read_invitation
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.trouble import TroubleKind, trouble
from console.words import MAIN_SITE, SiteId
from hardware.endpoint.site_agent import SiteAgent
from hardware.link.standard_lines import lines_of_standard_input
from hardware.processes.bridge_joiner import BridgeJoiner
from hardware.processes.lock import AlreadyHeld, FileLock
from hardware.processes.office_actions import front_facts
from hardware.processes.program import version
from hardware.processes.site_equipment import RoomEquipment
from hardware.processes.site_memory import BadMemory, SiteMemory, memory_file, recall, remember
from hardware.processes.site_own_cameras import SiteOwnCameras
from hardware.processes.site_speech import EnglishSiteWords, SiteWords, Spokesman
from hardware.processes.site_wire import SiteWire, write_line
from hardware.processes.site_wire_messages import never_joined
from hardware.processes.stopping import on_stop
from hardware.signalling.client import BridgePlace, Enrolled

INVITATION_SECONDS = 600


@dataclass(frozen=True, kw_only=True)
class SitePlan:
    """Who joins where: with a credential, or with a code that is exchanged for one."""

    site: SiteId
    name: str
    number: int
    place: BridgePlace
    credential: str | None = None
    code: str | None = None
    memory: Path | None = None
    """Where a new credential is kept."""
    cameras: tuple[CameraProfile, ...] = ()
    """Those that this program drives; the main endpoint's are its bridge's business."""
    presets: Path = Path()
    """Where their presets are kept."""


def satellite(request: requests.RunSatellite, words: SiteWords | None = None) -> int:
    """Joins a meeting as a site until the process is asked to end."""
    request.data.root.mkdir(parents=True, exist_ok=True)
    try:
        plan = _plan_of(request)
    except BadInput as error:
        if request.frames is not None:  # the window beside this process would wait for ever
            write_line(msgspec.json.encode(never_joined(error)))
        raise
    return _run(plan, words or EnglishSiteWords(), request.video, request.audio, request.frames)


def main_room(request: requests.RunMainRoom, words: SiteWords | None = None) -> int:
    """Joins the main room to the bridge of its own data folder."""
    try:
        lock = FileLock(request.data.run / "main-room.lock")
    except AlreadyHeld as error:
        raise BadInput(trouble(TroubleKind.MAIN_ROOM_JOINED_ALREADY)) from error
    with lock:
        try:
            plan = main_room_plan(request.data)
        except StoreUnusable as error:
            raise BadInput(error.trouble or str(error)) from error
        return _run(plan, words or EnglishSiteWords(), request.video, request.audio)


def main_room_plan(data: DataFolder) -> SitePlan:
    """Returns the main room's way to its own bridge, over loopback; a stored credential is used again."""
    settings = settings_of(data)
    facts = front_facts(data, settings)
    place = BridgePlace(urls=(f"https://127.0.0.1:{facts.https_port}",), fingerprint=facts.fingerprint)
    memory = data.run / "main-room.json"
    with OfficeStore(data.office_file) as office:
        main = office.sites.ensure_main(settings.main_name)
        known = _own_memory(memory)
        usable = known is not None and office.credentials.check(known.credential) is not None
        code = (
            None
            if usable
            else office.credentials.issue_invitation(MAIN_SITE, (), facts.fingerprint, INVITATION_SECONDS)
        )
    return SitePlan(
        site=MAIN_SITE,
        name=main.name,
        number=0,
        place=place,
        credential=known.credential if known and usable else None,
        code=code,
        memory=memory,
    )


def _plan_of(request: requests.RunSatellite) -> SitePlan:
    memory = memory_file(request.data.root)
    if request.invitation is None:
        known = _known(memory)
        if known is None:
            raise BadInput(trouble(TroubleKind.NOT_JOINED_YET))
        place = BridgePlace(urls=known.urls, fingerprint=known.fingerprint)
        return SitePlan(
            site=known.site,
            name=known.site_name,
            number=_number(known.site),
            place=place,
            credential=known.credential,
            cameras=cameras_of(request.data),
            presets=request.data.presets,
        )
    invitation = _invitation(request.invitation)
    place = BridgePlace(urls=invitation.urls, fingerprint=invitation.fingerprint)
    return SitePlan(
        site=invitation.site,
        name=invitation.site_name,
        number=_number(invitation.site),
        place=place,
        code=invitation.code,
        memory=memory,
        cameras=cameras_of(request.data),
        presets=request.data.presets,
    )


def _own_memory(memory: Path) -> SiteMemory | None:
    """Returns the main room's credential; one that cannot be read is forgotten, for the bridge beside gives another."""
    try:
        return recall(memory)
    except BadMemory:
        return None


def _known(memory: Path) -> SiteMemory | None:
    try:
        return recall(memory)
    except BadMemory as error:
        raise BadInput(error.trouble or str(error)) from error


def _invitation(text: str) -> Invitation:
    try:
        path = Path(text)
        if not path.is_file() and not text.lstrip().startswith((f"{SCHEME}:", "{")):
            raise BadInput(trouble(TroubleKind.FILE_MISSING, path=text))
        return read_invitation(path.read_text(encoding="utf-8") if path.is_file() else text)
    except BadInvitation as error:
        raise BadInput(error.trouble or str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(trouble(TroubleKind.FILE_UNREADABLE, path=text, why=error)) from error


def _number(site: SiteId) -> int:
    digits = "".join(character for character in site if character.isdigit())
    return int(digits) if digits else 0


def _run(plan: SitePlan, words: SiteWords, video: str | None, audio: str | None, frames: Path | None = None) -> int:
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_live(plan, words, video, audio, frames))


async def _live(plan: SitePlan, words: SiteWords, video: str | None, audio: str | None, frames: Path | None) -> int:
    room = RoomEquipment(number=plan.number, name=plan.name)
    room.open_video(video)
    room.open_audio(audio)
    wire = SiteWire(room, frames) if frames is not None else None
    spokesman = Spokesman(room, words) if wire is None else wire
    joiner = BridgeJoiner(
        plan.place, plan.site, credential=plan.credential, code=plan.code, keep=lambda new: _keep(plan, words, new)
    )
    own = SiteOwnCameras(plan.cameras, plan.presets, room.pictures)
    screen = wire.program if wire else None
    equipment = room.site_equipment(joiner, version=version(), screen=screen, watcher=spokesman, cameras=own.cameras)
    agent = SiteAgent(equipment)
    spokesman.agent = own.agent = agent
    own.open()
    on_stop(agent.stop)
    try:
        await (agent.run() if wire is None else _run_with_window(agent, wire))
    finally:
        own.close()
        equipment.threads.close()
        room.close()
    return Exit.DONE


async def _run_with_window(agent: SiteAgent, wire: SiteWire) -> None:
    """Lives until the agent or the window ends."""
    living = asyncio.create_task(agent.run(), name="site")
    showing = asyncio.create_task(wire.show_own_pictures(), name="own picture")
    following = asyncio.create_task(wire.follow(lines_of_standard_input()), name="window")
    await asyncio.wait((living, following), return_when=asyncio.FIRST_COMPLETED)
    agent.stop()
    await living
    for task in (showing, following):
        task.cancel()
    await asyncio.gather(showing, following, return_exceptions=True)


def _keep(plan: SitePlan, words: SiteWords, enrolled: Enrolled) -> None:
    if plan.memory is None:
        return
    memory = SiteMemory(
        site=enrolled.site,
        site_name=enrolled.site_name,
        urls=plan.place.urls,
        fingerprint=plan.place.fingerprint,
        credential=enrolled.credential,
    )
    try:
        remember(plan.memory, memory)
    except OSError as error:
        # On the error stream: the other belongs to the window, where there is one.
        sys.stderr.write(words.trouble(trouble(TroubleKind.CREDENTIAL_NOT_KEPT, why=error.strerror)) + "\n")
