"""The words of the page that a site without the program opens in its browser.

Rule: what a site's own window, the log or the command line says too is said here with their phrases; the page's own
sentences are those about the page. `python3 dev.py words` writes them to `resources/browser/strings.json`, which the
page loads; a test fails when that file is older than its source.
"""

from console.sites.site_standing import SiteStanding
from console.snapshot import LineQuality
from console.trouble import TroubleKind
from console.words import Reason, SessionKind
from widgets.phrases.language import say
from widgets.phrases.log import recorder_words
from widgets.phrases.satellite import satellite_tool_words as tools
from widgets.phrases.satellite import satellite_words as site
from widgets.phrases.trouble_words import refusals
from widgets.phrases.words import phrase_reason, phrase_session_kind

Texts = dict[str, str]

NO_MICROPHONE, CLOSED, OPEN = (
    SiteStanding(has_microphone=False),
    SiteStanding(),
    SiteStanding(microphone_open=True),
)
TOLD_TO_SITES = (Reason.STANDING_ORDER, Reason.SAFE_STOP_IN_FORCE, Reason.NO_SESSION)
"""Why a microphone stays off, as the bridge tells a site; for any other reason the page says `reason.other`."""


def browser_words() -> Texts:
    """Returns every sentence of the page by its key, in the language in use; `{name}` stands for a value."""
    return {
        "language.other": say("English"),
        **_entering(),
        **_pictures(),
        **_microphone(),
        **_queue_and_podium(),
        **_line(),
        **_reports(),
        **{f"session.{kind}": phrase_session_kind(kind) for kind in SessionKind},
        **_refusals(),
        **_reasons(),
    }


def _entering() -> Texts:
    return {
        "enter.title": say("Vào cuộc họp"),
        "enter.explanation": say("Nhập mã mời do điểm cầu chính gửi. Mỗi mã dùng một lần cho một điểm cầu."),
        "enter.label": say("Mã mời"),
        "enter.go": say("Tiếp tục"),
        "prepare.title": say("Kiểm tra hình và tiếng"),
        "prepare.camera": say("Camera"),
        "prepare.microphone": say("Micro"),
        "prepare.join": say("Vào họp"),
        "prepare.forget": say("Dùng mã mời khác"),
        "prepare.none": say("Không có"),
        "prepare.no_devices": say(
            "Không dùng được camera hoặc micro. Hãy cho phép trang này dùng thiết bị, hoặc vào họp chỉ để nghe và xem."
        ),
    }


def _pictures() -> Texts:
    return {
        "own.name": site.own_label(CLOSED),
        "own.picture": site.own_label(CLOSED),
        "program.name": site.program_label(CLOSED),
        "program.picture": say("Hình chương trình của cuộc họp"),
        "program.waiting": say("Đang chờ hình chương trình…"),
        "program.sound": say("Bật tiếng chương trình"),
        "recording.mark": recorder_words.mark(),
    }


def _microphone() -> Texts:
    return {
        "microphone.closed": site.microphone_heading(CLOSED),
        "microphone.open": site.microphone_heading(OPEN),
        "microphone.none": site.microphone_heading(NO_MICROPHONE),
        "microphone.nobody_hears": say("Hội trường không nghe thấy điểm cầu này."),
        "microphone.heard": say("Hội trường đang nghe thấy điểm cầu này."),
        "microphone.may_open": say("Điểm cầu chính mời phát biểu. Bật mic khi sẵn sàng."),
        "microphone.open_it": site.open_microphone(),
        "microphone.close_it": site.close_microphone(),
        "microphone.listening": say(
            "Điểm cầu chính đang nghe thử. Chỉ người điều khiển nghe thấy, hội trường không nghe."
        ),
        "microphone.not_allowed": say("Chưa bật được mic: {reason}"),
    }


def _queue_and_podium() -> Texts:
    return {
        "queue.none": say("Chưa đăng ký phát biểu"),
        "queue.waiting": say("Đang chờ phát biểu: thứ {place}"),
        "queue.ask": say("Đăng ký phát biểu"),
        "queue.withdraw": say("Rút đăng ký"),
        "deck.state": say("Kế tiếp: chuẩn bị phát biểu"),
        "deck.ready": say("Sẵn sàng"),
        "deck.said_ready": say("Đã báo sẵn sàng"),
        "wait.minutes": say("còn khoảng {minutes} phút"),
        "wait.soon": say("sắp tới lượt"),
        "podium.title": say("ĐANG TRÊN BỤC"),
        "podium.detail": say("Cả cuộc họp đang nhìn và nghe {site}"),
        "podium.speaking": say("Điểm cầu này đang phát biểu"),
        "podium.end": site.end_speech(),
        "meeting.leave": say("Rời cuộc họp"),
        "meeting.no_session": say("Chưa bắt đầu phiên họp"),
    }


def _line() -> Texts:
    return {
        "line.connecting": say("Đang kết nối…"),
        **{
            f"quality.{quality}": site.line_word(SiteStanding(joined=True, line_quality=quality))
            for quality in LineQuality
        },
        "line.loss": say("mất {loss}%"),
        "line.again": say("Tự vào lại sau {seconds} giây (lần {attempt})"),
        "line.no_media": say("Không có đường UDP đến điểm cầu chính. Hãy báo người quản trị mạng mở UDP."),
        "line.left": say("Đã rời cuộc họp."),
        "line.unreachable": say("Không tới được điểm cầu chính. Kiểm tra dây mạng."),
        "goodbye": say("Điểm cầu chính đã ngắt kết nối: {reason}."),
        "replaced": say("Một máy khác đã vào họp với tên điểm cầu này. Bấm “Vào họp” để lấy lại chỗ từ máy này."),
    }


def _reports() -> Texts:
    incident, attendance = tools.incident_sheet(), tools.attendance_sheet()
    return {
        **dict(zip(("incident.title", "incident.explanation", "incident.label"), incident, strict=True)),
        **dict(
            zip(
                ("attendance.title", "attendance.explanation", "attendance.count", "attendance.in_charge"),
                attendance,
                strict=True,
            )
        ),
        "attendance.ask": tools.attendance_tool(SiteStanding(asks_attendance=True)),
        "attendance.known": say("Số người: {count}"),
        "report.send": tools.send(),
        "report.close": tools.close_sheet(),
        "report.sending": say("Đang gửi…"),
        "report.noted": say("Đã ghi lúc {time}"),
        "report.failed": say("Không ghi được"),
    }


def _refusals() -> Texts:
    on_the_page = {
        TroubleKind.NO_CREDENTIAL: say("Máy này chưa được mời. Hãy nhập mã mời."),
        TroubleKind.OFFER_MALFORMED: say("Trình duyệt này không kết nối được với điểm cầu chính."),
    }
    said = {f"refusal.{kind}": text for kind, text in (refusals() | on_the_page).items()}
    return {**said, "refusal.other": say("Điểm cầu chính từ chối kết nối.")}


def _reasons() -> Texts:
    said = {f"reason.{reason}": phrase_reason(reason) for reason in TOLD_TO_SITES}
    on_the_page = {
        f"reason.{Reason.NOT_ALLOWED}": say("quyền vào họp đã bị thu hồi"),
        f"reason.{Reason.SITE_NOT_CONNECTED}": say("chưa kết nối"),
        "reason.other": say("theo lệnh của điểm cầu chính"),
    }
    return said | on_the_page
