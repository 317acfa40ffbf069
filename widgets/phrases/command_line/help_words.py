"""The words of `--help` and of what was typed wrongly, argparse's own among them.

Rule: keyed by the English text that stands in the tables of arguments (or in argparse itself, with its places for
values); a test asks for each. Names of commands, options and places (SITE, FILE) are typed as they are and stay.
"""

from widgets.phrases.command_line.account_words import account_options
from widgets.phrases.command_line.camera_help_words import camera_options
from widgets.phrases.command_line.check_help_words import check_options
from widgets.phrases.command_line.credential_words import credential_options
from widgets.phrases.command_line.department_words import department_options
from widgets.phrases.command_line.form_words import form_options
from widgets.phrases.command_line.meeting_line_words import meeting_options
from widgets.phrases.command_line.office_help_words import office_options
from widgets.phrases.command_line.operator_help_words import operator_options
from widgets.phrases.command_line.record_help_words import record_options
from widgets.phrases.command_line.regulation_words import regulation_options
from widgets.phrases.command_line.security_words import security_options
from widgets.phrases.language import say
from widgets.phrases.log.admission_words import admission_options
from widgets.phrases.log.control_words import control_options
from widgets.phrases.log.recording_words import recording_options


def phrase_help(english: str) -> str:
    """Returns a text in the language in use, capitalised as the English one is; an unknown text as it is."""
    for texts in TABLES:
        found = texts()
        if english in found:
            return found[english]
        small = english[:1].lower() + english[1:]
        if small in found:
            return found[small][:1].upper() + found[small][1:]
    return english


Texts = dict[str, str]


def _commands() -> Texts:
    return {
        "Điểm Cầu: the operator console of a provincial online meeting. Without a command: the window.": say(
            "Điểm Cầu: bàn điều khiển cuộc họp trực tuyến của tỉnh. Không ghi lệnh nào: mở cửa sổ điều khiển."
        ),
        (
            "Every command has its own --help. Exit codes: 0 done, 1 failed or refused, 2 bad input,"
            " 3 no running bridge. DIEM_CAU_LANGUAGE=vi or =en chooses the language."
        ): say(
            "Mỗi lệnh đều có --help riêng. Mã kết thúc: 0 đã xong, 1 không thành hoặc bị từ chối, 2 nhập sai,"
            " 3 chưa có bộ điều khiển nào chạy. DIEM_CAU_LANGUAGE=vi hoặc =en để chọn ngôn ngữ."
        ),
        "commands": say("các lệnh"),
        "operator commands": say("các lệnh điều khiển"),
        "give one operator command to the running bridge, print its receipt": say(
            "gửi một lệnh điều khiển tới bộ điều khiển đang chạy và in kết quả"
        ),
        "print the meeting's state as JSON lines": say("in trạng thái cuộc họp thành các dòng JSON"),
        "a whole province on this machine: bridge, satellites, window": say(
            "cả một tỉnh chạy thử trên máy này: bộ điều khiển, các điểm cầu, cửa sổ"
        ),
        "run the meeting without a window": say("chạy cuộc họp không cần cửa sổ"),
        "join a meeting as a site": say("vào họp với tư cách điểm cầu"),
        "the list of sites: import, list, add, remove": say("danh sách điểm cầu: nhập, xem, thêm, bỏ"),
        "take sites from a CSV or JSON file": say("nhập điểm cầu từ tệp CSV hoặc JSON"),
        "print the list of sites": say("in danh sách điểm cầu"),
        "add one site, or change the one with this number": say("thêm một điểm cầu, hoặc sửa điểm cầu có số này"),
        "invite a site: a one-time code as link, file or QR picture": say(
            "mời một điểm cầu: mã dùng một lần ở dạng đường dẫn, tệp hoặc mã QR"
        ),
        "what support needs: program logs, crash reports, no meeting": say(
            "gói cho bộ phận hỗ trợ: nhật ký chương trình, báo cáo sự cố, không có nội dung cuộc họp"
        ),
        "write it (without: list what it would hold)": say("ghi ra tệp (không ghi: liệt kê những gì gói sẽ chứa)"),
        "print or write the bridge's certificate": say("in hoặc ghi chứng thư của bộ điều khiển"),
        "say whether a session's log is whole, and where not": say(
            "kiểm tra nhật ký của một phiên có nguyên vẹn không, nếu không thì hỏng ở đâu"
        ),
        "measure the product on this machine (from a checkout)": say(
            "đo chương trình trên máy này (chỉ từ thư mục mã nguồn)"
        ),
        "run the long proofs (from a checkout)": say("chạy các phép thử dài (chỉ từ thư mục mã nguồn)"),
    }


def _operator_commands() -> Texts:
    return {
        "start a session: a test, a rehearsal or the official one": say(
            "bắt đầu một phiên: kiểm tra, tổng duyệt hoặc chính thức"
        ),
        "end the running session": say("kết thúc phiên đang chạy"),
        "silence every satellite, also those that join later": say("tắt mic mọi điểm cầu, kể cả điểm cầu vào sau"),
        "take the order of silence back; no microphone opens by itself": say("gỡ lệnh tắt mic; không mic nào tự mở"),
        "silence one site": say("tắt mic một điểm cầu"),
        "let one site be heard": say("cho phép một điểm cầu bật mic"),
        "make a site the next one: it is checked while off air": say(
            "đưa một điểm cầu lên kế tiếp: kiểm tra khi chưa lên hình"
        ),
        "take the next site off deck": say("bỏ điểm cầu khỏi vị trí kế tiếp"),
        "bring a site to the podium: checked, shown, heard, or all as before": say(
            "đưa một điểm cầu lên bục: kiểm tra, lên hình, có tiếng; không thành thì giữ như trước"
        ),
        "go back to what was before the last podium act": say("trả về như trước lần lên bục gần nhất"),
        "choose how the program picture is laid out": say("chọn bố cục hình chương trình"),
        "silence all but the main endpoint and show it, at once": say(
            "dừng an toàn: tắt mọi mic trừ điểm cầu chính và chiếu điểm cầu chính, ngay lập tức"
        ),
        "undo the safe stop": say("gỡ lệnh dừng an toàn"),
        "put a site into the speaking queue, as after a phone call": say(
            "ghi một điểm cầu vào hàng chờ phát biểu, như khi họ gọi điện thoại"
        ),
        "take a site's request out of the queue": say("rút yêu cầu phát biểu khỏi hàng chờ"),
        "move a request within the queue": say("đổi chỗ một yêu cầu trong hàng chờ"),
        "let a request pass to the end of the queue": say("bỏ qua một yêu cầu, đưa xuống cuối hàng chờ"),
        "give the floor to a request (without one named: the first)": say(
            "mời phát biểu theo một yêu cầu (không ghi: yêu cầu đầu hàng chờ)"
        ),
        "end the running speech": say("kết thúc lượt phát biểu đang chạy"),
        "say Ready for the site on deck": say("báo Sẵn sàng thay cho điểm cầu kế tiếp"),
        "move a camera of a site to a stored position": say("đưa camera của một điểm cầu về góc quay đã lưu"),
        "hear one site or the program in the headphones only (without either: nothing)": say(
            "nghe một điểm cầu hoặc chương trình, chỉ trong tai nghe (không ghi: thôi nghe)"
        ),
        "make a request more or less urgent; it goes behind all that are as urgent": say(
            "đổi mức ưu tiên của một yêu cầu; yêu cầu đứng sau những yêu cầu cùng mức"
        ),
        "note the chair's yes to a request": say("ghi chủ tọa đồng ý một yêu cầu phát biểu"),
        "note the chair's no: the request leaves the queue": say("ghi chủ tọa không đồng ý: yêu cầu rời hàng chờ"),
        "put a request back that was skipped, withdrawn or refused": say(
            "đưa trở lại hàng chờ một yêu cầu đã bỏ qua, đã rút hoặc bị từ chối"
        ),
        "give the running speech another limit in seconds (without: none)": say(
            "đổi giới hạn của lượt phát biểu đang chạy, tính bằng giây (không ghi: bỏ giới hạn)"
        ),
        "make a site louder or quieter in the mix, -20 to 12 dB": say(
            "tăng hoặc giảm âm lượng một điểm cầu, từ -20 đến 12 dB"
        ),
        "remember this moment: the measurements of the minutes before it are kept": say(
            "đánh dấu thời điểm này: số liệu đo của những phút trước đó được giữ lại"
        ),
        "write a note into the log": say("ghi một ghi chú vào nhật ký"),
        "note an incident that the minutes have to name": say("ghi một sự cố phải nêu trong biên bản"),
        "say more of an incident: its words, category, cause, solution": say(
            "ghi thêm về một sự cố: nội dung, loại, nguyên nhân, cách xử lý"
        ),
        "say that things work again after an incident": say("ghi một sự cố đã được khôi phục"),
        "end an incident: nothing more is to be said of it": say("đóng một sự cố: không còn gì phải ghi thêm"),
        "open an incident again": say("mở lại một sự cố đã đóng"),
        "note who was told of an incident, and how": say("ghi đã báo sự cố cho ai, bằng cách nào"),
        "take all alarms that are over": say("nhận mọi cảnh báo đã hết"),
        "say how many sit in a site's room and who is in charge there": say(
            "báo số người dự và người phụ trách tại một điểm cầu"
        ),
        "take back the last act that can be taken back": say("hoàn tác lệnh gần nhất có thể hoàn tác"),
        "take an alarm in your name: it stops asking for attention": say(
            "nhận xử lý một cảnh báo: cảnh báo này thôi đòi chú ý"
        ),
        "make the bridge read the list of sites again": say("để bộ điều khiển đọc lại danh sách điểm cầu"),
        "camera positions: preset recall SITE CAMERA PRESET": say(
            "góc quay của camera: preset recall SITE CAMERA PRESET"
        ),
    }


def _cameras() -> Texts:
    return {
        "move a camera by hand: camera drive SITE CAMERA": say("điều khiển camera bằng tay: camera drive SITE CAMERA"),
        "keep a camera moving for a moment; given again in time it goes on": say(
            "quay camera trong chốc lát; gửi lại kịp lúc thì camera quay tiếp"
        ),
        "let a camera stand still at once": say("dừng camera ngay lập tức"),
        "store where a camera stands, with a picture": say("lưu góc quay hiện tại của camera, kèm ảnh"),
        "give a stored position another name": say("đổi tên một góc quay đã lưu"),
        "delete a stored position": say("xóa một góc quay đã lưu"),
        "bring back what a stored position was before it was overwritten or deleted": say(
            "khôi phục góc quay như trước khi bị lưu đè hoặc bị xóa"
        ),
        "per cent of the fastest, right is positive": say("phần trăm tốc độ lớn nhất, số dương là sang phải"),
        "per cent of the fastest, up is positive": say("phần trăm tốc độ lớn nhất, số dương là lên trên"),
        "per cent of the fastest, nearer is positive": say("phần trăm tốc độ lớn nhất, số dương là phóng to"),
        "how long to go on, 100 to 1000 ms (600)": say("quay trong bao lâu, 100 đến 1000 ms (600)"),
        "replace an earlier position of that name; it can be restored once": say(
            "lưu đè góc quay cùng tên; khôi phục được một lần"
        ),
        "the new name": say("tên mới"),
    }


def _operator_fields() -> Texts:
    return {
        "how urgent the request is": say("mức ưu tiên của yêu cầu"),
        "limit in seconds": say("giới hạn tính bằng giây"),
        "play what is listened to in this machine's headphones": say(
            "phát ra tai nghe của máy này những gì đang được nghe thử"
        ),
        "what everybody hears": say("chương trình cả cuộc họp đang nghe"),
        "whole decibels, 0 is as it comes": say("số đề-xi-ben nguyên, 0 là giữ nguyên"),
        "bring its speakers to one loudness besides": say("đồng thời tự cân mức âm lượng của người nói"),
        "what to write": say("nội dung ghi"),
        "how many sit in the room": say("số người dự trong phòng"),
        "name of who is in charge": say("tên người phụ trách"),
        "number, identifier or name of a site": say("số, mã hoặc tên của điểm cầu"),
        "sites that stay heard, apart by commas (number, identifier or name of a site)": say(
            "những điểm cầu được giữ mic, cách nhau bằng dấu phẩy (số, mã hoặc tên của điểm cầu)"
        ),
        "title of the meeting": say("tên cuộc họp"),
        "identifier of a registered meeting (without: a meeting is made)": say(
            "mã cuộc họp đã đăng ký (không ghi: tạo cuộc họp mới)"
        ),
        "where the request came from": say("yêu cầu từ đâu tới"),
        "what there is to say about it": say("điều cần ghi thêm"),
        "a request's identifier, or its site": say("mã của yêu cầu, hoặc điểm cầu đã yêu cầu"),
        "place in the queue, 0 is the first": say("chỗ trong hàng chờ, 0 là đầu hàng"),
        "move the camera although it is on air": say("vẫn xoay camera dù đang lên hình"),
        "an alarm's identifier, as `show --only alarm/` prints it": say(
            "mã của cảnh báo, như `show --only alarm/` in ra"
        ),
        "who operates, as the log will name it (by default the user)": say(
            "người điều khiển, ghi trong nhật ký (không ghi: tên người dùng máy)"
        ),
        "go on with every change and every line of the log": say("in tiếp mọi thay đổi và mọi dòng nhật ký"),
        "only this (session, site/s014, site/, event, …)": say("chỉ phần này (session, site/s014, site/, event, …)"),
    }


def _options() -> Texts:
    return {
        "folder of the installation (by default the user's own)": say(
            "thư mục dữ liệu (không ghi: thư mục riêng của người dùng)"
        ),
        "how many satellites (36)": say("số điểm cầu (36)"),
        "no screen: a scripted meeting with pictures and figures": say(
            "không cần màn hình: một cuộc họp theo kịch bản, có ảnh chụp và số đo"
        ),
        "where pictures, figures and log of --headless go": say("nơi ghi ảnh, số đo và nhật ký của --headless"),
        "TCP port for joining (as the settings say)": say("cổng TCP để vào họp (không ghi: theo tệp cài đặt)"),
        "UDP port of the first media worker": say("cổng UDP của bộ xử lý hình và tiếng đầu tiên"),
        "how many media workers": say("số bộ xử lý hình và tiếng"),
        "its file or diemcau:// link (later: as joined before)": say(
            "tệp hoặc đường dẫn diemcau:// của lời mời (những lần sau không cần)"
        ),
        "a camera, a film, or 'test' for a drawn room": say("camera, tệp phim, hoặc 'test' để vẽ phòng họp giả"),
        "a microphone, a sound file, 'test' or 'none'": say(
            "micro, tệp âm thanh, 'test' (tiếng thử) hoặc 'none' (không có)"
        ),
        "join without a window": say("vào họp không cần cửa sổ"),
    }


def _site_options() -> Texts:
    return {
        "columns number, name, parent, district, carrier, contacts": say(
            "gồm các cột number, name, parent, district, carrier, contacts"
        ),
        "take away the sites that the file does not name": say("bỏ những điểm cầu không có trong tệp"),
        "write it as a CSV that Excel opens": say("ghi thành tệp CSV mở được bằng Excel"),
        "1 to 999; 0 with --role main": say("1 đến 999; 0 khi dùng --role main"),
        "main: the main endpoint": say("main: điểm cầu chính"),
        "number, identifier or name": say("số, mã hoặc tên"),
        "for OBS and encoders: WHIP and WHEP addresses, a secret": say(
            "cho OBS và bộ mã hóa: địa chỉ WHIP và WHEP, khóa bí mật"
        ),
        "how the site reaches the bridge; may be given several times (as the settings say)": say(
            "địa chỉ để điểm cầu tới bộ điều khiển; ghi được nhiều lần (không ghi: theo tệp cài đặt)"
        ),
        "how long the code is valid (72)": say("mã có hiệu lực bao nhiêu giờ (72)"),
        "write the invitation file": say("ghi tệp lời mời"),
        "write the link as a QR picture (PNG or SVG)": say("ghi đường dẫn thành mã QR (PNG hoặc SVG)"),
        "to install where a client insists on it": say("để cài vào máy nào đòi chứng thư này"),
    }


def _bench() -> Texts:
    return {
        "which bench: live, window, lines, media, department, cameras": say(
            "phép đo nào: live, window, lines, media, department, cameras"
        ),
        "how many light peers (36)": say("số điểm cầu giả lập nhẹ (36)"),
        "how long to measure": say("đo trong bao nhiêu giây"),
        "window: how much its memory grows, in so many minutes (12)": say(
            "cửa sổ: đo mức tăng bộ nhớ trong bấy nhiêu phút (12)"
        ),
        "a short run of about a minute": say("đo nhanh, khoảng một phút"),
        "start, join, steady, silence, podium; of lines and media a case": say(
            "các phần: start, join, steady, silence, podium; với lines và media: một trường hợp"
        ),
        "write the figures as JSON too": say("ghi thêm số đo dạng JSON"),
        "which proofs (all)": say("phép thử nào (tất cả)"),
        "of their full length (100)": say("phần trăm của độ dài đầy đủ (100)"),
    }


def _argparse() -> Texts:
    return {
        "usage: ": say("cách dùng: "),
        "positional arguments": say("tham số"),
        "options": say("tùy chọn"),
        "show this help message and exit": say("in phần hướng dẫn này rồi thoát"),
        "%(prog)s: error: %(message)s\n": say("%(prog)s: lỗi: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": say("tham số %(argument_name)s: %(message)s"),
        "the following arguments are required: %s": say("thiếu tham số bắt buộc: %s"),
        "one of the arguments %s is required": say("cần một trong các tham số %s"),
        "unrecognized arguments: %s": say("không hiểu tham số: %s"),
        "not allowed with argument %s": say("không dùng cùng với tham số %s"),
        "ignored explicit argument %r": say("tham số này không nhận giá trị %r"),
        "expected one argument": say("cần một giá trị"),
        "expected at most one argument": say("chỉ nhận nhiều nhất một giá trị"),
        "expected at least one argument": say("cần ít nhất một giá trị"),
        "expected %s argument": say("cần đúng %s giá trị"),
        "expected %s arguments": say("cần đủ %s giá trị"),
        "invalid choice: %(value)r (choose from %(choices)s)": say(
            "không có lựa chọn %(value)r (hãy chọn một trong %(choices)s)"
        ),
        "invalid %(type)s value: %(value)r": say("giá trị %(value)r không dùng được (%(type)s)"),
        "“{text}” is no number": say("“{text}” không phải là số"),
        "“{text}” is no moment like 2026-11-25 17:30": say("“{text}” không phải là thời điểm như 2026-11-25 17:30"),
        "{value} is not between {least} and {most}": say("{value} không nằm trong khoảng từ {least} đến {most}"),
    }


TABLES = (
    *(_commands, _operator_commands, _cameras, _operator_fields, _options),
    *(_site_options, camera_options, record_options, office_options, check_options, control_options),
    *(admission_options, recording_options, department_options, regulation_options, operator_options),
    *(account_options, credential_options, security_options, form_options, meeting_options, _bench, _argparse),
)
