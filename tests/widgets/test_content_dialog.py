"""What may be shown: a film, the screens, the windows of this machine, listed only when somebody opens the panel."""

from pytestqt.qtbot import QtBot

from console.content.content_choices import ContentChoices
from console.content.content_commands import EndContent, ShowContent
from console.content.content_port import ContentFault, ContentSource
from console.content.content_view import ContentView
from console.snapshot import Delta
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from widgets.controls.acts import Act
from widgets.controls.content_dialog import ContentDialog
from widgets.phrases.log.content_words import CONTENT_ENTRIES

CHOICES = ContentChoices(windows=("Báo cáo quý III", "Bảng tính"), screens=("eDP-1", "HDMI-1"))


def opened(console: Console) -> ContentDialog:
    console.window.commands.action(Act.CONTENT).trigger()
    (dialog,) = console.window.findChildren(ContentDialog)
    return dialog


def items(dialog: ContentDialog) -> list[str]:
    box = dialog.place.box
    return [box.itemText(number) for number in range(box.count())]


def test_windows_are_listed_when_the_panel_is_opened_and_when_it_is_wanted(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console(scenes.busy_meeting())
    asked: list[bool] = []
    console.window.seat.content_choices_asked.connect(lambda: asked.append(True))
    qtbot.wait(50)
    assert asked == []
    dialog = opened(console)
    assert asked == [True]
    assert items(dialog) == ["Màn hình (toàn bộ)"]
    console.window.seat.show_content_choices(CHOICES)
    assert items(dialog) == [
        "Màn hình (toàn bộ)",
        "Màn hình eDP-1",
        "Màn hình HDMI-1",
        "Cửa sổ: Báo cáo quý III",
        "Cửa sổ: Bảng tính",
    ]
    dialog.place.again.click()
    assert asked == [True, True]
    console.window.seat.show_content_choices(ContentChoices(screens=("eDP-1",), trouble="libX11.so.6 is missing"))
    assert items(dialog) == ["Màn hình (toàn bộ)"], "a single screen is the whole one"
    assert dialog.place.box.toolTip() == "Máy này không cho chiếu riêng một cửa sổ hay một màn hình."


def test_what_is_chosen_is_shown_and_stays_chosen(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    dialog = opened(console)
    dialog.place.show_choices(CHOICES)
    dialog.screen_button.click()
    dialog.place.box.setCurrentIndex(2)
    assert dialog.screen_button.text() == "Chiếu màn hình"
    dialog.screen_button.click()
    dialog.place.box.setCurrentIndex(4)
    assert dialog.screen_button.text() == "Chiếu cửa sổ"
    dialog.place.show_choices(ContentChoices(windows=("Ảnh", "Bảng tính")))
    dialog.screen_button.click()
    assert console.commands == [ShowContent(), ShowContent(screen="HDMI-1"), ShowContent(window="Bảng tính")]
    dialog.place.show_choices(ContentChoices())
    assert dialog.screen_button.text() == "Chiếu màn hình", "the window is gone from the list"

    source = ContentSource(number=2, window="Bảng tính")
    console.store.take(Delta(number=2, put={"content": ContentView(source=source)}))
    assert dialog.standing.text() == "Đang chiếu cửa sổ “Bảng tính” của máy điều khiển"
    dialog.end.click()
    assert console.commands[-1] == EndContent()


def test_the_log_says_why_a_window_is_shown_no_more() -> None:
    def said(fault: ContentFault, text: str) -> str:
        return CONTENT_ENTRIES["content-ended"]({"number": 1, "fault": fault, "text": text}, str)

    assert said(ContentFault.WINDOW_CLOSED, "Bảng tính") == "Thôi chiếu: cửa sổ “Bảng tính” đã đóng"
    assert said(ContentFault.WINDOW_AWAY, "Bảng tính") == "Thôi chiếu: cửa sổ “Bảng tính” đã thu nhỏ hoặc bị ẩn"
    assert "không có màn hình DP-9" in said(ContentFault.SCREEN_UNKNOWN, "DP-9")
    assert len({said(fault, "a") for fault in ContentFault}) == len(ContentFault), "every end has its own sentence"
    begun = CONTENT_ENTRIES["content-begun"]
    assert begun({"number": 1, "screen": "HDMI-1"}, str) == "Chiếu màn hình HDMI-1 của máy điều khiển"
    assert begun({"number": 1, "window": "Bảng tính"}, str) == "Chiếu cửa sổ “Bảng tính” của máy điều khiển"
