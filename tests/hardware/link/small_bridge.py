"""What the link's tests stand on: a small bridge behind a real link server, a window, a client that says anything."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from console.commands import CommandRequest
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import AnyView, Delta, SilenceView, Whole
from console.words import Origin, Outcome
from hardware.link.bridge_doors import AccountDoor, BridgeDoors, NoAccounts, no_history, no_lines
from hardware.link.link_client import BridgeClient
from hardware.link.link_codec import (
    LARGEST_FROM_BRIDGE,
    LINK_VERSION,
    AnyFromBridge,
    Deframer,
    Hello,
    Refused,
    decode_from_bridge,
    encode,
)
from hardware.link.link_server import LinkServer
from hardware.link.run_file import (
    BridgeAddress,
    new_token,
    read_run_file,
    remove_run_file,
    run_file_of,
    write_run_file,
)


class SmallBridge:
    """Stands where the conductor stands: a state with a number, and commands that end in a receipt."""

    def __init__(self, data_folder: Path) -> None:
        self.accounts: AccountDoor = NoAccounts()
        self.run_file = run_file_of(data_folder)
        self.views: dict[str, AnyView] = {"silence": SilenceView(in_force=False)}
        self.number = 0
        self.requests: list[CommandRequest] = []
        self.shown: dict[str, SetViews | None] = {}
        self.answers_wait = asyncio.Event()
        self.answers_wait.set()
        self.read_history: Callable[[HistoryWanted], Awaitable[HistoryPage]] = no_history
        self.read_lines: Callable[[LinesWanted], Awaitable[LinesPage]] = no_lines
        self._subscribers: list[Callable[[Delta], None]] = []

    async def ask(self, request: CommandRequest) -> Receipt:
        self.requests.append(request)
        await self.answers_wait.wait()
        return Receipt(command_id=request.command_id, outcome=Outcome.DONE, took_ms=3)

    def whole(self) -> Whole:
        return Whole(number=self.number, views=dict(self.views))

    def subscribe(self, changed: Callable[[Delta], None]) -> Callable[[], None]:
        self._subscribers.append(changed)
        return lambda: self._subscribers.remove(changed)

    def set_views(self, client_id: str, views: SetViews | None) -> None:
        self.shown[client_id] = views

    def publish(self, *, lost: bool = False, **views: AnyView) -> None:
        self.number += 1
        self.views |= views
        if not lost:
            for changed in self._subscribers:
                changed(Delta(number=self.number, put=views))

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[LinkServer]:
        token = new_token()
        doors = BridgeDoors(
            ask=self.ask,
            whole=self.whole,
            subscribe=self.subscribe,
            set_views=self.set_views,
            read_history=self.read_history,
            read_lines=self.read_lines,
            accounts=self.accounts,
        )
        server = LinkServer(doors, token)
        port = await server.start()
        address = BridgeAddress(port=port, token=token, pid=os.getpid(), frames_folder="/frames", https_port=8443)
        write_run_file(self.run_file, address)
        try:
            yield server
        finally:
            remove_run_file(self.run_file, os.getpid())
            await server.close()


class SeenState:
    """What a window knows: the views put together from the whole and the deltas."""

    def __init__(self) -> None:
        self.views: dict[str, AnyView] = {}
        self.wholes: list[int] = []
        self.deltas: list[int] = []
        self.lost: list[str] = []

    def take_whole(self, whole: Whole) -> None:
        self.views = dict(whole.views)
        self.wholes.append(whole.number)

    def take_delta(self, delta: Delta) -> None:
        self.views |= delta.put
        self.deltas.append(delta.number)


@contextlib.asynccontextmanager
async def window(bridge: SmallBridge, *, reconnect: bool = False) -> AsyncIterator[tuple[BridgeClient, SeenState]]:
    seen = SeenState()
    client = BridgeClient(
        on_whole=seen.take_whole, on_delta=seen.take_delta, on_lost=seen.lost.append, reconnect=reconnect
    )
    await client.connect(bridge.run_file, "Nguyễn Văn A", Origin.WINDOW)
    try:
        yield client, seen
    finally:
        await client.close()


async def until(true: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - the seen state has no event to wait for
            await asyncio.sleep(0.005)


class BareClient:
    """A client that says exactly what the test says."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self._deframer = Deframer(LARGEST_FROM_BRIDGE)
        self._waiting: list[AnyFromBridge] = []

    @classmethod
    @contextlib.asynccontextmanager
    async def connected(cls, bridge: SmallBridge) -> AsyncIterator["BareClient"]:
        reader, writer = await asyncio.open_connection("127.0.0.1", read_run_file(bridge.run_file).port)
        try:
            yield cls(reader, writer)
        finally:
            writer.transport.abort()

    def hello(self, bridge: SmallBridge, *, token: str | None = None, version: int = LINK_VERSION) -> None:
        token = token or read_run_file(bridge.run_file).token
        self.writer.write(encode(Hello(version=version, token=token, person="Lê C", origin=Origin.WINDOW)))

    async def hear(self) -> AnyFromBridge | None:
        async with asyncio.timeout(5):
            while not self._waiting:
                octets = await self.reader.read(65536)
                if not octets:
                    return None
                self._waiting += [decode_from_bridge(body) for body in self._deframer.feed(octets)]
        return self._waiting.pop(0)

    async def hear_refusal(self) -> Refused:
        message = await self.hear()
        assert isinstance(message, Refused), message
        assert await self.hear() is None
        return message
