"""An ONVIF camera behind the port of polled cameras.

Rule: what the camera does not offer is not offered here; media2 is asked where there is no media service of Profile S,
and one service more or less, or one answer that cannot be read, costs no more than what it would have told.
Source: ONVIF PTZ Service Specification (ver20/ptz/wsdl), Media Service Specification (ver10) 5.13 for the profile.
"""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any, Final

from console.words import Reason
from hardware.cameras.head import Position, Velocity
from hardware.cameras.onvif.addresses import NoAddress, picture_addresses
from hardware.cameras.onvif.answers import (
    MediaProfile,
    Node,
    any_profile_of,
    media_profile_of,
    model_of,
    node_of,
    presets_of,
    reading_of,
    token_of,
    uri_of,
)
from hardware.cameras.onvif.client_library import load_library
from hardware.cameras.onvif.focus import (
    IMAGING,
    FocusRange,
    mode_wanted,
    move_wanted,
    options_wanted,
    range_in,
    stop_wanted,
)
from hardware.cameras.onvif.media2 import MEDIA2, picture_in, picture_wanted, profile_in, profiles_wanted
from hardware.cameras.onvif.memory_names import memory_name, token_of_slot
from hardware.cameras.onvif.snapshots import fetch_picture
from hardware.cameras.onvif.soap_camera import (
    SET_UP_SECONDS,
    STOP_SECONDS,
    SoapCamera,
    told,
)
from hardware.cameras.polled.device import DeviceTrouble, Equipment, MemoryGone, Reading
from hardware.cameras.preset_picture import jpeg_of_jpeg

DEAD_MAN: Final = timedelta(seconds=1)
"""The camera stops by itself after that time without another move."""
MOVE_SECONDS: Final = 3.0
"""A camera that does not answer a move is said to be gone within three and a half seconds."""
GONE: Final = (Reason.CAMERA_LOGIN, Reason.CAMERA_UNREACHABLE)
PTZ: Final = "http://www.onvif.org/ver20/ptz/wsdl"
MEDIA: Final = "http://www.onvif.org/ver10/media/wsdl"


class OnvifDevice:
    """One camera; the first thing that it does, in the cameras' thread, is to load the client library."""

    def __init__(self, host: str, port: int, user: str, password: str) -> None:
        self._camera = SoapCamera(host, port, user, password)
        self._user, self._password = user, password
        self._profile: MediaProfile | None = None
        self._node = node_of(None)
        self._focus: FocusRange | None = None
        self._turning = self._focusing = False
        """Something was asked of head and zoom, or of the focus, that only a stop ends for sure."""
        self._has_status = True

    async def set_up(self) -> Equipment:
        """Finds services, the profile that moves, and what its node can do."""
        await load_library()
        async with told(SET_UP_SECONDS):
            return await self._set_up()
        raise AssertionError("told() swallows nothing")

    async def _set_up(self) -> Equipment:
        await self._camera.open()
        model = await self._model()
        self._profile = await self._find_profile() if self._camera.offers(PTZ) else None
        if self._profile is None:
            return Equipment(drives=False, memory=False, absolute=False, position=False, model=model)
        self._node = await self._find_node(self._profile)
        self._focus, self._has_status = await self._find_focus(self._profile), True
        reading = await self.where()
        return Equipment(
            drives=self._node.pan_tilt or self._node.zooms,
            memory=self._node.memory,
            absolute=self._node.absolute,
            position=reading.position is not None,
            focus=self._focus is not None,
            model=model,
        )

    async def _model(self) -> str:
        return model_of(await self._told_or_nothing(self._camera.ask("devicemgmt", "GetDeviceInformation")))

    async def _find_profile(self) -> MediaProfile | None:
        """Returns the profile that moves, of whichever media service has one."""
        offers_both = self._camera.offers(MEDIA) and self._camera.offers(MEDIA2)
        moving: MediaProfile | None = None
        if self._camera.offers(MEDIA):
            looked = self._find_media_profile()
            moving = await self._told_or_nothing(looked) if offers_both else await looked
        if moving is None and self._camera.offers(MEDIA2):
            moving = profile_in(await self._camera.ask_plainly(MEDIA2, profiles_wanted()))
        return moving

    async def _find_media_profile(self) -> MediaProfile | None:
        profiles = await self._camera.ask("media", "GetProfiles")
        moving = media_profile_of(profiles)
        if moving is None:
            nodes = await self._told_or_nothing(self._camera.ask("ptz", "GetNodes"))
            moving = any_profile_of(profiles, nodes)
        return moving

    async def _find_focus(self, profile: MediaProfile) -> FocusRange | None:
        if not profile.source or not self._camera.offers(IMAGING):
            return None
        asked = self._camera.ask_plainly(IMAGING, options_wanted(profile.source))
        options = await self._told_or_nothing(asked)
        return None if options is None else range_in(options, profile.source)

    async def _told_or_nothing(self, asked: Awaitable[Any]) -> Any:
        """Returns an answer that the camera can be used without; None where it refuses it."""
        try:
            return await asked
        except DeviceTrouble as trouble:
            if trouble.reason in GONE:
                raise
            return None

    async def _find_node(self, profile: MediaProfile) -> Node:
        if not profile.node:
            return node_of(None)
        return node_of(await self._told_or_nothing(self._camera.ask("ptz", "GetNode", NodeToken=profile.node)))

    async def where(self) -> Reading:
        """Asks where it stands."""
        if self._profile is None or not self._has_status:
            return Reading(None, None)
        try:
            status = await self._ptz("GetStatus")
        except DeviceTrouble as trouble:
            if trouble.reason in GONE:
                raise
            # A status that is refused stays refused; one that cannot be read may be readable the next time.
            self._has_status = trouble.reason is Reason.CAMERA_FAILED
            return Reading(None, None)
        return reading_of(status, self._node.spaces)

    async def go_to_memory(self, token: str) -> None:
        """Begins to move to a preset."""
        await self._ptz("GotoPreset", PresetToken=token)

    async def keep(self, slot: int, slug: str) -> str:
        """Sets a preset, over the one that we gave this number before; returns its token."""
        name = memory_name(slot, slug)
        before = token_of_slot(slot, await self._presets())
        try:
            return await self._set(name, before)
        except MemoryGone:
            return await self._set(name, None)

    async def _set(self, name: str, before: str | None) -> str:
        over: dict[str, Any] = {} if before is None else {"PresetToken": before}
        token = token_of(await self._ptz("SetPreset", PresetName=name, **over)) or before
        if token is None:
            token = next((known for known, called in await self._presets() if called == name), None)
        if token is None:
            raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera does not say under which token it keeps the preset")
        return token

    async def _presets(self) -> list[tuple[str, str]]:
        """Returns the camera's presets; none where its list cannot be read, which another program may have broken."""
        try:
            return presets_of(await self._ptz("GetPresets"))
        except DeviceTrouble as trouble:
            if trouble.reason in GONE:
                raise
            return []

    async def go(self, position: Position) -> None:
        """Begins to move to a position, all axes in one request: a second one stops the first at some cameras."""
        await self._ptz("AbsoluteMove", Position=self._node.spaces.vector(position))

    async def move(self, velocity: Velocity) -> None:
        """Moves at these speeds; head and zoom are told to stop by themselves after a second."""
        if self._focus is not None and (velocity.focus or self._focusing):
            await self._move_focus(self._focus, velocity.focus)
        if velocity.pan or velocity.tilt or velocity.zoom or self._turning:
            await self._turn(velocity)

    async def _turn(self, velocity: Velocity) -> None:
        self._turning = True
        speeds: dict[str, Any] = {}
        if self._node.pan_tilt:
            speeds["PanTilt"] = {"x": velocity.pan / 100, "y": velocity.tilt / 100}
        if self._node.zooms:
            speeds["Zoom"] = {"x": velocity.zoom / 100}
        await self._ptz("ContinuousMove", Velocity=speeds, Timeout=DEAD_MAN)

    async def _move_focus(self, focus: FocusRange, per_cent: int) -> None:
        if not self._focusing:
            # Some take a move in any mode, and refuse this.
            self._focusing = True
            by_hand = mode_wanted(focus.source, by_itself=False)
            await self._told_or_nothing(self._camera.ask_plainly(IMAGING, by_hand, MOVE_SECONDS))
        order = move_wanted(focus, per_cent) if per_cent else stop_wanted(focus.source)
        await self._camera.ask_plainly(IMAGING, order, MOVE_SECONDS)
        self._focusing = bool(per_cent)

    async def focus_by_itself(self) -> None:
        """Leaves the focus to the camera."""
        if self._focus is None:
            raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera's focus cannot be moved")
        await self._camera.ask_plainly(IMAGING, mode_wanted(self._focus.source, by_itself=True), MOVE_SECONDS)

    async def stop(self) -> None:
        """Stops all axes, the focus too where it was moved; each is tried whatever becomes of the other."""
        if self._profile is None:
            return
        try:
            if self._focus is not None and self._focusing:
                await self._camera.ask_plainly(IMAGING, stop_wanted(self._focus.source), STOP_SECONDS)
                self._focusing = False
        finally:
            await self._ptz("Stop", STOP_SECONDS, PanTilt=True, Zoom=True)
            self._turning = False

    async def snapshot(self) -> bytes | None:
        """Returns the camera's own picture, None where there is none."""
        if self._profile is None:
            return None
        try:
            addresses = picture_addresses(await self._picture_at(self._profile), self._camera.host, self._camera.port)
        except (DeviceTrouble, NoAddress):
            return None
        picture = await fetch_picture(addresses, self._user, self._password)
        return None if picture is None else await asyncio.to_thread(jpeg_of_jpeg, picture)

    async def _picture_at(self, profile: MediaProfile) -> str:
        token = profile.token
        if self._camera.offers(MEDIA):
            return uri_of(await self._camera.ask("media", "GetSnapshotUri", STOP_SECONDS, ProfileToken=token)) or ""
        return picture_in(await self._camera.ask_plainly(MEDIA2, picture_wanted(token), STOP_SECONDS)) or ""

    async def close(self) -> None:
        """Ends the connections."""
        await self._camera.close()

    async def _ptz(self, operation: str, seconds: float = MOVE_SECONDS, **arguments: Any) -> Any:
        if self._profile is None:
            raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera has no profile that moves")
        return await self._camera.ask("ptz", operation, seconds, ProfileToken=self._profile.token, **arguments)
