"""A site's endpoint that dies beside its window: said at once, started again as it joined before, later and later."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind
from hardware.processes.site.site_revival import AGAIN_MS, LATEST_AGAIN_MS, SiteRevival
from hardware.processes.site.site_window_end import SiteWindowEnd
from hardware.processes.site.site_wire_messages import AnyAct, ShowPictures


class Window:
    """A window that remembers what it showed, started and put off."""

    def __init__(self, folder: Path) -> None:
        self.memory = folder / "site.json"
        self.shown: list[SiteStanding] = []
        self.written: list[AnyAct] = []
        self.started: list[bool] = []
        self.waits: list[int] = []
        self._due: list[Callable[[], None]] = []
        self.wire = SiteWindowEnd(self._write, self.shown.append)
        self.revival = SiteRevival(self.wire, self.memory, start=self.started.append, later=self._later)

    def _write(self, line: bytes) -> None:
        self.written.append(msgspec.json.decode(line, type=AnyAct))

    def _later(self, wait_ms: int, act: Callable[[], None]) -> None:
        self.waits.append(wait_ms)
        self._due.append(act)

    def die(self) -> None:
        self.revival.ended()
        self._due.pop()()

    def hear(self, standing: SiteStanding) -> None:
        self.wire.take(msgspec.json.encode(standing) + b"\n")


def test_a_site_that_was_in_the_meeting_comes_back_as_it_joined_before(tmp_path: Path) -> None:
    window = Window(tmp_path)
    window.wire.show_pictures((1280, 720), (320, 180))
    window.hear(SiteStanding(joined=True, microphone_open=True, site_name="Xã Ea Nuôl", title="Giao ban"))

    window.memory.write_text("{}")

    window.die()

    gone = window.shown[-1]
    assert (gone.joined, gone.microphone_open, gone.site_name, gone.title) == (False, False, "Xã Ea Nuôl", "Giao ban")
    assert [trouble.kind for trouble in gone.troubles] == [TroubleKind.ENDPOINT_ENDED]
    assert window.started == [True]
    assert window.written[-1] == ShowPictures(program=(1280, 720), own=(320, 180))


def test_a_site_that_never_joined_starts_with_its_invitation_and_waits_longer_each_time(tmp_path: Path) -> None:
    window = Window(tmp_path)
    for _ in range(8):
        window.die()

    assert set(window.started) == {False}
    assert window.waits[:3] == [AGAIN_MS, 2 * AGAIN_MS, 4 * AGAIN_MS]
    assert window.waits[-1] == LATEST_AGAIN_MS


def test_who_lived_for_a_while_is_started_at_once_again(tmp_path: Path) -> None:
    window = Window(tmp_path)
    for _ in range(4):
        window.die()
    window.hear(SiteStanding(joined=True))

    window.die()

    assert window.waits[-1] == AGAIN_MS
