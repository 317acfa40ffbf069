"""The words about profiles and duties: at the command line, in its help, and where a window shows them.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each.
"""

from widgets.phrases.language import say


def regulation_said() -> dict[str, str]:
    """Returns the sentences of `RegulationSay`."""
    return {
        "profile_line": say("{mark} {id}  bản {version}  {name}"),
        "profile_in_use": say("Đang dùng: {name} ({id}, bản {version}), mã băm {hash}."),
        "profile_good": say("Dùng được {file}: {name} ({id}, bản {version}), mã băm {hash}."),
        "profile_unknown": say("Không có quy chế “{text}”, cũng không có tệp đó; hãy xem main.py profile list."),
        "profile_taken": say("Từ nay họp theo quy chế {name} ({id}, bản {version}), mã băm {hash}."),
        "restart_needed": say("Bộ điều khiển đang chạy vẫn theo quy chế cũ cho tới khi khởi động lại."),
        "choice_needed": say("{name} để ngỏ quy tắc tắt mic; hãy chọn một: {options}."),
        "overlay_taken": say("Đã đặt tên mới cho quy chế {name}: {department}, {province}."),
        "overlay_gone": say("Quy chế {name} được dùng nguyên, không đặt tên mới."),
        "no_duties": say("Không có điều khoản nào như vậy."),
        "duty_count": say("{count} điều khoản: {parts}."),
        **_told(),
        **_calendar(),
    }


def _calendar() -> dict[str, str]:
    return {
        "calendar_off": say("nghỉ"),
        "calendar_worked": say("làm việc"),
        "calendar_official": say("Đã có thông báo chính thức cho {years}; các năm khác là dự kiến."),
        "calendar_shipped": say("{day} theo lịch có sẵn của chương trình."),
        "calendar_day_bad": say("“{text}” không phải một ngày; hãy viết dạng 2027-02-04."),
    }


def _told() -> dict[str, str]:
    return {
        "document": say("Văn bản: {title}"),
        "terms": say("Từ dùng: {main}; {sub}; {chairperson}; {department}"),
        "registered": say("Đăng ký: {when}{article}"),
        "registered_urgent": say("Khẩn cấp: {when}{article}"),
        "checked": say("Kiểm tra kỹ thuật {stage}: xong trước {limit}{article}"),
        "checked_or": say("Kiểm tra kỹ thuật {stage}: xong trước {limit}, chậm nhất trước {other}{article}"),
        "connected": say("Điểm cầu kết nối: trước {limit}{article}"),
        "microphones": say("Mic: {rule}{article}"),
        "handed_over": say("Bàn giao ghi hình: {when}{article}"),
        "people": say("Cán bộ kỹ thuật mỗi đơn vị: tối thiểu {count} người{article}"),
        "at_least_before": say("trước ít nhất {limit}"),
        "within": say("trong {limit}"),
        "not_said": say("văn bản không nêu"),
        "gaps": say("Văn bản còn để ngỏ:"),
        "compared": say("Đã đối chiếu và sửa:"),
    }


def limits() -> dict[str, str]:
    """Returns amounts of a limit's units."""
    return {
        "working_day": say("{amount} ngày làm việc"),
        "day": say("{amount} ngày"),
        "half_day": say("{amount} buổi"),
        "hour": say("{amount} giờ"),
        "minute": say("{amount} phút"),
        "same_day": say("trong ngày"),
        "immediately": say("ngay"),
    }


def mute_rules() -> dict[str, str]:
    """Returns the provinces' rules of microphones."""
    return {
        "mute_all_when_main_speaks": say("điểm cầu chính phát biểu thì tắt mic tất cả điểm cầu khác"),
        "always_muted_when_not_speaking": say("luôn tắt mic khi không phát biểu"),
        "only_on_host_request": say("chỉ bật mic khi cơ quan chủ trì yêu cầu phát biểu"),
    }


def duty_statuses() -> dict[str, str]:
    """Returns what the program does about a duty."""
    return {
        "done": say("đã thực hiện"),
        "reminded": say("nhắc việc"),
        "recorded": say("ghi lại"),
        "later": say("bản sau"),
        "not_software": say("không thuộc phần mềm"),
    }


def regulation_options() -> dict[str, str]:
    """Returns the help of `profile` and `duties`, by its English text."""
    return {
        "the province's rules: list, show, check, use, overlay": say(
            "quy chế của tỉnh: danh sách, xem, kiểm tra, chọn dùng, đặt tên mới"
        ),
        "print the profiles that ship with the program, and which is in use": say(
            "in các quy chế có sẵn và quy chế đang dùng"
        ),
        "print what a profile rules": say("in các quy định của một quy chế"),
        "its name or its file (the one in use)": say("tên hoặc tệp của quy chế (không ghi: quy chế đang dùng)"),
        "say whether a profile file can be used, and where not": say(
            "kiểm tra một tệp quy chế có dùng được không, sai ở đâu"
        ),
        "hold meetings under a profile from the next start of the bridge on": say(
            "dùng một quy chế từ lần khởi động bộ điều khiển sau"
        ),
        "its name or its file": say("tên hoặc tệp của quy chế"),
        "the rule of microphones, where the profile asks": say("quy tắc tắt mic, khi quy chế để ngỏ"),
        "put today's names and office hours over the profile": say(
            "đặt tên cơ quan và giờ làm việc hiện nay lên trên quy chế"
        ),
        "the overlay (without: none any more)": say("tệp tên mới (không ghi: bỏ tên mới)"),
        "the working calendar: list, set a day, confirm a year": say(
            "lịch làm việc: xem, sửa một ngày, xác nhận một năm"
        ),
        "print days off and worked weekend days": say("in các ngày nghỉ và ngày cuối tuần làm việc"),
        "only this year": say("chỉ năm này"),
        "say that offices work on a day, or do not": say("ghi một ngày là ngày làm việc hoặc ngày nghỉ"),
        "shipped: as the program has it": say("shipped: theo lịch có sẵn"),
        "why: the holiday, the notice": say("lý do: ngày lễ, số thông báo"),
        "say that a year's official notice is in the calendar": say(
            "xác nhận lịch đã theo thông báo chính thức của một năm"
        ),
        "print the duties of the regulations and what the program does": say(
            "in các điều khoản của quy chế và việc phần mềm làm"
        ),
        "only this province's (vn-binh-dinh, …)": say("chỉ của tỉnh này (vn-binh-dinh, …)"),
        "only these": say("chỉ loại này"),
        "only those of a feature (F01 to F46)": say("chỉ của một tính năng (F01 đến F46)"),
    }
