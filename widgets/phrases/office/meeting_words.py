"""A meeting before and after its session, in words: the fields of the registration, its steps, what is missing."""

from collections.abc import Callable

from console.office.meeting import Confidentiality, HostKind, Step, Urgency, UseCase, Wish
from console.office.meeting_checks import FieldFault, FieldFinding, MeetingField
from console.office.meeting_steps import StepFault, StepRefused
from widgets.phrases.language import say, say_count

Said = Callable[[], str]

FIELDS: dict[str, Said] = {
    MeetingField.GOVERNING_BODY: lambda: say("Cơ quan chủ quản"),
    MeetingField.AGENCY: lambda: say("Cơ quan đăng ký"),
    MeetingField.LEGAL_BASIS: lambda: say("Căn cứ: số văn bản, ngày, cơ quan ban hành"),
    MeetingField.HOST_UNIT: lambda: say("Đơn vị chủ trì"),
    MeetingField.VENUE: lambda: say("Địa điểm tổ chức"),
    MeetingField.SUBJECT: lambda: say("Nội dung cuộc họp"),
    MeetingField.CHAIRPERSON: lambda: say("Người chủ trì"),
    MeetingField.CHAIRPERSON_TITLE: lambda: say("Chức vụ người chủ trì"),
    MeetingField.START: lambda: say("Bắt đầu"),
    MeetingField.SUBMITTED: lambda: say("Thời gian đăng ký"),
    MeetingField.END: lambda: say("Kết thúc"),
    MeetingField.TECHNICIAN: lambda: say("Cán bộ kỹ thuật"),
    MeetingField.TECHNICIAN_PHONE: lambda: say("Điện thoại cán bộ kỹ thuật"),
    MeetingField.CONTACT_NAME: lambda: say("Đầu mối liên hệ"),
    MeetingField.CONTACT_PHONE: lambda: say("Điện thoại đầu mối"),
    MeetingField.PARTICIPANTS: lambda: say("Thành phần dự tại điểm cầu chính"),
    MeetingField.SITES: lambda: say("Danh sách điểm cầu"),
    MeetingField.SITE_NAME: lambda: say("Tên điểm cầu"),
    MeetingField.SITE_ADDRESS: lambda: say("Địa chỉ"),
    MeetingField.SITE_ATTENDEES: lambda: say("Số người dự"),
    MeetingField.SITE_CONTACT: lambda: say("Đầu mối liên hệ"),
    MeetingField.SITE_PARTICIPANTS: lambda: say("Thành phần"),
    MeetingField.AGENDA: lambda: say("Kịch bản hoặc khung chương trình"),
    MeetingField.PLAN: lambda: say("Kế hoạch tổ chức"),
    MeetingField.SCALE: lambda: say("Quy mô cuộc họp"),
    MeetingField.ROOM: lambda: say("Phòng họp"),
    MeetingField.OTHER_SUPPORT: lambda: say("Hỗ trợ kỹ thuật khác"),
    MeetingField.URGENCY_REASON: lambda: say("Lý do họp đột xuất"),
    MeetingField.WISHES: lambda: say("Yêu cầu khác"),
    "priority": lambda: say("Mức ưu tiên"),
    "attendee_count": lambda: say("Số người dự tại điểm cầu chính"),
    "host_kind": lambda: say("Khối chủ trì"),
    "use_case": lambda: say("Loại cuộc họp"),
    "urgency": lambda: say("Tính chất"),
    "confidentiality": lambda: say("Độ mật"),
    "meeting_form": lambda: say("Hình thức họp"),
    "invitation_number": lambda: say("Số giấy mời"),
    "invitation_day": lambda: say("Ngày giấy mời"),
    "basis_number": lambda: say("Căn cứ: số văn bản"),
    "basis_day": lambda: say("Căn cứ: ngày"),
    "basis_issuer": lambda: say("Căn cứ: cơ quan ban hành"),
    "technicians": lambda: say("Cán bộ trực (từ danh bạ)"),
    "rehearsal_start": lambda: say("Tổng duyệt từ"),
    "rehearsal_end": lambda: say("Tổng duyệt đến"),
    "preparation_minutes": lambda: say("Chuẩn bị phòng trước (phút)"),
    "site_phone": lambda: say("Điện thoại"),
}

WISHES: dict[Wish, Said] = {
    Wish.PROJECTOR: lambda: say("Máy chiếu"),
    Wish.VIDEO_PLAYBACK: lambda: say("Phát video"),
    Wish.SPEECH: lambda: say("Phát biểu"),
    Wish.STORE_MEDIA: lambda: say("Lưu trữ video, hình ảnh"),
}

URGENCIES: dict[Urgency, Said] = {
    Urgency.PLANNED: lambda: say("Có kế hoạch"),
    Urgency.AD_HOC: lambda: say("Đột xuất, khẩn cấp"),
}

CONFIDENTIALITIES: dict[Confidentiality, Said] = {
    Confidentiality.OPEN: lambda: say("Thường"),
    Confidentiality.RESTRICTED: lambda: say("Hạn chế: không ghi hình, không kết xuất nội dung"),
    Confidentiality.STATE_SECRET: lambda: say("Bí mật nhà nước: không ghi hình, không kết xuất nội dung"),
}

USE_CASES: dict[UseCase | None, Said] = {
    None: str,
    UseCase.CHAIRMAN: lambda: say("a) Chủ tịch họp với sở, ngành, địa phương"),
    UseCase.PROVINCIAL_UNIT: lambda: say("b) Sở, ngành họp với địa phương"),
    UseCase.CENTRAL: lambda: say("c) Do Trung ương tổ chức"),
    UseCase.EXTENDED: lambda: say("d) Mở rộng đến cấp xã, khối Đảng, đoàn thể"),
}

HOST_KINDS: dict[HostKind | None, Said] = {
    None: str,
    HostKind.PARTY: lambda: say("Khối Đảng"),
    HostKind.PEOPLES_COMMITTEE: lambda: say("Ủy ban nhân dân"),
    HostKind.PEOPLES_COUNCIL: lambda: say("Hội đồng nhân dân"),
    HostKind.DEPARTMENT: lambda: say("Sở, ngành"),
    HostKind.FRONT: lambda: say("Mặt trận, đoàn thể"),
    HostKind.DISTRICT: lambda: say("Cơ quan cấp huyện"),
    HostKind.OTHER: lambda: say("Khác"),
}

STEPS: dict[Step, Said] = {
    Step.DRAFT: lambda: say("Đang soạn"),
    Step.SUBMITTED: lambda: say("Đã gửi đăng ký"),
    Step.RECEIVED: lambda: say("Đã tiếp nhận"),
    Step.CONFIRMED: lambda: say("Đã xác nhận"),
    Step.REFUSED: lambda: say("Không đồng ý"),
    Step.RESCHEDULED: lambda: say("Đã dời lịch"),
    Step.NOTIFIED: lambda: say("Đã thông báo"),
    Step.REHEARSED: lambda: say("Đã tổng duyệt"),
    Step.HELD: lambda: say("Đã họp"),
    Step.CLOSED: lambda: say("Đã kết thúc hồ sơ"),
    Step.CANCELLED: lambda: say("Đã hủy"),
}

STEP_ACTS: dict[Step, Said] = {
    Step.SUBMITTED: lambda: say("Gửi đăng ký"),
    Step.RECEIVED: lambda: say("Tiếp nhận"),
    Step.CONFIRMED: lambda: say("Xác nhận"),
    Step.REFUSED: lambda: say("Không đồng ý"),
    Step.RESCHEDULED: lambda: say("Dời lịch"),
    Step.NOTIFIED: lambda: say("Đã thông báo xong"),
    Step.REHEARSED: lambda: say("Đã tổng duyệt"),
    Step.HELD: lambda: say("Đã họp"),
    Step.CLOSED: lambda: say("Kết thúc hồ sơ"),
    Step.CANCELLED: lambda: say("Hủy cuộc họp"),
}


def field_title(name: str) -> str:
    """Returns what stands over a field."""
    return FIELDS[name]()


def _missing(fault: FieldFault) -> str:
    title = field_title(fault.field)
    if fault.row:
        return say("Điểm cầu thứ {row} chưa có: {field}.", row=fault.row, field=title)
    return say("Chưa có: {field}.", field=title)


def _bad_phone(fault: FieldFault) -> str:
    title = field_title("site_phone" if fault.row else fault.field)
    if fault.row:
        return say("Điểm cầu thứ {row}: {field} “{text}” không đúng.", row=fault.row, field=title, text=fault.text)
    return say("{field} “{text}” không đúng.", field=title, text=fault.text)


_FAULTS: dict[FieldFinding, Callable[[FieldFault], str]] = {
    FieldFinding.MISSING: _missing,
    FieldFinding.BAD_PHONE: _bad_phone,
    FieldFinding.ENDS_BEFORE_START: lambda fault: say("Giờ kết thúc phải sau giờ bắt đầu."),
    FieldFinding.SITE_TWICE: lambda fault: say(
        "Điểm cầu thứ {row} “{text}” có hai lần trong danh sách.", row=fault.row, text=fault.text
    ),
    FieldFinding.TOO_MANY_SITES: lambda fault: say(
        "Đăng ký {text} điểm cầu; một cuộc họp nhận nhiều nhất {row} điểm cầu.", row=fault.row, text=fault.text
    ),
    FieldFinding.STORING_FORBIDDEN: lambda fault: say("Cuộc họp hạn chế hoặc mật không được lưu trữ video, hình ảnh."),
}


def phrase_fault(fault: FieldFault) -> str:
    """Returns one sentence about what is missing or wrong."""
    return _FAULTS[fault.finding](fault)


def phrase_step_refused(why: StepRefused) -> str:
    """Returns why a step was not taken."""
    act = STEP_ACTS[why.step]() if why.step in STEP_ACTS else ""
    return {
        StepFault.NOT_NOW: say("Chưa thể “{act}” ở bước này.", act=act),
        StepFault.REASON_MISSING: say("Cần ghi lý do khi chọn “{act}”.", act=act),
        StepFault.LATE_REASON_MISSING: say("Đã quá hạn: cần ghi lý do chậm thì mới “{act}” được.", act=act),
        StepFault.TIME_MISSING: say("Cần ghi ngày và giờ mới, giờ kết thúc sau giờ bắt đầu."),
        StepFault.FIELDS_MISSING: say("Phiếu chưa đủ nội dung để gửi."),
    }[why.fault]


def still_missing(count: int) -> str:
    return say_count("Còn {n} mục cần điền hoặc sửa trước khi gửi", count) if count else say("Phiếu đã đủ nội dung")


def required_mark(title: str) -> str:
    """Returns the title of a field that the regulation asks for."""
    return say("{title} *", title=title)


def required_hint() -> str:
    return say("* quy chế yêu cầu phải có")


def bad_moment() -> str:
    return say("Ngày hoặc giờ không đúng, ví dụ 25/11/2026 và 08:00.")


def day_hint() -> str:
    return say("ngày/tháng/năm")


def clock_hint() -> str:
    return say("giờ:phút")


def day_of(title: str) -> str:
    return say("{title}: ngày", title=title)


def clock_of(title: str) -> str:
    return say("{title}: giờ", title=title)


# ---------------------------------------------------------------- the page

TABS: dict[str, Said] = {
    "registration": lambda: say("Phiếu đăng ký"),
    "sites": lambda: say("Các điểm cầu"),
    "progress": lambda: say("Tiến trình và thời hạn"),
    "notices": lambda: say("Thông báo"),
    "script": lambda: say("Kịch bản"),
}


def page_title() -> str:
    return say("Cuộc họp")


def list_name() -> str:
    return say("Danh sách cuộc họp")


def untitled() -> str:
    return say("(chưa có nội dung)")


def no_time() -> str:
    return say("chưa có giờ")


def nothing_open() -> str:
    return say("Chọn một cuộc họp ở bên trái, hoặc bấm “Đăng ký mới”.")


def new() -> str:
    return say("Đăng ký mới")


def copy() -> str:
    return say("Nhân bản")


def take_file() -> str:
    return say("Nhập từ tệp…")


def registration_files() -> str:
    return say("Phiếu đăng ký dạng JSON (*.json)")


def sites_added(names: str) -> str:
    return say("Thêm điểm cầu: {names}", names=names)


def sites_removed(names: str) -> str:
    return say("Bỏ điểm cầu: {names}", names=names)


def sites_altered(names: str) -> str:
    return say("Sửa điểm cầu: {names}", names=names)


def cue_count(count: int) -> str:
    return say_count("{n} mục", count)


def more() -> str:
    return say("In và kết xuất")


def preview() -> str:
    return say("Xem trước khi in…")


def save_pdf() -> str:
    return say("Lưu thành PDF…")


def save_docx() -> str:
    return say("Lưu thành Word…")


def save_json() -> str:
    return say("Lưu thành JSON…")


def blank_form() -> str:
    return say("In phiếu trống…")


def no_template() -> str:
    return say("Chưa đọc được quy chế hoặc mẫu phiếu nên chưa in được.")


def own_rules(name: str, version: str) -> str:
    return say("Theo quy chế: {name}, bản {version}", name=name, version=version)


def search() -> str:
    return say("Tìm cuộc họp (không cần dấu)")


def past_shown() -> str:
    return say("Hiện cả cuộc họp đã xong")


# ---------------------------------------------------------------- sites


def add_all_sites() -> str:
    return say("Thêm tất cả điểm cầu")


def add_site() -> str:
    return say("Thêm dòng")


def remove_site() -> str:
    return say("Bỏ dòng")


def site_table() -> str:
    return say("Các điểm cầu của cuộc họp")


def site_count(count: int) -> str:
    return say_count("{n} điểm cầu", count)


# ---------------------------------------------------------------- what happened


def unreadable() -> str:
    return say("Không đọc được ô này.")


def unreadable_field(title: str) -> str:
    return say("Không đọc được ô “{title}”.", title=title)


def file_written(path: str) -> str:
    return say("Đã ghi tệp {path}", path=path)


def clashing(clashes: str) -> str:
    return say("▲ Trùng lịch: {clashes}", clashes=clashes)
