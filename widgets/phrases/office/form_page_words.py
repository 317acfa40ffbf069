"""The words of the pages of forms and of statistics.

Rule: what stands on the printed forms themselves is the regulation's and comes from `console/records`.
"""

from collections.abc import Callable, Mapping

from console.office.form_records import DAMAGED, INCIDENT, NORMAL, Confirms, FormField, FormName, SigningMethod
from console.office.session_name import SessionName
from console.records import form_times
from widgets.phrases.language import say, whole


def title() -> str:
    return say("Biểu mẫu và nhật ký")


# ---------------------------------------------------------------- the session's forms


def sessions() -> str:
    return say("Phiên họp")


def session_line(session: SessionName) -> str:
    """Returns a session as the list of sessions names it: its beginning and its title."""
    begun = f"{form_times.short_day(session.opened_ms)} {form_times.short_time(session.opened_ms)}"
    return f"{begun}  {session.title or session.session}"


def no_session() -> str:
    return say("Chưa có phiên họp nào trên máy này.")


def reading() -> str:
    return say("Đang đọc nhật ký…")


def forms() -> str:
    return say("Biểu mẫu")


FORMS: Mapping[FormName, Callable[[], str]] = {
    FormName.SESSION: lambda: say("Phụ lục II – nhật ký"),
    FormName.CHECK_MINUTES: lambda: say("Biên bản kiểm tra kỹ thuật"),
    FormName.INCIDENT: lambda: say("Báo cáo sự cố"),
    FormName.SHUTDOWN: lambda: say("Biên bản tắt thiết bị"),
    FormName.RECORDING: lambda: say("Biên bản bàn giao tư liệu"),
}


def preview() -> str:
    return say("Xem và in…")


def save_as() -> str:
    return say("Lưu thành tệp")


ENDINGS: Mapping[str, Callable[[], str]] = {
    "pdf": lambda: say("PDF…"),
    "docx": lambda: say("Word (DOCX)…"),
    "xlsx": lambda: say("Excel (XLSX)…"),
    "csv": lambda: say("CSV…"),
}


def about(subject: str, start: str, host: str) -> str:
    """Returns the line over the table: what, when, by whom."""
    return " · ".join(part for part in (subject, start, host) if part)


def sealed(count: int, head: str) -> str:
    return say("Nhật ký: {count} sự kiện, mã băm cuối {head}…", count=whole(count), head=head[:16])


def broken_log() -> str:
    return say("▲ Chuỗi nhật ký không còn nguyên vẹn; biểu mẫu chỉ dựa vào phần đọc được.")


def columns() -> list[str]:
    return [
        say("STT"),
        say("Điểm cầu"),
        *(FIELDS[field]() for field in COLUMN_FIELDS),
    ]


FIELDS: Mapping[FormField, Callable[[], str]] = {
    FormField.SUBJECT: lambda: say("Nội dung cuộc họp"),
    FormField.HOST_UNIT: lambda: say("Đơn vị chủ trì"),
    FormField.STATUS: lambda: say("Tình trạng"),
    FormField.INCIDENT_DESCRIPTION: lambda: say("Mô tả sự cố"),
    FormField.CAMERA: lambda: say("Camera"),
    FormField.CONNECTOR: lambda: say("Bộ kết nối"),
    FormField.MICROPHONE: lambda: say("Micro"),
    FormField.ADAPTER_CABLE: lambda: say("Adapter, dây cáp"),
    FormField.OTHER: lambda: say("Thiết bị khác"),
    FormField.OTHER_LABEL: lambda: say("Tên thiết bị khác"),
}
COLUMN_FIELDS = tuple(field for field in FIELDS if field not in (FormField.SUBJECT, FormField.HOST_UNIT))


def value(field: FormField, value: str) -> str:
    """Returns what a place of the form holds; a text as it is."""
    if field is FormField.STATUS:
        return {"": "", NORMAL: say("Bình thường"), INCIDENT: say("Sự cố")}.get(value, value)
    if field in (FormField.INCIDENT_DESCRIPTION, FormField.OTHER_LABEL, FormField.SUBJECT, FormField.HOST_UNIT):
        return value
    return {"": "", NORMAL: say("Bình thường"), DAMAGED: say("Hư hỏng")}.get(value, value)


def choice(field: FormField, value_: str) -> str:
    """Returns a value as it may be chosen; nothing has a name there."""
    return value(field, value_) or say("(để trống)")


# ---------------------------------------------------------------- by hand


def whole_form() -> str:
    return say("Toàn biểu mẫu")


def choose_cell() -> str:
    return say("Chọn một ô trong bảng để sửa.")


def field() -> str:
    return say("Ô")


def new_value() -> str:
    return say("Nội dung mới")


def reason() -> str:
    return say("Lý do sửa")


def correct() -> str:
    return say("Sửa")


def stood_there(text: str) -> str:
    return say("Đang ghi: {text}", text=text or say("(để trống)"))


def corrected_by(person: str, time: str, before: str, reason: str) -> str:
    """Returns the hint on a corrected cell."""
    return say(
        "{person} sửa lúc {time}; trước đó: {before}; lý do: {reason}",
        person=person,
        time=time,
        before=before or say("(để trống)"),
        reason=reason,
    )


def trace() -> str:
    return say("Các lần sửa")


def trace_line(place: str, before: str, after: str, person: str, time: str, reason: str) -> str:
    return say(
        "{place}: {before} → {after} ({person}, {time}: {reason})",
        place=place,
        before=before or say("(để trống)"),
        after=after or say("(để trống)"),
        person=person,
        time=time,
        reason=reason,
    )


def never_corrected() -> str:
    return say("Chưa sửa ô nào.")


ROLES: Mapping[Confirms, Callable[[], str]] = {
    Confirms.TECHNICIAN: lambda: say("Cán bộ kỹ thuật"),
    Confirms.UNIT_LEADER: lambda: say("Lãnh đạo đơn vị"),
}
METHODS: Mapping[SigningMethod, Callable[[], str]] = {
    SigningMethod.WET: lambda: say("Ký trên bản giấy"),
    SigningMethod.DIGITAL: lambda: say("Ký số"),
}


def role() -> str:
    return say("Tư cách xác nhận")


def full_name() -> str:
    return say("Họ và tên")


def person_title() -> str:
    return say("Chức vụ")


def method() -> str:
    return say("Hình thức ký")


def confirm() -> str:
    return say("Xác nhận")


def confirmed(name: str, title: str, time: str, *, still: bool) -> str:
    """Returns who confirmed a form and when, and whether it was changed since."""
    who = f"{name}, {title}" if title else name
    if still:
        return say("{who} đã xác nhận lúc {time}", who=who, time=time)
    return say("▲ {who} đã xác nhận lúc {time}, nhưng biểu mẫu đã sửa sau đó", who=who, time=time)


def not_confirmed() -> str:
    return say("Chưa ai xác nhận.")


def name_missing() -> str:
    return say("Cần ghi họ và tên người xác nhận.")


def moment(wall_ms: int) -> str:
    """Returns a moment as the page names it: in the time of Viet Nam, as the forms do."""
    return f"{form_times.short_time(wall_ms)} {form_times.short_day(wall_ms)}"


# ---------------------------------------------------------------- ratings


def rating() -> str:
    return say("Đánh giá")


def rated_site(name: str) -> str:
    return name or say("Chọn một điểm cầu trong bảng để đánh giá.")


def sound() -> str:
    return say("Âm thanh (1–5)")


def picture() -> str:
    return say("Hình ảnh (1–5)")


def line() -> str:
    return say("Đường truyền (1–5)")


def remark() -> str:
    return say("Nhận xét")


def not_rated() -> str:
    return say("chưa đánh giá")


def rate() -> str:
    return say("Lưu đánh giá")


# ---------------------------------------------------------------- recordings handed over


def handover() -> str:
    return say("Bàn giao")


def nothing_to_hand_over() -> str:
    return say("Phiên họp này không có gì phải bàn giao.")


def to_hand_over() -> str:
    return say("Phải bàn giao bản ghi và tài liệu; quy định không nêu thời hạn.")


def may_be_handed_over() -> str:
    return say("Không bắt buộc bàn giao; đơn vị nào nhận bản ghi thì ghi nhận ở đây.")


def to_hand_over_until(time: str, *, overdue: bool) -> str:
    """Returns until when it has to be handed over, and whether that is past."""
    if overdue:
        return say("▲ Quá hạn: phải bàn giao bản ghi và tài liệu trước {time}.", time=time)
    return say("Phải bàn giao bản ghi và tài liệu trước {time}.", time=time)


def handed_over(time: str, receiver: str, *, late: bool) -> str:
    """Returns to whom and when it was handed over."""
    if late:
        return say("▲ Đã bàn giao cho {receiver} lúc {time}, sau thời hạn.", receiver=receiver, time=time)
    return say("Đã bàn giao cho {receiver} lúc {time}.", receiver=receiver, time=time)


def given_by() -> str:
    return say("Người giao")


def received_by() -> str:
    return say("Người nhận")


def medium() -> str:
    return say("Phương tiện lưu trữ")


def receipt() -> str:
    return say("Số biên nhận")


def handed_what() -> str:
    return say("Tư liệu (tên, dung lượng, mã SHA-256)")


def note_handover() -> str:
    return say("Ghi nhận đã bàn giao")


def receiver_missing() -> str:
    return say("Cần ghi người nhận.")
