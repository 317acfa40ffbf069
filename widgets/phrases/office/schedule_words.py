"""The words of the schedule: its weeks, its columns, where meetings clash."""

from collections.abc import Callable, Mapping

from console.office.schedule import Clash, ClashKind
from console.office.typed_times import shown_clock, shown_day
from widgets.phrases.language import say, say_count

NameOf = Callable[[str], str]

DAYS: tuple[Callable[[], str], ...] = (
    lambda: say("Thứ hai"),
    lambda: say("Thứ ba"),
    lambda: say("Thứ tư"),
    lambda: say("Thứ năm"),
    lambda: say("Thứ sáu"),
    lambda: say("Thứ bảy"),
    lambda: say("Chủ nhật"),
)


def page_title() -> str:
    return say("Lịch họp")


def columns() -> tuple[str, ...]:
    return (
        say("Ngày"),
        say("Giờ"),
        say("Trùng lịch"),
        say("Bước"),
        say("Nội dung"),
        say("Địa điểm"),
        say("Đơn vị chủ trì"),
        say("Điểm cầu"),
    )


def table() -> str:
    return say("Các cuộc họp trong tuần")


def week(first: str, last: str) -> str:
    return say("Từ {first} đến {last}", first=first, last=last)


def previous_week() -> str:
    return say("Tuần trước")


def next_week() -> str:
    return say("Tuần sau")


def this_week() -> str:
    return say("Tuần này")


def print_week() -> str:
    return say("In lịch…")


def open_meeting() -> str:
    return say("Mở cuộc họp")


def rehearsal(subject: str) -> str:
    return say("Tổng duyệt: {subject}", subject=subject)


def no_clash() -> str:
    return say("Không có cuộc họp nào trùng nhau.")


def clash_kind(kind: ClashKind) -> str:
    """Returns what is wanted twice, in one or two words."""
    return {
        ClashKind.ROOM: say("phòng"),
        ClashKind.SITE: say("điểm cầu"),
        ClashKind.TECHNICIAN: say("cán bộ"),
        ClashKind.CAPACITY: say("số điểm cầu"),
    }[kind]


def phrase_clash(clash: Clash, subjects: Mapping[str, str], name_of: NameOf) -> str:
    """Returns one sentence: which meetings want what at the same time; a second one says which of them goes first."""
    told = _what_clashes(clash, subjects, name_of)
    return f"{told} {goes_first(clash, subjects)}".rstrip()


def goes_first(clash: Clash, subjects: Mapping[str, str]) -> str:
    """Returns which meeting the regulation puts first; nothing where it says nothing."""
    if not clash.first:
        return ""
    first = say(" và ").join(f"“{subjects.get(id_, '')}”" for id_ in clash.first)
    return say("Theo quy chế ({article}) ưu tiên {first}.", article=clash.article, first=first)


def _what_clashes(clash: Clash, subjects: Mapping[str, str], name_of: NameOf) -> str:
    names = ", ".join(map(name_of, clash.what[:4])) + (" …" if len(clash.what) > 4 else "")
    both = say(" và ").join(f"“{subjects.get(id_, '')}”" for id_ in clash.meetings)
    when = f"{shown_clock(clash.start_ms)}–{shown_clock(clash.end_ms)} {shown_day(clash.start_ms)}"
    match clash.kind:
        case ClashKind.ROOM:
            return say("{when}: trùng phòng {names} — {both}.", when=when, names=names, both=both)
        case ClashKind.SITE:
            return say("{when}: trùng điểm cầu {names} — {both}.", when=when, names=names, both=both)
        case ClashKind.TECHNICIAN:
            return say("{when}: trùng cán bộ {names} — {both}.", when=when, names=names, both=both)
        case ClashKind.CAPACITY:
            return say_count(
                "{when}: cần {n} điểm cầu cùng lúc, quá khả năng của hệ thống — {both}.",
                clash.sites,
                when=when,
                both=both,
            )


def clash_list() -> str:
    return say("Các cuộc họp trùng nhau")
