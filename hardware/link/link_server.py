"""The bridge's end of the link: windows and command lines on 127.0.0.1, with a token.

Rule: the bridge sets who asked from the link, never from a message; a client that sends nonsense gets one sentence and
is closed, a slow one is conflated, a vanished one loses its views, and nobody else notices any of it. A command that
arrived is carried out even when its client is gone.
"""

import asyncio
import hmac
import itertools
from collections.abc import Callable

from console.commands import CommandRequest
from console.snapshot import Delta
from hardware.link.bridge_doors import BridgeDoors
from hardware.link.client_link import GOODBYE_SECONDS, ClientLink, cancelled
from hardware.link.link_codec import (
    AskHistory,
    AskLines,
    DeltaSent,
    HistorySent,
    LinesSent,
    LogIn,
    LoginRefused,
    ReceiptGiven,
    Refusal,
    encode,
)

MOST_CLIENTS = 32


class LinkServer:
    """Listens for windows and command lines; `start` returns the port that goes into the run file."""

    def __init__(self, doors: BridgeDoors, token: str) -> None:
        self._doors = doors
        self._token = token
        self._server: asyncio.Server | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._links: dict[asyncio.Task[None], ClientLink] = {}
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
            await cancelled(*left)

    @property
    def clients(self) -> int:
        """How many links are open now, accepted or not."""
        return len(self._links)

    def _arrived(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = ClientLink(f"client-{next(self._numbers)}", reader, writer, self)
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

    def carry_out(self, link: ClientLink, request: CommandRequest) -> None:
        """Runs a command to its receipt, whatever becomes of the link meanwhile."""
        task = asyncio.get_running_loop().create_task(self._answer(link, request), name=request.command_id)
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _answer(self, link: ClientLink, request: CommandRequest) -> None:
        try:
            receipt = await self._doors.ask(request)
        finally:
            link.commands_in_flight -= 1
        link.send_answer(encode(ReceiptGiven(receipt=receipt)))

    def follow_standings(self) -> None:
        """Tells every client how it stands where that is another than it was told: accounts change, delegations end."""
        for link in self._links.values():
            link.follow_standing()

    def log_in(self, link: ClientLink, message: LogIn) -> None:
        """Compares a password beside the loop, and tells what came of it."""
        task = asyncio.get_running_loop().create_task(self._log_in(link, message), name="logging in")
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _log_in(self, link: ClientLink, message: LogIn) -> None:
        try:
            failed = await self._doors.accounts.log_in(link.login, message.account, message.password)
        finally:
            link.logging_in = False
        if failed is None:
            link.follow_standing(link.login.ticket)
        else:
            link.send_answer(encode(LoginRefused(fault=failed.fault, wait_seconds=failed.wait_seconds)))

    def look_up(self, link: ClientLink, question: AskHistory | AskLines) -> None:
        """Answers a question about the past when its page has been read."""
        task = asyncio.get_running_loop().create_task(self._look_up(link, question), name="reading the past")
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _look_up(self, link: ClientLink, question: AskHistory | AskLines) -> None:
        number = question.question
        try:
            if isinstance(question, AskHistory):
                answer = HistorySent(question=number, page=await self._doors.read_history(question.wanted))
            else:
                answer = LinesSent(question=number, page=await self._doors.read_lines(question.wanted))
        finally:
            link.questions_in_flight -= 1
        link.send_answer(encode(answer))
