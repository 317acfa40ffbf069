"""The window of the technical check as pictures: good sites, a muted microphone, a bad line, one that is silent."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from console.checks.check_sheet import CheckMark, CheckSheet, marked, verdict
from console.checks.check_words import RECHECK_ITEMS as RECHECKED
from console.checks.check_words import CheckItem, CheckResult, CheckStage, CheckWhy, StageScope
from console.meeting.meeting_snapshot import CheckSheetView, ChecksView
from tests.screenshots import scene as scenes
from widgets.checks.check_window import CheckWindow
from widgets.controls.store import Store

Shoot = Callable[[Path, str, QWidget], None]
STAGE = "T-half_day"
STAGES = (
    CheckStage(stage=STAGE, scope=StageScope.BY_TIER),
    CheckStage(stage="T-30min", scope=StageScope.SPEAKERS, items=RECHECKED),
)
GOOD: dict[CheckItem, tuple[str, str]] = {
    CheckItem.SOUND_TO_SITE: ("-17.2", "dBFS"),
    CheckItem.SOUND_FROM_SITE: ("-17.4", "dBFS"),
    CheckItem.MICROPHONE: ("-28.5", "dBFS"),
    CheckItem.ECHO: ("41.0", "dB"),
    CheckItem.PICTURE_SIZE: ("1280x720", "px"),
    CheckItem.PICTURE_RATE: ("24.8", "fps"),
    CheckItem.LOSS: ("0.1", "%"),
    CheckItem.JITTER: ("6.2", "ms"),
    CheckItem.ROUND_TRIP: ("38.0", "ms"),
    CheckItem.BANDWIDTH: ("4000", "kbit/s"),
    CheckItem.BANDWIDTH_DOWN: ("3400", "kbit/s"),
    CheckItem.ADDRESS: ("10.20.4.17", "IPv4"),
    CheckItem.PRESET: ("2.4", "s"),
}
BY_EYE = tuple(item for item in CheckItem if item not in GOOD)


def mark_of(item: CheckItem, number: int, **changes: object) -> CheckMark:
    """Returns a good mark of an item, with changes; the higher the site's number, the later."""
    value, unit = GOOD.get(item, ("", ""))
    values: dict[str, object] = {"result": CheckResult.OK, "value": value, "unit": unit, **changes}
    at_ms = scenes.NOW_MS - (40 - number) * 60_000
    return CheckMark(item=item, at_ms=at_ms, **values)  # type: ignore[arg-type]


def good_sheet(number: int, *odd: CheckMark, by_eye: bool = True) -> CheckSheetView:
    """Returns a whole sheet, all good but the odd marks."""
    sheet = CheckSheet(site=scenes.site_id(number), stage=STAGE)
    for item in GOOD:
        sheet = marked(sheet, mark_of(item, number))
    for item in BY_EYE if by_eye else ():
        sheet = marked(sheet, mark_of(item, number, by="Trần Văn Hà"))
    for mark in odd:
        sheet = marked(sheet, mark)
    return CheckSheetView(stage=STAGE, site=sheet.site, state=verdict(sheet, tuple(CheckItem)), marks=sheet.marks)


def checked_meeting() -> scenes.Scene:
    """Returns a rehearsal in the middle of its check."""
    scene = scenes.calm_meeting()
    fail, unclear = CheckResult.FAIL, CheckResult.NOT_CHECKED
    odd = {
        6: (mark_of(CheckItem.ECHO, 6, value="21.0", why=CheckWhy.ECHO_FAINT, baseline="41.0", delay_ms=240),),
        9: (mark_of(CheckItem.MICROPHONE, 9, result=fail, value="-127.0", why=CheckWhy.SILENT),),
        12: (
            mark_of(CheckItem.LOSS, 12, result=fail, value="7.4", why=CheckWhy.OVER_LIMIT),
            mark_of(CheckItem.BANDWIDTH, 12, result=fail, value="310", why=CheckWhy.TOO_NARROW),
        ),
        14: (
            mark_of(CheckItem.SOUND_TO_SITE, 14, result=unclear, value="", unit="", why=CheckWhy.CANNOT_ANSWER),
            mark_of(CheckItem.PICTURE_SIZE, 14, result=fail, value="640x360", why=CheckWhy.TOO_SMALL),
        ),
    }
    for number in range(1, 17):
        scene.views[f"check/{STAGE}/{scenes.site_id(number)}"] = good_sheet(number, *odd.get(number, ()))
    sites = tuple(view.site for number, view in scene.sites.items() if number)
    scene.views["checks"] = ChecksView(
        stages=STAGES,
        allowed=True,
        running={scenes.site_id(17): "tone_out", scenes.site_id(18): "room"},
        waiting=(scenes.site_id(19),),
        sites=sites,
        speaking=(scenes.site_id(3), scenes.site_id(9)),
    )
    return scene


def checked_province(sites: int = 200) -> scenes.Scene:
    """Returns the check of a whole province: communes under twenty districts, two of which are not in order."""
    scene = scenes.calm_meeting(sites)
    scene.views["checks"] = msgspec.structs.replace(
        checked_meeting().views["checks"],
        running={},
        waiting=(),
        speaking=(),
        sites=tuple(view.site for number, view in scene.sites.items() if number),
    )
    fail = CheckResult.FAIL
    for number in range(1, sites + 1):
        district = scenes.site_id((number - 1) // 10 * 10 + 1)
        if number % 10 != 1:
            scene.change(number, parent=district)
        silent = mark_of(CheckItem.MICROPHONE, 9, result=fail, value="-127.0", why=CheckWhy.SILENT)
        odd = (silent,) if number == 25 else ()
        if number != 44:
            scene.views[f"check/{STAGE}/{scenes.site_id(number)}"] = good_sheet(number, *odd)
    return scene


def check_window(scene: scenes.Scene, size: tuple[int, int], chosen: int) -> CheckWindow:
    """Returns the window that shows a scene."""
    store = Store(lambda: scenes.NOW_MS)
    store.take(scene.whole())
    window = CheckWindow(store)
    window.resize(*size)
    window.show()
    window.table.choose(chosen)
    return window


def shoot_checks(folder: Path, shoot: Shoot) -> None:
    """Writes the window in both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        shoot(folder, f"checks_{suffix}", check_window(checked_meeting(), size, 8))
        province = check_window(checked_province(), size, 2)
        province.table.fold_wanted.emit(2, False)
        shoot(folder, f"checks_200_{suffix}", province)
    shoot(folder, "checks_no_session", check_window(scenes.empty_session(), (1366, 768), 0))
