"""Which pictures of sites the console asks the bridge for."""

from pytestqt.qtbot import QtBot

from console.engine_port import SetViews
from console.snapshot import Delta
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole


def test_pictures_are_named_in_physical_pixels(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    views = console.window.wanted_views()
    named = {tile.site for tile in views.tiles}
    assert "s025" not in named
    assert len(named) == 35
    first = views.tiles[0]
    assert (first.width, first.height) == (208, 116)
    assert views.on_deck is not None
    assert views.on_deck.site == "s014"
    with qtbot.waitSignal(console.window.views_changed, check_params_cb=lambda wanted: wanted.tiles == ()):
        console.window.hide()


def test_a_site_that_connects_is_asked_for_its_picture(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.empty_session())
    assert console.window.wanted_views().tiles == ()
    with qtbot.waitSignal(console.window.views_changed, check_params_cb=lambda views: len(views.tiles) == 1):
        console.store.take(Delta(number=2, put={"site/s003": scenes.site_view(3)}))
    qtbot.waitUntil(lambda: console.window.grid.tiles["s003"].face.notice is None)


def test_an_unchanged_set_of_pictures_is_named_once(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.calm_meeting())
    named: list[SetViews] = []
    console.window.views_changed.connect(named.append)
    console.store.take(Delta(number=2, put={"site/s001": scenes.site_view(1, ready=True)}))
    qtbot.wait(150)
    assert named == []
