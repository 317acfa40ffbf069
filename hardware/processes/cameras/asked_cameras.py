"""Questions to the program that drives a folder's cameras, from others of this machine: a camera has one connection.

Rules: a question is a small file in the private folder of the running program, taken once and answered by another; one
that nobody waits for any more moves nothing. A camera that the whole meeting looks through is not turned, nor one that
is just carrying something out.

    run/camera-questions/7f3a….json   {"camera": "main", "act": "try"}
    run/camera-answers/7f3a….json     the answer; gone when it was read
"""

import asyncio
import contextlib
import logging
import time
import uuid
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from console.cameras.camera_facts import CameraFacts
from console.cameras.setup_facts import Tried
from console.command_line.exits import BadInput
from console.command_line.files import write_octets
from console.data_folder import DataFolder
from console.trouble import TroubleKind, trouble
from console.words import Reason
from hardware.cameras.preset_camera import PresetCamera
from hardware.processes.lock import is_held

QUESTIONS, ANSWERS = "camera-questions", "camera-answers"
STALE_SECONDS: Final = 5.0
"""After which whoever asked has gone; also for how long one waits for a question to be taken."""
ANSWER_SECONDS: Final = 60.0
"""A trial is three moves of twenty seconds at the most."""
LOOK_SECONDS: Final = 0.1
LARGEST_OCTETS: Final = 4096

_log = logging.getLogger(__name__)


class Act(StrEnum):
    """What is asked."""

    KNOW = "know"
    TRY = "try"
    ADOPT = "adopt"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a camera is asked for."""

    camera: str
    act: Act


class CameraAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the program that drives it knows of a camera, and what came of a trial or another act."""

    facts: CameraFacts | None = None
    """None: it drives no camera of this name."""
    tried: Tried | None = None
    reason: Reason | None = None


class AskedCameras:
    """The answering side, in the program that drives the cameras; lives on its event loop."""

    def __init__(self, data: DataFolder, cameras: Mapping[str, PresetCamera], on_air: Callable[[], bool]) -> None:
        """`on_air` tells whether the whole meeting looks through this site's camera."""
        self._data, self._cameras, self._on_air = data, cameras, on_air
        self._tasks: set[asyncio.Task[None]] = set()

    def look(self) -> None:
        """Takes the questions that have come."""
        folder = self._data.run / QUESTIONS
        if not folder.is_dir():
            return
        for path in sorted(folder.glob("*.json")):
            question = _take(path)
            camera = None if question is None else self._cameras.get(question.camera)
            if question is not None:
                task = asyncio.create_task(self._answer(path.name, camera, question.act), name="camera question")
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        with contextlib.suppress(OSError):
            folder.rmdir()

    async def _answer(self, name: str, camera: PresetCamera | None, act: Act) -> None:
        answer = CameraAnswer() if camera is None else await self._act(camera, act)
        try:
            await asyncio.to_thread(_put, self._data.run / ANSWERS / name, msgspec.json.encode(answer))
        except BadInput as error:
            _log.error("%s", error)

    async def _act(self, camera: PresetCamera, act: Act) -> CameraAnswer:
        tried = await self._try(camera) if act is Act.TRY else None
        reason = await camera.adopt() if act is Act.ADOPT else None
        return CameraAnswer(facts=camera.facts(), tried=tried, reason=reason)

    async def _try(self, camera: PresetCamera) -> Tried:
        link = camera.facts().link
        if self._on_air():
            return Tried(camera=camera.name, link=link, reason=Reason.CAMERA_ON_AIR)
        seen = await camera.try_out()
        return Tried(camera=camera.name, link=seen.link, moved=seen.moved, came_back=seen.came_back, reason=seen.reason)

    def close(self) -> None:
        """Answers nothing any more."""
        for task in self._tasks:
            task.cancel()


def lock_of(data: DataFolder) -> Path:
    """Returns the lock that the program holds which drives a folder's cameras."""
    return data.run / "cameras.lock"


async def ask_running(data: DataFolder, camera: str, act: Act) -> CameraAnswer | None:
    """Asks the program that drives a folder's cameras; None where none does, or it has no such camera.

    Raises `BadInput` where it does not answer.
    """
    if not lock_of(data).exists() or not is_held(lock_of(data)):
        return None
    name = f"{uuid.uuid4().hex}.json"
    question, answer = data.run / QUESTIONS / name, data.run / ANSWERS / name
    _put(question, msgspec.json.encode(Question(camera=camera, act=act)))
    try:
        if not await _until(lambda: not question.exists(), STALE_SECONDS):
            raise BadInput(trouble(TroubleKind.CAMERA_PROGRAM_SILENT))
        if not await _until(answer.exists, ANSWER_SECONDS):
            raise BadInput(trouble(TroubleKind.CAMERA_PROGRAM_SILENT))
        said = msgspec.json.decode(answer.read_bytes(), type=CameraAnswer)
    except (OSError, msgspec.DecodeError) as error:
        raise BadInput(trouble(TroubleKind.CAMERA_PROGRAM_SILENT)) from error
    finally:
        for path in (question, answer):
            path.unlink(missing_ok=True)
    return said if said.facts is not None else None


async def _until(true: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        await asyncio.sleep(LOOK_SECONDS)
    return True


def _take(path: Path) -> Question | None:
    """Takes a question away; None for one that is too old, or is none."""
    try:
        fresh = time.time() - path.stat().st_mtime <= STALE_SECONDS
        with path.open("rb") as file:
            octets = file.read(LARGEST_OCTETS)
        path.unlink()
        return msgspec.json.decode(octets, type=Question) if fresh else None
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("%s is no question about a camera: %s", path, error)
        return None


def _put(path: Path, octets: bytes) -> None:
    """Puts a file there in one step; raises `BadInput`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BadInput(trouble(TroubleKind.FILE_UNWRITABLE, path=path, why=error.strerror or error)) from error
    write_octets(path, octets)
