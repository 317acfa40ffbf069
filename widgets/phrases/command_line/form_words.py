"""The words about printed forms at the command line and of that command's help.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each. The forms' own
words are the regulation's and stand in `console/records`.
"""

from widgets.phrases.language import say


def form_said() -> dict[str, str]:
    """Returns the sentences of `FormSay`."""
    return {
        "ending_unknown": say("{path} phải có đuôi .pdf, .docx, .xlsx, .csv hoặc .json."),
        "no_pdf": say("Ở đây không lập được tệp PDF."),
        "no_blank": say("Không có mẫu trắng cho {name}."),
        "nothing_logged": say("Nhật ký của phiên {session} không có dòng nào đọc được."),
        "incident_unknown": say("Phiên họp không có sự cố “{text}”."),
        "site_unknown": say("Phiên họp không có điểm cầu “{text}”."),
        "corrected": say("Đã sửa; nội dung trước khi sửa vẫn được giữ."),
        "confirmed": say("{name} đã xác nhận."),
        "rated": say("Đã ghi đánh giá."),
        "reminded": say("Phải bàn giao bản ghi và tài liệu trước {time} ngày {day}."),
        "reminded_no_end": say("Phải bàn giao bản ghi và tài liệu; quy định không nêu thời hạn."),
        "handed_over": say("Đã ghi nhận việc bàn giao bản ghi và tài liệu."),
        "handed_over_late": say("Đã ghi nhận việc bàn giao bản ghi và tài liệu, sau thời hạn."),
        "not_wanted": say("Phiên họp này không có gì phải bàn giao."),
        "nothing_recorded": say("Phiên họp này không ghi hình."),
        "file_whole": say("{name}  {length}  {bytes} byte  SHA-256 {hash}: đúng như khi ghi"),
        "file_changed": say("{name}  {length}  {bytes} byte  SHA-256 {hash}: KHÔNG đúng như khi ghi"),
        "file_missing": say("{name}  {length}  {bytes} byte  SHA-256 {hash}: không đọc được"),
        "copied": say("Đã chép {count} tệp vào {path}, kèm mã SHA-256 trong tệp SHA256SUMS."),
        "copy_differs": say("Bản sao của {name} khác tệp gốc; hãy dùng USB hoặc ổ đĩa khác."),
        "copy_failed": say("Không ghi được vào {path} ({why})."),
        "copy_confidential": say("Cuộc họp có nội dung bí mật: không được sao chép bản ghi."),
        "left_out": say("Chưa tính các phiên không đọc được nhật ký: {names}."),
    }


def correction_faults() -> dict[str, str]:
    """Returns the sentences of `CorrectionFault`."""
    return {
        "site_unknown": say("Biểu mẫu không có điểm cầu này."),
        "value_unknown": say("Ở ô này chỉ ghi được: bình thường, sự cố (hoặc hư hỏng), hoặc để trống."),
        "reason_missing": say("Sửa biểu mẫu phải nêu lý do."),
        "nothing_changed": say("Nội dung mới giống hệt nội dung đang có."),
    }


def form_options() -> dict[str, str]:
    """Returns the help of `form`, by its English text."""
    return {
        "forms of the regulations: write, correct, confirm": say("biểu mẫu theo quy định: lập, sửa, xác nhận"),
        "write Phụ lục II, the log of an online meeting": say("lập Phụ lục II, nhật ký triển khai họp trực tuyến"),
        "write the minute of a session's technical check": say("lập biên bản kiểm tra kỹ thuật của một phiên"),
        "write the report of a session's incidents": say("lập báo cáo sự cố của một phiên"),
        "write the record of how the sites were shut down": say("lập biên bản tắt thiết bị ở các điểm cầu"),
        "write the minute of the hand-over of recordings": say("lập biên bản bàn giao tư liệu cuộc họp"),
        "write Phụ lục III, the ledger of meetings in a period": say("lập Phụ lục III, sổ theo dõi cuộc họp trong kỳ"),
        "write the statistics of a period": say("lập thống kê của một kỳ"),
        "write the report of security by level: approved level, checks and events of a period": say(
            "lập báo cáo an toàn thông tin theo cấp độ: cấp độ được phê duyệt, kiểm tra và sự kiện trong kỳ"
        ),
        "FILE.pdf, .docx, .xlsx, .csv or .json": say("TỆP.pdf, .docx, .xlsx, .csv hoặc .json"),
        "print Phụ lục II of a session as JSON": say("in Phụ lục II của một phiên dạng JSON"),
        "its identifier, or how that begins or ends (the last one)": say(
            "mã phiên, hoặc phần đầu hay phần cuối của mã (phiên gần nhất)"
        ),
        "without days: which period of today (as the profile says)": say(
            "khi không nêu ngày: kỳ hiện tại nào (theo hồ sơ quy định)"
        ),
        "empty, to be filled in by hand": say("mẫu trắng để điền tay"),
        "without the technical sheet": say("không kèm phụ biểu kỹ thuật"),
        "this incident only": say("chỉ sự cố này"),
        **_by_hand_options(),
    }


def _by_hand_options() -> dict[str, str]:
    return {
        "correct a place of Phụ lục II; what stood there stays readable": say(
            "sửa một ô của Phụ lục II; nội dung trước khi sửa vẫn đọc được"
        ),
        "which place": say("ô nào"),
        "normal, incident or damaged, or a text; '' ticks nothing": say(
            "normal (bình thường), incident (sự cố), damaged (hư hỏng) hoặc một đoạn chữ; '' là để trống"
        ),
        "number, identifier or name": say("số, mã hoặc tên"),
        "confirm Phụ lục II by name and title": say("xác nhận Phụ lục II bằng họ tên và chức vụ"),
        "technician, unit_leader": say("technician (cán bộ kỹ thuật), unit_leader (lãnh đạo đơn vị)"),
        "who confirms": say("người xác nhận"),
        "the person's title": say("chức vụ"),
        "wet_signature or digital_signature": say("wet_signature (ký giấy) hoặc digital_signature (ký số)"),
        "the signed copy, whose SHA-256 is kept": say("bản đã ký, để lưu mã SHA-256"),
        "rate sound, picture and line of a site in a session, 1 to 5": say(
            "đánh giá âm thanh, hình ảnh, đường truyền của một điểm cầu trong phiên, từ 1 đến 5"
        ),
        "1 (worst) to 5 (best)": say("từ 1 (kém nhất) đến 5 (tốt nhất)"),
        "in words": say("bằng lời"),
        "list a session's recording and compare its files with the log": say(
            "liệt kê bản ghi hình của một phiên, đối chiếu từng tệp với nhật ký"
        ),
        "copy the whole files there, with their SHA-256": say("chép các tệp nguyên vẹn vào đó, kèm mã SHA-256"),
        "remind of handing over recordings, or note that it was done": say(
            "nhắc bàn giao bản ghi, hoặc ghi nhận đã bàn giao"
        ),
        "as the minute has it": say("như ghi trong biên bản"),
    }
