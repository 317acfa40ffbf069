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


def presenting(state: SiteStanding) -> str:
    """Returns what stands beside the lamp while the site may present."""
    if state.presents:
        return say("Đang trình chiếu cho mọi điểm cầu")
    if state.presenting_fault:
        return say("Đã thôi chiếu: không đọc được ({text})", text=state.presenting_fault)
    return say("Được phép trình chiếu")


def present_screen() -> str:
    return say("Chiếu màn hình")


def present_film() -> str:
    return say("Chiếu phim…")


def which_film() -> str:
    return say("Tệp phim")


def end_presenting() -> str:
    return say("Thôi trình chiếu")


def show_apart() -> str:
    return say("Xem trình chiếu riêng")


def show_within() -> str:
    return say("Xem chung một hình")
