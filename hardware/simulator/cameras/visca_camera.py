"""A VISCA camera without a lens: it answers packets as the command lists say, with two sockets and a head that turns.

Rules: time is an argument and nothing is sent here; answers are taken with `take_answers`. What it does wrong on
purpose is asked for in `ViscaTemper`, one fault of real cameras each. It is written from the manuals and shares no code
with the driver, so that the two do not agree on a mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hardware.simulator.cameras.ptz_head import PtzHead

ACK, COMPLETION, ERROR = 0x40, 0x50, 0x60
SYNTAX_ERROR, BUFFER_FULL, CANCELLED, NO_SOCKET, NOT_EXECUTABLE = 0x02, 0x03, 0x04, 0x05, 0x41


@dataclass(slots=True)
class ViscaTemper:
    """How the camera behaves; may be changed at any time."""

    completes: bool = True
    """False: it never says that a move has ended."""
    completes_early: bool = False
    """It says so as soon as the move begins."""
    late_ack: bool = False
    """Ack and Completion come together when the move has ended."""
    moves: bool = True
    """False: it takes a recall and stands still."""
    tells_position: bool = True
    tells_power: bool = True
    has_memory: bool = True
    full: bool = False
    """Both sockets are taken by somebody else, until they are cancelled."""
    sockets: int = 2


Client = object
"""Where a packet came from and its number: answers go back there."""


@dataclass(slots=True)
class _Running:
    client: Client
    socket: int
    motion: bool
    acked: bool


class ViscaCamera:
    """One camera; every controller that speaks to it sees the same head."""

    def __init__(self, head: PtzHead | None = None, temper: ViscaTemper | None = None) -> None:
        self.head = head or PtzHead()
        self.temper = temper or ViscaTemper()
        self.on = True
        self.heard: list[bytes] = []
        """Every command (not inquiry) that was carried out or refused, in order."""
        self._running: list[_Running] = []
        self._answers: list[tuple[Client, bytes]] = []
        self._taken = 0

    # ------------------------------------------------------------ what comes in

    def hear(self, client: Client, packet: bytes, now: float) -> None:
        """Takes one packet, `81 … FF`."""
        self.tick(now)
        body = packet[1:-1]
        if len(packet) == 3 and body[0] & 0xF0 == 0x20:
            self._cancel(client, body[0] & 0x0F)
        elif body[:1] == b"\x09":
            self._inquire(client, body[1:])
        elif body == b"\x01\x00\x01":
            self._running.clear()
            self._answer(client, COMPLETION)
        else:
            self.heard.append(packet)
            self._command(client, body)

    def tick(self, now: float) -> None:
        """Lets the head move on and completes what has ended."""
        self.head.advance(now)
        for running in tuple(self._running):
            if running.motion and self.head.moving:
                continue
            self._running.remove(running)
            if not running.acked:
                self._answer(running.client, ACK | running.socket)
            if self.temper.completes and not (running.motion and self.temper.completes_early):
                self._answer(running.client, COMPLETION | running.socket)

    @property
    def busy(self) -> bool:
        """Whether time alone changes something."""
        return self.head.moving or bool(self._running)

    def take_answers(self) -> list[tuple[Client, bytes]]:
        """Returns the answers and to whom, in order."""
        answers, self._answers = self._answers, []
        return answers

    def restart(self) -> None:
        """Loses what a camera loses without power: what it was doing, not its memories."""
        self._running.clear()
        self.head.halt()

    def _answer(self, client: Client, kind: int, *payload: int) -> None:
        self._answers.append((client, bytes((0x90, kind, *payload, 0xFF))))

    def _refuse(self, client: Client, code: int, socket: int = 0) -> None:
        self._answer(client, ERROR | socket, code)

    # ------------------------------------------------------------ inquiries

    def _inquire(self, client: Client, what: bytes) -> None:
        temper, (pan, tilt, zoom) = self.temper, self.head.place.rounded()
        if what == b"\x00\x02":
            self._answer(client, COMPLETION, 0x00, 0x01, 0x05, 0x19, 0x01, 0x00, temper.sockets)
        elif what == b"\x04\x00" and temper.tells_power:
            self._answer(client, COMPLETION, 0x02 if self.on else 0x03)
        elif what == b"\x06\x12" and temper.tells_position and self.on:
            self._answer(client, COMPLETION, *_four(pan), *_four(tilt))
        elif what == b"\x04\x47" and temper.tells_position and self.on:
            self._answer(client, COMPLETION, *_four(zoom))
        elif not self.on:
            self._refuse(client, NOT_EXECUTABLE)
        else:
            self._refuse(client, SYNTAX_ERROR)

    # ------------------------------------------------------------ commands

    def _command(self, client: Client, body: bytes) -> None:
        if body[:3] == b"\x01\x04\x00" and len(body) == 4:
            self.on = body[3] == 0x02
            self._run(client, motion=False)
            return
        carry_out = self._meaning(body)
        if carry_out is None:
            self._refuse(client, SYNTAX_ERROR)
        elif not self.on:
            self._refuse(client, NOT_EXECUTABLE)
        elif self.temper.full or len(self._running) >= self.temper.sockets:
            self._refuse(client, BUFFER_FULL)
        elif not carry_out():
            self._refuse(client, NOT_EXECUTABLE, 1)
        else:
            motion = body[:3] in (b"\x01\x06\x02", b"\x01\x04\x47") or body[:4] == b"\x01\x04\x3f\x02"
            self._run(client, motion=motion)

    def _meaning(self, body: bytes) -> Callable[[], bool] | None:
        """Returns what carries a command out, None for one that this camera does not know."""
        if body[:3] == b"\x01\x04\x3f" and len(body) == 5 and self.temper.has_memory:
            return lambda: self._memory(body[3], body[4])
        if body[:3] == b"\x01\x06\x01" and len(body) == 7:
            return lambda: self._drive(body[3], body[4], body[5], body[6])
        if body[:3] == b"\x01\x04\x07" and len(body) == 4:
            return lambda: self._zoom(body[3])
        if body[:3] == b"\x01\x06\x02" and len(body) == 13:
            return lambda: self._go(_number(body[5:9]), _number(body[9:13]), None)
        if body[:3] == b"\x01\x04\x47" and len(body) == 7:
            return lambda: self._go(None, None, _number(body[3:7]))
        return None

    def _memory(self, act: int, slot: int) -> bool:
        head = self.head
        if act == 0x02:
            if not self.temper.moves:
                return slot in head.memories
            return head.recall(slot)
        if act == 0x01:
            head.memories[slot] = head.place
        else:
            head.memories.pop(slot, None)
        return True

    def _drive(self, pan_speed: int, tilt_speed: int, sideways: int, upwards: int) -> bool:
        pan = {0x01: -pan_speed, 0x02: pan_speed}.get(sideways, 0)
        tilt = {0x01: tilt_speed, 0x02: -tilt_speed}.get(upwards, 0)
        self.head.drive_pan_tilt(pan, tilt)
        return True

    def _zoom(self, how: int) -> bool:
        speed = (how & 0x07) + 1
        self.head.drive_zoom({0x20: speed, 0x30: -speed}.get(how & 0xF0, 0))
        return True

    def _go(self, pan: int | None, tilt: int | None, zoom: int | None) -> bool:
        if self.temper.moves:
            self.head.go(pan, tilt, zoom)
        return True

    # ------------------------------------------------------------ sockets

    def _run(self, client: Client, *, motion: bool) -> None:
        taken = {running.socket for running in self._running}
        socket = next(place for place in range(1, 9) if place not in taken)
        acked = not (motion and self.temper.late_ack)
        if acked:
            self._answer(client, ACK | socket)
        if motion and self.temper.completes_early:
            self._answer(client, COMPLETION | socket)
        self._running.append(_Running(client, socket, motion, acked))
        if not motion:
            self.tick(self.head.moment)

    def _cancel(self, client: Client, socket: int) -> None:
        self.temper.full = False
        running = next((known for known in self._running if known.socket == socket), None)
        if running is None:
            self._refuse(client, NO_SOCKET, socket)
            return
        self._running.remove(running)
        if running.motion:
            self.head.halt()
        self._refuse(client, CANCELLED, socket)


def _four(value: int) -> tuple[int, int, int, int]:
    return (value >> 12 & 0xF, value >> 8 & 0xF, value >> 4 & 0xF, value & 0xF)


def _number(nibbles: bytes) -> int:
    value = int("".join(f"{nibble & 0xF:x}" for nibble in nibbles), 16)
    return value - 0x10000 if value >= 0x8000 else value
