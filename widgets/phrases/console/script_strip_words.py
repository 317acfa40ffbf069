"""The words of the script's strip in the console."""

from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.log.script_words import phrase_lateness


def line(number: int, count: int, title: str, speaker: str, site: str) -> str:
    """Returns the next cue, the site first, for the end may be cut: "Mục 3/12 · 21 Ea Tul · Báo cáo · Ông A"."""
    head = say("Mục {n}/{count}", n=number, count=count)
    return " · ".join(part for part in (head, site, title, speaker) if part)


def main() -> str:
    return say("điểm cầu chính")


def over() -> str:
    return say("Đã hết kịch bản")


def planned(at_ms: int) -> str:
    return hour_and_minute(at_ms)


def late(seconds: int) -> str:
    return phrase_lateness(seconds)


def key() -> str:
    return "F5"


def running() -> str:
    return say("đang chuyển…")


def hint() -> str:
    return say("Mục kế tiếp của kịch bản; F5 hoặc bấm vào đây để chuyển, Shift+F5 để bỏ qua")
