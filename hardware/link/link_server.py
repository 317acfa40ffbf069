"""The bridge's end of the link: windows and command lines on 127.0.0.1, with a token.

Rule: the bridge sets who asked from the link, never from a message; a client that sends nonsense gets one sentence and
is closed, a slow one is conflated, a vanished one loses its views, and nobody else notices any of it. A command that
arrived is carried out even when its client is gone.
"""

import asyncio
import contextlib
import hmac
import itertools
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from console.commands import Actor, CommandRequest
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import Delta, Whole
from console.words import Origin, Role
from hardware.link.link_codec import (
    LARGEST_TO_BRIDGE,
    LINK_VERSION,
    LONGEST_PERSON,
    Accepted,
    AnyToBridge,
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
    ReceiptGiven,
    Refusal,
    Refused,
    ShowViews,
    decode_to_bridge,
    encode,
)
from hardware.link.link_rights import LINK_RIGHTS, LinkStage
from hardware.link.outbox import Outbox, Overfull

MOST_CLIENTS = 32
MOST_COMMANDS_IN_FLIGHT = 64
"""Of one client."""
MOST_QUESTIONS_IN_FLIGHT = 4
"""Of one client: a window asks for the next page when it has the last."""
HELLO_SECONDS = 5.0
GOODBYE_SECONDS = 1.0
SEND_BUFFER_OCTETS = 128 * 1024
READ_OCTETS = 64 * 1024


async def no_history(wanted: HistoryWanted) -> HistoryPage:
    """Answers for a bridge that keeps no history."""
    return HistoryPage(session=None, from_ms=wanted.from_ms, until_ms=wanted.until_ms, step_ms=wanted.step_ms)


async def no_lines(_wanted: LinesWanted) -> LinesPage:
    """Answers for a bridge whose log is not read."""
    return LinesPage(session=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeDoors:
    """What the link needs of the bridge; `subscribe` calls back on the loop at every published delta.

    `read_history` and `read_lines` look into the past beside the loop; a bridge that keeps none leaves them out.
    """

    ask: Callable[[CommandRequest], Awaitable[Receipt]]
    whole: Callable[[], Whole]
    subscribe: Callable[[Callable[[Delta], None]], Callable[[], None]]
    set_views: Callable[[str, SetViews | None], None]
    read_history: Callable[[HistoryWanted], Awaitable[HistoryPage]] = no_history
    read_lines: Callable[[LinesWanted], Awaitable[LinesPage]] = no_lines


class _Ended(Exception):
    """The bridge ends this link, for a reason that the client is told."""

    def __init__(self, refusal: Refusal, text: str) -> None:
        super().__init__(text)
        self.refused = Refused(refusal=refusal, text=text)


class LinkServer:
    """Listens for windows and command lines; `start` returns the port that goes into the run file."""

    def __init__(self, doors: BridgeDoors, token: str) -> None:
        self._doors = doors
        self._token = token
        self._server: asyncio.Server | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._links: dict[asyncio.Task[None], _ClientLink] = {}
        self._commands: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count(1)

    async def start(self, port: int = 0) -> int:
        """Listens on 127.0.0.1 and returns the port; raises `OSError` when it cannot."""
        self._server = await asyncio.start_server(self._arrived, "127.0.0.1", port)
        self._unsubscribe = self._doors.subscribe(self._publish)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Tells every client that the bridge ends; what is not over after a moment is cut off."""
        if self._server is None or self._unsubscribe is None:
            return
        self._server.close()
        self._unsubscribe()
        self._server = self._unsubscribe = None
        for link in self._links.values():
            link.end(Refusal.ENDING, "The bridge ends.")
        if running := {*self._links, *self._commands}:
            _, left = await asyncio.wait(running, timeout=2 * GOODBYE_SECONDS)
            await _cancelled(*left)

    @property
    def clients(self) -> int:
        """How many links are open now, accepted or not."""
        return len(self._links)

    def _arrived(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = _ClientLink(f"client-{next(self._numbers)}", reader, writer, self)
        if len(self._links) >= MOST_CLIENTS:
            link.end(Refusal.TOO_MANY_CLIENTS, f"{MOST_CLIENTS} windows and command lines are connected already.")
        task = asyncio.get_running_loop().create_task(link.run(), name=f"link of {link.client_id}")
        self._links[task] = link
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        link = self._links.pop(task)
        if link.showed_views:
            self._doors.set_views(link.client_id, None)
        if not task.cancelled():
            task.result()  # an exception here is a bug and belongs to the loop's exception hook

    def _publish(self, delta: Delta) -> None:
        followers = [link for link in self._links.values() if link.follows]
        if not followers:
            return
        frame = encode(DeltaSent(delta=delta))
        for link in followers:
            link.send_delta(delta.number, frame)

    # -------------------------------------------------------- what links ask of the server

    @property
    def doors(self) -> BridgeDoors:
        return self._doors

    def token_is_right(self, token: str) -> bool:
        """Compares in constant time."""
        return hmac.compare_digest(token.encode(), self._token.encode())

    def carry_out(self, link: "_ClientLink", request: CommandRequest) -> None:
        """Runs a command to its receipt, whatever becomes of the link meanwhile."""
        task = asyncio.get_running_loop().create_task(self._answer(link, request), name=request.command_id)
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _answer(self, link: "_ClientLink", request: CommandRequest) -> None:
        try:
            receipt = await self._doors.ask(request)
        finally:
            link.commands_in_flight -= 1
        link.send_answer(encode(ReceiptGiven(receipt=receipt)))

    def look_up(self, link: "_ClientLink", question: AskHistory | AskLines) -> None:
        """Answers a question about the past when its page has been read."""
        task = asyncio.get_running_loop().create_task(self._look_up(link, question), name="reading the past")
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _look_up(self, link: "_ClientLink", question: AskHistory | AskLines) -> None:
        number = question.question
        try:
            if isinstance(question, AskHistory):
                answer = HistorySent(question=number, page=await self._doors.read_history(question.wanted))
            else:
                answer = LinesSent(question=number, page=await self._doors.read_lines(question.wanted))
        finally:
            link.questions_in_flight -= 1
        link.send_answer(encode(answer))


class _ClientLink:
    """One client, from its first octet to its last."""

    def __init__(
        self, client_id: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, server: LinkServer
    ) -> None:
        self.client_id = client_id
        self.follows = False
        self.showed_views = False
        self.commands_in_flight = 0
        self.questions_in_flight = 0
        self._reader, self._writer, self._server = reader, writer, server
        self._outbox = Outbox(server.doors.whole)
        self._something_to_send = asyncio.Event()
        self._ended: asyncio.Future[_Ended] = asyncio.get_running_loop().create_future()
        self._actor: Actor | None = None
        _bound_buffers(writer)

    def end(self, refusal: Refusal, text: str) -> None:
        """Ends this link from the bridge's side."""
        if not self._ended.done():
            self._ended.set_result(_Ended(refusal, text))

    def send_answer(self, frame: bytes) -> None:
        """Queues a message that must not be lost; a client that lets too many wait is closed."""
        try:
            self._outbox.put_answer(frame)
        except Overfull:
            self.end(Refusal.TOO_SLOW, "This client does not read its receipts.")
        self._something_to_send.set()

    def send_delta(self, number: int, frame: bytes) -> None:
        """Queues a delta for as long as this client keeps up."""
        self._outbox.put_delta(number, frame)
        self._something_to_send.set()

    async def run(self) -> None:
        """Serves the client until it leaves or is closed; raises nothing that the client caused."""
        reading = asyncio.ensure_future(self._read())
        sending = asyncio.ensure_future(self._send())
        await asyncio.wait({reading, sending, self._ended}, return_when=asyncio.FIRST_COMPLETED)
        ends = await _cancelled(reading, sending)
        if self._ended.done():
            ends.insert(0, self._ended.result())
        try:
            for end in ends:
                await self._part(end)
        finally:
            self._writer.transport.abort()

    async def _part(self, end: BaseException | None) -> None:
        """Says the last word, where there is one for this kind of end."""
        match end:
            case _Ended():
                await self._say_last(encode(end.refused))
            case LinkMalformed():
                await self._say_last(encode(Refused(refusal=Refusal.MALFORMED, text=str(end))))
            case None | OSError() | asyncio.CancelledError():
                pass  # the client is gone
            case _:
                raise end

    async def _read(self) -> None:
        deframer = Deframer(LARGEST_TO_BRIDGE)
        try:
            async with asyncio.timeout(HELLO_SECONDS):
                while self._actor is None:
                    await self._read_some(deframer)
        except TimeoutError:
            raise _Ended(Refusal.MALFORMED, "No hello came.") from None
        while True:
            await self._read_some(deframer)

    async def _read_some(self, deframer: Deframer) -> None:
        octets = await self._reader.read(READ_OCTETS)
        if not octets:
            raise ConnectionResetError
        for body in deframer.feed(octets):
            self._obey(decode_to_bridge(body))

    def _obey(self, message: AnyToBridge) -> None:
        stage = LinkStage.STRANGER if self._actor is None else LinkStage.ACCEPTED
        if LINK_RIGHTS.get(type(message)) is not stage:
            told = "The first message has to be a hello." if self._actor is None else "A second hello came."
            raise LinkMalformed(told)
        if isinstance(message, Hello):
            self._actor = self._judge(message)
            self.send_answer(encode(Accepted(client_id=self.client_id)))
        elif self._actor is not None:
            self._carry_out(message, self._actor)

    def _carry_out(self, message: Ask | AskWhole | Follow | ShowViews | AskHistory | AskLines, actor: Actor) -> None:
        match message:
            case Ask():
                self._ask(message, actor)
            case AskWhole():
                self._send_whole()
            case Follow():
                self.follows = True
                self._send_whole()
            case ShowViews():
                self.showed_views = message.views is not None
                self._server.doors.set_views(self.client_id, message.views)
            case AskHistory() | AskLines():
                self._look_up(message)

    def _judge(self, hello: Hello) -> Actor:
        if not self._server.token_is_right(hello.token):
            raise _Ended(Refusal.TOKEN, "The token is not the running bridge's.")
        if hello.version != LINK_VERSION:
            raise _Ended(Refusal.VERSION, f"The bridge speaks version {LINK_VERSION} of the link, not {hello.version}.")
        if hello.origin not in {Origin.WINDOW, Origin.COMMAND_LINE}:
            raise _Ended(Refusal.ORIGIN, "Only a window or a command line uses this link.")
        person = hello.person.strip()
        if not 0 < len(person) <= LONGEST_PERSON or not person.isprintable():
            raise _Ended(Refusal.PERSON, f"The operator's name has to be 1 to {LONGEST_PERSON} letters on one line.")
        return Actor(person=person, role=Role.OPERATOR, origin=hello.origin)

    def _send_whole(self) -> None:
        self._outbox.want_whole()
        self._something_to_send.set()

    def _ask(self, message: Ask, actor: Actor) -> None:
        if self.commands_in_flight >= MOST_COMMANDS_IN_FLIGHT:
            raise _Ended(Refusal.TOO_MANY_COMMANDS, f"{MOST_COMMANDS_IN_FLIGHT} commands wait for their receipts.")
        self.commands_in_flight += 1
        self._server.carry_out(
            self, CommandRequest(command_id=message.command_id, actor=actor, command=message.command)
        )

    def _look_up(self, question: AskHistory | AskLines) -> None:
        if self.questions_in_flight >= MOST_QUESTIONS_IN_FLIGHT:
            raise _Ended(Refusal.TOO_MANY_COMMANDS, f"{MOST_QUESTIONS_IN_FLIGHT} questions wait for their answers.")
        self.questions_in_flight += 1
        self._server.look_up(self, question)

    async def _send(self) -> None:
        while True:
            await self._something_to_send.wait()
            self._something_to_send.clear()
            while frame := self._outbox.take():
                self._writer.write(frame)
                await self._writer.drain()

    async def _say_last(self, frame: bytes) -> None:
        """Sends a frame and reads on until the client closes: closing over unread octets would lose the sentence."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(GOODBYE_SECONDS):
                self._writer.write(frame)
                self._writer.write_eof()
                while await self._reader.read(READ_OCTETS):
                    pass


def _bound_buffers(writer: asyncio.StreamWriter) -> None:
    writer.transport.set_write_buffer_limits(high=SEND_BUFFER_OCTETS)
    connection = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_OCTETS)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


async def _cancelled(*tasks: asyncio.Future[None]) -> list[BaseException | None]:
    """Returns how each task ended."""
    for task in tasks:
        task.cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)
