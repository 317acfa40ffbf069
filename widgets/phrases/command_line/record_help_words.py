"""The words of `--help` for export, verify and the signing key.

Rule: as in `help_words`: keyed by the English text that stands in the tables of arguments.
"""

from widgets.phrases.language import say


def record_options() -> dict[str, str]:
    """Returns the Vietnamese texts, or whatever language is in use."""
    return {
        "pack a session for hand-over: log, readable record, signature": say(
            "lập gói bàn giao một phiên họp: nhật ký, bản để đọc, chữ ký"
        ),
        "its identifier, or how that begins or ends": say("mã phiên, hoặc phần đầu hay phần cuối của mã"),
        "the last session of this installation": say("phiên họp gần nhất của máy này"),
        "where the package goes": say("nơi đặt gói"),
        "as one file instead of a folder": say("thành một tệp thay vì thư mục"),
        "with all measurements of the lines (large)": say("kèm mọi số liệu đo đường truyền (dung lượng lớn)"),
        "also when the log is not whole": say("kể cả khi nhật ký không nguyên vẹn"),
        "print path, count, head and key as one JSON object": say(
            "in đường dẫn, số sự kiện, mã băm cuối và khóa thành một đối tượng JSON"
        ),
        "of the readable record (vi)": say("ngôn ngữ của bản để đọc (vi)"),
        "say whether a hand-over package is whole and who signed it": say(
            "kiểm tra gói bàn giao có nguyên vẹn không và do khóa nào ký"
        ),
        "its folder or its ZIP file": say("thư mục hoặc tệp ZIP của gói"),
        "refuse it unless this key, registered on paper, signed": say(
            "không chấp nhận nếu không do khóa này ký (vân tay đã đăng ký bằng văn bản)"
        ),
        "print the fingerprint of the key that signs this console's packages": say(
            "in vân tay của khóa ký các gói bàn giao của máy này"
        ),
        "write the public key (32 octets)": say("ghi khóa công khai (32 byte)"),
    }
