"""`cameras find|try|list|add|remove|export|import|…`: what is found and done, as JSON for people and scripts alike.

Rule: a camera that a running program drives, bridge or satellite, is asked and tried by that program, for it has one
connection; on air it is not tried.
"""

import asyncio
import contextlib
import logging
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import msgspec

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.setup_facts import Adopted, SwitchedOn
from console.command_line.cameras import requests
from console.command_line.configuration.file_changes import keeping_cameras
from console.command_line.exits import BadInput, Exit
from console.command_line.files import in_file, read_octets, write_octets
from console.data_folder import DataFolder
from console.trouble import Told, TroubleKind, trouble
from hardware.cameras.camera_passwords import LONGEST_PASSWORD
from hardware.cameras.preset_file import BadPresets, octets_of, read_presets
from hardware.cameras.visca.detection import detect
from hardware.processes.cameras.camera_setup import CameraSetup
from hardware.processes.cameras.carrying import CameraCarrying

DETECTED = ("framing", "port", "checks_sequence", "last_slot", "fastest_pan", "fastest_tilt", "position_octets")
"""What detection says of a camera and nobody has to type."""


def carry_out(request: requests.CamerasRequest) -> int:
    """Carries one of these requests out and returns the exit code; raises `BadInput`."""
    # What a driver tells the program's log stands in the answer; beside it on the error stream it would hide that.
    logging.getLogger("hardware.cameras").addHandler(logging.NullHandler())
    carriers: dict[type[requests.CamerasRequest], Callable[[Any], int]] = {
        requests.FindCameras: _find,
        requests.TryCamera: _try,
        requests.ListCameras: _list,
        requests.AddCamera: _add,
        requests.RemoveCamera: _remove,
        requests.ExportPresets: _export,
        requests.ImportPresets: _import,
        requests.ExportCameras: _export_all,
        requests.ImportCameras: _import_all,
        requests.SwitchCameraOn: _switch_on,
        requests.AdoptCamera: _adopt,
        requests.ForgetPassword: _forget_password,
    }
    with _keeping(request):
        return carriers[type(request)](request)


def _keeping(request: requests.CamerasRequest) -> AbstractContextManager[None]:
    """Lets a request that changes the list keep what it does; the others change nothing."""
    changing = (requests.AddCamera, requests.RemoveCamera, requests.ForgetPassword, requests.ImportCameras)
    if not isinstance(request, changing) or getattr(request, "plan", False):
        return contextlib.nullcontext()
    return keeping_cameras(request.data, request.person, request.reason)


def _find(request: requests.FindCameras) -> int:
    found = asyncio.run(CameraSetup(request.data).find(request.hosts, serial=request.serial))
    _print({"found": found})
    return Exit.DONE if found else Exit.FAILED


def _try(request: requests.TryCamera) -> int:
    profile = _listed(request.data, request.camera)
    seen = asyncio.run(CameraSetup(request.data).try_out(profile))
    _print(seen)
    return Exit.DONE if seen.moved and seen.came_back is not False else Exit.FAILED


def _list(request: requests.ListCameras) -> int:
    setup = CameraSetup(request.data)
    if request.ask:
        _print({"cameras": asyncio.run(setup.all_work())})
    else:
        _print({"cameras": [{"profile": profile} for profile in setup.listed()]})
    return Exit.DONE


def _add(request: requests.AddCamera) -> int:
    setup = CameraSetup(request.data, request.person)
    known = next((profile for profile in setup.listed() if profile.camera == request.camera), None)
    values: dict[str, Any] = {} if known is None else msgspec.to_builtins(known)
    if request.detect and request.host:
        values |= asyncio.run(_detected(request.host, request.port))
    names = (name for name in CameraProfile.__struct_fields__ if name in requests.AddCamera.__struct_fields__)
    values |= {name: value for name in names if (value := getattr(request, name)) is not None}
    try:
        profile = msgspec.convert(values, CameraProfile)
        password = _typed_password() if request.password else None
        setup.save(profile, password)
    except msgspec.ValidationError as error:
        raise BadInput(trouble(TroubleKind.CAMERAS_BAD, why=error)) from error
    except Told as error:
        raise BadInput(in_file(error, request.data.cameras_file)) from error
    _print({"profile": profile})
    return Exit.DONE


async def _detected(host: str, port: int | None) -> dict[str, Any]:
    found = await detect(host, camera="found", port=port)
    if found is None:
        return {}
    said = msgspec.to_builtins(found.profile)
    return {"kind": CameraKind.VISCA.value, **{name: said[name] for name in DETECTED if name in said}}


def _remove(request: requests.RemoveCamera) -> int:
    if not CameraSetup(request.data, request.person).remove(request.camera):
        raise BadInput(trouble(TroubleKind.CAMERA_NOT_LISTED, camera=request.camera))
    _print({"removed": request.camera})
    return Exit.DONE


def _typed_password() -> str:
    """Returns what stands on standard input: nobody else reads it there."""
    password = sys.stdin.readline().rstrip("\r\n")
    if len(password) > LONGEST_PASSWORD:
        raise BadInput(trouble(TroubleKind.PASSWORD_TOO_LONG, most=LONGEST_PASSWORD))
    return password


def _switch_on(request: requests.SwitchCameraOn) -> int:
    profile = _listed(request.data, request.camera)
    reason = asyncio.run(CameraSetup(request.data).switch_on(profile))
    _print(SwitchedOn(camera=profile.camera, reason=reason))
    return Exit.DONE if reason is None else Exit.FAILED


def _adopt(request: requests.AdoptCamera) -> int:
    profile = _listed(request.data, request.camera)
    reason = asyncio.run(CameraSetup(request.data).adopt(profile))
    _print(Adopted(camera=profile.camera, reason=reason))
    return Exit.DONE if reason is None else Exit.FAILED


def _forget_password(request: requests.ForgetPassword) -> int:
    profile = _listed(request.data, request.camera)
    try:
        forgotten = CameraSetup(request.data, request.person).forget_password(profile.camera)
    except OSError as error:
        why = trouble(TroubleKind.FILE_UNWRITABLE, path=request.data.presets, why=error.strerror or error)
        raise BadInput(why) from error
    _print({"camera": profile.camera, "forgotten": forgotten})
    return Exit.DONE


def _export(request: requests.ExportPresets) -> int:
    profile = _listed(request.data, request.camera)
    file = CameraCarrying(request.data).presets(profile)
    write_octets(request.file, octets_of(file))
    _print({"camera": profile.camera, "presets": [preset.name for preset in file.presets]})
    return Exit.DONE


def _import(request: requests.ImportPresets) -> int:
    profile = _listed(request.data, request.camera)
    carrying = CameraCarrying(request.data)
    try:
        file = read_presets(read_octets(request.file))
    except BadPresets as error:
        raise BadInput(in_file(error, request.file)) from error
    carrying.give(profile.camera, file)
    _print({"camera": profile.camera, "presets": [preset.name for preset in file.presets]})
    return Exit.DONE


def _export_all(request: requests.ExportCameras) -> int:
    presets = CameraCarrying(request.data).write_all(request.file)
    _print({"cameras": [{"camera": one.camera, "presets": len(one.presets)} for one in presets]})
    return Exit.DONE


def _import_all(request: requests.ImportCameras) -> int:
    carrying = CameraCarrying(request.data, person=request.person)
    if request.into is not None:
        _listed(request.data, request.into)
    file = carrying.read(request.file, request.into)
    _print(carrying.plan(file) if request.plan else carrying.take(file, overwrite=request.overwrite))
    return Exit.DONE


def _listed(data: DataFolder, camera: str) -> CameraProfile:
    found = next((profile for profile in CameraSetup(data).listed() if profile.camera == camera), None)
    if found is None:
        raise BadInput(trouble(TroubleKind.CAMERA_NOT_LISTED, camera=camera))
    return found


def _print(value: object) -> None:
    """Prints a value, in lines where a person reads along."""
    octets = msgspec.json.encode(value)
    sys.stdout.write((msgspec.json.format(octets) if sys.stdout.isatty() else octets).decode() + "\n")
