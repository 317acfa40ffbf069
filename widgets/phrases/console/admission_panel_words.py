"""The words of the door: whether the meeting is locked or has a lobby, who waits outside, yes and no to them."""

from widgets.phrases.language import hour_and_minute, say, say_count


def title() -> str:
    return say("Điểm cầu xin vào họp")


def explanation() -> str:
    return say(
        "Điểm cầu ở ngoài chưa có kết nối: không nghe, không thấy gì của cuộc họp."
        " Điểm cầu được cho vào nghe và nói theo lệnh đang có, như mọi điểm cầu khác."
    )


def bar(*, locked: bool, lobby: bool) -> str:
    """Returns what keeps sites outside, for the top bar."""
    if locked and lobby:
        return say("Đã khóa · có phòng chờ")
    return say("Cuộc họp đã khóa") if locked else say("Có phòng chờ")


def short_bar(*, locked: bool) -> str:
    return say("Đã khóa") if locked else say("Phòng chờ")


def waiting_short(count: int) -> str:
    return say_count("{n} xin vào", count)


def standing(*, locked: bool, lobby: bool) -> str:
    """Returns what holds, in whole sentences."""
    lock = say("Cuộc họp đã khóa: không nhận thêm điểm cầu.") if locked else say("Cuộc họp không khóa.")
    waits = (
        say("Phòng chờ đang mở: điểm cầu không thuộc cuộc họp này phải chờ.")
        if lobby
        else say("Không có phòng chờ: điểm cầu không thuộc cuộc họp này vào thẳng.")
    )
    if locked and not lobby:
        return lock
    return f"{lock} {waits}"


def one_waits(site: str) -> str:
    return say("{site} xin vào", site=site)


def waiting_count(count: int) -> str:
    return say_count("{n} điểm cầu xin vào", count)


def waits_since(site: str, since_ms: int) -> str:
    return say("{site} · chờ từ {time}", site=site, time=hour_and_minute(since_ms))


def turned_away_since(site: str, since_ms: int) -> str:
    return say("{site} · xin vào lúc {time}, đã từ chối", site=site, time=hour_and_minute(since_ms))


def nobody_waits() -> str:
    return say("Không có điểm cầu nào đang chờ")


def more_wait(count: int) -> str:
    return say_count("và {n} điểm cầu nữa; danh sách hiện tiếp khi các điểm cầu trên đã có trả lời", count)


def let_in() -> str:
    return say("Cho vào")


def let_in_site(site: str) -> str:
    return say("Cho vào: {site}", site=site)


def turn_away() -> str:
    return say("Từ chối")


def turn_away_site(site: str) -> str:
    return say("Từ chối: {site}", site=site)


def see_all() -> str:
    return say("Bấm để xem điểm cầu nào đang chờ")
