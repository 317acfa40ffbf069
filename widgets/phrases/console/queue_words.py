"""The words of the queue for the floor: urgency, the chair's yes, what was just taken out, the limit of a speech."""

from console.words import FloorUrgency
from widgets.phrases.language import duration, hour_and_minute, say, short_duration


def urgency_mark(urgency: FloorUrgency) -> str:
    """Returns the word beside the sign of an urgent request, nothing for the others."""
    return {
        FloorUrgency.NORMAL: "",
        FloorUrgency.PRIORITY: say("ưu tiên"),
        FloorUrgency.POINT_OF_ORDER: say("về thủ tục"),
    }[urgency]


def approved() -> tuple[str, str]:
    """Returns that the chair said yes, in full and in brief."""
    return say("chủ tọa đồng ý"), say("đồng ý")


def approved_since(wall_ms: int) -> str:
    return say("chủ tọa đồng ý lúc {time}", time=hour_and_minute(wall_ms))


def taken_out(kind: str | None) -> str:
    """Returns why a request has just left the queue, by the kind of its line in the log."""
    return {
        "floor-skipped": say("vừa bỏ qua"),
        "floor-refused": say("chủ tọa không đồng ý"),
        "floor-withdrawn": say("vừa rút yêu cầu"),
    }.get(kind or "", say("vừa ra khỏi hàng chờ"))


def restore() -> str:
    return say("Đưa lại")


def restore_of(label: str) -> str:
    return say("Đưa {site} trở lại hàng chờ", site=label)


def left_to_speak(milliseconds: int) -> str:
    return say("còn {time}", time=short_duration(milliseconds))


def over_time(milliseconds: int) -> list[str]:
    return [say("QUÁ GIỜ {time}", time=duration(milliseconds)), say("QUÁ GIỜ")]


def dropped(milliseconds: int) -> list[str]:
    """Returns that the speaker's site is gone and keeps its turn for now."""
    age = short_duration(milliseconds)
    return [say("mất kết nối {age} — giữ lượt", age=age), say("mất nối {age}", age=age)]


def limit_choice(seconds: int | None) -> str:
    """Returns a limit in a menu."""
    return say("Không giới hạn") if seconds is None else say("{minutes} phút", minutes=seconds // 60)


def drag_hint() -> str:
    return say("Kéo để đổi thứ tự")
