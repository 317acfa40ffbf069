"""Debian's Janus with its VideoRoom, in a process and a folder of its own, spoken to over its local socket.

Rule: nothing of the machine's own Janus is touched: configuration, socket and ports are this run's. Messages and events
are those of the Janus API and of the VideoRoom plugin (janus.conf.meetecho.com/docs).
"""

import asyncio
import json
import shutil
import socket
import tempfile
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.live_meeting import BenchFailed

START_SECONDS, ANSWER_SECONDS = 10.0, 20.0
MOST_STARTS = 10
LONGEST_MESSAGE = 1 << 17
ROOM, PUBLISHER = 1, 1
PLUGIN = "janus.plugin.videoroom"
OTHER_PLUGINS = ("audiobridge", "duktape", "echotest", "lua", "nosip", "recordplay", "sip", "streaming", "textroom")
OTHER_TRANSPORTS = ("http", "mqtt", "nanomsg", "rabbitmq", "websockets")


def janus_program() -> str | None:
    """Returns where Janus is; None where there is none."""
    return shutil.which("janus")


@dataclass(slots=True)
class Janus:
    """One running server and its one session."""

    process: asyncio.subprocess.Process
    line: socket.socket
    session: int = 0
    _number: int = 0
    _waiting: dict[str, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)

    async def begin(self) -> None:
        """Opens the session and a room for one publisher's H.264."""
        self.session = (await self._ask({"janus": "create"}))["data"]["id"]
        handle = await self.attach()
        wanted = {"request": "create", "room": ROOM, "publishers": 1, "videocodec": "h264", "bitrate": 4_000_000}
        made = await self._ask({"janus": "message", "handle_id": handle, "body": wanted})
        if "error" in made.get("plugindata", {}).get("data", {}):
            raise BenchFailed(f"Janus makes no room: {made}")

    async def attach(self) -> int:
        """Returns a new handle of the plugin."""
        attached = await self._ask({"janus": "attach", "plugin": PLUGIN})
        handle: int = attached["data"]["id"]
        return handle

    async def publish(self, offer: str) -> str:
        """Joins the room as its publisher and returns the answer."""
        handle = await self.attach()
        joining = {"request": "join", "ptype": "publisher", "room": ROOM, "id": PUBLISHER}
        await self._ask({"janus": "message", "handle_id": handle, "body": joining}, event=True)
        body = {"request": "publish", "audio": True, "video": True, "videocodec": "h264"}
        described = {"type": "offer", "sdp": offer}
        told = await self._ask({"janus": "message", "handle_id": handle, "body": body, "jsep": described}, event=True)
        return _sdp_of(told)

    async def subscribe(self) -> tuple[int, str]:
        """Joins as a receiver; returns the handle and Janus' offer."""
        handle = await self.attach()
        body = {"request": "join", "ptype": "subscriber", "room": ROOM, "streams": [{"feed": PUBLISHER}]}
        told = await self._ask({"janus": "message", "handle_id": handle, "body": body}, event=True)
        return handle, _sdp_of(told)

    async def start(self, handle: int, answer: str) -> None:
        """Hands a receiver's answer over."""
        described = {"type": "answer", "sdp": answer}
        order = {"janus": "message", "handle_id": handle, "body": {"request": "start"}, "jsep": described}
        await self._ask(order, event=True)

    # ------------------------------------------------------------ the local socket

    async def _ask(self, message: dict[str, Any], *, event: bool = False) -> dict[str, Any]:
        """Asks and returns the answer, or with `event` what follows the acknowledgement."""
        self._number += 1
        transaction = f"t{self._number}"
        answered: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[transaction] = answered
        whole = message | {"transaction": transaction} | ({"session_id": self.session} if self.session else {})
        await asyncio.get_running_loop().sock_sendall(self.line, json.dumps(whole).encode())
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                told = await answered
        except TimeoutError:
            raise BenchFailed(f"Janus does not answer {message.get('body', message)}") from None
        finally:
            del self._waiting[transaction]
        if told.get("janus") == "error" or (event and "error" in told.get("plugindata", {}).get("data", {})):
            raise BenchFailed(f"Janus refuses: {told}")
        return told

    async def read(self) -> None:
        """Hands answers to whoever waits; one datagram of the socket is one message."""
        loop = asyncio.get_running_loop()
        while octets := await loop.sock_recv(self.line, LONGEST_MESSAGE):
            told: dict[str, Any] = json.loads(octets)
            waiting = self._waiting.get(told.get("transaction", ""))
            if waiting is not None and not waiting.done() and told["janus"] != "ack":
                waiting.set_result(told)


def _sdp_of(told: dict[str, Any]) -> str:
    try:
        sdp: str = told["jsep"]["sdp"]
    except KeyError:
        raise BenchFailed(f"Janus sends no description: {told}") from None
    return sdp


@asynccontextmanager
async def janus(event_loops: int) -> AsyncGenerator[Janus]:
    """Gives a server with a room; `event_loops` of 0 is a thread for each connection."""
    program = janus_program()
    if program is None:
        raise BenchFailed("there is no Janus on this machine (apt install janus)")
    with tempfile.TemporaryDirectory(prefix="diem-cau-janus-") as name:
        folder = Path(name)
        _configure(folder, event_loops)
        async with _running(program, folder) as (process, line):
            server = Janus(process, line)
            reading = asyncio.create_task(server.read(), name="janus reader")
            try:
                await server.begin()
                yield server
            finally:
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)


@asynccontextmanager
async def _running(program: str, folder: Path) -> AsyncGenerator[tuple[asyncio.subprocess.Process, socket.socket]]:
    """Gives a server that answers on its socket; every other start of Janus 1.1.2 opens none and ends at once."""
    for _ in range(MOST_STARTS):
        process = await asyncio.create_subprocess_exec(
            program, "-F", str(folder), stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            line = await _connected(folder / "api.sock", process)
            if line is not None:
                with line:
                    yield process, line
                return
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
    raise BenchFailed(f"Janus opens no socket in {MOST_STARTS} starts")


async def _connected(path: Path, process: asyncio.subprocess.Process) -> socket.socket | None:
    """Returns a line to the server; None when it ended instead."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.setblocking(False)
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.returncode is None:
        try:
            await asyncio.get_running_loop().sock_connect(line, str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            await asyncio.sleep(0.1)
        else:
            return line
    line.close()
    return None


def _configure(folder: Path, event_loops: int) -> None:
    loops = f"    event_loops = {event_loops}\n" if event_loops else ""
    without = ",".join(f"libjanus_{name}.so" for name in (*OTHER_PLUGINS, "videocall", "voicemail"))
    transports = ",".join(f"libjanus_{name}.so" for name in OTHER_TRANSPORTS)
    (folder / "janus.jcfg").write_text(
        f'general: {{\n    configs_folder = "{folder}"\n    debug_level = 4\n{loops}}}\n'
        'media: {\n    rtp_port_range = "21000-39000"\n}\n'
        f'plugins: {{\n    disable = "{without}"\n}}\n'
        f'transports: {{\n    disable = "{transports}"\n}}\n'
    )
    (folder / "janus.transport.pfunix.jcfg").write_text(
        f'general: {{\n    enabled = true\n    json = "compact"\n    path = "{folder}/api.sock"\n}}\nadmin: {{\n}}\n'
    )
    (folder / "janus.plugin.videoroom.jcfg").write_text("general: {\n}\n")
