"""The words of `--help` for the technical check.

Rule: as in `help_words`: keyed by the English text that stands in the tables of arguments.
"""

from widgets.phrases.language import say


def check_options() -> dict[str, str]:
    """Returns the Vietnamese texts, or whatever language is in use."""
    return {
        "measure sites for the technical check, a few at a time (without: all whom the stage is for)": say(
            "đo các điểm cầu cho kiểm tra kỹ thuật, mỗi lúc vài điểm (không ghi: mọi điểm cầu của đợt)"
        ),
        "end what is being measured": say("dừng việc đang đo"),
        "say what a named person found of one item": say("ghi kết quả một mục do người có tên kiểm tra"),
        "end a stage of the check and hand its results to the chair": say(
            "chốt một đợt kiểm tra và trình kết quả cho người chủ trì"
        ),
        "make the values of a site's passed check its usual ones": say(
            "lấy kết quả đạt của một điểm cầu làm thông số chuẩn"
        ),
        "stage of the check, as the profile names it (without: the first)": say(
            "đợt kiểm tra, như hồ sơ quy định gọi tên (không ghi: đợt đầu tiên)"
        ),
        "sites, apart by commas (number, identifier or name of a site)": say(
            "các điểm cầu, cách nhau bằng dấu phẩy (số, mã hoặc tên điểm cầu)"
        ),
        "only what failed or was not checked": say("chỉ đo mục không đạt hoặc chưa kiểm tra"),
        "what is looked at": say("mục kiểm tra"),
        "what came of it": say("kết quả"),
        "value as it was read": say("giá trị đọc được"),
        "name of who found it (without: whoever gives the command)": say(
            "họ tên người kiểm tra (không ghi: người ra lệnh)"
        ),
        "the technical check: run, list, tick, report": say("kiểm tra kỹ thuật: đo, xem, ghi, tổng hợp"),
        "measure sites and print what was found": say("đo các điểm cầu và in kết quả"),
        "print the sheets of the running session, or of a meeting in the register": say(
            "in các phiếu kiểm tra của phiên đang chạy, hoặc của một cuộc họp trong sổ"
        ),
        "a meeting in the register (without: the running session)": say(
            "một cuộc họp trong sổ (không ghi: phiên đang chạy)"
        ),
        "as CSV instead of JSON lines": say("dạng CSV thay cho các dòng JSON"),
        "do not wait for the end": say("không chờ đo xong"),
        "remark on it": say("ghi chú về mục này"),
        "many at once: columns site, item, result, note, by": say(
            "ghi nhiều mục một lần: các cột site, item, result, note, by"
        ),
        "print how the results add up, and who has not reported": say("in bảng tổng hợp và các điểm cầu chưa báo cáo"),
        "the page for the chair: DOCX, XLSX or CSV by the file's ending": say(
            "trang trình người chủ trì: DOCX, XLSX hoặc CSV theo đuôi tệp"
        ),
    }
