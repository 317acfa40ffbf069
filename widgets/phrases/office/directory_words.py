"""The words of the directory's own pages: what is missing, and who has to be told of a change."""

from collections.abc import Sequence

from widgets.phrases.language import say, say_count


def contacts_missing(sites: int, people: int) -> str:
    """Returns what is missing in one line; nothing when all is there."""
    lines: list[str] = []
    if sites:
        lines.append(say_count("▲ {n} điểm cầu chưa đủ cán bộ theo quy định", sites))
    if people:
        lines.append(say_count("▲ {n} người chưa đủ thông tin liên hệ", people))
    return " · ".join(lines)


def too_few(site: str, role: str, have: int, need: int) -> str:
    return say("{site}: {role} {have}/{need}", site=site, role=role.lower(), have=have, need=need)


def not_known(name: str, fields: Sequence[str]) -> str:
    return say("{name}: chưa có {fields}", name=name, fields=", ".join(field.lower() for field in fields))


def site_contacts(contacts: Sequence[tuple[str, str, str]]) -> str:
    """Returns whom to call at a site: role, name and telephone of each, a line for each."""
    if not contacts:
        return say("Chưa có đầu mối nào của điểm cầu này.")
    return "\n".join(say("{role}: {name} {phone}", role=role, name=name, phone=phone) for role, name, phone in contacts)


def and_more(count: int) -> str:
    return say_count("… và {n} dòng nữa", count)


def missing_button() -> str:
    return say("Còn thiếu…")


def missing_title() -> str:
    return say("Đầu mối còn thiếu so với quy định")


def person_added(name: str) -> str:
    return say("{name}: thêm vào danh bạ", name=name)


def person_changed(name: str) -> str:
    return say("{name}: thay đổi thông tin", name=name)


def person_removed(name: str) -> str:
    return say("{name}: đưa ra khỏi danh bạ", name=name)


def told_when() -> str:
    return say("Cần điền ngày báo.")
