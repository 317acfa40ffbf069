"""The words of the first set-up."""

from console.sites.site_facts import DeviceTrial
from widgets.phrases.language import say, say_count
from widgets.phrases.trouble_words import phrase_trouble

HEARD_DBOV = -60
"""What is softer than this is an empty room, not a voice."""


def title() -> str:
    return say("Thiết lập lần đầu")


def steps() -> tuple[str, ...]:
    """Returns the steps in order."""
    return (
        say("Tên điểm cầu"),
        say("Quy chế"),
        say("Thiết bị"),
        say("Danh sách điểm cầu"),
        say("Lời mời"),
        say("Họp tập"),
    )


def explanations() -> tuple[str, ...]:
    """Returns what each step is for."""
    return (
        say("Tên của điểm cầu chính hiện trên chương trình, trên màn hình chủ tọa và trong nhật ký."),
        say("Chọn quy chế của tỉnh. Nếu quy chế để ngỏ cách tắt mic thì chọn một cách; cuộc họp đang chạy không đổi."),
        say("Chọn camera, mic và loa của phòng họp này rồi bấm “Thử”: loa phát một tiếng, hãy nói vào mic."),
        say("Thêm từng điểm cầu, hoặc dán bảng từ Excel: mỗi dòng là số thứ tự và tên."),
        say("Mỗi lời mời dùng một lần cho một điểm cầu. Gửi liên kết, hoặc tệp, hoặc ảnh QR."),
        say("Cuộc họp tập chạy trong cửa sổ riêng với các điểm cầu giả lập; cứ bấm thử, không ảnh hưởng đến ai."),
    )


def step_name(number: int, name: str) -> str:
    return say("Bước {number}: {name}", number=number, name=name)


def later() -> str:
    return say("Để sau")


def next_step() -> str:
    return say("Bước tiếp theo")


def finish() -> str:
    return say("Xong")


def save() -> str:
    return say("Lưu")


def main_name() -> str:
    return say("Tên điểm cầu chính, ví dụ: UBND tỉnh Đắk Lắk")


def rule_names() -> tuple[str, str]:
    return say("Quy chế áp dụng"), say("Quy tắc tắt mic")


def choose_rule() -> str:
    return say("(chưa chọn)")


def rule_needed() -> str:
    return say("Quy chế này để ngỏ quy tắc tắt mic: hãy chọn một quy tắc.")


def use_profile() -> str:
    return say("Dùng quy chế này")


def device_names() -> tuple[str, str, str]:
    return say("Camera"), say("Mic phòng họp"), say("Loa")


def usual_device() -> str:
    return say("Thiết bị mặc định của máy")


def try_devices() -> str:
    return say("Thử")


def use_devices() -> str:
    return say("Dùng các thiết bị này")


def trying() -> str:
    return say("Đang thử, khoảng 5 giây…")


def trial(told: DeviceTrial) -> str:
    """Returns what the devices did, and what is missing."""
    parts = [say("Camera: có hình.") if told.picture else say("Camera: không có hình.")]
    if told.heard_dbov is None:
        parts.append(say("Mic: không có."))
    elif told.heard_dbov > HEARD_DBOV:
        parts.append(say("Mic: nghe được, mức cao nhất {level} dB.", level=told.heard_dbov))
    else:
        parts.append(say("Mic: không nghe thấy gì; kiểm tra nút tắt trên mic."))
    parts.append(say("Loa: đã phát tiếng thử.") if told.played else say("Loa: không có."))
    return "\n".join([*parts, *(f"▲ {phrase_trouble(each)}" for each in told.troubles)])


def devices_used() -> str:
    return say("Đã lưu. Phòng họp vào lại cuộc họp với các thiết bị này sau vài giây.")


def site_number() -> str:
    return say("Số")


def site_name() -> str:
    return say("Tên điểm cầu, ví dụ: Xã Ea Nuôl")


def add_site() -> str:
    return say("Thêm")


def paste_here() -> str:
    return say("Dán bảng vào đây: số, tên, địa bàn, nhà mạng, liên hệ")


def take_table() -> str:
    return say("Nhập bảng")


def choose_file() -> str:
    return say("Chọn tệp…")


def sites_known(count: int) -> str:
    return say_count("Đã có {n} điểm cầu.", count)


def invited_site() -> str:
    return say("Điểm cầu được mời")


def invite() -> str:
    return say("Tạo lời mời")


def link() -> str:
    return say("Liên kết mời")


def copy() -> str:
    return say("Chép liên kết")


def copied() -> str:
    return say("Đã chép liên kết.")


def files(file: str, picture: str) -> str:
    return say("Tệp mời: {file}\nẢnh QR: {picture}", file=file, picture=picture)


def practise() -> str:
    return say("Mở cuộc họp tập")


def practice_opens() -> str:
    return say("Cuộc họp tập đang mở trong cửa sổ riêng.")


def saved() -> str:
    return say("Đã lưu.")


def exporting() -> str:
    return say("Đang xuất hồ sơ phiên…")


def export_title() -> str:
    return say("Chọn thư mục để xuất hồ sơ phiên")


def export_done() -> str:
    return say("Đã xuất hồ sơ phiên")


def export_failed() -> str:
    return say("Không xuất được hồ sơ phiên")
