"""One client of the link, from its first octet to its last: greeted, logged in, heard, answered, and let go.

Rule: who asked is set by the login of this link, never by a message; nonsense ends this link with one sentence, and
nothing that its client does is felt by another.
"""

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

from console.accounts.standing import ConsoleLogin, ConsoleStanding
from console.commands import Actor, CommandRequest
from console.words import Origin
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
    Follow,
    Hello,
    LinkMalformed,
    LockConsole,
    LogIn,
    Refusal,
    Refused,
    ShowViews,
    StandingTold,
    decode_to_bridge,
    encode,
)
from hardware.link.link_rights import LINK_RIGHTS, LinkStage
from hardware.link.outbox import Outbox, Overfull

if TYPE_CHECKING:
    from hardware.link.link_server import LinkServer

MOST_COMMANDS_IN_FLIGHT = 64
"""Of one client."""
MOST_QUESTIONS_IN_FLIGHT = 4
"""Of one client: a window asks for the next page when it has the last."""
HELLO_SECONDS = 5.0
GOODBYE_SECONDS = 1.0
SEND_BUFFER_OCTETS = 128 * 1024
READ_OCTETS = 64 * 1024


class _Ended(Exception):
    """The bridge ends this link, for a reason that the client is told."""

    def __init__(self, refusal: Refusal, text: str) -> None:
        super().__init__(text)
        self.refused = Refused(refusal=refusal, text=text)


class ClientLink:
    """One client, from its first octet to its last."""

    def __init__(
        self, client_id: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, server: "LinkServer"
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
        self._login: ConsoleLogin | None = None
        self._told: ConsoleStanding | None = None
        self.logging_in = False
        _bound_buffers(writer)

    @property
    def login(self) -> ConsoleLogin:
        """The login of an accepted client."""
        assert self._login is not None
        return self._login

    @property
    def _actor(self) -> Actor:
        accounts = self._server.doors.accounts
        return self.login.actor(accounts.account(self.login.account), accounts.wall_ms(), asked=accounts.asked)

    @property
    def _standing(self) -> ConsoleStanding:
        accounts, login = self._server.doors.accounts, self.login
        known = accounts.account(login.account)
        return login.standing(known, accounts.wall_ms(), asked=accounts.asked, idle_minutes=accounts.idle_minutes)

    def follow_standing(self, ticket: str = "") -> None:
        """Tells an accepted client how it stands, when that has changed or a login has just been made."""
        if self._login is None:
            return
        standing = self._standing
        if ticket or standing != self._told:
            self._told = standing
            self.send_answer(encode(StandingTold(standing=standing, ticket=ticket)))

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
        ends = await cancelled(reading, sending)
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
                while self._login is None:
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
        stage = LinkStage.STRANGER if self._login is None else LinkStage.ACCEPTED
        right = LINK_RIGHTS.get(type(message))
        if right is None or right.stage is not stage:
            told = "The first message has to be a hello." if self._login is None else "A second hello came."
            raise LinkMalformed(told)
        if isinstance(message, Hello):
            self._login = self._judge(message)
            self._told = self._standing
            self.send_answer(encode(Accepted(client_id=self.client_id, standing=self._told)))
        elif self._actor.role in right.roles:
            self._carry_out(message)

    def _carry_out(
        self, message: LogIn | LockConsole | Ask | AskWhole | Follow | ShowViews | AskHistory | AskLines
    ) -> None:
        match message:
            case Ask():
                self._ask(message)
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
            case LogIn():
                self._log_in(message)
            case LockConsole():
                self._server.doors.accounts.lock(self.login, idle=message.idle)
                self.follow_standing()

    def _judge(self, hello: Hello) -> ConsoleLogin:
        if not self._server.token_is_right(hello.token):
            raise _Ended(Refusal.TOKEN, "The token is not the running bridge's.")
        if hello.version != LINK_VERSION:
            raise _Ended(Refusal.VERSION, f"The bridge speaks version {LINK_VERSION} of the link, not {hello.version}.")
        if hello.origin not in {Origin.WINDOW, Origin.COMMAND_LINE}:
            raise _Ended(Refusal.ORIGIN, "Only a window or a command line uses this link.")
        person = hello.person.strip()
        if not 0 < len(person) <= LONGEST_PERSON or not person.isprintable():
            raise _Ended(Refusal.PERSON, f"The operator's name has to be 1 to {LONGEST_PERSON} letters on one line.")
        login = ConsoleLogin(person, hello.origin)
        if hello.ticket:
            self._server.doors.accounts.resume(login, hello.ticket)
        return login

    def _log_in(self, message: LogIn) -> None:
        if self.logging_in:
            raise _Ended(Refusal.TOO_MANY_COMMANDS, "One login after the other.")
        self.logging_in = True
        self._server.log_in(self, message)

    def _send_whole(self) -> None:
        self._outbox.want_whole()
        self._something_to_send.set()

    def _ask(self, message: Ask) -> None:
        if self.commands_in_flight >= MOST_COMMANDS_IN_FLIGHT:
            raise _Ended(Refusal.TOO_MANY_COMMANDS, f"{MOST_COMMANDS_IN_FLIGHT} commands wait for their receipts.")
        self.commands_in_flight += 1
        self._server.carry_out(
            self, CommandRequest(command_id=message.command_id, actor=self._actor, command=message.command)
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


async def cancelled(*tasks: asyncio.Future[None]) -> list[BaseException | None]:
    """Returns how each task ended."""
    for task in tasks:
        task.cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)
