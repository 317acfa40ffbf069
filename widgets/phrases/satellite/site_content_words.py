"""The words of the content at a site: its window, its label, the button that shows it apart."""

from console.sites.site_standing import SiteStanding
from widgets.phrases.language import say


def content_window() -> str:
    return say("Cửa sổ trình chiếu")


def content_label() -> str:
    return say("Nội dung trình chiếu")


def nothing_shown(state: SiteStanding) -> str:
    """Returns what stands on the screen of the content while there is none."""
    if not state.joined:
        return say("Đang kết nối lại với phiên họp")
    return say("Đang chờ hình trình chiếu") if state.presented else say("Chưa có nội dung trình chiếu")


def show_apart() -> str:
    return say("Xem trình chiếu riêng")


def show_within() -> str:
    return say("Xem chung một hình")
