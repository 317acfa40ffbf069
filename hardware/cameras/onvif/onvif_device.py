"""An ONVIF camera behind the port of polled cameras.

Source: ONVIF PTZ Service Specification (ver20/ptz/wsdl), Media Service Specification (ver10) 5.13 for the profile.
"""

import asyncio
from datetime import timedelta
from typing import Any, Final

from console.words import Reason
from hardware.cameras.head import Position, Velocity
from hardware.cameras.onvif.addresses import NoAddress, picture_addresses
from hardware.cameras.onvif.answers import (
    MediaProfile,
    Node,
    media_profile_of,
    model_of,
    node_of,
    presets_of,
    reading_of,
    token_of,
    uri_of,
)
from hardware.cameras.onvif.client_library import load_library
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
        if not self._camera.offers(PTZ) or not self._camera.offers(MEDIA):
            return Equipment(drives=False, memory=False, absolute=False, position=False, model=model)
        self._profile = media_profile_of(await self._camera.ask("media", "GetProfiles"))
        if self._profile is None:
            return Equipment(drives=False, memory=False, absolute=False, position=False, model=model)
        self._node = await self._find_node(self._profile)
        self._has_status = True
        reading = await self.where()
        return Equipment(
            drives=self._node.pan_tilt or self._node.zooms,
            memory=self._node.memory,
            absolute=self._node.absolute,
            position=reading.position is not None,
            model=model,
        )

    async def _model(self) -> str:
        try:
            return model_of(await self._camera.ask("devicemgmt", "GetDeviceInformation"))
        except DeviceTrouble as trouble:
            if trouble.reason in GONE:
                raise
            return ""

    async def _find_node(self, profile: MediaProfile) -> Node:
        try:
            if profile.node:
                return node_of(await self._camera.ask("ptz", "GetNode", NodeToken=profile.node))
        except DeviceTrouble as trouble:
            if trouble.reason in GONE:
                raise
        return node_of(None)

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
        """Moves at these speeds; the camera is told to stop by itself after a second."""
        speeds: dict[str, Any] = {}
        if self._node.pan_tilt:
            speeds["PanTilt"] = {"x": velocity.pan / 100, "y": velocity.tilt / 100}
        if self._node.zooms:
            speeds["Zoom"] = {"x": velocity.zoom / 100}
        await self._ptz("ContinuousMove", Velocity=speeds, Timeout=DEAD_MAN)

    async def stop(self) -> None:
        """Stops all axes."""
        if self._profile is not None:
            await self._ptz("Stop", STOP_SECONDS, PanTilt=True, Zoom=True)

    async def snapshot(self) -> bytes | None:
        """Returns the camera's own picture, None where there is none."""
        if self._profile is None:
            return None
        try:
            answer = await self._camera.ask("media", "GetSnapshotUri", STOP_SECONDS, ProfileToken=self._profile.token)
            addresses = picture_addresses(uri_of(answer) or "", self._camera.host, self._camera.port)
        except (DeviceTrouble, NoAddress):
            return None
        picture = await fetch_picture(addresses, self._user, self._password)
        return None if picture is None else await asyncio.to_thread(jpeg_of_jpeg, picture)

    async def close(self) -> None:
        """Ends the connections."""
        await self._camera.close()

    async def _ptz(self, operation: str, seconds: float = MOVE_SECONDS, **arguments: Any) -> Any:
        if self._profile is None:
            raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera has no profile that moves")
        return await self._camera.ask("ptz", operation, seconds, ProfileToken=self._profile.token, **arguments)
