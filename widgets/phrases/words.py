"""Phrases for the closed word lists of `console.words`: reasons, outcomes, link states, layouts, kinds.

Rule: every member has a phrase (a test asks for each); a reason says what to do where there is something to do.
"""

from collections.abc import Callable

from console.words import FloorSource, Layout, LinkState, Outcome, Reason, SessionKind
from widgets.phrases.language import say

SiteName = Callable[[str], str]
"""Gives the name of a site for people, "21 Ea Tul", from its identifier."""


def phrase_reason(reason: Reason | str) -> str:
    """Returns why something was refused, failed or is as it is, as a clause without a full stop."""
    texts = {
        Reason.NOT_ALLOWED: say("không có quyền làm việc này"),
        Reason.LOGIN_NEEDED: say("phải đăng nhập trước"),
        Reason.BEYOND_RIGHTS: say("việc này nằm ngoài quyền được giao"),
        Reason.MEETING_LOCKED: say("cuộc họp đã khóa, không nhận thêm điểm cầu"),
        Reason.IN_LOBBY: say("điểm cầu không thuộc cuộc họp này, phải chờ cho vào"),
        Reason.DELEGATION_NOT_FORESEEN: say("quy chế đang dùng không cho giao quyền điều khiển"),
        Reason.MEETING_CONFIDENTIAL: say(
            "cuộc họp hạn chế hoặc mật: không được ghi hình, điểm cầu không được trình chiếu"
        ),
        Reason.RECORDING_NOT_ALLOWED: say("cơ quan chủ trì chưa cho phép ghi hình; hãy ghi người cho phép trước"),
        Reason.RECORDER_ABSENT: say("bộ xử lý hình và tiếng không ghi hình được lúc này"),
        Reason.DISK_FULL: say("ổ đĩa lưu bản ghi còn dưới 1 GB; hãy giải phóng chỗ trống"),
        Reason.DISK_FAILED: say("không ghi được vào ổ đĩa; hãy kiểm tra ổ đĩa"),
        Reason.NO_SESSION: say("chưa bắt đầu phiên họp"),
        Reason.SESSION_RUNNING: say("đang có phiên họp chạy; hãy kết thúc phiên đó trước"),
        Reason.UNKNOWN_SITE: say("không có điểm cầu này trong danh sách"),
        Reason.UNKNOWN_REQUEST: say("yêu cầu phát biểu này không còn trong hàng chờ"),
        Reason.UNKNOWN_ALARM: say("cảnh báo này không còn"),
        Reason.UNKNOWN_STAGE: say("hồ sơ quy định không có đợt kiểm tra này"),
        Reason.MEETING_HAS_BEGUN: say("cuộc họp chính thức đã bắt đầu; chỉ đo điểm cầu trước giờ họp"),
        Reason.CHECK_NOT_PASSED: say("kết quả kiểm tra của điểm cầu chưa đạt"),
        Reason.UNKNOWN_INCIDENT: say("không có sự cố này trong phiên họp"),
        Reason.INCIDENT_CLOSED: say("sự cố này đã đóng; hãy mở lại rồi ghi thêm"),
        Reason.UNKNOWN_PRESET: say("camera không có góc quay này"),
        Reason.UNKNOWN_CUE: say("kịch bản không có mục này, hoặc mục đã qua"),
        Reason.SITE_NOT_CONNECTED: say("điểm cầu chưa kết nối"),
        Reason.SITE_HAS_NO_CONTROL: say("thiết bị của điểm cầu không nhận lệnh"),
        Reason.LINE_TOO_BAD: say("đường truyền của điểm cầu quá kém"),
        Reason.NO_SOUND_PATH: say("không thấy âm thanh từ điểm cầu"),
        Reason.NO_FULL_FRAME: say("chưa nhận được hình cỡ lớn của điểm cầu"),
        Reason.GATE_UNCERTAIN: say("bộ xử lý hình và tiếng chưa xác nhận việc cắt hoặc mở tiếng"),
        Reason.PROGRAM_NOT_SHOWN: say("bộ xử lý hình và tiếng chưa xác nhận chương trình đã chuyển hình"),
        Reason.SITE_LOST: say("mất kết nối với điểm cầu"),
        Reason.REPEATED: say("lệnh vừa được gửi"),
        Reason.IN_FLIGHT: say("lệnh trước đang được thực hiện"),
        Reason.UNDO_STEP_CHANGED: say("vừa có thao tác khác; hãy xem lại thao tác sẽ hoàn tác rồi bấm lại"),
        Reason.NOTHING_TO_DO: say("đã đúng như vậy, không phải làm gì"),
        Reason.SAFE_STOP_IN_FORCE: say("đang dừng an toàn"),
        Reason.STANDING_ORDER: say("lệnh tắt mic của điểm cầu chính đang có hiệu lực"),
        Reason.MUTE_RULE: say("quy chế chỉ cho mở mic khi điểm cầu được gọi phát biểu"),
        Reason.MAIN_ENDPOINT_NEEDED: say("điểm cầu chính chưa kết nối"),
        Reason.ENGINE_DOWN: say("bộ xử lý hình và tiếng đang khởi động lại"),
        Reason.LOG_BEHIND: say("nhật ký ghi chậm"),
        Reason.TIMEOUT: say("quá thời gian chờ"),
        Reason.CAMERA_ON_AIR: say("camera đang lên hình"),
        Reason.CAMERA_FAILED: say("camera không thực hiện được"),
        Reason.UNKNOWN_CAMERA: say("điểm cầu không có camera này"),
        Reason.CAMERA_UNREACHABLE: say("không liên lạc được với camera; hãy kiểm tra nguồn và dây mạng của camera"),
        Reason.CAMERA_STANDBY: say("camera đang tắt; hãy bật camera rồi gọi lại"),
        Reason.CAMERA_WAKING: say("camera đang khởi động; hãy đợi một lát rồi gọi lại"),
        Reason.CAMERA_BUSY: say("camera đang bận; hãy thử lại"),
        Reason.CAMERA_MOVING: say("camera đang quay; hãy đợi camera đứng yên rồi lưu"),
        Reason.CAMERA_ELSEWHERE: say("camera dừng ở vị trí khác với góc quay đã lưu"),
        Reason.CAMERA_LOGIN: say("camera từ chối đăng nhập: sai tên, sai mật khẩu hoặc giờ của camera bị lệch"),
        Reason.CAMERA_FORGOT: say("camera không còn nhớ góc quay này, cần lưu lại"),
        Reason.CAMERA_UNCONFIRMED: say("đã gửi, camera không xác nhận"),
        Reason.CAMERA_CHANGED: say("camera vừa được cài đặt lại hoặc bỏ khỏi danh sách; hãy gọi lại nếu cần"),
        Reason.CAMERA_CANNOT_WAKE: say("camera này không bật được từ xa; hãy bật tại camera"),
        Reason.CAMERA_CANNOT: say("camera không nhớ được góc quay"),
        Reason.PRESET_EXISTS: say("đã có góc quay mang tên này"),
        Reason.PRESET_PROTECTED: say("góc quay này được bảo vệ; hãy bỏ bảo vệ trước khi thay đổi"),
        Reason.PRESET_OF_ANOTHER: say("góc quay được lưu ở camera khác; hãy lưu lại, hoặc xác nhận vẫn dùng được"),
        Reason.PRESETS_ARE_THE_SITES: say("theo quy chế, góc quay của điểm cầu do cán bộ kỹ thuật điểm cầu tự lưu"),
        Reason.PRESETS_FULL: say("bộ nhớ góc quay đã đầy; hãy xóa bớt"),
        Reason.PRESET_NOT_KEPT: say("không ghi được góc quay vào thư mục dữ liệu"),
        Reason.TOO_LATE: say("lệnh đến điểm cầu quá muộn nên không thực hiện"),
        Reason.SPEAKER_DROPPED: say("điểm cầu đang phát biểu mất kết nối"),
        Reason.QUEUE_FULL: say("hàng chờ phát biểu đã đầy"),
        Reason.SUPERSEDED: say("có lệnh mới hơn thay thế"),
        Reason.BAD_VALUE: say("giá trị không hợp lệ"),
        Reason.BRIDGE_RESTARTED: say("bộ điều khiển khởi động lại trước khi xong lệnh"),
        Reason.SESSION_ENDED: say("phiên họp đã kết thúc"),
        Reason.TOO_BUSY: say("đang có quá nhiều việc chờ; hãy thử lại"),
    }
    return texts.get(Reason(reason), str(reason)) if reason in set(Reason) else str(reason)


def phrase_outcome(outcome: Outcome | str) -> str:
    """Returns how a command ended."""
    texts = {
        Outcome.DONE: say("đã xong"),
        Outcome.PARTLY: say("đã làm tại điểm cầu chính, còn điểm cầu chưa xác nhận"),
        Outcome.REFUSED: say("bị từ chối"),
        Outcome.FAILED: say("không thực hiện được"),
        Outcome.ROLLED_BACK: say("không thành, đã trả về như trước"),
        Outcome.SUPERSEDED: say("được thay bằng lệnh mới hơn"),
        Outcome.UNCONFIRMED: say("đã gửi, chưa có xác nhận"),
    }
    return texts.get(Outcome(outcome), str(outcome)) if outcome in set(Outcome) else str(outcome)


def phrase_link(link: LinkState) -> str:
    """Returns the state of a site's connection."""
    texts = {
        LinkState.ABSENT: say("vắng"),
        LinkState.CONNECTING: say("đang kết nối"),
        LinkState.LIVE: say("đang kết nối tốt"),
        LinkState.OLD: say("tín hiệu cũ"),
        LinkState.LOST: say("mất kết nối"),
    }
    return texts[link]


def phrase_session_kind(kind: SessionKind) -> str:
    """Returns a kind of session as a sentence would name it."""
    texts = {
        SessionKind.TEST: say("Phiên kiểm tra"),
        SessionKind.REHEARSAL: say("Phiên tổng duyệt"),
        SessionKind.OFFICIAL: say("Phiên chính thức"),
    }
    return texts[kind]


def phrase_layout(layout: Layout | str) -> str:
    """Returns a layout of the program."""
    texts = {
        Layout.MAIN_ENDPOINT: say("Điểm cầu chính"),
        Layout.PODIUM: say("Bục phát biểu"),
        Layout.PODIUM_BESIDE_MAIN: say("Bục và điểm cầu chính"),
        Layout.GRID_2X2: say("Lưới 2×2"),
        Layout.GRID_3X3: say("Lưới 3×3"),
    }
    return texts[Layout(layout)]


def phrase_source(source: FloorSource | str) -> str:
    """Returns where a request for the floor came from."""
    texts = {
        FloorSource.SATELLITE: say("từ điểm cầu"),
        FloorSource.PHONE: say("điện thoại"),
        FloorSource.SCRIPT: say("kịch bản"),
    }
    return texts[FloorSource(source)]
