"""`profile list`, `show`, `check`, `use` and `overlay`.

Rule: nothing is written that could not be read again: a profile, an overlay and the settings are judged together before
one of them is replaced. A running bridge keeps the profile it was started with.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from console.command_line.actions import Actions
from console.command_line.configuration.file_changes import change_files
from console.command_line.exits import BadInput, Exit
from console.command_line.files import in_file, profile_file, profile_of, read_octets, settings_of
from console.command_line.regulation.phrasing import RegulationSay as Say
from console.command_line.regulation.profile_telling import ProfileTelling
from console.command_line.regulation.requests import (
    CheckProfile,
    ListProfiles,
    PutOverlay,
    RegulationRequest,
    ShowProfile,
    UseProfile,
)
from console.configuration.configuration_parts import ConfigurationPart
from console.regulation.profile import OVERLAY_SCHEMA, BadProfile, ProfileInForce, read_overlay, read_profile
from console.regulation.profile_offer import offer_of

HASH_DIGITS = 12
"""So much of a hash tells profiles apart for people; the log keeps all of it."""


def list_profiles(request: ListProfiles, actions: Actions) -> int:
    """Prints the shipped profiles, and what is in use with its overlay."""
    settings = settings_of(request.data)
    paths = sorted(actions.profiles.glob("*.json"))
    if request.json:
        used = _in_use(request, actions)
        print(msgspec.json.encode([offer_of(_read(path, actions), used) for path in paths]).decode())
        return Exit.DONE
    for path in paths:
        profile = _read(path, actions)
        mark = "*" if path.stem == settings.profile else " "
        values = {"mark": mark, "id": profile.id, "version": profile.version, "name": profile.name}
        print(actions.phrase(Say.PROFILE_LINE, values))
    used = _in_use(request, actions)
    print(actions.phrase(Say.PROFILE_IN_USE, _named(used)))
    if used.open_choices:
        print(ProfileTelling(used, actions.phrase).choice())
    return Exit.DONE


def show_profile(request: ShowProfile, actions: Actions) -> int:
    """Prints what a profile rules, with its articles."""
    named = request.profile
    profile = _in_use(request, actions) if named is None else _read(_found(named, actions), actions)
    print(actions.phrase(Say.PROFILE_LINE, {"mark": "", **_named(profile)}).strip())
    for line in ProfileTelling(profile, actions.phrase).lines():
        print(line)
    return Exit.DONE


def check_profile(request: CheckProfile, actions: Actions) -> int:
    """Says whether a profile file can be used; what is wrong with it is one sentence."""
    profile = _read(request.file, actions)
    print(actions.phrase(Say.PROFILE_GOOD, {"file": request.file, **_named(profile)}))
    if profile.open_choices:
        print(ProfileTelling(profile, actions.phrase).choice())
    return Exit.DONE


def use_profile(request: UseProfile, actions: Actions) -> int:
    """Puts a profile into the settings, and the rule that it leaves open into the overlay."""
    path = _found(request.profile, actions)
    content = read_octets(path)
    overlay = _with_choice(request)
    profile = _read(path, actions, overlay)
    if profile.open_choices:
        raise BadInput(ProfileTelling(profile, actions.phrase).choice())
    shipped = path.parent == actions.profiles
    settings = _raw(request.data.settings_file)
    settings["profile"] = path.stem if shipped else str(path.resolve())
    changes: dict[ConfigurationPart, bytes | None] = {ConfigurationPart.SETTINGS: _written(settings)}
    if overlay is not None:
        changes = {ConfigurationPart.ORGANISATION: overlay, **changes}
    change_files(request.data, changes, request.person, request.reason)
    print(actions.phrase(Say.PROFILE_TAKEN, _named(read_profile(content, actions.program_version(), overlay))))
    print(actions.phrase(Say.RESTART_NEEDED, {}))
    return Exit.DONE


def put_overlay(request: PutOverlay, actions: Actions) -> int:
    """Puts an overlay over the profile in use, or takes it away."""
    path = profile_file(settings_of(request.data), actions.profiles)
    overlay = None if request.file is None else read_octets(request.file)
    profile = _read(path, actions, overlay, request.file)
    change_files(request.data, {ConfigurationPart.ORGANISATION: overlay}, request.person, request.reason)
    if overlay is None:
        print(actions.phrase(Say.OVERLAY_GONE, {"name": profile.name}))
    else:
        organisation = profile.regulation.organisation
        named = {"department": profile.terms.department, "province": organisation.province_name or profile.name}
        print(actions.phrase(Say.OVERLAY_TAKEN, {"name": profile.name, **named}))
    print(actions.phrase(Say.RESTART_NEEDED, {}))
    return Exit.DONE


# ---------------------------------------------------------------- files


def _in_use(request: RegulationRequest, actions: Actions) -> ProfileInForce:
    return profile_of(request.data, settings_of(request.data), actions.profiles, actions.program_version())


def _found(text: str, actions: Actions) -> Path:
    shipped = actions.profiles / f"{text}.json"
    path = shipped if shipped.is_file() else Path(text).expanduser()
    if not path.is_file():
        raise BadInput(actions.phrase(Say.PROFILE_UNKNOWN, {"text": text}))
    return path


def _read(
    path: Path, actions: Actions, overlay: bytes | None = None, overlay_file: Path | None = None
) -> ProfileInForce:
    try:
        return read_profile(read_octets(path), actions.program_version(), overlay)
    except BadProfile as error:
        raise BadInput(in_file(error, overlay_file or path)) from error


def _with_choice(request: UseProfile) -> bytes | None:
    """Returns the overlay as it will stand: with the choice that was typed, without one made for another profile."""
    file = request.data.organisation_file
    raw = _raw(file)
    raw.pop("mute_choice", None)
    if request.mute is not None:
        raw["mute_choice"] = request.mute
    if not raw:
        return None
    octets = _written({"schema": OVERLAY_SCHEMA, **raw})
    try:
        read_overlay(octets)
    except BadProfile as error:
        raise BadInput(in_file(error, file)) from error
    return octets


def _raw(file: Path) -> dict[str, Any]:
    """Returns the object in a file; what is no object is judged by whoever reads it for its meaning."""
    if not file.exists():
        return {}
    try:
        return msgspec.json.decode(read_octets(file).removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except (msgspec.DecodeError, ValueError):
        return {}


def _written(raw: dict[str, Any]) -> bytes:
    return (json.dumps(raw, ensure_ascii=False, indent=2) + "\n").encode()


# ---------------------------------------------------------------- words


def _named(profile: ProfileInForce) -> dict[str, object]:
    digits = profile.hash[:HASH_DIGITS]
    return {"id": profile.id, "version": profile.version, "name": profile.name, "hash": digits}
