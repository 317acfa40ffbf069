"""Pictures of the headphones' lamp in its states, the marks on tiles, and the panel of a site's loudness."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtTest import QTest

from console.snapshot import AnyView, Delta, HeadphonesView
from console.trouble import TroubleKind
from tests.screenshots import scene as scenes
from widgets.controls.acts import Act
from widgets.controls.store import Store
from widgets.listening.gain_panel import GainPanel
from widgets.phrases.trouble_words import phrase_trouble_kind
from widgets.window.main_window import ConsoleWindow

WIDE, COMPACT = (1920, 1080), (1366, 768)


def shoot_listening(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes the pictures; `make` opens a console over a scene, `shoot` writes and closes it."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        window = make(scenes.busy_meeting(), size, chosen=21)
        put_gains(window.store)
        listen(window.store, HeadphonesView(site="s021"))
        window.commands.action(Act.SITE_GAIN).trigger()
        QTest.qWait(300)
        panel = window.findChild(GainPanel)
        assert panel is not None
        panel.grab().save(str(folder / f"gain_panel_{suffix}.png"))
        panel.close()
        shoot(folder, f"listening_site_{suffix}", window)
        window = make(scenes.busy_meeting(), size)
        listen(window.store, HeadphonesView(program=True))
        shoot(folder, f"listening_program_{suffix}", window)
        window = make(scenes.busy_meeting(), size)
        listen(window.store, HeadphonesView(program=True))
        window.lamp.show_sound(sounds=False, trouble=phrase_trouble_kind(TroubleKind.NO_HEADPHONES, {}))
        shoot(folder, f"listening_without_device_{suffix}", window)


def put_gains(store: Store) -> None:
    """Makes three sites louder or quieter."""
    for number, gain_db in ((21, 6), (2, -4), (14, 3)):
        view = store.site(scenes.site_id(number))
        assert view is not None
        put(store, {f"site/{view.site}": msgspec.structs.replace(view, gain_db=gain_db)})


def listen(store: Store, headphones: HeadphonesView) -> None:
    """Puts something into the headphones."""
    put(store, {"headphones": headphones})


def put(store: Store, views: dict[str, AnyView]) -> None:
    """Gives the store the next change."""
    number = store._number
    assert number is not None
    store.take(Delta(number=number + 1, put=views))
