"""The window's side of the headphones: started when needed, again when it ended, and never in the way."""

import json
from collections.abc import Callable

from hardware.processes.window.headphones_end import AGAIN_MS, LATEST_AGAIN_MS, HeadphonesEnd
from hardware.processes.window.headphones_messages import HeadphonesNow


class OwnChild:
    """A process of the test's own: notes what is written while it runs."""

    def __init__(self) -> None:
        self.running = False
        self.starts = 0
        self.orders: list[tuple[str, object]] = []

    def start(self) -> None:
        self.running = True
        self.starts += 1

    def write(self, octets: bytes) -> None:
        assert self.running
        order = json.loads(octets)
        self.orders.append((order["order"], order.get("on", order.get("kind", order.get("name")))))


class Window:
    """A window's place, with what it was told."""

    def __init__(self) -> None:
        self.shown: list[HeadphonesNow] = []
        self.gone = self.beeps = 0
        self.later: list[tuple[int, Callable[[], None]]] = []
        self.child = OwnChild()
        self.end = HeadphonesEnd(
            show=self.shown.append,
            gone=self._count_gone,
            beep=self._beep,
            later=lambda ms, call: self.later.append((ms, call)),
        )
        self.end.begin(self.child)

    def _count_gone(self) -> None:
        self.gone += 1

    def _beep(self) -> None:
        self.beeps += 1

    def die(self) -> int:
        """Ends the process by itself, and lets the time pass after which it may be started again; returns it."""
        self.child.running = False
        self.end.ended()
        milliseconds, call = self.later.pop()
        call()
        return milliseconds


def test_nothing_runs_before_something_is_to_be_heard() -> None:
    window = Window()
    window.end.listen(False)
    assert window.child.starts == 0
    window.end.listen(True)
    window.end.listen(True)
    assert (window.child.starts, window.child.orders) == (1, [("listen", True)])
    window.end.listen(False)
    assert window.child.orders[-1] == ("listen", False)


def test_a_chime_starts_it_and_does_not_listen() -> None:
    window = Window()
    window.end.chime("two_tones")
    assert window.child.orders == [("play-chime", "two_tones")]


def test_what_ends_while_it_is_wanted_is_started_again_later_every_time() -> None:
    window = Window()
    window.end.listen(True)
    waits = [window.die() for _ in range(8)]
    assert waits[:3] == [AGAIN_MS, 2 * AGAIN_MS, 4 * AGAIN_MS]
    assert waits[-1] == LATEST_AGAIN_MS
    assert window.child.starts == 9
    assert window.child.orders == [("listen", True)] * 9
    assert window.gone == 8
    window.end.take(b'{"said":"headphones-now","sounds":true}\n')
    assert window.die() == AGAIN_MS, "a process that worked is started again at once"


def test_what_ends_while_nobody_listens_stays_ended() -> None:
    window = Window()
    window.end.chime("tick")
    window.die()
    assert window.child.starts == 1
    window.end.listen(True)
    assert window.child.starts == 2


def test_facts_come_in_pieces_and_half_a_line_of_a_dead_process_is_forgotten() -> None:
    window = Window()
    window.end.listen(True)
    line = b'{"said":"headphones-now","sounds":true,"site":"s021"}\n'
    window.end.take(b"nonsense\n" + line[:20])
    window.end.take(line[20:] + line[:9])
    assert window.shown == [HeadphonesNow(sounds=True, site="s021")]
    window.die()
    window.end.take(line)
    assert len(window.shown) == 2


def test_a_chime_that_nobody_hears_is_a_beep() -> None:
    window = Window()
    window.end.chime("tick")
    window.end.take(b'{"said":"chime-unplayed","kind":"tick"}\n')
    assert window.beeps == 1


def test_the_chosen_device_is_told_to_every_process_before_anything_is_heard() -> None:
    window = Window()
    window.end.use("USB Headset")
    assert window.child.starts == 0, "nothing is to be heard yet"
    window.end.listen(True)
    assert window.child.orders == [("use-device", "USB Headset"), ("listen", True)]
    window.end.use(None)
    assert window.child.orders[-1] == ("use-device", None)
    window.die()
    assert window.child.orders[-1] == ("listen", True)
