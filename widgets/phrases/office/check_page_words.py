"""The words of the office's page of technical checks."""

from console.records import form_times
from widgets.phrases.language import say


def title() -> str:
    return say("Kiểm tra kỹ thuật")


def meeting_choice() -> str:
    return say("Cuộc họp")


def stage_choice() -> str:
    return say("Đợt kiểm tra")


def branch_table() -> str:
    return say("Tổng hợp theo cụm điểm cầu")


def branch_heads() -> tuple[str, ...]:
    """Returns the heads of the columns of the tiers."""
    return say("Cụm điểm cầu"), say("Số điểm cầu"), say("Đạt"), say("Có lưu ý"), say("Không đạt"), say("Chưa báo cáo")


def unregistered(uid: str) -> str:
    return say("Phiên không đăng ký ({uid})", uid=uid)


def moment(wall_ms: int) -> str:
    """Returns a moment with its day, in the time of Viet Nam: limits of a regulation are counted in it everywhere."""
    return say("{time} ngày {date}", time=form_times.short_time(wall_ms), date=form_times.short_day(wall_ms))


def no_meeting() -> str:
    return say("Chưa có cuộc họp nào. Kết quả đo tại bàn điều khiển được lưu vào đây khi phiên kết thúc.")


def no_time() -> str:
    return say("Chưa xác định được thời hạn của đợt này: cuộc họp chưa có giờ, hoặc quy chế không nêu.")


def due_by(moment_text: str, article: str) -> str:
    return say("Phải xong trước {moment} ({article}). Chưa có kết quả nào.", moment=moment_text, article=article or "—")


def overdue(moment_text: str) -> str:
    return say("Quá hạn từ {moment}. Chưa có kết quả nào.", moment=moment_text)


def done_in_time(moment_text: str) -> str:
    return say("Kết quả gần nhất lúc {moment}, đúng hạn.", moment=moment_text)


def done_late(moment_text: str, due_text: str) -> str:
    return say("Kết quả gần nhất lúc {moment}, sau thời hạn {due}.", moment=moment_text, due=due_text)


def preview() -> str:
    return say("Xem trước khi in…")


def save() -> str:
    return say("Lưu PDF, Word…")
