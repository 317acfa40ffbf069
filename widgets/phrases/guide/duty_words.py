"""The words of the page of duties: what the regulations ask, and what this program does about it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from console.regulation.duties import Duty, DutyStatus, DutyTable, Said, read_duties
from widgets.phrases.command_line.regulation_words import duty_statuses
from widgets.phrases.language import language_in_use, say, say_count


@cache
def shipped_duties() -> DutyTable:
    """Returns the duty table that ships with the program; raises `BadDuties`."""
    return read_duties((resources.files("resources") / "regulation" / "duties.json").read_bytes())


def title() -> str:
    return say("Các điều khoản và phần mềm")


def open_key() -> str:
    return say("Các điều khoản và phần mềm…")


def search_hint() -> str:
    return say("Tìm theo mã, điều, nội dung")


def every_province() -> str:
    return say("Tất cả các tỉnh")


def every_status() -> str:
    return say("Mọi mức thực hiện")


def every_feature() -> str:
    return say("Mọi tính năng")


def province_choice() -> str:
    return say("Tỉnh")


def status_choice() -> str:
    return say("Mức thực hiện")


def feature_choice() -> str:
    return say("Tính năng")


def table_name() -> str:
    return say("Bảng các điều khoản")


def columns() -> tuple[str, ...]:
    return (say("Mã"), say("Điều"), say("Việc phải làm"), say("Ai thực hiện"), say("Phần mềm"))


def said(text: Said) -> str:
    """Returns a text of the table in the language in use."""
    return text.in_language(language_in_use())


def status(of: DutyStatus) -> str:
    return duty_statuses()[of.value]


def count(duties: Sequence[Duty]) -> str:
    """Returns how many duties there are and how they stand: "57 điều khoản: 12 đã thực hiện, 3 nhắc việc"."""
    counted = Counter(duty.status for duty in duties)
    parts = ", ".join(f"{counted[one]} {status(one)}" for one in DutyStatus if counted[one])
    number = say_count("{n} điều khoản", len(duties))
    return say("{number}: {parts}", number=number, parts=parts) if parts else number


def details(duty: Duty, table: DutyTable) -> str:
    """Returns all that is known of a duty, a line each."""
    features = ", ".join(said(table.features[code]) for code in duty.features)
    place = say("{province}, {article}", province=table.provinces[duty.province], article=duty.article)
    lines = [
        f"{duty.id} · {duty.priority.value} · {place}",
        said(duty.duty),
        say("Nguyên văn: “{quote}”", quote=duty.quote),
        say("Thời hạn: {limit}", limit=said(duty.limit)) if duty.limit else "",
        say("Tính năng: {features}", features=features),
        say("Chứng minh: {tests}", tests=", ".join(duty.proved_by)) if duty.proved_by else "",
    ]
    return "\n".join(line for line in lines if line)


def nothing_chosen() -> str:
    return say("Chọn một dòng để xem nguyên văn, thời hạn và phép thử.")
