"""The words of commands: titles on buttons and in menus, hints, and the questions before what cannot be undone."""

from collections.abc import Callable

from console.office.typed_times import shown_clock, shown_day
from widgets.phrases.language import say

ACTION_TITLES: dict[str, Callable[[], str]] = {
    "on-deck": lambda: say("KẾ TIẾP"),
    "podium": lambda: say("LÊN BỤC"),
    "back": lambda: say("TRẢ VỀ"),
    "undo": lambda: say("Hoàn tác"),
    "mute": lambda: say("Tắt mic"),
    "mute-all": lambda: say("Tắt tất cả"),
    "mute-all-except": lambda: say("Tắt, trừ…"),
    "safe-stop": lambda: say("DỪNG AN TOÀN"),
    "mute-forgotten": lambda: say("Tắt ngay"),
    "request-up": lambda: say("Chuyển yêu cầu lên"),
    "request-down": lambda: say("Chuyển yêu cầu xuống"),
    "skip-request": lambda: say("Bỏ qua yêu cầu"),
    "phone-request": lambda: say("Ghi yêu cầu qua điện thoại"),
    "phone-request-named": lambda: say("Ghi yêu cầu qua điện thoại, kèm tên…"),
    "request-normal": lambda: say("Theo thứ tự"),
    "request-priority": lambda: say("Ưu tiên"),
    "request-point-of-order": lambda: say("Về thủ tục cuộc họp"),
    "approve-request": lambda: say("Chủ tọa đồng ý"),
    "refuse-request": lambda: say("Chủ tọa không đồng ý"),
    "add-minute": lambda: say("+1 phút"),
    "speech-limit": lambda: say("Giới hạn phát biểu…"),
    "next-fault": lambda: say("Lỗi kế"),
    "take-alarm": lambda: say("Nhận cảnh báo"),
    "take-cleared": lambda: say("Nhận mọi cảnh báo đã hết"),
    "take-cue": lambda: say("Mục kế tiếp của kịch bản"),
    "skip-cue": lambda: say("Bỏ qua mục kịch bản"),
    "take-cue-with": lambda: say("Mục kế tiếp, với điểm cầu đang chọn"),
    "alarm-sound-off": lambda: say("Tắt chuông cảnh báo"),
    "alarm-list": lambda: say("Danh sách cảnh báo"),
    "listen": lambda: say("Nghe trong tai nghe"),
    "listen-program": lambda: say("Nghe chương trình"),
    "listen-nothing": lambda: say("Thôi nghe"),
    "site-gain": lambda: say("Chỉnh âm lượng…"),
    "attention-first": lambda: say("Cần chú ý trước"),
    "cameras": lambda: say("Điều khiển camera"),
    "site-line": lambda: say("Đường truyền của điểm cầu"),
    "mark-moment": lambda: say("Ghi nhớ lúc này"),
    "mark-with-note": lambda: say("Ghi nhớ lúc này, kèm ghi chú…"),
    "add-note": lambda: say("Ghi chú…"),
    "open-incident": lambda: say("Ghi sự cố…"),
    "incidents": lambda: say("Sự cố trong phiên họp…"),
    "delegate-control": lambda: say("Giao quyền điều khiển…"),
    "revoke-credentials": lambda: say("Mất máy: thu hồi quyền kết nối…"),
    "lock-meeting": lambda: say("Khóa cuộc họp"),
    "unlock-meeting": lambda: say("Mở khóa cuộc họp"),
    "open-lobby": lambda: say("Mở phòng chờ"),
    "close-lobby": lambda: say("Đóng phòng chờ"),
    "admission": lambda: say("Điểm cầu xin vào họp…"),
    "recording-permission": lambda: say("Ghi hình…"),
    "take-picture": lambda: say("Chụp hình chương trình"),
    "show-content": lambda: say("Trình chiếu…"),
    "let-present": lambda: say("Cho phép trình chiếu"),
    "end-presenting": lambda: say("Thu lại quyền trình chiếu"),
    "attendance": lambda: say("Có mặt tại các điểm cầu…"),
    "filter-log": lambda: say("Tìm trong nhật ký"),
    "search": lambda: say("Tìm điểm cầu"),
    "next-zone": lambda: say("Sang vùng kế"),
    "lift-silence": lambda: say("Gỡ lệnh…"),
    "lift-safe-stop": lambda: say("Gỡ dừng an toàn…"),
    "finish-speech": lambda: say("Kết thúc phát biểu"),
    "allow-microphone": lambda: say("Cho phép bật mic"),
    "take-off-deck": lambda: say("Bỏ kế tiếp"),
    "withdraw-request": lambda: say("Rút yêu cầu phát biểu"),
    "start-session": lambda: say("Bắt đầu phiên…"),
    "end-session": lambda: say("Kết thúc phiên…"),
}

ACTION_HINTS: dict[str, Callable[[], str]] = {
    "on-deck": lambda: say("Đưa điểm cầu đang chọn lên kế tiếp; chưa mở mic nào"),
    "podium": lambda: say("Đưa điểm cầu kế tiếp lên bục"),
    "back": lambda: say("Trả chương trình và mic về như trước khi lên bục"),
    "undo": lambda: say("Hoàn tác việc vừa làm; nếu việc đó mở mic trở lại thì phải bấm hai lần"),
    "mute": lambda: say("Tắt mic của điểm cầu đang chọn"),
    "mute-all": lambda: say("Tắt mic tất cả điểm cầu; có hiệu lực cho cả điểm cầu vào sau"),
    "mute-all-except": lambda: say("Tắt mic tất cả, trừ những điểm cầu được chọn"),
    "safe-stop": lambda: say("Tắt mọi mic trừ điểm cầu chính, ngay lập tức"),
    "mute-forgotten": lambda: say("Tắt mic bị bỏ quên"),
    "request-up": lambda: say("Chuyển yêu cầu của điểm cầu đang chọn lên trước"),
    "request-down": lambda: say("Chuyển yêu cầu của điểm cầu đang chọn xuống sau"),
    "skip-request": lambda: say("Bỏ qua yêu cầu của điểm cầu đang chọn"),
    "phone-request": lambda: say("Ghi yêu cầu phát biểu qua điện thoại cho điểm cầu đang chọn"),
    "phone-request-named": lambda: say("Ghi yêu cầu phát biểu qua điện thoại, kèm tên người phát biểu"),
    "request-normal": lambda: say("Xếp yêu cầu của điểm cầu đang chọn theo thứ tự, không ưu tiên"),
    "request-priority": lambda: say("Ưu tiên yêu cầu của điểm cầu đang chọn"),
    "request-point-of-order": lambda: say("Điểm cầu đang chọn phát biểu về thủ tục cuộc họp: lên trước mọi yêu cầu"),
    "approve-request": lambda: say("Ghi nhận chủ tọa đồng ý cho điểm cầu đang chọn phát biểu"),
    "refuse-request": lambda: say("Ghi nhận chủ tọa không đồng ý; yêu cầu rời hàng chờ"),
    "add-minute": lambda: say("Thêm 1 phút cho lượt phát biểu này"),
    "speech-limit": lambda: say("Đổi giới hạn thời gian của lượt phát biểu này"),
    "next-fault": lambda: say("Chọn điểm cầu có lỗi kế tiếp"),
    "take-alarm": lambda: say("Nhận cảnh báo đang chọn, hoặc cảnh báo nặng nhất chưa ai nhận"),
    "take-cleared": lambda: say("Nhận một lần mọi cảnh báo đã hết mà chưa ai nhận"),
    "take-cue": lambda: say("Chuyển sang mục kế tiếp của kịch bản: lên bục, bố cục, góc quay"),
    "skip-cue": lambda: say("Bỏ qua mục kế tiếp của kịch bản"),
    "take-cue-with": lambda: say("Chuyển sang mục kế tiếp, đưa điểm cầu đang chọn lên thay"),
    "alarm-sound-off": lambda: say("Tắt chuông ở máy này đến khi có cảnh báo mới; cảnh báo vẫn hiện"),
    "alarm-list": lambda: say("Mở danh sách cảnh báo; Esc để đóng"),
    "listen": lambda: say("Nghe điểm cầu đang chọn trong tai nghe; chương trình không thay đổi"),
    "listen-program": lambda: say("Nghe trong tai nghe những gì cả cuộc họp đang nghe"),
    "listen-nothing": lambda: say("Tắt tiếng trong tai nghe"),
    "site-gain": lambda: say("Chỉnh âm lượng của điểm cầu đang chọn trong chương trình"),
    "attention-first": lambda: say("Điểm cầu cần chú ý đứng trước; bấm lần nữa để xếp lại, Esc để về lưới"),
    "site-line": lambda: say("Mở đồ thị đường truyền của điểm cầu đang chọn; Esc để đóng"),
    "cameras": lambda: say("Mở điều khiển camera: gọi góc quay, quay bằng tay, lưu góc; Esc để đóng"),
    "mark-moment": lambda: say("Ghi nhớ thời điểm này; giữ lại số liệu của những phút trước đó"),
    "mark-with-note": lambda: say("Ghi nhớ thời điểm này kèm một ghi chú"),
    "add-note": lambda: say("Ghi chú vào nhật ký, cho điểm cầu đang chọn hoặc cả cuộc họp"),
    "open-incident": lambda: say("Ghi một sự cố vào nhật ký, tại điểm cầu đang chọn hoặc của cả cuộc họp"),
    "incidents": lambda: say("Xem các sự cố, ghi thêm nguyên nhân, cách xử lý, giờ khôi phục, đã báo cho ai"),
    "revoke-credentials": lambda: say("Ngắt điểm cầu đang chọn ngay và không cho máy đó vào lại; phải mời lại"),
    "delegate-control": lambda: say("Giao cho một điểm cầu quyền điều khiển trong một thời gian, hoặc thu hồi"),
    "lock-meeting": lambda: say("Không nhận thêm điểm cầu; điểm cầu đã vào họp vẫn được quay lại"),
    "unlock-meeting": lambda: say("Lại nhận mọi điểm cầu có quyền vào họp"),
    "open-lobby": lambda: say("Điểm cầu không thuộc cuộc họp này phải chờ cho đến khi được cho vào"),
    "close-lobby": lambda: say("Nhận cả điểm cầu không thuộc cuộc họp này mà không phải chờ"),
    "admission": lambda: say("Xem điểm cầu nào đang chờ, cho vào hoặc từ chối; khóa cuộc họp"),
    "recording-permission": lambda: say("Ghi ai cho phép ghi hình; bắt đầu, tạm dừng, kết thúc ghi hình"),
    "show-content": lambda: say("Chiếu phim hoặc màn hình cho mọi điểm cầu, hoặc thôi chiếu"),
    "let-present": lambda: say("Cho điểm cầu đang chọn chiếu màn hình hoặc phim của mình cho mọi điểm cầu"),
    "end-presenting": lambda: say("Điểm cầu thôi trình chiếu ngay"),
    "take-picture": lambda: say("Lưu một hình của chương trình thành tệp; cần được phép ghi hình"),
    "attendance": lambda: say("Xem và ghi số người, lãnh đạo dự họp tại từng điểm cầu; điểm cầu nào chưa báo"),
    "filter-log": lambda: say("Mở rộng nhật ký và lọc theo chữ, theo loại; Esc để đóng"),
    "search": lambda: say("Tìm điểm cầu theo số, tên không dấu, địa bàn, nhà mạng"),
    "next-zone": lambda: say("Chuyển bàn phím sang lưới, hàng chờ, nhật ký"),
    "lift-silence": lambda: say("Gỡ lệnh tắt mic; không mic nào tự mở"),
    "lift-safe-stop": lambda: say("Trở lại trạng thái trước khi dừng an toàn"),
    "finish-speech": lambda: say("Kết thúc lượt phát biểu, tắt mic người phát biểu"),
    "allow-microphone": lambda: say("Cho phép điểm cầu đang chọn bật mic"),
    "take-off-deck": lambda: say("Không để điểm cầu nào ở vị trí kế tiếp"),
    "withdraw-request": lambda: say("Rút yêu cầu phát biểu của điểm cầu đang chọn"),
    "start-session": lambda: say("Bắt đầu phiên kiểm tra, tổng duyệt hoặc chính thức"),
    "end-session": lambda: say("Kết thúc phiên đang chạy"),
}


def podium_title(label: str | None) -> str:
    return say("LÊN BỤC") if label is None else say("LÊN BỤC: {site}", site=label)


def podium_detail(*, armed: bool) -> str:
    return say("đã chọn, chờ bấm") if armed else say("chưa có kế tiếp")


def on_deck_detail(number: int | None) -> str:
    return say("chưa chọn") if number is None else say("đang chọn {number}", number=number)


def back_detail() -> str:
    return say("như trước")


def cancel() -> str:
    return say("Không, giữ nguyên")


def lift_silence_question() -> tuple[str, str, str]:
    """Returns title, text and the word of the acting button."""
    return (
        say("Gỡ lệnh tắt mic tất cả?"),
        say("Các điểm cầu sẽ được phép tự bật mic. Không mic nào tự mở."),
        say("Gỡ lệnh"),
    )


def lift_safe_stop_question() -> tuple[str, str, str]:
    return (
        say("Gỡ dừng an toàn?"),
        say("Trạng thái trước khi dừng trở lại; mic của điểm cầu đang phát biểu khi đó có thể mở lại."),
        say("Gỡ dừng an toàn"),
    )


def end_session_question() -> tuple[str, str, str]:
    return (
        say("Kết thúc phiên đang chạy?"),
        say("Nhật ký của phiên được đóng lại. Các điểm cầu vẫn kết nối và được tắt mic."),
        say("Kết thúc phiên"),
    )


def revoke_question(site: str) -> tuple[str, str, str]:
    return (
        say("Thu hồi quyền kết nối của {site}?", site=site),
        say("Điểm cầu bị ngắt ngay, máy đó không vào lại được. Muốn dự họp tiếp, điểm cầu cần lời mời mới."),
        say("Thu hồi quyền"),
    )


def close_question() -> tuple[str, str, str, str]:
    """Returns title, text, the word for going on and the word for ending."""
    return (
        say("Đóng cửa sổ điều khiển?"),
        say("Phiên họp đang chạy. Đóng cửa sổ không làm ngắt cuộc họp, trừ khi chọn kết thúc."),
        say("Đóng, cuộc họp tiếp tục"),
        say("Kết thúc phiên và đóng"),
    )


def mute_except_question() -> tuple[str, str, str]:
    return (
        say("Tắt mic tất cả, trừ…"),
        say("Chọn những điểm cầu được giữ mic. Gõ để lọc, không cần dấu."),
        say("Tắt tất cả, trừ {n} điểm cầu"),
    )


def registered_meeting() -> str:
    return say("Cuộc họp đã đăng ký")


def without_registration() -> str:
    return say("Không theo cuộc họp đã đăng ký")


def offered_meeting(start_ms: int, subject: str) -> str:
    return f"{shown_clock(start_ms)} {shown_day(start_ms)[:5]}   {subject}"


def start_session_question() -> tuple[str, str, str]:
    return say("Bắt đầu phiên"), say("Tên cuộc họp"), say("Bắt đầu")
