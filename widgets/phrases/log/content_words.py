"""Content in words: its lines of the log, its panel, its commands."""

from collections.abc import Callable, Mapping
from typing import Any

from console.content.content_port import ContentFault, ContentSource, PresentingEnd
from widgets.phrases.language import say
from widgets.phrases.log.content_place_words import place_asked, place_begun, place_ended, place_standing
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def file_name(path: str) -> str:
    """Returns the last part of a path of any system."""
    return path.replace("\\", "/").rpartition("/")[2]


def title() -> str:
    return say("Trình chiếu")


def explanation() -> str:
    return say(
        "Phim, ảnh, cửa sổ hoặc màn hình hiện ở chỗ người phát biểu, mọi điểm cầu đều thấy và nghe; với bố cục hai"
        " hình thì hiện bên cạnh người phát biểu. Điểm cầu có hai màn hình xem trình chiếu riêng và người phát biểu"
        " riêng."
    )


def standing(source: ContentSource | None, presenter: str = "") -> str:
    """Returns what is shown now, or which site may present (by its name)."""
    if source is None:
        return _may_present(presenter) if presenter else say("Chưa trình chiếu gì")
    if source.site is not None:
        return _presented(source, presenter)
    return say("Đang chiếu phim: {name}", name=file_name(source.path)) if source.path else place_standing(source)


def _may_present(site: str) -> str:
    return say("{site} được phép trình chiếu, chưa bắt đầu", site=site)


def _presented(source: ContentSource, site: str) -> str:
    if not source.path:
        return say("{site} đang chiếu màn hình của mình", site=site)
    return say("{site} đang chiếu phim: {name}", site=site, name=file_name(source.path))


def presenter(site: str, *, presents: bool) -> str:
    """Returns in few words that a site may present, or does."""
    return say("{site} đang trình chiếu", site=site) if presents else say("{site} được trình chiếu", site=site)


def which_file() -> str:
    return say("Tệp phim")


def choose() -> str:
    return say("Chọn tệp…")


def show_film() -> str:
    return say("Chiếu phim")


def end() -> str:
    return say("Thôi chiếu")


def _begun(what: Fields, name: SiteName) -> str:
    path = str(what.get("path") or "")
    if site := what.get("site"):
        if not path:
            return say("{site} trình chiếu màn hình của mình", site=name(str(site)))
        return say("{site} trình chiếu phim {name}", site=name(str(site)), name=file_name(path))
    return say("Chiếu phim {name}", name=file_name(path)) if path else place_begun(what)


def _ended(what: Fields, name: SiteName) -> str:
    fault, text, site = what.get("fault"), str(what.get("text") or ""), what.get("site")
    if site:
        return _presented_no_more(name(str(site)), fault, text)
    match fault:
        case None:
            return say("Thôi chiếu")
        case ContentFault.OVER:
            return say("Phim đã hết")
        case ContentFault.UNREADABLE:
            return say("Thôi chiếu: không đọc được ({text})", text=text)
        case ContentFault.PLAYER_GONE:
            return say("Thôi chiếu: bộ phát đã dừng")
        case _:
            return place_ended(ContentFault(str(fault)), text)


def _presented_no_more(site: str, fault: object, text: str) -> str:
    if fault == ContentFault.UNREADABLE:
        return say("{site} thôi trình chiếu: không đọc được ({text})", site=site, text=text)
    return say("{site} thôi trình chiếu", site=site)


def _let(what: Fields, name: SiteName) -> str:
    return say("Cho phép {site} trình chiếu", site=name(str(what.get("site"))))


def _presenting_over(what: Fields, name: SiteName) -> str:
    why = presenting_end(PresentingEnd(str(what.get("why"))))
    return say("{site} không còn được trình chiếu: {why}", site=name(str(what.get("site"))), why=why)


def presenting_end(why: PresentingEnd) -> str:
    """Returns why a site may present no more, as it stands after a colon."""
    return {
        PresentingEnd.TAKEN_BACK: say("người điều khiển thu lại quyền"),
        PresentingEnd.REPLACED: say("đã chiếu nội dung khác hoặc cho điểm cầu khác trình chiếu"),
        PresentingEnd.SAFE_STOP: say("dừng an toàn"),
        PresentingEnd.SITE_LOST: say("mất kết nối với điểm cầu"),
        PresentingEnd.REVOKED: say("quyền truy cập của điểm cầu đã bị thu hồi"),
        PresentingEnd.CONFIDENTIAL: say("cuộc họp hạn chế hoặc mật"),
    }[why]


CONTENT_ENTRIES: dict[str, Phrase] = {
    "content-begun": _begun,
    "content-ended": _ended,
    "presenting-let": _let,
    "presenting-over": _presenting_over,
}

CONTENT_COMMANDS: dict[str, Phrase] = {
    "show-content": lambda what, name: (
        say("chiếu phim {name}", name=file_name(str(what["path"]))) if what.get("path") else place_asked(what)
    ),
    "let-present": lambda what, name: say("cho phép {site} trình chiếu", site=name(str(what.get("site")))),
    "end-content": lambda what, name: say("thôi chiếu"),
}


def content_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "show a film, a window or a screen of this machine to everybody (without: all screens)": say(
            "chiếu phim, cửa sổ hoặc màn hình của máy này cho mọi điểm cầu (không nêu gì: toàn bộ màn hình)"
        ),
        "list the windows and screens that show-content may name (JSON)": say(
            "liệt kê các cửa sổ và màn hình mà lệnh show-content có thể chiếu (JSON)"
        ),
        "let a site show its screen or a film to everybody, until end-content": say(
            "cho phép một điểm cầu trình chiếu màn hình hoặc phim, đến khi có lệnh end-content"
        ),
        "take the film or the screen out of the program, and back from a site that may present": say(
            "thôi chiếu phim hoặc màn hình, thu lại quyền trình chiếu của điểm cầu"
        ),
    }
