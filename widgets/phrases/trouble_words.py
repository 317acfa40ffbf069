"""What stands in somebody's way, in words that say what to do: at the command line, in a site's window, in the log.

Rule: one sentence per kind of `console.trouble` (a test asks for each); values are what they were, never translated.
"""

from collections.abc import Iterable, Mapping

from console.trouble import ENGLISH, Trouble, TroubleKind
from widgets.phrases.language import say
from widgets.phrases.words import phrase_reason


def phrase_trouble(what: Trouble) -> str:
    """Returns a trouble as one sentence, after the file it is found in."""
    text = phrase_trouble_kind(what.kind, what.values)
    return f"{what.file}: {text}" if what.file else text


def phrase_troubles(troubles: Iterable[Trouble]) -> str:
    """Returns several troubles, one sentence after the other."""
    return " ".join(phrase_trouble(what) for what in troubles)


def phrase_trouble_kind(kind: TroubleKind, values: Mapping[str, object]) -> str:
    """Returns the sentence of a kind with its values filled in."""
    filled = dict(values)
    if "reason" in filled:
        filled["reason"] = phrase_reason(str(filled["reason"]))
    for texts in (_this_machine, _the_bridge, _files, _the_disk, _invitations, refusals, _the_way, _the_room):
        found = texts().get(kind)
        if found is not None:
            return found.format(**filled)
    return str(kind)


def phrase_refusal(refusal: str, text: str) -> str:
    """Returns why the front turned somebody away, as a clause without a full stop.

    `text` is the front's own sentence: all there is where `refusal` is no known kind, and a detail where it says more.
    """
    kind = TroubleKind(refusal) if refusal in set(TroubleKind) else None
    known = refusals().get(kind) if kind is not None else None
    if kind is None or known is None:
        return text.rstrip(".")
    detail = say(" (chi tiết kỹ thuật: {text})", text=text.rstrip(".")) if text not in {"", ENGLISH[kind]} else ""
    return known.rstrip(".") + detail


Texts = dict[TroubleKind, str]


def _this_machine() -> Texts:
    return {
        TroubleKind.PORT_IN_USE: say(
            "Cổng {port} đang được chương trình khác dùng; hãy tắt chương trình đó, hoặc chọn cổng khác bằng"
            " --https-port."
        ),
        TroubleKind.MEDIA_PORT_IN_USE: say(
            "Cổng UDP {port} đang được chương trình khác dùng; hãy tắt chương trình đó, hoặc chọn cổng khác bằng"
            " --media-port."
        ),
        TroubleKind.BRIDGE_RUNS_ALREADY: say("Bộ điều khiển của thư mục dữ liệu này đang chạy rồi."),
        TroubleKind.CONSOLE_OPEN_ALREADY: say("Bàn điều khiển của thư mục dữ liệu này đang mở rồi."),
        TroubleKind.MAIN_ROOM_JOINED_ALREADY: say("Phòng họp của điểm cầu chính đã vào họp rồi."),
        TroubleKind.NO_SCREEN: say("Máy này không có màn hình; main.py bridge chạy cuộc họp không cần cửa sổ."),
        TroubleKind.NO_SCREEN_FOR_SITE: say("Máy này không có màn hình; hãy vào họp bằng --no-window."),
    }


def _the_bridge() -> Texts:
    return {
        TroubleKind.NO_BRIDGE: say("Chưa có bộ điều khiển nào chạy cho {folder}; hãy chạy main.py bridge."),
        TroubleKind.BRIDGE_HAS_ENDED: say("Bộ điều khiển của {folder} đã dừng; hãy chạy main.py bridge."),
        TroubleKind.BRIDGE_BETWEEN_LIVES: say("Bộ điều khiển không trả lời; có thể nó đang khởi động hoặc đang dừng."),
        TroubleKind.NOT_A_BRIDGE: say("Chương trình trả lời ở cổng của bộ điều khiển không phải là bộ điều khiển."),
        TroubleKind.BRIDGE_OF_OTHER_VERSION: say(
            "Bộ điều khiển đang chạy ở đây thuộc phiên bản khác của chương trình; hãy dừng nó trước."
        ),
        TroubleKind.BRIDGE_WENT_AWAY: say("Bộ điều khiển đã dừng."),
        TroubleKind.BRIDGE_ANSWERS_LATE: say("Bộ điều khiển không trả lời kịp."),
        TroubleKind.BRIDGE_REFUSES_LINK: say("Bộ điều khiển từ chối liên lạc: {why}"),
        TroubleKind.BRIDGE_KEEPS_ENDING: say(
            "Bộ điều khiển cứ khởi động lại rồi dừng ngay; nguyên nhân ghi ở cuối tệp {path}."
        ),
        TroubleKind.BRIDGE_SAID_NOTHING: say(
            "Bộ điều khiển không khởi động được và không để lại thông báo nào trong {path}; hãy xem ổ đĩa còn chỗ trống"
            " và ghi được hay không."
        ),
    }


def _files() -> Texts:
    return {
        TroubleKind.FILE_UNREADABLE: say("Không đọc được {path}: {why}"),
        TroubleKind.FILE_UNWRITABLE: say("Không ghi được {path}: {why}"),
        TroubleKind.ENDING_UNKNOWN: say("Không ghi được tệp có đuôi “{ending}”; hãy dùng {endings}."),
        TroubleKind.NO_CHECKS_KEPT: say("Sổ không có kết quả kiểm tra kỹ thuật của cuộc họp {meeting}."),
        TroubleKind.TICK_UNKNOWN: say("“{text}” không phải là mục và kết quả của kiểm tra kỹ thuật."),
        TroubleKind.FILE_MISSING: say("Không có tệp {path}."),
        TroubleKind.FILE_TOO_LARGE: say("Tệp lớn hơn {most}."),
        TroubleKind.FOLDER_UNUSABLE: say("Không tạo được thư mục dữ liệu {folder}: {why}."),
        TroubleKind.SETTINGS_BAD: say("Không dùng được tệp cài đặt: {why}."),
        TroubleKind.CAMERAS_BAD: say("Không dùng được tệp khai báo camera: {why}."),
        TroubleKind.CAMERA_TWICE: say("Hai camera cùng mang tên “{camera}”; hãy đặt cho mỗi camera một tên riêng."),
        TroubleKind.CAMERA_WITHOUT_SLOTS: say(
            "Camera “{camera}” không có ô nhớ nào để dùng; hãy xem lại first_slot, last_slot và kept_free."
        ),
        TroubleKind.CAMERA_WITHOUT_PLACE: say(
            "Chưa khai báo camera “{camera}” ở đâu; hãy ghi host, serial_port hoặc device cho camera này."
        ),
        TroubleKind.PRESET_FILE_BAD: say("Không dùng được tệp góc quay: {why}."),
        TroubleKind.PRESET_TWICE: say("Tệp có hai góc quay tên “{preset}”, hoặc có góc quay không tên."),
        TroubleKind.CAMERA_NOT_LISTED: say("Không có camera nào tên “{camera}”; hãy xem bằng lệnh “cameras list”."),
        TroubleKind.CAMERA_PROGRAM_SILENT: say("Chương trình đang điều khiển camera không trả lời; hãy thử lại."),
        TroubleKind.CAMERAS_IN_USE: say("Chương trình đang điều khiển camera chưa nhận các góc quay; hãy thử lại."),
        TroubleKind.NO_CAMERA_FILE: say("Tệp này không chứa camera hay góc quay của chương trình."),
        TroubleKind.PRESETS_NEED_CAMERA: say("Tệp chứa góc quay của một camera; hãy chọn camera sẽ nhận."),
        TroubleKind.TOO_MANY_CAMERAS: say("Nhập tệp này sẽ có hơn {most} camera; hãy bỏ bớt camera trước."),
        TroubleKind.PASSWORD_TOO_LONG: say("Mật khẩu dài hơn {most} ký tự."),
        TroubleKind.PRESETS_BAD: say("Không đọc được các góc quay đã lưu ({why}); tệp được cất sang {aside}."),
        TroubleKind.TEMPLATE_BAD: say("Không dùng được mẫu của phiếu: {why}."),
        TroubleKind.PROFILE_BAD: say("Không dùng được tệp quy chế: {why}."),
        TroubleKind.PROFILE_KEY_UNKNOWN: say("Tệp quy chế có khóa mà chương trình không biết: {key}."),
        TroubleKind.PROFILE_KEY_MISSING: say("Tệp quy chế thiếu khóa {key}."),
        TroubleKind.PROFILE_LEAVES_NO_CHOICE: say("Quy chế {profile} không cho chọn “{choice}”."),
        TroubleKind.DUTIES_BAD: say("Không dùng được bảng điều khoản: {why}."),
        TroubleKind.CALENDAR_BAD: say("Không dùng được lịch làm việc: {why}."),
        TroubleKind.PROFILE_OF_OTHER_SCHEMA: say("Tệp quy chế theo mẫu {found}; chương trình này đọc mẫu {wanted}."),
        TroubleKind.CONFIGURATION_FROZEN_IN_SESSION: say(
            "Cấu hình đang được giữ nguyên vì cuộc họp chính thức đang diễn ra (từ {since}); nếu vẫn phải thay đổi thì"
            " ghi rõ lý do (ô Lý do, hoặc --reason)."
        ),
        TroubleKind.CONFIGURATION_FROZEN_AFTER_CHECK: say(
            "Cấu hình đang được giữ nguyên đến khi họp vì kiểm tra kỹ thuật đã đạt ({since}); nếu vẫn phải thay đổi thì"
            " ghi rõ lý do (ô Lý do, hoặc --reason)."
        ),
        TroubleKind.ACCESS_NOT_CONFIRMED: say(
            "Chưa xác nhận thiết bị của {number} {name} đáp ứng điều kiện truy cập ({article}); hãy xác nhận trong danh"
            " sách “Điều kiện truy cập” của cửa sổ văn phòng rồi mới mời."
        ),
        TroubleKind.CERTIFICATE_UNUSABLE: say(
            "Không dùng được chứng thư {path} của bộ điều khiển; hãy khôi phục, hoặc xóa nó rồi mời lại các điểm cầu."
        ),
        TroubleKind.STORE_UNUSABLE: say("Không mở được kho dữ liệu {path}: {why}."),
        TroubleKind.STORE_OF_NEWER_PROGRAM: say("{path} do phiên bản mới hơn của chương trình ghi."),
        TroubleKind.NOT_A_FILE_OF_OURS: say("{path} không phải là tệp của chương trình này: {why}."),
        TroubleKind.NOT_A_SESSION_LOG: say("{path} không phải là nhật ký phiên họp, hoặc bị hỏng ở phần đầu: {why}."),
    }


def _the_disk() -> Texts:
    return {
        TroubleKind.DISK_FULL: say("Đĩa đầy; hãy giải phóng dung lượng."),
        TroubleKind.DISK_READ_ONLY: say("Không ghi được vào thư mục dữ liệu; hãy cấp quyền ghi cho người dùng này."),
        TroubleKind.DISK_FILE_CLOSED: say("Không mở được tệp; hãy xem thư mục dữ liệu còn đó và ghi được hay không."),
        TroubleKind.DISK_REFUSED: say("Đĩa từ chối: {why}."),
        TroubleKind.LOG_WRITER_STOPPED: say("Bộ ghi nhật ký đã dừng; không ghi thêm được dòng nào."),
    }


def _invitations() -> Texts:
    return {
        TroubleKind.INVITATION_BAD: say("Đây không phải là lời mời vào họp: {why}."),
        TroubleKind.INVITATION_TOO_LONG: say("Nội dung này quá dài, không phải là lời mời."),
        TroubleKind.INVITATION_OF_OTHER_VERSION: say(
            "Lời mời do phiên bản khác của chương trình tạo; hãy xin lời mời mới."
        ),
        TroubleKind.INVITATION_EMPTY: say("Lời mời thiếu địa chỉ hoặc mã; hãy xin lời mời mới."),
        TroubleKind.NOT_JOINED_YET: say("Máy này chưa vào họp lần nào; hãy đưa tệp hoặc đường dẫn của lời mời."),
        TroubleKind.MEMORY_BAD: say("Không đọc được {path} ({why}); hãy vào họp bằng lời mời mới."),
        TroubleKind.KEY_GONE: say(
            "Khóa của điểm cầu này không còn trong kho khóa của hệ thống; hãy vào họp bằng lời mời mới."
        ),
        TroubleKind.CREDENTIAL_NOT_KEPT: say("Không lưu được quyền kết nối ({why}); lần sau sẽ cần lời mời mới."),
    }


def refusals() -> Texts:
    """Returns the sentence of every refusal of the front."""
    return {
        TroubleKind.NO_CREDENTIAL: say("Thiếu quyền kết nối; hãy xin điểm cầu chính lời mời."),
        TroubleKind.CREDENTIAL_UNKNOWN: say(
            "Quyền kết nối không đúng hoặc đã bị thu hồi; hãy xin điểm cầu chính lời mời mới."
        ),
        TroubleKind.CREDENTIAL_EXPIRED: say(
            "Quyền kết nối của điểm cầu này đã hết hạn; hãy xin điểm cầu chính lời mời mới."
        ),
        TroubleKind.CHALLENGE_STALE: say("Yêu cầu đã quá thời hạn xác thực; chương trình sẽ thử lại."),
        TroubleKind.SIGNATURE_WRONG: say(
            "Yêu cầu không được ký bằng khóa của điểm cầu này; hãy xin điểm cầu chính lời mời mới."
        ),
        TroubleKind.NOT_RENEWED: say("Loại quyền kết nối này không gia hạn được; hãy xin điểm cầu chính lời mời mới."),
        TroubleKind.OTHER_SITE: say("Quyền kết nối này là của điểm cầu khác."),
        TroubleKind.SITE_UNKNOWN: say("Điểm cầu này không có trong danh sách."),
        TroubleKind.ANOTHER_MACHINE: say(
            "Một máy khác đang kết nối với tên điểm cầu này; hãy tắt máy đó trước, hoặc gọi cán bộ điểm cầu chính."
        ),
        TroubleKind.MEETING_LOCKED: say(
            "Cuộc họp đã khóa, không nhận thêm điểm cầu; hãy gọi cán bộ điểm cầu chính để được cho vào."
        ),
        TroubleKind.IN_LOBBY: say(
            "Điểm cầu này không thuộc cuộc họp đang diễn ra; hãy chờ điểm cầu chính cho vào họp."
        ),
        TroubleKind.FULL: say(
            "Số điểm cầu đang kết nối đã đến giới hạn của cuộc họp; hãy hỏi điểm cầu chính, hoặc thử lại khi có điểm"
            " cầu rời đi."
        ),
        TroubleKind.CODE_UNKNOWN: say("Mã mời không đúng; hãy kiểm tra từng chữ."),
        TroubleKind.CODE_EXPIRED: say("Lời mời đã hết hạn; hãy xin điểm cầu chính lời mời mới."),
        TroubleKind.CODE_USED: say("Lời mời đã được dùng; hãy xin điểm cầu chính lời mời mới."),
        TroubleKind.CODE_REVOKED: say("Lời mời đã bị thu hồi; hãy xin điểm cầu chính lời mời mới."),
        TroubleKind.BUSY: say("Điểm cầu chính đang bận tiếp các điểm cầu khác; chương trình sẽ thử lại."),
        TroubleKind.TOO_LONG: say("Yêu cầu quá dài."),
        TroubleKind.NOT_SDP: say("Nội dung gửi lên phải là đề nghị SDP (application/sdp)."),
        TroubleKind.OFFER_MALFORMED: say("Điểm cầu chính không nhận được đề nghị kết nối này."),
        TroubleKind.REQUEST_MALFORMED: say("Yêu cầu không hiểu được."),
        TroubleKind.SESSION_UNKNOWN: say("Kết nối này đã kết thúc."),
        TroubleKind.RESTART_UNSUPPORTED: say("Không nối lại giữa chừng được (ICE); hãy vào họp lại."),
        TroubleKind.STALE: say("Nhãn phiên bản không phải của kết nối này."),
        TroubleKind.NOT_HERE: say("Không có gì ở địa chỉ này."),
    }


def _the_way() -> Texts:
    return {
        TroubleKind.OFFER_REFUSED: say("Điểm cầu chính chưa nhận kết nối này (chi tiết kỹ thuật: {why})"),
        TroubleKind.UNREACHABLE: say("Điểm cầu chính không trả lời ở {urls}; hãy kiểm tra dây mạng và địa chỉ."),
        TroubleKind.ADDRESS_BAD: say("“{urls}” không phải là địa chỉ của điểm cầu chính; hãy xin lời mời mới."),
        TroubleKind.STOPPED_ANSWERING: say("Điểm cầu chính ngừng trả lời; chương trình sẽ thử lại."),
        TroubleKind.ANSWER_NOT_SIGNED: say(
            "Câu trả lời không do điểm cầu chính trong lời mời ký; có máy nào đó trên đường truyền đã sửa nội dung."
        ),
        TroubleKind.WRONG_BRIDGE: say(
            "Máy trả lời ở địa chỉ này không phải là điểm cầu chính trong lời mời: chứng thư của nó khác."
        ),
        TroubleKind.FINGERPRINT_DAMAGED: say("Dấu vân tay chứng thư trong lời mời bị hỏng; hãy xin lời mời mới."),
        TroubleKind.ANSWER_NOT_UNDERSTOOD: say("Không hiểu được câu trả lời của điểm cầu chính ({why})."),
        TroubleKind.ANSWER_LATE: say("Điểm cầu chính không trả lời trong {seconds} s."),
        TroubleKind.CONNECTION_FAILED: say("Không nối được tới điểm cầu chính: {why}."),
        TroubleKind.CONNECTION_ENDED: say("Kết nối tới điểm cầu chính đã đứt: {why}."),
        TroubleKind.BRIDGE_SILENT: say("Không nghe thấy điểm cầu chính trong {seconds} giây."),
        TroubleKind.ENDPOINT_ENDED: say("Phần kết nối họp trên máy này bị tắt đột ngột, đang được mở lại."),
        TroubleKind.REPLACED: say("Một máy khác đã vào họp với tên điểm cầu này và thay chỗ máy này."),
        TroubleKind.SENT_AWAY: say("Điểm cầu chính đã ngắt kết nối ({reason})."),
    }


def _the_room() -> Texts:
    return {
        TroubleKind.NO_MICROPHONE: say("Máy này không có micro; điểm cầu vào họp không có micro."),
        TroubleKind.NO_LOUDSPEAKER: say("Máy này không có loa; điểm cầu vào họp không có loa."),
        TroubleKind.MICROPHONE_MISSING: say("Không thấy micro “{name}”; điểm cầu vào họp không có micro."),
        TroubleKind.LOUDSPEAKER_MISSING: say("Không thấy loa “{name}”; điểm cầu vào họp không có loa."),
        TroubleKind.NO_HEADPHONES: say("Máy này không có tai nghe hay loa; cuộc họp vẫn diễn ra bình thường."),
        TroubleKind.HEADPHONES_MISSING: say(
            "Không thấy thiết bị “{name}”; hãy cắm lại, hoặc ghi tên thiết bị khác vào mục headphones của"
            " settings.json."
        ),
        TroubleKind.NO_SOUND_LIBRARY: say(
            "Thiếu thư viện âm thanh PortAudio; trên Debian và Ubuntu hãy cài gói libportaudio2."
        ),
        TroubleKind.SOUND_UNUSABLE: say("Không mở được thiết bị âm thanh ({why}); có thể chương trình khác đang dùng."),
        TroubleKind.SOUND_STOPPED: say("Thiết bị âm thanh đã ngừng; hãy kiểm tra dây, chương trình sẽ tự mở lại."),
        TroubleKind.SOUND_FILE_BAD: say("Không dùng được tệp âm thanh {name} ({why})."),
        TroubleKind.SOUND_FILE_EMPTY: say("Tệp âm thanh {name} không có tiếng."),
        TroubleKind.CAMERA_BLIND: say(
            "Camera “{name}” không cho hình ({why}); điểm cầu vào họp không có hình cho tới khi có lại."
        ),
        TroubleKind.FILM_BLIND: say(
            "Tệp phim “{name}” không cho hình ({why}); điểm cầu vào họp không có hình cho tới khi có lại."
        ),
    }
