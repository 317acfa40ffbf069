"""The words of what a site's technician opens: incident, who is there, own cameras, devices, echo, invitation."""

from console.cameras.camera_entries import PresetAct
from console.sites.site_facts import EchoFacts, EchoVerdict, PresetAnswer, ReportFacts, SoundTest
from console.sites.site_standing import SiteStanding
from console.words import Outcome, Reason
from widgets.phrases.console import camera_panel_words
from widgets.phrases.language import figure, hour_and_minute, say
from widgets.phrases.words import phrase_reason


def other_language() -> str:
    """Returns the other language's own name."""
    return say("English")


# ---------------------------------------------------------------- the row of tools


def presets_tool(state: SiteStanding) -> str:
    count = sum(len(camera.presets) for camera in state.cameras)
    return say("Góc quay ({count})", count=count)


def attendance_tool(state: SiteStanding) -> str:
    if state.head_count is not None:
        return say("Số người: {count}", count=state.head_count)
    return say("Báo số người") if state.asks_attendance else say("Số người")


def echo_tool() -> str:
    return say("Thử tiếng vọng")


def devices_tool() -> str:
    return say("Thiết bị")


def incident_tool(report: ReportFacts | None, now_ms: int) -> str:
    """Returns the button's word: for a minute what became of the last report."""
    if report is None or (report.outcome is not None and now_ms - report.made_ms > 60_000):
        return say("Báo sự cố")
    return report_words(report)


def report_words(report: ReportFacts) -> str:
    """Returns what became of a report."""
    if report.outcome is None:
        return say("Đang gửi…")
    if report.outcome is Outcome.DONE:
        return say("Đã ghi lúc {time}", time=hour_and_minute(report.made_ms))
    return say("Không ghi được")


# ---------------------------------------------------------------- sheets


def close_sheet() -> str:
    return say("Đóng")


def send() -> str:
    return say("Gửi")


def raise_named(key: str) -> str:
    """Returns the tip of the hand's button."""
    return say("{key}: giơ tay kèm tên người phát biểu", key=key)


def speaker_sheet() -> tuple[str, str, str]:
    """Returns title, explanation and the field's label."""
    return (
        say("Ai xin phát biểu"),
        say("Điểm cầu chính và chủ tọa thấy tên này trong hàng chờ."),
        say("Họ tên, chức vụ"),
    )


def raise_hand_for() -> str:
    return say("Giơ tay xin phát biểu")


def incident_sheet() -> tuple[str, str, str]:
    """Returns title, explanation and the field's label."""
    return (
        say("Báo sự cố"),
        say("Viết ngắn điều đang xảy ra. Điểm cầu chính thấy ngay; sự cố được ghi vào biên bản."),
        say("Sự cố gì?"),
    )


def usual_incidents() -> tuple[str, ...]:
    return (say("Mất hình"), say("Mất tiếng"), say("Có tiếng vọng"), say("Sắp mất điện"))


def last_incident(report: ReportFacts | None) -> str:
    """Returns the last report and what became of it, in one line."""
    if report is None:
        return ""
    if report.outcome is None:
        ended = say("đang gửi; nếu mất kết nối, sẽ gửi ngay khi vào lại được")
    elif report.outcome is Outcome.DONE:
        ended = say("điểm cầu chính đã ghi")
    else:
        ended = say("không ghi được: {reason}", reason=phrase_reason(report.reason or Reason.BAD_VALUE))
    return say("{time} “{text}” — {ended}", time=hour_and_minute(report.made_ms), text=report.text, ended=ended)


def attendance_sheet() -> tuple[str, str, str, str]:
    """Returns title, explanation and the labels of the two fields."""
    return (
        say("Số người dự tại điểm cầu này"),
        say("Điểm cầu chính cần số người và người phụ trách để ghi vào biên bản. Có thể sửa và gửi lại."),
        say("Số người có mặt"),
        say("Người phụ trách điểm cầu"),
    )


def more_with_preset() -> str:
    return say("Việc khác (E)")


def program_waits(seconds: int) -> str:
    """Returns that the program leaves the camera alone for so many seconds, for the technician has just moved it."""
    return say("Điểm cầu chính không tự quay camera này trong {seconds} giây nữa.", seconds=seconds)


def no_camera() -> str:
    return say("Máy này không điều khiển camera nào. Camera quay được ghi trong tệp cameras.json.")


def save_preset() -> str:
    return say("Lưu góc đang đứng (S)")


def preset_result(answer: PresetAnswer | None) -> str:
    """Returns what became of the last wish to a camera."""
    if answer is None:
        return ""
    name = answer.preset
    if answer.arrived is None:
        moving = say("Camera đang quay tới {name}…", name=name) if name else say("Camera đang làm…")
        return say("Đang lưu góc {name}…", name=name) if answer.saved else moving if answer.act is None else ""
    if answer.arrived:
        return _preset_done(answer)
    why = phrase_reason(answer.reason) if answer.reason is not None else ""
    if answer.saved and answer.reason is Reason.CAMERA_UNCONFIRMED:
        return say("Đã lưu góc {name}, nhưng camera không xác nhận", name=name)
    if not name:
        return camera_panel_words.failed(answer.reason or Reason.CAMERA_FAILED)
    return say("Không làm được với góc {name}: {reason}", name=name, reason=why)


def _preset_done(answer: PresetAnswer) -> str:
    if answer.act is None:
        return say("Camera đã tới {name}", name=answer.preset) if answer.preset else say("Camera đã làm xong")
    act = "marked" if answer.act is PresetAct.UNPROTECTED else answer.act.value
    return camera_panel_words.done(act, answer.preset)


def devices_sheet() -> tuple[str, str]:
    return (
        say("Thiết bị của điểm cầu này"),
        say("Chọn, nhìn hình, nói thử và nghe thử. Đổi thiết bị thì máy tự vào lại cuộc họp sau vài giây."),
    )


def camera() -> str:
    return say("Camera")


def microphone() -> str:
    return say("Micro")


def loudspeaker() -> str:
    return say("Loa")


def usual_device() -> str:
    return say("Mặc định của máy")


def looking_for_devices() -> str:
    return say("Đang tìm thiết bị…")


def look_again() -> str:
    return say("Tìm lại")


def play_tone() -> str:
    return say("Phát tiếng thử")


def use_devices() -> str:
    return say("Dùng các thiết bị này")


def speak_now() -> str:
    return say("Nói thử: vạch phải chạy")


def not_on_podium() -> str:
    return say("Đang trên bục: xong lượt phát biểu mới đổi thiết bị")


def echo_sheet() -> tuple[str, str]:
    return (
        say("Thử tiếng vọng"),
        say(
            "Loa phát tiếng ồn trong 5 giây, mic đo tiếng vọng còn lại. Làm trước giờ họp; mọi người giữ im lặng."
            " Tiếng thử không truyền đi."
        ),
    )


def start_echo() -> str:
    return say("Bắt đầu đo")


def no_echo_test_now() -> str:
    return say("Mic đang mở: tắt mic rồi hãy đo")


def echo_heading(echo: EchoFacts | None, playing: SoundTest | None) -> str:
    """Returns the room's echo in one word."""
    if playing is SoundTest.ECHO:
        return say("ĐANG ĐO…")
    if echo is None:
        return say("CHƯA ĐO")
    return {
        EchoVerdict.GOOD: say("TỐT"),
        EchoVerdict.FAIR: say("TẠM ĐƯỢC"),
        EchoVerdict.BAD: say("KÉM"),
        EchoVerdict.NOT_HEARD: say("MIC KHÔNG NGHE THẤY LOA"),
        EchoVerdict.NO_SOUND: say("KHÔNG CÓ LOA HOẶC MIC"),
    }[echo.verdict]


def echo_advice(echo: EchoFacts | None, playing: SoundTest | None) -> str:
    """Returns what is to be done about it, with the figure."""
    if echo is None or playing is SoundTest.ECHO:
        return ""
    loss = echo.return_loss_db
    measured = "" if loss is None else say("tiếng vọng nhỏ hơn tiếng loa {db} dB", db=figure(loss, 0))
    advice = {
        EchoVerdict.GOOD: say("Hội trường sẽ không nghe tiếng của mình vọng lại"),
        EchoVerdict.FAIR: say("Vặn loa nhỏ bớt hoặc đặt mic xa loa, rồi đo lại"),
        EchoVerdict.BAD: say("Vặn loa nhỏ hẳn, quay mic khỏi loa, rồi đo lại"),
        EchoVerdict.NOT_HEARD: say("Kiểm tra âm lượng loa, công tắc mic, và thiết bị đã chọn"),
        EchoVerdict.NO_SOUND: say("Cắm loa và mic, rồi chọn trong mục Thiết bị"),
    }[echo.verdict]
    return f"{advice} ({measured})" if measured and echo.verdict is not EchoVerdict.NOT_HEARD else advice


# ---------------------------------------------------------------- joining, and joining again


def join_heading() -> str:
    return say("Dán thư mời vào đây")


def join_explanation() -> str:
    return say("Thư mời do điểm cầu chính gửi. Sao chép toàn bộ thư rồi dán vào ô dưới, hoặc chọn tệp thư mời.")


def join_field() -> str:
    return say("Nội dung thư mời")


def join() -> str:
    return say("Vào họp")


def choose_file() -> str:
    return say("Chọn tệp…")


def back_to_meeting() -> str:
    return say("Quay lại")


def invitation_files() -> str:
    return say("Thư mời (*.json *.txt);;Mọi tệp (*)")


def reconnect_heading(state: SiteStanding, now_ms: int) -> str:
    """Returns what the program is doing to get into the meeting."""
    if state.replaced or state.stopped:
        return say("Không tự vào lại")
    if state.next_try_ms is None or state.next_try_ms <= now_ms:
        return say("Đang vào họp: lần thử {attempt}", attempt=state.attempt)
    seconds = -(-(state.next_try_ms - now_ms) // 1000)
    return say("Tự vào lại sau {seconds} giây (lần {attempt})", seconds=seconds, attempt=state.attempt)


def reconnect_detail(state: SiteStanding) -> str:
    """Returns what the technician has to do about it."""
    if state.replaced:
        return say("Bấm nút bên phải để lấy lại chỗ")
    return "" if state.stopped else say("Máy tự làm, không phải bấm gì")


def try_now() -> str:
    return say("Thử ngay")


def other_invitation() -> str:
    return say("Lời mời khác")
