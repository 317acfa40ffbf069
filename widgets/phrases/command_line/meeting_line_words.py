"""The words of the commands `meeting` and `script`."""

from console.office.meeting import Step
from console.office.meeting_checks import MeetingField
from widgets.phrases.language import say
from widgets.phrases.office.clock_words import CHANNELS, PARTIES
from widgets.phrases.office.meeting_words import FIELDS, STEPS


def meeting_said() -> dict[str, str]:
    return {
        "meeting_line": say("{id}  {when}  {step} — {subject}"),
        "no_meetings": say("Chưa có cuộc họp nào được đăng ký."),
        "meeting_unknown": say("Không có cuộc họp “{text}”; hãy xem main.py meeting list --all."),
        "meeting_unclear": say("“{text}” có thể là {names}; hãy gõ dài hơn."),
        "moment_bad": say("“{text}” không phải ngày giờ; hãy viết như 25/11/2026 08:00."),
        "record_bad": say("{file} không phải phiếu đăng ký: {why}."),
        "not_whole": say("Phiếu chưa đủ nội dung, chưa chuyển bước:"),
        "step_taken": say("Đã chuyển bước: {subject} — {step}."),
        "step_line": say("{when}  {step} — {person}  {reason}"),
        "clock_line": say("hạn {when}  {what}  {article}"),
        "clock_open": say("không ghi hạn  {what}  {article}"),
        "due_late": say("quá hạn {when}  {what}  {article}"),
        "nothing_due": say("Hiện không có việc nào đến hạn."),
        "ending_bad": say("{path} phải có đuôi .pdf, .docx hoặc .json."),
        "script_bad": say("Không nhận kịch bản {file}, chưa thay đổi gì:"),
        "script_line_bad": say("Dòng {line}: {what}"),
        "script_taken": say("Đã nhận kịch bản {count} mục."),
        "script_empty": say("Cuộc họp chưa có kịch bản."),
        "call_open": say("{number}  chưa báo  {party} — {recipient}  {phone}  {due}"),
        "call_done": say("{number}  đã báo {when}  {party} — {recipient}  {channel}  {person}"),
        "call_number_bad": say("Danh sách không có số {number}; hãy xem main.py meeting calls."),
        "calls_noted": say("Đã ghi {count} bên được báo."),
    }


def steps() -> dict[str, str]:
    return {step.value: STEPS[step]() for step in Step}


def parties() -> dict[str, str]:
    return {party.value: word() for party, word in PARTIES.items()}


def channels() -> dict[str, str]:
    return {channel.value: word() for channel, word in CHANNELS.items()}


def step_faults() -> dict[str, str]:
    return {
        "not_now": say("Chưa thể chuyển sang bước này: {step}."),
        "reason_missing": say("Bước này cần ghi lý do: {step}."),
        "late_reason_missing": say("Đã quá hạn; bước này cần ghi lý do chậm: {step}."),
        "time_missing": say("Cần ghi giờ mới, giờ kết thúc sau giờ bắt đầu: {step}."),
        "fields_missing": say("Phiếu chưa đủ nội dung: {step}."),
    }


def field_findings() -> dict[str, str]:
    return {
        "missing": say("Chưa có: {field} {row}"),
        "bad_phone": say("Số điện thoại không đúng: {field} {row} “{text}”"),
        "ends_before_start": say("Giờ kết thúc phải sau giờ bắt đầu."),
        "site_twice": say("Điểm cầu thứ {row} “{text}” có hai lần trong danh sách."),
        "too_many_sites": say("Đăng ký {text} điểm cầu; một cuộc họp nhận nhiều nhất {row} điểm cầu."),
        "storing_forbidden": say("Cuộc họp hạn chế hoặc mật không được lưu trữ video, hình ảnh."),
    }


def host_faults() -> dict[str, str]:
    return {
        "host_not_said": say("Chưa ghi khối chủ trì; quy chế ({article}) quy định theo khối chủ trì."),
        "other_room": say(
            "Theo {article}, cuộc họp của khối này chủ trì tại phòng họp của {wanted}; phiếu ghi “{found}”."
        ),
        "other_operators": say(
            "Theo {article}, {wanted} vận hành cuộc họp này; các điểm cầu chưa có người như vậy ({count}): {found}."
        ),
        "invited_first": say("Theo {article} phải đăng ký trước khi phát hành giấy mời; giấy mời ghi ngày {found}."),
        "run_by": say("Theo {article}, cuộc họp này do {wanted} vận hành."),
        "run_by_own_room": say(
            "Theo {article}, {wanted} tự vận hành nếu có phòng họp được phép kết nối; nếu không thì dùng phòng họp"
            " của Sở."
        ),
    }


def meeting_fields() -> dict[str, str]:
    return {field.value: FIELDS[field]() for field in MeetingField}


def script_faults() -> dict[str, str]:
    return {
        "not_text": say("không phải văn bản UTF-8; hãy lưu dạng “CSV UTF-8”."),
        "not_a_table": say("không phải bảng ({text})."),
        "no_columns": say("dòng đầu phải ghi tên cột, ít nhất có “nội dung”, hiện ghi “{text}”."),
        "empty": say("chưa có mục nào."),
        "too_many": say("quá dài; kịch bản có nhiều nhất 500 mục."),
        "time_bad": say("“{text}” không phải giờ."),
        "time_back": say("“{text}” sớm hơn mục trước."),
        "minutes_bad": say("“{text}” không phải số phút."),
        "site_unknown": say("danh bạ không có đúng một điểm cầu “{text}”."),
        "layout_bad": say("“{text}” không phải bố cục."),
        "title_missing": say("chưa ghi nội dung."),
        "too_long": say("có ô dài hơn 500 chữ: “{text}”."),
    }


def meeting_options() -> dict[str, str]:
    return {
        "registrations of meetings: write, list, take the next step, print": say(
            "phiếu đăng ký họp: lập, liệt kê, chuyển bước, in"
        ),
        "the script of a meeting: read from a table, show": say("kịch bản cuộc họp: đọc từ bảng, hiện"),
        "its identifier, or how that begins": say("mã cuộc họp, hoặc phần đầu của mã"),
        "as '25/11/2026 08:00', time of Viet Nam": say("viết như '25/11/2026 08:00', giờ Việt Nam"),
        "write a registration; prints its identifier": say("lập một phiếu đăng ký; in ra mã"),
        "list the meetings to come": say("liệt kê các cuộc họp sắp tới"),
        "print the meetings that a session may be started for now, as JSON": say(
            "in các cuộc họp có thể bắt đầu phiên lúc này, dạng JSON"
        ),
        "list what has to be done now: limits of meetings, recurring duties, plans": say(
            "liệt kê việc đến hạn: thời hạn của cuộc họp, việc định kỳ, phương án"
        ),
        "say only how many they are": say("chỉ in ra có mấy việc"),
        "those that are over too": say("kể cả những cuộc đã xong"),
        "show a meeting: what is missing, its steps, its deadlines": say(
            "hiện một cuộc họp: còn thiếu gì, các bước, các thời hạn"
        ),
        "take the next step of a registration": say("chuyển phiếu sang bước tiếp theo"),
        "write the registration form; without a meeting a blank one": say(
            "ghi phiếu đăng ký ra tệp; không nêu cuộc họp thì ghi mẫu trắng"
        ),
        "FILE.pdf, .docx or .json": say("TỆP.pdf, .docx hoặc .json"),
        "a JSON record, as export and show write it": say("một bản ghi JSON như lệnh export và show ghi ra"),
        "what it is about": say("nội dung cuộc họp"),
        "the host unit": say("đơn vị chủ trì họp"),
        "why it is late, refused, rescheduled or cancelled": say("vì sao chậm, không đồng ý, dời lịch hoặc hủy"),
        "when it was done, if not now": say("đã làm lúc nào, nếu không phải bây giờ"),
        "the new start of a rescheduled meeting": say("giờ bắt đầu mới khi dời lịch"),
        "the new end of a rescheduled meeting": say("giờ kết thúc mới khi dời lịch"),
        "list whom the regulation wants told of a meeting, and who was": say(
            "liệt kê các bên phải được báo về cuộc họp, và ai đã được báo"
        ),
        "FILE.pdf or .docx: the list to print": say("TỆP.pdf hoặc .docx: danh sách để in"),
        "note that people of that list were told just now": say("ghi nhận vừa báo cho người trong danh sách đó"),
        "their numbers (all left)": say("số thứ tự (tất cả những bên còn lại)"),
        "how": say("bằng cách nào"),
        "read a meeting's script from a CSV table": say("đọc kịch bản cuộc họp từ bảng CSV"),
        "the table": say("tệp bảng"),
        "show a meeting's script": say("hiện kịch bản cuộc họp"),
        "write it as a CSV table": say("ghi ra bảng CSV"),
        "print as JSON": say("in dạng JSON"),
    }
