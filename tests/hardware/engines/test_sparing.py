"""What is spared: only tiles that no window shows, while they are given up; seen again they get a key frame."""

import time

import pytest

from console.engine_port import ConnectionKind, TileView
from console.words import LoadStep
from hardware.engines.embedded.connection import Connection
from hardware.engines.embedded.decode_pool import DecodePool
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.site_media import SiteMedia
from hardware.engines.embedded.sparing import Sparing
from tests.hardware.engines.test_pictures import SmallMemory

HIDDEN = (LoadStep.TILE_RATE, LoadStep.TILE_SIZE, LoadStep.HIDDEN_TILES)


class Grid:
    """Three sites: one in a window, one in the program, one nowhere."""

    def __init__(self) -> None:
        self.desk = PictureDesk(SmallMemory(), lambda: None, lambda site, width, height: None, lambda text: None)
        self.desk.show((TileView(site="shown", width=100, height=50),), None)
        self.pool = DecodePool(1, self.desk)
        self.sparing = Sparing(self.desk)
        self.sites = [self._media(site) for site in ("shown", "program", "nowhere")]

    def _media(self, site: str) -> SiteMedia:
        owner = None  # nothing here calls it
        connection = Connection(site, "k1", ConnectionKind.PROGRAM, owner)  # pyright: ignore[reportArgumentType]
        return SiteMedia(site, connection, self.pool.open(site, lambda stream: None), time.monotonic())

    def choose(self) -> list[str]:
        """Returns the sites that are decoded at key frames only."""
        self.sparing.choose(self.sites, frozenset({"program"}), time.monotonic())
        return [media.site for media in self.sites if media.stream.backlog.key_frames_only]


@pytest.fixture
def grid():
    grid = Grid()
    yield grid
    grid.pool.stop()


def test_nothing_is_spared_before_it_is_given_up(grid: Grid) -> None:
    assert grid.choose() == []
    grid.sparing.shed(HIDDEN[:2])
    assert grid.choose() == []


def test_only_what_nobody_sees_is_spared(grid: Grid) -> None:
    grid.sparing.shed(HIDDEN)
    assert grid.choose() == ["nowhere"]
    grid.desk.watched = frozenset({"nowhere"})
    assert grid.choose() == []


@pytest.mark.parametrize("taken_back", [True, False])
def test_what_is_seen_again_asks_for_a_key_frame(grid: Grid, *, taken_back: bool) -> None:
    grid.sparing.shed(HIDDEN)
    grid.choose()
    if taken_back:
        grid.sparing.shed(())
    else:
        grid.desk.show((TileView(site="nowhere", width=100, height=50),), None)
    assert "nowhere" not in grid.choose()
    assert [media.key_frame_wanted for media in grid.sites if media.site == "nowhere"] == [True]
