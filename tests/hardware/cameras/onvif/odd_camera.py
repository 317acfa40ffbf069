"""A camera that answers each operation with a fixed text: the forms in which real devices differ, written anew.

Nothing is copied from a device; each text has the one property that was reported of some (position left out, other
prefixes, faults without subcode, decimals with a comma …).
"""

import asyncio
from enum import Enum, auto

from aiohttp import web

Answer = str | bytes | tuple[int, str | bytes]
"""The body, or the whole answer as octets; with another status of HTTP before it."""

ENVELOPE = (
    '<?xml version="1.0" encoding="utf-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:onvif="http://www.onvif.org/ver10/schema" xmlns:d="http://www.onvif.org/ver10/device/wsdl"'
    ' xmlns:m="http://www.onvif.org/ver10/media/wsdl" xmlns:p="http://www.onvif.org/ver20/ptz/wsdl"'
    ' xmlns:ter="http://www.onvif.org/ver10/error"><SOAP-ENV:Header/><SOAP-ENV:Body>{body}</SOAP-ENV:Body>'
    "</SOAP-ENV:Envelope>"
)
UTC = (
    "<onvif:UTCDateTime><onvif:Time><onvif:Hour>8</onvif:Hour><onvif:Minute>1</onvif:Minute>"
    "<onvif:Second>2</onvif:Second></onvif:Time><onvif:Date><onvif:Year>2026</onvif:Year><onvif:Month>1</onvif:Month>"
    "<onvif:Day>3</onvif:Day></onvif:Date></onvif:UTCDateTime>"
)
TIME = (
    "<d:GetSystemDateAndTimeResponse><d:SystemDateAndTime><onvif:DateTimeType>NTP</onvif:DateTimeType>"
    f"<onvif:DaylightSavings>false</onvif:DaylightSavings>{UTC}</d:SystemDateAndTime></d:GetSystemDateAndTimeResponse>"
)
PROFILES = (
    '<m:GetProfilesResponse><m:Profiles token="p0" fixed="true"><onvif:Name>main</onvif:Name>'
    '<onvif:PTZConfiguration token="t0"><onvif:Name>t</onvif:Name><onvif:UseCount>2</onvif:UseCount>'
    "<onvif:NodeToken>n0</onvif:NodeToken></onvif:PTZConfiguration></m:Profiles></m:GetProfilesResponse>"
)


def fault(inner: str) -> str:
    return f"<SOAP-ENV:Fault>{inner}</SOAP-ENV:Fault>"


def status(inner: str) -> str:
    return f"<p:GetStatusResponse><p:PTZStatus>{inner}</p:PTZStatus></p:GetStatusResponse>"


def position(pan: str, tilt: str, zoom: str | None) -> str:
    lens = "" if zoom is None else f'<onvif:Zoom x="{zoom}"/>'
    return f'<onvif:Position><onvif:PanTilt x="{pan}" y="{tilt}"/>{lens}</onvif:Position>'


NOT_SUPPORTED = fault(
    "<SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:Receiver</SOAP-ENV:Value><SOAP-ENV:Subcode><SOAP-ENV:Value>"
    "ter:ActionNotSupported</SOAP-ENV:Value></SOAP-ENV:Subcode></SOAP-ENV:Code>"
    '<SOAP-ENV:Reason><SOAP-ENV:Text xml:lang="en">Optional Action Not Implemented</SOAP-ENV:Text></SOAP-ENV:Reason>'
)


class Transfer(Enum):
    """How answers come over HTTP."""

    WHOLE = auto()
    CHUNKED = auto()
    UNTIL_CLOSED = auto()
    """Without a length: the connection's end is the answer's."""
    SLOW = auto()
    """A few octets at a time."""


class OddCamera:
    """One camera of fixed answers."""

    def __init__(self, **answers: Answer) -> None:
        self.answers: dict[str, Answer] = {
            "GetSystemDateAndTime": TIME,
            "GetProfiles": PROFILES,
            "GetStatus": status(position("0.25", "-0.5", "0.125")),
            **answers,
        }
        self.asked: list[str] = []
        self.at = ""
        """What stands before the path in the addresses that it names; empty: where it is."""
        self.paths = {"ver10/device": "d", "ver10/media": "m", "ver20/ptz": "p"}
        self.refuses_year = ""
        """Logins that begin with this year are answered with `refusal`."""
        self.refusal: Answer = ""
        self.open_to_all: tuple[str, ...] = ()
        """Operations for which a login counts for nothing."""
        self.refused = 0
        self.transfer = Transfer.WHOLE
        self.content_type = "application/soap+xml"
        self.before = b""
        """What stands before every answer."""
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def open(self) -> int:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        return self.port

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def services(self) -> str:
        entries = "".join(
            f"<d:Service><d:Namespace>http://www.onvif.org/{name}/wsdl</d:Namespace>"
            f"<d:XAddr>{self.at or f'http://127.0.0.1:{self.port}'}/{path}</d:XAddr><d:Version><onvif:Major>2</onvif:Major>"
            "<onvif:Minor>4</onvif:Minor></d:Version></d:Service>"
            for name, path in self.paths.items()
        )
        return f"<d:GetServicesResponse>{entries}</d:GetServicesResponse>"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        octets = await request.read()
        nodes = ("GetNodes", "GetNode", "GetPresets", "SetPreset", "GotoPreset", "Stop")
        known = ("GetServices", "GetDeviceInformation", *nodes)
        operation = next(name for name in (*known, *self.answers) if f":{name}".encode() in octets)
        self.asked.append(operation)
        answer = self.answers.get(operation, self.services() if operation == "GetServices" else (400, NOT_SUPPORTED))
        late = self.refuses_year and f"Created>{self.refuses_year}".encode() in octets.replace(b"</", b"<")
        if late and operation not in self.open_to_all:
            self.refused += 1
            answer = self.refusal
        code, body = answer if isinstance(answer, tuple) else (200, answer)
        whole = body if isinstance(body, bytes) else ENVELOPE.format(body=body).encode()
        return await self._send(request, code, self.before + whole)

    async def _send(self, request: web.Request, code: int, whole: bytes) -> web.StreamResponse:
        if self.transfer is Transfer.WHOLE:
            return web.Response(status=code, body=whole, content_type=self.content_type, charset="utf-8")
        response = web.StreamResponse(status=code, headers={"Content-Type": self.content_type})
        if self.transfer is Transfer.CHUNKED:
            response.enable_chunked_encoding()
        if self.transfer is Transfer.UNTIL_CLOSED:
            response.force_close()
        await response.prepare(request)
        for start in range(0, len(whole), 200):
            await response.write(whole[start : start + 200])
            if self.transfer is Transfer.SLOW:
                await asyncio.sleep(0.02)
        return response
