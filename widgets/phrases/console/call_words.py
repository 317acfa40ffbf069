"""The words of the escalation sheet and of what is done instead while a failure lasts."""

from collections.abc import Callable

from console.notes.record_facts import Fallback
from console.office.escalation import Call
from console.office.people import Person
from console.office.places import Line
from console.regulation.during import IncidentFact
from console.regulation.province import Party
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.log.incident_words import phrase_fallback
from widgets.phrases.office.clock_words import PARTIES

FACTS: dict[IncidentFact, Callable[[], str]] = {
    IncidentFact.CAUSE: lambda: say("nguyên nhân"),
    IncidentFact.SOLUTION: lambda: say("cách xử lý"),
    IncidentFact.RESTORE_TIME: lambda: say("thời gian dự kiến khôi phục"),
}


def title() -> str:
    return say("Gọi ai")


def keys() -> str:
    return say("Alt+1 … Alt+9: ghi “đã báo lúc này” cho người có số đó")


def reading() -> str:
    return say("Đang đọc danh bạ…")


def unreadable() -> str:
    return say("Chưa đọc được danh bạ; mở Hồ sơ, trang Danh bạ để xem số điện thoại.")


def no_incident() -> str:
    return say("Chọn một sự cố để biết cần gọi ai")


def phrase_party(party: Party, site: str) -> str:
    """Returns a party as one calls it for a failure at a site; `site` empty: the whole meeting."""
    if party is Party.SATELLITES:
        return say("kỹ thuật {site}", site=site) if site else say("kỹ thuật các điểm cầu")
    if party is Party.MAIN_ENDPOINT:
        return say("kỹ thuật điểm cầu chính")
    if party is Party.LOCAL_CHAIR and site:
        return say("chủ trì tại {site}", site=site)
    return PARTIES[party]()


def party_heading(call: Call, site: str) -> str:
    """Returns the heading of a party on the sheet."""
    name = phrase_party(call.party, site)
    name = name[:1].upper() + name[1:]
    return say("{party} · theo quy chế", party=name) if call.by_regulation else name


def nobody() -> str:
    return say("danh bạ chưa có ai")


def no_phone() -> str:
    return say("chưa có số điện thoại")


def person_line(person: Person) -> str:
    """Returns name, title and unit."""
    return ", ".join(filter(None, (person.name, person.title, person.unit)))


def line_line(line: Line) -> str:
    """Returns a line as the provider asks for it."""
    circuit = line.circuit_id or "—"
    name = say("Số hiệu đường truyền: {circuit}", circuit=circuit)
    parts = [name, line.provider, say("dự phòng") if line.backup else ""]
    return " · ".join(filter(None, parts))


def to_tell(facts: tuple[IncidentFact, ...]) -> str:
    """Returns what the party has to be told."""
    return say("Cần nói: {facts}", facts=", ".join(FACTS[fact]() for fact in facts))


def tell_now(number: int | None) -> str:
    """Returns the button's words; `number` is the digit of its key."""
    return say("Đã báo") if number is None else say("Đã báo  Alt+{number}", number=number)


def tell_whom(name: str) -> str:
    return say("Ghi đã báo lúc này cho {name}", name=name)


def told_at(at_ms: int, by: str) -> str:
    return say("✓ đã báo lúc {time} ({person})", time=hour_and_minute(at_ms), person=by)


# ---------------------------------------------------------------- instead


def fallback_title() -> str:
    return say("Phương án dự phòng")


def fallback_act() -> str:
    return say("Xin làm gì thay thế")


def fallback_text() -> str:
    return say("đường truyền, điểm cầu, thiết bị nào")


def ask_chair() -> str:
    return say("Xin chủ tọa")


def decided_by() -> str:
    return say("Ai quyết định")


def agreed() -> str:
    return say("Đồng ý")


def not_agreed() -> str:
    return say("Không đồng ý")


def fallback_standing(fallback: Fallback | None) -> str:
    """Returns how far the last that was asked for has come."""
    if fallback is None:
        return say("chưa xin")
    act = phrase_fallback(fallback.act) + (f" ({fallback.text})" if fallback.text else "")
    values = {"act": act, "time": hour_and_minute(fallback.asked_ms)}
    if fallback.approved is None or fallback.decided_ms is None:
        return say("{time} xin {act}: chủ tọa chưa quyết định", **values)
    values |= {"person": fallback.decided_by, "time": hour_and_minute(fallback.decided_ms)}
    if fallback.approved:
        return say("{time} {person} đồng ý {act}", **values)
    return say("{time} {person} không đồng ý {act}", **values)


def fallback_mark(fallback: Fallback | None) -> str:
    """Returns what the list of incidents says of it, empty without one."""
    if fallback is None:
        return ""
    if fallback.approved is None:
        return say("chờ chủ tọa quyết định")
    return say("chủ tọa đồng ý dự phòng") if fallback.approved else say("chủ tọa không đồng ý dự phòng")
