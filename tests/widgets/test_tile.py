"""What stands on a tile, in its face and in its pixels."""

import msgspec
import pytest
from PySide6.QtGui import QColor, QImage

from console.snapshot import Delta, Fact, LineQuality, SiteView
from console.words import Answer, FloorSource, LinkState, RehearsalState
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.tiles.tile import Tile
from widgets.tiles.tile_face import Tone


def tile_after(console: Console, view: SiteView) -> Tile:
    """Returns the site's tile once it shows a new view."""
    assert console.store._number is not None
    console.store.take(Delta(number=console.store._number + 1, put={f"site/{view.site}": view}))
    return console.window.grid.tiles[view.site]


def pixels(tile: Tile) -> QImage:
    return tile.grab().toImage()


def close(one: QColor, other: QColor, by: int = 6) -> bool:
    return max(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True)) <= by


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def frame_is(tile: Tile, colour: QColor, inset: int = 1) -> bool:
    """Tells whether all four edges of a tile carry a colour."""
    image = pixels(tile)
    width, height = image.width(), image.height()
    points = (
        (width // 2, inset),
        (width // 2, height - 1 - inset),
        (inset, height // 2),
        (width - 1 - inset, height // 2),
    )
    return all(close(image.pixelColor(x, y), colour) for x, y in points)


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    return open_console(scenes.calm_meeting())


def test_a_healthy_site_carries_no_colour(console: Console) -> None:
    tile = console.window.grid.tiles["s002"]
    assert tile.face.low is None
    assert tile.face.top is None
    assert [sign.tone for sign in tile.face.signs] == [Tone.QUIET] * 3
    for colour in (theme.LIVE, theme.NEXT, theme.WARNING, theme.ERROR):
        assert not frame_is(tile, colour)


def test_the_podium_has_a_red_frame(console: Console) -> None:
    view = scenes.site_view(2, on_podium=True, microphone=scenes.open_microphone())
    tile = tile_after(console, view)
    assert frame_is(tile, theme.LIVE)
    assert tile.face.metered


def test_the_site_on_deck_has_a_green_frame(console: Console) -> None:
    assert frame_is(tile_after(console, scenes.site_view(2, on_deck=True)), theme.NEXT)


def test_the_chosen_site_has_a_white_and_a_blue_ring(console: Console) -> None:
    console.window.selection.choose("s002")
    tile = console.window.grid.tiles["s002"]
    assert frame_is(tile, theme.TEXT, inset=0)
    assert frame_is(tile, theme.SELECT, inset=2)


def test_a_chosen_site_on_the_podium_keeps_its_red_frame_inside(console: Console) -> None:
    console.window.selection.choose("s002")
    tile = tile_after(console, scenes.site_view(2, on_podium=True))
    assert frame_is(tile, theme.SELECT, inset=2)
    assert frame_is(tile, theme.LIVE, inset=5)


def test_facts_that_disagree_unfold_a_strip(console: Console) -> None:
    microphone = msgspec.structs.replace(scenes.closed_microphone(), reported=Fact.OPEN, violation=True)
    tile = tile_after(console, scenes.site_view(2, microphone=microphone))
    assert [cell.odd for cell in tile.face.strip] == [False, True, False]
    assert [cell.value for cell in tile.face.strip] == ["TẮT", "BẬT", "IM"]
    image = pixels(tile)
    y = tile.shape_now.picture.bottom() - 2
    assert close(image.pixelColor(image.width() // 2 - 30, y), theme.WARNING)
    assert not close(image.pixelColor(8, y), theme.WARNING)


def test_an_old_report_is_marked_with_its_age(console: Console) -> None:
    microphone = msgspec.structs.replace(scenes.closed_microphone(), reported_ms=scenes.NOW_MS - 14_000)
    face = tile_after(console, scenes.site_view(2, microphone=microphone)).face
    assert face.strip[1].label == "Báo 14 s"
    assert face.strip[1].value == "TẮT ?"


def test_a_forgotten_microphone_is_amber_in_all_three_signs(console: Console) -> None:
    microphone = scenes.open_microphone(forgotten_since_ms=scenes.NOW_MS - 8_000)
    face = tile_after(console, scenes.site_view(2, microphone=microphone)).face
    assert [sign.tone for sign in face.signs] == [Tone.WARNING] * 3
    assert face.low is not None
    assert face.low.wordings[0] == "MIC MỞ 8 s"


def test_line_trouble_shows_its_figure(console: Console) -> None:
    line = scenes.site_view(2).line
    bad = msgspec.structs.replace(line, quality=LineQuality.ERROR, loss_percent=7.4, worst="loss")
    face = tile_after(console, scenes.site_view(2, line=bad)).face
    assert face.low is not None
    assert (face.low.wordings[0], face.low.tone) == ("mất 7,4%", Tone.ERROR)
    slow = msgspec.structs.replace(line, quality=LineQuality.WARNING, round_trip_ms=340.2, worst="round_trip")
    face = tile_after(console, scenes.site_view(3, line=slow)).face
    assert face.low is not None
    assert (face.low.wordings[0], face.low.tone) == ("trễ 340 ms", Tone.WARNING)


def test_an_old_picture_is_darkened_and_dated(console: Console) -> None:
    before = pixels(console.window.grid.tiles["s002"]).pixelColor(20, 60)
    tile = tile_after(console, scenes.site_view(2, picture_old_since_ms=scenes.NOW_MS - 3_000))
    assert tile.face.low is not None
    assert tile.face.low.wordings[0] == "ảnh cũ 3 s"
    assert pixels(tile).pixelColor(20, 60).lightness() < before.lightness() * 0.7


def test_a_lost_site_shows_no_picture(console: Console) -> None:
    view = scenes.site_view(2, link=LinkState.LOST, link_since_ms=scenes.NOW_MS - 134_000, attempts=3)
    tile = tile_after(console, view)
    assert tile.face.notice is not None
    assert (tile.face.notice.text, tile.face.notice.second) == ("MẤT KẾT NỐI", "2:14 · gọi lại lần 3")
    assert close(pixels(tile).pixelColor(30, 20), theme.PICTURE_EMPTY)
    assert tile.feed.image is None


def test_a_request_shows_its_place_and_where_it_came_from(console: Console) -> None:
    face = tile_after(console, scenes.site_view(2, queue_place=2, queue_source=FloorSource.PHONE)).face
    assert face.top is not None
    assert face.top.wordings == ("2",)
    assert len(face.top.icons) == 2


def test_silence_without_packets_is_silence_only_over_a_live_line(console: Console) -> None:
    microphone = msgspec.structs.replace(scenes.closed_microphone(), observed=Fact.UNKNOWN, observed_ms=None)
    live = tile_after(console, scenes.site_view(2, microphone=microphone)).face
    old = tile_after(console, scenes.site_view(3, microphone=microphone, link=LinkState.OLD)).face
    assert live.signs[2].icon is not old.signs[2].icon


def test_the_picture_is_the_sites_own(console: Console) -> None:
    """Pixels of tile 7 are the room painted for site 7, pixel for pixel."""
    tile = console.window.grid.tiles["s007"]
    room = console.rooms.latest("tile/s007", 0)
    assert room is not None
    picture = tile.shape_now.picture
    left, top = (room.width - picture.width()) // 2, (room.height - picture.height()) // 2
    image = pixels(tile)
    for x, y in ((60, 40), (100, 60), (150, 50)):
        assert image.pixelColor(x, y) == room.image.pixelColor(x + left, y + top)


def test_a_new_picture_repaints_one_tile_only(console: Console) -> None:
    tiles = console.window.grid.tiles
    before = {site: tile.paints for site, tile in tiles.items()}
    console.rooms._made["tile/s007"].sequence += 1
    console.window.grid.refresh_pictures()
    tiles["s007"].repaint()
    changed = {site for site, tile in tiles.items() if tile.paints != before[site]}
    assert changed == {"s007"}


@pytest.mark.parametrize("answer", [Answer.TIMEOUT, Answer.REJECTED, Answer.UNSUPPORTED])
def test_an_order_that_the_engine_did_not_carry_out_is_not_shown_as_certain(console: Console, answer: Answer) -> None:
    microphone = msgspec.structs.replace(scenes.closed_microphone(), commanded_answer=answer)
    face = tile_after(console, scenes.site_view(2, microphone=microphone)).face
    assert (face.signs[0].icon, face.signs[0].tone) == (Icon.LOCK_HOLLOW, Tone.WARNING)
    assert (face.strip[0].value, face.strip[0].odd) == ("TẮT ?", True)
    assert face.low is not None
    assert face.low.tone is Tone.WARNING


def test_an_assumed_order_has_its_own_sign_and_no_alarm(console: Console) -> None:
    microphone = msgspec.structs.replace(scenes.closed_microphone(), commanded_answer=Answer.ASSUMED)
    face = tile_after(console, scenes.site_view(2, microphone=microphone)).face
    assert (face.signs[0].icon, face.signs[0].tone) == (Icon.LOCK_HOLLOW, Tone.QUIET)
    assert face.strip == ()
    confirmed = msgspec.structs.replace(scenes.closed_microphone(), commanded_answer=Answer.CONFIRMED)
    assert tile_after(console, scenes.site_view(3, microphone=confirmed)).face.signs[0].icon is Icon.LOCK


def test_an_unsigned_check_is_said_where_nothing_weighs_more(console: Console) -> None:
    face = tile_after(console, scenes.site_view(2, rehearsal=RehearsalState.NOT_TESTED)).face
    assert face.rehearsal is not None
    assert (face.rehearsal.wordings, face.rehearsal.icons) == (("chưa kiểm tra",), (Icon.RING,))
    assert face.low is None
    signed = tile_after(console, scenes.site_view(3, rehearsal=RehearsalState.PASSED)).face
    assert signed.rehearsal is None
