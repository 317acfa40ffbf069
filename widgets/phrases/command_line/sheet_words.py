"""The words of sheets, and what the command line says about lists.

Rule: a sheet is written in the language in use and read in all of them; the rest is keyed by the values of the command
line's kinds, as in `command_line_words`.
"""

from enum import StrEnum

from widgets.phrases.language import in_every_language, say
from widgets.phrases.office.column_words import choice_word, column_title, yes_or_no


class SpokenSheetWords:
    """The columns and words of sheets as people say them."""

    def titles(self, list_name: str, column: str) -> tuple[str, ...]:
        """Returns what stands over a column, the language in use first."""
        return in_every_language(lambda: column_title(list_name, column))

    def members(self, member: StrEnum) -> tuple[str, ...]:
        """Returns how a member of an enumeration is said, the language in use first."""
        return in_every_language(lambda: choice_word(member))

    def ticks(self, *, ticked: bool) -> tuple[str, ...]:
        """Returns how yes or no is said, the language in use first."""
        return in_every_language(lambda: yes_or_no(ticked=ticked))


def directory_said() -> dict[str, str]:
    """Returns the sentences of `DirectorySay`."""
    return {
        "list_unknown": say("Không có danh sách “{text}”; có các danh sách: {names}."),
        "taken": say("Đã nhận {count} mục, trong đó {changed} mục mới hoặc có thay đổi."),
        "nothing_new": say("Đã đọc {count} mục; không mục nào thay đổi."),
        "would_take": say("Có thể nhận {count} mục; chưa thay đổi gì."),
        "refused": say("Không nhận {file}, không có gì thay đổi:"),
        "bad_file": say("Tệp {what}."),
        "bad_line": say("Dòng {line} {what}."),
        "bad_cell": say("Dòng {line}, cột {column}: {what}."),
        "more_faults": say("Và {count} lỗi nữa."),
        "written": say("Đã ghi {count} mục vào {file}."),
        "ending_unknown": say("{file} không có đuôi .xlsx hay .csv; hãy đặt tên theo loại tệp cần ghi."),
        "empty_list": say("Danh sách chưa có mục nào."),
        "entry_unknown": say("Không có mục “{text}” trong danh sách."),
        "entry_unclear": say("“{text}” có thể là {names}; hãy dùng mã mục."),
        "version": say("bản {number}  {time}  {person}  {reason}  ({changes})"),
        "version_removed": say("bản {number}  {time}  {person}  {reason}  (đã xóa)"),
        "no_step_back": say("“{text}” mới có một bản; không có bản trước để lùi về."),
        "stepped_back": say("“{text}” đã trở lại như bản {number}."),
    }


def sheet_faults() -> dict[str, str]:
    """Returns the sentences of `SheetFault`."""
    return {
        "not_a_sheet": say("bị hỏng hoặc không phải bảng danh sách"),
        "old_or_locked": say(
            "là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy lưu lại dạng .xlsx, không đặt mật khẩu"
        ),
        "macros": say("có macro; hãy lưu lại dạng .xlsx không có macro"),
        "too_large": say("quá lớn đối với một danh sách"),
        "too_many_lines": say("có hơn {text} dòng"),
        "too_many_columns": say("có hơn {text} cột"),
        "not_text": say("không phải văn bản UTF-8; hãy lưu dạng “CSV UTF-8”"),
        "empty": say("không có mục nào"),
        "no_headings": say("thiếu những cột cần có: {text}"),
        "heading_twice": say("có hai cột cùng tên này"),
        "formula": say("ở đó là công thức; hãy dán giá trị thay cho công thức ({text})"),
        "missing": say("chưa điền"),
        "bad_day": say("“{text}” không phải ngày; hãy viết ngày/tháng/năm"),
        "bad_number": say("“{text}” không phải số nguyên"),
        "bad_tick": say("“{text}” không phải “Có” hay “Không”"),
        "bad_word": say("“{text}” không phải từ dùng được ở cột này"),
        "bad_address": say("“{text}” không phải địa chỉ mạng thuộc loại của cột này"),
        "site_unknown": say("không có điểm cầu “{text}”"),
        "site_unclear": say("“{text}” có thể là nhiều điểm cầu; hãy ghi số thứ tự"),
        "name_unknown": say("không có “{text}” trong danh sách được nhắc đến"),
        "name_unclear": say("“{text}” có thể là nhiều mục; hãy ghi mã mục"),
        "bad_value": say("quá dài hoặc sai dạng"),
        "twice": say("trùng với mục ở dòng khác"),
    }
