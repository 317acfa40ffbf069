"""A simulated ONVIF camera on a real port: HTTP, SOAP envelopes, logins, a snapshot, and what goes wrong with each.

Rules: it counts what came over the wire, so that a test can ask for single octets; it answers nobody but who asks.
"""

import asyncio
import base64
import hashlib
import importlib
import io
import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from PIL import Image

from hardware.simulator.cameras import onvif_texts as texts
from hardware.simulator.cameras.onvif_camera import OnvifCamera, Refusal
from hardware.simulator.cameras.onvif_login import is_logged_in
from hardware.simulator.cameras.onvif_temper import Snapshot

LARGEST_REQUEST = 64 * 1024
INNER_ADDRESS = "http://192.168.0.90"
PICTURE = "/onvif/snapshot.jpg"
REALM = "camera"

etree: Any = importlib.import_module("lxml.etree")
"""It has no types."""


class OnvifServer:
    """One camera behind HTTP."""

    def __init__(self, camera: OnvifCamera | None = None) -> None:
        self.camera = camera or OnvifCamera()
        self.port = 0
        self.foreign_octets = 0
        """Octets beyond ASCII that came in."""
        self.requests = 0
        self._runner: web.AppRunner | None = None
        self._nonce = secrets.token_hex(8)

    async def open(self, port: int = 0) -> int:
        """Listens on the loopback; returns the port."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_post("/onvif/{service}", self._soap)
        app.router.add_get(PICTURE, self._picture)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self.port

    async def close(self) -> None:
        """Ends every connection."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def address(self) -> str:
        """Where the camera says that it is."""
        return INNER_ADDRESS if self.camera.temper.foreign_addresses else f"http://127.0.0.1:{self.port}"

    # ------------------------------------------------------------ SOAP

    async def _soap(self, request: web.Request) -> web.StreamResponse:
        octets = await request.read()
        self.requests += 1
        self.foreign_octets += sum(octet > 127 for octet in octets)
        temper = self.camera.temper
        if temper.silent:
            await asyncio.sleep(3600)
        if temper.slow_seconds:
            await asyncio.sleep(temper.slow_seconds)
        if temper.babbles:
            return web.Response(text="<html><body>It works!</body></html>", content_type="text/html")
        if temper.endless:
            return await self._without_end(request)
        if temper.http_digest and not self._digest_is_right(request):
            return web.Response(status=401, headers=self._challenge())
        try:
            answer, status = self._answer(octets, request.match_info["service"]), 200
        except Refusal as refusal:
            answer, status = texts.fault("Sender", refusal.subcodes, str(refusal)), 400
        return web.Response(body=answer, status=status, content_type="application/soap+xml", charset="utf-8")

    def _answer(self, octets: bytes, service: str) -> bytes:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            envelope: Any = etree.fromstring(octets, parser)
        except SyntaxError as error:
            raise Refusal("WellFormed", saying="not well formed") from error
        body = envelope.find("{http://www.w3.org/2003/05/soap-envelope}Body")
        request: Any = next(iter(body), None) if body is not None else None
        if request is None:
            raise Refusal("WellFormed", saying="no operation")
        operation = str(request.tag).rsplit("}", 1)[-1]
        open_to_all = operation == "GetSystemDateAndTime" and not self.camera.temper.login_for_time
        if not open_to_all and not self._logged_in(envelope):
            raise Refusal("NotAuthorized", saying="Sender not Authorized")
        return self._carry_out(operation, request, service)

    def _carry_out(self, operation: str, request: Any, service: str) -> bytes:
        temper = self.camera.temper
        if service == "media2_service":
            return texts.envelope(self._media2(operation))
        if service == "imaging_service":
            return texts.envelope(self.camera.focus(operation, request, time.monotonic()))
        plain = {
            "GetSystemDateAndTime": self._time,
            "GetCapabilities": lambda: texts.capabilities_answer(self.address, ptz=temper.has_ptz),
            "GetDeviceInformation": lambda: texts.information_answer("Simulated", temper.model),
            "GetProfiles": lambda: texts.profiles_answer(ptz=temper.has_ptz),
            "GetSnapshotUri": lambda: texts.snapshot_answer(self._picture_address()),
        }
        if temper.has_get_services:
            plain["GetServices"] = lambda: texts.services_answer(self.address, self._missing())
        if operation in plain:
            return texts.envelope(plain[operation]())
        return self.camera.answer(operation, request, time.monotonic())

    def _media2(self, operation: str) -> str:
        if operation == "GetProfiles":
            return texts.profiles2_answer(ptz=self.camera.temper.has_ptz)
        if operation == "GetSnapshotUri":
            return texts.snapshot2_answer(self._picture_address())
        raise Refusal("ActionNotSupported", saying="Optional Action Not Implemented")

    def _missing(self) -> set[str]:
        """Returns words of the services that are not offered; a camera of Profile S here has no media2."""
        temper = self.camera.temper
        words = {"ptz": temper.has_ptz, "ver10/media": temper.has_media, "imaging": temper.has_imaging}
        return {word for word, there in words.items() if not there} | ({"ver20/media"} if temper.has_media else set())

    def _time(self) -> str:
        now = self._now()
        if not self.camera.temper.tells_time:
            return texts.no_time_answer()
        return texts.time_answer(now.year, now.month, now.day, now.hour, now.minute, now.second)

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.camera.temper.clock_offset_seconds)

    def _logged_in(self, envelope: Any) -> bool:
        camera, temper = self.camera, self.camera.temper
        if not camera.user or temper.http_digest:
            return True
        gate = temper.clock_gate_seconds
        return is_logged_in(envelope, camera.user, camera.password, self._now(), gate, zulu_only=temper.zulu_only)

    async def _without_end(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/soap+xml"})
        await response.prepare(request)
        while True:
            await response.write(b" " * 65536)

    # ------------------------------------------------------------ HTTP's own login

    def _challenge(self) -> dict[str, str]:
        return {"WWW-Authenticate": f'Digest realm="{REALM}", nonce="{self._nonce}", qop="auth", algorithm=MD5'}

    def _digest_is_right(self, request: web.Request) -> bool:
        """RFC 7616 with MD5 and qop auth."""
        header = request.headers.get("Authorization", "")
        if not header.startswith("Digest "):
            return False
        parts = dict(part.strip().split("=", 1) for part in header[7:].split(", ") if "=" in part)
        said = {name: value.strip('"') for name, value in parts.items()}
        inner = _md5(f"{said.get('username')}:{REALM}:{self.camera.password}")
        outer = _md5(f"{request.method}:{said.get('uri')}")
        counted = f"{self._nonce}:{said.get('nc')}:{said.get('cnonce')}:{said.get('qop')}"
        return said.get("username") == self.camera.user and said.get("response") == _md5(f"{inner}:{counted}:{outer}")

    # ------------------------------------------------------------ the picture

    def _picture_address(self) -> str:
        if self.camera.temper.snapshot is Snapshot.ELSEWHERE:
            return f"http://127.0.0.1{PICTURE}"
        return f"{self.address}{PICTURE}"

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        kind = self.camera.temper.snapshot
        if self.camera.temper.silent:
            await asyncio.sleep(3600)
        if kind is Snapshot.MISSING:
            return web.Response(status=404)
        if kind is Snapshot.ENDLESS:
            return await self._without_end(request)
        if kind is Snapshot.BASIC:
            wanted = base64.b64encode(f"{self.camera.user}:{self.camera.password}".encode()).decode()
            if request.headers.get("Authorization") != f"Basic {wanted}":
                return web.Response(status=401, headers={"WWW-Authenticate": f'Basic realm="{REALM}"'})
        elif self.camera.user and not self._digest_is_right(request):
            return web.Response(status=401, headers=self._challenge())
        return web.Response(body=picture(), content_type="image/jpeg")


def picture() -> bytes:
    """Returns what the camera shows: a grey room, as JPEG."""
    file = io.BytesIO()
    Image.new("RGB", (640, 360), (96, 104, 112)).save(file, "JPEG")
    return file.getvalue()


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()  # noqa: S324 - what RFC 7616's oldest clients speak
