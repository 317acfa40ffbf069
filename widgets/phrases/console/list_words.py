"""The words of the list of sites, its views, its search and the map of all sites."""

from console.snapshot import Fact, SiteView
from widgets.phrases.console import tile_words
from widgets.phrases.language import figure, say, say_count, short_duration

# ---------------------------------------------------------------- views


def list_name() -> str:
    return say("Danh sách điểm cầu")


def by_number() -> tuple[str, ...]:
    """Returns the names of the first view, longest first."""
    return say("Theo số thứ tự"), say("Theo số")


def attention_first() -> tuple[str, ...]:
    return say("Cần chú ý trước"), say("Cần chú ý")


def by_cluster() -> tuple[str, ...]:
    return say("Theo cụm"), say("Cụm")


def by_number_hint() -> str:
    return say("Mọi điểm cầu theo số thứ tự, mỗi điểm cầu một chỗ cố định (Esc)")


def attention_hint() -> str:
    return say("Điểm cầu cần chú ý đứng trước; chỉ xếp lại khi bấm F7")


def by_cluster_hint() -> str:
    return say("Các điểm cầu theo cụm, trong cụm theo số thứ tự")


def newly_needing(count: int) -> tuple[str, ...]:
    """Returns the hint that others need attention since the list was sorted, longest first."""
    return say_count("{n} điểm cầu mới — F7 xếp lại", count), say_count("{n} mới · F7", count)


def needing_attention(count: int) -> str:
    return say_count("{n} điểm cầu cần chú ý", count)


def page_place(page: int, pages: int, first: str, last: str) -> tuple[str, ...]:
    """Returns which page is shown and which numbers stand on it, longest first; `page` counts from 1."""
    place = say("Trang {page}/{pages}", page=page, pages=pages)
    return say("{place} · {first}–{last} · PgDn", place=place, first=first, last=last), place


def without_district() -> str:
    return say("Chưa ghi địa bàn")


def sites(count: int) -> str:
    return say_count("{n} điểm cầu", count)


def cluster_heading(name: str, count: int, needing: int) -> str:
    heading = say("{name} · {sites}", name=name, sites=sites(count))
    return heading if needing == 0 else say("{heading} · {needing} cần chú ý", heading=heading, needing=needing)


def goes_on(heading: str) -> str:
    return say("{heading} (tiếp)", heading=heading)


# ---------------------------------------------------------------- search


def search_field() -> tuple[str, ...]:
    """Returns what stands in the empty field, longest first."""
    return say("Tìm: số, tên không dấu, địa bàn, nhà mạng"), say("Tìm: số, tên, nhà mạng"), say("Tìm")


def branch(district: str, carrier: str) -> str:
    """Returns to which district and carrier a site belongs, as far as that is known."""
    return " · ".join(part for part in (district, carrier) if part)


def search_name() -> str:
    return say("Lọc danh sách điểm cầu")


def found(count: int) -> str:
    return say_count("{n} điểm cầu khớp · Esc bỏ lọc", count)


def nothing_matches() -> str:
    return say("Không có điểm cầu nào khớp — Esc để bỏ lọc")


# ---------------------------------------------------------------- columns of the list


def column_titles() -> tuple[str, tuple[str, ...], str, str]:
    """Returns the titles of name, three signs (longest first), state and loss."""
    return say("Điểm cầu"), (say("lệnh·báo·nghe"), say("mic")), say("tình trạng"), say("mất")


def loss(percent: float | None) -> str:
    return "—" if percent is None else f"{figure(percent)}%"


def on_podium_for(time: str | None) -> tuple[str, ...]:
    words = tile_words.on_podium()
    return words if time is None else (f"{words[0]} {time}", f"{words[-1]} {time}", words[-1])


def next_one(*, ready: bool) -> tuple[str, ...]:
    word = tile_words.next_one()[0]
    return (say("{next} · sẵn sàng", next=word), word) if ready else (say("{next} · chờ trả lời", next=word), word)


def lost_for(age_ms: int | None) -> tuple[str, ...]:
    age = short_duration(age_ms or 0)
    return f"{tile_words.lost()} {age}", tile_words.lost_short(age_ms)


def facts_disagree(view: SiteView, heard_age_ms: int | None) -> tuple[str, ...]:
    """Returns which facts contradict the order."""
    microphone = view.microphone
    if microphone.commanded is Fact.CLOSED and microphone.reported is Fact.OPEN and microphone.observed is Fact.OPEN:
        age = short_duration(heard_age_ms or 0)
        return (
            say("báo BẬT, có tiếng {age}", age=age),
            say("báo BẬT, có tiếng"),
            *tile_words.facts_disagree(view),
        )
    return tile_words.facts_disagree(view)


# ---------------------------------------------------------------- map of all sites


def map_name(count: int) -> str:
    return say_count("Toàn cảnh {n} điểm cầu", count)


def map_hint() -> str:
    return say("bấm để tới · khung = trang này")


def map_chip() -> str:
    return say("Toàn cảnh")


def loss_chip() -> str:
    return say("Mất gói")


def log_chip() -> str:
    return say("Nhật ký")


def map_description(errors: int, warnings: int) -> str:
    return say("{errors} điểm cầu có lỗi, {warnings} điểm cầu có cảnh báo", errors=errors, warnings=warnings)
