"""The words of `--help` for the office's records.

Rule: as in `help_words`: keyed by the English text that stands in the tables of arguments.
"""

from widgets.phrases.language import say


def office_options() -> dict[str, str]:
    """Returns the Vietnamese texts, or whatever language is in use."""
    return {
        "open the office's records, without any meeting": say("mở cửa sổ hồ sơ, không cần cuộc họp nào"),
        "take one site out of the list": say("bỏ một điểm cầu khỏi danh sách"),
        "why, as the register keeps it": say("lý do, được giữ trong sổ"),
        "the office's lists (people, rooms, lines, …): import, export, list, versions, back": say(
            "các danh sách của văn phòng (people, rooms, lines, …): import, export, list, versions, back"
        ),
        "people, rooms, devices, lines, sites, …": say("tên danh sách: people, rooms, devices, lines, sites, …"),
        "take a list from a file: all of it, or nothing": say("nhận danh sách từ tệp: nhận tất cả hoặc không nhận gì"),
        "XLSX, or CSV in UTF-8": say("XLSX, hoặc CSV dạng UTF-8"),
        "only say what is wrong with it": say("chỉ nói chỗ sai, không nhận"),
        "write a list to a file": say("ghi danh sách ra tệp"),
        "its name ends in .xlsx or .csv": say("tên tệp có đuôi .xlsx hoặc .csv"),
        "print a list": say("in danh sách"),
        "print one JSON object per line": say("in mỗi dòng một đối tượng JSON"),
        "print who changed an entry, when and why": say("in ai đã sửa một mục, khi nào, vì sao"),
        "bring the version before the newest one back": say("đưa bản ngay trước bản mới nhất trở lại"),
        "its identifier, or its name": say("mã mục hoặc tên"),
        "of the window (as chosen before)": say("ngôn ngữ của cửa sổ (như lần chọn trước)"),
    }
