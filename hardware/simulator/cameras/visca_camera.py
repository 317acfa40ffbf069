"""A VISCA camera without a lens: it answers packets as the command lists say, with two sockets and a head that turns.

Rules: time is an argument and nothing is sent here; answers are taken with `take_answers`. What it does wrong on
purpose is asked for in `ViscaTemper`, one fault of real cameras each. It is written from the manuals and shares no code
with the driver, so that the two do not agree on a mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hardware.simulator.cameras.ptz_head import WIDE, PtzHead
from hardware.simulator.cameras.visca_temper import ViscaTemper

ACK, COMPLETION, ERROR = 0x40, 0x50, 0x60
SYNTAX_ERROR, BUFFER_FULL, CANCELLED, NO_SOCKET, NOT_EXECUTABLE = 0x02, 0x03, 0x04, 0x05, 0x41
MOTIONS = (b"\x01\x06\x02", b"\x01\x04\x47", b"\x01\x06\x04", b"\x01\x06\x05")
"""Commands that end when the head is there: absolute, zoom direct, home, finding its stops."""


Client = object
"""Where a packet came from and its number: answers go back there."""


@dataclass(slots=True)
class _Running:
    client: Client
    socket: int
    motion: bool
    recall: bool
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
        if packet[0] & 0xF8 != 0x80:
            self._refuse(client, SYNTAX_ERROR)
        elif len(packet) == 3 and body[0] & 0xF0 == 0x20:
            self._cancel(client, body[0] & 0x0F)
        elif body[:1] == b"\x09":
            self._inquire(client, body[1:])
        elif body == b"\x01\x00\x01":
            self.clear()
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
            if not running.acked and self.temper.acknowledges:
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

    def clear(self) -> None:
        """Empties its sockets (IF_Clear); what moves goes on."""
        self._running.clear()

    def restart(self) -> None:
        """Loses what a camera loses without power: what it was doing, not its memories."""
        self._running.clear()
        self.head.halt()

    @property
    def awake(self) -> bool:
        """Whether it takes moves."""
        return self.on and not self.temper.waking

    def _answer(self, client: Client, kind: int, *payload: int) -> None:
        self._answers.append((client, bytes((0x90, kind, *payload, 0xFF))))

    def _refuse(self, client: Client, code: int, socket: int = 0) -> None:
        self._answer(client, ERROR | socket, code)

    # ------------------------------------------------------------ inquiries

    def _inquire(self, client: Client, what: bytes) -> None:
        temper, (pan, tilt, zoom) = self.temper, self.head.place.rounded()
        if what == b"\x00\x02":
            self._answer(client, COMPLETION, *_version(temper.version), temper.sockets)
        elif what == b"\x04\x00" and temper.tells_power:
            self._answer(client, COMPLETION, 0x02 if self.on else 0x03)
        elif not self.awake:
            self._refuse(client, NOT_EXECUTABLE)
        elif what == b"\x06\x12" and temper.tells_position:
            widths = temper.nibbles
            self._answer(client, COMPLETION, *_nibbles(pan, widths[0]), *_nibbles(tilt, widths[1]))
        elif what == b"\x04\x47" and temper.tells_position:
            self._answer(client, COMPLETION, *_nibbles(zoom, 4))
        elif what == b"\x7e\x7e\x00" and temper.tells_lens:
            self._answer(client, COMPLETION, *self._lens_block(zoom))
        else:
            self._refuse(client, SYNTAX_ERROR)

    def _lens_block(self, zoom: int) -> tuple[int, ...]:
        """Returns the 13 octets between `y0 50` and `FF`; the flags are the 14th of the packet (SRG-300SE)."""
        recalling = any(running.recall for running in self._running) and self.head.moving
        focusing, zooming = self.head.focus_speed != 0, self.head.zooming
        flags = recalling << 2 | focusing << 1 | zooming
        return (*_nibbles(zoom, 4), 0x01, 0x00, *_nibbles(round(self.head.focus), 4), 0x00, flags, 0x00)

    # ------------------------------------------------------------ commands

    def _command(self, client: Client, body: bytes) -> None:
        if body[:3] == b"\x01\x04\x00" and len(body) == 4:
            self.on = body[3] == 0x02
            self._run(client, motion=False)
            return
        carry_out = self._meaning(body)
        if carry_out is None:
            self._refuse(client, SYNTAX_ERROR)
        elif not self.awake:
            self._refuse(client, NOT_EXECUTABLE)
        elif self.temper.full or len(self._running) >= self.temper.sockets:
            self._refuse(client, BUFFER_FULL)
        elif not carry_out():
            self._refuse(client, NOT_EXECUTABLE, 1)
        else:
            recall = body[:4] == b"\x01\x04\x3f\x02"
            self._run(client, motion=recall or body[:3] in MOTIONS, recall=recall)

    def _meaning(self, body: bytes) -> Callable[[], bool] | None:
        """Returns what carries a command out, None for one that this camera does not know."""
        match tuple(body):
            case (0x01, 0x04, 0x3F, act, slot) if self.temper.has_memory:
                return lambda: self._memory(act, slot)
            case (0x01, 0x06, 0x01, pan, tilt, sideways, upwards):
                return lambda: self._drive(pan, tilt, sideways, upwards)
            case (0x01, 0x04, 0x07, how):
                return lambda: self._zoom(how)
            case (0x01, 0x04, 0x08, how):
                return lambda: self._focus(_speed(how))
            case (0x01, 0x04, 0x38, 0x02 | 0x03) | (0x01, 0x04, 0x18, 0x01):
                return lambda: self._set_focus(by_hand=body[2:] == b"\x38\x03")
            case _:
                return self._position_meaning(body)

    def _position_meaning(self, body: bytes) -> Callable[[], bool] | None:
        """Returns what carries out a move to a place that the command names."""
        if body in (b"\x01\x06\x04", b"\x01\x06\x05"):
            return lambda: self._go(round(WIDE.pan), round(WIDE.tilt), None)
        if not self.temper.has_absolute:
            return None
        if body[:3] == b"\x01\x06\x02":
            return self._absolute(body[5:])
        if body[:3] == b"\x01\x04\x47" and len(body) == 7:
            return lambda: self._go(None, None, _number(body[3:7]))
        return None

    def _absolute(self, nibbles: bytes) -> Callable[[], bool] | None:
        pan, tilt = self.temper.nibbles
        if len(nibbles) != pan + tilt:
            return None
        return lambda: self._go(_number(nibbles[:pan]), _number(nibbles[pan:]), None)

    def _focus(self, speed: int) -> bool:
        if speed and self.head.autofocus:
            return False  # the lens is not free
        self.head.focus_speed = speed
        return True

    def _set_focus(self, *, by_hand: bool) -> bool:
        self.head.focus_speed, self.head.autofocus = 0, not by_hand
        return True

    def _memory(self, act: int, slot: int) -> bool:
        head = self.head
        if act == 0x02:
            if self.temper.takes_unset and slot not in head.memories:
                return True
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
        self.head.drive_zoom(_speed(how))
        return True

    def _go(self, pan: int | None, tilt: int | None, zoom: int | None) -> bool:
        if self.temper.moves:
            self.head.go(pan, tilt, zoom)
        return True

    # ------------------------------------------------------------ sockets

    def _run(self, client: Client, *, motion: bool, recall: bool = False) -> None:
        taken = {running.socket for running in self._running}
        socket = 1 if self.temper.one_socket else next(place for place in range(1, 9) if place not in taken)
        if not self.temper.acknowledges:
            socket = 0
        acked = not (motion and self.temper.late_ack)
        if acked and self.temper.acknowledges:
            self._answer(client, ACK | socket)
        if motion and self.temper.completes_early:
            self._answer(client, COMPLETION | socket)
        self._running.append(_Running(client, socket, motion, recall, acked))
        if not motion:
            self.tick(self.head.moment)

    def _cancel(self, client: Client, socket: int) -> None:
        if not self.temper.cancels:
            self._refuse(client, SYNTAX_ERROR)
            return
        self.temper.full = False
        running = next((known for known in self._running if known.socket == socket), None)
        if running is None:
            self._refuse(client, NO_SOCKET, socket)
            return
        self._running.remove(running)
        if running.motion:
            self.head.halt()
        self._refuse(client, CANCELLED, socket)


def _speed(how: int) -> int:
    """Returns the step of `2p` (positive) and `3p` (negative), 0 for anything else."""
    return {0x20: 1, 0x30: -1}.get(how & 0xF0, 0) * ((how & 0x07) + 1)


def _version(version: tuple[int, int, int]) -> bytes:
    return b"".join(number.to_bytes(2) for number in version)


def _nibbles(value: int, width: int) -> tuple[int, ...]:
    return tuple(value >> 4 * place & 0xF for place in range(width - 1, -1, -1))


def _number(nibbles: bytes) -> int:
    value, end = int("".join(f"{nibble & 0xF:x}" for nibble in nibbles), 16), 16 ** len(nibbles)
    return value - end if value >= end // 2 else value
