"""A client's end of the link: the window (under qasync) and the commands `do` and `show`.

Rule: state is what the bridge sent: a whole snapshot, then deltas without a gap; at a gap, and after every reconnect,
the whole is taken again. A command is sent once and never repeated by itself: whoever asked decides, and may use the
same command id.
"""

import asyncio
import contextlib
import itertools
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

from console.accounts.account import Failed
from console.accounts.standing import ConsoleStanding
from console.commands import AnyCommand
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import Delta, Whole
from console.trouble import TroubleKind, trouble
from console.words import CommandId, Origin
from hardware.link.client_login import ClientLogin
from hardware.link.link_codec import (
    LARGEST_FROM_BRIDGE,
    LINK_VERSION,
    Accepted,
    AnyFromBridge,
    Ask,
    AskHistory,
    AskLines,
    AskWhole,
    Deframer,
    DeltaSent,
    Follow,
    Hello,
    HistorySent,
    LinesSent,
    LinkMalformed,
    LockConsole,
    LogIn,
    LoginRefused,
    ReceiptGiven,
    Refused,
    ShowViews,
    StandingTold,
    WholeSent,
    decode_from_bridge,
    encode,
)
from hardware.link.run_file import BridgeAddress, NoBridge, read_run_file

CONNECT_SECONDS = 5.0
RECEIPT_SECONDS = 30.0
ANSWER_SECONDS = 15.0
"""For a page of the past: the disk may be slow, and others may have asked before."""
RETRY_SECONDS = 0.25
"""Between two attempts to find the bridge again: a new window's picture within 2 s needs less than one."""
READ_OCTETS = 256 * 1024
MOST_FOLLOWED = 256
"""Changes that wait for a reader of `follow`; beyond it they are dropped and the whole comes instead."""


_Result = TypeVar("_Result")


class LinkLost(Exception):
    """The bridge is gone; what was asked may or may not have been done."""


class LinkRefused(Exception):
    """The bridge ended this link; `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.text)
        self.refused = refused


class ReceiptMissing(Exception):
    """No receipt came in time; the command may still be carried out."""


class BridgeClient:
    """One link to a running bridge. All callbacks run on the loop that called `connect`."""

    def __init__(
        self,
        *,
        on_whole: Callable[[Whole], None] | None = None,
        on_delta: Callable[[Delta], None] | None = None,
        on_lost: Callable[[str], None] | None = None,
        on_standing: Callable[[ConsoleStanding], None] | None = None,
        reconnect: bool = False,
        ticket: str = "",
    ) -> None:
        """`ticket` stands for a login that was made before."""
        self._on_whole, self._on_delta, self._on_lost = on_whole, on_delta, on_lost
        self.login = ClientLogin(ticket, on_standing)
        self._reconnect = reconnect
        self._follow = on_whole is not None or on_delta is not None
        self._waiting: dict[CommandId, list[asyncio.Future[Receipt]]] = {}
        self._wholes_wanted: list[asyncio.Future[Whole]] = []
        self._questions: dict[int, asyncio.Future[HistoryPage | LinesPage]] = {}
        self._asked = itertools.count(1)
        self._followers: set[asyncio.Queue[Whole | Delta | None]] = set()
        self._number: int | None = None
        self._views: SetViews | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._keeping: asyncio.Task[None] | None = None
        self.address: BridgeAddress | None = None
        """Of the bridge that is connected, or was last."""

    @property
    def connected(self) -> bool:
        """Tells whether the bridge has accepted this link and it still stands."""
        return self._writer is not None

    async def connect(self, run_file: Path, person: str, origin: Origin) -> BridgeAddress:
        """Connects and returns the bridge's address; raises `NoBridge` or `LinkRefused`."""
        reader = await self._open(run_file, person, origin)
        self._keeping = asyncio.get_running_loop().create_task(
            self._keep(reader, run_file, person, origin), name="link to the bridge"
        )
        assert self.address is not None
        return self.address

    async def close(self) -> None:
        """Ends the link without calling back."""
        if self._keeping:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        self._forget("This client closed the link.")
        for queue in list(self._followers):
            _end_follow(queue)

    async def ask(
        self, command: AnyCommand, command_id: CommandId | None = None, timeout_seconds: float = RECEIPT_SECONDS
    ) -> Receipt:
        """Gives a command and returns its receipt; raises `LinkLost` or `ReceiptMissing`."""
        command_id = command_id or secrets.token_hex(8)
        receipt: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        waiting = self._waiting.setdefault(command_id, [])
        waiting.append(receipt)
        try:
            self._send(encode(Ask(command_id=command_id, command=command)))
            async with asyncio.timeout(timeout_seconds):
                return await receipt
        except TimeoutError:
            raise ReceiptMissing(f"No receipt came within {timeout_seconds:g} s.") from None
        finally:
            waiting.remove(receipt)
            if not waiting:
                self._waiting.pop(command_id, None)

    async def log_in(self, account: str, password: str) -> Failed | None:
        """Proves an account, and returns why not; one at a time. Raises `LinkLost` or `TimeoutError`."""
        return await self.login.answered(lambda: self._send(encode(LogIn(account=account, password=password))))

    def lock(self, *, idle: bool = False) -> None:
        """Locks this console, as long as the bridge is there: without it nothing can be commanded anyway."""
        with contextlib.suppress(LinkLost):
            self._send(encode(LockConsole(idle=idle)))

    async def whole(self, timeout_seconds: float = CONNECT_SECONDS) -> Whole:
        """Asks for the whole snapshot once and returns it; raises `LinkLost` or `TimeoutError`."""
        wanted: asyncio.Future[Whole] = asyncio.get_running_loop().create_future()
        self._wholes_wanted.append(wanted)
        try:
            self._send(encode(AskWhole()))
            async with asyncio.timeout(timeout_seconds):
                return await wanted
        finally:
            if wanted in self._wholes_wanted:
                self._wholes_wanted.remove(wanted)

    async def history(self, wanted: HistoryWanted) -> HistoryPage:
        """Asks for a page of the lines' history and returns it; raises `LinkLost` or `TimeoutError`."""
        number = next(self._asked)
        page = await self._question(number, encode(AskHistory(question=number, wanted=wanted)))
        assert isinstance(page, HistoryPage)
        return page

    async def lines(self, wanted: LinesWanted) -> LinesPage:
        """Asks for lines of the running session's log and returns them; raises `LinkLost` or `TimeoutError`."""
        number = next(self._asked)
        page = await self._question(number, encode(AskLines(question=number, wanted=wanted)))
        assert isinstance(page, LinesPage)
        return page

    async def _question(self, number: int, frame: bytes) -> HistoryPage | LinesPage:
        answer: asyncio.Future[HistoryPage | LinesPage] = asyncio.get_running_loop().create_future()
        self._questions[number] = answer
        try:
            self._send(frame)
            async with asyncio.timeout(ANSWER_SECONDS):
                return await answer
        finally:
            self._questions.pop(number, None)

    async def follow(self) -> AsyncIterator[Whole | Delta]:
        """Yields the whole, then deltas without a gap, until the link ends for good."""
        queue: asyncio.Queue[Whole | Delta | None] = asyncio.Queue(MOST_FOLLOWED)
        self._followers.add(queue)
        try:
            self._send(encode(Follow()))
            number: int | None = None
            while (item := await queue.get()) is not None:
                if isinstance(item, Whole) or (number is not None and item.number == number + 1):
                    number = item.number
                    yield item
                else:
                    number = None  # older than the whole, or after a gap: the whole is on its way
        finally:
            self._followers.discard(queue)

    def show_views(self, views: SetViews | None) -> None:
        """Names the pictures this window shows; said again by itself after a reconnect."""
        self._views = views
        with contextlib.suppress(LinkLost):
            self._send(encode(ShowViews(views=views)))

    # -------------------------------------------------------- the life of the link

    async def _open(self, run_file: Path, person: str, origin: Origin) -> asyncio.StreamReader:
        address = read_run_file(run_file)
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                reader, writer = await asyncio.open_connection("127.0.0.1", address.port)
                hello = Hello(
                    version=LINK_VERSION, token=address.token, person=person, origin=origin, ticket=self.login.ticket
                )
                writer.write(encode(hello))
                self._deframer = Deframer(LARGEST_FROM_BRIDGE)
                self._pending = await self._first(reader, writer)
        except (OSError, TimeoutError) as error:
            raise NoBridge(trouble(TroubleKind.BRIDGE_BETWEEN_LIVES)) from error
        except LinkMalformed as error:
            raise NoBridge(trouble(TroubleKind.NOT_A_BRIDGE)) from error
        self.address, self._writer = address, writer
        if self._follow or self._followers:
            writer.write(encode(Follow()))
        if self._views is not None:
            writer.write(encode(ShowViews(views=self._views)))
        return reader

    async def _first(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> list[AnyFromBridge]:
        """Returns what came together with `Accepted`."""
        try:
            while not (messages := await self._read_some(reader)):
                pass
        except BaseException:
            writer.transport.abort()
            raise
        first, *others = messages
        if isinstance(first, Accepted):
            self.login.stand(first.standing)
            return others
        writer.transport.abort()
        if isinstance(first, Refused):
            raise LinkRefused(first)
        raise LinkMalformed("The first message is no answer to a hello.")

    async def _keep(self, reader: asyncio.StreamReader, run_file: Path, person: str, origin: Origin) -> None:
        while True:
            text = await self._live(reader)
            self._forget(text)
            if self._on_lost:
                self._on_lost(text)
            if not self._reconnect:
                break
            reader = await self._find_again(run_file, person, origin)
        for queue in list(self._followers):
            _end_follow(queue)

    async def _find_again(self, run_file: Path, person: str, origin: Origin) -> asyncio.StreamReader:
        while True:
            await asyncio.sleep(RETRY_SECONDS)
            with contextlib.suppress(NoBridge, LinkRefused):
                return await self._open(run_file, person, origin)

    async def _live(self, reader: asyncio.StreamReader) -> str:
        """Reads until the link ends; returns the sentence that says why."""
        try:
            messages = self._pending
            while True:
                for message in messages:
                    self._take(message)
                messages = await self._read_some(reader)
        except LinkRefused as refused:
            return refused.refused.text
        except LinkMalformed as malformed:
            return str(malformed)
        except (OSError, LinkLost):
            return "The bridge is gone."

    async def _read_some(self, reader: asyncio.StreamReader) -> list[AnyFromBridge]:
        octets = await reader.read(READ_OCTETS)
        if not octets:
            raise ConnectionResetError
        return [decode_from_bridge(body) for body in self._deframer.feed(octets)]

    def _take(self, message: AnyFromBridge) -> None:
        match message:
            case WholeSent():
                self._take_whole(message.whole)
            case DeltaSent():
                self._take_delta(message.delta)
            case ReceiptGiven():
                for waiting in self._waiting.get(message.receipt.command_id, []):
                    _settle(waiting, message.receipt)
            case HistorySent() | LinesSent():
                if (answer := self._questions.get(message.question)) is not None:
                    _settle(answer, message.page)
            case StandingTold() | LoginRefused():
                self.login.take(message)
            case Refused():
                raise LinkRefused(message)
            case Accepted():
                raise LinkMalformed("The bridge said hello twice.")

    def _take_whole(self, whole: Whole) -> None:
        self._number = whole.number
        for wanted in self._wholes_wanted:
            _settle(wanted, whole)
        self._wholes_wanted.clear()
        if self._on_whole:
            self._on_whole(whole)
        self._pass_on(whole)

    def _take_delta(self, delta: Delta) -> None:
        if self._number is None or delta.number <= self._number:
            return
        if delta.number != self._number + 1:
            self._number = None  # nothing counts until the whole is here
            self._send(encode(AskWhole()))
            return
        self._number = delta.number
        if self._on_delta:
            self._on_delta(delta)
        self._pass_on(delta)

    def _pass_on(self, item: Whole | Delta) -> None:
        for queue in self._followers:
            if queue.full():
                while not queue.empty():
                    queue.get_nowait()
                self._send(encode(AskWhole()))
            queue.put_nowait(item)

    def _send(self, frame: bytes) -> None:
        if self._writer is None or self._writer.is_closing():
            raise LinkLost("The bridge is not connected.")
        self._writer.write(frame)

    def _forget(self, text: str) -> None:
        writer, self._writer, self._number = self._writer, None, None
        if writer:
            writer.transport.abort()
        receipts = [receipt for waiting in self._waiting.values() for receipt in waiting]
        self.login.lose(LinkLost(text))
        for future in (*receipts, *self._wholes_wanted, *self._questions.values()):
            if not future.done():
                future.set_exception(LinkLost(text))
        self._wholes_wanted.clear()


def _settle(future: asyncio.Future[_Result], result: _Result) -> None:
    if not future.done():
        future.set_result(result)


def _end_follow(queue: asyncio.Queue[Whole | Delta | None]) -> None:
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(None)
